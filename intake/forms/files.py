"""Uploading a file with many reports, and making a token for another system."""

import io
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.documents.checking import check_for_viruses
from cases.forms.base import KeyedForm
from intake.enums.signals import DebtKind
from intake.files.kinds import BacklogTaker, SignalTaker
from intake.files.reading import Columns, CsvRows, text_of
from intake.operations.imports import LARGEST
from sociaal.core.errors import Refused
from sociaal.core.uploads import NotKept


class FileForm(KeyedForm):
    """A CSV file, checked for viruses, whose header is checked at once; its rows are checked when they are
    read. It stands last, and is looked at when all before it is right.
    """

    columns: Columns
    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("CSV in UTF-8 with a header, with semicolons or commas; 20 MB at most."),
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
    )

    def clean_file(self) -> Any:
        upload = self.cleaned_data["file"]
        if upload.size > LARGEST or isinstance(upload, NotKept):
            raise forms.ValidationError(_("The file is larger than 20 MB. Cut it in parts."))
        if self.errors:
            raise forms.ValidationError(_("Choose what you want to add again: a browser does not keep it."))
        try:
            check_for_viruses(upload.file)
            upload.file.seek(0)
            self.text = text_of(upload.file).read()
            self.rows = sum(1 for _row in CsvRows(io.StringIO(self.text, newline=""), self.columns))
        except Refused as error:
            raise forms.ValidationError(str(error)) from None
        return upload


class BacklogFileForm(FileForm):
    """Reports that wait in the system before."""

    columns = BacklogTaker.columns


class SignalFileForm(FileForm):
    """The list of one creditor."""

    columns = SignalTaker.columns
    creditor = forms.CharField(label=gettext_lazy("Which creditor?"), max_length=120)
    kind = forms.ChoiceField(
        label=gettext_lazy("About which costs?"), choices=DebtKind, widget=forms.RadioSelect
    )
    field_order = ("creditor", "kind", "file")


class TokenForm(KeyedForm):
    """A token is called after the system that uses it."""

    name = forms.CharField(
        label=gettext_lazy("For which system?"),
        max_length=80,
        help_text=gettext_lazy("For example: the form server."),
    )
