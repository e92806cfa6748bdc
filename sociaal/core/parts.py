"""Whether a page or only a part of it is asked for."""

from django.http import HttpRequest


def is_part(request: HttpRequest) -> bool:
    """Whether htmx asks for a part of the page that is open; else it is the whole page."""
    return bool(getattr(request, "htmx", False))
