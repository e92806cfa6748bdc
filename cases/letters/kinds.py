"""Per kind of letter: which fields its template may use, and which it must. Pure.

What must be in it follows from the law: the reasons (Awb 3:46, 3:47) and how to object (Awb 3:45) in a
decision; client support in the receipt of a question (Wmo 2015 2.3.2 lid 3); the new day when we are late
(Awb 4:14) or put off a decision on an objection (7:10); what stands still and why (4:15); the reasons of a
decision on an objection (7:12) and how to go to court (6:23).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from cases.enums import DecisionOutcome, LetterKind
from cases.letters.fields import FIELDS, Field

K = LetterKind
ALWAYS = (
    "resident_name", "today", "case_number", "subject", "municipality", "municipality_phone",
    "contact_name", "contact_phone",
)  # fmt: skip
PROCEDURE = ("law", "reported_date")
OBJECTION = (*PROCEDURE, "applied_date", "decided_date", "objection_date")
APPLICATION = (*PROCEDURE, "applied_date", "due_date")


@dataclass(frozen=True)
class TemplateKind:
    """`needs`: fields without which the letter would not do what the law asks of it, with the article.

    `of_procedure`: it is written about a procedure; else about a case.
    """

    kind: LetterKind
    own: tuple[str, ...]
    needs: tuple[str, ...] = ()
    article: str = ""
    of_procedure: bool = False

    @property
    def fields(self) -> list[Field]:
        """What its template may use, in the order of the list shown to the administrator."""
        names = dict.fromkeys((*self.needs, *self.own, *ALWAYS))
        return [FIELDS[name] for name in names]


def _decision(kind: LetterKind) -> TemplateKind:
    own = (*APPLICATION, "decided_date", "reasons", "conditions", "delivery_form", "objection_clause")
    needs = ("reasons", "objection_clause")
    return TemplateKind(kind, own, needs, "Awb 3:45, 3:46", of_procedure=True)


TEMPLATE_KINDS: Mapping[str, TemplateKind] = {
    one.kind: one
    for one in (
        TemplateKind(
            K.RECEIPT, ("reported_date", "own_plan_date"), ("support_clause", "own_plan_date"),
            "Wmo 2015 2.3.2",
        ),
        TemplateKind(
            K.INVITATION, ("appointment_when", "appointment_place", "support_clause"), ("appointment_when",)
        ),
        TemplateKind(K.NEW_CONTACT, ("former_contact",), ("contact_name",)),
        TemplateKind(
            K.TERM_SUSPENDED, (*APPLICATION, "suspended_from", "suspended_until", "suspended_why"),
            ("suspended_from", "suspended_why"), "Awb 4:15", of_procedure=True,
        ),
        TemplateKind(
            K.DECISION_LATE, (*APPLICATION, "new_due_date"), ("new_due_date",), "Awb 4:14", of_procedure=True
        ),
        TemplateKind(
            K.NOTICE_RECEIVED, (*APPLICATION, "notice_date", "decide_before"),
            ("notice_date", "decide_before"), "Awb 4:17", of_procedure=True,
        ),
        _decision(K.DECISION_GRANTED),
        _decision(K.DECISION_PARTLY),
        _decision(K.DECISION_REFUSED),
        TemplateKind(
            K.OBJECTION_POSTPONED, (*OBJECTION, "new_due_date", "agreed_date"), ("new_due_date",),
            "Awb 7:10", of_procedure=True,
        ),
        TemplateKind(
            K.OBJECTION_DECISION,
            (*OBJECTION, "objection_decided_date", "objection_outcome", "objection_reasons", "instead",
             "instead_reasons", "appeal_clause"),
            ("objection_outcome", "objection_reasons", "appeal_clause"), "Awb 6:23, 7:12", of_procedure=True,
        ),
    )
}  # fmt: skip

DECISIONS: Mapping[str, LetterKind] = {
    DecisionOutcome.GRANTED: K.DECISION_GRANTED,
    DecisionOutcome.PARTLY: K.DECISION_PARTLY,
    DecisionOutcome.REFUSED: K.DECISION_REFUSED,
}
"""The letter of each outcome."""
DECIDED = frozenset({*DECISIONS.values(), K.OBJECTION_DECISION})
"""Letters that are a decision: under them stands in whose name it was made."""
