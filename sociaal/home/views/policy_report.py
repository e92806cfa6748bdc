"""What browsers report about our Content-Security-Policy, so that who keeps the system sees a violation."""

import json
import logging
import re
import time
from collections import deque
from urllib.parse import urlsplit

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

log = logging.getLogger(__name__)

LARGEST = 8 * 1024
A_MINUTE, LINES = 60, 20
"""A process writes at most so many lines a minute: whoever sends thousands fills no log."""
_written: deque[float] = deque(maxlen=LINES)


@csrf_exempt
@login_not_required
@require_POST
def policy_report(request: HttpRequest) -> HttpResponse:
    """One line in the log: which rule, what it stopped, in which part of the site. The answer says nothing.

    Of addresses only the site, or the first part: what follows may say who a page is about.
    """
    report = _report(request.read(LARGEST + 1))
    if report and _may_write():
        rule = re.sub(r"[^a-z-]", "", str(report.get("violated-directive", ""))[:40])
        stopped = _site(str(report.get("blocked-uri", "")))
        part = _path(str(report.get("document-uri", ""))).split("/")[1:2]
        log.warning("Content-Security-Policy: %s stopped %s in /%s", rule, stopped, _plain("".join(part)))
    return HttpResponse(status=204)


def _report(body: bytes) -> dict[str, object]:
    """Nothing for what is too large, or no such report."""
    if len(body) > LARGEST:
        return {}
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    report = said.get("csp-report") if isinstance(said, dict) else None
    return report if isinstance(report, dict) else {}


def _site(address: str) -> str:
    """Of an address its site; "inline" or "eval" as it is."""
    try:
        return _plain(urlsplit(address).hostname or address)
    except ValueError:
        return ""


def _path(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:
        return ""


def _plain(text: str) -> str:
    return re.sub(r"[^\w.-]", "", text)[:60]


def _may_write() -> bool:
    now = time.monotonic()
    if len(_written) == LINES and now - _written[0] < A_MINUTE:
        return False
    _written.append(now)
    return True
