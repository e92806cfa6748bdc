"""Case numbers: `2026-000123`, counted per year without gaps that anyone could ask about."""

from datetime import datetime

from django.db import connection
from django.utils import timezone


def next_number(now: datetime) -> str:
    """The next number of the year of `now` (Amsterdam time). Holds the year's row until the transaction
    ends.
    """
    year = timezone.localtime(now).year
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO cases_casenumber (year, last) VALUES (%s, 1) "
            "ON CONFLICT (year) DO UPDATE SET last = cases_casenumber.last + 1 RETURNING last",
            [year],
        )
        (last,) = cursor.fetchone()
    return f"{year}-{last:06d}"
