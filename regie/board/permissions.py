"""May this person? All staff read the board, suggest and say "me too"; a team moves its own cards."""

from django.utils.translation import gettext as _

from regie.board.models import Suggestion
from sociaal.accounts.models import User
from sociaal.accounts.permissions import check_staff, is_staff
from sociaal.accounts.roles import Role
from sociaal.core.errors import NotPermitted


def can_move(user: User, suggestion: Suggestion) -> bool:
    """Everyone of the team it belongs to, and any manager; what belongs to no team, all staff."""
    if not is_staff(user):
        return False
    own = suggestion.team_id is None or suggestion.team_id == user.team_id
    return own or user.has_role(Role.MANAGER)


def check_moves(user: User, suggestion: Suggestion) -> None:
    """Raises NotFound for who does not work here, NotPermitted for staff of another team."""
    check_staff(user)
    if not can_move(user, suggestion):
        raise NotPermitted(_("Only colleagues of that team and managers can do this. You can say “me too”."))
