"""The agreements of a case that still stand, for who may not import this app."""

from cases.models import Case
from regie.coordination.models import Agreement
from sociaal.core.registry import AgreedItem


def agreed_in(case: Case) -> list[AgreedItem]:
    """Soonest first; each with its data category, for the asker to hold against what may be told."""
    rows = Agreement.objects.filter(case=case, state=Agreement.State.MADE).order_by("due_date", "pk")
    return [AgreedItem(row.who, row.what, row.due_date, row.category) for row in rows]
