"""What a browser sends while somebody types, and why a question may go."""

from datetime import UTC, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cases.forms.base import KeyedForm
from intake.drafts import Content, Writing
from intake.enums.drafts import DraftEnd
from intake.operations.drafts import Typed

LONGEST = 200_000
"""Signs of one form: some eighty pages. A browser keeps what is longer to itself and says so."""


class TypingForm(forms.Form):
    """Sent by `static/js/autosave.js`, never shown."""

    page = forms.CharField(max_length=200)
    part = forms.CharField(max_length=40, required=False)
    form_key = forms.RegexField(r"^[\w-]+$", max_length=64)
    tab = forms.CharField(max_length=40)
    typed = forms.IntegerField(min_value=0)
    version = forms.IntegerField(min_value=0, required=False)
    begun = forms.IntegerField(min_value=0, required=False)
    """Milliseconds since 1970."""
    nothing = forms.BooleanField(required=False)
    content = forms.CharField(max_length=LONGEST, strip=False)

    def clean_content(self) -> Content:
        try:
            return Content.read(self.cleaned_data["content"])
        except ValueError:
            raise ValidationError(_("This cannot be read.")) from None

    def clean_begun(self) -> datetime | None:
        begun = self.cleaned_data["begun"]
        try:
            return datetime.fromtimestamp(begun / 1000, tz=UTC) if begun else None
        except (OverflowError, ValueError, OSError):
            return None

    def typing(self) -> Typed:
        """What came in. Only of a valid form."""
        given = self.cleaned_data
        return Typed(
            page=given["page"], part=given["part"], form_key=given["form_key"], content=given["content"],
            nothing=given["nothing"], began_at=given["begun"],
            writing=Writing(given["tab"], given["typed"], given["version"] or 0),
        )  # fmt: skip


class DiscardForm(KeyedForm):
    """A draft without a question goes at once; a question needs a reason."""

    reason = forms.ChoiceField(
        label=_("Why may this question go?"),
        choices=DraftEnd,
        widget=forms.RadioSelect,
        error_messages={"required": _("Say why this question may go.")},
    )

    def __init__(self, *args: Any, asks: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks:
            del self.fields["reason"]
