"""The fixed cast of Voorbeeldstad, for the demo and for whoever shows the product."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sociaal.accounts.models import Team, User
from sociaal.accounts.roles import Role
from sociaal.audit.log import wrote
from sociaal.core.laws import Law

MUNICIPALITY = "Voorbeeldstad"
EAST, WEST, DEBTS = "Wijkteam Oost", "Wijkteam West", "Team Schuld en Inkomen"

TEAMS = {
    EAST: ["De Polder", "Het Hoge Land", "Nieuw Voorbeeld"],
    WEST: ["Oude Haven", "Spoorzicht"],
    DEBTS: [],
}
"""Team to its neighbourhoods; the last works for the whole municipality."""


@dataclass(frozen=True)
class Character:
    """Someone of the cast. `comes_for`: what they can show whoever tries the demo."""

    who: str
    name: str
    role: Role
    comes_for: str | Promise
    team: str | None = None
    expertise: tuple[str, ...] = ()
    mandates: tuple[str, ...] = ()

    @property
    def email(self) -> str:
        return f"{self.who}@voorbeeldstad.example"

    @property
    def phone(self) -> str:
        """A number that cannot exist; another one for each, as their names begin with different letters."""
        return f"0900 002 {ord(self.who[0]) - ord('a') + 1:04d}"


CAST = (
    Character(
        "anna",
        "Anna Bakker",
        Role.CONSULTANT,
        _("Contact person of residents: takes in help questions, speaks with people, arranges help."),
        team=EAST,
        expertise=(Law.WMO, Law.JEUGDWET),
        mandates=tuple(Law.values),
    ),
    Character(
        "bram",
        "Bram Smit",
        Role.CONSULTANT,
        _("Anna's colleague in the same team: reads along, takes over when she is away."),
        team=EAST,
        expertise=(Law.PARTICIPATIEWET, Law.WGS),
    ),
    Character(
        "carla",
        "Carla Visser",
        Role.CASE_DIRECTOR,
        _("Directs cases with several parties: who does what, and when."),
        team=EAST,
    ),
    Character(
        "dirk",
        "Dirk Mulder",
        Role.CONSULTANT,
        _("Consultant of another team: can say who the contact person is, and not read the file."),
        team=WEST,
        expertise=(Law.WMO,),
        mandates=(Law.WMO,),
    ),
    Character(
        "esra",
        "Esra Yıldız",
        Role.MANAGER,
        _("Looks at flow: who waits for whom, how long, and what would help."),
        team=EAST,
    ),
    Character("fatma", "Fatma Amrani", Role.ADMINISTRATOR, _("Keeps teams and accounts. Sees no residents.")),
    Character("gijs", "Gijs de Boer", Role.PRIVACY_OFFICER, _("Sees who looked at what, and why.")),
    Character(
        "hanna", "Hanna Peters", Role.PARTNER, _("Works for a partner: only the cases she takes part in.")
    ),
)


@transaction.atomic
def make_cast(now: datetime) -> dict[str, User]:
    """Make the three teams and the cast; what is there stays as it is. Keys: first names in lower case.

    The cast has no password: it signs in from the demo page, and nowhere once that is off.
    """
    teams = {name: _team(name, areas, now) for name, areas in TEAMS.items()}
    return {one.who: _user(one, teams[one.team] if one.team else None, now) for one in CAST}


def _team(name: str, neighbourhoods: list[str], now: datetime) -> Team:
    about = {"municipality": MUNICIPALITY, "neighbourhoods": neighbourhoods}
    team, made = Team.objects.get_or_create(name=name, defaults=about)
    if made:
        wrote("add_team", by=None, now=now, about=team)
    return team


def _user(character: Character, team: Team | None, now: datetime) -> User:
    about = {
        "name": character.name,
        "phone": character.phone,
        "roles": [character.role],
        "team": team,
        "expertise": list(character.expertise),
        "mandates": list(character.mandates),
        "password": make_password(None),
    }
    user, made = User.objects.get_or_create(email=character.email, defaults=about)
    if made:
        wrote("add_user", by=None, now=now, about=user, roles=[character.role])
    return user
