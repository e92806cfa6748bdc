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
from cases.models import Document
from cases.policies import check_document
from sociaal.core.editing import EditingForm
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
    """A file that we take: recognised by content, free of viruses. Gives what came in; `look_at` makes a
    `CheckedFile` of it, which takes as long as the scanner does.
    """

    widget = FileInput
    default_error_messages = {"required": gettext_lazy("Choose a file.")}  # as Django has it

    def to_python(self, data: Any) -> Any:
        """An empty file is refused in our own words, by its content."""
        return None if data in self.empty_values else data

    def look_at(self, upload: Any) -> Any:
        """Raises ValidationError for what we do not take."""
        try:
            return checked(upload)
        except Refused as error:
            raise forms.ValidationError(str(error)) from None


class CheckedFilesField(CheckedFileField):
    """Several; all of them, or none: each that is refused is named, with why."""

    widget = FilesInput

    def look_at(self, uploads: Any) -> list[CheckedFile]:
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
    """A form with files, which are looked at once all else is right. A browser does not keep the files of a
    form that comes back, so when something else was wrong the form says so where they were chosen.
    """

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not self.errors:
            self.check_the_rest(given)
        if self.errors:
            self._ask_again()
        else:
            self._look_at_files(given)
        return given

    def check_the_rest(self, given: dict[str, Any]) -> None:
        """What the operation would refuse whatever the files are, refused before anything is scanned."""

    def _look_at_files(self, given: dict[str, Any]) -> None:
        try:
            given["upload"] = self.choices_of("upload").look_at(given["upload"])
        except forms.ValidationError as error:
            self.add_error("upload", error)

    def refuse(self, error: DomainError) -> None:
        super().refuse(error)
        self._ask_again()

    def _ask_again(self) -> None:
        if "upload" not in self.errors:
            self.add_error("upload", _("Choose what you want to add again: a browser does not keep it."))


class Described(forms.Form):
    """What somebody says of a document."""

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


class DocumentForm(AsksForFilesAgain, Described, CaseForm):
    """The file stands last: what was typed before it is read even when the file is too large."""

    upload = CheckedFilesField(label=gettext_lazy("Files"))

    def check_the_rest(self, given: dict[str, Any]) -> None:
        try:
            check_document(given["kind"], given["category"], given["dated"], timezone.localdate())
        except Refused as error:
            self.add_error(error.field, str(error))

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


class DocumentChangeForm(EditingForm, Described, KeyedForm):
    """Say better what a document is. The files stay."""

    field_order = ("title", "kind", "category", "dated")

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["title"].required = True
        self.fields["title"].help_text = ""

    @classmethod
    def showing(cls, document: Document) -> "DocumentChangeForm":
        names = ("title", "kind", "category")
        return cls(initial={name: getattr(document, name) for name in names} | {"dated": document.date})


class HideForm(KeyedForm):
    """Why a document does not belong here."""

    reason = forms.CharField(
        label=gettext_lazy("Why does it not belong here?"),
        max_length=300,
        widget=ShortText(attrs={"rows": 2}),
        help_text=gettext_lazy("For example: it is of somebody else, or it was added twice."),
    )
