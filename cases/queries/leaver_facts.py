"""The facts by which the residents of a leaver are shared out. A fixed number of queries for any number.

The manager who reads the outcome sees no file: needs follow from the laws of procedures in their own team,
and a housemate with a restricted file or a confidential address is left out.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from django.db.models import Count, Q
from django.utils import timezone

from cases.contact_suggestion import RECENT, Candidate, PastTerm, Suggestion
from cases.enums import CaseStatus, HandoverState, ProcedureState
from cases.leaving import LeftBehind, share_out
from cases.models import ContactTerm, Handover, HouseholdMember, Procedure, Resident
from cases.queries.candidates import candidates, takes_in
from cases.queries.presence import absences
from sociaal.accounts.models import Team, User

SETTLED = (ProcedureState.FINAL, ProcedureState.WITHDRAWN)
Keys = Collection[int]


def next_persons(
    residents: Sequence[Resident], handovers: Mapping[int, Sequence[Handover]], leaver: User, by: User,
    people: Mapping[int, User], weights: Mapping[int, int], now: datetime,
) -> Mapping[int, Sequence[Suggestion]]:  # fmt: skip
    """Resident to who could be next, best first; of who is asked for already none.

    `handovers` are those of the running term, oldest first; `people` everyone who can be a contact person.
    """
    keys = [one.pk for one in residents]
    mates = _housemates(keys, now)
    terms = _terms({*keys, *(mate for some in mates.values() for mate in some)}, now)
    laws, teams = _laws(keys, by), _teams(people.values())
    left = [
        LeftBehind(
            one.pk,
            household=_contact_persons(mates[one.pk], terms, leaver),
            housemates=mates[one.pk],
            past=_past(one.pk, terms),
            team=teams.get(one.neighbourhood, ()),
            colleagues=teams.get(leaver.team_id, ()),
            needed=laws[one.pk],
            refused_by={row.to_user_id for row in handovers[one.pk] if row.state == HandoverState.REFUSED},
            asked=next((r.to_user_id for r in handovers[one.pk] if r.state == HandoverState.ASKED), None),
            weight=weights.get(one.pk, 1),
        )
        for one in residents
    ]
    return share_out(left, _candidates(people, now), leaver=leaver.pk, today=timezone.localdate(now))


def _candidates(people: Mapping[int, User], now: datetime) -> Sequence[Candidate]:
    asked = Handover.objects.filter(state=HandoverState.ASKED).order_by().values_list("to_user")
    waiting = dict(asked.annotate(number=Count("pk")))
    return candidates(people.values(), absences(people, now), waiting)


def _housemates(keys: Keys, now: datetime) -> Mapping[int, Sequence[int]]:
    """Who shares a home with these residents; a partner or parent has no precedence here."""
    living = HouseholdMember.objects.filter(during__contains=timezone.localdate(now))
    homes = living.filter(resident__in=keys).values("household")
    rows = living.filter(
        household__in=homes, resident__restricted=False, resident__confidential_address=False
    )
    at_home: dict[int, set[int]] = defaultdict(set)
    for household, resident in rows.values_list("household", "resident"):
        at_home[household].add(resident)
    mates: dict[int, set[int]] = defaultdict(set)
    for together in at_home.values():
        for one in together:
            mates[one] |= together - {one}
    return defaultdict(list, {one: sorted(others) for one, others in mates.items()})


def _terms(keys: Keys, now: datetime) -> Mapping[int, Sequence[ContactTerm]]:
    recent = Q(during__upper_inf=True) | Q(during__endswith__gte=now - RECENT)
    rows = ContactTerm.objects.filter(recent, resident__in=keys).order_by("pk")
    found: dict[int, list[ContactTerm]] = defaultdict(list)
    for term in rows:
        found[term.resident_id].append(term)
    return found


def _contact_persons(mates: Keys, terms: Mapping[int, Sequence[ContactTerm]], leaver: User) -> Sequence[int]:
    open_terms = [term for mate in mates for term in terms[mate] if term.during.upper is None]
    return list(dict.fromkeys(term.user_id for term in open_terms if term.user_id != leaver.pk))


def _past(resident: int, terms: Mapping[int, Sequence[ContactTerm]]) -> Sequence[PastTerm]:
    ended = [term for term in terms[resident] if term.during.upper is not None]
    return [PastTerm(term.user_id, timezone.localdate(term.during.upper)) for term in ended]


def _laws(keys: Keys, by: User) -> Mapping[int, set[str]]:
    """Of each resident the laws of what runs in the manager's team."""
    rows = Procedure.objects.filter(case__resident__in=keys, case__team=by.team_id)
    rows = rows.exclude(case__status=CaseStatus.CLOSED).exclude(state__in=SETTLED).order_by()
    found: dict[int, set[str]] = defaultdict(set)
    for resident, law in rows.values_list("case__resident", "law"):
        found[resident].add(law)
    return found


def _teams(people: Collection[User]) -> Mapping[object, Sequence[int]]:
    """Neighbourhood, and key of a team, to the consultants of that team."""
    members: dict[object, list[int]] = defaultdict(list)
    for user in people:
        if user.team_id and takes_in(user):
            members[user.team_id].append(user.pk)
    for team in Team.objects.order_by("-pk"):  # of two teams in one neighbourhood the oldest counts
        members |= {place: members[team.pk] for place in team.neighbourhoods if place and members[team.pk]}
    return members
