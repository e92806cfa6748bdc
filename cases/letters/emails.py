"""What our e-mails say: nothing about anybody. An e-mail is read on the way and by who shares a mailbox."""

from dataclasses import dataclass

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from cases.enums import EmailKind


@dataclass(frozen=True)
class Words:
    subject: str
    body: str


def words_of(kind: str, language: str) -> Words:
    """The e-mail of this kind. Raises ValueError for a kind that is not known."""
    with translation.override(language):
        return {EmailKind.LETTER_COMING: _letter_coming}[EmailKind(kind)]()


def _letter_coming() -> Words:
    named = {"municipality": settings.MUNICIPALITY, "phone": settings.MUNICIPALITY_PHONE}
    return Words(
        subject=_("You get a letter from the municipality of %(municipality)s") % named,
        body=_(
            "Good day,\n\n"
            "Within a few days you get a letter from us by post. You need not do anything now.\n\n"
            "Do you have a question? Call %(phone)s. We never ask for personal data by e-mail, and there is "
            "no link in this message.\n\n"
            "Do not answer this e-mail: nobody reads it.\n\n"
            "Municipality of %(municipality)s"
        )
        % named,
    )
