"""The review: goals, levels, is lighter possible; then go on, weigh anew, or close."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from cases.enums import CaseStatus, LevelMoment
from cases.forms.closing import ReviewForm
from cases.forms.notes import NoQuestions
from cases.models import Case
from cases.operations import cases as operations
from cases.permissions import check_works_on
from cases.queries.review import domains_of, goals_of
from cases.queries.weighings import ladder_of, last_review, weighed_before
from cases.views.sending import PAGE_OR_FORM, Words, case_address, case_called, case_step, form_page, sent
from sociaal.accounts.permissions import user_of

START = Words(
    _("Start the review"),
    _("Start the review"),
    _("The review has begun."),
    _("Look together: are the goals reached, how does the resident manage, is lighter possible?"),
)
REVIEW = Words(
    _("Review"),
    _("Help goes on as it is"),
    _("Help goes on. The review is noted."),
    _("Look together at the goals, at how it goes now, and whether lighter help will do."),
)


@require_http_methods(PAGE_OR_FORM)
def review(request: HttpRequest, number: str) -> HttpResponse:
    """Start a review, or carry out the one that is going on."""
    case, user, now = case_called(number), user_of(request), timezone.now()
    if case.status != CaseStatus.REVIEWING and "lighter" not in request.POST:
        return case_step(
            request,
            number,
            check=check_works_on,
            form_class=NoQuestions,
            operation=operations.start_review,
            words=START,
            case=case,
        )
    access = check_works_on(user, case, now)
    data = request.POST if request.method == "POST" else None
    last = last_review(case)
    form = ReviewForm(
        data, case=case, user=user, goals=goals_of(case, access), domains=domains_of(case), last=last
    )

    def work(now: datetime) -> str:
        if form.levels():
            operations.record_levels(
                case=case, moment=LevelMoment.REVIEW, levels=form.levels(), by=user, now=now
            )
        given = form.cleaned_data
        said = {name: given[name] for name in ("lighter", "experience", "look_again_date")}
        operations.continue_support(case=case, goals=form.goals(), **said, by=user, now=now)
        return case_address(case)

    return sent(request, form, work, effect=f"review:{case.pk}", done=REVIEW.done) or form_page(
        request, form, REVIEW, back=case_address(case), case=case, template="cases/review.html",
        **_before(case), review=last,
    )  # fmt: skip


def _before(case: Case) -> dict[str, Any]:
    """What was written when this help was chosen: the review starts from it."""
    before = weighed_before(case)
    return {"before": before, "ladder": ladder_of(before) if before else []}
