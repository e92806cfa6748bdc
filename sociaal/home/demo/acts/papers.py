"""Acts on paper: letters from their templates, documents in the file, the first steps of a meldcode."""

import json
from datetime import datetime, timedelta

import typst
from django.core.files.uploadedfile import SimpleUploadedFile

from cases.documents.checking import checked
from cases.enums import DataCategory, Delivery
from cases.models import Case, Letter, Procedure
from cases.models.letter import addressee_of
from cases.operations.documents import add_documents
from cases.operations.letter_writing import Written, send_written_letter
from cases.operations.letters import Sending, mark_printed, set_letter
from cases.queries.letter_templates import template_in_use
from cases.queries.letter_writing import Given, blank_of, language_for, letters_for
from intake.enums.meldcode import EntryKind
from intake.operations import meldcode
from sociaal.accounts.models import User
from sociaal.home.demo.acts.step_of import case_of
from sociaal.home.demo.lives import Step
from sociaal.home.demo.papers import PAPERS
from sociaal.home.demo.stage import Stage

SHEET = """
#let paper = json(bytes(sys.inputs.paper))
#set document(title: paper.title)
#set text(lang: "nl", size: 12pt)
= #paper.title
#paper.words
"""
"""A sheet of paper as somebody else would make it."""
SIGNALS = "De kinderen gaan niet alleen naar huis. De jongste zei dat er 's nachts geschreeuwd wordt."
ASKED = "Samen gekeken naar wat er gezien is. Advies: deze week met beide ouders praten, elk apart."


def write_letter(stage: Stage, step: Step) -> None:
    """It waits for the worker, and then for the printer."""
    case, by = case_of(stage, step)
    _write(case, None, step.facts["kind"], by, step.at)


def send_decision_letter(stage: Stage, step: Step) -> None:
    """Written, printed and on its way the same day."""
    case, by = case_of(stage, step)
    procedure = stage.procedure(case)
    (kind,) = letters_for(procedure)
    letter = _write(case, procedure, kind, by, step.at)
    set_letter(str(letter.pk), step.at)
    mark_printed(letter=letter, by=by, now=step.at)


def _write(case: Case, procedure: Procedure | None, kind: str, by: User, now: datetime) -> Letter:
    whom = addressee_of(case, procedure)
    blank = blank_of(template_in_use(kind), language_for(whom), case, procedure, now)
    reached = Delivery.POST if whom.address and whom.postcode else Delivery.BY_HAND
    written = Written(
        language=blank.language,
        given=Given(title=blank.title(), texts={}),
        categories={DataCategory.GENERAL},
        safe=True,
    )
    return send_written_letter(
        case=case, procedure=procedure, template=blank.template, written=written, sending=Sending(reached),
        by=by, now=now,
    )  # fmt: skip


def add_paper(stage: Stage, step: Step) -> None:
    case, by = case_of(stage, step)
    paper = PAPERS[step.facts["paper"]]
    said = json.dumps({"title": paper.title, "words": paper.words})
    pdf = typst.compile(
        SHEET.encode(), format="pdf", sys_inputs={"paper": said}, timestamp=int(step.at.timestamp())
    )
    assert isinstance(pdf, bytes)
    file = checked(SimpleUploadedFile(f"{paper.title}.pdf", pdf))
    add_documents(
        case=case, files=[file], kind=paper.kind, category=paper.category, title=paper.title,
        dated=step.at.date(), by=by, now=step.at,
    )  # fmt: skip


def open_meldcode(stage: Stage, step: Step) -> None:
    """Steps 1 and 2; the talk with those involved comes now."""
    case, by = case_of(stage, step)
    running = meldcode.open_meldcode(case=case, by=by, now=step.at)
    for kind, words in ((EntryKind.SIGNALS, SIGNALS), (EntryKind.COLLEAGUE, ASKED)):
        with_whom = stage.colleague(by).name if kind == EntryKind.COLLEAGUE else ""
        done = meldcode.Done(kind, step.at - timedelta(minutes=5), words, with_whom)
        meldcode.note(meldcode=running, done=done, by=by, now=step.at)
