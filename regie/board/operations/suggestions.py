"""Suggest, join in, plan the change, move over the board."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from cases.operations.recording import step as take
from regie.board import policies, steps
from regie.board.models import MeToo, Move, Suggestion
from regie.board.models.suggestion import Phase
from regie.board.permissions import check_moves
from sociaal.accounts.models import User
from sociaal.accounts.permissions import check_staff
from sociaal.audit import log
from sociaal.core.errors import Conflict, Refused


@transaction.atomic
def suggest(
    *, gets_in_the_way: str, by: User, now: datetime, would_help: str = "", step: str = ""
) -> Suggestion:
    """A suggestion of a colleague, for their team. `step`: a status or page name; an unknown one is dropped.

    Raises NotFound for who does not work here, Refused at the field that is empty or holds a BSN.
    """
    check_staff(by)
    policies.check_suggestion(gets_in_the_way, would_help)
    suggestion = Suggestion.objects.create(
        gets_in_the_way=gets_in_the_way, would_help=would_help, step=steps.known(step), team=by.team,
        made_by=by, made_at=now,
    )  # fmt: skip
    log.wrote("suggestion_made", by=by, now=now, about=suggestion, step=suggestion.step)
    return suggestion


@transaction.atomic
def set_me_too(*, suggestion: Suggestion, on: bool, by: User, now: datetime) -> None:
    """Say, or no longer say, that you meet the same. Twice the same changes nothing."""
    check_staff(by)
    if suggestion.made_by_id == by.pk:
        raise Refused(_("This is your own suggestion; you count already."))
    if on:
        _row, changed = MeToo.objects.get_or_create(suggestion=suggestion, user=by)
    else:
        changed = bool(MeToo.objects.filter(suggestion=suggestion, user=by).delete()[0])
    if changed:
        log.wrote("suggestion_me_too", by=by, now=now, about=suggestion, on=on)


@transaction.atomic
def plan_change(
    *,
    suggestion: Suggestion,
    seen: int,
    by: User,
    now: datetime,
    tried_by: str = "",
    measure: str = "",
    change_date: date | None = None,
    look_again_date: date | None = None,
) -> Suggestion:
    """Who tries it, from when, by what we will see it, and when we look again. Raises Conflict, Refused."""
    suggestion = _lock(suggestion, seen, by)
    policies.check_private(tried_by, "tried_by")
    if change_date and look_again_date and look_again_date < change_date:
        raise Refused(_("Look again after the change has begun."), field="look_again_date")
    suggestion.tried_by, suggestion.measure = tried_by, measure
    suggestion.change_date, suggestion.look_again_date = change_date, look_again_date
    _save(suggestion)
    log.wrote("suggestion_planned", by=by, now=now, about=suggestion, measure=measure)
    return suggestion


@transaction.atomic
def move_suggestion(
    *, suggestion: Suggestion, to: str, seen: int, by: User, now: datetime, words: str = ""
) -> Suggestion:
    """Bring a suggestion to another phase. `seen`: the version on the mover's screen.

    Raises Conflict, naming who, when somebody moved it meanwhile; Refused when it cannot go there from here,
    or at `words` when it is stopped without saying why.
    """
    suggestion = _lock(suggestion, seen, by)
    policies.check_move(to, words)
    before = suggestion.phase
    take(suggestion, policies.TRANSITIONS[Phase(to)])
    _save(suggestion)
    Move.objects.create(
        suggestion=suggestion, from_phase=before, to_phase=suggestion.phase, by=by, at=now, words=words
    )
    log.wrote(
        "suggestion_moved", by=by, now=now, about=suggestion, **{"from": before, "to": suggestion.phase}
    )
    return suggestion


def _lock(suggestion: Suggestion, seen: int, by: User) -> Suggestion:
    """The suggestion as it is now, locked; Conflict when it is not what was seen."""
    locked = Suggestion.objects.select_for_update().get(pk=suggestion.pk)
    check_moves(by, locked)
    if locked.version != seen:
        raise Conflict(_changed_by(locked))
    return locked


def _changed_by(suggestion: Suggestion) -> str:
    last = suggestion.moves.select_related("by").last()
    if last is None:
        return _("A colleague changed this suggestion meanwhile. Look at what changed; your text is kept.")
    return _("%(name)s was just before you: it now stands at “%(phase)s”. Nothing was overwritten.") % {
        "name": last.by.name,
        "phase": suggestion.get_phase_display(),
    }


def _save(suggestion: Suggestion) -> None:
    suggestion.version += 1
    suggestion.save()
