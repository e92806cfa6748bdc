"""The meldcode: what stands now, and one short form for each step. Nothing of it for who need not know."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.models import Case
from cases.permissions import Access, can_direct
from cases.queries.identity import identity_of
from cases.views.sending import PAGE_OR_FORM, Words, case_called, form_page, sent
from intake.enums.meldcode import EntryKind, MeldcodeState
from intake.forms.meldcode import FORMS, DecisionForm, MeldcodeForm
from intake.models import Meldcode
from intake.operations import meldcode as operations
from intake.permissions import check_sees_meldcode, check_works_on_meldcode
from intake.queries import meldcode as queries
from sociaal.accounts.permissions import user_of
from sociaal.audit.reading import shows
from sociaal.core.errors import NotFound
from sociaal.core.parts import is_part
from sociaal.outbox.once import new_key, once

NOTED = _("It is noted.")
DECIDE = Words(
    heading=MeldcodeState.DECIDING.label,
    lead=_("After this nothing of it can be changed; you can add what happens afterwards."),
    save=_("Keep the decision"),
    done=_("The decision is kept."),
)
STEP_FORMS: dict[str, type[MeldcodeForm | DecisionForm]] = {
    **{kind: form for kind, form in FORMS.items() if kind != EntryKind.AFTERWARDS},
    queries.DECISION: DecisionForm,
}


@require_safe
def meldcode(request: HttpRequest, number: str) -> HttpResponse:
    """The five steps in this case, or how to begin with them."""
    case, now = case_called(number), timezone.now()
    access = check_sees_meldcode(user_of(request), case, now)
    shows(request, [case.resident_id])
    context = _standing(case, access) | {"identity": identity_of(case, access, now), "case": case}
    return render(request, "intake/meldcode.html", context)


@require_safe
def meldcode_panel(request: HttpRequest, number: str) -> HttpResponse:
    """Part of the case page: whether the meldcode runs, and whether safety is in doubt."""
    case = case_called(number)
    access = check_sees_meldcode(user_of(request), case, timezone.now())
    shows(request, [case.resident_id])
    running, earlier = queries.meldcodes_of(case)
    context = {
        "case": case,
        "running": running,
        "earlier": earlier,
        "doubts": [] if running else [one.label for one in queries.doubts_in(case)],
        "may_open": can_direct(access) and case.is_open,
    }
    if is_part(request):
        return render(request, "intake/meldcode_panel_fragment.html", context)
    return render(request, "intake/meldcode_panel.html", context)


@require_POST
def meldcode_open(request: HttpRequest, number: str) -> HttpResponse:
    """Begin with the first step."""
    case, user, now = case_called(number), user_of(request), timezone.now()
    here = _address(case)

    def work() -> str:
        operations.open_meldcode(case=case, by=user, now=now)
        return here

    key = request.POST.get("form_key", "")[:64]
    return redirect(once(key, f"open_meldcode:{case.pk}", work, now=now, expected=here))


@require_http_methods(PAGE_OR_FORM)
def meldcode_step(request: HttpRequest, number: str, kind: str) -> HttpResponse:
    """Note one step of the meldcode that runs, or decide."""
    case, user = case_called(number), user_of(request)
    check_works_on_meldcode(user, case, timezone.now())
    running, _earlier = queries.meldcodes_of(case)
    if running is None or kind not in STEP_FORMS:
        raise NotFound
    return _noting(request, running, STEP_FORMS[kind], case)


@require_http_methods(PAGE_OR_FORM)
def meldcode_afterwards(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """Note what happened after the decision. Asked by case, so that a key tells nobody that there is one."""
    case = case_called(number)
    check_works_on_meldcode(user_of(request), case, timezone.now())
    _running, earlier = queries.meldcodes_of(case)
    row = next((one for one in earlier if one.pk == pk), None)
    if row is None:
        raise NotFound
    return _noting(request, row, FORMS[EntryKind.AFTERWARDS], case)


def _noting(
    request: HttpRequest, row: Meldcode, form_class: type[MeldcodeForm | DecisionForm], case: Case
) -> HttpResponse:
    form, user, here = (
        form_class(request.POST if request.method == "POST" else None),
        user_of(request),
        _address(case),
    )

    def work(now: datetime) -> str:
        if isinstance(form, DecisionForm):
            operations.decide(meldcode=row, decision=form.decided(), by=user, now=now)
        else:
            operations.note(meldcode=row, done=form.done(), by=user, now=now)
        return here

    words = DECIDE if isinstance(form, DecisionForm) else _words(form.kind)
    answer = sent(request, form, work, effect=f"meldcode:{row.pk}", done=words.done, expected=here)
    return answer or form_page(
        request, form, words, back=here, case=case, template="intake/meldcode_step.html"
    )


def _words(kind: EntryKind) -> Words:
    return Words(heading=kind.label, save=_("Keep"), done=NOTED)


def _address(case: Case) -> str:
    return reverse("meldcode", args=[case.number])


def _standing(case: Case, access: Access) -> dict[str, object]:
    """The page with the form of the step that comes now, for who may fill it in."""
    page = queries.meldcode_page(case)
    works, form = can_direct(access), None
    if page.running and works:
        form = STEP_FORMS[queries.kind_now(page.running)]()
    return {
        "page": page,
        "form": form,
        "may_work": works,
        "may_open": works and case.is_open and page.running is None,
        "form_key": new_key(),
    }
