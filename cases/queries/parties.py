"""Whom a case concerns, whose consent is needed, and who gave it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from cases.consent import Needed, consent_rule
from cases.enums import Law, PartyRole
from cases.models import Case, CaseParty, Consent, ParentalAuthority, Resident
from cases.permissions import can_direct
from cases.permissions.people import SeenPerson, seen_people
from cases.permissions.relations import Access, Sight
from sociaal.accounts.models import User
from sociaal.core.templatetags.ui import died


@dataclass(frozen=True)
class PartyLine:
    """Somebody of the case in one role."""

    pk: int
    person: SeenPerson
    role: str
    since: date
    until: date | None


@dataclass(frozen=True)
class Answer:
    """What one person said about consent, or that it is still to be asked. `given` None: not asked yet.

    `may_note`: they are part of the case, so their answer can be noted.
    """

    person: SeenPerson | None
    name: str
    whose: str
    given: bool | None
    on_date: date | None
    said: str
    may_note: bool


@dataclass(frozen=True)
class ConsentLine:
    """About whom, under which law, by which article; and the answers that are needed."""

    subject: str
    law: str
    law_label: str
    article: str
    answers: Sequence[Answer]

    @property
    def is_complete(self) -> bool:
        return bool(self.answers) and all(one.given for one in self.answers)


@dataclass(frozen=True)
class PartiesPage:
    """`residents`: keys of whom the page shows."""

    case: Case
    parties: Sequence[PartyLine]
    earlier: Sequence[PartyLine]
    consents: Sequence[ConsentLine]
    may_change: bool
    residents: Sequence[int]


def parties_page(case: Case, access: Access, user: User, now: datetime) -> PartiesPage:
    """The people of a case that this user reads. Some six queries."""
    today = timezone.localdate(now)
    rows = list(CaseParty.objects.filter(case=case).select_related("resident"))
    rows = [row for row in rows if row.resident_id != case.resident_id]
    present = [row for row in rows if today in row.during]
    subjects = [case.resident, *(row.resident for row in present if row.role == PartyRole.SUBJECT)]
    authority = _authority(subjects, today)
    everybody = {one.pk: one for one in (*subjects, *(row.resident for row in rows))}
    everybody |= {one.holder.pk: one.holder for one in authority if one.holder is not None}
    known = seen_people(user, everybody.values(), now, hidden=_("Somebody not shown to you"))
    seen = {**known, case.resident_id: _main(case.resident)}
    lines = [PartyLine(row.pk, seen[row.resident_id], str(row.get_role_display()), row.during.lower,
                       row.during.upper) for row in rows]  # fmt: skip
    in_case = {row.resident_id for row in present} | {case.resident_id}
    asked = _Asked(seen, in_case, present, authority, _newest(case), today)
    return PartiesPage(
        case=case,
        parties=[line for row, line in zip(rows, lines, strict=True) if row in present],
        earlier=[line for row, line in zip(rows, lines, strict=True) if row not in present],
        consents=[line for law in _laws(case) for subject in subjects for line in asked.of(subject, law)],
        may_change=can_direct(access),
        residents=[pk for pk, person in seen.items() if person.is_known],
    )


@dataclass(frozen=True)
class _Asked:
    """Works out who must agree, for one case."""

    seen: Mapping[int, SeenPerson]
    in_case: set[int]
    present: Sequence[CaseParty]
    authority: Sequence[ParentalAuthority]
    newest: Mapping[tuple[int, str], Consent]
    today: date

    def of(self, subject: Resident, law: str) -> Iterator[ConsentLine]:
        if not self.seen[subject.pk].is_known:
            return
        speaks_for = [row for row in self.present if row.role == PartyRole.REPRESENTATIVE]
        rule = consent_rule(law, subject.age_on(self.today), represented=bool(speaks_for))
        answers: list[Answer] = []
        for needed in rule.whose:
            if needed == Needed.OWN:
                answers.append(self._answer(subject.pk, needed, law))
            elif needed == Needed.REPRESENTATIVE:
                answers += [self._answer(row.resident_id, needed, law) for row in speaks_for]
            else:
                answers += self._of_authority(subject, law)
        label = str(Law(law).label)
        yield ConsentLine(self.seen[subject.pk].name, law, label, rule.article, answers)

    def _of_authority(self, child: Resident, law: str) -> Iterator[Answer]:
        """Of each who has it; nobody noted is an answer that misses."""
        rows = [row for row in self.authority if row.child_id == child.pk]
        for row in rows:
            if row.holder_id:
                yield self._answer(row.holder_id, Needed.AUTHORITY, law)
            else:
                whose = str(Needed.AUTHORITY.value)
                yield Answer(None, row.holder_name, whose, None, None, "", False)
        parents = {row.resident_id for row in self.present if row.role == PartyRole.PARENT}
        for pk in sorted(parents - {row.holder_id for row in rows}):
            yield self._answer(pk, Needed.AUTHORITY, law)
        if not rows and not parents:
            yield Answer(None, "", str(Needed.AUTHORITY.value), None, None, "", False)

    def _answer(self, pk: int, needed: Needed, law: str) -> Answer:
        person, said = self.seen[pk], self.newest.get((pk, law))
        return Answer(
            person=person,
            name=person.name,
            whose=str(needed.value),
            given=said.given if said else None,
            on_date=said.on_date if said else None,
            said=said.said if said and person.is_known else "",
            may_note=pk in self.in_case and person.is_known,
        )


def _main(resident: Resident) -> SeenPerson:
    """Whoever reads the case knows whom it is about."""
    return SeenPerson(resident.pk, resident.full_name, Sight.LOCATE, died=died(resident.died_on))


def _authority(subjects: Sequence[Resident], today: date) -> list[ParentalAuthority]:
    rows = ParentalAuthority.objects.filter(child__in=subjects, during__contains=today)
    return list(rows.select_related("holder").order_by("pk"))


def _newest(case: Case) -> dict[tuple[int, str], Consent]:
    rows = Consent.objects.filter(case=case).order_by("on_date", "noted_at", "pk")
    return {(row.resident_id, row.law): row for row in rows}


def _laws(case: Case) -> list[str]:
    """Under which there is a procedure or an answer."""
    found = set(case.procedures.order_by("pk").values_list("law", flat=True))
    found |= set(case.consents.order_by("pk").values_list("law", flat=True))
    return [str(law) for law in Law if law in found]
