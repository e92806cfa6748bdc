"""Break-glass accesses for the privacy officer, newest first."""

from django.db.models import QuerySet

from cases.models import BreakGlass


def break_glass_accesses() -> QuerySet[BreakGlass]:
    """All of them, with who opened and who looked at it. The resident is known by key only."""
    return BreakGlass.objects.select_related("user__team", "reviewed_by")
