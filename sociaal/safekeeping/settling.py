"""What a restored database needs before anybody works in it again.

What follows from rows inside the database goes on where it was: letters are set, figures counted, files read
on. What leaves the house is another matter: an e-mail that waited when the backup was made has most likely
gone out since. So it is held back, unless who restores says that nothing ran after the backup.
"""

from datetime import datetime

from django.db import transaction

from cases.operations import emails
from regie.metrics.operations.rebuilding import start_rebuild
from sociaal.audit import log
from sociaal.outbox.holding_back import hold_back
from sociaal.safekeeping.manifest import Manifest


@transaction.atomic
def settle(manifest: Manifest, *, send_waiting: bool, now: datetime) -> int:
    """Ask for all figures anew, and write in the log that everything after the backup is gone.

    Returns how many messages that leave the house were held back; with `send_waiting` none are.
    """
    held = [] if send_waiting else hold_back(now=now)
    emails.hold_back([int(key) for topic, key in held if topic == emails.SEND])
    start_rebuild(now=now)
    log.wrote("database_restored", by=None, now=now, about=None, until=manifest.made_at, held_back=len(held))
    return len(held)
