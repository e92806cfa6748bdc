"""What stands in Voorbeeldstad before anything happens: teams, staff, the catalogue, residents at home."""

from collections import Counter
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random

from django.contrib.auth.hashers import make_password
from django.db.backends.postgresql.psycopg_any import DateRange

from cases.enums import AuthoritySource, HouseholdRole
from cases.models import (
    Household,
    HouseholdMember,
    Organisation,
    ParentalAuthority,
    Professional,
    Provision,
    Resident,
)
from cases.operations.principles import keep_principles
from cases.operations.residents import add_resident
from sociaal.accounts.models import Team, User
from sociaal.accounts.operations.cast import make_cast
from sociaal.audit.log import wrote
from sociaal.home.demo.bsn import count, test_bsn
from sociaal.home.demo.organisations import ORGANISATIONS
from sociaal.home.demo.people import Home, Person
from sociaal.home.demo.plan import Plan
from sociaal.home.demo.present import HANNAS
from sociaal.home.demo.provisions import PROVISIONS
from sociaal.home.demo.staff import COLLEAGUES

PRINCIPLES = (
    "We doen niets waar de inwoner niet beter van wordt.",
    "Eerst wat mensen zelf en samen kunnen.",
    "Niet zwaarder dan nodig, en niet langer dan nodig.",
    "Een inwoner heeft een vast gezicht.",
    "We praten met mensen, niet over mensen.",
)


def found(plan: Plan, *, now: datetime) -> None:
    """Make the town itself. `now`: when it all began, before the first question."""
    make_cast(now)
    _add_colleagues(now)
    _fill_catalogue(Random(plan.seed))
    fatma = User.objects.get(email="fatma@voorbeeldstad.example")
    keep_principles(words=PRINCIPLES, by=fatma, now=now)
    clerk = User.objects.get(email="anna@voorbeeldstad.example")
    for home in plan.homes:
        _move_in(home, by=clerk, now=now)


def _add_colleagues(now: datetime) -> None:
    """Like the cast they sign in nowhere: no password."""
    teams = {team.name: team for team in Team.objects.all()}
    for one in COLLEAGUES:
        user, made = User.objects.get_or_create(
            email=one.email,
            defaults={
                "name": one.name, "roles": [one.role], "team": teams[one.team or ""],
                "expertise": list(one.expertise), "mandates": list(one.mandates),
                "password": make_password(None),
            },
        )  # fmt: skip
        if made:
            wrote("add_user", by=None, now=now, about=user, roles=[one.role])


def _fill_catalogue(rng: Random) -> None:
    """Organisations with their professionals, and what can be given. Hanna works for one of them."""
    hanna = User.objects.get(email="hanna@voorbeeldstad.example")
    names = ["Yvonne Hofman", "Bas Terpstra", "Samira Aydin", "Kees Boonstra", "Linda Snoek", "Ruud Postma"]
    for text in ORGANISATIONS:
        house, _new = Organisation.objects.get_or_create(
            name=text.name, defaults={"kind": text.kind, "phone": text.phone}
        )
        for number, profession in enumerate(text.professions):
            hers = text.name == HANNAS and number == 0
            name = hanna.name if hers else rng.choice(names)
            Professional.objects.get_or_create(
                organisation=house,
                profession=profession,
                defaults={"name": name, "user": hanna if hers else None},
            )
    houses = {house.name: house for house in Organisation.objects.all()}
    for given in PROVISIONS:
        Provision.objects.get_or_create(
            name=given.name,
            defaults={
                "weight": given.weight, "law": given.law or "", "provider": houses[given.provider],
                "domains": [str(domain) for domain in given.domains],
                "price": Decimal(given.price) if given.price else None, "per": given.per,
                "places": given.places, "waiting_weeks": given.waiting_weeks,
            },
        )  # fmt: skip


def _move_in(home: Home, *, by: User, now: datetime) -> None:
    """A household and who lives there. Alone is no household."""
    residents = [
        (person, add_resident(by=by, now=known_since(person, now), **_facts(person)))
        for person in home.people
    ]
    if len(residents) == 1:
        return
    last = Counter(" ".join(filter(None, (p.prefix, p.last_name))) for p in home.people).most_common(1)[0][0]
    household = Household.objects.create(name=f"Huishouden {last}")
    together = now.date() - timedelta(days=900)
    for person, resident in residents:
        HouseholdMember.objects.create(
            household=household, resident=resident, role=person.role,
            during=DateRange(person.birth_date if person.is_child else together, None),
        )  # fmt: skip
    _give_authority(residents, now)


def _give_authority(residents: list[tuple[Person, Resident]], now: datetime) -> None:
    """The parents have authority over their children under 18; of every third child it is only told."""
    parents = [resident for person, resident in residents if person.role == HouseholdRole.PARENT]
    young = [(person, child) for person, child in residents if person.is_child]
    for person, child in young:
        age = child.age_on(now.date())
        if age is None or age >= 18:
            continue
        source = AuthoritySource.TOLD if person.index % 3 == 0 else AuthoritySource.REGISTER
        seen = None if source == AuthoritySource.TOLD else now.date()
        for parent in parents:
            ParentalAuthority.objects.create(
                child=child, holder=parent, source=source, seen_date=seen,
                during=DateRange(person.birth_date, None),
            )  # fmt: skip


def known_since(person: Person, now: datetime) -> datetime:
    """When a resident was added; each at another moment, by which they are found back."""
    return now + timedelta(seconds=person.index)


def _facts(person: Person) -> dict[str, object]:
    """The fields of a resident. Every tenth BSN is not known."""
    home, n = person.home, person.index
    adult = not person.is_child
    latin = person.first_name.isascii() and person.last_name.isascii()
    return {
        "first_names": person.first_name, "prefix": person.prefix, "last_name": person.last_name,
        "birth_date": person.birth_date, "bsn": None if n % 10 == 9 else test_bsn((n * 7) % count()),
        "street": home.street, "house_number": home.house_number, "postcode": home.postcode,
        "neighbourhood": home.neighbourhood, "language": person.language,
        "phone": f"0900 001 {n:04d}" if adult else "",
        "email": f"{person.first_name}.{n}@inwoner.example".lower() if adult and latin and n % 3 else "",
        "reach_by": "Liever een bericht dan bellen" if n % 17 == 3 else "",
        "confidential_address": n % 97 == 41,
    }  # fmt: skip
