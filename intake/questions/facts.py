"""The closed list of facts that a prompt can depend on."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Fact(TextChoices):
    """What is known of a household before or while one talks. The red flags have the codes of `RedFlag`."""

    CHILDREN = "children", _("Children in the household")
    UNDER_27 = "under_27", _("Somebody of 16 to 26 at home")
    LIVES_ALONE = "lives_alone", _("Lives alone")
    INTERPRETER = "interpreter", _("An interpreter is needed")
    DEBTS = "debts", _("Debts were mentioned")
    UNSAFE = "unsafe", _("Unsafe at home, or a child at risk")
    EVICTION = "eviction", _("Eviction")
    UTILITIES = "utilities", _("Gas, electricity, heating or water being cut off")
    INSURANCE = "insurance", _("Health insurance being ended")
    NO_FOOD = "no_food", _("No money for food")
