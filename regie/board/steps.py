"""The step where a suggestion arose, in words: a status of a case, or a page by its URL name."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from django.urls import URLPattern, get_resolver
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cases.enums import CaseStatus

PAGES: dict[str, str | Promise] = {
    "home": _("My work"),
    "inbox": _("Inbox"),
    "search": _("Search"),
    "help_request": _("Help question"),
    "resident": _("Resident"),
    "conversation": _("Conversation"),
    "case": _("Case"),
    "weighing": _("Weighing"),
    "second_reading": _("Second reader"),
    "procedure": _("Application and decision"),
    "arrangement": _("Help"),
    "review": _("Review"),
    "close": _("Closing"),
    "handover": _("Handover"),
    "break_glass": _("Break-glass access"),
    "team": _("Team"),
    "regie": _("Regie"),
    "party": _("Regie"),
    "agreement": _("Agreements"),
    "metrics": _("Flow"),
    "board": _("Improve"),
}
"""First part of a page's name, and what people call it: `party_new` and `metrics:dashboard` are found too."""


def known(step: str) -> str:
    """The step if it is one: a status or the name of a page of ours. Anything else becomes ""."""
    return step if step in set(CaseStatus) or step in page_names() else ""


def words(step: str) -> str:
    """What people call this step; "" when they have no word for it."""
    if step in set(CaseStatus):
        return str(CaseStatus(step).label)
    name = step.replace(":", "_")
    while name and name not in PAGES:
        name = name.rpartition("_")[0]
    return str(PAGES.get(name, ""))


@cache
def page_names() -> frozenset[str]:
    """The names of all pages, with their namespace."""
    return frozenset(_names(get_resolver().url_patterns, ""))


def _names(patterns: list[Any], namespace: str) -> Iterator[str]:
    for entry in patterns:
        if isinstance(entry, URLPattern):
            if entry.name:
                yield f"{namespace}{entry.name}"
        else:
            inside = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from _names(entry.url_patterns, inside)
