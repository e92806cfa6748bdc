"""Whom a conversation concerns; and on a resident's page the conversations of others that concern them."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from cases.permissions import check_reads_resident, check_works_on
from cases.views.residents import resident_called
from cases.views.sending import PAGE_OR_FORM, Words, form_page, sent
from intake.forms.concerning import ConcerningForm
from intake.operations.concerning import say_whom_it_concerns
from intake.queries.concerning import conversations_concerning, people_to_choose
from intake.queries.conversation import load
from sociaal.accounts.permissions import staff, user_of
from sociaal.audit.reading import shows
from sociaal.core.parts import is_part

WORDS = Words(
    _("Whom does this conversation concern?"),
    _("Save"),
    _("It is noted whom the conversation concerns."),
    _("One conversation can be about the whole household."),
)


@require_http_methods(PAGE_OR_FORM)
def conversation_people(request: HttpRequest, pk: int) -> HttpResponse:
    """Tick who of the household or the case it is about too."""
    conversation, user, now = load(pk), user_of(request), timezone.now()
    check_works_on(user, conversation.case, now)
    choose = people_to_choose(conversation, user, now)
    shows(request, [conversation.case.resident_id, *(one.pk for one in choose.people)])
    form = ConcerningForm(request.POST if request.method == "POST" else None, choose=choose)
    back = reverse("conversation", args=[pk])

    def work(now: datetime) -> str:
        chosen, offered = form.chosen(), [one.pk for one in choose.people]
        people = [one for one in choose.people if one.pk in chosen]
        say_whom_it_concerns(
            conversation=conversation, people=people, offered=offered, by=user, now=now, seen=form.marks
        )
        return back

    answer = sent(request, form, work, effect=f"concerns:{pk}", done=WORDS.done, expected=back)
    template, case = "intake/conversation_people.html", conversation.case
    return answer or form_page(
        request, form, WORDS, back=back, case=case, template=template, choose=choose
    )  # fmt: skip


@require_safe
@staff
def resident_conversations(request: HttpRequest, pk: int) -> HttpResponse:
    """Part of a resident's page: conversations about the household, held in the case of somebody else."""
    resident, user, now = resident_called(pk), user_of(request), timezone.now()
    check_reads_resident(user, resident, now)
    rows = conversations_concerning(resident, user, now)
    shows(request, [resident.pk, *(row.case.resident_id for row in rows)])
    context = {"resident": resident, "conversations": rows}
    if is_part(request):
        return render(request, "intake/resident_conversations_fragment.html", context)
    return render(request, "intake/resident_conversations.html", context)
