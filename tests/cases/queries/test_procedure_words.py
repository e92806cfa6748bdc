"""What the timeline says of a procedure."""

from types import SimpleNamespace

import pytest
from django.utils import translation

from cases.enums import EventKind
from cases.queries.procedure_words import procedure_line

KNOWN = {7: SimpleNamespace(pk=7, title="Wmo 2015: Traplift")}


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.mark.parametrize(
    ("kind", "codes", "title", "text"),
    [
        ("decided", {"outcome": "granted"}, "Decision made", "Wmo 2015: Traplift · Granted"),
        ("applied", {"suspension": 3}, "Term suspended", "Wmo 2015: Traplift"),
        ("applied", {"suspension": 3, "resumed": True}, "The term runs again", "Wmo 2015: Traplift"),
        ("procedure_opened", {"investigating": True}, "Being looked into", "Wmo 2015: Traplift"),
        ("procedure_ended", {"objection": True}, "Objection received", "Wmo 2015: Traplift"),
        ("procedure_ended", {"final": True}, "Decision is final", "Wmo 2015: Traplift"),
        (
            "procedure_ended", {"withdrawn": True}, "Application or question taken back",
            "Wmo 2015: Traplift",
        ),
        ("objection", {"objection": "received"}, "Objection received", "Wmo 2015: Traplift"),
        (
            "objection", {"objection": "committee"}, "A committee advises on the objection",
            "Wmo 2015: Traplift",
        ),
        (
            "objection", {"objection": "postponed", "until": "2027-03-24"},
            "Decision on the objection put off", "Wmo 2015: Traplift · until 24 March 2027",
        ),
        (
            "objection", {"objection": "decided", "outcome": "founded", "instead": "granted"},
            "Decision on the objection", "Wmo 2015: Traplift · Well-founded, now: granted",
        ),
        (
            "objection", {"objection": "sent", "outcome": "unfounded"}, "Decision on the objection sent",
            "Wmo 2015: Traplift · Not well-founded",
        ),
        ("objection", {"objection": "withdrawn"}, "Objection taken back", "Wmo 2015: Traplift"),
        (
            "delay_told", {"about": "late", "until": "2026-12-22"}, "Told that the decision comes later",
            "Wmo 2015: Traplift · until 22 December 2026",
        ),
        (
            "delay_told", {"about": "objection_late", "until": "2026-12-22"},
            "Told that the decision on the objection comes later",
            "Wmo 2015: Traplift · until 22 December 2026",
        ),
    ],
)  # fmt: skip
def test_each_event_has_its_words_and_leads_to_its_page(kind, codes, title, text):
    line = procedure_line(EventKind(kind), {"procedure": 7, **codes}, KNOWN)
    assert line == (title, text, "/procedure/7/")


def test_who_may_not_see_the_procedure_reads_only_what_happened():
    line = procedure_line(EventKind.OBJECTION, {"procedure": 8, "objection": "received"}, KNOWN)
    assert line == ("Objection received", "", "")
