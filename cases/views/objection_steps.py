"""The steps of an objection, what follows naturally first; and telling that a decision comes later."""

from django.utils.translation import gettext_lazy as _

from cases.enums import ProcedureState
from cases.forms import objection as forms
from cases.models import Procedure
from cases.operations import delays
from cases.operations import objections as operations
from cases.views.procedure_step import ProcedureStep

S = ProcedureState


def _to_treat(one: Procedure) -> bool:
    """An objection runs, and there is no decision on it."""
    return one.objection_runs and not one.objection_outcome


def _awaits_decision(one: Procedure) -> bool:
    """A decision of ours is waited for: on the application, or on an objection."""
    applied = one.state in (S.APPLIED, S.DECIDED) and one.sent_date is None
    return applied or (one.objection_runs and one.sent_date is not None)


DECIDING = (
    ProcedureStep(
        "objection_decide",
        _("Decide on the objection"),
        _("The decision on the objection is noted. Send it now: only then it counts."),
        forms.ObjectionDecisionForm,
        operations.decide_objection,
        lambda one: _to_treat(one) and one.sent_date is not None,
        decides=True,
        by_another=True,
        hint=_("Look at the whole decision again (Awb 7:11). When it changes, the first one stays readable."),
    ),
    ProcedureStep(
        "objection_send",
        _("Decision on the objection sent"),
        _("The day of sending is noted. The resident has six weeks to go to court."),
        forms.ObjectionSentForm,
        operations.send_objection_decision,
        lambda one: one.objection_runs and one.objection_decided_date is not None,
        hint=_(
            "A letter from here notes its day by itself. This is for a decision sent to who applied in "
            "another way."
        ),
    ),
)
"""The decision on an objection: what follows naturally."""

BESIDE = (
    ProcedureStep(
        "committee",
        _("A committee advises"),
        _("It is noted that a committee advises. The term is twelve weeks."),
        forms.CommitteeForm,
        operations.ask_committee,
        lambda one: _to_treat(one) and one.committee_date is None,
        hint=_("Then the term is twelve weeks, as long as the resident was told in time (Awb 7:13)."),
    ),
    ProcedureStep(
        "postpone",
        _("Put off the decision on the objection"),
        _("The decision on the objection is put off; the term ends on the new day."),
        forms.PostponeForm,
        operations.postpone_objection,
        lambda one: _to_treat(one) and one.sent_date is not None,
        hint=_(
            "Once, by six weeks at most, while the term still runs; further when the resident agrees. Tell "
            "them in writing (Awb 7:10)."
        ),
    ),
    ProcedureStep(
        "delay",
        _("Told that the decision comes later"),
        _("It is noted what you told the resident."),
        forms.DelayForm,
        delays.tell_delay,
        _awaits_decision,
        hint=_(
            "When we cannot decide in time we say so and name a day as soon as possible (Awb 4:14). What is "
            "late stays late."
        ),
    ),
    ProcedureStep(
        "objection",
        _("Objection received"),
        _("The objection is noted."),
        forms.ObjectionForm,
        operations.receive_objection,
        lambda one: one.state in (S.DECIDED, S.FINAL) and one.objection_date is None,
    ),
    ProcedureStep(
        "objection_back",
        _("The resident takes the objection back"),
        _("It is noted that the objection was taken back."),
        forms.TakenBackForm,
        operations.withdraw_objection,
        _to_treat,
    ),
)
"""What may come of it meanwhile, and that any decision comes later."""
