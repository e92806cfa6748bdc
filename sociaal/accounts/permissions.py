"""May this person come here? By role only; what a case allows stands in `cases.permissions`.

Each rule exists as a question (`is_…`), as a check that raises (`check_…`) and as a decorator for views. The
decorators suppose a signed-in user: `LoginRequiredMiddleware` has asked for sign-in before a view runs.
Source of the rules: `docs/architecture.md`, "who may see what".
"""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import TYPE_CHECKING, Any, cast

from django.http import HttpRequest, HttpResponseBase
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from sociaal.accounts.roles import CASEWORKERS, STAFF, Role
from sociaal.core.errors import NotFound, NotPermitted

if TYPE_CHECKING:
    from sociaal.accounts.models import User

View = Callable[..., HttpResponseBase]


def is_staff(user: "User") -> bool:
    """Whether the user works for the municipality: any role but partner professional."""
    return user.has_role(*STAFF)


def is_in_role(user: "User", *allowed: str) -> bool:
    """Whether the user has at least one of these roles."""
    return user.has_role(*allowed)


def is_caseworker(user: "User") -> bool:
    """Whether the user works with residents: consultant, case director or care coordinator."""
    return user.has_role(*CASEWORKERS)


def check_staff(user: "User") -> None:
    """Raises NotFound for partner professionals and people without a role: to them nothing is there."""
    if not is_staff(user):
        raise NotFound


def check_role(user: "User", *allowed: str) -> None:
    """Raises NotPermitted, naming who can help, when staff has none of these roles; NotFound for others."""
    check_staff(user)
    if not is_in_role(user, *allowed):
        raise NotPermitted(_("This page is for: %(roles)s.") % {"roles": role_names(allowed)})


def check_administers(by: "User | None") -> None:
    """Raises NotPermitted unless `by` is an administrator; None is the system itself (a command)."""
    if by is not None:
        check_role(by, Role.ADMINISTRATOR)


def user_of(request: HttpRequest) -> "User":
    """Who asks. Only for views behind sign-in, where nobody is anonymous."""
    return cast("User", request.user)


def role_names(roles: Iterable[str]) -> str:
    """The names of roles as a person reads them, in the order of the enumeration: "Consultant or Manager"."""
    wanted = set(roles)
    return get_text_list([str(role.label) for role in Role if role in wanted], _("or"))


def staff(view: View) -> View:
    """View decorator: only who works for the municipality; anyone else gets 404."""
    return _guarded(view, STAFF, check_staff)


def roles(*allowed: str) -> Callable[[View], View]:
    """View decorator: only these roles; other staff get 403 with who can help, anyone else 404."""
    return lambda view: _guarded(view, allowed, lambda user: check_role(user, *allowed))


def caseworkers(view: View) -> View:
    """View decorator: only who works with residents."""
    return roles(*CASEWORKERS)(view)


def _guarded(view: View, allowed: Iterable[str], check: Callable[["User"], None]) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        check(user_of(request))
        return view(request, *args, **kwargs)

    guarded.allowed_roles = frozenset(allowed)  # type: ignore[attr-defined]  # read by the test of every address
    return guarded
