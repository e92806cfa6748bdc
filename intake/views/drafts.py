"""Drafts: kept while somebody types, offered when they come back, listed, thrown away.

What the scripts ask stands at the head of `static/js/autosave.js`.
"""

from base64 import b64encode
from datetime import datetime

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.views.sending import PAGE_OR_FORM, Words, form_page, sent
from intake.drafts import Content
from intake.forms.drafts import DiscardForm, TypingForm
from intake.models import Draft
from intake.operations import drafts as operations
from intake.queries import drafts
from sociaal.accounts.middleware import mark_of
from sociaal.accounts.permissions import user_of
from sociaal.audit.reading import shows
from sociaal.core.crypto import derived_key
from sociaal.core.errors import Refused
from sociaal.core.listing import Column, list_page

COLUMNS = (
    Column("what", _("Draft")),
    Column("begun", _("Begun"), "started_at"),
    Column("typed", _("Last typed"), "changed_at"),
    Column("do", _("Go on or throw away")),
)
DISCARD = Words(
    heading=_("Throw away this draft"),
    lead=_("What you typed is then gone."),
    save=_("Throw away"),
    done=_("The draft is gone."),
)


@require_safe
def draft_list(request: HttpRequest) -> HttpResponse:
    """What I typed and did not send."""
    user, now = user_of(request), timezone.now()
    listing = list_page(drafts.drafts_of(user), request.GET, columns=COLUMNS, default="-typed")
    rows = drafts.rows_of(listing.rows, user, now)
    shows(request, [row.draft.resident_id for row in rows if row.draft.resident_id])
    return render(request, "intake/drafts.html", {"listing": listing, "rows": rows})


@require_POST
def draft_keep(request: HttpRequest) -> HttpResponse:
    """Keep what was typed so far; answers in JSON how, under which key, and when."""
    form, now = TypingForm(request.POST), timezone.now()
    if not form.is_valid():
        return JsonResponse({"errors": form.errors}, status=422)
    try:
        kept = operations.keep(typed=form.typing(), by=user_of(request), now=now)
    except Refused as error:
        return JsonResponse({"errors": {"page": [str(error)]}}, status=422)
    entered = kept.draft.help_request_id if kept.draft else None
    answer = {"state": kept.state, "form_key": kept.form_key, "version": kept.version, "at": _clock(now)}
    if entered:
        answer["entered"] = reverse("help_request", args=[entered])
    return JsonResponse(answer)


@require_safe
def draft_key(request: HttpRequest) -> HttpResponse:
    """The key with which this user's browser keeps text while there is no connection; and a mark by which it
    knows whose text is whose. Neither ever stands in the browser's storage, nor says who it is.
    """
    user = user_of(request)
    key = derived_key("text kept in the browser", user.pk)
    return JsonResponse({"key": b64encode(key).decode(), "owner": mark_of(user)})


@require_safe
def draft_offer(request: HttpRequest) -> HttpResponse:
    """Part of a page with a form: what I began there and did not send. 204 when there is nothing."""
    user = user_of(request)
    page, part = request.GET.get("page", ""), request.GET.get("part", "")
    found = [row for row in drafts.begun_here(user, page, part) if row.form_key != request.GET.get("own")]
    if not found:
        return HttpResponse(status=204)
    rows = drafts.rows_of(found, user, timezone.now())
    shows(request, [row.draft.resident_id for row in rows if row.draft.resident_id])
    return render(request, "intake/draft_offer_fragment.html", {"rows": rows})


@require_safe
def draft_fields(request: HttpRequest, key: str) -> HttpResponse:
    """The fields of one draft, to fill in the form again."""
    row = drafts.draft_called(user_of(request), key)
    shows(request, [row.resident_id] if row.resident_id else [])
    typed = Content.read(row.content)
    return JsonResponse(
        {
            "form_key": row.form_key, "version": row.version, "part": row.part,
            "at": _clock(row.changed_at), "fields": typed.fields, "hidden": typed.hidden,
        }
    )  # fmt: skip


@require_http_methods(PAGE_OR_FORM)
def draft_discard(request: HttpRequest, key: str) -> HttpResponse:
    """Throw a draft away; with a reason when a question goes with it."""
    user, back = user_of(request), reverse("drafts")
    row = Draft.objects.filter(owner=user, form_key=key).first()
    if row is None and request.method == "POST":
        row = Draft(owner=user, form_key=key)  # pressed twice: the first press did it
    row = row or drafts.draft_called(user, key)
    asks = row.has_question and row.help_request_id is None
    form = DiscardForm(request.POST if request.method == "POST" else None, asks=asks)

    def work(now: datetime) -> str:
        operations.discard(draft=row, reason=form.cleaned_data.get("reason", ""), by=user, now=now)
        return back

    answer = sent(request, form, work, effect=f"discard_draft:{key[:40]}", done=DISCARD.done, expected=back)
    if answer:
        return answer
    (shown,) = drafts.rows_of([row], user, timezone.now())
    shows(request, [row.resident_id] if row.resident_id else [])
    return form_page(request, form, DISCARD, back=back, template="intake/draft_discard.html", row=shown)


def _clock(moment: datetime) -> str:
    return f"{timezone.localtime(moment):%H:%M}"
