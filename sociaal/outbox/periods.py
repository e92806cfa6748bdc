"""Periodic tasks run once a period, and a missing period shows."""

from datetime import UTC, datetime, timedelta

from sociaal.outbox.models import PeriodRun


def start_of_period(now: datetime, length: timedelta) -> datetime:
    """The start of the period of `length` that `now` is in, counted from 1970 in UTC."""
    seconds = length.total_seconds()
    return datetime.fromtimestamp(now.timestamp() // seconds * seconds, tz=UTC)


def first_in_period(task: str, length: timedelta, *, now: datetime) -> bool:
    """True for whoever is first to run `task` in the present period; the row is the claim."""
    row = PeriodRun(task=task, period_start=start_of_period(now, length), ran_at=now)
    before = PeriodRun.objects.filter(task=row.task, period_start=row.period_start).exists()
    if before:
        return False
    PeriodRun.objects.bulk_create([row], ignore_conflicts=True)
    return PeriodRun.objects.filter(task=row.task, period_start=row.period_start, ran_at=now).exists()


def last_run(task: str) -> datetime | None:
    """When `task` ran last, or None when it never did."""
    return (
        PeriodRun.objects.filter(task=task).order_by("-period_start").values_list("ran_at", flat=True).first()
    )
