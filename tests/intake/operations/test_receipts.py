"""The receipt of a report reaches who asked for it, also when the mail server was away for hours."""

from datetime import timedelta

import pytest

from intake.models import ReportDetails
from intake.operations.receipts import AGAIN, OF_USE
from intake.operations.reports import receive_report
from intake.told import Told
from sociaal.outbox.models import Message
from sociaal.outbox.relaying import relay_all
from tests.factories import NOW, TeamFactory
from tests.mailbox import listening

pytestmark = pytest.mark.django_db
TO = "aaltje@inwoner.example"


@pytest.fixture
def reference():
    """Of a report whose receipt was asked for."""
    TeamFactory()
    told = Told("Ik kom de trap niet meer op.", "resident", reporter_email=TO, wants_receipt=True)
    return receive_report(told=told, now=NOW)


def smtp(settings, port):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", port, False


def waiting():
    """Receipts that are asked for and not sent. Figures wait too; they are no business of ours."""
    return Message.objects.filter(topic="report_receipt", state="waiting").count()


def test_a_mail_server_that_is_away_for_hours_gets_it_later_and_once(reference, settings):
    with listening() as box:
        pass
    smtp(settings, box.port)
    for quarter in range(8):
        relay_all(now=NOW + quarter * AGAIN)
    assert waiting() == 1
    with listening() as back:
        smtp(settings, back.port)
        for quarter in range(8, 12):
            relay_all(now=NOW + quarter * AGAIN)
    assert [(one["To"], reference in one["Message-ID"]) for one in back.got] == [(TO, True)]
    assert waiting() == 0
    assert not Message.objects.filter(state="dead").exists()


def test_an_address_that_is_refused_for_now_is_tried_again(reference, settings):
    with listening(refuses="451 later") as box:
        smtp(settings, box.port)
        relay_all(now=NOW)
        box.refuses = ""
        relay_all(now=NOW + AGAIN)
    assert len(box.got) == 1


def test_an_address_that_is_refused_for_good_is_not_tried_again(reference, settings, caplog):
    with listening(refuses="550 no such user") as box:
        smtp(settings, box.port)
        relay_all(now=NOW)
    assert waiting() == 0
    assert f"report {ReportDetails.objects.get().pk} was not taken" in caplog.text
    assert TO not in caplog.text


def test_after_two_days_it_is_of_no_use_any_more(reference, settings):
    with listening() as box:
        pass
    smtp(settings, box.port)
    relay_all(now=NOW + OF_USE - timedelta(minutes=1))
    assert waiting() == 1
    relay_all(now=NOW + OF_USE + AGAIN)
    assert waiting() == 0
