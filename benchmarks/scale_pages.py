"""The pages that must stay quick in a large municipality, as functions that ask for each once."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import cycle

from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.handlers.wsgi import WSGIHandler
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone

from benchmarks.measure import Answer, Browser
from benchmarks.pages import busiest_case, form_key, good
from cases.documents.checking import checked
from cases.enums import CaseStatus
from cases.models import Case, Goal
from cases.operations.cases import continue_support
from cases.operations.documents import add_documents
from sociaal.accounts.models import User
from sociaal.accounts.roles import Role
from sociaal.core.virus_scan import NONE

DOCUMENTS = 60
"""In the measured case."""
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"

Ask = Callable[[], Answer]


def subjects(ours: WSGIHandler) -> dict[str, Ask]:
    """Of the present database: its long case, the work of Anna and of her team, a step of a case."""
    anna = User.objects.get(email="anna@voorbeeldstad.example")
    manager = User.objects.filter(team=anna.team_id, roles__contains=[Role.MANAGER])[0]
    browser, theirs = Browser.of(anna, ours), Browser.of(manager, ours)
    case = busiest_case(anna)
    page, papers = reverse("case", args=[case.number]), reverse("case_documents", args=[case.number])
    floor = reverse("floor", args=[anna.team_id])
    return {
        "floor": lambda: good(browser.get(floor)),
        "case": lambda: good(browser.get(page)),
        "whole story": lambda: good(browser.get(f"{page}verhaal/")),
        "documents": lambda: good(browser.get(papers)),
        "my work": lambda: good(browser.get(reverse("home"))),
        "team": lambda: good(browser.get(reverse("team"))),
        "team, manager": lambda: good(theirs.get(reverse("team"))),
        "status change": _steps(browser, anna, case).__next__,
    }


def add_papers() -> None:
    """Give the long case its documents, each through the operation."""
    anna = User.objects.get(email="anna@voorbeeldstad.example")
    case, now = busiest_case(anna), timezone.now()
    with override_settings(VIRUS_SCANNER=NONE):
        for number in range(DOCUMENTS):
            file = checked(SimpleUploadedFile(f"brief {number}.pdf", PDF + b"%d" % number))
            add_documents(
                case=case, files=[file], kind="letter", category="general", dated=case.opened_at.date(),
                by=anna, now=now,
            )  # fmt: skip


def _steps(browser: Browser, anna: User, beside: Case) -> Iterator[Answer]:
    """A review begins, in one case of Anna's after another. Showing the form and going on are not timed."""
    running = Case.objects.filter(
        status=CaseStatus.SUPPORTED, resident__contact_terms__user=anna,
        resident__contact_terms__during__upper_inf=True,
    )  # fmt: skip
    for case in cycle(running.exclude(pk=beside.pk).select_related("resident", "team")):
        address = reverse("review", args=[case.number])
        answer = browser.post(address, {"form_key": form_key(browser, address)})
        if answer.status != 302:
            raise RuntimeError(f"the review did not begin: {answer.status}")
        yield answer
        goals = dict.fromkeys(Goal.objects.filter(plan__case=case).values_list("pk", flat=True), None)
        now = timezone.now()
        continue_support(
            case=case, goals=goals, lighter="Nog niet.", by=anna, now=now,
            look_again_date=timezone.localdate(now) + timedelta(days=90),
        )  # fmt: skip


def shown(answer: Answer) -> int:
    """Rows that a page shows: lines of a list, or of the story."""
    text = answer.body.decode()
    return max(1, text.count("<tr") - 1, text.count("timeline__what") + text.count("timeline__wait "))
