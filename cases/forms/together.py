"""One thing noted in several cases together."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.forms.base import KeyedForm
from sociaal.core.widgets import DateInput


class TaskTogetherForm(KeyedForm):
    """A task for oneself in each of the cases that are ticked. `ticked`: numbers of these."""

    title = forms.CharField(
        label=_("What must you do?"),
        max_length=160,
        help_text=_("The same task comes in each of these cases, and among your own tasks."),
    )
    due_date = forms.DateField(label=_("Before which day?"), required=False, widget=DateInput)

    def __init__(self, data: Any = None, *, ticked: Collection[str] = (), **options: Any) -> None:
        super().__init__(data, **options)
        self.ticked = ticked

    def clean(self) -> dict[str, Any]:
        if not self.ticked:
            self.add_error(None, _("Tick at least one case."))
        return super().clean() or self.cleaned_data
