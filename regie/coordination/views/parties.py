"""A partner joins a case; a partner leaves it."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from cases.models import Case
from cases.permissions import check_directs
from cases.views.sending import PAGE_OR_FORM, Words, case_called, form_page, sent
from regie.coordination.forms.parties import EndForm, PartyForm
from regie.coordination.models import Agreement, Participation
from regie.coordination.operations.parties import add_party, end_party
from sociaal.accounts.permissions import user_of
from sociaal.core.errors import NotFound

NEW = Words(
    heading=_("Let a partner take part"),
    lead=_("Two or three parties who are really needed work best. The contact person stays the same."),
    save=_("Let them take part"),
    done=_("The partner takes part."),
)
END = Words(
    heading=_("Partner leaves this case"),
    save=_("Stop sharing and let them leave"),
    done=_("The partner no longer takes part and no longer sees this case."),
)


def panel_address(case: Case) -> str:
    """Where the parties and agreements of this case are looked after."""
    return reverse("regie_panel", args=[case.number])


@require_http_methods(PAGE_OR_FORM)
def party_new(request: HttpRequest, number: str) -> HttpResponse:
    """Who takes part, what they add, what we share and on what ground."""
    case, user = case_called(number), user_of(request)
    check_directs(user, case, timezone.now())
    form = PartyForm(request.POST if request.method == "POST" else None, case=case)
    back = panel_address(case)

    def work(now: datetime) -> str:
        add_party(case=case, by=user, now=now, **form.given())
        return back

    return sent(request, form, work, effect=f"add_party:{case.pk}", done=NEW.done) or form_page(
        request, form, NEW, back=back, case=case
    )


@require_http_methods(PAGE_OR_FORM)
def party_end(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """Says what ends with it, and asks to confirm: it cannot be taken back."""
    case, user = case_called(number), user_of(request)
    check_directs(user, case, timezone.now())
    party = Participation.objects.select_related("organisation", "case").filter(case=case, pk=pk).first()
    if party is None:
        raise NotFound
    form = EndForm(request.POST if request.method == "POST" else None)
    back = panel_address(case)

    def work(now: datetime) -> str:
        end_party(participation=party, by=user, now=now)
        return back

    return sent(request, form, work, effect=f"end_party:{pk}", done=END.done) or form_page(
        request, form, END, back=back, case=case, template="coordination/party_end.html",
        party=party, still_open=party.agreements.filter(state=Agreement.State.MADE),
    )  # fmt: skip
