"""What is noted along the way, each on its own small page: contact, task, appointment, goal, wait, role."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from cases.enums import WaitParty
from cases.forms.notes import AppointmentForm, ContactForm, GoalForm, RoleForm, TaskForm, WaitForm
from cases.models import Task, Wait
from cases.operations import contacts
from cases.permissions import check_directs, check_reads_case, check_works_on
from cases.views.sending import PAGE_OR_FORM, Words, case_address, case_called, case_step
from sociaal.accounts.permissions import user_of
from sociaal.audit.reading import shows
from sociaal.core.errors import NotFound

CONTACT = Words(_("Note a contact"), _("Save contact"), _("The contact is noted."))
TASK = Words(_("Add a task"), _("Add task"), _("The task is added."))
APPOINTMENT = Words(_("Plan an appointment"), _("Plan appointment"), _("The appointment is planned."))
GOAL = Words(_("Add a goal"), _("Add goal"), _("The goal stands in the plan."))
WAIT = Words(
    _("We wait for someone"),
    _("Start waiting"),
    _("The wait is noted; it counts until you say it has come."),
    _("Waiting for a decision or for help to start is noted by itself. This is for anything else."),
)
OTHERS = frozenset(WaitParty) - {WaitParty.US}
ROLE = Words(
    _("Name a case director or care coordinator"),
    _("Give this role"),
    _("The role is given."),
    _("They stand beside the contact person, never in their place. Someone who has the role now stops."),
)

REGIE = Words(
    _("Ask a case director"),
    _("Give this role"),
    _("The role is given."),
    _(
        "This case goes along regie: several parties, or not clear yet how. Ask a case director to direct "
        "it; the contact person stays, and stays the one whom the resident calls."
    ),
)


@require_http_methods(PAGE_OR_FORM)
def contact_new(request: HttpRequest, number: str) -> HttpResponse:
    """Note a contact."""
    return case_step(
        request,
        number,
        check=check_directs,
        form_class=ContactForm,
        operation=contacts.add_contact,
        words=CONTACT,
    )


@require_http_methods(PAGE_OR_FORM)
def task_new(request: HttpRequest, number: str) -> HttpResponse:
    """Add a task for one of us."""
    return case_step(
        request, number, check=check_directs, form_class=TaskForm, operation=contacts.add_task, words=TASK
    )


@require_http_methods(PAGE_OR_FORM)
def appointment_new(request: HttpRequest, number: str) -> HttpResponse:
    """Plan a meeting about the case."""
    return case_step(
        request,
        number,
        check=check_directs,
        form_class=AppointmentForm,
        operation=contacts.plan_appointment,
        words=APPOINTMENT,
    )


@require_http_methods(PAGE_OR_FORM)
def goal_new(request: HttpRequest, number: str) -> HttpResponse:
    """Add a goal to the plan."""
    return case_step(
        request, number, check=check_works_on, form_class=GoalForm, operation=contacts.add_goal, words=GOAL
    )


@require_http_methods(PAGE_OR_FORM)
def wait_new(request: HttpRequest, number: str) -> HttpResponse:
    """Say whom we wait for."""
    return case_step(
        request, number, check=check_directs, form_class=WaitForm, operation=contacts.wait_for, words=WAIT
    )


@require_http_methods(PAGE_OR_FORM)
def role_give(request: HttpRequest, number: str) -> HttpResponse:
    """Name the case director or care coordinator; who comes from a weighing that asks for regie reads why."""
    words = REGIE if "regie" in request.GET else ROLE
    return case_step(
        request, number, check=check_directs, form_class=RoleForm, operation=contacts.give_role, words=words
    )


@require_POST
def task_done(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """A task is done; doing it twice changes nothing."""
    case, now = case_called(number), timezone.now()
    access = check_reads_case(user_of(request), case, now)
    task = Task.objects.filter(case=case, pk=pk).select_related("case__resident").first()
    if task is None or not access.may_see(task.category):
        raise NotFound
    shows(request, [case.resident_id])
    contacts.finish_task(task=task, by=user_of(request), now=now)
    return redirect(_next(request, case_address(case)))


@require_POST
def wait_at_once(request: HttpRequest, number: str) -> HttpResponse:
    """In one click: it is somebody else's move now, and our next step waits for them. Who it is, when that
    is not said, is asked on its own page.
    """
    case, now = case_called(number), timezone.now()
    check_directs(user_of(request), case, now)
    on = request.POST.get("on", "")
    if on not in OTHERS:
        return redirect("wait_new", case.number)
    contacts.wait_for(
        case=case, on=on, why=str(_("an answer or papers")), instead=True, by=user_of(request), now=now
    )
    messages.success(request, str(WAIT.done))
    return redirect(case_address(case))


@require_POST
def wait_stop(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """What we waited for has come."""
    case, now = case_called(number), timezone.now()
    check_directs(user_of(request), case, now)
    wait = Wait.objects.filter(case=case, pk=pk).select_related("case__resident").first()
    if wait is None:
        raise NotFound
    contacts.stop_waiting(wait=wait, by=user_of(request), now=now)
    return redirect(case_address(case))


def _next(request: HttpRequest, fallback: str) -> str:
    """Back to "My work" for who came from there."""
    return "/" if request.POST.get("next") == "home" else fallback
