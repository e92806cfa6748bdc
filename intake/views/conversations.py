"""Plan a conversation, hold it at the kitchen table, finish it."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import HttpResponseClientRedirect, push_url

from cases.enums import CaseStatus
from cases.permissions import can_work_on, check_reads_case, check_works_on
from cases.queries.identity import identity_of
from cases.views.sending import PAGE_OR_FORM, Words, case_address, case_called, form_page, sent
from intake.forms.conversation import TalkForm
from intake.forms.planning import ConversationForm
from intake.models import Conversation
from intake.operations import conversations, notes
from intake.queries.conversation import TalkPage, load, talk_page
from sociaal.accounts.permissions import user_of
from sociaal.audit.reading import shows
from sociaal.core.errors import NotFound, Refused
from sociaal.core.parts import is_part
from sociaal.outbox.once import once

PLAN = Words(
    heading=_("Plan a conversation"),
    lead=_("At a place and time that suit the resident."),
    save=_("Plan the conversation"),
    done=_("The conversation is planned."),
)
REPLAN = Words(
    heading=_("Another moment for the conversation"),
    save=_("Change the moment"),
    done=_("The moment is changed."),
)


@require_http_methods(PAGE_OR_FORM)
def conversation_new(request: HttpRequest, number: str) -> HttpResponse:
    """Plan a conversation in a case."""
    case, user = case_called(number), user_of(request)
    check_works_on(user, case, timezone.now())
    form = ConversationForm(request.POST if request.method == "POST" else None)

    def work(now: datetime) -> str:
        conversations.plan_conversation(case=case, appointment=form.moment(), by=user, now=now)
        return case_address(case)

    answer = sent(request, form, work, effect=f"plan_conversation:{case.pk}", done=PLAN.done)
    return answer or form_page(request, form, PLAN, back=case_address(case), case=case)


@require_safe
def case_conversation(request: HttpRequest, number: str) -> HttpResponse:
    """To the conversation of this case that is next; to the page that plans one when there is none."""
    case = case_called(number)
    check_reads_case(user_of(request), case, timezone.now())
    rows = Conversation.objects.filter(case=case).order_by("planned_at", "pk")
    row = rows.filter(held_at=None).first() or rows.last()
    return redirect("conversation", row.pk) if row else redirect("conversation_new", number)


@require_safe
def case_conversations(request: HttpRequest, number: str) -> HttpResponse:
    """Part of the case page: its conversations."""
    case, now = case_called(number), timezone.now()
    access = check_reads_case(user_of(request), case, now)
    shows(request, [case.resident_id])
    rows = Conversation.objects.filter(case=case).order_by("-planned_at", "-pk")
    context = {
        "case": case,
        "conversations": [row for row in rows if access.may_see(row.category)],
        "may_write": can_work_on(access, case) and case.is_open,
    }
    if is_part(request):
        return render(request, "intake/case_conversations_fragment.html", context)
    return render(request, "intake/case_conversations.html", context)


@require_http_methods(PAGE_OR_FORM)
def conversation_plan(request: HttpRequest, pk: int) -> HttpResponse:
    """Another moment, place or company for a conversation that was not held yet."""
    conversation, user = load(pk), user_of(request)
    check_works_on(user, conversation.case, timezone.now())
    form = ConversationForm(
        request.POST if request.method == "POST" else None, initial=_plan_of(conversation)
    )
    here = reverse("conversation", args=[pk])

    def work(now: datetime) -> str:
        appointment = form.moment()
        conversations.replan_conversation(
            conversation=conversation, appointment=appointment, by=user, now=now
        )
        return here

    answer = sent(request, form, work, effect=f"replan_conversation:{pk}", done=REPLAN.done)
    return answer or form_page(request, form, REPLAN, back=here, case=conversation.case)


def _plan_of(conversation: Conversation) -> dict[str, object]:
    at = timezone.localtime(conversation.planned_at)
    return {
        "planned_date": at.date(),
        "planned_time": at.time(),
        "place": conversation.place,
        "at_table": conversation.at_table,
    }


@require_http_methods(PAGE_OR_FORM)
def conversation(request: HttpRequest, pk: int) -> HttpResponse:
    """One domain at a time, saved with each step; the last button brings the case to the weighing."""
    now, user = timezone.now(), user_of(request)
    row = load(pk)
    page = talk_page(row, request.POST.get("domain") or request.GET.get("domain", ""), user=user, now=now)
    if request.method != "POST":
        return _page(request, page, now)
    check_works_on(user, row.case, now)
    if page.closed:
        raise NotFound
    form = TalkForm(request.POST)
    if not form.is_valid():
        return _page(request, page, now, form)
    seen = {name: request.POST.get(f"seen_{name}", "") for name in page.seen}
    try:
        notes.keep_said(conversation=row, domain=page.domain, given=form.said(), seen=seen, by=user, now=now)
    except notes.SaidMeanwhileError as theirs:
        return _page(request, page, now, _both(request.POST, theirs), theirs)
    return _onward(request, row, page, form, now)


def _onward(
    request: HttpRequest, row: Conversation, page: TalkPage, form: TalkForm, now: datetime
) -> HttpResponse:
    """After saving: to the next domain, or the conversation was held, or it is finished."""
    do, user = request.POST.get("do", ""), user_of(request)
    try:
        if do in ("hold", "finish") and row.held_at is None:
            held_at = form.cleaned_data["held_at"] or min(row.planned_at, now)
            conversations.hold(conversation=row, held_at=held_at, by=user, now=now)
        if do == "finish":
            return _finish(request, row, form, now)
    except Refused as refusal:
        form.refuse(refusal)
        return _page(request, talk_page(load(row.pk), page.domain, user=user, now=now), now, form)
    following = request.POST.get("next") or page.domain
    url = f"{reverse('conversation', args=[row.pk])}?domain={following}"
    if not is_part(request):
        return redirect(url)
    fresh = talk_page(load(row.pk), following, user=user, now=now)
    return push_url(_page(request, fresh, now, moved=fresh.domain != page.domain, saved=True), url)


def _finish(request: HttpRequest, row: Conversation, form: TalkForm, now: datetime) -> HttpResponse:
    def work() -> str:
        conversations.finish(conversation=row, by=user_of(request), now=now)
        return reverse("weighing", args=[row.case.number])

    url = once(form.cleaned_data["form_key"], f"finish_conversation:{row.pk}", work, now=now)
    return HttpResponseClientRedirect(url) if is_part(request) else redirect(url)


def _both(typed: QueryDict, theirs: notes.SaidMeanwhileError) -> TalkForm:
    """The form with what was typed where both wrote, and with what is true now everywhere else."""
    shown = typed.copy()
    for name, value in theirs.merged.items():
        if name == "support_offered" and not value:
            shown.pop(name, None)
        else:
            shown[name] = "" if value is None else str(value)
    form = TalkForm(shown)
    form.is_valid()
    form.refuse(theirs)
    return form


def _page(
    request: HttpRequest,
    page: TalkPage,
    now: datetime,
    form: TalkForm | None = None,
    theirs: notes.SaidMeanwhileError | None = None,
    *,
    moved: bool = False,
    saved: bool = False,
) -> HttpResponse:
    shows(request, [page.case.resident_id])
    held_at = timezone.localtime(min(page.conversation.planned_at, now))
    context = {
        "page": page,
        "case": page.case,
        "form": form or TalkForm.starting(page.conversation, page.note, held_at=held_at),
        "theirs": _theirs(theirs) if theirs else [],
        "moved": moved,
        "saved_at": timezone.localtime(now) if saved else None,
        "can_finish": page.case.status == CaseStatus.CONVERSATION,
    }
    status = form.status if form else 200
    if is_part(request):
        return render(request, "intake/talk_fragment.html", context, status=422 if status != 200 else 200)
    context["identity"] = identity_of(page.case, page.access, now)
    return render(request, "intake/conversation.html", context, status=status)


def _theirs(error: notes.SaidMeanwhileError) -> list[tuple[str, object]]:
    fields = TalkForm.base_fields
    return [(str(fields[name].label), value) for name, value in error.theirs.items()]
