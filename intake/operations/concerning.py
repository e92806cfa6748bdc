"""Say whom a conversation concerns beside the resident: one conversation for a whole household."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from cases.models import Resident
from cases.operations.recording import lock_case
from cases.permissions import check_works_on
from cases.permissions.people import may_know
from intake.models import Conversation, ConversationPerson
from sociaal.accounts.models import User
from sociaal.audit import log
from sociaal.audit.changes import check_seen
from sociaal.core.editing import Marks
from sociaal.core.errors import NotFound


@transaction.atomic
def say_whom_it_concerns(
    *,
    conversation: Conversation,
    people: Iterable[Resident],
    offered: Iterable[int],
    by: User,
    now: datetime,
    seen: Marks | None = None,
) -> None:
    """Of the people `offered` (keys) the conversation concerns `people` and no others; who was not offered
    stays as it was. Raises NotPermitted, NotFound for whom this user may not know of, Conflict when somebody
    chose others since `seen`.
    """
    case = lock_case(conversation.case)
    check_works_on(by, case, now)
    wanted = {person.pk: person for person in people if person.pk != case.resident_id}
    if not all(may_know(by, person, now) for person in wanted.values()):
        raise NotFound
    rows = ConversationPerson.objects.filter(conversation=conversation, resident__in=list(offered))
    present = set(rows.order_by("pk").values_list("resident_id", flat=True))
    check_seen(conversation, (), seen, people=sorted(present))
    rows.exclude(resident__in=wanted).delete()
    for key in sorted(wanted.keys() - present):
        ConversationPerson.objects.create(conversation=conversation, resident=wanted[key])
    changed = present ^ wanted.keys()
    if changed:
        about = [case.resident_id, *changed]
        log.wrote("say_whom_it_concerns", by=by, now=now, about=conversation, residents=about)
