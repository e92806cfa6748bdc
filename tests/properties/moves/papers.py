"""Documents, letters and the conversation report."""

from datetime import timedelta

from django.db.models import Q

from cases.enums import DataCategory, DocumentKind
from cases.models import Document, Letter, Procedure
from cases.operations import documents, letters
from cases.operations.letter_writing import Written, send_written_letter
from cases.queries.letter_templates import template_in_use
from cases.queries.letter_writing import Given, blank_of, letters_for, letters_for_case
from intake.merging import digest
from intake.models import ConversationReport
from intake.operations import report_keeping, report_sending
from intake.queries.conversation_report import concept_of, fields_of, lines_of
from tests.cases.operations.sending import saying
from tests.documents import PDF, checked_file
from tests.properties.choosing import Choices
from tests.properties.moves import Arguments, move
from tests.properties.world import World


@move(documents.add_documents)
def add_documents(world: World, choose: Choices) -> Arguments:
    case = world.case(choose)
    return case and {
        "case": case, "files": [checked_file()] * choose.usually(1, 0, 3),
        "kind": choose.one(list(DocumentKind)), "category": choose.one(list(DataCategory)),
        "dated": choose.usually(world.today, world.today + timedelta(days=2)),
        "by": world.worker(choose, case),
    }  # fmt: skip


def _document(world: World, choose: Choices, likely: Q) -> Arguments:
    row = choose.row(Document.objects.select_related("case__resident", "case__team"), likely)
    return row and {"document": row, "by": world.worker(choose, row.case)}


@move(documents.add_version)
def add_version(world: World, choose: Choices) -> Arguments:
    given = _document(world, choose, Q(hidden_at=None))
    content = PDF + str(choose.random.randint(1, 3)).encode()
    return given and given | {"file": checked_file(content)}


@move(documents.change_document, quiet=True)
def change_document(world: World, choose: Choices) -> Arguments:
    given = _document(world, choose, Q(hidden_at=None))
    return given and given | {
        "title": choose.words(), "kind": choose.one(list(DocumentKind)),
        "category": choose.one(list(DataCategory)),
        "dated": choose.usually(world.today, world.today + timedelta(days=2)),
    }  # fmt: skip


@move(documents.hide_document, quiet=True)
def hide_document(world: World, choose: Choices) -> Arguments:
    given = _document(world, choose, Q(hidden_at=None))
    return given and given | {"reason": choose.words()}


@move(documents.put_back_document, quiet=True)
def put_back_document(world: World, choose: Choices) -> Arguments:
    return _document(world, choose, Q(hidden_at__isnull=False))


@move(letters.send_letter)
def send_letter(world: World, choose: Choices) -> Arguments:
    case = world.case(choose)
    sending = letters.Sending(announce=choose.chance(20))
    return case and {
        "case": case, "kind": "conversation_report", "title": "Verslag", "words": saying(),
        "categories": {"general"}, "sending": sending, "by": world.worker(choose, case),
    }  # fmt: skip


@move(send_written_letter, often=2)
def send_written(world: World, choose: Choices) -> Arguments:
    rows = Procedure.objects.select_related("case__resident", "case__team", "mandate_holder")
    procedure = choose.row(rows, Q(state="decided"))
    if procedure is None:
        return None
    kinds = letters_for(procedure) or letters_for_case(procedure.case)
    if not kinds:
        return None
    template = template_in_use(choose.one(sorted(kinds)))
    blank = blank_of(template, "nl", procedure.case, procedure, world.now)
    given = Given(blank.title(), {draft.place: "Dat is zo." for draft in blank.drafts("") if not draft.fixed})
    return {
        "case": procedure.case, "procedure": procedure, "template": template,
        "written": Written("nl", given, ["general"], choose.chance(70)), "sending": letters.Sending(),
        "by": world.worker(choose, procedure.case),
    }  # fmt: skip


def _letter(world: World, choose: Choices, *states: str) -> Arguments:
    rows = Letter.objects.select_related("case__resident", "case__team")
    row = choose.row(rows, Q(state__in=states))
    return row and {"letter": row, "by": world.worker(choose, row.case)}


@move(letters.mark_printed, often=2, quiet=True)
def mark_printed(world: World, choose: Choices) -> Arguments:
    return _letter(world, choose, "to_print")


@move(letters.mark_all_printed, quiet=True)
def mark_all_printed(world: World, choose: Choices) -> Arguments:
    given = _letter(world, choose, "to_print")
    if given is None:
        return None
    rows = Letter.objects.filter(state="to_print").select_related("case__resident", "case__team")
    return {"letters": list(rows.order_by("-pk")), "by": given["by"]}


@move(letters.stop_letter)
def stop_letter(world: World, choose: Choices) -> Arguments:
    given = _letter(world, choose, "queued", "to_print")
    return given and given | {"reason": choose.words()}


@move(report_keeping.keep_report, quiet=True)
def keep_report(world: World, choose: Choices) -> Arguments:
    case = world.case(choose)
    if case is None:
        return None
    fields = fields_of(lines_of(concept_of(case), world.now))
    texts = [name for name in fields if name.startswith("text_")]
    given = {choose.one(texts): choose.words()} if texts else {}
    seen = {name: digest(fields[name]) for name in given}
    return {"case": case, "given": given, "seen": choose.usually(seen, {}), "by": world.worker(choose, case)}


@move(report_keeping.choose_language)
def choose_language(world: World, choose: Choices) -> Arguments:
    case = world.case(choose)
    return case and {
        "case": case, "language": choose.one(["nl", "en", "xx"]), "by": world.worker(choose, case)
    }  # fmt: skip


@move(report_sending.send_report, often=2)
def send_report(world: World, choose: Choices) -> Arguments:
    case = world.case(choose, "weighing", "arranging", "supported")
    if case is None:
        return None
    number = choose.usually(concept_of(case).number, 1)
    return {
        "case": case, "number": number, "sending": letters.Sending(), "safe": choose.chance(70),
        "by": world.worker(choose, case),
    }  # fmt: skip


@move(report_sending.add_remarks)
def add_remarks(world: World, choose: Choices) -> Arguments:
    reports = ConversationReport.objects.filter(letter__isnull=False)
    report = choose.row(reports.select_related("case__resident", "case__team"))
    return report and {
        "case": report.case, "remarks": choose.words(), "by": world.worker(choose, report.case)
    }  # fmt: skip
