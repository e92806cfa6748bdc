"""Planned: what came in without a colleague in the last days, by the public page and by creditors' lists."""

from datetime import timedelta
from random import Random
from typing import Any

from cases.enums import RedFlag, Reporter
from intake.enums.signals import AmountBand, DebtKind
from sociaal.home.demo.clock import moment
from sociaal.home.demo.lives import Step
from sociaal.home.demo.people import Home
from sociaal.home.demo.plan import Plan

REPORTS: tuple[dict[str, Any], ...] = (
    {
        "reporter": Reporter.FAMILY, "reporter_name": "Marijke, dochter", "reporter_phone": "0900 002 0001",
        "words": "Mijn vader vergeet te eten sinds mijn moeder er niet meer is. Ik woon twee uur verderop en "
                 "kan niet elke dag komen. Wie kan er meekijken?",
        "red_flags": (),
    },
    {
        "reporter": Reporter.RESIDENT, "reporter_name": "", "reporter_phone": "",
        "words": "Ik heb een brief van de verhuurder dat ik mijn huis uit moet. Ik durf de andere brieven "
                 "niet meer open te maken.",
        "red_flags": (RedFlag.EVICTION,),
    },
    {
        "reporter": Reporter.GP, "reporter_name": "Huisartsenpraktijk Het Plantsoen",
        "reporter_phone": "0900 000 0005",
        "words": "Patiënt komt vaak op het spreekuur met klachten die met eenzaamheid te maken hebben. Hij "
                 "weet dat ik dit meld en vindt het goed.",
        "red_flags": (),
    },
)  # fmt: skip
CREDITORS = (
    ("Voorbeeld Wonen", DebtKind.RENT, AmountBand.MORE, 3),
    ("Stroom Voorbeeldstad", DebtKind.ENERGY, AmountBand.TO_500, 2),
    ("Zorgverzekeraar De Brug", DebtKind.INSURANCE, AmountBand.TO_250, 3),
)


def from_outside(rng: Random, plan: Plan) -> list[Step]:
    """Three reports of the public page, and signals at three addresses, one of them with two creditors."""
    homes = rng.sample(plan.homes, min(6, len(plan.homes)))
    reports = [
        Step(_some_time(rng, plan, number), "report_from_outside", 200_000 + number, _told(told, home))
        for number, (told, home) in enumerate(zip(REPORTS, homes, strict=False))
    ]
    return [*reports, *_signals(rng, plan, homes[3:])]


def _signals(rng: Random, plan: Plan, homes: list[Home]) -> list[Step]:
    places = [(home, creditor) for home, creditor in zip(homes, CREDITORS, strict=False)]
    if places:
        places.append((places[0][0], CREDITORS[1]))
    return [
        Step(
            _some_time(rng, plan, 10 + number), "signal_debts", 200_010 + number,
            {"creditor": name, "kind": kind, "amount": amount, "months_behind": months} | _person(home),
        )
        for number, (home, (name, kind, amount, months)) in enumerate(places)
    ]  # fmt: skip


def _told(told: dict[str, Any], home: Home) -> dict[str, Any]:
    facts = told | _person(home)
    if told["reporter"] == Reporter.RESIDENT:
        one = home.people[0]
        name = " ".join(filter(None, (one.first_name, one.prefix, one.last_name)))
        facts |= {"reporter_name": name, "reporter_phone": facts["person"]["phone"]}
    return facts


def _some_time(rng: Random, plan: Plan, second: int) -> Any:
    """In the last days, also outside office hours; each at a moment of its own."""
    day = plan.today - timedelta(days=rng.choice((1, 1, 2, 3)))
    return moment(day, rng.randrange(7 * 60, 22 * 60)) + timedelta(seconds=20 + second)


def _person(home: Home) -> dict[str, Any]:
    one = home.people[0]
    return {
        "person": {
            "first_names": one.first_name, "prefix": one.prefix, "last_name": one.last_name,
            "birth_date": one.birth_date, "street": home.street, "house_number": home.house_number,
            "postcode": home.postcode, "phone": f"0900 001 {one.index:04d}",
        }
    }  # fmt: skip
