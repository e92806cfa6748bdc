"""Short words made from long ones: what a question is about, how long someone has waited. Pure."""

from datetime import datetime

from django.utils.translation import ngettext

SUBJECT_LENGTH = 80


def subject_of(words: str) -> str:
    """What a case is called in lists: the first sentence of the question, cut at a word's end."""
    flat = " ".join(words.split())
    for end in (". ", "? ", "! "):
        flat = flat.split(end, 1)[0]
    flat = flat.rstrip(".")
    if len(flat) <= SUBJECT_LENGTH:
        return flat
    return flat[: SUBJECT_LENGTH - 1].rsplit(" ", 1)[0] + " …"


def waited(since: datetime, now: datetime) -> str:
    """How long ago in the largest unit that fits: minutes, hours, then days. Never negative."""
    minutes = max(0, int((now - since).total_seconds() // 60))
    if minutes < 60:
        return ngettext("%(number)d minute", "%(number)d minutes", minutes) % {"number": minutes}
    if minutes < 24 * 60:
        hours = minutes // 60
        return ngettext("%(number)d hour", "%(number)d hours", hours) % {"number": hours}
    days = minutes // (24 * 60)
    return ngettext("%(number)d day", "%(number)d days", days) % {"number": days}
