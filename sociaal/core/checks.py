"""What `manage.py check --deploy` says about our own settings."""

import re
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.checks import CheckMessage, Error, Tags, Warning, register

from sociaal.core.virus_scan import NONE, takes_files


@register(Tags.security, deploy=True)
def virus_scanner(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """A scanner whose address can be read; none at all is said in so many words."""
    address = settings.VIRUS_SCANNER
    if address == NONE:
        return [Warning("VIRUS_SCANNER is none: no file that comes in is scanned.", id="sociaal.W001")]
    if address and not re.fullmatch(r".+:\d{1,5}", address):
        return [Error("VIRUS_SCANNER must be host:port, or none.", id="sociaal.E001")]
    if not address and not takes_files():
        hint = "Set it to host:port of a clamd, or to none to take files without scanning."
        return [Warning("VIRUS_SCANNER is not set: no file can be added.", hint=hint, id="sociaal.W002")]
    return []


@register(Tags.files, deploy=True)
def theme(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """The municipality's tokens are there: each page asks for them, and where they are collected by name a
    wrong name is an error on every page.
    """
    if finders.find(settings.THEME_CSS):
        return []
    hint = "Put the file in the folder static/ before the image is built, and name it from there."
    return [Error(f"THEME_CSS names no file: {settings.THEME_CSS}.", hint=hint, id="sociaal.E002")]
