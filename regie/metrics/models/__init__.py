"""What was computed from events, and the baseline of the system a municipality had before."""

from regie.metrics.models.baseline import Baseline, BaselineCase, BaselineRoute
from regie.metrics.models.spells import Figures, HandoverFact, Measure, Spell, StepSpell, WaitSpell

__all__ = [
    "Baseline",
    "BaselineCase",
    "BaselineRoute",
    "Figures",
    "HandoverFact",
    "Measure",
    "Spell",
    "StepSpell",
    "WaitSpell",
]
