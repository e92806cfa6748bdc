"""The leaver's desk: the residents of a colleague who leaves, each with the best next contact person.

A manager knows them by number and gets only whom they may hand over (`cases.permissions.managing`): nothing
here says whether there are others.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from cases.contact_suggestion import Suggestion
from cases.enums import HandoverReason, HandoverState
from cases.models import ContactTerm, Handover, Resident
from cases.permissions import managed_residents, readable_residents
from cases.queries.candidates import in_words
from cases.queries.colleagues import caseworkers
from cases.queries.handovers import called_for_managers
from cases.queries.leaver_facts import next_persons
from sociaal.accounts.models import User
from sociaal.core.errors import NotFound

DONE_SHOWN_FOR = timedelta(days=90)
PROPOSED = 4
"""So many proposals are enough to choose from; the others of the teams stand below them."""


@dataclass(frozen=True)
class Known:
    """A resident by name for who reads the file, else by the numbers of the cases in the manager's team."""

    resident_id: int
    called: str
    url: str


@dataclass(frozen=True)
class Choice:
    """A colleague who could be next, with the reason when it is a proposal."""

    user: User
    reason: str = ""


@dataclass(frozen=True)
class ToDo:
    """A resident for whom nobody is asked, or whoever was asked refused: `refused`."""

    who: Known
    since: datetime
    proposals: Sequence[Choice]
    others: Sequence[User]
    refused: Handover | None = None

    @property
    def best(self) -> Choice | None:
        return self.proposals[0] if self.proposals else None


@dataclass(frozen=True)
class Sent:
    """A resident for whom somebody is asked, or accepted."""

    who: Known
    handover: Handover


@dataclass(frozen=True)
class Desk:
    """What is still to do (who was refused first), asked, and accepted these months."""

    leaver: User
    to_do: Sequence[ToDo]
    asked: Sequence[Sent]
    accepted: Sequence[Sent]
    people: Mapping[int, User]

    @property
    def refused(self) -> int:
        return sum(row.refused is not None for row in self.to_do)

    @property
    def shown(self) -> list[Known]:
        return [row.who for row in self.to_do] + [row.who for row in (*self.asked, *self.accepted)]

    @property
    def residents(self) -> list[int]:
        return [one.resident_id for one in self.shown]


def leaver_called(pk: int, by: User) -> User:
    """A colleague of this manager's team, or the contact person of whom they may hand over.

    Raises NotFound for anyone else.
    """
    leaver = User.objects.select_related("team").filter(pk=pk).first()
    if leaver is None:
        raise NotFound
    of_the_team = by.team_id is not None and leaver.team_id == by.team_id and leaver.is_caseworker
    if not of_the_team and not _terms(leaver, by).exists():
        raise NotFound
    return leaver


def desk(leaver: User, by: User, now: datetime) -> Desk:
    """The whole desk, in a number of queries that does not depend on how many residents there are."""
    terms = list(_terms(leaver, by).select_related("resident").order_by("during", "pk"))
    done = list(_accepted(leaver, by, now))
    residents = [term.resident for term in terms]
    keys = {one.pk for one in residents}
    numbers = called_for_managers(keys | {row.resident_id for row in done}, by)
    known = _known([*residents, *(row.resident for row in done)], numbers, by, now)
    handovers = _handovers(terms)
    people = {user.pk: user for user in caseworkers().exclude(pk=leaver.pk)}
    weights = {key: len(numbers.get(key, ())) for key in keys}
    best = next_persons(residents, handovers, leaver, by, people, weights, now)
    asked = [row for some in handovers.values() for row in some if row.state == HandoverState.ASKED]
    return Desk(
        leaver=leaver,
        to_do=_to_do(
            [term for term in terms if term.resident_id in best], known, best, handovers, people, by
        ),
        asked=[Sent(known[row.resident_id], row) for row in asked],
        accepted=[Sent(known[row.resident_id], row) for row in done],
        people=people,
    )


def _terms(leaver: User, by: User) -> QuerySet[ContactTerm]:
    terms = ContactTerm.objects.filter(user=leaver, during__upper_inf=True)
    return terms.filter(resident__in=managed_residents(by))


def _handovers(terms: Sequence[ContactTerm]) -> Mapping[int, Sequence[Handover]]:
    """By resident what was asked during the running term, oldest first; not of who left meanwhile."""
    since = {term.resident_id: term.during.lower for term in terms}
    answerable = Q(state=HandoverState.ASKED, to_user__is_active=True) | Q(state=HandoverState.REFUSED)
    rows = Handover.objects.filter(answerable, resident__in=since)
    found: dict[int, list[Handover]] = defaultdict(list)
    for row in rows.select_related("to_user__team").order_by("asked_at", "pk"):
        if row.asked_at >= since[row.resident_id]:
            found[row.resident_id].append(row)
    return found


def _accepted(leaver: User, by: User, now: datetime) -> QuerySet[Handover]:
    """What went through, of what this manager asked or whom they could still hand over."""
    rows = Handover.objects.filter(
        from_user=leaver, reason=HandoverReason.LEAVES, state=HandoverState.ACCEPTED,
        answered_at__gte=now - DONE_SHOWN_FOR,
    )  # fmt: skip
    rows = rows.filter(Q(asked_by=by) | Q(resident__in=managed_residents(by)))
    return rows.select_related("resident", "to_user__team").order_by("-answered_at", "-pk")


def _known(
    residents: Sequence[Resident], numbers: Mapping[int, Sequence[str]], by: User, now: datetime
) -> Mapping[int, Known]:
    keys = [one.pk for one in residents]
    readable = set(readable_residents(by, now).filter(pk__in=keys).values_list("pk", flat=True))
    return {one.pk: _one_known(one, one.pk in readable, numbers.get(one.pk, ())) for one in residents}


def _one_known(resident: Resident, by_name: bool, numbers: Sequence[str]) -> Known:
    if by_name:
        return Known(resident.pk, resident.full_name, reverse("resident", args=[resident.pk]))
    url = reverse("case", args=[numbers[-1]]) if numbers else ""
    return Known(resident.pk, ", ".join(numbers) or _("No case in your team"), url)


def _to_do(
    terms: Sequence[ContactTerm], known: Mapping[int, Known], best: Mapping[int, Sequence[Suggestion]],
    handovers: Mapping[int, Sequence[Handover]], people: Mapping[int, User], by: User,
) -> Sequence[ToDo]:  # fmt: skip
    """Who was refused first, then by how long the contact person was there."""
    near = sorted(people.values(), key=lambda one: one.team_id != by.team_id)  # the own team first
    rows = [
        _one_to_do(term, known[term.resident_id], best[term.resident_id], people, near, refused)
        for term in terms
        for refused in [next(reversed(handovers[term.resident_id]), None)]
    ]
    return sorted(rows, key=lambda row: row.refused is None)


def _one_to_do(
    term: ContactTerm, who: Known, ranked: Sequence[Suggestion], people: Mapping[int, User],
    near: Sequence[User], refused: Handover | None,
) -> ToDo:  # fmt: skip
    there = [one for one in ranked if one.available][:PROPOSED]
    proposed = {one.user_id for one in there}
    return ToDo(
        who=who,
        since=term.during.lower,
        proposals=[Choice(people[one.user_id], in_words(one)) for one in there],
        others=[one for one in near if one.pk not in proposed],
        refused=refused,
    )
