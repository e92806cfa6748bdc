"""Plan a conversation, plan it anew, and find those of a case."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from cases.permissions import can_work_on, check_reads_case, check_works_on
from cases.views.sending import PAGE_OR_FORM, Words, case_address, case_called, form_page, sent
from intake.forms.planning import ConversationForm
from intake.models import Conversation
from intake.operations import conversations
from intake.queries.conversation import load
from intake.queries.own_plan import own_plan_of
from sociaal.accounts.permissions import user_of
from sociaal.audit.reading import shows
from sociaal.core.parts import is_part

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
        "own_plan": own_plan_of(case, access, now),
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
        request.POST if request.method == "POST" else None, initial=conversations.plan_of(conversation)
    )
    here = reverse("conversation", args=[pk])

    def work(now: datetime) -> str:
        appointment = form.moment()
        conversations.replan_conversation(
            conversation=conversation, appointment=appointment, by=user, now=now, seen=form.marks
        )
        return here

    answer = sent(request, form, work, effect=f"replan_conversation:{pk}", done=REPLAN.done)
    return answer or form_page(request, form, REPLAN, back=here, case=conversation.case)
