"""The second half of a planned life: weighing, decision, help, review and closing."""

from cases.enums import CaseStatus, DecisionOutcome, Law, Weight
from sociaal.home.demo import objected
from sociaal.home.demo.lives import BY_NAME, Life
from sociaal.home.demo.provisions import PROVISIONS
from sociaal.home.demo.shapes import ProvisionText
from sociaal.home.demo.table import gather_parties

OPEN_ENDED = frozenset({Law.WMO, Law.PARTICIPATIEWET})
"""Help under these laws often lasts for years."""
REASONS = {
    DecisionOutcome.GRANTED: "Het onderzoek laat zien dat lichtere hulp niet genoeg is.",
    DecisionOutcome.PARTLY: "Voor een deel van de vraag is lichtere hulp genoeg; de rest wordt toegekend.",
    DecisionOutcome.REFUSED: "Met hulp uit de omgeving en een algemene voorziening is het doel te halen.",
}


def find_help(life: Life) -> None:
    """From the weighing to the outcome."""
    provision = BY_NAME[life.question.provision]
    specialist = provision.weight == Weight.SPECIALIST
    if life.is_regie:
        gather_parties(life)
    if specialist and provision.law:
        life.do("open_procedure", law=provision.law, subject=provision.name)
        if provision.law == Law.WMO:
            life.do("investigate")
    _weigh(life, specialist)
    if not specialist:
        life.do("choose_solution", status=CaseStatus.ARRANGING)
        if life.chance(0.03):
            life.withdraw(4)
            return
        arrange(life, provision)
    elif _decide(life, provision):
        arrange(life, provision, procedure=0)


def _weigh(life: Life, specialist: bool) -> None:
    days = 0 if life.track == "fast" else life.days(0, 12, 3)
    life.do("weigh", days, weight=life.question.weight)
    if not specialist:
        return
    if life.chance(0.1):
        words = "Is de lichtere hulp echt geprobeerd? Vraag dat nog na bij de inwoner."
        life.do("second_read", life.days(1, 9, 3), agrees=False, words=words)
        life.do("weigh", life.days(1, 7, 3), weight=life.question.weight, again=True)
    words = "Eens. Lichter is besproken en geprobeerd waar dat kon."
    life.do("second_read", life.days(0, 10, 2), agrees=True, words=words)


def _decide(life: Life, provision: ProvisionText) -> bool:
    """Application and decision; False when the case ends there."""
    life.do("apply")
    life.do("await_decision", status=CaseStatus.DECIDING)
    applied = life.at
    if life.chance(0.12):
        asked = life.rng.randint(7, 24)
        life.do("suspend", 2, for_days=asked, reason="Bankafschrift van de inwoner ontbreekt nog")
        life.do("resume_term", min(life.days(4, 20, 9), asked - 3))  # within the time there was for it
    elif life.chance(0.06):
        life.do(
            "wait_for", 2, on="authority", subject="procedure", why="Medisch advies van het Uitkeringskantoor"
        )
        life.do("stop_waiting", life.days(10, 40, 20))
    if life.chance(0.03):
        life.withdraw(4)
        return False
    usual = 11 if provision.law == Law.WMO else 26
    spent = (life.at - applied).days
    life.do("decide", max(0, life.days(1, usual * 2.2, usual) - spent), **(facts := _outcome(life)))
    life.do("send_decision", life.days(0, 4, 1))
    if facts["outcome"] != DecisionOutcome.REFUSED and life.chance(0.7):
        life.beside("make_final", life.days(50, 76, 56))
    if facts["outcome"] != DecisionOutcome.REFUSED:
        life.do("settle_decisions", status=CaseStatus.ARRANGING)
        return True
    if life.chance(0.5):
        life.do("propose", provision=lighter_than(life, Weight.SPECIALIST).name)
        life.do("settle_decisions", status=CaseStatus.ARRANGING)
        _start(life, lighter_than(life, Weight.SPECIALIST), proposed=True)
        support(life, lighter_than(life, Weight.SPECIALIST))
        return False
    life.do("settle_decisions", status=CaseStatus.CLOSED)
    if life.chance(0.35):
        life.do("objection", life.days(10, 40, 25))
        objected.answer(life)
    return False


def _outcome(life: Life) -> dict[str, str]:
    outcome = life.rng.choices(list(DecisionOutcome), (86, 6, 8))[0]
    form = "pgb" if life.chance(0.08) else "in_kind"
    return {"outcome": outcome, "reasons": REASONS[outcome], "form": form}


def lighter_than(life: Life, weight: Weight) -> ProvisionText:
    """A lighter provision for one of the life domains of this question; always the same for this case."""
    rung = Weight.GENERAL if weight == Weight.SPECIALIST else Weight.SOCIAL_BASE
    domains = {text.domain for text in life.question.domains}
    fitting = [p for p in PROVISIONS if p.weight == rung and domains & set(p.domains)]
    others = [p for p in PROVISIONS if p.weight == rung]
    return (fitting or others)[life.index % len(fitting or others)]


def arrange(life: Life, provision: ProvisionText, procedure: int | None = None) -> None:
    """Ask a provider, wait, start; and what follows."""
    life.do("propose", life.days(0, 4, 0), provision=provision.name, procedure=procedure)
    if provision.waiting_weeks == 0 and procedure is None:
        life.do("start_at_once", arrangement=life.arrangements, status=CaseStatus.SUPPORTED)
    else:
        _start(life, provision, proposed=True, procedure=procedure)
    support(life, provision)


def _start(
    life: Life, provision: ProvisionText, *, proposed: bool = False, procedure: int | None = None
) -> None:
    life.do("request", life.days(0, 3, 0), arrangement=life.arrangements)
    if provision.waiting_weeks >= 3 and life.chance(0.09):
        reason = life.rng.choice(("Geen plek voor eind dit jaar.", "Geen begeleider die past bij de vraag."))
        life.do("refuse", life.days(2, 14, 6), arrangement=life.arrangements, reason=reason)
        life.arrangements += 1
        life.do("propose", life.days(0, 5, 1), provision=provision.name, procedure=procedure)
        life.do("request", arrangement=life.arrangements)
    waiting = provision.waiting_weeks * 7 * life.days(0.4, 2.0, 0.9)
    accepted = min(waiting * 0.5, life.days(1, 16, 5))
    life.do("accept", accepted, arrangement=life.arrangements)
    if waiting > 50:
        life.speak(waiting * 0.3)
        waiting *= 0.7
    life.do("start", waiting - accepted, arrangement=life.arrangements, status=CaseStatus.SUPPORTED)


def support(life: Life, provision: ProvisionText) -> None:
    """Help runs: contact, reviews, and in the end something lighter or nothing at all."""
    lasting = provision.law in OPEN_ENDED and life.chance(0.6)
    for round_ in range(8):
        if life.chance(0.35):
            life.speak(life.days(10, 60, 25))
        if life.chance(0.04):
            life.do("pause", life.days(5, 30, 12), arrangement=life.arrangements)
            life.do("resume", life.days(7, 40, 20), arrangement=life.arrangements)
        if life.chance(0.015):
            life.withdraw(life.days(10, 60, 30))
            return
        if provision.weight != Weight.SPECIALIST and life.chance(0.6):
            close(life, life.days(10, 110, 35))
            return
        life.do("start_review", life.days(70, 240, 150), status=CaseStatus.REVIEWING)
        if life.chance(0.5):
            life.do("levels", life.days(0, 12, 3), moment="review", better=round_ + 1)
        if life.chance(0.3 if lasting else 0.5):
            close(life, life.days(0, 20, 5))
            return
        if provision.weight == Weight.SPECIALIST and life.chance(0.22):
            provision = _step_down(life, provision)
            continue
        lighter = "Lichter kan nu nog niet: het gaat beter, en het is nog niet stevig genoeg."
        life.do("continue_support", life.days(0, 9, 2), lighter=lighter, status=CaseStatus.SUPPORTED)
    close(life, life.days(10, 60, 30))


def _step_down(life: Life, provision: ProvisionText) -> ProvisionText:
    lighter = lighter_than(life, provision.weight)
    life.do("weigh", life.days(0, 6, 2), weight=lighter.weight, lighter=lighter.name)
    life.do("change_support", status=CaseStatus.ARRANGING)
    life.do("end", arrangement=life.arrangements, reason="Gaat verder met lichtere hulp.")
    life.arrangements += 1
    life.do("propose", provision=lighter.name)
    _start(life, lighter)
    return lighter


def close(life: Life, days: float) -> None:
    """The last conversation, and the case closes; now and then by mistake."""
    life.do("end", days, arrangement=life.arrangements, reason="Het doel is gehaald.")
    life.do("levels", moment="closing", better=2)
    outcome = "goals_reached" if life.chance(0.7) else "lighter"
    facts = {"outcome": outcome, "note": life.question.goal, "status": CaseStatus.CLOSED}
    before = life.status
    life.do("close", life.days(0, 5, 0), **facts)
    if life.chance(0.02):
        reason = "De inwoner belde: het was toch nog niet klaar."
        life.do("undo_close", life.days(2, 9, 4), reason=reason, status=before)
        life.do("close", life.days(12, 40, 20), **facts)
