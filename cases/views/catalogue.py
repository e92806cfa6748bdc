"""The administrator's pages: provisions, organisations and who works there."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from cases.enums import OrganisationKind, Weight
from cases.forms.base import KeyedForm
from cases.forms.catalogue import OrganisationForm, ProfessionalForm, ProvisionForm
from cases.models import Organisation, Professional, Provision
from cases.operations import catalogue as operations
from cases.queries import catalogue as queries
from cases.views.sending import PAGE_OR_FORM, Words, form_page, sent
from sociaal.accounts.permissions import roles, user_of
from sociaal.accounts.roles import Role
from sociaal.core.errors import NotFound
from sociaal.core.listing import Column, Filter, list_page

PROVISION = Words(_("Provision"), _("Save"), _("The provision is saved."))
ORGANISATION = Words(_("Organisation"), _("Save"), _("The organisation is saved."))
PROFESSIONAL = Words(_("Professional"), _("Save"), _("The professional is saved."))
PROVISION_COLUMNS = (
    Column("name", _("Name"), "name"),
    Column("weight", _("Weight"), "weight"),
    Column("provider", _("Provider"), "provider__name"),
    Column("wait", _("Waiting time in weeks"), "waiting_weeks", number=True),
)
PROVISION_FILTERS = (
    Filter("weight", _("Weight"), Weight.choices, lambda rows, weight: rows.filter(weight=weight)),
    Filter(
        "given",
        _("Given now"),
        (("yes", _("Yes")), ("no", _("No"))),
        lambda rows, given: rows.filter(is_active=given == "yes"),
    ),
)
ORGANISATION_COLUMNS = (
    Column("name", _("Name"), "name"),
    Column("kind", _("Kind"), "kind"),
    Column("people", _("Professionals"), "people", number=True),
)
ORGANISATION_FILTERS = (
    Filter("kind", _("Kind"), OrganisationKind.choices, lambda rows, kind: rows.filter(kind=kind)),
)


def _found(rows: QuerySet[Any], pk: int) -> Any:
    row = rows.filter(pk=pk).first()
    if row is None:
        raise NotFound
    return row


def _values(row: Model | None, form_class: type[KeyedForm]) -> dict[str, Any]:
    """What is known of the row, by the names of the form."""
    if row is None:
        return {}
    return {name: getattr(row, name) for name in form_class.base_fields if name not in ("form_key", "seen")}


@require_safe
@roles(Role.ADMINISTRATOR)
def provision_list(request: HttpRequest) -> HttpResponse:
    """The catalogue."""
    listing = list_page(
        queries.provisions(),
        request.GET,
        columns=PROVISION_COLUMNS,
        filters=PROVISION_FILTERS,
        default="name",
    )
    return render(request, "cases/provision_list.html", {"listing": listing})


@require_http_methods(PAGE_OR_FORM)
@roles(Role.ADMINISTRATOR)
def provision_edit(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Add a provision, or change one."""
    row = _found(Provision.objects.all(), pk) if pk else None
    form = ProvisionForm(
        request.POST if request.method == "POST" else None, initial=_values(row, ProvisionForm)
    )
    return _keeping(
        request,
        form,
        PROVISION,
        lambda **given: operations.keep_provision(provision=row, **given),
        effect=f"provision:{pk}",
        back=reverse("provisions"),
    )


@require_safe
@roles(Role.ADMINISTRATOR)
def organisation_list(request: HttpRequest) -> HttpResponse:
    """The register of organisations."""
    listing = list_page(
        queries.organisations(),
        request.GET,
        columns=ORGANISATION_COLUMNS,
        filters=ORGANISATION_FILTERS,
        default="name",
    )
    return render(request, "cases/organisation_list.html", {"listing": listing})


@require_http_methods(PAGE_OR_FORM)
@roles(Role.ADMINISTRATOR)
def organisation_edit(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Add an organisation, or change one and see who works there."""
    row = _found(Organisation.objects.all(), pk) if pk else None
    data = request.POST if request.method == "POST" else None
    form = OrganisationForm(data, initial=_values(row, OrganisationForm))
    return _keeping(
        request,
        form,
        ORGANISATION,
        lambda **given: operations.keep_organisation(organisation=row, **given),
        effect=f"organisation:{pk}",
        back=reverse("organisations"),
        template="cases/organisation_form.html",
        organisation=row,
        professionals=queries.professionals(row) if row else [],
    )


@require_http_methods(PAGE_OR_FORM)
@roles(Role.ADMINISTRATOR)
def professional_edit(request: HttpRequest, organisation: int, pk: int | None = None) -> HttpResponse:
    """Add somebody who works for an organisation, or change them."""
    house = _found(Organisation.objects.all(), organisation)
    row = _found(Professional.objects.filter(organisation=house), pk) if pk else None
    form = ProfessionalForm(
        request.POST if request.method == "POST" else None,
        account=row.user_id if row else None,
        initial=_values(row, ProfessionalForm),
    )
    return _keeping(
        request,
        form,
        PROFESSIONAL,
        lambda **given: operations.keep_professional(professional=row, organisation=house, **given),
        effect=f"professional:{organisation}:{pk}",
        back=reverse("organisation", args=[organisation]),
    )


def _keeping(
    request: HttpRequest,
    form: ProvisionForm | OrganisationForm | ProfessionalForm,
    words: Words,
    operation: Callable[..., Any],
    *,
    effect: str,
    back: str,
    template: str = "cases/form_page.html",
    **context: Any,
) -> HttpResponse:
    def work(now: datetime) -> str:
        operation(by=user_of(request), now=now, seen=form.marks, **form.given())
        return back

    return sent(request, form, work, effect=effect, done=words.done) or form_page(
        request, form, words, back=back, template=template, **context
    )
