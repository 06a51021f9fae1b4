"""Count what is found, and keep no more of it than people can read."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from typing import Generic, TypeVar

from orggraph.source import Problem, sort_problems

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


class Tally(Generic[K]):
    """Findings of several kinds: of each the first ones in the order of the files.

    Equal findings are one. Of what is not kept, those are counted as they come: a rule tells of
    nothing twice where things have places of their own.
    """

    def __init__(self, kind: Callable[[Problem], K], most: int | None) -> None:
        """Take what tells the kind of a finding, and how many of each are kept; None keeps all."""
        self._kind, self._most = kind, most
        self._kept: dict[K, list[Problem]] = {}
        self._last: dict[K, tuple[object, ...]] = {}
        self.left_out: Counter[K] = Counter()

    def add(self, found: Problem) -> None:
        """Count a finding, and keep it where it is among the first."""
        kind = self._kind(found)
        if kind in self._last and _place(found) > self._last[kind]:
            self.left_out[kind] += 1
            return
        kept = self._kept.setdefault(kind, [])
        kept.append(found)
        # Sorting is put off until there are twice as many, so that each costs little.
        if self._most is not None and len(kept) > 2 * self._most:
            self._cut(kind, self._most)

    def close(self) -> tuple[Problem, ...]:
        """Return the findings that are kept, in the order of the files, and count the others."""
        if self._most is not None:
            for kind in self._kept:
                self._cut(kind, self._most)
        return sort_problems(found for kept in self._kept.values() for found in kept)

    def _cut(self, kind: K, most: int) -> None:
        kept = sort_problems(self._kept[kind])
        if len(kept) > most:
            self.left_out[kind] += len(kept) - most
            self._last[kind] = _place(kept[most - 1])
        self._kept[kind] = list(kept[:most])


def _place(found: Problem) -> tuple[object, ...]:
    """Return what comes first in the order of findings."""
    return (found.location is None, found.location or ())


class Kept(Generic[T]):
    """The first of many things, in their order; what comes after them is counted, by its kind."""

    def __init__(self, kind: Callable[[T], str], most: int | None) -> None:
        """Take what tells the kind of a thing, and how many are kept; None keeps all."""
        self._kind, self._most = kind, most
        self.first: list[T] = []
        self.left_out: Counter[str] = Counter()

    def add(self, thing: T) -> None:
        """Keep a thing, or count it."""
        if self._most is None or len(self.first) < self._most:
            self.first.append(thing)
        else:
            self.left_out[self._kind(thing)] += 1

    def passing(self, things: Iterator[T]) -> Iterator[T]:
        """Yield things that are kept, or counted, on their way."""
        for thing in things:
            self.add(thing)
            yield thing
