"""What the name of a file that came in is allowed to be."""

import re
import unicodedata

from cases.documents.types import FileType

LONGEST = 120
NOT_SHOWN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Control characters, marks that turn the direction of text around, and what is no character at all."""
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
"""Names of devices in Windows."""


def safe_name(name: str, file_type: FileType, otherwise: str = "document") -> str:
    """The name without folders and what cannot be seen, ending as its type does. `otherwise` when nothing is
    left of it.
    """
    text = unicodedata.normalize("NFC", name.replace("\\", "/")).rsplit("/", 1)[-1]
    text = "".join(sign for sign in text if unicodedata.category(sign) not in NOT_SHOWN)
    text = re.sub(r'[<>:"|?*]', "_", " ".join(text.split())).strip(". ")
    ending = next((one for one in file_type.endings if text.lower().endswith(one)), "")
    stem = (text[: -len(ending)] if ending else text).strip(". ")
    if RESERVED.fullmatch(stem.split(".")[0].strip()):
        stem = f"_{stem}"
    ending = ending or file_type.endings[0]
    return (stem[: LONGEST - len(ending)].strip(". ") or otherwise) + ending
