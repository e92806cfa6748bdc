"""The roles of `design.md` section 2. What a role may do stands in each app's `permissions.py`."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    CONSULTANT = "consultant", _("Consultant")
    CASE_DIRECTOR = "case_director", _("Case director")
    CARE_COORDINATOR = "care_coordinator", _("Care coordinator")
    MANAGER = "manager", _("Manager")
    ADMINISTRATOR = "administrator", _("Administrator")
    PRIVACY_OFFICER = "privacy_officer", _("Privacy officer")
    PARTNER = "partner", _("Partner professional")


CASEWORKERS = frozenset({Role.CONSULTANT, Role.CASE_DIRECTOR, Role.CARE_COORDINATOR})
"""Who works with residents: may locate anyone, and be someone's contact person."""

STAFF = frozenset(Role) - {Role.PARTNER}
"""Who works for the municipality."""
