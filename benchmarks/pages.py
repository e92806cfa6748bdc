"""What is measured: the pages of a working day, by the people of the demo town."""

import re
from collections.abc import Callable

from django.core.handlers.wsgi import WSGIHandler
from django.db.models import Count
from django.test import override_settings
from django.urls import reverse

from benchmarks.measure import Answer, Browser
from cases.models import Case
from sociaal.accounts.models import User


def bare_handler() -> WSGIHandler:
    """The application without our own middleware; Django's and the packages' stay."""
    from django.conf import settings

    with override_settings(
        MIDDLEWARE=[name for name in settings.MIDDLEWARE if not name.startswith("sociaal.")]
    ):
        return WSGIHandler()


def subjects(ours: WSGIHandler, bare: WSGIHandler) -> dict[str, Callable[[], Answer]]:
    """Each page as a function that asks for it once."""
    anna = User.objects.get(email="anna@voorbeeldstad.example")
    esra = User.objects.get(email="esra@voorbeeldstad.example")
    browser, manager, plain = Browser.of(anna, ours), Browser.of(esra, ours), Browser.of(anna, bare)
    floor = reverse("floor", args=[anna.team_id])
    case = busiest_case(anna)
    name = case.resident.last_name
    search = reverse("search")
    browser.get(search)  # sets the cookie a form needs
    page = reverse("case", args=[case.number])
    return {
        "floor": lambda: good(browser.get(floor)),
        "bare floor": lambda: good(plain.get(floor)),
        "my work": lambda: good(browser.get(reverse("home"))),
        "search": lambda: good(browser.post(search, {"q": name})),
        "case": lambda: good(browser.get(page)),
        "dashboard": lambda: good(manager.get(reverse("metrics:dashboard"))),
        "write": lambda: _write(browser, case),
    }


def busiest_case(anna: User) -> Case:
    """The open case of Anna's with the longest story."""
    mine = Case.objects.filter(
        resident__contact_terms__user=anna, resident__contact_terms__during__upper_inf=True
    )
    longest = mine.exclude(status="closed").annotate(told=Count("events")).order_by("-told", "pk")
    return longest.select_related("resident")[0]


def good(answer: Answer) -> Answer:
    """The answer, when it is a page. Raises RuntimeError for anything else."""
    if answer.status != 200:
        raise RuntimeError(f"a page answered {answer.status} {answer.location}")
    return answer


def form_key(browser: Browser, address: str) -> str:
    """The key that a form is shown with."""
    form = browser.get(address).body.decode()
    found = re.search(r'name="form_key"[^>]*value="([^"]+)"', form)
    if found is None:
        raise RuntimeError("the form has no key")
    return found[1]


def _write(browser: Browser, case: Case) -> Answer:
    """Note a phone call; showing the form is not timed."""
    address = reverse("contact_new", args=[case.number])
    said = {
        "form_key": form_key(browser, address),
        "kind": "phone",
        "category": "general",
        "summary": "Gebeld: de leuning zit.",
        "with_resident": "on",
    }
    answer = browser.post(address, said)
    if answer.status != 302:
        raise RuntimeError(f"the note was not taken: {answer.status}")
    return answer
