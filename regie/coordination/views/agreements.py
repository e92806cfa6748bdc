"""An agreement is made; later it is said what became of it."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from cases.permissions import check_directs
from cases.views.sending import PAGE_OR_FORM, Words, case_address, case_called, form_page, sent
from regie.coordination.forms.agreements import AgreementForm, SettleForm
from regie.coordination.models import Agreement
from regie.coordination.operations.agreements import make_agreement, settle_agreement
from regie.coordination.permissions import check_settles
from regie.coordination.views.parties import panel_address
from sociaal.accounts.permissions import user_of
from sociaal.core.errors import NotFound

NEW = Words(
    heading=_("New agreement"),
    lead=_("Who does what, before which day."),
    save=_("Record agreement"),
    done=_("The agreement is recorded."),
)
SETTLE = Words(
    heading=_("What became of this agreement?"), save=_("Record"), done=_("It is recorded what became of it.")
)


@require_http_methods(PAGE_OR_FORM)
def agreement_new(request: HttpRequest, number: str) -> HttpResponse:
    """Who does what, before when; `?partner=` chooses the partner beforehand."""
    case, user = case_called(number), user_of(request)
    check_directs(user, case, timezone.now())
    partner = request.GET.get("partner", "")
    form = AgreementForm(
        request.POST if request.method == "POST" else None,
        case=case,
        initial={"participation": partner if partner.isdecimal() else None},
    )
    back = panel_address(case)

    def work(now: datetime) -> str:
        make_agreement(case=case, by=user, now=now, **form.given())
        return back

    return sent(request, form, work, effect=f"make_agreement:{case.pk}", done=NEW.done) or form_page(
        request, form, NEW, back=back, case=case
    )


@require_http_methods(PAGE_OR_FORM)
def agreement_settle(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """Kept, not kept or no longer needed; a partner says that their own was kept."""
    case, user, now = case_called(number), user_of(request), timezone.now()
    rows = Agreement.objects.select_related("case__resident", "participation__professional")
    agreement = rows.filter(case=case, pk=pk).first()
    if agreement is None:
        raise NotFound
    access = check_settles(user, agreement, Agreement.State.KEPT, now)
    form = SettleForm(
        request.POST if request.method == "POST" else None, agreement=agreement, user=user, access=access
    )
    back = case_address(case) if "on_case" in request.POST else panel_address(case)

    def work(now: datetime) -> str:
        settle_agreement(agreement=agreement, by=user, now=now, **form.given())
        return back

    return sent(request, form, work, effect=f"settle_agreement:{pk}", done=SETTLE.done) or form_page(
        request, form, SETTLE, back=back, case=case, template="coordination/agreement_settle.html",
        agreement=agreement,
    )  # fmt: skip
