"""Planned: letters that went out and letters that wait for the printer, documents in files, one meldcode."""

from dataclasses import dataclass, replace
from datetime import timedelta
from random import Random

from cases.enums import CaseStatus, DataCategory, DocumentKind, LetterKind, RedFlag
from sociaal.home.demo.lives import Life, Step
from sociaal.home.demo.plan import Plan

WHOSE = ("anna", "bram", "dirk", "quinten")
"""In whose files there is something on paper."""
JUST_BEGUN = (CaseStatus.REGISTERED, CaseStatus.CONVERSATION)
"""Who is here gets a letter: that the question has come in, or an invitation to the conversation."""
LEAVES_TIME = timedelta(days=2)
"""A letter takes so long: an invitation to a conversation before that would come too late."""
PLANS = ("plan_conversation", "replan_conversation")
SENT_LATELY = timedelta(days=120)
"""Decisions sent since then have their letter in the file."""


@dataclass(frozen=True)
class Paper:
    """A document that somebody gave us."""

    title: str
    kind: str
    category: str
    words: str


PAPERS = (
    Paper(
        "Advies van de ergotherapeut", DocumentKind.REPORT, DataCategory.HEALTH,
        "Traplopen lukt met hulp van één persoon. Advies: een tweede leuning, en een beugel bij het toilet. "
        "Over een half jaar opnieuw kijken.",
    ),
    Paper(
        "Overzicht van rekeningen", DocumentKind.INCOME, DataCategory.FINANCES,
        "Huur: twee maanden achter. Energie: een maand achter. Zorgverzekering: betaald tot en met vorige "
        "maand. De inwoner heeft dit overzicht zelf gemaakt.",
    ),
    Paper(
        "Toestemming om met de huisarts te overleggen", DocumentKind.CONSENT, DataCategory.GENERAL,
        "Ik vind het goed dat mijn vaste aanspreekpunt met mijn huisarts overlegt over hulp thuis. Ik mag "
        "dit altijd weer intrekken.",
    ),
    Paper(
        "Eigen plan", DocumentKind.PLAN, DataCategory.GENERAL,
        "Mijn zus komt op dinsdag en vrijdag. De buurman doet de boodschappen. Wat wij niet kunnen: helpen "
        "met douchen.",
    ),
)  # fmt: skip


def on_paper(rng: Random, plan: Plan) -> list[Step]:
    """All of it; recent decisions are sent by letter instead of without one."""
    _decisions_by_letter(plan)
    return [*_letters(rng, plan), *_documents(rng, plan), *_meldcode(rng, plan)]


def _decisions_by_letter(plan: Plan) -> None:
    for life in plan.open_lives():
        for place, step in enumerate(life.steps):
            if step.act == "send_decision" and step.at > plan.end - SENT_LATELY:
                life.steps[place] = replace(step, act="send_decision_letter")


def _letters(rng: Random, plan: Plan) -> list[Step]:
    """Of the last day, so they wait to be printed."""
    steps = []
    for who in WHOSE:
        lives = [life for life in plan.open_lives(who) if plan.status_of(life) in JUST_BEGUN]
        for life in lives[:3]:
            facts = {"kind": LetterKind.INVITATION if _is_awaited(plan, life) else LetterKind.RECEIPT}
            steps.append(Step(plan.lately(rng, life), "write_letter", life.index, facts))
    return steps


def _is_awaited(plan: Plan, life: Life) -> bool:
    """Whether the conversation is planned, and far enough ahead to be invited to it by letter."""
    planned = [step for step in life.steps if step.at < plan.end and step.act in PLANS]
    return bool(planned) and planned[-1].facts["at"] > plan.end + LEAVES_TIME


def _documents(rng: Random, plan: Plan) -> list[Step]:
    steps = []
    for who in WHOSE:
        lives = [life for life in plan.open_lives(who) if plan.status_of(life) != CaseStatus.REGISTERED]
        for place, life in enumerate(rng.sample(lives, min(len(PAPERS) + 2, len(lives)))):
            facts = {"paper": place % len(PAPERS)}
            steps.append(Step(plan.lately(rng, life), "add_paper", life.index, facts))
    return steps


def _meldcode(rng: Random, plan: Plan) -> list[Step]:
    """One of Anna's, where safety is in doubt: the signals are written down, a colleague was asked."""
    for life in plan.open_lives("anna"):
        if RedFlag.UNSAFE in life.question.red_flags:
            return [Step(plan.lately(rng, life), "open_meldcode", life.index)]
    return []
