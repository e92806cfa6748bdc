"""Who may see and change what is measured. A figure is about flow, never about one employee."""

from django.utils.translation import gettext as _

from sociaal.accounts.models import User
from sociaal.accounts.roles import Role
from sociaal.core.errors import NotPermitted


def can_import_baseline(user: User | None) -> bool:
    """The administrator; and whoever works on the server's command line, where nobody is signed in (None)."""
    return user is None or user.has_role(Role.ADMINISTRATOR)


def check_import_baseline(user: User | None) -> None:
    """Raises NotPermitted unless `can_import_baseline`."""
    if not can_import_baseline(user):
        raise NotPermitted(_("Only the administrator imports an event log."))
