"""Teams and users."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from sociaal.accounts.roles import CASEWORKERS, STAFF, Role


class Team(models.Model):
    """A team of the front office; a regional cooperation has teams of several municipalities."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    municipality = models.CharField(_("municipality"), max_length=80)
    neighbourhoods = ArrayField(
        models.CharField(max_length=80), default=list, verbose_name=_("neighbourhoods")
    )

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """A user with a usable password, or without any when none is given."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """Someone who signs in: staff or a partner professional. Roles say what they come for."""

    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    phone = models.CharField(_("phone"), max_length=20, blank=True)
    roles = ArrayField(models.CharField(max_length=20, choices=Role), default=list, verbose_name=_("roles"))
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="members")
    expertise = ArrayField(
        models.CharField(max_length=20), default=list, blank=True, help_text=_("Codes of laws.")
    )
    mandates = ArrayField(
        models.CharField(max_length=20),
        default=list,
        blank=True,
        help_text=_("Laws under which this user may decide."),
    )
    is_active = models.BooleanField(_("active"), default=True)
    joined_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    objects = UserManager()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(roles__contained_by=[str(role) for role in Role]), name="user_roles_known"
            )
        ]

    def __str__(self) -> str:
        return self.name

    def has_role(self, *roles: str) -> bool:
        """Whether the user has any of these roles."""
        return any(role in self.roles for role in roles)

    @property
    def is_caseworker(self) -> bool:
        return self.has_role(*CASEWORKERS)

    @property
    def is_staff_member(self) -> bool:
        return self.has_role(*STAFF)

    # Django's permission framework is not used; allauth and templates ask for these
    is_staff = False
    is_superuser = False

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        return False

    def has_perms(self, perms: Any, obj: Any = None) -> bool:
        return False

    def has_module_perms(self, app_label: str) -> bool:
        return False


class StartPassword(models.Model):
    """An administrator gave the present password: until it expires it serves to choose another."""

    user = models.OneToOneField(User, models.CASCADE, primary_key=True, related_name="start_password")
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.user_id} until {self.expires_at:%Y-%m-%d %H:%M}"


class SavedList(models.Model):
    """What somebody asks of a list again and again: its filters and order, under a name of their own.

    `page`: the URL name of the list (`registry.lists`). `asked`: the query string, without its "?".
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="saved_lists")
    page = models.CharField(max_length=40)
    name = models.CharField(_("name"), max_length=40)
    asked = models.CharField(max_length=300)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [models.UniqueConstraint(fields=["user", "page", "name"], name="saved_list_once")]

    def __str__(self) -> str:
        return f"{self.page}: {self.name}"


class CalendarLink(models.Model):
    """The secret address under which somebody's own calendar program reads their agenda. Only a hash is kept:
    who loses the address makes another, and the old one is none any more.
    """

    user = models.OneToOneField(User, models.CASCADE, primary_key=True, related_name="calendar_link")
    secret_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.user_id} since {self.made_at:%Y-%m-%d %H:%M}"
