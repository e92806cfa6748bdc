"""Small pieces of the screen that need logic: icons, badges, dates and durations in words.

Loaded in every template (settings, `builtins`). What is only markup lives in `templates/components/`.
"""

import datetime as dt
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from django import template
from django.conf import settings
from django.forms import BoundField
from django.template.defaultfilters import date as format_date
from django.templatetags.static import static
from django.utils import timezone, translation
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext

register = template.Library()

TONES = {
    "open": "neutral",  # something is going on
    "waiting": "warning",  # somebody waits
    "late": "danger",  # a date has passed
    "done": "inactive",  # over: without colour
    "good": "safe",  # went as was hoped
}
"""Tone of a badge to the state of the design system's status badge. Colour is for what is open only."""

WAIT_STEPS = ((3, "short"), (14, "medium"), (42, "long"))


@cache
def _symbol(name: str, sprite: str) -> SafeString:
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>', sprite, name
    )


class FixedNode(template.Node):
    """Renders its content once per language and installation, and repeats that."""

    def __init__(self, content: template.NodeList) -> None:
        self.content = content
        self.rendered: dict[tuple[str | None, str, str], SafeString] = {}

    def render(self, context: template.Context) -> SafeString:
        key = (translation.get_language(), settings.MUNICIPALITY, settings.THEME_CSS)
        if settings.DEBUG or key not in self.rendered:
            self.rendered[key] = self.content.render(context)
        return self.rendered[key]


@register.tag
def fixed(parser: template.base.Parser, token: template.base.Token) -> FixedNode:
    """`{% fixed %}…{% endfixed %}`: a part of the frame that hangs on language and settings only.

    Every page carries the frame, so what never differs is not rendered again. Nothing about a user, a
    resident or the request may stand inside.
    """
    content = parser.parse(("endfixed",))
    parser.delete_first_token()
    return FixedNode(content)


@register.simple_tag
def icon(name: str) -> SafeString:
    """A decorative icon of the sprite; the words beside it carry the meaning."""
    return _symbol(name, _sprite())


@cache
def _sprite() -> str:
    return static("vendor/icons.svg")


@register.simple_tag
def badge(text: object, tone: str = "done") -> SafeString:
    """A status in words, with a tone: open, waiting, late, done or good. Cheap enough for every row."""
    return format_html(
        '<span class="utrecht-status-badge utrecht-status-badge--{}">{}</span>',
        TONES.get(tone, "inactive"),
        text,
    )


@register.filter
def days(number: float | None) -> str:
    """A number of days in words: "today" for less than one, else "1 day", "9 days"."""
    if number is None:
        return ""
    whole = int(number)
    return ngettext("%(days)d day", "%(days)d days", whole) % {"days": whole} if whole else gettext("today")


@register.filter
def long_date(value: dt.date | dt.datetime | None) -> str:
    """A date as people write it: 21 november 2026. Nothing for nothing."""
    if value is None:
        return ""
    day = timezone.localtime(value).date() if isinstance(value, dt.datetime) else value
    return _written(day, translation.get_language())


@lru_cache(maxsize=2048)
def _written(day: dt.date, _language: str | None) -> str:
    """Kept, because a page of a case shows some sixty dates, and the same ones come back all day."""
    return format_date(day, "j F Y")


@register.filter
def died(day: dt.date | None) -> str:
    """That somebody died, and when; nothing of who lives."""
    return gettext("died on %(day)s") % {"day": long_date(day)} if day else ""


@register.filter
def long_time(value: dt.date | dt.datetime | None) -> str:
    """A moment as people write it: 21 november 2026, 14.03. Never a made-up time for what is only a date."""
    if not isinstance(value, dt.datetime):
        return long_date(value)
    local = timezone.localtime(value)
    return f"{_written(local.date(), translation.get_language())}, {local:%H.%M}"


@register.filter
def headline(moment: Any) -> str:
    """What happened, leading to where it stands; a case shows dozens, and one tag is quicker than four."""
    return format_html('<a href="{}">{}</a>', moment.url, moment.title) if moment.url else moment.title


@register.filter
def byline(moment: Any) -> str:
    """When it happened, and by whom if that is known."""
    when = long_time(moment.when)
    return f"{when} · {moment.who}" if moment.who else when


@register.filter
def wait_size(number: float | None) -> str:
    """How far a wait of this many days is drawn out: short, medium, long or very-long."""
    return next((name for limit, name in WAIT_STEPS if (number or 0) <= limit), "very-long")


@register.filter
def field_target(field: BoundField) -> str:
    """The id of the control that a link in the error summary must focus; of a group of options the first."""
    return f"{field.auto_id}_0" if field.use_fieldset else str(field.id_for_label)


@register.filter
def bars(level: object) -> Sequence[SafeString]:
    """Four bars beside the first, filled up to this level of five: the shape that goes with the word."""
    reached = int(str(level)) if str(level).isdigit() else 0
    return [mark_safe("full" if number <= reached else "") for number in range(2, 6)]
