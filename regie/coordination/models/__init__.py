"""Who takes part in a case, and what was agreed."""

from regie.coordination.models.agreement import Agreement
from regie.coordination.models.participation import Participation

__all__ = ["Agreement", "Participation"]
