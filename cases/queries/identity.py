"""The bar above every page of a case: who, contact person, step, whom we wait for, next date."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.enums import DataCategory
from cases.models import Case, ContactTerm, Resident, Wait
from cases.permissions import Access
from cases.queries.waits import ShownWait, shown_wait
from sociaal.core.templatetags.ui import days, died, long_date

Fact = tuple[str, str, str]


def identity_of(case: Case, access: Access, now: datetime) -> dict[str, Any]:
    """The bar for a page that is not the case page itself, for who has this access. Two queries."""
    terms = ContactTerm.objects.filter(resident=case.resident_id, during__contains=now)
    term = terms.select_related("user").first()
    waits = Wait.objects.filter(case=case, until__isnull=True)
    wait = shown_wait(waits, now, reasons=access.may_see(DataCategory.GENERAL))
    facts = [
        contact_fact(term.user.name if term else "", term.during.lower if term else None),
        step_fact(case),
        wait_fact(wait),
    ]
    return bar(case, access, facts, now, url=reverse("case", args=[case.number]))


def bar(case: Case, access: Access, facts: Sequence[Fact], now: datetime, *, url: str = "") -> dict[str, Any]:
    """What `components/identity.html` draws. What the case is about is content, of the category general."""
    subject = case.subject if access.may_see(DataCategory.GENERAL) else ""
    about = [age(case.resident, now), subject, case.number]
    name, ended = case.resident.full_name, died(case.resident.died_on)
    said = " · ".join(part for part in about if part)
    return {"name": name, "url": url, "about": said, "died": ended, "facts": facts}


def resident_bar(resident: Resident, now: datetime, *, url: str = "") -> dict[str, Any]:
    """The bar of a page about a person, not about one of their cases."""
    about = " · ".join(part for part in (long_date(resident.birth_date), age(resident, now)) if part)
    ended = died(resident.died_on)
    return {"name": resident.full_name, "url": url, "about": about, "died": ended, "facts": []}


def age(resident: Resident, now: datetime) -> str:
    """In years; of who died the age they reached."""
    years = resident.age_on(timezone.localdate(now))
    return "" if years is None else ngettext("%(years)d year", "%(years)d years", years) % {"years": years}


def contact_fact(name: str, since: datetime | None) -> Fact:
    """Who the contact person is, and since when."""
    said = ""
    if since is not None:
        month = date_format(timezone.localtime(since), "F Y")
        said = _("%(name)s, since %(month)s") % {"name": name, "month": month}
    return _("Contact person"), said, ""


def step_fact(case: Case) -> Fact:
    return _("Step"), str(case.get_status_display()), ""


def wait_fact(wait: ShownWait | None) -> Fact:
    """How long, on whom and about what; nobody when nobody waits."""
    if wait is None:
        return _("Waiting"), _("on nobody"), ""
    return _("Waiting"), f"{days(wait.days)} {wait.words}", "waiting"


def date_fact(label: str, day: Any, *, late: bool) -> Fact:
    """The next date that counts."""
    return _("Next date"), f"{long_date(day)}: {label}" if day else "", "late" if late else ""
