"""Colleagues as the rule of `cases.contact_suggestion` looks at them, and its reasons as people read them."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from django.db.models import Count
from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from cases.contact_suggestion import Candidate, Suggestion
from cases.enums import OPEN_STATUSES, Law
from cases.models import Case
from sociaal.accounts.models import User
from sociaal.accounts.roles import Role


def takes_in(user: User) -> bool:
    """A new question goes to a consultant; a case director stands beside the contact person."""
    return user.has_role(Role.CONSULTANT)


def candidates(
    people: Iterable[User], absent: Collection[int], waiting: Mapping[int, int] | None = None
) -> list[Candidate]:
    """These colleagues with their present number of open cases. One query.

    `waiting`: how many handovers each was asked for and has not answered; they count as if accepted.
    """
    users = list(people)
    busy, asked = _open_cases([user.pk for user in users]), waiting or {}
    return [
        Candidate(
            user.pk,
            absent=user.pk in absent,
            expertise=frozenset(user.expertise),
            open_cases=busy.get(user.pk, 0) + asked.get(user.pk, 0),
        )
        for user in users
    ]


def _open_cases(users: list[int]) -> dict[int, int]:
    """The present number of open cases per contact person; for this choice only, it is nobody's score."""
    rows = Case.objects.filter(
        status__in=OPEN_STATUSES,
        resident__contact_terms__user__in=users,
        resident__contact_terms__during__upper_inf=True,
    )
    counted = (
        rows.order_by().values("resident__contact_terms__user").annotate(number=Count("pk", distinct=True))
    )
    return {row["resident__contact_terms__user"]: row["number"] for row in counted}


def in_words(suggestion: Suggestion) -> str:
    """The reason of a suggestion as a sentence."""
    params = {name: _readable(value) for name, value in suggestion.params.items()}
    return str(suggestion.reason.label) % params


def _readable(value: object) -> str:
    if isinstance(value, date):
        return date_format(value, "j F Y")
    if isinstance(value, list | tuple):
        return get_text_list(
            [str(Law(code).label) if code in set(Law) else str(code) for code in value], _("and")
        )
    return str(value)
