"""The administrator's page of leading principles."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from cases.forms.principles import PrinciplesForm
from cases.operations.principles import keep_principles
from cases.queries.principles import principles as present_principles
from cases.views.sending import PAGE_OR_FORM, Words, form_page, sent
from sociaal.accounts.permissions import roles, user_of
from sociaal.accounts.roles import Role

PRINCIPLES = Words(
    _("Leading principles"),
    _("Save"),
    _("The principles stand beside every weighing now."),
    _("Sentences that every decision can be held against. Ten at most, the most important first."),
)


@require_http_methods(PAGE_OR_FORM)
@roles(Role.ADMINISTRATOR)
def principles(request: HttpRequest) -> HttpResponse:
    """See and change them."""
    present = present_principles()
    form = PrinciplesForm(request.POST if request.method == "POST" else None, present=present)

    def work(now: datetime) -> str:
        keep_principles(by=user_of(request), now=now, **form.given())
        return reverse("principles")

    answer = sent(request, form, work, effect="principles", done=PRINCIPLES.done)
    if form.conflict:
        present = present_principles()
        form.overwrite(present)
    return answer or form_page(
        request, form, PRINCIPLES, back=reverse("administration"), template="cases/principles_form.html",
        theirs=present if form.conflict else [],
    )  # fmt: skip
