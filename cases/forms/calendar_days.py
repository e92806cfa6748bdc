"""The administrator's form of a day in the table."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.enums import CalendarDayKind
from cases.forms.base import KeyedForm
from sociaal.core.widgets import DateInput


class CalendarDayForm(KeyedForm):
    """Sent twice: first to see what it moves, then, from that page, to do it."""

    day = forms.DateField(label=_("Which day?"), widget=DateInput)
    name = forms.CharField(
        label=_("What day is it?"), max_length=80, help_text=_("For example: Friday after Ascension Day.")
    )
    kind = forms.ChoiceField(
        label=_("What does it do?"),
        choices=[
            (CalendarDayKind.DECREED, _("Counts as a Sunday, by decree: no term ends on it")),
            (CalendarDayKind.CLOSED, _("The municipality is closed: no term moves")),
        ],
        widget=forms.RadioSelect,
    )
    source = forms.CharField(
        label=_("Where does the decree stand?"),
        max_length=120,
        required=False,
        help_text=_("Needed for a decree, for example: Stcrt. 2026, 12345."),
    )
