"""Handover is the only path by which a contact person changes (`design.md` section 5): nobody else writes,
but for two residents that turn out to be one, who had one each.
"""

import ast
import re

import pytest

from tests.architecture.sources import CODE, name, python

HOME = "cases/operations/contact_person.py"
MERGING = "cases/operations/merged_terms.py"
WRITES = frozenset({
    "create", "bulk_create", "get_or_create", "update_or_create", "update", "bulk_update", "delete", "save",
    "acreate", "aupdate", "adelete", "add", "set", "remove", "clear",
})  # fmt: skip
NAMES = frozenset({"ContactTerm", "contact_terms", "contactterm_set"})
IN_SQL = re.compile(
    r"\b(INSERT|UPDATE|DELETE|TRUNCATE|MERGE|COPY)\b.*cases_contactterm", re.IGNORECASE | re.DOTALL
)


def written_terms(source):
    """The lines that write contact terms."""
    return sorted({node.lineno for node in ast.walk(ast.parse(source)) if _writes(node)})


def _writes(node):
    if isinstance(node, ast.Call):
        if _name(node.func) == "ContactTerm":
            return True
        return (
            isinstance(node.func, ast.Attribute)
            and node.func.attr in WRITES
            and _about_terms(node.func.value)
        )
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(IN_SQL.search(node.value))


def _name(node):
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _about_terms(node):
    return any(_name(part) in NAMES for part in ast.walk(node))


@pytest.mark.parametrize(
    "source",
    [
        "ContactTerm.objects.create(resident=r)",
        "ContactTerm(resident=r).save()",
        "ContactTerm.objects.filter(user=u).exclude(pk=1).update(user=v)",
        "resident.contact_terms.all().delete()",
        "models.ContactTerm.objects.bulk_create(rows)",
        "cursor.execute('UPDATE cases_contactterm SET user_id = 1')",
    ],
)
def test_the_search_finds_every_way_to_write_one(source):
    assert written_terms(source) == [1]


@pytest.mark.parametrize("source", ["ContactTerm.objects.filter(user=u).first()", "update(ContactTerm)"])
def test_reading_is_not_writing(source):
    assert written_terms(source) == []


def test_a_contact_person_changes_in_one_place_only():
    elsewhere = {
        name(path): lines
        for path in python(*CODE)
        if name(path) not in (HOME, MERGING) and "/migrations/" not in name(path)
        if (lines := written_terms(path.read_text(encoding="utf-8")))
    }
    assert elsewhere == {}


def test_and_there_only_by_taking_up_handover_or_quiet():
    """Who opens or closes a term, by name; another function here asks for another look at the design."""
    (path,) = [path for path in python("cases") if name(path) == HOME]
    tree = ast.parse(path.read_text(encoding="utf-8"))
    callers = {
        function.name
        for function in tree.body
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Call) and _name(node.func) in ("_open_term", "_close_term")
    }
    assert callers == {"ensure_contact_person", "accept_handover", "end_quiet_terms"}
