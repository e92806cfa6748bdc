"""The five steps when there may be violence or neglect at home (meldcode).

Source: Besluit verplichte meldcode huiselijk geweld en kindermishandeling; Wmo 2015 article 3.3, Jeugdwet
article 4.1.7. The words are our own.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class MeldcodeState(TextChoices):
    """The step that comes now."""

    SIGNALS = "signals", _("Step 1: write the signals down")
    CONSULTING = "consulting", _("Step 2: consult a colleague")
    TALKING = "talking", _("Step 3: talk with those involved")
    WEIGHING = "weighing", _("Step 4: weigh how serious it is")
    DECIDING = "deciding", _("Step 5: decide")
    SETTLED = "settled", _("Decided")


class EntryKind(TextChoices):
    """What was done. The first four are steps 1 to 4; the decision itself stands in the meldcode."""

    SIGNALS = "signals", _("Signals")
    COLLEAGUE = "colleague", _("Consulted a colleague")
    TALK = "talk", _("Talk with those involved")
    WEIGHING = "weighing", _("Weighed how serious it is")
    VEILIG_THUIS = "veilig_thuis", _("Asked Veilig Thuis for advice")
    ACUTE = "acute", _("Acute danger: straight to the decision")
    AFTERWARDS = "afterwards", _("What happened afterwards")


class Danger(TextChoices):
    """How serious it is, in step 4."""

    NONE = "none", _("The signals have another explanation; there is no violence or neglect")
    CONCERN = "concern", _("There are worries, but at this moment it is safe enough")
    DOUBT = "doubt", _("It is not clear whether it is safe")
    REPEATED = "repeated", _("It is unsafe again and again, or for a long time")
    ACUTE = "acute", _("Somebody is in danger now")


class MeldcodeDecision(TextChoices):
    """The two decisions of step 5: report to Veilig Thuis or not, organise help or not."""

    BOTH = "both", _("Report to Veilig Thuis, and organise help")
    REPORT = "report", _("Report to Veilig Thuis")
    HELP = "help", _("Organise help, without a report")
    NEITHER = "neither", _("No report and no help")


class OpenedBecause(TextChoices):
    """Why safety was in doubt."""

    RED_FLAG = "red_flag", _("The report says: unsafe at home, or a child at risk")
    LEVEL = "level", _("Relations at home or parenting stand at level 1 or 2")
    BY_HAND = "by_hand", _("Somebody saw or heard something")
