"""Forms about letters."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.forms.base import KeyedForm
from sociaal.core.widgets import ShortText


class StopForm(KeyedForm):
    """Why a letter must not go out."""

    reason = forms.CharField(
        label=_("Why must this letter not go out?"), max_length=300, widget=ShortText(attrs={"rows": 2})
    )
