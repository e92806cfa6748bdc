"""The weighing: write it down, ask a second reader, let it count."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cases import policies
from cases.enums import EventKind, Weight
from cases.models import Case, Rung, SecondReading, Weighing
from cases.operations.recording import lock_case, record
from cases.permissions import check_works_on
from cases.weighing import RungView, WeighingView, check_weighing, suggest_track
from sociaal.accounts.models import User
from sociaal.audit import log
from sociaal.core.errors import NotFound, Refused


@dataclass(frozen=True)
class WeighingInput:
    """What a weighing page sends. Yes, no or unknown (None) for the questions of the rule."""

    behind_question: str = ""
    safety_at_stake: bool | None = None
    clear_how: bool | None = None
    stable: bool | None = None
    parties_needed: int | None = None
    weight: str = ""
    track: str = ""
    """Blank: the track by rule."""
    deviation_reason: str = ""
    exception_rule: str = ""
    """Which law or policy is in the way, said so that it names nobody."""
    exception_reason: str = ""
    lighter_again_date: date | None = None
    second_reader: User | None = None
    rungs: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Per weight: considered, tried, why_not."""


@transaction.atomic
def save_weighing(
    *, case: Case, given: WeighingInput, by: User, now: datetime, seen: int | None = None
) -> Weighing:
    """Keep what is written so far; complete or not. The track follows the rule unless a reason is given.

    Raises Refused for a deviating track without a reason or a weighing out of its time, Conflict when the
    case changed since `seen`.
    """
    case = lock_case(case, seen)
    check_works_on(by, case, now)
    if case.status not in policies.WEIGHED_IN:
        raise Refused(_("A weighing is made after the conversation, or at a review."))
    suggestion = suggest_track(
        safety_at_stake=given.safety_at_stake, clear_how=given.clear_how,
        stable=given.stable, parties_needed=given.parties_needed,
    )  # fmt: skip
    track = given.track or suggestion.track
    if track != suggestion.track and not given.deviation_reason.strip():
        raise Refused(_("Write down why you choose another track than the rule."), field="deviation_reason")
    policies.check_exception(given.exception_rule, given.exception_reason)
    weighing = present_weighing(case) or Weighing(case=case, made_by=by, made_at=now)
    asks = _asks_anew(weighing, given)
    _fill(weighing, given, track=track, by_rule=suggestion.track, by=by)
    if asks:
        _ask_exception(weighing, now)
    weighing.save()
    for weight, words in given.rungs.items():
        Rung.objects.update_or_create(weighing=weighing, weight=Weight(weight), defaults=dict(words))
    record(
        EventKind.WEIGHED,
        case=case,
        by=by,
        now=now,
        weighing=weighing.pk,
        weight=weighing.weight,
        track=track,
    )
    if asks and weighing.exception_asked_at:
        record(EventKind.EXCEPTION_ASKED, case=case, by=by, now=now, weighing=weighing.pk)
    return weighing


def stepped_back(given: WeighingInput, weighing: Weighing) -> WeighingInput:
    """The same weighing with a general provision instead of specialist support, after a second reader did not
    agree: their words say why the specialist rung will not do now.
    """
    top = dict(given.rungs.get(Weight.SPECIALIST, {}))
    if not top.get("why_not", "").strip():
        last = weighing.readings.select_related("reader").order_by("at", "pk").last()
        top["why_not"] = f"{last.reader.name}: {last.words}" if last else ""
    rungs = {**given.rungs, str(Weight.SPECIALIST): top}
    return replace(given, weight=str(Weight.GENERAL), second_reader=None, rungs=rungs)


@transaction.atomic
def second_read(*, weighing: Weighing, agrees: bool, words: str, by: User, now: datetime) -> Weighing:
    """The second reader agrees or not, with words that stay. Raises NotFound for anybody else, and Refused
    when no answer is asked any more.
    """
    case = lock_case(weighing.case)
    weighing = Weighing.objects.select_for_update().get(pk=weighing.pk)
    if weighing.second_reader_id != by.pk:
        raise NotFound
    if weighing.second_reader_agrees is not None:
        raise Refused(_("You have already answered."))
    if not asks_to_be_read(weighing, case):
        raise Refused(_("This weighing no longer asks for your answer."))
    policies.check_reason(words, "words")
    weighing.second_reader_agrees, weighing.second_reader_words, weighing.second_read_at = (
        agrees,
        words.strip(),
        now,
    )
    weighing.save()
    SecondReading.objects.create(weighing=weighing, reader=by, agrees=agrees, words=words.strip(), at=now)
    record(EventKind.SECOND_READ, case=case, by=by, now=now, weighing=weighing.pk, agrees=agrees)
    return weighing


def asks_to_be_read(weighing: Weighing, case: Case) -> bool:
    """Whether its second reader is still asked: no answer, nothing chosen, and the case goes on."""
    return weighing.second_reader_agrees is None and weighing.chosen_at is None and case.is_open


def present_weighing(case: Case) -> Weighing | None:
    """The weighing that has not been decided on yet."""
    return case.weighings.filter(chosen_at__isnull=True).order_by("-made_at", "-pk").first()


def check_chosen(case: Case, now: datetime) -> Weighing:
    """The present weighing, complete, marked as the one decided on. Raises Refused naming what is missing."""
    weighing = present_weighing(case)
    if weighing is None:
        raise Refused(_("Make a weighing first."))
    missing = check_weighing(view_of(weighing), today=timezone.localdate(now))
    if missing:
        raise Refused(" ".join(str(item.message) for item in missing), field=missing[0].field)
    weighing.chosen_at = now
    weighing.save(update_fields=["chosen_at"])
    log.wrote("choose_weighing", by=None, now=now, about=weighing, residents=[case.resident_id])
    return weighing


def view_of(weighing: Weighing) -> WeighingView:
    """The weighing as the pure rule reads it."""
    rungs = [
        RungView(rung.weight, rung.considered, rung.tried, rung.why_not) for rung in weighing.rungs.all()
    ]
    return WeighingView(
        behind_question=weighing.behind_question, rungs=rungs, weight=weighing.weight,
        made_by_id=weighing.made_by_id, second_reader_id=weighing.second_reader_id,
        second_reader_agrees=weighing.second_reader_agrees, lighter_again_date=weighing.lighter_again_date,
        asks_exception=bool(weighing.exception_reason), exception_allowed=weighing.exception_allowed,
    )  # fmt: skip


def _fill(weighing: Weighing, given: WeighingInput, *, track: str, by_rule: str, by: User) -> None:
    reader = given.second_reader
    if reader is not None and (
        reader.pk == weighing.made_by_id or reader.pk == by.pk or not reader.is_caseworker
    ):
        raise Refused(_("Ask a colleague who works with residents as second reader."), field="second_reader")
    if weighing.pk and _says_otherwise(weighing, given):
        _ask_again(weighing)
    if getattr(reader, "pk", None) != weighing.second_reader_id:
        _ask_again(weighing)
        weighing.second_reader = reader
    for name in (
        "behind_question", "safety_at_stake", "clear_how", "stable", "parties_needed", "weight",
        "deviation_reason", "exception_rule", "exception_reason", "lighter_again_date",
    ):  # fmt: skip
        setattr(weighing, name, getattr(given, name))
    weighing.track, weighing.track_by_rule = track, by_rule


def _says_otherwise(weighing: Weighing, given: WeighingInput) -> bool:
    """Whether what the second reader read has changed: the question behind it, the choice, the ladder."""
    if any(getattr(weighing, name) != getattr(given, name) for name in ("weight", "behind_question")):
        return True
    written = {rung.weight: rung for rung in weighing.rungs.all()}
    return any(
        text.strip() != getattr(written.get(str(weight)), name, "").strip()
        for weight, words in given.rungs.items()
        for name, text in words.items()
    )


def _ask_again(weighing: Weighing) -> None:
    """What the second reader agreed to has changed: their answer no longer counts. It stays as a reading."""
    weighing.second_reader_agrees, weighing.second_reader_words, weighing.second_read_at = None, "", None


def _asks_anew(weighing: Weighing, given: WeighingInput) -> bool:
    """Whether another exception is asked than the manager was asked for, or none any more."""
    asked = (weighing.exception_rule, weighing.exception_reason)
    return asked != (given.exception_rule, given.exception_reason)


def _ask_exception(weighing: Weighing, now: datetime) -> None:
    """What the manager decided was about other words: it no longer counts."""
    weighing.exception_asked_at = now if weighing.exception_reason.strip() else None
    weighing.exception_allowed, weighing.exception_decided_by = None, None
    weighing.exception_decided_at, weighing.exception_words, weighing.exception_authority = None, "", ""
