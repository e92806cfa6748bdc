"""An agreement, and what became of it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.enums import DataCategory
from cases.forms.base import KeyedForm
from cases.models import Case
from cases.permissions import Access
from regie.coordination.models import Agreement, Participation
from regie.coordination.permissions import can_settle
from sociaal.accounts.models import User
from sociaal.core.widgets import DateInput, ShortText


class PartyChoice(forms.ModelChoiceField):
    """The partners of the case by the name people know."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.professional} ({obj.organisation})" if obj.professional else str(obj.organisation)


class AgreementForm(KeyedForm):
    """Who, what, before when. With a partner chosen nothing more needs to be filled in for who."""

    what = forms.CharField(label=_("What was agreed?"), max_length=300, widget=ShortText)
    participation = PartyChoice(
        label=_("With which partner?"),
        queryset=Participation.objects.none(),
        required=False,
        empty_label=_("No partner: one of us, the resident or the network"),
    )
    who = forms.CharField(
        label=_("Who does it?"),
        max_length=120,
        required=False,
        help_text=_("Only needed when no partner is chosen."),
    )
    due_date = forms.DateField(label=_("Before which day?"), widget=DateInput)
    category = forms.ChoiceField(
        label=_("What is it about?"),
        choices=DataCategory.choices,
        initial=DataCategory.GENERAL,
        help_text=_("Decides who may read it. A partner reads only what we share with them."),
    )
    we_wait = forms.BooleanField(
        label=_("The resident waits for this"),
        required=False,
        help_text=_("The case then shows that we wait for this partner, until it is settled."),
    )

    def __init__(self, data: Any = None, *, case: Case, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        present = Participation.objects.filter(case=case, until__isnull=True)
        field = self.fields["participation"]
        field.queryset = present.select_related("organisation", "professional")  # type: ignore[attr-defined]


class SettleForm(KeyedForm):
    """What became of it: only the answers this person may give."""

    outcome = forms.ChoiceField(label=_("What became of it?"), widget=forms.RadioSelect)
    why_not = forms.CharField(
        label=_("What came between?"),
        max_length=300,
        required=False,
        widget=ShortText,
        help_text=_("Only needed when it was not kept. Not to blame: to see what gets in the way."),
    )

    def __init__(self, data: Any = None, *, agreement: Agreement, user: User, access: Access) -> None:
        super().__init__(data)
        allowed = [
            (str(state), state.label)
            for state in Agreement.State
            if state != Agreement.State.MADE and can_settle(user, access, agreement, state)
        ]
        self.fields["outcome"].choices = allowed  # type: ignore[attr-defined]
        if len(allowed) == 1:
            del self.fields["why_not"]
            self.initial["outcome"] = allowed[0][0]
