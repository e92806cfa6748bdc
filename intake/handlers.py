"""Who does what the ways in ask for through the outbox."""

from intake.files.running import read_on
from intake.models import FileImport
from intake.operations.receipts import send_receipt
from intake.operations.reports import RECEIPT
from sociaal.outbox.handlers import register


def register_all() -> None:
    """Called once, when the apps are ready."""
    register(RECEIPT, send_receipt, leaves_house=True)
    register(FileImport.TOPIC, read_on)
