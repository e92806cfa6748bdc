"""Random choices, from hypothesis (which can make them smaller) or from a seed (which can be replayed)."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, TypeVar

from django.db.models import Q, QuerySet

T = TypeVar("T")
WORDS = ("Zij redt het niet meer alleen.", "De bus stopt niet meer.", "Er is post over een schuld.", "Ja.")


@dataclass(frozen=True)
class Choices:
    """One step's choices. `usual` percent of them are what a sensible person would choose."""

    random: Random
    usual: int = 95

    def one(self, of: Sequence[T]) -> T:
        return of[self.random.randrange(len(of))]

    def chance(self, percent: int) -> bool:
        return self.random.randrange(100) < percent

    def usually(self, sensible: T, *others: T) -> T:
        return sensible if self.chance(self.usual) or not others else self.one(others)

    def words(self) -> str:
        """What somebody writes; now and then nothing."""
        return self.usually(self.one(WORDS), "", "   ")

    def row(self, rows: QuerySet[Any], likely: Q | None = None) -> Any:
        """One of `rows`, mostly of those that are `likely`; None when there is none at all."""
        if likely is not None and self.chance(self.usual):
            keys = list(rows.filter(likely).order_by("pk").values_list("pk", flat=True))
            if keys:
                return rows.get(pk=self.one(keys))
        keys = list(rows.order_by("pk").values_list("pk", flat=True))
        return rows.filter(pk=self.one(keys)).first() if keys else None
