"""Numbers of cases and letters, counted per year without gaps that anyone could ask about."""

from datetime import datetime

from django.db import connection
from django.utils import timezone

from cases.models import CaseNumber, LetterNumber


def next_number(now: datetime) -> str:
    """`2026-000123`: the next number of a case in the year of `now`."""
    return _next(CaseNumber, now)


def next_letter_number(now: datetime) -> str:
    """`B2026-000123`: the next number of a letter in the year of `now`."""
    return f"B{_next(LetterNumber, now)}"


def _next(counter: type[CaseNumber] | type[LetterNumber], now: datetime) -> str:
    """In Amsterdam time. Holds the year's row until the transaction ends."""
    year, table = timezone.localtime(now).year, counter._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (year, last) VALUES (%s, 1) "
            f"ON CONFLICT (year) DO UPDATE SET last = {table}.last + 1 RETURNING last",
            [year],
        )
        (last,) = cursor.fetchone()
    return f"{year}-{last:06d}"
