"""What a list of open cases is ordered and counted by, kept by the database itself."""

from django.conf import settings
from django.db import models


class OpenCase(models.Model):
    """One row for each open case: whose it is and which wait it shows. Read it, never write it.

    Triggers keep it as `Case`, `Wait` and `ContactTerm` are: a list of a team with thousands of open cases
    reads as many rows as it shows. The wait is the one of `cases.queries.waits.shown_wait`.
    """

    case = models.OneToOneField("Case", models.CASCADE, primary_key=True, related_name="open_case")
    team = models.ForeignKey("accounts.Team", models.PROTECT, related_name="+", db_index=False)
    contact = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    # nothing is waited for: both are NULL
    wait_on = models.CharField(max_length=10, null=True)  # noqa: DJ001
    wait_since = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["team", "wait_since", "case"], name="open_case_by_wait"),
            models.Index(fields=["team", "contact"], name="open_case_by_contact"),
        ]

    def __str__(self) -> str:
        return f"open case {self.case_id}"
