"""What could fit a question, per rung of the ladder: the catalogue as it is given and used today."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Min, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.enums import ArrangementState, LifeDomain
from cases.matching import Fit, Need, Offer, Place, Use, fitting
from cases.models import Arrangement, Case, Provision, Resident
from cases.policies import RUNNING
from cases.queries.weighings import touched_domains
from cases.weighing import LADDER

WAITED_FOR = (ArrangementState.REQUESTED, ArrangementState.ACCEPTED)


@dataclass(frozen=True)
class Option:
    """A provision that could fit, and why: in sentences."""

    key: int
    name: str
    reasons: Sequence[str]
    is_full: bool


def given_on(day: date) -> QuerySet[Provision]:
    """What can be chosen on this day; the list form of `Provision.is_given_on`."""
    begun = Q(from_date__isnull=True) | Q(from_date__lte=day)
    return Provision.objects.filter(
        begun, Q(until_date__isnull=True) | Q(until_date__gte=day), is_active=True
    )


def options_for(
    domains: Collection[str], resident: Resident, now: datetime, at_most: int = 6
) -> dict[str, Sequence[Option]]:
    """Per weight what could fit, best first. Two queries."""
    need = Need(frozenset(domains), resident.neighbourhood)
    rows = given_on(timezone.localdate(now)).select_related("provider")
    by_key = {row.pk: row for row in rows}
    offers = {row.pk: offer_of(row) for row in by_key.values()}
    could = [one.offer.key for one in fitting(offers.values(), need)]
    fits = fitting([offers[key] for key in could], need, list(_used(could, now).items()))
    return {
        str(weight): [_option(one, by_key[one.offer.key]) for one in fits if one.offer.weight == weight][
            :at_most
        ]
        for weight in LADDER
    }


def fitting_options(case: Case, now: datetime) -> list[tuple[str, Sequence[Option]]]:
    """Per rung of the ladder, lightest first, what could fit this case; rungs with nothing are left out."""
    options = options_for(touched_domains(case), case.resident, now, at_most=4)
    return [(str(weight.label), options[str(weight)]) for weight in LADDER if options[str(weight)]]


def offer_of(row: Provision) -> Offer:
    """The provision as the rule reads it."""
    return Offer(
        key=row.pk, name=row.name, weight=row.weight, domains=frozenset(row.domains),
        neighbourhoods=frozenset(row.neighbourhoods), waiting_weeks=row.waiting_weeks, places=row.places,
    )  # fmt: skip


def _used(keys: Collection[int], now: datetime) -> dict[int, Use]:
    """How these provisions are used now, by all residents; it says nothing of who. One query."""
    waits = Q(state__in=WAITED_FOR)
    rows = Arrangement.objects.filter(provision__in=keys, state__in=[*RUNNING, *WAITED_FOR]).order_by()
    counted = rows.values("provision").annotate(
        running=Count("pk", filter=~waits), waiting=Count("pk", filter=waits),
        since=Min("requested_at", filter=waits),
    )  # fmt: skip
    return {
        row["provision"]: Use(row["running"], row["waiting"], _weeks(row["since"], now)) for row in counted
    }


def _weeks(since: datetime | None, now: datetime) -> int:
    return max((now - since).days // 7, 0) if since else 0


def _option(one: Fit, row: Provision) -> Option:
    name = f"{row.name}, {row.provider.name}" if row.provider else row.name
    return Option(row.pk, name, [*_why(one), *_how_long(one)], one.is_full)


def _why(one: Fit) -> list[str]:
    words = []
    if one.domains:
        about = [str(domain.label).lower() for domain in LifeDomain if domain in one.domains]
        words.append(_("for %(domains)s") % {"domains": ", ".join(about)})
    if one.place == Place.HERE:
        words.append(_("in this neighbourhood"))
    if one.place == Place.UNKNOWN:
        words.append(_("only in %(where)s") % {"where": ", ".join(sorted(one.offer.neighbourhoods))})
    return words


def _how_long(one: Fit) -> list[str]:
    if not one.weeks:
        return [_("no room at the moment") if one.is_full else _("no waiting time")]
    sentence = ngettext("%(weeks)d week of waiting", "%(weeks)d weeks of waiting", one.weeks)
    if one.waits_longer:
        sentence = ngettext(
            "somebody waits %(weeks)d week now", "somebody waits %(weeks)d weeks now", one.weeks
        )
    told = sentence % {"weeks": one.weeks}
    return [told, _("no room at the moment")] if one.is_full else [told]
