"""The words of letters, in versions that the administrator makes: a letter keeps the one it was made from."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, transition

from cases.enums import LetterKind, TemplateState
from cases.letters.templating import Wording

S = TemplateState


class LetterTemplate(models.Model):
    """`concept -> in_use -> retired`. Of each kind one is in use and at most one a concept; only that can be
    changed, and the database holds it.

    `words`: per language what `cases.letters.templating.Wording` reads. `change`: counts the changes, so that
    one sees whether it is still what one looked at.
    """

    kind = models.CharField(_("kind"), max_length=20, choices=LetterKind)
    version = models.PositiveIntegerField()
    state = FSMField(default=S.CONCEPT, choices=S.choices, protected=True)
    words = models.JSONField()
    change = models.PositiveIntegerField(default=0)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    """Nobody: the version that every municipality begins with."""
    made_at = models.DateTimeField()
    in_use_from = models.DateTimeField(null=True, blank=True)
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["kind", "version"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "version"], name="letter_template_version_once"),
            models.UniqueConstraint(
                fields=["kind"], name="one_letter_template_concept", condition=Q(state=S.CONCEPT)
            ),
            models.UniqueConstraint(
                fields=["kind"], name="one_letter_template_in_use", condition=Q(state=S.IN_USE)
            ),
            models.CheckConstraint(
                condition=Q(state=S.CONCEPT, in_use_from__isnull=True, retired_at__isnull=True)
                | Q(state=S.IN_USE, in_use_from__isnull=False, retired_at__isnull=True)
                | Q(state=S.RETIRED, in_use_from__isnull=False, retired_at__isnull=False),
                name="letter_template_dates_fit_state",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.version} ({self.state})"

    @transition(state, source=S.CONCEPT, target=S.IN_USE)
    def publish(self) -> None: ...

    @transition(state, source=S.IN_USE, target=S.RETIRED)
    def retire(self) -> None: ...

    def wording(self, language: str) -> Wording:
        """What it says in this language."""
        return Wording.of(self.words[language])
