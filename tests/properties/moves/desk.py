"""Emergency access to a file, and the privacy officer who looks at it afterwards."""

from django.db.models import Q

from cases.models import BreakGlass
from cases.operations import access
from sociaal.accounts.models import User
from sociaal.accounts.roles import Role
from tests.properties.choosing import Choices
from tests.properties.moves import Arguments, move
from tests.properties.world import World


@move(access.break_glass)
def break_glass(world: World, choose: Choices) -> Arguments:
    return {
        "resident": world.resident(choose), "reason": choose.words(),
        "by": choose.row(User.objects.select_related("team"), Q(is_active=True)),
    }  # fmt: skip


@move(access.review_break_glass, quiet=True)
def review_break_glass(world: World, choose: Choices) -> Arguments:
    row = choose.row(BreakGlass.objects.select_related("resident"), Q(reviewed_at=None))
    officer = User.objects.filter(roles__contains=[Role.PRIVACY_OFFICER]).first()
    return row and {"access": row, "by": world.anybody(choose, officer)}
