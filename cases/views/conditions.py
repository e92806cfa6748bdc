"""A condition of a plan or a decision is met, or not after all."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from cases.enums import DataCategory
from cases.operations.conditions import meet_condition
from cases.permissions import check_directs
from cases.queries.conditions import condition_called
from cases.views.sending import case_called
from sociaal.accounts.permissions import user_of
from sociaal.core.errors import NotFound

STEPS = {"ja": True, "nee": False}


@require_POST
def condition_met(request: HttpRequest, number: str, pk: int, step: str) -> HttpResponse:
    """Back to the plan or the decision it belongs to."""
    case, user, now = case_called(number), user_of(request), timezone.now()
    access = check_directs(user, case, now)
    row = condition_called(case, pk)
    if row is None or step not in STEPS or not access.may_see(DataCategory.GENERAL):
        raise NotFound
    meet_condition(condition=row, met=STEPS[step], by=user, now=now)
    if row.procedure_id:
        return redirect(f"{reverse('procedure', args=[row.procedure_id])}#conditions")
    return redirect(f"{reverse('plan', args=[number])}#first")
