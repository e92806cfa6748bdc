"""Letters, kept exactly as they were sent; and the e-mails that announce them."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, transition

from cases.enums import DataCategory, Delivery, EmailKind, EmailState, Law, LetterKind, LetterState
from cases.letters.kinds import DECISIONS
from cases.models.case import Case
from cases.models.procedure import Procedure
from cases.models.resident import Resident
from sociaal.core.crypto import EncryptedBytesField, EncryptedField

S = LetterState
DECISION_LETTERS = sorted(str(kind) for kind in DECISIONS.values())


def addressee_of(case: Case, procedure: Procedure | None) -> Resident:
    """To whom a letter is: a decision is made known to who applied (Awb 3:41)."""
    return case.resident if procedure is None else procedure.applicant


def is_to(resident: Resident) -> Q:
    """The condition on letters that they are to this resident: `addressee_of`, asked of the database."""
    return Q(procedure__isnull=True, case__resident=resident) | Q(procedure__applicant=resident)


class LetterNumber(models.Model):
    """The last number given in a year; the row is locked while the next one is taken."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    last = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"B{self.year}-{self.last:06d}"


class Letter(models.Model):
    """`queued -> to_print -> printed`; `stopped` as long as it is not printed.

    What it says (`source`) is fixed when it is made, and the PDF when it is set: the database refuses to
    change either, except to empty them. It may be about several things at once: who reads it must be allowed
    to see every one of its `categories`. The address is in `source`.
    """

    case = models.ForeignKey("cases.Case", models.CASCADE, related_name="letters")
    kind = models.CharField(_("kind"), max_length=20, choices=LetterKind)
    number = models.CharField(_("our reference"), max_length=12, unique=True)
    title = models.CharField(_("what it is"), max_length=160)
    categories = ArrayField(models.CharField(max_length=12, choices=DataCategory))
    law = models.CharField(_("law"), max_length=16, choices=Law, blank=True)
    procedure = models.ForeignKey(
        "cases.Procedure", models.CASCADE, null=True, blank=True, related_name="letters"
    )
    template = models.ForeignKey(
        "cases.LetterTemplate", models.PROTECT, null=True, blank=True, related_name="letters"
    )
    """The version of the words it was made from; none for the report of a conversation."""
    delivery = models.CharField(_("how it is delivered"), max_length=8, choices=Delivery)
    source = EncryptedField(help_text="The words as JSON: see `cases.letters.text.LetterText`.")
    pdf = EncryptedBytesField(null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True, help_text="Of the PDF, not encrypted.")
    state = FSMField(default=S.QUEUED, choices=S.choices, protected=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    printed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    printed_at = models.DateTimeField(null=True, blank=True)
    stop_reason = models.CharField(_("why it was stopped"), max_length=300, blank=True)

    class Meta:
        ordering = ["-made_at", "-pk"]
        indexes = [
            models.Index(
                fields=["made_at"], name="letter_to_print", condition=Q(state__in=["queued", "to_print"])
            )
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=list(S)), name="letter_state_known"),
            models.CheckConstraint(condition=Q(categories__len__gt=0), name="letter_has_category"),
            models.CheckConstraint(
                condition=Q(state__in=[S.QUEUED, S.STOPPED]) | ~Q(sha256=""), name="letter_set_has_pdf"
            ),
            models.CheckConstraint(
                condition=Q(state=S.PRINTED, printed_at__isnull=False, printed_by__isnull=False)
                | ~Q(state=S.PRINTED) & Q(printed_at__isnull=True, printed_by__isnull=True),
                name="letter_printed_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(state=S.STOPPED) & ~Q(stop_reason="") | ~Q(state=S.STOPPED) & Q(stop_reason=""),
                name="letter_stopped_with_reason",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=DECISION_LETTERS) | Q(procedure__isnull=False),
                name="decision_letter_has_procedure",
            ),
            models.UniqueConstraint(
                fields=["procedure"],
                name="one_decision_letter",
                condition=Q(kind__in=DECISION_LETTERS) & ~Q(state=S.STOPPED),
            ),
            models.UniqueConstraint(
                fields=["procedure"],
                name="one_letter_on_objection",
                condition=Q(kind=LetterKind.OBJECTION_DECISION) & ~Q(state=S.STOPPED),
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def addressee(self) -> Resident:
        """Who applied, of a letter about a procedure; else the main subject of the case."""
        return addressee_of(self.case, self.procedure)

    @transition(state, source=S.QUEUED, target=S.TO_PRINT)
    def set_as_pdf(self) -> None: ...

    @transition(state, source=S.TO_PRINT, target=S.PRINTED)
    def mark_printed(self) -> None: ...

    @transition(state, source=[S.QUEUED, S.TO_PRINT], target=S.STOPPED)
    def stop(self) -> None: ...


class Email(models.Model):
    """An e-mail without personal data. `message_id` stays the same however often it is tried."""

    letter = models.ForeignKey(Letter, models.CASCADE, null=True, blank=True, related_name="emails")
    kind = models.CharField(max_length=16, choices=EmailKind)
    to = EncryptedField(_("to"))
    language = models.CharField(max_length=2, choices=settings.LANGUAGES)
    message_id = models.CharField(max_length=120, unique=True)
    state = models.CharField(max_length=8, choices=EmailState, default=EmailState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["made_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=EmailState.SENT, sent_at__isnull=False)
                | ~Q(state=EmailState.SENT) & Q(sent_at__isnull=True),
                name="email_sent_has_time",
            ),
            models.UniqueConstraint(fields=["letter", "kind"], name="one_email_of_a_kind_a_letter"),
        ]

    def __str__(self) -> str:
        return f"email {self.pk} ({self.kind}, {self.state})"
