"""The report form as a visitor sees it: few fields, no account, and quiet checks against machines."""

from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.enums import Reporter
from cases.forms.base import KeyedForm
from intake.forms.report import FROM_OUTSIDE, ReportForm
from sociaal.outbox.once import new_key

FASTEST = 3
"""Seconds between seeing the form and sending it, below which it is asked to send again."""
SALT = "public report"

SELF, OTHER, PROFESSIONAL = "zelf", "ander", "beroep"
ABOUT_REPORTER = ("reporter_name", "reporter_phone", "reporter_email")
LABELS: dict[str, dict[str, Any]] = {
    SELF: {
        "words": gettext_lazy("What do you need help with?"),
        "phone": gettext_lazy("Your phone number"),
        "email": gettext_lazy("Your e-mail address"),
    },
    OTHER: {
        "words": gettext_lazy("What does this person need help with?"),
        "phone": gettext_lazy("Their phone number"),
    },
    PROFESSIONAL: {
        "words": gettext_lazy("What does the resident need help with?"),
        "reporter": gettext_lazy("From where do you report?"),
        "reporter_name": gettext_lazy("Your name and organisation"),
        "phone": gettext_lazy("Their phone number"),
    },
}


def stamped_key() -> str:
    """The key of a form about to be shown, signed together with this moment."""
    return signing.TimestampSigner(salt=SALT).sign(new_key())


class PublicReportForm(ReportForm, KeyedForm):
    """`who`: for themselves, for somebody near them, or as a professional.

    Nobody is turned away: what looks like a machine is asked to look and send once more. The field that
    should stay empty says so in words, for whoever hears or sees it after all.
    """

    form_key = forms.CharField(widget=forms.HiddenInput, required=False, initial=stamped_key, max_length=120)
    leave_empty = forms.CharField(
        label=gettext_lazy("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    too_often = False
    keeps_incomplete = True  # the page says what is needed; a mark at all the others is noise

    def __init__(self, *args: Any, who: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.who = who
        for name in self._not_asked():
            self.fields[name].widget = forms.HiddenInput()
            self.fields[name].disabled = True
        reporter: Any = self.fields["reporter"]
        if who == PROFESSIONAL:
            reporter.choices = [one for one in FROM_OUTSIDE if one[0] not in ("resident", "family")]
        else:
            reporter.initial = Reporter.RESIDENT if who == SELF else Reporter.FAMILY
        if who != SELF:
            for name in ("first_names", "last_name", "birth_date", "street", "postcode"):
                self.fields[name].widget.attrs["autocomplete"] = "off"
            for name, hint in zip(ABOUT_REPORTER, ("name", "tel", "email"), strict=True):
                self.fields[name].widget.attrs["autocomplete"] = hint
        else:
            self.fields["phone"].widget.attrs["autocomplete"] = "tel"
            self.fields["email"].widget.attrs["autocomplete"] = "email"
        for name, label in LABELS[who].items():
            self.fields[name].label = label

    def _not_asked(self) -> tuple[str, ...]:
        if self.who == SELF:
            return ("reporter", "prefix", *ABOUT_REPORTER)
        return ("prefix", "email", *(("reporter",) if self.who == OTHER else ()))

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if given.get("leave_empty"):
            self._show("leave_empty", "")
            self.add_error(None, _("Leave the last field empty and send the form once more."))
        elif not self._was_read():
            self.add_error(
                None, _("That was very fast. Look whether everything is right, and send it once more.")
            )
        return given

    def _was_read(self) -> bool:
        """Whether the form was shown long enough ago, by our own clock. What was not signed by us gets a new
        stamp.
        """
        signer, stamp = signing.TimestampSigner(salt=SALT), self.cleaned_data.get("form_key") or ""
        try:
            signer.unsign(stamp)
        except signing.BadSignature:
            self._show("form_key", stamped_key())
            return False
        try:
            signer.unsign(stamp, max_age=FASTEST)
        except signing.SignatureExpired:
            return True
        return False

    def _show(self, name: str, value: str) -> None:
        """What the page shows again in this field, whatever was sent."""
        data: Any = self.data.copy()  # type: ignore[attr-defined]  # of a request it is a QueryDict
        data[name] = value
        self.data = data

    @property
    def status(self) -> int:
        return 429 if self.too_often else super().status
