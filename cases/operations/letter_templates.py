"""Making a new version of the words of a letter, and bringing it into use.

By an administrator, always logged. Only a concept can be changed; the database holds that too.
"""

from datetime import datetime

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from cases.enums import TemplateState
from cases.letters.kinds import TEMPLATE_KINDS, TemplateKind
from cases.letters.templating import HEADING, TEXT, TITLE, Wording, faults_in, missing_in
from cases.models import LetterTemplate
from cases.operations.recording import step
from sociaal.accounts.models import User
from sociaal.accounts.permissions import check_administers
from sociaal.audit.log import wrote
from sociaal.core.errors import Conflict, NotFound, Refused


class TemplateChangedError(Conflict):
    """Another administrator changed the same words meanwhile. `theirs` is how they stand now."""

    def __init__(self, theirs: LetterTemplate) -> None:
        who = theirs.changed_by.name if theirs.changed_by else _("somebody else")
        super().__init__(
            _("%(name)s changed these words while you were writing. Nothing is lost: look at both.")
            % {"name": who}
        )
        self.theirs = theirs


@transaction.atomic
def make_template_concept(*, kind: str, by: User, now: datetime) -> LetterTemplate:
    """A new version that begins as a copy of the one in use. Raises Refused when there is a concept."""
    check_administers(by)
    in_use = LetterTemplate.objects.select_for_update().filter(kind=kind, state=TemplateState.IN_USE).first()
    if in_use is None:
        raise NotFound
    latest = LetterTemplate.objects.filter(kind=kind).aggregate(latest=Max("version"))["latest"]
    try:
        with transaction.atomic():
            row = LetterTemplate.objects.create(
                kind=kind, version=latest + 1, words=in_use.words, made_by=by, made_at=now
            )
    except IntegrityError:
        raise Refused(_("There is a concept already. Work on that one, or throw it away first.")) from None
    wrote("make_letter_template", by=by, now=now, about=row, letter=kind)
    return row


@transaction.atomic
def word_template(
    *, template: LetterTemplate, language: str, wording: Wording, seen: int, by: User, now: datetime
) -> LetterTemplate:
    """Other words in one language. `seen` is the `change` the form was filled in against.

    Raises TemplateChangedError when another changed it since, Refused for a field that is not known, a brace
    that is not closed, or a letter without what the law asks for.
    """
    row = _concept(template, by)
    if language not in dict(settings.LANGUAGES):
        raise NotFound
    if row.change != seen:
        raise TemplateChangedError(row)
    check_wording(wording, TEMPLATE_KINDS[row.kind])
    row.words = {**row.words, language: wording.as_data()}
    row.change, row.changed_by = row.change + 1, by
    row.save(update_fields=["words", "change", "changed_by"])
    wrote("word_letter_template", by=by, now=now, about=row, letter=row.kind, language=language)
    return row


def check_wording(wording: Wording, kind: TemplateKind) -> None:
    """Raises Refused with the first thing that is wrong; a form finds them all, each at its field."""
    if not wording.title.strip():
        raise Refused(_("Every letter has a title."))
    parts = [(wording.title, TITLE), *((one.heading, HEADING) for one in wording.sections)]
    for text, part in (*parts, *((one.text, TEXT) for one in wording.sections)):
        for fault in faults_in(text, kind, part):
            raise Refused(fault)
    for field in missing_in(wording, kind):
        raise Refused(lacking(field.code, str(field.label), kind.article))


def lacking(code: str, label: str, article: str) -> str:
    """The sentence about a field that must be in the letter."""
    said = {"field": code, "label": label, "article": article}
    if article:
        return _("Put %(field)s (%(label)s) in one of the texts: %(article)s asks for it.") % said
    return _("Put %(field)s (%(label)s) in one of the texts: the letter does not work without it.") % said


@transaction.atomic
def publish_template(*, template: LetterTemplate, seen: int, by: User, now: datetime) -> LetterTemplate:
    """Letters are made with these words from now on; those that were made keep theirs.

    Raises Conflict when it changed since `seen`, Refused when it changes nothing or is not whole.
    """
    row = _concept(template, by)
    if row.change != seen:
        raise Conflict(_("Another administrator changed this version meanwhile. Look at the changes again."))
    for language, _name in settings.LANGUAGES:
        check_wording(row.wording(language), TEMPLATE_KINDS[row.kind])
    before = LetterTemplate.objects.select_for_update().get(kind=row.kind, state=TemplateState.IN_USE)
    if before.words == row.words:
        raise Refused(_("This version is the same as the one in use."))
    before.retired_at, row.in_use_from = now, now
    step(before, "retire")
    before.save(update_fields=["state", "retired_at"])
    step(row, "publish")
    row.save(update_fields=["state", "in_use_from"])
    wrote("publish_letter_template", by=by, now=now, about=row, letter=row.kind)
    return row


@transaction.atomic
def discard_template_concept(*, template: LetterTemplate, by: User, now: datetime) -> None:
    """Throw a concept away; the version in use stays. No letter was made from it."""
    row = _concept(template, by)
    wrote("discard_letter_template", by=by, now=now, about=row, letter=row.kind)
    row.delete()


def _concept(template: LetterTemplate, by: User) -> LetterTemplate:
    """The version, locked, for an administrator. Raises Refused when it is no concept (any more)."""
    check_administers(by)
    rows = LetterTemplate.objects.select_for_update(of=("self",)).select_related("changed_by")
    row = rows.filter(pk=template.pk).first()
    if row is None:
        raise NotFound
    if row.state != TemplateState.CONCEPT:
        raise Refused(_("This version cannot be changed any more. Make a new one."))
    return row
