"""The catalogue: what can be given, and by whom."""

from datetime import date

from django.db.models import Count, Q, QuerySet
from django.utils.translation import ngettext

from cases.models import Organisation, Professional, Provision
from cases.queries.fitting import given_on
from cases.weighing import LADDER
from sociaal.accounts.models import User
from sociaal.accounts.roles import Role

Grouped = list[tuple[str, list[tuple[int, str]]]]


def provisions_by_weight(day: date) -> tuple[dict[int, Provision], Grouped]:
    """What is given on this day: by key, and as choices in groups, lightest first. One query."""
    rows = list(given_on(day).select_related("provider"))
    groups = [
        (str(weight.label), [(row.pk, in_words(row)) for row in rows if row.weight == weight])
        for weight in LADDER
    ]
    return {row.pk: row for row in rows}, groups


def in_words(provision: Provision) -> str:
    """Name, who gives it, and how long one waits for it."""
    words = provision.name
    if provision.provider is not None:
        words = f"{words}, {provision.provider.name}"
    if provision.waiting_weeks:
        weeks = provision.waiting_weeks
        waits = ngettext("%(weeks)d week of waiting", "%(weeks)d weeks of waiting", weeks) % {"weeks": weeks}
        return f"{words} ({waits})"
    return words


def provisions() -> QuerySet[Provision]:
    """All of the catalogue, for the administrator."""
    return Provision.objects.select_related("provider")


def organisations() -> QuerySet[Organisation]:
    """All organisations with the number of their professionals, for the administrator."""
    return Organisation.objects.annotate(people=Count("professionals"))


def professionals(organisation: Organisation) -> QuerySet[Professional]:
    return Professional.objects.filter(organisation=organisation).select_related("user")


def accounts_without_organisation(present: int | None = None) -> QuerySet[User]:
    """Accounts of partner professionals that nobody stands for yet, and the present one."""
    free = Q(professional__isnull=True)
    if present:
        free |= Q(pk=present)
    return User.objects.filter(free, is_active=True, roles__contains=[str(Role.PARTNER)])
