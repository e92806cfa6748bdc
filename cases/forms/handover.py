"""Asking for a handover and answering one; break-glass access; a deputy for a period of absence."""

from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.enums import HandoverReason
from cases.forms.base import KeyedForm
from cases.forms.notes import Colleague
from cases.queries.colleagues import caseworkers, team_members
from cases.queries.handovers import answer_day
from sociaal.accounts.models import User
from sociaal.core.widgets import DateInput, DateTimeInput, ShortText


class HandoverForm(KeyedForm):
    """Only the reasons that are reasons; overruling is offered to a manager alone."""

    reason = forms.ChoiceField(
        label=gettext_lazy("Why is another contact person needed?"), widget=forms.RadioSelect
    )
    explanation = forms.CharField(
        label=gettext_lazy("Explain it in a few words"),
        widget=ShortText,
        help_text=gettext_lazy("The colleague you ask reads this."),
    )
    to = Colleague(
        queryset=None, label=gettext_lazy("Whom do you ask?"), empty_label=gettext_lazy("Choose a colleague")
    )
    told_resident = forms.CharField(label=gettext_lazy("What was the resident told?"), widget=ShortText)
    answer_by = forms.DateField(
        label=gettext_lazy("Before which day is the answer needed?"),
        required=False,
        widget=DateInput,
        help_text=gettext_lazy("Until then, that day included, your colleague can think about it."),
    )
    warm_transfer_at = forms.DateTimeField(
        label=gettext_lazy("Warm transfer: when do you meet, the three of you?"),
        required=False,
        widget=DateTimeInput,
    )

    def __init__(self, data: Any = None, *, manager: bool, present: int | None, **options: Any) -> None:
        super().__init__(data, **options)
        self.initial.setdefault("answer_by", answer_day(timezone.now()))
        reasons = [(one.value, one.label) for one in HandoverReason if one != HandoverReason.OVERRULED]
        if manager:
            reasons.append((HandoverReason.OVERRULED.value, HandoverReason.OVERRULED.label))
        self.choices_of("reason").choices = reasons
        self.choices_of("to").queryset = caseworkers().exclude(pk=present or 0)


class HandoverAnswerForm(KeyedForm):
    """Accepting asks nothing; refusing asks why."""

    keeps_incomplete = True
    refusal = forms.CharField(label=gettext_lazy("Why not?"), widget=ShortText, required=False)


class BreakGlassForm(KeyedForm):
    reason = forms.CharField(
        label=gettext_lazy("Why do you need this file now?"),
        widget=ShortText,
        max_length=1000,
        help_text=gettext_lazy("The privacy officer and the contact person read this."),
    )


class DeputyForm(KeyedForm):
    """Who replaces whom, from the start of one day to the end of another."""

    absent = Colleague(queryset=None, label=gettext_lazy("Who is away?"), empty_label=None)
    deputy = Colleague(
        queryset=None, label=gettext_lazy("Who replaces?"), empty_label=gettext_lazy("Choose a colleague")
    )
    first = forms.DateField(label=gettext_lazy("First day"), widget=DateInput, initial=timezone.localdate)
    last = forms.DateField(label=gettext_lazy("Last day"), widget=DateInput)

    def __init__(self, data: Any = None, *, user: User, manages: bool, **options: Any) -> None:
        super().__init__(data, **options)
        me = User.objects.filter(pk=user.pk).select_related("team")
        self.choices_of("absent").queryset = team_members(user) if manages else me
        self.choices_of("deputy").queryset = team_members(user)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("first") and given.get("last") and given["last"] < given["first"]:
            raise forms.ValidationError({"last": _("The last day is before the first.")})
        return given

    def period(self) -> tuple[datetime, datetime]:
        """From the first minute of the first day to the first of the day after the last."""
        start, end = self.cleaned_data["first"], self.cleaned_data["last"] + timedelta(days=1)
        return timezone.make_aware(datetime.combine(start, time())), timezone.make_aware(
            datetime.combine(end, time())
        )
