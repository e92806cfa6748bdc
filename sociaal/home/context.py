"""What the frame around every page needs: navigation by role, addresses, time left in the session.

Costs no query: only the signed-in user, who is there already. Built when a template asks for it, so a
fragment that shows no frame pays nothing.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, get_urlconf, reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from sociaal.accounts.roles import CASEWORKERS, STAFF, Role

TEAM = CASEWORKERS | {Role.MANAGER}

NAV = (
    (_("My work"), "home", CASEWORKERS),
    (_("Shared with me"), "home", frozenset({Role.PARTNER})),
    (_("Inbox"), "inbox", TEAM),
    (_("Team"), "team", TEAM),
    (_("Letters"), "letters", CASEWORKERS),
    (_("Regie"), "regie", TEAM | {Role.PARTNER}),
    (_("Flow"), "metrics:dashboard", STAFF),
    (_("Improve"), "board:board", STAFF),
    (_("Administration"), "administration", frozenset({Role.ADMINISTRATOR})),
    (_("Access log"), "access_log", frozenset({Role.PRIVACY_OFFICER})),
    (_("Break-glass access"), "break_glass_list", frozenset({Role.PRIVACY_OFFICER})),
)
"""Label, name of the page, and the roles that see it."""


@dataclass(frozen=True)
class NavItem:
    """One entry of the navigation. `badge`: how many things wait there, None when not counted."""

    label: str
    url: str
    current: bool
    badge: int | None


@dataclass(frozen=True)
class Frame:
    """Everything base.html shows around a page. Addresses are empty for who may not go there."""

    municipality: str
    theme: str
    demo: bool
    nav: tuple[NavItem, ...] = ()
    home: str = ""
    new_request: str = ""
    search: str = ""
    improve: str = ""
    account: tuple[tuple[str, str], ...] = ()
    sign_out: str = ""
    language: str = ""
    extend: str = ""
    drafts: str = ""
    seconds_left: int = 0


def frame(request: HttpRequest) -> dict[str, Any]:
    """The context processor: `frame`, built at first use."""
    return {"frame": SimpleLazyObject(lambda: build(request))}


def build(request: HttpRequest) -> Frame:
    """The frame for this request; a signed-out visitor gets one without navigation."""
    base: dict[str, Any] = {
        "municipality": settings.MUNICIPALITY,
        "theme": settings.THEME_CSS,
        "demo": settings.DEMO,
        "language": address("set_language"),
    }
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return Frame(**base)
    roles = frozenset(user.roles)
    return Frame(
        **base,
        nav=navigation(request, roles),
        home=address("home"),
        new_request=address("help_request_new") if roles & CASEWORKERS else "",
        search=address("search") if roles & CASEWORKERS else "",
        improve=improve_address(request) if roles & STAFF else "",
        account=tuple(
            (str(label), url)
            for label, name, allowed in ACCOUNT
            if (not allowed or roles & allowed) and (url := address(name))
        ),
        sign_out=address("account_logout"),
        extend=address("session_extend"),
        drafts=address("drafts"),
        seconds_left=seconds_left(request),
    )


ACCOUNT: tuple[tuple[Any, str, frozenset[str]], ...] = (
    (_("My drafts"), "drafts", frozenset()),
    (_("My agenda elsewhere"), "agenda_link", CASEWORKERS),
    (_("Change password"), "account_change_password", frozenset()),
    (_("Two-step verification"), "mfa_index", frozenset()),
)
"""Label, name of the page, and the roles that see it; none: everybody."""


def navigation(request: HttpRequest, roles: frozenset[str]) -> tuple[NavItem, ...]:
    """The pages these roles may go to, in order; a page that this installation lacks is left out."""
    badges = getattr(request, "nav_badges", {})
    return tuple(
        NavItem(str(label), url, is_current(request, name, url), badges.get(name))
        for label, name, allowed in NAV
        if roles & allowed and (url := address(name))
    )


def is_current(request: HttpRequest, name: str, url: str) -> bool:
    """Whether the page asked for is this entry or stands under it in the address."""
    match = request.resolver_match
    return bool(match and match.view_name == name) or (url != "/" and request.path.startswith(url))


def improve_address(request: HttpRequest) -> str:
    """Where "This can be better" goes; names the page where it arose, never a person or case."""
    url, match = address("board:suggest"), request.resolver_match
    return f"{url}?from={match.view_name}" if url and match else url


def seconds_left(request: HttpRequest) -> int:
    """Seconds until the session ends: counted from sign-in, or from the last time it was extended."""
    now = timezone.now().timestamp()
    last_login = getattr(request.user, "last_login", None)
    signed_in = last_login.timestamp() if last_login else now
    since = max(signed_in, request.session.get("extended_at", 0))
    return max(0, int(settings.SESSION_COOKIE_AGE - (now - since)))


def address(name: str) -> str:
    """The address of a page by name, or an empty string when this installation has no such page."""
    return _address(name, get_urlconf())


@cache
def _address(name: str, urlconf: str | None) -> str:
    try:
        return reverse(name, urlconf)
    except NoReverseMatch:
        return ""
