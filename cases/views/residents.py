"""A resident's own page; adding and changing a resident."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from cases.forms.resident import NewResidentForm, ResidentChangeForm
from cases.models import Resident
from cases.operations.residents import add_resident, change_resident
from cases.permissions import check_reads_resident
from cases.queries.doubles import probable_doubles
from cases.queries.resident_file import resident_file
from cases.queries.search import FoundResident, located
from cases.views.sending import PAGE_OR_FORM, Words, form_page, sent
from sociaal.accounts.permissions import caseworkers, staff, user_of
from sociaal.audit.reading import shows
from sociaal.core.errors import NotFound, Refused
from sociaal.core.registry import registry

NEW = Words(
    heading=_("New resident"),
    lead=_("Only the last name is needed. Search first: then nobody gets two files."),
    save=_("Add resident"),
    done=_("The resident is added."),
)
CHANGE = Words(heading=_("Change resident"), save=_("Save"), done=_("The changes are saved."))


def resident_called(pk: int) -> Resident:
    """The resident with this key; of a merged one the file it went into. Raises NotFound."""
    row = Resident.objects.select_related("merged_into").filter(pk=pk).first()
    if row is None:
        raise NotFound
    return row.merged_into or row


@require_safe
@staff
def resident(request: HttpRequest, pk: int) -> HttpResponse:
    """The resident's file. Who may only locate gets 403 with who can help."""
    row, user, now = resident_called(pk), user_of(request), timezone.now()
    access = check_reads_resident(user, row, now)
    if row.pk != pk:  # merged: from now on there is one address
        return redirect("resident", row.pk)
    page = resident_file(row, access, user, now)
    shows(request, [row.pk, *(one.person.key for one in page.household if one.person.is_known)])
    panels = [reverse(name, args=[row.pk]) for name in registry.resident_panels]
    context = {"file": page, "identity": page.identity, "heading": True, "panels": panels}
    return render(request, "cases/resident.html", context)


@require_http_methods(PAGE_OR_FORM)
@caseworkers
def resident_new(request: HttpRequest) -> HttpResponse:
    """Add a resident. One who may be known already is shown first, side by side."""
    form = NewResidentForm(request.POST if request.method == "POST" else None)
    doubles: list[FoundResident] = []

    def work(now: datetime) -> str:
        if not form.cleaned_data["another_person"]:
            doubles.extend(probable_doubles(user_of(request), form.given(), now))
        if doubles:
            raise Refused(gettext("Perhaps we know this person already. Nothing is saved yet."))
        row = add_resident(by=user_of(request), now=now, **form.given())
        return reverse("resident_added", args=[row.pk])

    answer = sent(request, form, work, effect="add_resident", done=NEW.done)
    shows(request, [one.pk for one in doubles])
    back, template = reverse("search"), "cases/resident_form.html"
    return answer or form_page(request, form, NEW, back=back, template=template, doubles=doubles)


@require_safe
@caseworkers
def resident_added(request: HttpRequest, pk: int) -> HttpResponse:
    """Who was added, and what comes next: their question."""
    found = located(user_of(request), pk, timezone.now())
    if found is None:
        raise NotFound
    shows(request, [found.pk])
    return render(request, "cases/resident_added.html", {"found": found, "key": str(found.pk)})


@require_http_methods(PAGE_OR_FORM)
@staff
def resident_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is known of a resident."""
    row, user = resident_called(pk), user_of(request)
    check_reads_resident(user, row, timezone.now())
    shows(request, [row.pk])
    posted = request.method == "POST"
    form = ResidentChangeForm(request.POST) if posted else ResidentChangeForm.showing(row)
    back = reverse("resident", args=[row.pk])

    def work(now: datetime) -> str:
        change_resident(resident=row, by=user, now=now, seen=form.marks, **form.given())
        return back

    return sent(request, form, work, effect=f"change_resident:{row.pk}", done=CHANGE.done) or form_page(
        request, form, CHANGE, back=back, template="cases/resident_form.html"
    )
