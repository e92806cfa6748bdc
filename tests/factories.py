"""Test records with only what the test is about spelled out.

People of ours are the fixed cast; residents have invented names and no real BSN. Cases come about through the
operations, so that each has the history a real one has.
"""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import factory
from django.db import transaction

from cases.enums import Channel, LifeDomain, Weight
from cases.models import Case, HelpRequest, Organisation, Procedure, Professional, Provision, Resident
from cases.operations import arrangements, cases, help_requests, procedures, weighing
from cases.operations.contacts import add_goal
from cases.operations.recording import record
from cases.policies import Essentials
from sociaal.accounts.models import Team, User
from sociaal.accounts.roles import Role

NOW = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)
"""A Wednesday; the moment at which tests happen unless they say otherwise."""


class TeamFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Team
        django_get_or_create = ("name",)

    name = "Wijkteam Oost"
    municipality = "Voorbeeldstad"


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User

    email = factory.Sequence(lambda n: f"user{n}@voorbeeldstad.example")
    name = factory.Sequence(lambda n: f"Colleague {n}")
    roles = factory.LazyFunction(lambda: [Role.CONSULTANT])
    team = factory.SubFactory(TeamFactory)


class ResidentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Resident

    first_names = "Aaltje"
    prefix = "de"
    last_name = factory.Sequence(lambda n: f"Testpersoon{n}")
    birth_date = date(1951, 3, 12)
    street = "Lindelaan"
    house_number = "4"
    postcode = "9999 XA"
    neighbourhood = "Oost"
    created_at = NOW


class OrganisationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Organisation

    name = factory.Sequence(lambda n: f"Zorg aan Huis {n}")
    kind = "provider"


class ProvisionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Provision

    name = factory.Sequence(lambda n: f"Voorziening {n}")
    weight = Weight.GENERAL
    provider = factory.SubFactory(OrganisationFactory)
    domains = factory.LazyFunction(lambda: [LifeDomain.HOUSING])


CAST: dict[str, dict[str, Any]] = {
    "anna": {"roles": [Role.CONSULTANT], "mandates": ["wmo", "wgs", "jeugdwet", "participatiewet"]},
    "bram": {"roles": [Role.CONSULTANT], "mandates": ["wmo"]},
    "carla": {"roles": [Role.CASE_DIRECTOR]},
    "dirk": {"roles": [Role.CONSULTANT], "team": "Wijkteam West"},
    "esra": {"roles": [Role.MANAGER]},
    "fatma": {"roles": [Role.ADMINISTRATOR], "team": None},
    "gijs": {"roles": [Role.PRIVACY_OFFICER], "team": None},
    "hanna": {"roles": [Role.PARTNER], "team": None},
}


def make_member(name: str) -> User:
    """One of the fixed cast; Hanna with the organisation she works for."""
    facts = dict(CAST[name])
    team = facts.pop("team", "Wijkteam Oost")
    user = UserFactory(
        name=name.capitalize(),
        email=f"{name}@voorbeeldstad.example",
        team=TeamFactory(name=team) if team else None,
        **facts,
    )
    if name == "hanna":
        house = OrganisationFactory(name="Woonstichting De Linde", kind="partner")
        Professional.objects.create(organisation=house, name="Hanna", user=user)
    return user


def make_request(
    by: User, *, resident: Resident | None = None, at: datetime = NOW, **facts: Any
) -> HelpRequest:
    """A question by phone, in the inbox of `by`'s team."""
    facts = {"words": "Ik kom de trap niet meer op.", "channel": Channel.PHONE, "team": by.team} | facts
    return help_requests.register(by=by, now=at, resident=resident or ResidentFactory(), **facts)


@transaction.atomic
def make_case(
    by: User, *, status: str = "registered", resident: Resident | None = None, at: datetime = NOW
) -> Case:
    """A case of which `by` is the contact person, brought to `status` along the usual way, an hour a step."""
    hour = timedelta(hours=1)
    request = make_request(by, resident=resident, at=at - 30 * hour)
    case = help_requests.take_up(
        help_request=request, contact_person=by, subject="Traplift", by=by, now=at - 29 * hour
    )
    for number, (reached, advance) in enumerate(_WAY):
        if case.status == status:
            break
        advance(case, by, at - (28 - number) * hour)
        case = Case.objects.select_related("resident", "team").get(pk=case.pk)
        assert case.status == reached
    if case.status != status:
        assert status == "closed", "for a case that is being decided: make_deciding_case"
        _close(case, by, at)
        case = Case.objects.select_related("resident", "team").get(pk=case.pk)
    return case


ESSENTIALS = Essentials(
    own_words="Ik kom de trap niet meer op.", wish="Zelf naar boven.",
    own_strength_asked=True, network_asked=True, domains_touched=1,
)  # fmt: skip

COMPLETE = weighing.WeighingInput(
    behind_question="Zij is bang om te vallen.",
    safety_at_stake=False,
    clear_how=True,
    stable=True,
    parties_needed=1,
    weight=Weight.GENERAL,
    rungs={
        "social_base": {
            "considered": "De buurvrouw helpt.",
            "tried": "Ja.",
            "why_not": "Zij kan niet tillen.",
        },
        "general": {"considered": "De klussendienst plaatst een leuning.", "tried": "", "why_not": ""},
    },
)


def _converse(case: Case, by: User, at: datetime) -> None:
    cases.start_conversation(case=case, planned=True, by=by, now=at)


def _finish(case: Case, by: User, at: datetime) -> None:
    record("conversation_held", case=case, by=by, now=at)
    cases.finish_conversation(case=case, essentials=ESSENTIALS, by=by, now=at)


def _choose(case: Case, by: User, at: datetime) -> None:
    weighing.save_weighing(case=case, given=COMPLETE, by=by, now=at)
    cases.choose_solution(case=case, by=by, now=at)


def _support(case: Case, by: User, at: datetime) -> None:
    row = arrangements.propose(case=case, provision=ProvisionFactory(), by=by, now=at)
    arrangements.start_at_once(arrangement=row, by=by, now=at)


def _review(case: Case, by: User, at: datetime) -> None:
    cases.start_review(case=case, by=by, now=at)


def _close(case: Case, by: User, at: datetime) -> None:
    add_goal(case=case, domain=LifeDomain.HOUSING, words="Zelf naar boven.", by=by, now=at)
    for row in case.arrangements.filter(state="started"):
        arrangements.end(arrangement=row, reason="Het lukt weer zelf.", by=by, now=at)
    cases.record_levels(case=case, moment="closing", levels={LifeDomain.HOUSING: 4}, by=by, now=at)
    cases.close(case=case, outcome="goals_reached", note="Het lukt weer.", by=by, now=at)


_WAY = (
    ("conversation", _converse),
    ("weighing", _finish),
    ("arranging", _choose),
    ("supported", _support),
    ("reviewing", _review),
)


@transaction.atomic
def make_deciding_case(
    by: User, *, resident: Resident | None = None, at: datetime = NOW
) -> tuple[Case, Procedure]:
    """A case that waits for a decision under the Wmo, and its procedure, applied for."""
    case = make_case(by, status="weighing", resident=resident, at=at)
    when = at - timedelta(hours=2)
    procedure = procedures.open_procedure(case=case, law="wmo", subject="Traplift", by=by, now=when)
    procedure = procedures.apply(procedure=procedure, applied_date=at.date(), by=by, now=when)
    weighing.save_weighing(case=case, given=COMPLETE, by=by, now=when)
    return cases.await_decision(case=case, by=by, now=when), procedure
