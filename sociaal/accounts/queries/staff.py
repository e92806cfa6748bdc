"""Teams and accounts as the administrator's pages show them. No residents, and no figure about a person."""

from django.db.models import Count, Q, QuerySet

from sociaal.accounts.models import Team, User
from sociaal.core.registry import registry


def teams() -> QuerySet[Team]:
    """All teams by name, each with `active_members`: how many open accounts it has."""
    return Team.objects.annotate(active_members=Count("members", filter=Q(members__is_active=True)))


def users() -> QuerySet[User]:
    """All accounts with their team."""
    return User.objects.select_related("team")


def before_closing(user: User) -> list[str]:
    """What must be settled before this account is closed or works with residents no longer, in sentences."""
    return [sentence for asked in registry.before_closing for sentence in asked(user)]
