"""The weighing: which track by rule, and what a weighing still misses.

Pure. Source of both rules: the table of tracks and the paragraph on the weighing in the design.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cases.enums import Track, Weight

LADDER: tuple[Weight, ...] = (Weight.SOCIAL_BASE, Weight.GENERAL, Weight.SPECIALIST)
"""The rungs, lightest first."""


class TrackReason(TextChoices):
    """Why this track is suggested. The labels are shown under the suggestion."""

    SAFETY = "safety", _("Safety is at stake.")
    CLEAR = "clear", _("It is clear how the goal can be reached.")
    STABLE = "stable", _("The situation has been and stays stable for six months.")
    FEW_PARTIES = "few_parties", _("At most one party is needed.")
    NOT_CLEAR = "not_clear", _("It is not (yet) clear how the goal can be reached.")
    NOT_STABLE = "not_stable", _("The situation is not (known to be) stable for six months.")
    TWO_OR_MORE = "two_or_more", _("Two or more parties are needed.")
    THREE_OR_MORE = "three_or_more", _("Three or more parties are needed.")
    PARTIES_UNKNOWN = "parties_unknown", _("It is not known yet how many parties are needed.")


@dataclass(frozen=True)
class TrackSuggestion:
    track: Track
    reasons: tuple[TrackReason, ...]


def suggest_track(
    *, safety_at_stake: bool | None, clear_how: bool | None, stable: bool | None, parties_needed: int | None
) -> TrackSuggestion:
    """The track by rule. None is "unknown" and counts as no: an unknown number of parties is neither "0 or 1"
    nor "2 or more". The professional may deviate, with a reason."""
    if safety_at_stake:
        return TrackSuggestion(Track.REGIE, (TrackReason.SAFETY,))
    parties = _parties_reason(parties_needed)
    if clear_how and stable and parties == TrackReason.FEW_PARTIES:
        return TrackSuggestion(Track.FAST, (TrackReason.CLEAR, TrackReason.STABLE, parties))
    if parties == TrackReason.THREE_OR_MORE:
        return TrackSuggestion(Track.REGIE, (parties,))
    if parties == TrackReason.TWO_OR_MORE and not clear_how:
        return TrackSuggestion(Track.REGIE, (TrackReason.NOT_CLEAR, parties))
    return TrackSuggestion(Track.REGULAR, tuple(_not_fast(clear_how, stable, parties)))


def _parties_reason(parties_needed: int | None) -> TrackReason:
    if parties_needed is None:
        return TrackReason.PARTIES_UNKNOWN
    if parties_needed < 0:
        raise ValueError("the number of parties cannot be negative")
    if parties_needed <= 1:
        return TrackReason.FEW_PARTIES
    return TrackReason.TWO_OR_MORE if parties_needed == 2 else TrackReason.THREE_OR_MORE


def _not_fast(clear_how: bool | None, stable: bool | None, parties: TrackReason) -> Iterator[TrackReason]:
    if not clear_how:
        yield TrackReason.NOT_CLEAR
    if not stable:
        yield TrackReason.NOT_STABLE
    if parties != TrackReason.FEW_PARTIES:
        yield parties


@dataclass(frozen=True)
class RungView:
    """What was written on one rung of the ladder. Blank text is not written."""

    weight: Weight | str
    considered: str | bool = ""
    """What was looked at on this rung; True where only a tick was asked."""
    tried: str = ""
    """What has been tried already. May stay blank: not everything has to be tried first."""
    why_not: str = ""
    """Why it will not do. Asked of every rung lighter than the chosen one."""


@dataclass(frozen=True)
class WeighingView:
    behind_question: str = ""
    rungs: Sequence[RungView] = ()
    weight: Weight | str = ""
    """The chosen one; blank while nothing is chosen."""
    made_by_id: int | None = None
    second_reader_id: int | None = None
    second_reader_agrees: bool | None = None
    """None: asked or not, there is no answer yet."""
    lighter_again_date: date | None = None
    """The day on which a lighter solution is looked at again."""
    asks_exception: bool = False
    exception_allowed: bool | None = None
    """None: the manager has not decided yet."""


class MissingCode(TextChoices):
    BEHIND_QUESTION = "behind_question", _("Write down what lies behind the question.")
    NOTHING_CHOSEN = "nothing_chosen", _("Choose how heavy the solution is.")
    SOCIAL_BASE_UNCONSIDERED = "social_base_unconsidered", _("Look at the social base first.")
    GENERAL_UNCONSIDERED = "general_unconsidered", _("Look at general provisions first.")
    SOCIAL_BASE_WHY_NOT = "social_base_why_not", _("Write down why the social base will not do.")
    GENERAL_WHY_NOT = "general_why_not", _("Write down why a general provision will not do.")
    CHOSEN_UNCONSIDERED = "chosen_unconsidered", _("Write down what is possible on the rung you choose.")
    SECOND_READER = "second_reader", _("Ask a second reader for this specialist solution.")
    SECOND_READER_IS_AUTHOR = (
        "second_reader_is_author",
        _("Ask someone else than yourself as second reader."),
    )
    SECOND_READER_WAITING = "second_reader_waiting", _("The second reader has not answered yet.")
    SECOND_READER_DISAGREED = "second_reader_disagreed", _("The second reader does not agree. Talk it over.")
    LOOK_AGAIN = "look_again", _("Choose a day on which you look again whether lighter is possible.")
    EXCEPTION_WAITING = "exception_waiting", _("The manager has not decided on the exception yet.")
    EXCEPTION_REFUSED = (
        "exception_refused",
        _("The manager does not allow the exception. Weigh within the rule, or write down what changed."),
    )
    LOOK_AGAIN_PASSED = "look_again_passed", _("The day on which you look again must lie in the future.")


@dataclass(frozen=True)
class Missing:
    """One thing a weighing still needs. `field` is the name of the input that it belongs to."""

    code: MissingCode
    field: str

    @property
    def message(self) -> str | Promise:
        """A sentence for the writer, in their language when it is shown."""
        return self.code.label


def check_weighing(view: WeighingView, *, today: date) -> list[Missing]:
    """What stands between this weighing and "complete", in the order of the page; empty when complete.

    No heavier than needed: every rung lighter than the chosen one has been considered and says why it will
    not do; specialist needs a second reader who agreed and a day on which lighter is looked at again; an
    exception to law or policy needs the manager's word.
    """
    missing = []
    if not _written(view.behind_question):
        missing.append(Missing(MissingCode.BEHIND_QUESTION, "behind_question"))
    if not view.weight:
        return [*missing, Missing(MissingCode.NOTHING_CHOSEN, "weight")]
    missing += _unweighed_rungs(view, Weight(view.weight))
    if view.weight == Weight.SPECIALIST:
        missing += [*_second_reader(view), *_look_again(view, today)]
    return [*missing, *_exception(view)]


def is_complete(view: WeighingView, *, today: date) -> bool:
    """Whether nothing is missing; the boolean form of `check_weighing`."""
    return not check_weighing(view, today=today)


def _unweighed_rungs(view: WeighingView, chosen: Weight) -> Iterator[Missing]:
    rungs = {Weight(rung.weight): rung for rung in view.rungs}
    for weight in LADDER[: LADDER.index(chosen)]:
        rung = rungs.get(weight, RungView(weight))
        if not _written(rung.considered):
            yield Missing(MissingCode(f"{weight.value}_unconsidered"), f"{weight.value}_considered")
        if not _written(rung.why_not):
            yield Missing(MissingCode(f"{weight.value}_why_not"), f"{weight.value}_why_not")
    if not _written(rungs.get(chosen, RungView(chosen)).considered):
        yield Missing(MissingCode.CHOSEN_UNCONSIDERED, f"{chosen.value}_considered")


def _second_reader(view: WeighingView) -> Iterator[Missing]:
    if view.second_reader_id is None:
        yield Missing(MissingCode.SECOND_READER, "second_reader")
    elif view.second_reader_id == view.made_by_id:
        yield Missing(MissingCode.SECOND_READER_IS_AUTHOR, "second_reader")
    elif view.second_reader_agrees is None:
        yield Missing(MissingCode.SECOND_READER_WAITING, "second_reader")
    elif not view.second_reader_agrees:
        yield Missing(MissingCode.SECOND_READER_DISAGREED, "second_reader")


def _look_again(view: WeighingView, today: date) -> Iterator[Missing]:
    if view.lighter_again_date is None:
        yield Missing(MissingCode.LOOK_AGAIN, "lighter_again_date")
    elif view.lighter_again_date <= today:
        yield Missing(MissingCode.LOOK_AGAIN_PASSED, "lighter_again_date")


def _exception(view: WeighingView) -> Iterator[Missing]:
    if not view.asks_exception or view.exception_allowed:
        return
    code = MissingCode.EXCEPTION_WAITING if view.exception_allowed is None else MissingCode.EXCEPTION_REFUSED
    yield Missing(code, "exception_reason")


def _written(value: str | bool) -> bool:
    return bool(value.strip()) if isinstance(value, str) else value
