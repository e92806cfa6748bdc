"""Forms about documents. A file is checked here, before the transaction of its operation begins."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.documents.checking import CannotScan, CheckedFile, checked
from cases.documents.types import ENDINGS
from cases.enums import DataCategory, DocumentKind
from cases.forms.base import KeyedForm
from cases.forms.notes import CaseForm
from sociaal.core.errors import DomainError, Refused
from sociaal.core.uploads import MOST_FILES
from sociaal.core.virus_scan import deadline
from sociaal.core.widgets import DateInput, ShortText

ACCEPT = ",".join(ENDINGS)


def limit_in_mb() -> int:
    """The largest file, in whole megabytes."""
    return settings.MAX_UPLOAD_BYTES // 1024**2


class FileInput(forms.FileInput):
    """The browser's own choice of a file."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"accept": ACCEPT, **(attrs or {})})


class FilesInput(FileInput):
    """Or of several."""

    allow_multiple_selected = True


class CheckedFileField(forms.FileField):
    """A file that we take: recognised by content, free of viruses. Gives a `CheckedFile`."""

    widget = FileInput
    default_error_messages = {"required": gettext_lazy("Choose a file.")}  # as Django has it

    def clean(self, data: Any, initial: Any = None) -> CheckedFile:
        upload = super().clean(data, initial)
        try:
            return checked(upload)
        except Refused as error:
            raise forms.ValidationError(str(error)) from None

    def to_python(self, data: Any) -> Any:
        """An empty file is refused in our own words, by its content."""
        return None if data in self.empty_values else data


class CheckedFilesField(CheckedFileField):
    """Several; all of them, or none: each that is refused is named, with why."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[CheckedFile]:  # type: ignore[override]
        uploads = data or []
        if not uploads:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        files, wrong, until = [], [], deadline()
        for upload in uploads:
            try:
                files.append(checked(upload, until))
            except Refused as error:
                wrong.append(f"{upload.name}: {error}" if len(uploads) > 1 else str(error))
                if isinstance(error, CannotScan):
                    break
        if wrong and files:
            wrong.append(_("None of the files was added. Choose them again, without what was refused."))
        if wrong:
            raise forms.ValidationError(wrong)
        return files


class AsksForFilesAgain(KeyedForm):
    """A browser does not keep the files of a form that comes back, so when something else was wrong the form
    says so where they were chosen.
    """

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if self.errors:
            self._ask_again()
        return given

    def refuse(self, error: DomainError) -> None:
        super().refuse(error)
        self._ask_again()

    def _ask_again(self) -> None:
        if "upload" not in self.errors:
            self.add_error("upload", _("Choose what you want to add again: a browser does not keep it."))


class DocumentForm(AsksForFilesAgain, CaseForm):
    """The file stands last: what was typed before it is read even when the file is too large."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What is it?"),
        choices=[("", gettext_lazy("Choose a kind")), *DocumentKind.choices],
        help_text=gettext_lazy("Do not keep a copy of a passport or identity card; note that you saw it."),
    )
    category = forms.ChoiceField(
        label=gettext_lazy("What is it about?"),
        choices=[("", gettext_lazy("Choose what it is about")), *DataCategory.choices],
        help_text=gettext_lazy(
            "Youth and safety, and police and justice, are not shown to colleagues who only read along."
        ),
    )
    title = forms.CharField(
        label=gettext_lazy("Short title"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Empty: the name of the file."),
    )
    dated = forms.DateField(
        label=gettext_lazy("Date of the document"), widget=DateInput, initial=lambda: timezone.localdate()
    )
    upload = CheckedFilesField(label=gettext_lazy("Files"))

    def __init__(self, data: Any = None, files: Any = None, **options: Any) -> None:
        super().__init__(data, files=files, **options)
        self.fields["upload"].help_text = _(
            "PDF, JPEG, PNG, Word, Excel, OpenDocument or text. Up to %(limit)d MB a file, %(most)d at once."
        ) % {"limit": limit_in_mb(), "most": MOST_FILES}


class VersionForm(AsksForFilesAgain):
    """A newer file for the same document."""

    upload = CheckedFileField(label=gettext_lazy("The newer file"))

    def __init__(self, data: Any = None, files: Any = None, **options: Any) -> None:
        super().__init__(data, files, **options)
        self.fields["upload"].help_text = _(
            "PDF, JPEG, PNG, Word, Excel, OpenDocument or text. Up to %(limit)d MB."
        ) % {"limit": limit_in_mb()}


class HideForm(KeyedForm):
    """Why a document does not belong here."""

    reason = forms.CharField(
        label=gettext_lazy("Why does it not belong here?"),
        max_length=300,
        widget=ShortText(attrs={"rows": 2}),
        help_text=gettext_lazy("For example: it is of somebody else, or it was added twice."),
    )
