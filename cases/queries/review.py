"""What is looked at in a review or at closing: the goals, and the life domains talked about before."""

from cases.enums import LifeDomain
from cases.models import Case, Goal, LevelReading
from cases.permissions import Access


def goals_of(case: Case, access: Access) -> list[Goal]:
    """The goals of the plan that this reader may see."""
    return [goal for goal in Goal.objects.filter(plan__case=case) if access.may_see(goal.category)]


def domains_of(case: Case) -> list[str]:
    """The domains with a level or a goal; all of them when there is none yet."""
    known = set(LevelReading.objects.filter(case=case).values_list("domain", flat=True))
    known |= set(Goal.objects.filter(plan__case=case).values_list("domain", flat=True))
    return [str(domain) for domain in LifeDomain if not known or domain in known]
