"""One report: read it, say whose it is, and take it up, join it, answer it or discard it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from cases.enums import HelpRequestState, RedFlag, Reporter
from cases.forms.base import KeyedForm
from cases.models import HelpRequest
from cases.policies import PUT_BACK_WITHIN
from cases.queries.calendar_days import decreed_days
from cases.queries.search import find_residents
from cases.queries.settled import settled_of
from cases.views.sending import PAGE_OR_FORM, sent
from intake.forms import requests as forms
from intake.permissions import check_reads_request
from intake.queries import known, lookalikes
from intake.queries.inbox import before_which_day
from intake.queries.lookalikes import Lookalike
from intake.queries.told import ToldOf, told_of
from intake.views.ways_out import DONE, FORMS, WORK
from intake.wording import subject_of, waited
from sociaal.accounts.models import User
from sociaal.accounts.permissions import user_of
from sociaal.audit.reading import shows
from sociaal.core.errors import NotFound


@require_http_methods(PAGE_OR_FORM)
def help_request(request: HttpRequest, pk: int) -> HttpResponse:
    """The page of one report; a POST says in `do` which of its forms was sent, `?do=` which one opens."""
    found = _called(pk)
    now, user, data = timezone.now(), user_of(request), _data(request)
    check_reads_request(user, found, now)
    do = data.get("do", "")
    if request.method != "POST" or do not in FORMS or "look" in data:
        return _page(request, found, now, do)
    form = FORMS[do](data, auto_id=f"{do}_%s")
    alike = _alike(form, user, now) if do == "add" and form.is_valid() else []
    answer = sent(
        request, form, lambda now: WORK[do](found, form, user, now), effect=f"{do}:{found.pk}", done=DONE[do]
    )
    if answer is None:
        found = _called(pk)  # afresh: perhaps a colleague was first
        answer = _page(request, found, now, do, form, alike)
    return answer


def _called(pk: int) -> HelpRequest:
    rows = HelpRequest.objects.select_related("resident", "team", "case__resident", "registered_by")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def _data(request: HttpRequest) -> QueryDict:
    """What was sent; choosing somebody beside whom a newcomer was shown says that it is theirs."""
    data: QueryDict = request.POST if request.method == "POST" else request.GET
    if "choose" not in data:
        return data
    chosen = QueryDict(mutable=True)
    chosen.update({"form_key": data.get("form_key", ""), "do": "name", "resident": str(data["choose"])})
    return chosen


def _alike(form: Any, by: User, now: datetime) -> list[Lookalike]:
    """Whom the newcomer may well be; then the form asks which it is."""
    if form.cleaned_data["another_person"]:
        return []
    found = lookalikes.of_newcomer(form.newcomer(), by, now)
    if found:
        words = _("Is it one of these people? Choose them, or say it is somebody else.")
        form.add_error("another_person", words)
    return found


def _page(
    request: HttpRequest,
    found: HelpRequest,
    now: datetime,
    do: str = "",
    wrong: KeyedForm | None = None,
    alike: Sequence[Lookalike] = (),
) -> HttpResponse:
    user = user_of(request)
    told = told_of(found, user, now)
    shows(request, [found.resident_id] if found.resident_id else [])
    shows(request, [one.found.pk for one in alike])
    context: dict[str, Any] = {
        "help_request": found,
        "waited": waited(found.received_at, now),
        "before": before_which_day(found, decreed_days()),
        "flags": [RedFlag(flag).label for flag in found.red_flags],
        "open": found.state == HelpRequestState.NEW and user.is_caseworker,
        "settled": settled_of(found),
        "form": wrong,
        "told": told,
        "alike": alike,
        "do": do,
    }
    context |= _choices(request, found, now, do, wrong, told) if context["open"] else _after(found, user, now)
    if wrong is not None and not context["open"]:
        context["typed"] = _typed(wrong)
        context["put_back"] = wrong if do == "put_back" else context["put_back"]
    return render(request, "intake/help_request.html", context, status=wrong.status if wrong else 200)


def _after(found: HelpRequest, user: User, now: datetime) -> dict[str, Any]:
    """What can still be done with a report that is settled: what was discarded by mistake is put back."""
    by = found.team_id == user.team_id or found.registered_by_id == user.pk
    recent = found.settled_at is not None and now - found.settled_at <= PUT_BACK_WITHIN
    can = found.state == HelpRequestState.DISCARDED and user.is_caseworker and by and recent
    return {"put_back": forms.PutBackForm(auto_id="put_back_%s") if can else None}


def _typed(form: KeyedForm) -> list[dict[str, Any]]:
    """The words that were typed into a form that has no place any more, to be copied."""
    texts = [(field.label, field.value()) for field in form.visible_fields() if " " in str(field.value())]
    return [{"name": label, "text": text} for label, text in texts]


def _choices(
    request: HttpRequest, found: HelpRequest, now: datetime, do: str, wrong: KeyedForm | None, told: ToldOf
) -> dict[str, Any]:
    """What can be done with a report that is still new."""
    user = user_of(request)
    about = known.known(found.resident, user=user, now=now, red_flags=found.red_flags, home=found.team)
    others = _doubles_of(about, told, user, now)
    start = {"take_up": {"subject": subject_of(found.words)}}
    kept = {name: form(initial=start.get(name, {}), auto_id=f"{name}_%s") for name, form in FORMS.items()}
    kept["add"] = forms.AddForm.showing(told.person, auto_id="add_%s")
    if wrong is not None:
        kept[do] = wrong
    term = request.POST.get("find", "" if found.resident else told.term or _said_name(found))
    residents = find_residents(user, term, now) if term else []
    shows(request, [*about.residents, *(one.pk for one in residents), *(one.found.pk for one in others)])
    picked = wrong["contact_person"].value() if wrong is not None and do == "take_up" else ""
    first = about.proposals[0].user.pk if about.proposals else None
    return {
        "forms": kept,
        "known": about,
        "others": others,
        "found": residents,
        "term": term.strip(),
        "plain": True,
        "chosen_person": int(picked) if str(picked or "").isdecimal() else first,
    }


def _said_name(found: HelpRequest) -> str:
    """The name of who called for themselves, to look for at once."""
    return found.reporter_name if found.reporter == Reporter.RESIDENT else ""


def _doubles_of(about: known.Known, told: ToldOf, user: User, now: datetime) -> list[Lookalike]:
    """Side by side whom this resident, who was added out of a file, may be as well."""
    if about.resident is None or not told.doubles:
        return []
    return lookalikes.of_resident(about.resident, user, now, reads=about.reads)
