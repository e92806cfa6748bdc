"""Who does what the ways in ask for through the outbox."""

from intake.files.running import read_on
from intake.operations.imports import TOPIC
from intake.operations.receipts import send_receipt
from intake.operations.reports import RECEIPT
from sociaal.outbox.handlers import register


def register_all() -> None:
    """Called once, when the apps are ready."""
    register(RECEIPT, send_receipt)
    register(TOPIC, read_on)
