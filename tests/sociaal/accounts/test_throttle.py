"""The counters that throttle sign-in stay, however many others there are."""

from django.core.cache import cache
from django.db import connection

OTHERS = """
    INSERT INTO accounts_throttle (cache_key, value, expires)
    SELECT ':1:other ' || number, '', now() + interval '5 minutes' FROM generate_series(1, 5000) number
"""


def test_whoever_guesses_at_thousands_of_accounts_empties_no_counter():
    cache.set("!account", [1.0, 2.0], 300)  # what is thrown away goes in the order of its key
    with connection.cursor() as cursor:
        cursor.execute(OTHERS)
    cache.set("another", [1.0], 300)
    assert cache.get("!account") == [1.0, 2.0]
