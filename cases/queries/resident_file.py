"""A resident's own page: who, contact person, household, network, and all cases as one story."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from cases.enums import HandoverState, HelpRequestState
from cases.models import (
    BreakGlass,
    Case,
    ContactTerm,
    Handover,
    HelpRequest,
    NetworkMember,
    Procedure,
    Resident,
    ResidentMerge,
)
from cases.permissions import Access, Relation, readable_cases
from cases.permissions.people import keeps_file
from cases.queries import case_rows
from cases.queries.households import Housemate, housemates
from cases.queries.identity import resident_bar
from cases.queries.merges import merges_into
from cases.queries.same_person import same_person
from cases.queries.timeline import Moment
from cases.queries.waits import ShownWait, waits_on, with_shown_wait
from sociaal.accounts.models import User
from sociaal.core.templatetags.ui import days, died


@dataclass(frozen=True)
class CaseLine:
    """A case in the resident's story."""

    case: Case
    url: str
    wait: str
    follows: str


@dataclass(frozen=True)
class ResidentFile:
    resident: Resident
    access: Access
    identity: Mapping[str, Any]
    facts: Sequence[tuple[str, str]]
    cases: Sequence[CaseLine]
    moments: Sequence[Moment]
    household: Sequence[Housemate]
    contact_differs_because: str
    network: Sequence[NetworkMember]
    applied: Sequence[Procedure]
    """What this resident applied for in the case of somebody else."""
    handover: Handover | None
    glass: Sequence[BreakGlass]
    is_contact_person: bool
    keeps: bool


def resident_file(resident: Resident, access: Access, user: User, now: datetime) -> ResidentFile:
    """What this reader may see. Some fifteen queries."""
    readable, records = readable_cases(user, now), same_person(resident.pk)
    terms = list(
        ContactTerm.objects.filter(resident__in=records).select_related("user__team").order_by("-during")
    )
    present = next((term for term in terms if now in term.during), None)
    handovers = Handover.objects.filter(resident=resident, state=HandoverState.ASKED)
    waiting = HelpRequest.objects.filter(resident=resident, state=HelpRequestState.NEW).order_by(
        "received_at"
    )
    cases = list(
        with_shown_wait(readable.filter(resident=resident)).select_related("follows").order_by("-opened_at")
    )
    members = case_rows.HOUSEHOLD(resident=resident.pk, today=timezone.localdate(now))
    merges = list(merges_into(resident))
    mine = bool(access.relations & {Relation.CONTACT_PERSON, Relation.DEPUTY})
    glass = BreakGlass.objects.filter(resident__in=records).select_related("user").order_by("-opened_at")
    return ResidentFile(
        resident=resident,
        access=access,
        identity=_identity(resident, present, waiting, now),
        facts=_facts(resident),
        cases=[_line(case, now) for case in cases],
        moments=_story(resident, cases, terms, merges),
        household=housemates(user, resident.pk, members, now),
        contact_differs_because=members[0].because if members else "",
        network=list(NetworkMember.objects.filter(resident=resident)),
        applied=_applied(resident, readable),
        handover=handovers.select_related("to_user", "asked_by").first(),
        glass=list(glass[:5]) if mine else [],
        is_contact_person=mine,
        keeps=keeps_file(user, access),
    )


def _applied(resident: Resident, readable: QuerySet[Case]) -> list[Procedure]:
    """In cases of others that this reader reads; the decision on it is addressed to this resident."""
    rows = Procedure.objects.filter(applicant=resident).exclude(case__resident=resident)
    return list(rows.filter(case__in=readable.values("pk")).select_related("case").order_by("-pk"))


def _identity(resident: Resident, term: ContactTerm | None, waiting: Any, now: datetime) -> dict[str, Any]:
    who, since = "", ""
    if term is not None:
        who = f"{term.user.name} ({term.user.team or '–'})"
        since = date_format(timezone.localtime(term.during.lower), "F Y")
    facts = [(_("Contact person"), who, ""), (_("Since"), since, "")]
    request = waiting.first()
    if request is not None:
        said = _("A question waits in the inbox, %(days)s") % {"days": days((now - request.received_at).days)}
        facts.append((_("Waiting"), said, "waiting"))
    return {**resident_bar(resident, now), "facts": facts}


def _facts(resident: Resident) -> list[tuple[str, str]]:
    place = " ".join(part for part in (resident.address, resident.postcode) if part)
    return [
        (_("Names"), " ".join(x for x in (resident.first_names, resident.prefix, resident.last_name) if x)),
        *([(_("Maiden name"), resident.birth_name)] if resident.birth_name else []),
        (_("Address"), place),
        (_("Neighbourhood"), resident.neighbourhood),
        (_("Phone"), resident.phone),
        (_("E-mail"), resident.email),
        (_("How to reach"), resident.reach_by),
        (_("Language"), resident.language),
    ]


def _line(case: Any, now: datetime) -> CaseLine:
    wait = ""
    if case.wait_on:
        shown = ShownWait(case.wait_on, case.wait_subject, case.wait_since, (now - case.wait_since).days)
        wait = f"{days(shown.days)} {waits_on(shown.on)}"
    follows = case.follows.number if case.follows else ""
    return CaseLine(case, reverse("case", args=[case.number]), wait, follows)


def _died(resident: Resident) -> Iterator[Moment]:
    """On its day; no hour is known."""
    if resident.died_on is not None:
        at = timezone.make_aware(datetime.combine(resident.died_on, time(23, 59)))
        url = reverse("resident_afterwards", args=[resident.pk])
        yield Moment(at, capfirst(died(resident.died_on)), url=url)


def _story(
    resident: Resident, cases: Sequence[Any], terms: Sequence[ContactTerm], merges: Sequence[ResidentMerge]
) -> list[Moment]:
    """Cases opened and closed, contact persons named, files that became one: one story over all cases and all
    records of this person, newest first.
    """
    told = [*_died(resident)]
    for merge in merges:
        url = reverse("resident_merge_undo", args=[merge.pk])
        told.append(Moment(merge.at, _("Two files became one"), "", merge.at, merge.by.name, url))
    for case in cases:
        url = reverse("case", args=[case.number])
        opened = _("Question: %(subject)s") % {"subject": case.subject}
        told.append(Moment(case.reported_at, opened, case.number, case.reported_at, "", url))
        if case.closed_at:
            ended = _("Closed: %(subject)s") % {"subject": case.subject}
            told.append(
                Moment(case.closed_at, ended, str(case.get_outcome_display()), case.closed_at, "", url)
            )
    for name, since in dict.fromkeys((term.user.name, term.during.lower) for term in terms):
        told.append(Moment(since, _("Contact person: %(name)s") % {"name": name}, "", since))
    return sorted(told, key=lambda moment: moment.at, reverse=True)
