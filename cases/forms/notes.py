"""Small forms of the case: contact, task, appointment, goal, wait, role."""

import json
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.enums import CaseRoleKind, ContactKind, DataCategory, LifeDomain, WaitParty
from cases.forms.base import KeyedForm
from cases.models import Case
from cases.operations.contacts import roles_in
from cases.queries.colleagues import colleagues_who_read, holders_of_roles
from sociaal.accounts.models import User
from sociaal.core.errors import DomainError
from sociaal.core.widgets import DateInput, DateTimeInput, ShortText


class CaseForm(KeyedForm):
    """A form about one case, filled in by one user."""

    def __init__(self, data: Any = None, *, case: Case, user: User, **options: Any) -> None:
        super().__init__(data, **options)
        self.case, self.user = case, user


class Colleague(forms.ModelChoiceField):
    """A colleague by name, with the team behind it."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.name} ({obj.team})" if obj.team_id else obj.name


class ContactForm(CaseForm):
    summary = forms.CharField(
        label=_("In short, what was said or done?"),
        widget=ShortText,
        max_length=4000,
        help_text=_("The resident may read this. Write what is needed, not more."),
    )
    kind = forms.ChoiceField(label=_("How?"), choices=ContactKind, widget=forms.RadioSelect, initial="phone")
    with_resident = forms.BooleanField(label=_("With the resident"), required=False, initial=True)
    at = forms.DateTimeField(
        label=_("When?"), required=False, widget=DateTimeInput, help_text=_("Leave empty for now.")
    )
    category = forms.ChoiceField(
        label=_("What is it about?"),
        choices=DataCategory,
        initial=DataCategory.GENERAL,
        help_text=_(
            "Youth and safety, and police and justice, are not shown to colleagues who only read along."
        ),
    )


class TaskForm(CaseForm):
    title = forms.CharField(label=_("What must be done?"), max_length=160)
    assignee = Colleague(queryset=None, label=_("By whom?"), empty_label=None)
    due_date = forms.DateField(label=_("Before which day?"), required=False, widget=DateInput)

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        field = self.choices_of("assignee")
        field.queryset = colleagues_who_read(self.case, timezone.now())
        field.initial = self.user.pk


class AppointmentForm(CaseForm):
    title = forms.CharField(label=_("What?"), max_length=120)
    at = forms.DateTimeField(label=_("When?"), widget=DateTimeInput)
    place = forms.CharField(label=_("Where?"), max_length=120, required=False)


class GoalForm(CaseForm):
    words = forms.CharField(
        label=_("What does the resident want to reach, in their own words?"), widget=ShortText, max_length=300
    )
    domain = forms.ChoiceField(label=_("In which part of life?"), choices=LifeDomain)
    category = forms.ChoiceField(label=_("What is it about?"), choices=DataCategory)


class WaitForm(CaseForm):
    on = forms.ChoiceField(label=_("Whom do we wait for?"), choices=WaitParty, widget=forms.RadioSelect)
    why = forms.CharField(label=_("What do we wait for?"), max_length=200)
    instead = forms.BooleanField(
        label=_("Our own next step waits until it has come"),
        required=False,
        initial=True,
        help_text=_("Then the case no longer waits on us. Untick it when you go on meanwhile."),
    )


class RoleForm(CaseForm):
    """`seen`: who has which role as the form shows it."""

    seen = forms.JSONField(required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label=_("Which role?"), choices=CaseRoleKind, widget=forms.RadioSelect, initial="case_director"
    )
    user: Any = Colleague(queryset=None, label=_("Who?"), empty_label=_("Choose a colleague"))

    def __init__(self, data: Any = None, *, case: Case, user: User, **options: Any) -> None:
        super().__init__(data, case=case, user=user, **options)
        self.choices_of("user").queryset = holders_of_roles()
        self.initial["seen"] = roles_in(case)

    def refuse(self, error: DomainError) -> None:
        """After it was said who got the role meanwhile, saving again gives it to the one chosen here."""
        super().refuse(error)
        if self.conflict:
            self.data = {
                **{name: self.data.get(name) for name in self.data},
                "seen": json.dumps(roles_in(self.case)),
            }


class NoQuestions(CaseForm):
    """Only the button: the step needs nothing more."""
