"""The steps of a procedure, the natural one first."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.enums import ProcedureState
from cases.forms import procedure as forms
from cases.models import Procedure
from cases.operations import procedures as operations
from cases.operations import suspensions
from cases.permissions import Access, can_decide, can_work_on
from cases.views.objection_steps import BESIDE, DECIDING
from cases.views.procedure_step import ProcedureStep
from sociaal.accounts.models import User

S = ProcedureState


def _stands_still(one: Procedure, *, also_later: bool = False) -> bool:
    """Without a last day; or, `also_later`, with one that has not passed."""
    lasts = [row.until_date for row in one.suspensions.all()]
    return any(last is None or (also_later and last >= timezone.localdate()) for last in lasts)


STEPS = {
    step.name: step
    for step in (
        ProcedureStep(
            "investigate",
            _("Look into it"),
            _("The investigation has begun."),
            forms.StepForm,
            operations.investigate,
            lambda one: one.state == S.REPORTED,
        ),
        ProcedureStep(
            "apply",
            _("Application received"),
            _("The application is noted; the term for the decision runs."),
            forms.ApplyForm,
            operations.apply,
            lambda one: one.state in (S.REPORTED, S.INVESTIGATING),
            asks_who=True,
        ),
        ProcedureStep(
            "decide",
            _("Decide"),
            _("The decision is noted."),
            forms.DecideForm,
            operations.decide,
            lambda one: one.state == S.APPLIED,
            decides=True,
        ),
        ProcedureStep(
            "send",
            _("Decision sent"),
            _("The day of sending is noted; the term for objection runs."),
            forms.SendForm,
            operations.send_decision,
            lambda one: one.state == S.DECIDED and one.sent_date is None,
            hint=_(
                "A letter from here notes its day by itself. This is for a decision sent to who applied in "
                "another way."
            ),
        ),
        *DECIDING,
        ProcedureStep(
            "final",
            _("The decision is final"),
            _("The decision is final."),
            forms.StepForm,
            operations.make_final,
            lambda one: one.state == S.DECIDED and bool(one.sent_date) and not one.objection_runs,
            hint=_("Possible six weeks after it was sent, or after the decision on an objection was sent."),
        ),
        ProcedureStep(
            "suspend",
            _("Suspend the term"),
            _("The term stands still."),
            forms.SuspendForm,
            suspensions.suspend,
            lambda one: one.state == S.APPLIED and not _stands_still(one),
            hint=_(
                "For example from the day after you asked the resident to complete the "
                "application (Awb 4:15)."
            ),
        ),
        ProcedureStep(
            "resume",
            _("The term runs again"),
            _("The term runs again; its last day is worked out anew."),
            forms.ResumeForm,
            suspensions.resume_term,
            lambda one: one.state == S.APPLIED and _stands_still(one, also_later=True),
            hint=_("What you asked for has come, or the time for it is over."),
        ),
        ProcedureStep(
            "default",
            _("Notice of default received"),
            _("The notice of default is noted. Decide within two weeks."),
            forms.DefaultNoticeForm,
            operations.receive_default_notice,
            lambda one: (
                one.state in (S.APPLIED, S.DECIDED) and not (one.sent_date or one.default_notice_date)
            ),
            hint=_("The resident writes that we are too late. Two weeks later we owe a penalty (Awb 4:17)."),
        ),
        *BESIDE,
        ProcedureStep(
            "withdraw",
            _("The resident takes it back"),
            _("The procedure is ended."),
            forms.TakeBackForm,
            operations.withdraw_application,
            lambda one: one.state in (S.REPORTED, S.INVESTIGATING, S.APPLIED),
        ),
    )
}


def steps_for(procedure: Procedure, user: User, access: Access) -> list[ProcedureStep]:
    """The steps this user may take now, the natural one first."""
    works = can_work_on(access, procedure.case)
    decides = access.reads and can_decide(user, procedure.law)
    the_same = user.pk == procedure.mandate_holder_id
    return [
        step
        for step in STEPS.values()
        if step.possible(procedure)
        and (decides if step.decides else works)
        and not (step.by_another and the_same)
    ]
