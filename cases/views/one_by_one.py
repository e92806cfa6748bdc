"""Several things ticked together and done one by one: what cannot be done holds up nothing else."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from django.utils.translation import gettext as _

from sociaal.core.errors import DomainError
from sociaal.core.listing import PAGE_SIZE
from sociaal.outbox.once import once

AT_ONCE = PAGE_SIZE
"""So many at most are ticked together: those of one page of a list."""


@dataclass(frozen=True)
class Done:
    """One that is done, as the answer page shows it with the way to it (`cases/outcome.html`)."""

    url: str
    called: str
    words: str


@dataclass(frozen=True)
class Outcome:
    """Keys of what is done, and per key of what is not the sentence why."""

    done: Sequence[int] = ()
    refused: Mapping[int, str] = field(default_factory=dict)


def one_by_one(
    keys: Iterable[int], work: Callable[[int], object], *, key: str, effect: str, now: datetime
) -> Outcome:
    """Do `work` for each of these keys, each in a transaction of its own and once for this form.

    `key` and `effect` as in `once`: sent again, what was done already counts as done, and what was refused is
    tried anew.
    """
    done: list[int] = []
    refused: dict[int, str] = {}
    for one in keys:
        try:
            once(key, f"{effect}:{one}", partial(_done, work, one), now=now)
        except DomainError as error:
            refused[one] = str(error) or _("This is not there, or not for you.")
        else:
            done.append(one)
    return Outcome(done, refused)


def _done(work: Callable[[int], object], one: int) -> str:
    work(one)
    return ""
