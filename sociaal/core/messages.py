"""The one catalogue of everything people read, without system gettext: Babel extracts, updates and compiles.

English msgids stand in the code and the templates; the Dutch stands in `locale/nl`. Development only: the
product reads the compiled catalogue.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir, extract_python
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation import template

KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
ROOMS = ("sociaal", "cases", "intake", "regie", "templates")
CATALOGUE = Path(settings.BASE_DIR) / "locale" / "nl" / "LC_MESSAGES" / "django.po"


def extract_template(fileobj: Any, keywords: Any, comment_tags: Any, options: Any) -> Iterator[Any]:
    """Babel's extraction method for Django templates, which Django turns into calls that Python's finds."""
    lines = template.templatize(fileobj.read().decode("utf-8")).splitlines()
    text = "\n".join(line.strip() for line in lines)  # a template's indentation means nothing to Python
    return extract_python(
        BytesIO(text.encode("utf-8")), keywords, comment_tags, {**options, "encoding": "utf-8"}
    )


METHODS: list[tuple[str, Any]] = [
    ("**.py", "python"),
    ("**.html", extract_template),
    ("**.txt", extract_template),
]


def extracted() -> Catalog:
    """Everything in the code and templates that people read, with where it stands."""
    found = Catalog(locale="nl", domain="django", project="Sociaal", charset="utf-8")
    for room in ROOMS:
        root = Path(settings.BASE_DIR) / room
        for name, line, message, comments, context in extract_from_dir(
            root, METHODS, keywords=KEYWORDS, comment_tags=["Translators:"]
        ):
            if "migrations/" not in name:
                found.add(
                    message, locations=[(f"{room}/{name}", line)], auto_comments=comments, context=context
                )
    return found


def catalogue() -> Catalog:
    """The Dutch catalogue as it is now."""
    if not CATALOGUE.exists():
        return Catalog(locale="nl", domain="django", project="Sociaal", charset="utf-8")
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="nl", domain="django")


def update() -> Catalog:
    """Bring the catalogue in step with the code: new messages are added empty, unused ones removed."""
    present, found = catalogue(), extracted()
    present.update(found, no_fuzzy_matching=True, update_creation_date=False)
    present.obsolete.clear()
    write(present)
    return present


def write(present: Catalog) -> None:
    """Without line numbers and dates, so that a change of code alone changes no catalogue."""
    present.header_comment = "# What people read, in Dutch at level B1. The words: the glossary of the field."
    present.fuzzy = False
    for message in present:
        message.locations = [(name, 0) for name in sorted({name for name, _line in message.locations})]
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    with CATALOGUE.open("wb") as file:
        write_po(file, present, width=110, sort_output=True, omit_header=False, include_lineno=False)
