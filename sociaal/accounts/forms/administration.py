"""Forms of the administrator's pages."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from sociaal.accounts.models import Team, User
from sociaal.accounts.policies import Profile
from sociaal.accounts.roles import Role
from sociaal.core.editing import EditingForm
from sociaal.core.laws import Law


class Lines(forms.CharField):
    """A list, one a line."""

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value


class TeamForm(EditingForm):
    """A team; neighbourhoods one a line."""

    name = forms.CharField(label=_("Name"), max_length=80)
    municipality = forms.CharField(label=_("Municipality"), max_length=80)
    neighbourhoods = Lines(
        label=_("Neighbourhoods"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("One a line. For residents who live there this team is suggested first."),
    )

    @classmethod
    def showing(cls, team: Team | None) -> "TeamForm":
        """The form as it opens: of this team, or empty for a new one."""
        if team is None:
            return cls(initial={"municipality": settings.MUNICIPALITY})
        return cls(initial={name: getattr(team, name) for name in ("name", "municipality", "neighbourhoods")})

    def clean_neighbourhoods(self) -> list[str]:
        """The lines as a list, without empty and double ones, in the order given."""
        lines = (" ".join(line.split()) for line in self.cleaned_data["neighbourhoods"].splitlines())
        kept = list(dict.fromkeys(line for line in lines if line))
        if any(len(line) > 80 for line in kept):
            raise forms.ValidationError(_("A name of a neighbourhood can have 80 characters at most."))
        return kept


class UserForm(EditingForm):
    """An account of staff or a partner professional."""

    name = forms.CharField(label=_("Name"), max_length=120)
    email = forms.EmailField(label=_("E-mail address"), help_text=_("With this they sign in."))
    phone = forms.CharField(label=_("Phone"), max_length=20, required=False)
    roles = forms.MultipleChoiceField(
        label=_("Roles"),
        choices=Role,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one role.")},
    )
    team = forms.ModelChoiceField(
        Team.objects.all(), label=_("Team"), required=False, empty_label=_("No team")
    )
    expertise = forms.MultipleChoiceField(
        label=_("Knows much about"), choices=Law, widget=forms.CheckboxSelectMultiple, required=False
    )
    mandates = forms.MultipleChoiceField(
        label=_("May decide under"), choices=Law, widget=forms.CheckboxSelectMultiple, required=False
    )

    @classmethod
    def showing(cls, user: User | None) -> "UserForm":
        """The form as it opens: of this user, or empty for a new one."""
        if user is None:
            return cls()
        return cls(initial={name: getattr(user, name) for name in cls.base_fields if name != "seen"})

    def profile(self) -> Profile:
        """What was filled in, for the operation. Only of a valid form."""
        given: dict[str, Any] = self.cleaned_data
        lists = {name: tuple(given[name]) for name in ("roles", "expertise", "mandates")}
        return Profile(
            name=given["name"], email=given["email"], phone=given["phone"], team=given["team"], **lists
        )
