"""Voorbeeldstad: the plan is pure, loading goes through the operations, and an interruption costs nothing."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone

from cases.enums import OPEN_STATUSES, CaseStatus, WaitParty
from cases.models import Case, ContactTerm, DocumentVersion, Event, HelpRequest, Letter, Resident, Wait
from intake.models import Conversation
from regie.board.models import Suggestion
from regie.coordination.models import Participation
from regie.metrics.models import Figures
from sociaal.core.errors import Refused
from sociaal.home.demo import acting, loading
from sociaal.home.demo.acts import conversations
from sociaal.home.demo.annas import ANNA, WANTED
from sociaal.home.demo.loading import Size, digest, is_loaded, load
from sociaal.home.demo.papers import PLANS
from sociaal.home.demo.places import OFFICES
from sociaal.home.demo.planning import make_plan
from sociaal.outbox.models import Message
from tests.factories import ResidentFactory

TODAY = date(2026, 11, 18)
OTHER_SEASONS = [
    pytest.param(day, marks=pytest.mark.slow)
    for day in (date(2026, 1, 5), date(2026, 7, 29), date(2027, 3, 28))
]
NOW = timezone.make_aware(timezone.datetime(2026, 11, 18, 10))
SMALL = Size(seed=7, today=TODAY, cases=10, residents=14)


@pytest.fixture(autouse=True)
def _demo(settings):
    settings.DEMO = True


@pytest.fixture(scope="module")
def plan():
    return make_plan(seed=1, today=TODAY)


def load_all(size=SMALL):
    return [*load(size, now=NOW)]


@pytest.mark.parametrize("today", [TODAY, *OTHER_SEASONS])
def test_cases_stand_in_every_step_whatever_the_season(plan, today):
    plan = plan if today == TODAY else make_plan(seed=1, today=today)
    assert len(plan.lives) == 1000
    assert 580 <= len(plan.people) <= 620
    assert {status for status in plan.statuses() if status} == set(CaseStatus)
    assert 150 < sum(1 for _life in plan.open_lives()) < 450


def test_anna_has_some_thirty_cases_and_something_to_do_in_every_step(plan):
    hers = [plan.status_of(life) for life in plan.open_lives(ANNA)]
    assert 20 <= len(hers) <= 45
    for status, wanted in WANTED.items():
        assert hers.count(status) >= min(wanted, plan.statuses()[status])


def test_the_same_seed_gives_the_same_plan_and_another_seed_another():
    one, again, other = ([*map(repr, _small_plan(seed).steps)] for seed in (1, 1, 2))
    assert len(one) > 500
    assert again == one
    assert other != one


def _small_plan(seed):
    return make_plan(seed=seed, today=TODAY, cases=60, residents=60)


def test_steps_come_in_order_of_time_end_before_today_and_can_be_done(plan):
    assert all(earlier.at <= later.at for earlier, later in pairwise(plan.steps))
    assert plan.steps[-1].at < plan.end
    assert plan.steps[0].at > plan.end - timedelta(days=740)
    for step in plan.steps:
        assert callable(acting.act_named(step.act))


def test_whoever_is_helped_is_of_the_age_the_question_is_about(plan):
    for life in plan.lives:
        question, age = life.question, life.person.age_on(life.received.date())
        of_child = bool(question.child_ages) and not question.of_parent
        youngest, oldest = question.child_ages if of_child else question.ages
        assert life.person.is_child == of_child, question.code
        assert youngest <= age <= oldest, question.code


def test_no_two_questions_come_in_at_the_same_moment(plan):
    received = [step.at for step in plan.steps if step.act == "register"]
    assert len(set(received)) == len(received)


def test_more_questions_come_in_when_it_is_cold_than_in_summer(plan):
    months = [step.at.month for step in plan.steps if step.act == "register"]
    cold, warm = (sum(month in season for month in months) for season in ((11, 12, 1), (6, 7, 8)))
    assert cold > 1.5 * warm


def test_the_plan_holds_everything_that_can_happen(plan):
    planned = {step.act for step in plan.steps}
    assert planned >= {
        "second_read", "suspend", "resume_term", "refuse", "pause", "withdraw", "undo_close", "objection",
        "change_support", "decide_objection", "send_objection_decision",
        "accept_handover", "refuse_handover", "join", "discard", "answer", "deputy", "break_glass",
        "give_role",
        "me_too", "settle_agreement", "appointment", "task", "start_at_once", "replan_conversation",
        "write_letter", "send_decision_letter", "add_paper", "open_meldcode", "died",
    }  # fmt: skip


def test_who_waits_for_a_conversation_is_invited_by_letter_to_a_place(plan):
    lives = {life.index: life for life in plan.lives}
    invited = [
        step for step in plan.steps if step.act == "write_letter" and step.facts["kind"] == "invitation"
    ]
    assert invited
    for step in invited:
        planned = [one for one in lives[step.subject].steps if one.act in PLANS and one.at < plan.end]
        assert planned[-1].facts["at"] > plan.end > step.at
        assert planned[-1].facts["place"] in {"Thuis", *OFFICES.values()}


@pytest.mark.django_db
def test_a_small_town_keeps_the_rules_and_has_something_on_every_page(capsys):
    small = {"seed": SMALL.seed, "today": TODAY, "cases": SMALL.cases, "residents": SMALL.residents}
    call_command("load_demo", **small)
    said = capsys.readouterr().out.splitlines()
    assert len(said) >= 2
    plan = make_plan(**small)
    _check_people_and_cases(plan)
    _check_nothing_is_left_over(plan)
    assert Wait.objects.filter(until__isnull=True, on=WaitParty.US).exists()
    assert HelpRequest.objects.filter(state="new", resident__isnull=True).exists()
    assert Letter.objects.filter(state="queued").exists()
    assert DocumentVersion.objects.exists()
    assert Suggestion.objects.values("phase").distinct().count() >= 4
    assert Figures.objects.exists()
    for party in Participation.objects.filter(professional__user__email="hanna@voorbeeldstad.example"):
        term = ContactTerm.objects.get(resident=party.case.resident_id, during__contains=party.since)
        assert term.user.email == "anna@voorbeeldstad.example"
    before = digest()
    call_command("load_demo")
    assert len(capsys.readouterr().out.splitlines()) == 1
    assert digest() == before


def _check_people_and_cases(plan):
    assert Resident.objects.count() == len(plan.people)
    statuses = [plan.status_of(life) for life in plan.lives]
    assert sorted(Case.objects.values_list("status", flat=True)) == sorted(filter(None, statuses))
    for case in Case.objects.filter(status__in=OPEN_STATUSES):
        assert ContactTerm.objects.filter(resident=case.resident_id, during__upper_inf=True).count() == 1
    opened = [*Case.objects.order_by("opened_at", "pk").values_list("number", flat=True)]
    assert opened == sorted(opened)


def _check_nothing_is_left_over(plan):
    assert not Event.objects.filter(occurred_at__gte=plan.end).exists()
    assert not Wait.objects.filter(case__status="closed", until__isnull=True).exists()
    assert not Message.objects.filter(topic__in=["case_changed", "help_request_changed"]).exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.slow
def test_a_load_that_was_cut_off_is_completed_into_the_same_town(monkeypatch):
    whole = _digest_of_an_uninterrupted_load()
    calls = []

    def cut_off(stage, step):
        calls.append(step)
        if len(calls) == 5:
            raise KeyboardInterrupt
        conversations.hold(stage, step)

    find = acting.act_named
    monkeypatch.setattr(loading, "CHUNK", 30)
    monkeypatch.setattr(acting, "act_named", lambda name: cut_off if name == "hold" else find(name))
    with pytest.raises(KeyboardInterrupt):
        load_all()
    assert HelpRequest.objects.exists()
    assert not is_loaded()
    monkeypatch.undo()
    load_all(Size(seed=99, today=date(2026, 1, 1)))  # it goes on as it was begun
    assert is_loaded()
    assert digest() == whole


def _digest_of_an_uninterrupted_load():
    with transaction.atomic():
        load_all()
        found = digest()
        transaction.set_rollback(True)
    return found


@pytest.mark.django_db(transaction=True)
@pytest.mark.slow
def test_a_step_that_is_refused_ends_its_own_life_and_the_town_is_complete_without_it(monkeypatch, caplog):
    find, refused = acting.act_named, []

    def refuse_the_third(stage, step):
        if (refused and step.subject == refused[0]) or (len(held) == 2 and not refused):
            refused.append(step.subject)
            raise Refused("Not today.")
        held.append(step.subject)
        conversations.hold(stage, step)

    held = []
    monkeypatch.setattr(acting, "act_named", lambda name: refuse_the_third if name == "hold" else find(name))
    load_all()
    assert is_loaded()
    assert [record.args[1] for record in caplog.records if record.name == acting.__name__] == refused[:1]
    plan = make_plan(seed=SMALL.seed, today=TODAY, cases=SMALL.cases, residents=SMALL.residents)
    moment = next(step.at for step in plan.steps if step.act == "register" and step.subject == refused[0])
    assert HelpRequest.objects.get(received_at=moment).case.status == "conversation"
    assert Conversation.objects.filter(held_at__isnull=False).exists()


@pytest.mark.django_db
def test_it_is_refused_without_the_demo_setting(settings):
    settings.DEMO = False
    with pytest.raises(Refused):
        load_all()
    with pytest.raises(CommandError):
        call_command("load_demo", cases=5, residents=5, verbosity=0)
    assert not Resident.objects.exists()


@pytest.mark.django_db
def test_it_is_refused_beside_other_residents():
    ResidentFactory()
    with pytest.raises(Refused):
        load_all()
    assert Resident.objects.count() == 1
