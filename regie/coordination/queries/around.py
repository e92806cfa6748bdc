"""Which professionals are around a case, for the rooms below."""

from typing import Any

from regie.coordination.models import Participation


def professionals_around(case: Any) -> list[tuple[int, str, str]]:
    """The professionals of the partners that take part in this case now: key, name, role and organisation."""
    rows = Participation.objects.filter(case=case, until__isnull=True, professional__isnull=False)
    rows = rows.select_related("professional", "organisation").order_by("since", "pk")
    return [
        (row.professional.pk, row.professional.name, f"{row.role}, {row.organisation.name}")
        for row in rows
        if row.professional
    ]
