"""Discarding a report that was ticked together with others."""

from datetime import datetime

from cases.models import HelpRequest
from cases.operations import help_requests
from intake.alone import why_alone
from sociaal.accounts.models import User
from sociaal.core.errors import Refused


def discard_with_others(*, help_request: HelpRequest, reason: str, by: User, now: datetime) -> HelpRequest:
    """As `help_requests.discard`. Raises Refused as well for a report that is looked at by itself."""
    if words := why_alone(help_request.reporter, help_request.red_flags):
        raise Refused(words)
    return help_requests.discard(help_request=help_request, reason=reason, by=by, now=now)
