"""A letter's words, with only what the test is about spelled out."""

from cases.letters.text import LetterText, Section


def letter_text(
    *, reference: str = "B2026-000001", title: str = "Verslag", text: str = "Wij spraken met u.", **other
) -> LetterText:
    facts = {
        "language": "nl",
        "title": title,
        "sender": "Gemeente Voorbeeldstad",
        "return_address": "Postbus 1, 9999 AA Voorbeeldstad",
        "to": ("Aaltje de Testpersoon", "Lindelaan 4", "9999 XA  VOORBEELDSTAD"),
        "facts": (("Datum", "18 november 2026"), ("Ons kenmerk", reference)),
        "opening": "Beste Aaltje de Testpersoon,",
        "sections": (Section("Uw vraag", text),),
        "closing": ("Met vriendelijke groet,", "Anna"),
        "page": "Pagina {page} van {total}",
    }
    return LetterText(**(facts | other))
