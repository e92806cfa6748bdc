"""Whose report it is, for who is known by a file only: by BSN, or by exact name and birth date."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from cases.models import Resident
from sociaal.core.crypto import keyed_hash
from sociaal.core.errors import Refused
from sociaal.core.names import name_words, plain, sound_key

Person = Mapping[str, Any]


@dataclass(frozen=True)
class Match:
    """`resident`: who it is for sure. `doubtful`: nobody for sure, but somebody looks much like them."""

    resident: Resident | None
    doubtful: bool = False


def match(person: Person) -> Match:
    """One query. Raises Refused when the BSN is somebody's who was born on another day, or when two residents
    have this name and birth date.
    """
    hashed = keyed_hash(person["bsn"]) if person.get("bsn") else ""
    around = Q(bsn_hash=hashed) if hashed else Q(pk__in=[])
    if person.get("birth_date"):
        around |= Q(birth_date=person["birth_date"])
    if person.get("postcode") and person.get("house_number"):
        around |= Q(postcode=person["postcode"], house_number__iexact=person["house_number"])
    known = list(Resident.objects.filter(around, merged_into__isnull=True).defer("bsn").order_by("pk"))
    if by_bsn := next((one for one in known if hashed and one.bsn_hash == hashed), None):
        return Match(_checked(by_bsn, person))
    same = [one for one in known if _is_same(one, person) and not (hashed and one.bsn_hash)]
    if len(same) > 1:
        raise Refused(_("There are two residents with this name and date of birth. Give the BSN."))
    if same:
        return Match(same[0])
    return Match(None, any(_looks_like(one, person) for one in known))


def _checked(resident: Resident, person: Person) -> Resident:
    born = person.get("birth_date")
    if born and resident.birth_date and born != resident.birth_date:
        raise Refused(_("This BSN is known with another date of birth."), field="bsn")
    return resident


def _is_same(resident: Resident, person: Person) -> bool:
    born = person.get("birth_date")
    return bool(born and person.get("first_names")) and (
        resident.birth_date == born and _full_name(resident.__dict__) == _full_name(person)
    )


def _full_name(person: Person) -> str:
    return plain(" ".join(str(person.get(name) or "") for name in ("first_names", "prefix", "last_name")))


def _looks_like(resident: Resident, person: Person) -> bool:
    """A last name that sounds alike, and the same birth date or address, and no other first letter there."""
    if not _sounds(resident.last_name, resident.birth_name) & _sounds(person.get("last_name", "")):
        return False
    born = person.get("birth_date")
    if born and resident.birth_date:
        return resident.birth_date == born
    letters = {plain(one)[:1] for one in (resident.first_names, person.get("first_names", ""))} - {""}
    return len(letters) < 2


def _sounds(*names: str) -> set[str]:
    return {sound_key(word) for name in names for word in name_words(name)}
