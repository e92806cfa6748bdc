"""The conditions of a plan or a decision, each with who met it and when."""

from collections.abc import Sequence

from django.db.models import Q

from cases.models import Case, Condition, Plan, Procedure


def conditions_of(about: Plan | Procedure) -> Sequence[Condition]:
    """In the order in which they were written. One query."""
    return list(about.conditions.select_related("met_by"))


def condition_called(case: Case, pk: int) -> Condition | None:
    """A condition of the plan or of a decision in this case."""
    rows = Condition.objects.filter(Q(plan__case=case) | Q(procedure__case=case))
    return rows.select_related("plan__case__resident", "procedure__case__resident").filter(pk=pk).first()
