"""The people around a resident: who has authority over a child, and who helps."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from cases.forms.households import AuthorityForm, EndForm, NetworkChangeForm, NetworkForm, as_choices
from cases.models import NetworkMember, ParentalAuthority, Resident
from cases.operations import authority as gezag
from cases.operations import network
from cases.permissions.people import check_keeps_file, may_know, seen_people
from cases.queries.households import living_with
from cases.views.households import kept_file
from cases.views.picking import is_search, pick_page, picked
from cases.views.sending import PAGE_OR_FORM, Words, form_page, sent
from sociaal.accounts.permissions import staff, user_of
from sociaal.audit.reading import shows
from sociaal.core.errors import NotFound

AUTHORITY = Words(
    _("Who has authority over a child"),
    _("Save"),
    _("It is noted who has authority."),
    _("Their consent is needed for help to a child under 16. Look in the register of parental authority."),
)
AUTHORITY_END = Words(_("Authority ends"), _("Save"), _("It is noted that the authority ended."))
HELPS = Words(
    _("Somebody who can help"),
    _("Save"),
    _("They are noted in the network."),
    _("Ask whether they know that we note this."),
)
HELPS_CHANGE = Words(_("Change somebody of the network"), _("Save"), _("The changes are saved."))


@require_http_methods(PAGE_OR_FORM)
@staff
def authority_new(request: HttpRequest, pk: int) -> HttpResponse:
    """Note who has authority over a child of the household."""
    row, back, now = kept_file(request, pk), reverse("household", args=[pk]), timezone.now()
    elsewhere = picked(request)
    if is_search(request) or "zoek" in request.GET:
        lead = _("A parent or guardian who lives elsewhere.")
        return pick_page(request, heading=AUTHORITY.heading, lead=lead, back=back, without=[row.pk])
    people = [row, *living_with(row, now), *([elsewhere] if elsewhere else [])]
    seen = seen_people(user_of(request), people, now)
    known = {one.pk: one for one in people if seen[one.pk].is_known}
    shows(request, known)
    children = [one for one in known.values() if _is_child(one, now)]
    holders = [one for one in known.values() if one not in children]
    posted = request.POST if request.method == "POST" else None
    chosen = {
        "holder": str(elsewhere.pk) if elsewhere else "",
        "since": children[0].birth_date if len(children) == 1 else None,
    }
    form = AuthorityForm(posted, children=as_choices(children), holders=as_choices(holders), initial=chosen)

    def work(now: datetime) -> str:
        given = form.given()
        child, holder = known[int(given.pop("child"))], given.pop("holder")
        person = known[int(holder)] if holder else None
        gezag.note_authority(child=child, beside=row, holder=person, by=user_of(request), now=now, **given)
        return back

    answer = sent(request, form, work, effect=f"note_authority:{row.pk}", done=AUTHORITY.done, expected=back)
    template = "cases/authority_form.html"
    return answer or form_page(request, form, AUTHORITY, back=back, template=template, children=children)


@require_http_methods(PAGE_OR_FORM)
@staff
def authority_end(request: HttpRequest, pk: int, authority: int) -> HttpResponse:
    """It ends, or was noted by mistake."""
    row, back, now = kept_file(request, pk), reverse("household", args=[pk]), timezone.now()
    near = {row.pk, *(one.pk for one in living_with(row, now))}
    found = ParentalAuthority.objects.filter(pk=authority).select_related("child").first()
    if found is None or not {found.child_id, found.holder_id} & near:
        raise NotFound
    if not may_know(user_of(request), found.child, now):
        raise NotFound
    shows(request, [found.child_id])
    form = EndForm(request.POST if request.method == "POST" else None, initial={"until": found.during.upper})

    def work(now: datetime) -> str:
        by, until = user_of(request), form.until_day
        gezag.end_authority(authority=found, beside=row, until=until, by=by, now=now, seen=form.marks)
        return back

    done = AUTHORITY_END.done
    answer = sent(request, form, work, effect=f"end_authority:{found.pk}", done=done, expected=back)
    return answer or form_page(
        request, form, AUTHORITY_END, back=back, template="cases/person_form.html", person=found.child
    )


@require_http_methods(PAGE_OR_FORM)
@staff
def network_new(request: HttpRequest, pk: int) -> HttpResponse:
    """Note somebody who is there for the resident."""
    row, back = kept_file(request, pk), reverse("household", args=[pk])
    form = NetworkForm(request.POST if request.method == "POST" else None)

    def work(now: datetime) -> str:
        network.add_network_member(resident=row, by=user_of(request), now=now, **form.given())
        return back

    answer = sent(request, form, work, effect=f"add_network:{row.pk}", done=HELPS.done, expected=back)
    return answer or form_page(request, form, HELPS, back=back)


@require_http_methods(PAGE_OR_FORM)
@staff
def network_member(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what somebody of the network can do, or how to reach them."""
    row = _network_member(request, pk)
    back = reverse("household", args=[row.resident_id])
    posted = request.method == "POST"
    form = NetworkChangeForm(request.POST) if posted else NetworkChangeForm.showing(row)

    def work(now: datetime) -> str:
        by, seen = user_of(request), form.marks
        network.change_network_member(member=row, by=by, now=now, seen=seen, **form.given())
        return back

    done = HELPS_CHANGE.done
    answer = sent(request, form, work, effect=f"change_network:{row.pk}", done=done, expected=back)
    template = "cases/network_form.html"
    return answer or form_page(request, form, HELPS_CHANGE, back=back, template=template, member=row)


@require_POST
@staff
def network_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """They are not there for the resident any more."""
    row = _network_member(request, pk)
    network.remove_network_member(member=row, by=user_of(request), now=timezone.now())
    return redirect("household", row.resident_id)


def _network_member(request: HttpRequest, pk: int) -> NetworkMember:
    row = NetworkMember.objects.filter(pk=pk).select_related("resident").first()
    if row is None:
        raise NotFound
    check_keeps_file(user_of(request), row.resident, timezone.now())
    shows(request, [row.resident_id])
    return row


def _is_child(resident: Resident, now: datetime) -> bool:
    years = resident.age_on(timezone.localdate(now))
    return years is not None and years < gezag.GROWN_UP
