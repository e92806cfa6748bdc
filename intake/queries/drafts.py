"""My drafts: what I typed and did not send. Nobody sees another's."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.urls import reverse

from cases.models import Resident
from cases.permissions import findable_residents
from cases.queries.calendar_days import decreed_days
from intake.drafts import Content, enters_inbox_at
from intake.models import Draft
from sociaal.accounts.models import User
from sociaal.core.errors import NotFound
from sociaal.core.prepared import Prepared

EXCERPT = 160


@dataclass(frozen=True)
class DraftRow:
    """A draft as its owner's list shows it. `enters_at`: when the team sees it, for a question that waits."""

    draft: Draft
    title: str
    excerpt: str
    texts: Sequence[str]
    """All that was typed, in the order of the form."""
    name: str
    url: str
    enters_at: datetime | None


MINE = Prepared(
    lambda given: Draft.objects.filter(owner=given.number("user"), is_empty=False).values_list("pk")
)
"""The keys of what `drafts_of` gives, for the number on "My work"."""


def drafts_of(user: User) -> QuerySet[Draft]:
    """What this user typed and did not send, without what is empty; last typed first."""
    return Draft.objects.filter(owner=user, is_empty=False)


def draft_called(user: User, form_key: str) -> Draft:
    """This user's draft with this key. Raises NotFound, also for another's."""
    row = drafts_of(user).filter(form_key=form_key).first()
    if row is None:
        raise NotFound
    return row


def begun_here(user: User, page: str, part: str) -> list[Draft]:
    """What this user began in this form and has not sent; not what has entered the inbox."""
    return list(drafts_of(user).filter(page=page, part=part, help_request=None))


def filled_in(user: User, form_key: str) -> QueryDict | None:
    """The fields of a draft as a form would have sent them; None when there is no such draft."""
    row = drafts_of(user).filter(form_key=form_key).first() if form_key else None
    if row is None:
        return None
    typed, fields = Content.read(row.content), QueryDict(mutable=True)
    for name, value in (*typed.hidden, *typed.fields):
        fields.appendlist(name, value)
    fields["form_key"] = row.form_key
    return fields


def rows_of(drafts: Sequence[Draft], user: User, now: datetime) -> list[DraftRow]:
    """The drafts in words; names only of residents whom this user may (still) find. Two queries."""
    keys = {row.resident_id for row in drafts if row.resident_id}
    known = findable_residents(user, now).filter(Q(pk__in=keys)) if keys else Resident.objects.none()
    names = {one.pk: one.full_name for one in known.defer("bsn")}
    decreed = decreed_days() if any(map(_waits, drafts)) else frozenset()
    return [_row(row, names.get(row.resident_id or 0, ""), decreed) for row in drafts]


def _waits(row: Draft) -> bool:
    """Whether it holds a question that comes into the inbox by itself."""
    return row.has_question and row.help_request_id is None


def _row(row: Draft, name: str, decreed: Collection[date]) -> DraftRow:
    typed = Content.read(row.content)
    if row.help_request_id:
        url = reverse("help_request", args=[row.help_request_id])
    else:
        url = f"{row.page}?concept={row.form_key}"
    enters = enters_inbox_at(row.started_at, decreed) if _waits(row) else None
    excerpt = typed.excerpt if len(typed.excerpt) <= EXCERPT else typed.excerpt[:EXCERPT].rstrip() + " …"
    return DraftRow(row, typed.title, excerpt, typed.texts, name, url, enters)
