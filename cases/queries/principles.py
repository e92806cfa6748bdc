"""The leading principles, for beside the work."""

from cases.models import Principle


def principles() -> list[str]:
    """In their order; empty while the administrator has written none. One query."""
    return list(Principle.objects.order_by("place").values_list("words", flat=True))
