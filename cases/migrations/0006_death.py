"""A resident who died: the day, and why it was taken back."""

from django.db import migrations, models
from django.db.models import F, Q

EVENTS = [
    ("reported", "Question received"),
    ("taken_up", "Question taken up"),
    ("joined", "Question joined to this case"),
    ("answered", "Question answered"),
    ("discarded", "Report discarded"),
    ("put_back", "Report put back"),
    ("first_contact", "First contact by the contact person"),
    ("contact", "Contact"),
    ("conversation_planned", "Conversation planned"),
    ("conversation_held", "Conversation held"),
    ("status_changed", "Step"),
    ("weighed", "Solution weighed"),
    ("second_read", "Second reader answered"),
    ("exception_asked", "Exception asked"),
    ("exception_decided", "Exception decided"),
    ("solution_agreed", "Solution agreed"),
    ("procedure_opened", "Procedure opened"),
    ("applied", "Application received"),
    ("default_notice", "Notice of default received"),
    ("delay_told", "Told that the decision comes later"),
    ("term_moved", "Term moved"),
    ("decided", "Decision made"),
    ("decision_sent", "Decision sent"),
    ("objection", "Objection"),
    ("procedure_ended", "Procedure ended"),
    ("arrangement_changed", "Help"),
    ("support_started", "Help started"),
    ("wait_opened", "Waiting began"),
    ("wait_closed", "Waiting ended"),
    ("term_opened", "Contact person named"),
    ("term_closed", "Contact person ended"),
    ("handover_asked", "Handover asked"),
    ("handover_answered", "Handover answered"),
    ("role_given", "Role given"),
    ("plan_changed", "Plan changed"),
    ("levels_recorded", "Levels recorded"),
    ("party_joined", "Partner takes part"),
    ("party_left", "Partner left"),
    ("agreement_made", "Agreement made"),
    ("agreement_settled", "Agreement kept or not"),
    ("letter_made", "Letter made"),
    ("letter_sent", "Letter sent"),
    ("letter_stopped", "Letter stopped"),
    ("document_added", "Document added"),
    ("document_hidden", "Document put out of sight"),
    ("document_back", "Document put back in sight"),
    ("meldcode", "Reporting code"),
    ("reviewed", "Reviewed"),
    ("closed", "Case closed"),
    ("closing_undone", "Closing undone"),
    ("resident_merged", "Two files became one"),
    ("merge_undone", "Merging undone"),
    ("died", "Date of death noted"),
    ("not_died", "Date of death taken back"),
]


class Migration(migrations.Migration):
    dependencies = [("cases", "0005_objections")]
    operations = [
        migrations.AlterField("event", "kind", models.CharField(choices=EVENTS, max_length=20)),
        migrations.AddField(
            "resident", "died_on", models.DateField(blank=True, null=True, verbose_name="date of death")
        ),
        migrations.AddField(
            "resident",
            "not_died_because",
            models.CharField(
                blank=True,
                db_default="",
                default="",
                max_length=300,
                verbose_name="why the date of death was a mistake",
            ),
        ),
        migrations.AddConstraint(
            "resident",
            models.CheckConstraint(
                condition=Q(died_on__isnull=True)
                | Q(birth_date__isnull=True)
                | Q(died_on__gte=F("birth_date")),
                name="resident_died_after_birth",
            ),
        ),
    ]
