"""What the telephone screen and its parts share: what is typed so far, and what is known by that."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils import timezone

from cases.enums import RedFlag
from cases.queries.calendar_days import decreed_days
from intake.forms.newcomer import NEWCOMER
from intake.forms.registration import HelpRequestForm
from intake.promises import promises
from intake.queries import known, lookalikes
from sociaal.accounts.permissions import user_of
from sociaal.audit.reading import shows


def asked(text: str) -> int | None:
    """The key in `text`; None for what is none."""
    return int(text) if text.isdecimal() and len(text) < 18 else None


def kept(typed: QueryDict) -> dict[str, Any]:
    """What was typed, to show a form with it again."""
    return typed.dict() | {"red_flags": typed.getlist("red_flags")}


def unsent(request: HttpRequest, **instead: Any) -> HelpRequestForm:
    """The form with what was typed so far, not yet judged; `instead` of some of its fields."""
    return HelpRequestForm(initial=kept(request.POST) | instead)


def chosen_instead(key: str) -> dict[str, Any]:
    """What changes in the form when somebody known is chosen: nobody is added then."""
    return {"resident": key, "another_person": ""} | {f"new_{name}": "" for name in NEWCOMER}


def flags_of(form: HelpRequestForm) -> list[str]:
    """The red flags that are ticked, as far as they are flags."""
    return [flag for flag in form["red_flags"].value() or [] if flag in set(RedFlag)]


def about(
    request: HttpRequest, form: HelpRequestForm, now: datetime, *, alike: bool = True
) -> dict[str, Any]:
    """Who was chosen, who becomes the contact person, and before which day something happens.

    Notes whom the page shows. `alike`: also who may be the same person. Raises NotFound for a resident whom
    this user may not find.
    """
    user, chosen = user_of(request), asked(str(form["resident"].value() or ""))
    resident = known.find(user, chosen, now) if chosen else None
    flags = flags_of(form)
    found = known.known(resident, user=user, now=now, red_flags=flags)
    others = lookalikes.of_resident(resident, user, now, reads=found.reads) if alike and resident else []
    shows(request, [*found.residents, *(one.found.pk for one in others)])
    person = asked(str(form["contact_person"].value() or ""))
    first = found.proposals[0].user.pk if found.proposals else None
    return {
        "form": form,
        "known": found,
        "chosen": resident.pk if resident else None,
        "chosen_person": person if person in {one.user.pk for one in found.proposals} else first,
        "others": others,
        "promises": promises(timezone.localdate(now), flags, decreed_days()),
    }
