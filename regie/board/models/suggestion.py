"""An improvement suggestion (verbetersuggestie): what gets in the way, what would help."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, transition


class Phase(models.TextChoices):
    PROPOSED = "proposed", _("Proposed")
    CHOSEN = "chosen", _("Chosen")
    TRYING = "trying", _("Trying")
    MEASURED = "measured", _("Measuring")
    ADOPTED = "adopted", _("This is how we work now")
    DROPPED = "dropped", _("Stopped")


class Suggestion(models.Model):
    """`proposed -> chosen -> trying -> measured -> adopted | dropped` (plan, do, check, act); back one
    step may be.
    """

    gets_in_the_way = models.TextField(_("what gets in the way?"))
    would_help = models.TextField(_("what would help?"))
    step = models.CharField(
        max_length=80, blank=True, help_text="Name of the page where it arose; never an address."
    )
    team = models.ForeignKey("accounts.Team", models.PROTECT, null=True, blank=True, related_name="+")
    phase = FSMField(default=Phase.PROPOSED, choices=Phase.choices, protected=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    tried_by = models.CharField(_("who tries it"), max_length=120, blank=True)
    measure = models.CharField(_("measured by"), max_length=40, blank=True)
    change_date = models.DateField(_("changed on"), null=True, blank=True)
    look_again_date = models.DateField(_("we look again on"), null=True, blank=True)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return f"suggestion {self.pk} ({self.phase})"

    @transition(phase, source=[Phase.PROPOSED, Phase.TRYING], target=Phase.CHOSEN)
    def choose(self) -> None: ...

    @transition(phase, source=[Phase.CHOSEN, Phase.MEASURED], target=Phase.TRYING)
    def try_out(self) -> None: ...

    @transition(phase, source=Phase.TRYING, target=Phase.MEASURED)
    def measure_it(self) -> None: ...

    @transition(phase, source=Phase.MEASURED, target=Phase.ADOPTED)
    def adopt(self) -> None: ...

    @transition(
        phase, source=[Phase.PROPOSED, Phase.CHOSEN, Phase.TRYING, Phase.MEASURED], target=Phase.DROPPED
    )
    def drop(self) -> None: ...

    @transition(phase, source=[Phase.CHOSEN, Phase.DROPPED], target=Phase.PROPOSED)
    def propose_again(self) -> None: ...


class Move(models.Model):
    """A change of phase: when, by whom, why."""

    suggestion = models.ForeignKey(Suggestion, models.CASCADE, related_name="moves")
    from_phase = models.CharField(max_length=10, choices=Phase)
    to_phase = models.CharField(max_length=10, choices=Phase)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    words = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.suggestion_id}: {self.from_phase} to {self.to_phase}"


class MeToo(models.Model):
    """A colleague meets the same."""

    suggestion = models.ForeignKey(Suggestion, models.CASCADE, related_name="me_too")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["suggestion", "user"], name="me_too_once")]

    def __str__(self) -> str:
        return f"{self.user_id} too: {self.suggestion_id}"
