"""Steps of the plan that no colleague did: reports of the public page, signals of creditors."""

from intake.operations.reports import receive_report
from intake.operations.signals import Signal, take_signal
from intake.told import Told
from sociaal.accounts.operations.cast import DEBTS
from sociaal.home.demo.lives import Step
from sociaal.home.demo.stage import Stage


def report_from_outside(stage: Stage, step: Step) -> None:
    """As whoever filled in the public page."""
    receive_report(told=Told(**step.facts), now=step.at)


def signal_debts(stage: Stage, step: Step) -> None:
    """As a creditor's list that the team of debts brought in."""
    signal = Signal(signalled=step.at.date(), **step.facts)
    take_signal(signal=signal, team=stage.teams[DEBTS], now=step.at)
