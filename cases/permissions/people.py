"""Who keeps what is known of the people around a resident, and what of those people each reader sees."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from cases.models import Resident
from cases.permissions.access import access_to_resident
from cases.permissions.checks import check_reads_resident
from cases.permissions.lists import findable_residents, is_locatable, readable_residents_among
from cases.permissions.merging import OWN_WORK
from cases.permissions.relations import Access, Sight
from sociaal.accounts.models import User
from sociaal.core.errors import NotPermitted
from sociaal.core.templatetags.ui import died


@dataclass(frozen=True)
class SeenPerson:
    """Somebody beside the resident whose page this is, as far as this reader may know of them.

    `sight` NOTHING: that there is somebody, and no more. `url`: their file, for who reads it. `died`: that
    they have died, in words; when, is for who reads the file.
    """

    key: int
    name: str
    sight: Sight
    url: str = ""
    died: str = ""

    @property
    def is_known(self) -> bool:
        return self.sight >= Sight.LOCATE

    @property
    def is_read(self) -> bool:
        return self.sight >= Sight.READ


def seen_people(
    user: User, residents: Iterable[Resident], now: datetime, *, hidden: str = ""
) -> Mapping[int, SeenPerson]:
    """Each by the rights this user has on that person: file, name only, or no more than that there is
    somebody (`hidden` says what they are called then). One query; one more for who cannot locate. Never an
    address.
    """
    rows = {resident.pk: resident for resident in residents}
    if not rows:
        return {}
    read = readable_residents_among(user, rows, now)
    found = {pk for pk, resident in rows.items() if is_locatable(user, resident)}
    if not user.is_caseworker:
        by_cases = findable_residents(user, now).filter(pk__in=rows).order_by("pk")
        found |= set(by_cases.values_list("pk", flat=True))
    nameless = hidden or _("A household member")
    return {pk: _seen(resident, pk in read, pk in found, nameless) for pk, resident in rows.items()}


def _seen(resident: Resident, read: bool, found: bool, nameless: str) -> SeenPerson:
    if read:
        url = reverse("resident", args=[resident.pk])
        return SeenPerson(resident.pk, resident.full_name, Sight.READ, url, died(resident.died_on))
    if found:
        ended = _("died") if resident.died_on else ""
        return SeenPerson(resident.pk, resident.full_name, Sight.LOCATE, died=ended)
    return SeenPerson(resident.pk, nameless, Sight.NOTHING)


def keeps_file(user: User, access: Access) -> bool:
    """Whether who has this access changes what is known of the people around a resident."""
    return user.is_caseworker and bool(access.relations & OWN_WORK)


def check_keeps_file(user: User, resident: Resident, now: datetime) -> Access:
    """Who works with this resident notes who belongs to them. A reading grant or break-glass access is for
    looking. Raises NotPermitted (403, who can help) or NotFound.
    """
    access = check_reads_resident(user, resident, now)
    if not keeps_file(user, access):
        raise NotPermitted(_("You can read this file, and not change it. Ask the contact person."))
    return access


def may_know(user: User, resident: Resident, now: datetime) -> bool:
    """Whether this user may know of this resident at all."""
    return access_to_resident(user, resident, now).sight >= Sight.LOCATE


def known_among(access: Access, keys: Iterable[int]) -> set[int]:
    """Those of these residents of whom the reader may know; none when the access is nobody's. One query and
    some for each; none without keys.
    """
    wanted, reader, at = set(keys), access.reader, access.at
    if not wanted or reader is None or at is None:
        return set()
    rows = Resident.objects.filter(pk__in=wanted).defer("bsn").order_by("pk")
    return {row.pk for row in rows if may_know(reader, row, at)}
