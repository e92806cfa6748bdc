"""What comes of an objection in the town: decided on, or taken back; the last ones still run."""

from random import Random

from cases.enums import DecisionOutcome, ObjectionOutcome
from sociaal.home.demo.clock import later
from sociaal.home.demo.lives import Life, Step

UNFOUNDED = "De uitleg van de inwoner is gelezen en besproken. Het besluit klopt: lichtere hulp is genoeg."
FOUNDED = "De inwoner liet zien dat de lichtere hulp is geprobeerd en niet lukte. Het besluit klopte niet."
INSTEAD = "Lichtere hulp is geprobeerd en lukte niet. Daarom wordt een deel alsnog toegekend."


def answer(life: Life) -> None:
    """Plan what follows on the objection this life ends with. Its own chances: those of others stay."""
    own = Random(f"objection {life.index}")
    kind = own.choices(("unfounded", "founded", "taken_back"), (60, 25, 15))[0]
    if kind == "taken_back":
        _then(life, own, "withdraw_objection", own.triangular(5, 25, 12))
        return
    days = own.triangular(28, 58, 45)
    if kind == "founded":
        _then(
            life, own, "decide_objection", days, outcome=ObjectionOutcome.FOUNDED, reasons=FOUNDED,
            instead=DecisionOutcome.PARTLY, instead_reasons=INSTEAD,
        )  # fmt: skip
    else:
        _then(life, own, "decide_objection", days, outcome=ObjectionOutcome.UNFOUNDED, reasons=UNFOUNDED)
    _then(life, own, "send_objection_decision", days + 2)


def _then(life: Life, own: Random, act: str, days: float, **facts: str) -> None:
    life.apart.append(Step(later(life.at, days, own), act, life.index, facts))
