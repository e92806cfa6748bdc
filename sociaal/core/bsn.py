"""The BSN as people type it, checked with the elfproef. A demo takes only numbers that belong to nobody."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from stdnum.nl import bsn as elfproef

TEST_RANGE = range(999_900_006, 999_999_991)
"""Set aside by the register of persons for tests: never handed out."""


class BsnField(forms.CharField):
    """Nine digits; spaces, dots and dashes are fine. Cleans to digits, or to nothing."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("max_length", 16)
        options.setdefault(
            "widget", forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "size": 12})
        )
        super().__init__(**options)

    def clean(self, value: Any) -> str:
        digits = "".join(sign for sign in super().clean(value) if sign not in " .-")
        if not digits:
            return ""
        digits = digits.zfill(9)
        if not elfproef.is_valid(digits):
            raise ValidationError(_("This is no BSN. Look whether all nine digits are right."))
        if (settings.DEMO or settings.DEBUG) and int(digits) not in TEST_RANGE:
            raise ValidationError(_("This is a demo: use a BSN between 999900006 and 999999990."))
        return digits
