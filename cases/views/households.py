"""The people around a resident: who lives with them. Authority and network: `views.around`."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from cases.forms.households import EndForm, HouseholdForm, MemberForm, NewcomerForm, RoleForm, as_choices
from cases.models import Household, HouseholdMember, Resident
from cases.operations import households
from cases.permissions import check_reads_resident
from cases.permissions.people import check_keeps_file, may_know, seen_people
from cases.queries.households import household_page, living_with
from cases.views.picking import is_search, pick_page, picked
from cases.views.residents import resident_called
from cases.views.sending import PAGE_OR_FORM, Words, form_page, sent
from sociaal.accounts.permissions import staff, user_of
from sociaal.audit.reading import shows
from sociaal.core.errors import NotFound

ADD = Words(_("Who lives here too?"), _("Add to the household"), _("They are in the household now."))
NEWCOMER = Words(
    _("Somebody we do not know yet"),
    _("Add to the household"),
    _("They are in the household now."),
    _("Also for a child that was born."),
)
CHANGE = Words(_("Change who they are in the household"), _("Save"), _("The changes are saved."))
END = Words(_("They live here no more"), _("Save"), _("It is noted that they left."))
NAME = Words(_("Change the household"), _("Save"), _("The changes are saved."))


@require_safe
@staff
def household(request: HttpRequest, pk: int) -> HttpResponse:
    """Household, authority and network of a resident whose file this person reads."""
    row, user, now = resident_called(pk), user_of(request), timezone.now()
    access = check_reads_resident(user, row, now)
    page = household_page(row, access, user, now)
    shows(request, page.residents)
    return render(request, "cases/household.html", {"page": page, "resident": row})


def kept_file(request: HttpRequest, pk: int) -> Resident:
    """The resident whose file this user keeps; noted as shown. Raises NotPermitted or NotFound."""
    row = resident_called(pk)
    check_keeps_file(user_of(request), row, timezone.now())
    shows(request, [row.pk])
    return row


@require_http_methods(PAGE_OR_FORM)
@staff
def household_member_new(request: HttpRequest, pk: int) -> HttpResponse:
    """Add somebody we know: choose them, then say who they are in the household."""
    row, back = kept_file(request, pk), reverse("household", args=[pk])
    who = picked(request)
    if who is None or is_search(request):
        newcomer = reverse("household_newcomer", args=[row.pk])
        return pick_page(
            request,
            heading=ADD.heading,
            lead=_("Search first: then nobody gets two files."),
            back=back,
            without=[row.pk],
            others=[(str(_("Somebody we do not know yet, or a child that was born")), newcomer)],
        )
    shows(request, [who.pk])
    form = MemberForm(_posted(request), homes=_homes(row))

    def work(now: datetime) -> str:
        given = _given(form)
        households.add_member(beside=row, member=who, by=user_of(request), now=now, **given)
        return back

    effect = f"add_member:{row.pk}:{who.pk}"
    answer = sent(request, form, work, effect=effect, done=ADD.done, expected=back)
    return answer or form_page(request, form, ADD, back=back, template="cases/person_form.html", person=who)


@require_http_methods(PAGE_OR_FORM)
@staff
def household_newcomer(request: HttpRequest, pk: int) -> HttpResponse:
    """Add somebody we do not know yet, or a child that was born."""
    row, back, user = kept_file(request, pk), reverse("household", args=[pk]), user_of(request)
    grown_ups = _grown_ups(request, row)
    form = NewcomerForm(
        _posted(request),
        homes=_homes(row),
        grown_ups=as_choices(grown_ups),
        initial={"prefix": row.prefix, "last_name": row.last_name, "role": "child"},
    )

    def work(now: datetime) -> str:
        given, day = _given(form), timezone.localdate(now)
        given["since"] = given["since"] or form.cleaned_data["birth_date"] or day
        chosen = {int(key) for key in form.cleaned_data["authority"]}
        holders = [one for one in grown_ups if one.pk in chosen]
        households.add_newcomer(
            beside=row, names=form.names(), authority=holders, by=user, now=now, **given
        )  # fmt: skip
        return back

    answer = sent(request, form, work, effect=f"add_newcomer:{row.pk}", done=NEWCOMER.done, expected=back)
    return answer or form_page(request, form, NEWCOMER, back=back)


@require_http_methods(PAGE_OR_FORM)
@staff
def household_member(request: HttpRequest, pk: int, member: int) -> HttpResponse:
    """Change what somebody is in a household."""
    row, one = _member(request, pk, member)
    back = reverse("household", args=[pk])
    form = RoleForm(request.POST) if request.method == "POST" else RoleForm.showing(one)

    def work(now: datetime) -> str:
        by, seen = user_of(request), form.marks
        households.change_member(member=one, beside=row, by=by, now=now, seen=seen, **form.given())
        return back

    answer = sent(request, form, work, effect=f"change_member:{one.pk}", done=CHANGE.done, expected=back)
    return answer or form_page(
        request, form, CHANGE, back=back, template="cases/person_form.html", person=one.resident
    )


@require_http_methods(PAGE_OR_FORM)
@staff
def household_member_end(request: HttpRequest, pk: int, member: int) -> HttpResponse:
    """They live here no more, or never did."""
    row, one = _member(request, pk, member)
    form = EndForm(_posted(request), initial={"until": one.during.upper})
    back = reverse("household", args=[pk])

    def work(now: datetime) -> str:
        by, until = user_of(request), form.until_day
        households.end_member(member=one, beside=row, until=until, by=by, now=now, seen=form.marks)
        return back

    answer = sent(request, form, work, effect=f"end_member:{one.pk}", done=END.done, expected=back)
    return answer or form_page(
        request, form, END, back=back, template="cases/person_form.html", person=one.resident
    )


@require_http_methods(PAGE_OR_FORM)
@staff
def household_change(request: HttpRequest, pk: int, household: int) -> HttpResponse:
    """Its name, and why members have different contact persons."""
    row, back = kept_file(request, pk), reverse("household", args=[pk])
    home = Household.objects.filter(pk=household, members__resident=row).first()
    if home is None:
        raise NotFound
    shown = {"name": home.name, "contact_differs_because": home.contact_differs_because}
    form = HouseholdForm(_posted(request), initial=shown)

    def work(now: datetime) -> str:
        by, seen = user_of(request), form.marks
        households.change_household(household=home, beside=row, by=by, now=now, seen=seen, **form.given())
        return back

    answer = sent(request, form, work, effect=f"change_household:{home.pk}", done=NAME.done, expected=back)
    return answer or form_page(request, form, NAME, back=back)


def _posted(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _member(request: HttpRequest, pk: int, member: int) -> tuple[Resident, HouseholdMember]:
    """A membership of a household of this resident, of somebody this user may know of."""
    row = kept_file(request, pk)
    homes = HouseholdMember.objects.filter(resident=row).values("household")
    found = HouseholdMember.objects.filter(pk=member, household__in=homes).select_related("resident").first()
    if found is None or not may_know(user_of(request), found.resident, timezone.now()):
        raise NotFound
    shows(request, [found.resident_id])
    return row, found


def _homes(resident: Resident) -> list[tuple[str, str]]:
    """The households this resident lives in now, to choose from; the main home first."""
    today = timezone.localdate(timezone.now())
    rows = HouseholdMember.objects.filter(resident=resident, during__contains=today)
    rows = rows.select_related("household").order_by("other_home", "pk")
    return [(str(row.household_id), row.household.name) for row in rows]


def _given(form: MemberForm) -> dict[str, Any]:
    names = ("role", "since", "other_home", "own_role")
    given = {name: form.cleaned_data[name] for name in names if name in form.cleaned_data}
    if key := form.cleaned_data.get("household"):
        given["household"] = Household.objects.get(pk=key)
    return given


def _grown_ups(request: HttpRequest, resident: Resident) -> list[Resident]:
    """The resident and their housemates whom this user may know of, children left out."""
    now = timezone.now()
    people = [resident, *living_with(resident, now)]
    seen = seen_people(user_of(request), people, now)
    known = [one for one in people if seen[one.pk].is_known and _may_be_parent(one, now)]
    shows(request, [one.pk for one in known])
    return known


def _may_be_parent(resident: Resident, now: datetime) -> bool:
    years = resident.age_on(timezone.localdate(now))
    return years is None or years >= 16
