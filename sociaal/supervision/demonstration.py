"""Whether `make run` shows Voorbeeldstad when nobody said so: never beside real people's data."""

import psycopg

from sociaal.supervision.children import say

DEMO_DOMAIN = "@voorbeeldstad.example"
"""Every user of the demonstration has an address here."""


def is_wanted(database_url: str, *, given: bool) -> bool:
    """True for a clone's own database, and for a given one with no users but those of the demonstration."""
    if not given:
        return True
    with psycopg.connect(database_url, connect_timeout=10) as link:
        found = link.execute(
            "SELECT count(*), count(*) FILTER (WHERE email LIKE %s) FROM accounts_user", [f"%{DEMO_DOMAIN}"]
        ).fetchone()
    assert found is not None
    users, demo_users = found
    if users == demo_users:
        return True
    say(
        "run",
        "The given database has users of its own, so no demonstration. DEMO=1 asks for one all the same.",
    )
    return False
