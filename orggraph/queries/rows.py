"""The rows of an answer that may be too many to keep: made as they are read."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any, Generic, TypeVar, overload

KEPT = 4_000
"""How many rows are kept when they are read, so that they need not be made again."""

T = TypeVar("T")
U = TypeVar("U")

Progress = Callable[[float], None]
_STEP = 256


class Rows(Sequence[T], Generic[T]):
    """A sequence whose items are made when they are first asked for, and never change.

    Going through it, as ``for`` does, takes the memory of one item, however many there are: up to
    `KEPT` are kept then, and more are made again by the next who goes through. Only whoever asks
    how many they are, or for one by its place, makes and keeps them all. It equals a tuple of the
    same items.
    """

    def __init__(
        self, make: Callable[[], Iterable[T]], about: Callable[[], int] | None = None
    ) -> None:
        """Take what yields the items from the first on, each time the same.

        ``about`` tells about how many they are, without going through them, where that is known.
        """
        self._make, self._about = make, about
        self._kept: tuple[T, ...] | None = None

    def __iter__(self) -> Iterator[T]:
        return self._read() if self._kept is None else iter(self._kept)

    def _read(self) -> Iterator[T]:
        if self._kept is not None:  # by now: list() asks how many there are in between
            yield from self._kept
            return
        items = iter(self._make())
        first = []
        for item in islice(items, KEPT):
            first.append(item)
            yield item
        for item in items:
            del first[:]
            yield item
            break
        else:
            self._kept = tuple(first)
            return
        yield from items

    def __len__(self) -> int:
        # Kept, since list() asks for it before it goes through them.
        return len(self._all())

    def __bool__(self) -> bool:
        return self.has_more_than(0)

    def has_more_than(self, count: int) -> bool:
        """Whether there are more items than so many; no more are made than tell it."""
        return next(islice(self, count, None), _NONE) is not _NONE

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...
    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        return self._all()[at]

    def _all(self) -> tuple[T, ...]:
        if self._kept is None:
            self._kept = tuple(self._read())
        return self._kept

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Rows | tuple):
            return NotImplemented
        pairs = zip(chain(self, [_NONE]), chain(other, [_NONE]), strict=False)
        return all(one == another for one, another in pairs)

    def __hash__(self) -> int:
        return hash(self._all())

    def __repr__(self) -> str:
        told = [*map(repr, islice(self, _SHOWN)), *["…"] * self.has_more_than(_SHOWN)]
        return f"<{type(self).__name__}: {', '.join(told)}>"

    def map(self, change: Callable[[T], U]) -> "Rows[U]":
        """Return what a function makes of each item, when it is asked for."""
        return Rows(lambda: map(change, self), self._about)

    def watched(self, show: Progress) -> "Rows[T]":
        """Return the same rows, which tell how much of them has been read, from 0 to 1."""
        about = self._about
        return self if about is None else Rows(lambda: _watched(self, max(about(), 1), show))


def by_batch(items: Iterable[T], most: int, first: int | None = None) -> Iterator[list[T]]:
    """Yield the items some at a time: at first few, where so many are said, and then more."""
    rest, size = iter(items), first or most
    while batch := list(islice(rest, size)):
        yield batch
        size = min(2 * size, most)


_NONE: Any = object()
_SHOWN = 10


def _watched(rows: Iterable[T], count: int, show: Progress) -> Iterator[T]:
    for at, row in enumerate(rows):
        if not at % _STEP:
            show(min(at / count, 1))
        yield row
    show(1)


def has_more_than(items: Sequence[object], count: int) -> bool:
    """Whether a sequence has more items than so many; of `Rows` no more are made than tell it."""
    return items.has_more_than(count) if isinstance(items, Rows) else len(items) > count


def watched(answer: T, show: Progress) -> T:
    """Return an answer, a named tuple, whose rows tell how much of them has been read."""
    parts: dict[str, object] = getattr(answer, "_asdict", dict)()
    rows = {name: part.watched(show) for name, part in parts.items() if isinstance(part, Rows)}
    return answer._replace(**rows) if rows else answer  # type: ignore[attr-defined]
