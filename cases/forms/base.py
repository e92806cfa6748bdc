"""What all forms of the file share: one key per rendered form, and refusals that stand at their field."""

from http import HTTPStatus
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from sociaal.core.errors import Conflict, DomainError
from sociaal.outbox.once import new_key

REQUIRED = forms.Field.default_error_messages["required"]
"""What Django says of every empty field; ours say which one, also in the summary above the form."""


def _missing(field: forms.Field, label: str) -> str:
    label = label[:1].lower() + label[1:] if label[1:2].islower() else label
    if isinstance(field, forms.ChoiceField | forms.ModelChoiceField):
        return _("Choose: %(label)s.") % {"label": label}
    return _("Fill in: %(label)s.") % {"label": label}


class KeyedForm(forms.Form):
    """A form that is sent once.

    Its hidden key is claimed together with its effect (see `sociaal.outbox.once`).
    """

    form_key = forms.CharField(widget=forms.HiddenInput, required=False, initial=new_key, max_length=64)
    conflict: Conflict | None = None
    use_required_attribute = False
    keeps_incomplete = False
    """Saves what is there: then no field is marked as optional, since each is wanted in the end."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if field.required and field.error_messages["required"] == REQUIRED:
                field.error_messages["required"] = _missing(field, str(self[name].label).rstrip("?:"))

    def choices_of(self, name: str) -> Any:
        """The field of this name, to give it the choices that hang on case or user."""
        return self.fields[name]

    def given(self) -> dict[str, Any]:
        """What was filled in, without the key. Only of a valid form."""
        return {name: value for name, value in self.cleaned_data.items() if name != "form_key"}

    def refuse(self, error: DomainError) -> None:
        """Show a refusal of an operation at the field it names, else above the form."""
        if isinstance(error, Conflict):
            self.conflict = error
        self.add_error(error.field if error.field in self.fields else None, str(error))

    @property
    def status(self) -> int:
        """The status of the page that shows this form.

        200, 422 with errors, 409 when somebody else was first.
        """
        if self.conflict:
            return HTTPStatus.CONFLICT
        return HTTPStatus.UNPROCESSABLE_ENTITY if self.is_bound and self.errors else HTTPStatus.OK
