"""Who gets what answer from every address; that who was shown is in the log; that reading changes nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import time_machine
from django.db import connection
from django.template import engines
from django.test import override_settings
from django.urls import reverse

from cases.enums import DataCategory
from cases.permissions import access_to_case
from sociaal.audit.models import Entry
from tests.architecture.access_content import mark
from tests.architecture.access_table import ANY_METHOD, BY_ROLE, TABLE, TYPED
from tests.architecture.access_world import NAMES, World
from tests.architecture.addresses import addresses
from tests.factories import NOW
from tests.relations import RELATIONS
from tests.undoing import taken_back

pytestmark = pytest.mark.xdist_group("access")  # one world serves them all

ADDRESSES = {address.name: address for address in addresses()}
METHODS = ("GET", "POST")
NAMED = sorted(TABLE)
NOBODY = {"pk": 999_999, "number": "1999-000001", "organisation": 999_999, "who": "nobody", "step": "nothing",
          "reference": "AAAA-AAAA-AAAA", "path": "elsewhere", "key": "nothing",
          "member": 999_999, "household": 999_999, "authority": 999_999,
          "page": "nothing", "secret": "nothing", "kind": "signals", "version": 999_999, "domain": "nothing",
          "language": "xx"}  # fmt: skip
CHANGES = re.compile(
    r"^\s*(INSERT|UPDATE|DELETE|TRUNCATE|MERGE|COPY|CREATE|ALTER|DROP)\b|\bFOR (NO KEY )?UPDATE\b"
)
BROWSERS_OWN = "django.contrib.sessions.backends.signed_cookies"
"""Eight thousand answers, and no session to look up: who is signed in is tested where people sign in."""
LINE_OF_THE_LOG = 'INSERT INTO "audit_entry"'
COUNTED = {"agenda_feed": "intake_allowance"}
"""Who reads these without signing in is counted, so that they cannot do so without end."""
CHANGING_PARTS = re.compile(r"[A-Za-z0-9]{64}|/[\w/-]*?(?=[\"'])")
"""What differs between two answers that are the same: tokens, and the address that was asked."""


class Undefined(str):
    """What a template would show for a variable that is not there: instead the page fails."""

    def __contains__(self, part: str) -> bool:
        return part == "%s"

    def __mod__(self, variable: object) -> str:
        raise LookupError(f"no template variable {variable}")


@dataclass(frozen=True)
class Answer:
    status: int
    text: str
    changes: list[str]
    logged: frozenset[int]
    """The residents named by the lines that the log got."""


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker) -> Iterator[World]:
    """Made once; every answer is given inside a savepoint that is taken back."""
    demo, strict = override_settings(DEMO=True, SESSION_ENGINE=BROWSERS_OWN), pytest.MonkeyPatch()
    strict.setattr(engines["django"].engine, "string_if_invalid", Undefined("undefined"))
    with django_db_blocker.unblock(), time_machine.travel(NOW, tick=False), demo, taken_back():
        yield World()
    strict.undo()


@pytest.fixture(scope="module")
def answers(world, request):
    """Relation to answer, of an address and method; each asked once."""
    known, quick = {}, "not slow" in request.config.option.markexpr

    def of(name, method):
        if (name, method) not in known:
            rule = TABLE[name][METHODS.index(method)]
            known[name, method] = {
                relation: _ask(world, relation, method, _url(world, name), TYPED.get(name))
                for relation in (_some(world, rule) if quick else world.cookies)
            }
        return known[name, method]

    return of


def _some(world, rule):
    """Whom the quick set asks: not everybody where all are answered alike, whatever they are to the case.
    Where there is no such method the nearest, the furthest and nobody; where one comes by role one of each.
    """
    if rule is None:
        return ("contact_person", "other_partner", "anonymous")
    if rule.who not in BY_ROLE:
        return world.cookies
    first = {}
    for relation, user in world.people.items():
        first.setdefault(tuple(user.roles), relation)
    return (*first.values(), "anonymous")


@pytest.fixture(scope="module")
def allowed(world):
    """Relation to what may be read of the case."""
    return {
        relation: access_to_case(user, world.case, NOW).categories for relation, user in world.people.items()
    }


def _url(world, name, keys=None):
    return reverse(name, kwargs=keys or world.address_keys(name, ADDRESSES[name].keys))


def _ask(world, relation, method, url, typed=None):
    changes = []

    def listen(execute, sql, params, many, context):
        if CHANGES.search(sql):
            changes.append(sql)
        return execute(sql, params, many, context)

    with taken_back():
        with connection.execute_wrapper(listen):
            response = world.ask(relation, method, url, typed if method == "POST" else None)
            text = (b"".join(response) if response.streaming else response.content).decode(errors="replace")
        lines = (
            Entry.objects.filter(pk__gt=world.last_line).values_list("residents", flat=True)
            if changes
            else []
        )
        logged = frozenset(key for residents in lines for key in residents)
    return Answer(response.status_code, text, changes, logged)


def test_every_address_is_in_the_table_and_every_row_has_an_address():
    assert set(TABLE) == set(ADDRESSES)


@pytest.mark.parametrize("name", NAMED)
def test_everybody_gets_the_answer_of_the_table(answers, name):
    for method, rule in zip(METHODS, TABLE[name], strict=True):
        seen = {relation: answer.status for relation, answer in answers(name, method).items()}
        if rule is None:
            expected = dict.fromkeys(seen, 405) | {"anonymous": 302 if seen["anonymous"] == 302 else 405}
        else:
            expected = {relation: rule.status(relation) for relation in seen}
        wrong = {r: f"{seen[r]}, not {expected[r]}" for r in seen if seen[r] != expected[r]}
        assert wrong == {}, method


@pytest.mark.parametrize("name", [n for n in NAMED if n not in ANY_METHOD and not n.startswith("mfa_")])
def test_no_other_method_is_answered(world, name):
    for method in ("PUT", "PATCH", "DELETE"):
        assert _ask(world, "contact_person", method, _url(world, name)).status == 405


@pytest.mark.parametrize("name", NAMED)
def test_whoever_is_shown_by_name_is_in_the_log_before_the_answer_leaves(world, answers, name):
    unlogged = {
        (method, relation, who)
        for method in METHODS
        for relation, answer in answers(name, method).items()
        for who, last_name in NAMES.items()
        if last_name in answer.text and world.residents[who].pk not in answer.logged
    }
    assert unlogged == set()


@pytest.mark.parametrize("name", NAMED)
def test_no_name_is_shown_to_who_may_know_none(answers, name):
    shown = {
        (method, relation, who)
        for method in METHODS
        for relation, answer in answers(name, method).items()
        for who, last_name in NAMES.items()
        if last_name in answer.text and not _may_know(relation, who)
    }
    assert shown == set()


def _may_know(relation, who):
    """Managers see flow, administrators no files, partners their own cases; a restricted file is Anna's."""
    if relation in ("manager", "other_manager", "administrator", "other_partner", "anonymous"):
        return False
    if relation == "partner":
        return who in ("main", "early")
    return who != "secret" or relation in ("contact_person", "deputy")


CATALOGUE = frozenset({"provisions", "provision", "arrangement_new", "weighing", "fast_track"})
"""These show what can be given to anyone: the names of provisions, not that somebody has one."""


@pytest.mark.parametrize("name", [name for name in NAMED if name not in CATALOGUE])
def test_nothing_is_shown_of_a_category_that_is_not_for_the_reader(answers, allowed, name):
    shown = {
        (method, relation, str(category))
        for method in METHODS
        for relation, answer in answers(name, method).items()
        for category in DataCategory
        if mark(category) in answer.text and category not in allowed.get(relation, ())
    }
    assert shown == set()


def test_the_categories_are_shown_to_who_may_see_them(answers):
    for relation in ("contact_person", "reading_grant"):
        text = answers("case", "GET")[relation].text
        assert [category for category in DataCategory if mark(category) not in text] == []


@pytest.mark.parametrize("name", NAMED)
def test_reading_changes_nothing_but_one_line_of_the_log(answers, name):
    for relation, answer in answers(name, "GET").items():
        changes = [sql for sql in answer.changes if COUNTED.get(name, "no table") not in sql]
        others = [sql for sql in changes if not sql.startswith(LINE_OF_THE_LOG)]
        assert (relation, others) == (relation, [])
        assert len(changes) <= 1, relation


@pytest.mark.parametrize("name", [name for name in NAMED if ADDRESSES[name].keys])
@pytest.mark.parametrize("everybody", [False, pytest.param(True, marks=pytest.mark.slow)])
def test_what_may_not_be_known_answers_as_what_does_not_exist(world, answers, name, everybody):
    """Else the one nearest to the case and the one furthest from it."""
    absent = _url(world, name, {key: NOBODY[key] for key in ADDRESSES[name].keys})
    for method in METHODS:
        refused = [(who, answer) for who, answer in answers(name, method).items() if answer.status == 404]
        for relation, answer in refused if everybody else refused[:1] + refused[1:][-1:]:
            missing = _ask(world, relation, method, absent)
            assert (relation, missing.status) == (relation, 404)
            assert _bare(missing.text) == _bare(answer.text), relation


@pytest.mark.parametrize(
    ("name", "answer"),
    [("resident", 403), ("resident_change", 403), ("handover_new", 403), ("break_glass", 200), ("case", 403)],
)
def test_a_restricted_file_is_there_for_its_contact_person_and_deputy_and_the_privacy_officer(
    world, name, answer
):
    """`answer`: to the privacy officer, who opens it by break-glass only, and is told who can help."""
    keys = {"number": world.secret.number} if name == "case" else {"pk": world.residents["secret"].pk}
    seen = {relation: _ask(world, relation, "GET", _url(world, name, keys)).status for relation in RELATIONS}
    manager = {"case": 200, "handover_new": 200}.get(name, 404)  # step and waits of the team's case, no name
    expected = {"contact_person": 200, "deputy": 200, "privacy_officer": answer, "manager": manager}
    assert seen == dict.fromkeys(RELATIONS, 404) | expected


def _bare(text):
    return CHANGING_PARTS.sub("", text)
