"""After a restore nothing leaves the house a second time; what stays inside goes on."""

import pytest

from sociaal.outbox.handlers import outward
from sociaal.outbox.holding_back import hold_back
from sociaal.outbox.models import Message
from sociaal.outbox.relaying import relay_all
from tests.factories import NOW

pytestmark = pytest.mark.django_db


def message(topic, key, state="waiting", **facts):
    return Message.objects.create(topic=topic, key=key, state=state, created_at=NOW, due_at=NOW, **facts)


def test_letters_by_email_and_receipts_leave_the_house_and_nothing_else_does():
    assert outward() == {"send_email", "report_receipt"}


def test_what_waits_to_leave_is_closed_and_named_and_the_rest_waits_on():
    tried = message("send_email", "7", attempts=3)
    message("typeset_letter", "7")
    done = message("send_email", "6", state="done", done_at=NOW)
    assert hold_back(now=NOW) == [("send_email", "7")]
    tried.refresh_from_db()
    done.refresh_from_db()
    assert (tried.state, tried.last_error, done.state) == ("done", "held back", "done")
    assert done.last_error == ""
    assert Message.objects.get(state="waiting").topic == "typeset_letter"


def test_the_worker_leaves_it_alone():
    message("send_email", "7")
    hold_back(now=NOW)
    assert relay_all(now=NOW) == 0


def test_asked_again_there_is_nothing_left():
    message("send_email", "7")
    hold_back(now=NOW)
    assert hold_back(now=NOW) == []
