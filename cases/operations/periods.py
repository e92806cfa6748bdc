"""How a period that was noted ends, for whoever has a role in a case or authority over a child."""

from datetime import date

from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from cases.models import CaseParty, ParentalAuthority
from sociaal.core.errors import Refused


def end_period(row: CaseParty | ParentalAuthority, until: date | None) -> None:
    """It ends on this day; None: it never was so, and was noted by mistake. Raises Refused for a day that is
    not after its first.
    """
    if until is None:
        row.delete()
        return
    if until <= row.during.lower:
        raise Refused(_("It began on or after that day."), field="until")
    row.during = DateRange(row.during.lower, until)
    row.save(update_fields=["during"])
