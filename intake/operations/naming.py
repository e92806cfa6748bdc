"""Somebody whom we did not know yet turns out to be whose question it is."""

from datetime import datetime
from typing import Any

from django.db import transaction

from cases.models import HelpRequest
from cases.operations.help_requests import name_resident
from cases.operations.residents import add_resident
from intake.queries.routing import neighbourhood_at
from sociaal.accounts.models import User


@transaction.atomic
def add_and_name(*, help_request: HelpRequest, by: User, now: datetime, **person: Any) -> HelpRequest:
    """Add the resident with these fields and say that the question is theirs. Raises Refused, NotPermitted or
    NotFound; then nobody is added.
    """
    person.setdefault("neighbourhood", neighbourhood_at(person.get("postcode", "")))
    resident = add_resident(by=by, now=now, **person)
    return name_resident(help_request=help_request, resident=resident, by=by, now=now)
