"""The name under which somebody saves a list."""

from django import forms
from django.utils.translation import gettext_lazy as _


class SavedListForm(forms.Form):
    """One field; what the list asks stands in the address."""

    name = forms.CharField(
        label=_("Name of this list"),
        max_length=40,
        help_text=_("With this name it stands above the list, for you only. No names of residents."),
    )
