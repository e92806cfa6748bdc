"""Whom a case concerns beside its main subject, and who agreed to what."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from cases.enums import DataCategory
from cases.forms.households import EndForm
from cases.forms.parties import ConsentForm, PartyForm
from cases.models import Case, CaseParty, Resident
from cases.operations import parties
from cases.permissions import check_directs, check_reads_case
from cases.permissions.people import may_know
from cases.queries.identity import identity_of
from cases.queries.parties import parties_page
from cases.views.picking import is_search, pick_page, picked
from cases.views.sending import PAGE_OR_FORM, Words, case_called, form_page, sent
from sociaal.accounts.permissions import user_of
from sociaal.audit.reading import shows
from sociaal.core.errors import NotFound, NotPermitted

ADD = Words(
    _("Whom does this case concern too?"),
    _("Add to the case"),
    _("They are part of the case now."),
    _("A child, a parent with authority, who applies, who represents somebody."),
)
END = Words(_("Not part of this case any more"), _("Save"), _("It is noted that they left the case."))
CONSENT = Words(
    _("Consent"),
    _("Save"),
    _("The answer is noted. Earlier answers stay; the newest one counts."),
    _("Say first what for, what they may refuse, and that they may change their mind."),
)


@require_safe
def case_parties(request: HttpRequest, number: str) -> HttpResponse:
    """Everybody whom the case concerns, as far as this reader may know of them."""
    case, user, now = case_called(number), user_of(request), timezone.now()
    access = check_reads_case(user, case, now)
    if not access.may_see(DataCategory.GENERAL):
        raise NotPermitted(gettext("This part of the file is not shown to you."))
    page = parties_page(case, access, user, now)
    shows(request, [case.resident_id, *page.residents])
    context = {"page": page, "case": case, "identity": identity_of(case, access, now)}
    return render(request, "cases/case_parties.html", context)


@require_http_methods(PAGE_OR_FORM)
def case_party_new(request: HttpRequest, number: str) -> HttpResponse:
    """Add somebody: choose them, then say in which role."""
    case, back = _directed(request, number)
    who = picked(request)
    if who is None or is_search(request):
        return pick_page(
            request, heading=ADD.heading, lead=str(ADD.lead), back=back, without=[case.resident_id]
        )
    shows(request, [who.pk])
    form = PartyForm(request.POST if request.method == "POST" else None)

    def work(now: datetime) -> str:
        parties.add_party(case=case, resident=who, by=user_of(request), now=now, **form.given())
        return back

    answer = sent(request, form, work, effect=f"add_party:{case.pk}:{who.pk}", done=ADD.done, expected=back)
    return answer or _person_page(request, form, ADD, case, who)


@require_http_methods(PAGE_OR_FORM)
def case_party_end(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """They are not part of the case any more, or never were."""
    case, back = _directed(request, number)
    party = CaseParty.objects.filter(case=case, pk=pk).select_related("resident", "case").first()
    if party is None or not may_know(user_of(request), party.resident, timezone.now()):
        raise NotFound
    form = EndForm(request.POST if request.method == "POST" else None, initial={"until": party.during.upper})

    def work(now: datetime) -> str:
        by, until = user_of(request), form.until_day
        parties.end_party(party=party, until=until, by=by, now=now, seen=form.marks)
        return back

    answer = sent(request, form, work, effect=f"end_party:{party.pk}", done=END.done, expected=back)
    return answer or _person_page(request, form, END, case, party.resident)


@require_http_methods(PAGE_OR_FORM)
def consent_new(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """Note whether somebody of the case agrees."""
    case, back = _directed(request, number)
    who = _of_case(request, case, pk)
    today = timezone.localdate(timezone.now())
    shown = {"law": request.GET.get("law", ""), "on_date": today}
    form = ConsentForm(request.POST if request.method == "POST" else None, initial=shown)

    def work(now: datetime) -> str:
        parties.note_consent(case=case, resident=who, by=user_of(request), now=now, **form.given())
        return back

    effect = f"note_consent:{case.pk}:{who.pk}"
    answer = sent(request, form, work, effect=effect, done=CONSENT.done, expected=back)
    return answer or _person_page(request, form, CONSENT, case, who)


def _directed(request: HttpRequest, number: str) -> tuple[Case, str]:
    """The case, for who coordinates it, and the way back."""
    case = case_called(number)
    check_directs(user_of(request), case, timezone.now())
    shows(request, [case.resident_id])
    return case, reverse("case_parties", args=[case.number])


def _of_case(request: HttpRequest, case: Case, pk: int) -> Resident:
    """The main subject or a party whom this user may know of. Raises NotFound for anybody else."""
    if pk == case.resident_id:
        return case.resident
    party = CaseParty.objects.filter(case=case, resident=pk).select_related("resident").first()
    if party is None or not may_know(user_of(request), party.resident, timezone.now()):
        raise NotFound
    return party.resident


def _person_page(
    request: HttpRequest, form: PartyForm | EndForm | ConsentForm, words: Words, case: Case, who: Resident
) -> HttpResponse:
    shows(request, [who.pk])
    back = reverse("case_parties", args=[case.number])
    return form_page(
        request, form, words, back=back, case=case, template="cases/person_form.html", person=who
    )
