"""Two at one conversation: every few seconds the page asks what a colleague wrote, and who is here."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from intake.merging import Hand
from intake.operations.presence import be_here, log_reading_along
from intake.queries.conversation import load, talk_page
from intake.queries.together import changed_meanwhile, stand_of
from intake.views.conversation import seen_in
from sociaal.accounts.permissions import user_of


@require_POST
def conversation_changes(request: HttpRequest, pk: int) -> HttpResponse:
    """What is new since the page last asked: 204 when nothing is, and then nobody is shown anything.

    It also says that this colleague has the conversation open, so it is a POST; the marks of what was seen
    stay out of the address.
    """
    now, user, row = timezone.now(), user_of(request), load(pk)
    others = be_here(conversation=row, by=user, now=now)
    stand = stand_of(row, others)
    if request.POST.get("stand") == stand:
        return HttpResponse(status=204)
    log_reading_along(conversation=row, by=user, now=now)
    page = talk_page(row, request.POST.get("domain", ""), user=user, now=now)
    hand = Hand(user.pk, request.POST.get("form_key", ""))
    context = {
        "page": page,
        "case": row.case,
        "others": others,
        "stand": stand,
        "theirs": changed_meanwhile(page, seen_in(request), hand),
    }
    return render(request, "intake/talk_changes.html", context)
