"""How a question reached the municipality."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Channel(TextChoices):
    PHONE = "phone", _("Phone")
    COUNTER = "counter", _("Counter")
    EMAIL = "email", _("E-mail")
    LETTER = "letter", _("Letter")
    WEBSITE = "website", _("Website")
    HOME_VISIT = "home_visit", _("Home visit")
    PARTNER = "partner", _("Through a partner")


class Reporter(TextChoices):
    """Who brings the help question."""

    RESIDENT = "resident", _("Resident")
    FAMILY = "family", _("Family or network")
    GP = "gp", _("GP")
    SCHOOL = "school", _("School")
    HOUSING = "housing", _("Housing corporation")
    COLLEAGUE = "colleague", _("Colleague")
    EARLY_SIGNAL = "early_signal", _("Early signal of debts")
    OTHER = "other", _("Someone else")


class RedFlag(TextChoices):
    """Asked at registration, because each changes the term (see the life domains page of the domain)."""

    UNSAFE = "unsafe", _("Unsafe at home, or a child at risk")
    EVICTION = "eviction", _("Eviction")
    UTILITIES = "utilities", _("Gas, electricity, heating or water being cut off")
    INSURANCE = "insurance", _("Health insurance being ended")
    NO_FOOD = "no_food", _("No money for food")


class HelpRequestState(TextChoices):
    NEW = "new", _("New")
    TAKEN_UP = "taken_up", _("Taken up")
    JOINED = "joined", _("Joined to an open case")
    ANSWERED = "answered", _("Answered")
    DISCARDED = "discarded", _("Discarded")
