"""Everybody who can stand in some relation to one case, each in that relation and no other.

The tests of the state machines, of the permissions and of every address ask the same people the same things.
People who would read the case through their team as well are of the other team, so that what is tested is
the relation itself; contact person, deputy, colleague and manager are of the case's own team.
"""

from datetime import timedelta

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from cases.models import BreakGlass, Case, CaseRole, Deputyship, Professional, ReadingGrant, Weighing
from regie.coordination.models import Participation
from sociaal.accounts.models import User
from sociaal.accounts.roles import Role
from tests.factories import NOW, OrganisationFactory, TeamFactory, UserFactory, make_case, make_member

DAY = timedelta(days=1)

RELATIONS = (
    "contact_person", "deputy", "own_team", "other_team", "case_director", "care_coordinator",
    "second_reader", "reading_grant", "break_glass", "manager", "other_manager", "administrator",
    "privacy_officer", "partner", "other_partner",
)  # fmt: skip
"""`other_partner` takes part in no case; `other_manager` manages the other team."""


def surround(case: Case) -> dict[str, User]:
    """Put everybody around a case of Anna's: relation to user."""
    anna = User.objects.get(email="anna@voorbeeldstad.example")
    people = {"contact_person": anna, "own_team": make_member("bram"), "other_team": make_member("dirk")}
    people |= {"manager": make_member("esra"), "administrator": make_member("fatma")}
    people |= {"privacy_officer": make_member("gijs"), "partner": make_member("hanna")}
    people["deputy"] = _colleague("Deputy", Role.CONSULTANT, team=anna.team)
    people["other_manager"] = _colleague("Other manager", Role.MANAGER)
    people["case_director"] = _colleague("Case director", Role.CASE_DIRECTOR)
    people["care_coordinator"] = _colleague("Care coordinator", Role.CARE_COORDINATOR)
    people["other_partner"] = _colleague("Other partner", Role.PARTNER, team=None)
    for relation in ("second_reader", "reading_grant", "break_glass"):
        people[relation] = _colleague(relation.capitalize(), Role.CONSULTANT)
    Deputyship.objects.create(
        absent=anna, deputy=people["deputy"], during=DateTimeTZRange(NOW - DAY, NOW + DAY)
    )
    house = OrganisationFactory(name="Kredietbank", kind="partner")
    Professional.objects.create(organisation=house, name="Other partner", user=people["other_partner"])
    relate(case, people)
    return {relation: people[relation] for relation in RELATIONS}


def surrounded_case(status: str = "registered") -> tuple[Case, dict[str, User]]:
    """A case of Anna's, brought to `status`, with everybody around it."""
    case = make_case(make_member("anna"), status=status)
    return case, surround(case)


def _colleague(name: str, role: Role, **facts: object) -> User:
    facts = {"team": TeamFactory(name="Wijkteam West"), "mandates": ["wmo"]} | facts
    return UserFactory(name=name, roles=[role], **facts)


def relate(case: Case, people: dict[str, User]) -> None:
    """Give these people their relation to a case of Anna's, also to a second one."""
    for kind in ("case_director", "care_coordinator"):
        CaseRole.objects.create(case=case, kind=kind, user=people[kind], since=NOW - DAY)
    Weighing.objects.create(
        case=case, made_by=people["contact_person"], made_at=NOW - 9 * DAY,
        second_reader=people["second_reader"],
    )  # fmt: skip
    ReadingGrant.objects.create(resident=case.resident, user=people["reading_grant"], until=NOW + DAY)
    BreakGlass.objects.create(
        resident=case.resident, user=people["break_glass"], reason="Nood", opened_at=NOW, until=NOW + DAY
    )
    take_part(case, people["partner"])


def take_part(case: Case, partner: User, shared: tuple[str, ...] = ("general",)) -> Participation:
    """`partner` takes part in this case, of which `shared` is shared with them."""
    return Participation.objects.create(
        case=case, organisation=partner.professional.organisation, professional=partner.professional,
        role="Verhuurder", added_value="Kent de woning", shared_categories=list(shared),
        ground="Toestemming", since=NOW - DAY,
    )  # fmt: skip
