"""What the privacy officer asks of the log; it stands in the address, to keep and to share."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sociaal.accounts.models import User
from sociaal.audit.models import Entry
from sociaal.core.widgets import DateInput


class LogForm(forms.Form):
    """All optional; together they narrow the log."""

    kind = forms.ChoiceField(
        label=_("What happened"), choices=[("", _("All")), *Entry.Kind.choices], required=False
    )
    actor = forms.ModelChoiceField(
        User.objects.all(), label=_("By whom"), required=False, empty_label=_("All")
    )
    resident = forms.IntegerField(
        label=_("Key of the resident"), min_value=1, max_value=2**63 - 1, required=False
    )
    action = forms.CharField(label=_("Page or operation"), max_length=80, required=False)
    since = forms.DateField(label=_("First day"), widget=DateInput, required=False)
    until = forms.DateField(label=_("Last day"), widget=DateInput, required=False)

    def clean(self) -> dict[str, Any]:
        """Raises ValidationError for a period that ends before it begins."""
        asked = super().clean() or {}
        since, until = asked.get("since"), asked.get("until")
        if since and until and until < since:
            self.add_error("until", _("This day is before the first one."))
        return asked
