"""How far long work is, told now and then."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


class Steps:
    """Counts the steps of work of which it is known how many there will be."""

    OF_A_PLACE = 4
    """The steps that a node is worth when all rules are asked of it."""

    _EVERY = 1_000

    def __init__(self, total: int, told: Callable[[float], None]) -> None:
        """Take the number of steps, and what hears how much is done, from 0 to 1."""
        self._total, self._told, self._done = total, told, 0

    def over(self, things: Iterable[T], *, weight: int = 1) -> Iterator[T]:
        """Yield things, each of which is worth a step, or several."""
        for at, thing in enumerate(things):
            if at % self._EVERY == 0 and self._total:
                self._told(min(self._done / self._total, 1))
            self._done += weight
            yield thing
