"""What a list of open cases is ordered and counted by, kept by the database itself."""

from django.conf import settings
from django.db import models


class OpenCase(models.Model):
    """One row for each open case: whose it is, how far, and what it waits for. Read it, never write it.

    Triggers keep it as `Case`, `Wait`, `ContactTerm`, `Procedure` and `Arrangement` are: a list of a team
    with thousands of open cases reads as many rows as it shows, and who has dozens in hand counts them from
    one place in an index. The wait is the one of `cases.queries.waits.shown_wait`.
    """

    case = models.OneToOneField("Case", models.CASCADE, primary_key=True, related_name="open_case")
    team = models.ForeignKey("accounts.Team", models.PROTECT, related_name="+", db_index=False)
    contact = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    resident = models.ForeignKey("Resident", models.PROTECT, related_name="+", db_index=False)
    status = models.CharField(max_length=50)
    # nothing is waited for: both are NULL
    wait_on = models.CharField(max_length=10, null=True)  # noqa: DJ001
    wait_since = models.DateTimeField(null=True)
    us_since = models.DateTimeField(null=True)
    """Since when we are waited for; NULL when we are not."""
    us_by_hand = models.BooleanField(default=False)
    """Somebody set by hand that we are waited for."""
    has_procedure = models.BooleanField(default=False)
    """One that still has to end, or of which an objection runs: a term of ours may run in it."""
    review_date = models.DateField(null=True)
    """The first day on which help that runs or is on its way is looked at again."""

    class Meta:
        indexes = [
            models.Index(fields=["team", "wait_since", "case"], name="open_case_by_wait"),
            models.Index(fields=["team", "contact"], name="open_case_by_contact"),
            models.Index(
                fields=["contact"],
                include=[
                    "case",
                    "resident",
                    "status",
                    "wait_on",
                    "wait_since",
                    "us_since",
                    "us_by_hand",
                    "has_procedure",
                    "review_date",
                ],
                name="open_case_in_hand",
            ),
        ]

    def __str__(self) -> str:
        return f"open case {self.case_id}"
