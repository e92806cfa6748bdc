"""The questions of the conversation: which version it is held with, and how a new one comes into use.

By an administrator, always logged. Only a concept can be changed; the database holds that too.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Max, QuerySet
from django.utils.translation import gettext as _

from cases.enums import LifeDomain
from cases.operations.recording import step
from intake.enums import QuestionSetState
from intake.models import Conversation, Question, QuestionSet
from intake.queries.question_sets import changes_in, mark_of, questions_of
from sociaal.accounts.models import User
from sociaal.accounts.permissions import check_administers
from sociaal.audit.log import wrote
from sociaal.core.errors import Conflict, NotFound, Refused


@dataclass(frozen=True)
class QuestionText:
    """What an administrator types: Dutch, perhaps English, and the facts with which it is asked."""

    text_nl: str
    text_en: str = ""
    only_when: tuple[str, ...] = ()


class QuestionChangedError(Conflict):
    """Another administrator changed the same question meanwhile. `theirs` is how it stands now."""

    def __init__(self, theirs: Question) -> None:
        who = theirs.changed_by.name if theirs.changed_by else _("somebody else")
        super().__init__(
            _("%(name)s changed this question while you were writing. Nothing is lost: look at both.")
            % {"name": who}
        )
        self.theirs = theirs


def pin_questions(conversation: Conversation) -> None:
    """From now on this conversation shows the version that is in use now. What has one keeps it.

    Called in the operation that first writes in a conversation, which holds its lock and has checked who
    may.
    """
    if conversation.question_set_id is not None:
        return
    conversation.question_set = QuestionSet.objects.get(state=QuestionSetState.IN_USE)
    conversation.save(update_fields=["question_set"])


@transaction.atomic
def make_concept(*, by: User, now: datetime) -> QuestionSet:
    """A new version that begins as a copy of the one in use. Raises Refused when there is a concept."""
    check_administers(by)
    in_use = QuestionSet.objects.select_for_update().get(state=QuestionSetState.IN_USE)
    latest = QuestionSet.objects.aggregate(latest=Max("version"))["latest"]
    try:
        with transaction.atomic():
            row = QuestionSet.objects.create(version=latest + 1, made_by=by, made_at=now)
    except IntegrityError:
        raise Refused(_("There is a concept already. Work on that one, or throw it away first.")) from None
    copies = questions_of(in_use)
    for one in copies:
        one.pk, one.question_set, one.copied_from_id, one.version = None, row, one.pk, 0
    Question.objects.bulk_create(copies)
    wrote("make_questions", by=by, now=now, about=row)
    return row


@transaction.atomic
def add_question(
    *, question_set: QuestionSet, domain: str, given: QuestionText, by: User, now: datetime
) -> Question:
    """A prompt more, below the others. Raises Refused for the same text twice in a domain."""
    row = _concept(question_set, by)
    others = Question.objects.filter(question_set=row, domain=LifeDomain(domain))
    _check_new(given, others)
    last = others.aggregate(last=Max("order"))["last"] or 0
    question = Question.objects.create(
        question_set=row, domain=LifeDomain(domain), order=last + 1, text_nl=given.text_nl.strip(),
        text_en=given.text_en.strip(), only_when=sorted(given.only_when), changed_by=by,
    )  # fmt: skip
    wrote("add_question", by=by, now=now, about=question, domain=domain)
    return question


@transaction.atomic
def change_question(
    *, question: Question, given: QuestionText, seen: int, by: User, now: datetime
) -> Question:
    """Other words or conditions. An opening question has no conditions: it is always asked.

    `seen` is the version the form was filled in against. Raises QuestionChangedError when another changed it
    since, Refused for the same text twice in a domain, NotFound when it is gone.
    """
    row = _question(question, by)
    if row.version != seen:
        raise QuestionChangedError(row)
    _check_new(
        given, Question.objects.filter(question_set=row.question_set, domain=row.domain).exclude(pk=row.pk)
    )
    row.text_nl, row.text_en = given.text_nl.strip(), given.text_en.strip()
    row.only_when = [] if row.is_opening else sorted(given.only_when)
    row.version, row.changed_by = row.version + 1, by
    row.save()
    wrote("change_question", by=by, now=now, about=row, domain=row.domain)
    return row


@transaction.atomic
def move_question(*, question: Question, up: bool, by: User, now: datetime) -> Question:
    """One place up or down among the prompts of its domain. At the end nothing moves."""
    row = _question(question, by)
    prompts = Question.objects.filter(question_set=row.question_set, domain=row.domain, is_opening=False)
    order = list(prompts.order_by("order", "pk").values_list("pk", flat=True))
    if row.pk not in order:
        raise Refused(_("The opening question always comes first."))
    place = order.index(row.pk)
    there = max(0, min(len(order) - 1, place - 1 if up else place + 1))
    order.insert(there, order.pop(place))
    for number, key in enumerate(order, start=1):
        Question.objects.filter(pk=key).exclude(order=number).update(order=number)
    if there != place:
        wrote("move_question", by=by, now=now, about=row, domain=row.domain)
    return row


@transaction.atomic
def remove_question(*, question: Question, seen: int, by: User, now: datetime) -> None:
    """Leave a prompt out of the new version. Raises Refused for an opening question, QuestionChangedError."""
    row = _question(question, by)
    if row.is_opening:
        raise Refused(_("Every life domain needs its opening question. You can change its words."))
    if row.version != seen:
        raise QuestionChangedError(row)
    wrote("remove_question", by=by, now=now, about=row, domain=row.domain)
    row.delete()


@transaction.atomic
def publish_questions(*, question_set: QuestionSet, seen: str, by: User, now: datetime) -> QuestionSet:
    """Use this version from now on; conversations that have begun keep their own.

    `seen` is the mark of what was looked at (`mark_of`). Raises Conflict when it changed since, Refused when
    it changes nothing or a domain lacks its opening question.
    """
    row = _concept(question_set, by)
    if mark_of(row) != seen:
        raise Conflict(_("Another administrator changed this version meanwhile. Look at the changes again."))
    opened = {one.domain for one in questions_of(row) if one.is_opening}
    if opened != set(LifeDomain):
        raise Refused(_("Every life domain needs its opening question. You can change its words."))
    if not changes_in(row):
        raise Refused(_("This version is the same as the one in use."))
    before = QuestionSet.objects.select_for_update().get(state=QuestionSetState.IN_USE)
    before.retired_at, row.in_use_from = now, now
    step(before, "retire")
    before.save()
    step(row, "publish")
    row.save()
    wrote("publish_questions", by=by, now=now, about=row)
    return row


@transaction.atomic
def discard_concept(*, question_set: QuestionSet, by: User, now: datetime) -> None:
    """Throw a concept away; the version in use stays. No conversation was held with it."""
    row = _concept(question_set, by)
    wrote("discard_questions", by=by, now=now, about=row)
    row.delete()


def _concept(question_set: QuestionSet, by: User) -> QuestionSet:
    """The version, locked, for an administrator. Raises Refused when it is no concept (any more)."""
    check_administers(by)
    row = QuestionSet.objects.select_for_update().filter(pk=question_set.pk).first()
    if row is None:
        raise NotFound
    if row.state != QuestionSetState.CONCEPT:
        raise Refused(_("This version cannot be changed any more. Make a new one."))
    return row


def _question(question: Question, by: User) -> Question:
    """The question with its version locked. Raises NotFound when it is gone."""
    _concept(question.question_set, by)
    row = Question.objects.select_related("question_set", "changed_by").filter(pk=question.pk).first()
    if row is None:
        raise NotFound
    return row


def _check_new(given: QuestionText, others: QuerySet[Question]) -> None:
    if others.filter(text_nl__iexact=given.text_nl.strip()).exists():
        raise Refused(_("This question is asked in this life domain already."), field="text_nl")
