"""Every page as every role sees it: no axe violation, headings in order, nothing too wide, nothing
refused.
"""

import pytest
import time_machine
from django.test import override_settings
from django.urls import reverse

from tests.architecture.access_table import TABLE
from tests.architecture.access_world import World
from tests.architecture.addresses import addresses
from tests.factories import NOW
from tests.journeys.conftest import DESKTOP, PHONE, ZOOMED

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

KEYS = {address.name: address.keys for address in addresses()}
ROLES = (
    *("contact_person", "own_team", "other_team", "second_reader", "case_director", "care_coordinator"),
    *("manager", "administrator", "privacy_officer", "partner"),
)
SKIPPED_LEVELS = """() => {
    const levels = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((one) => Number(one.tagName[1]));
    return levels.some((level, place) => place > 0 && level > levels[place - 1] + 1) || levels[0] !== 1;
}"""


@pytest.fixture
def world(transactional_db):
    with time_machine.travel(NOW, tick=True), override_settings(DEMO=True):
        yield World()


def _pages(world: World, relation: str) -> dict[str, str]:
    """Name and address of every page this role gets; and of the refusals one of each kind: they are all
    alike.
    """
    found, refused = {}, set()
    for name in sorted(TABLE):
        url = reverse(name, kwargs=world.address_keys(name, KEYS[name]))
        answer = world.ask(relation, "GET", url)
        if b"<html" not in b"".join(answer):
            continue
        if answer.status_code == 200 or answer.status_code not in refused:
            found[name] = url
            refused |= {answer.status_code} - {200}
    return found


@pytest.mark.parametrize("relation", ROLES)
def test_every_page_is_accessible(desks, world, relation):
    desk = desks.of(world.people[relation])
    for name, url in _pages(world, relation).items():
        page = desk.go(url)
        desk.check_accessible(at=(DESKTOP, PHONE))
        page.set_viewport_size(ZOOMED)
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wide <= 0, f"{name} is {wide} px too wide at 400 %"
        assert not page.evaluate(SKIPPED_LEVELS), f"{name}: a level of heading is skipped"
        page.set_viewport_size(DESKTOP)
