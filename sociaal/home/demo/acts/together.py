"""Acts at the table with partners and on the improvement board."""

from datetime import timedelta

from django.utils import timezone

from cases.enums import DataCategory
from regie.board.operations import suggestions
from regie.coordination.operations import agreements, parties
from sociaal.home.demo.board import LOOK_AGAIN
from sociaal.home.demo.lives import Step
from sociaal.home.demo.stage import Stage
from sociaal.home.demo.table import PARTY_OF


def add_party(stage: Stage, step: Step) -> None:
    """A partner joins; Hanna herself where her organisation does in a case of Anna's."""
    case = stage.case(step.subject)
    by = stage.worker(case)
    text = PARTY_OF[step.facts["organisation"]]
    house = stage.organisations[text.organisation]
    people = sorted(house.professionals.all(), key=lambda one: one.pk)
    hers = stage.name_of(by.pk) == "anna"
    who = next((one for one in people if (one.user_id is not None) == hers), people[0])
    parties.add_party(
        case=case, organisation=house, professional=who, role=text.role, mandate=text.mandate,
        added_value=text.added_value, ground=text.ground, by=by, now=step.at,
        shared_categories=sorted({str(DataCategory.GENERAL), *map(str, text.categories)}),
    )  # fmt: skip


def make_agreement(stage: Stage, step: Step) -> None:
    case = stage.case(step.subject)
    facts = step.facts
    party = stage.party(case, facts["organisation"])
    agreements.make_agreement(
        case=case, what=facts["what"], participation=party,
        due_date=timezone.localdate(step.at) + timedelta(days=facts["for_days"]),
        who="" if party else "Het vaste aanspreekpunt", category=facts["category"],
        we_wait=facts["we_wait"] and party is not None, by=stage.worker(case), now=step.at,
    )  # fmt: skip


def settle_agreement(stage: Stage, step: Step) -> None:
    case = stage.case(step.subject)
    agreement = stage.agreement(case, step.facts["agreement"])
    agreements.settle_agreement(
        agreement=agreement, outcome=step.facts["outcome"], why_not=step.facts["why_not"],
        by=stage.worker(case), now=step.at,
    )  # fmt: skip


def suggest(stage: Stage, step: Step) -> None:
    text = step.facts["text"]
    suggestions.suggest(
        gets_in_the_way=text.gets_in_the_way,
        would_help=text.would_help,
        step=text.step,
        by=stage.users[step.facts["who"]],
        now=step.at,
    )


def me_too(stage: Stage, step: Step) -> None:
    by = stage.users[step.facts["who"]]
    suggestions.set_me_too(suggestion=stage.suggestion(step), on=True, by=by, now=step.at)


def move_suggestion(stage: Stage, step: Step) -> None:
    row, facts = stage.suggestion(step), step.facts
    suggestions.move_suggestion(
        suggestion=row, to=facts["to"], words=facts["words"], seen=row.version,
        by=stage.users[facts["who"]], now=step.at,
    )  # fmt: skip


def plan_change(stage: Stage, step: Step) -> None:
    """Who tries it; from the day on which trying begins also when we look again."""
    row, text, begins = stage.suggestion(step), step.facts["text"], step.facts["begins"]
    day = timezone.localdate(step.at)
    suggestions.plan_change(
        suggestion=row, seen=row.version, tried_by=text.tried_by, measure=text.measure,
        change_date=day if begins else None,
        look_again_date=day + timedelta(days=LOOK_AGAIN) if begins else None,
        by=stage.users[step.facts["who"]], now=step.at,
    )  # fmt: skip
