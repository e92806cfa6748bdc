"""The plan that the resident or the family made themselves."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from cases.permissions import can_work_on, check_reads_case, check_works_on
from cases.views.sending import PAGE_OR_FORM, Words, case_address, case_called, form_page, sent
from intake.forms.own_plan import OwnPlanForm
from intake.operations.own_plan import keep_own_plan
from intake.queries.own_plan import own_plan_of
from sociaal.accounts.permissions import user_of

OWN_PLAN = Words(
    heading=_("The resident's own plan"),
    lead=_("What the resident or the family propose themselves. It comes before our plan, and counts in it."),
    save=_("Save the plan"),
    done=_("The resident's own plan is saved."),
)


@require_http_methods(PAGE_OR_FORM)
def own_plan(request: HttpRequest, number: str) -> HttpResponse:
    """Note that it came and what it says; who only reads the case reads it here."""
    case, user, now = case_called(number), user_of(request), timezone.now()
    access = check_reads_case(user, case, now)
    if request.method == "POST":
        check_works_on(user, case, now)
    state = own_plan_of(case, access, now)
    form = OwnPlanForm(request.POST) if request.method == "POST" else OwnPlanForm.starting(state.plan)
    back = case_address(case)

    def work(now: datetime) -> str:
        keep_own_plan(case=case, given=form.plan(), by=user, now=now)
        return back

    answer = sent(request, form, work, effect=f"own_plan:{case.pk}", done=OWN_PLAN.done, expected=back)
    if form.conflict:
        state = own_plan_of(case, access, now)
        form.overwrite(state.plan.version if state.plan else 0)
    may_write = can_work_on(access, case) and case.is_open
    return answer or form_page(
        request, form, OWN_PLAN, back=back, case=case, template="intake/own_plan.html", own_plan=state,
        may_write=may_write,
    )  # fmt: skip
