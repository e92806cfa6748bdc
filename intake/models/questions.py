"""The questions of the conversation (gesprek), in versions: a conversation keeps the one it was held with."""

from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, transition

from cases.enums import LifeDomain
from intake.enums import QuestionSetState
from intake.questions.facts import Fact

S = QuestionSetState


class QuestionSet(models.Model):
    """`concept -> in_use -> retired`. One is in use, at most one a concept; only that can be changed."""

    version = models.PositiveIntegerField(unique=True)
    state = FSMField(default=S.CONCEPT, choices=S.choices, protected=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    """Nobody: the version that every municipality begins with."""
    made_at = models.DateTimeField()
    in_use_from = models.DateTimeField(null=True, blank=True)
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["version"]
        constraints = [
            models.UniqueConstraint(
                fields=["state"], name="one_question_concept", condition=Q(state=S.CONCEPT)
            ),
            models.UniqueConstraint(
                fields=["state"], name="one_question_set_in_use", condition=Q(state=S.IN_USE)
            ),
            models.CheckConstraint(
                condition=Q(state=S.CONCEPT, in_use_from__isnull=True, retired_at__isnull=True)
                | Q(state=S.IN_USE, in_use_from__isnull=False, retired_at__isnull=True)
                | Q(state=S.RETIRED, in_use_from__isnull=False, retired_at__isnull=False),
                name="question_set_dates_fit_state",
            ),
        ]

    def __str__(self) -> str:
        return f"questions {self.version} ({self.state})"

    @transition(state, source=S.CONCEPT, target=S.IN_USE)
    def publish(self) -> None: ...

    @transition(state, source=S.IN_USE, target=S.RETIRED)
    def retire(self) -> None: ...


class Question(models.Model):
    """One open question to begin a domain with, or a prompt to ask on; the latter perhaps only when …

    `only_when`: shown as soon as one of these facts holds; empty: always. `copied_from`: the question of the
    version before that this one began as, so that a comparison can say what changed.
    """

    question_set = models.ForeignKey(QuestionSet, models.CASCADE, related_name="questions")
    domain = models.CharField(max_length=20, choices=LifeDomain)
    order = models.PositiveSmallIntegerField()
    text_nl = models.CharField(_("question in Dutch"), max_length=300)
    text_en = models.CharField(_("question in English"), max_length=300, blank=True)
    is_opening = models.BooleanField(default=False)
    only_when = ArrayField(models.CharField(max_length=12, choices=Fact), default=list, blank=True)
    version = models.PositiveIntegerField(default=0)
    copied_from = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["domain", "-is_opening", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["question_set", "domain"], name="one_opening_a_domain", condition=Q(is_opening=True)
            ),
            models.CheckConstraint(condition=~Q(text_nl=""), name="question_has_text"),
            models.CheckConstraint(
                condition=Q(is_opening=False) | Q(only_when=[]), name="opening_is_always_asked"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.domain} {self.order}"

    @property
    def text(self) -> str:
        """In the language of who reads; in Dutch where there is no English."""
        return self.text_in(get_language() or "")

    def text_in(self, language: str) -> str:
        return (self.text_en if language.startswith("en") else "") or self.text_nl

    @property
    def conditions(self) -> list[Any]:
        """The names of the facts it waits for."""
        return [Fact(code).label for code in self.only_when]
