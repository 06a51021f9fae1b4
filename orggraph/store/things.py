"""The things of a file as a mapping: each looked up when it is asked for, or all in order."""

from collections.abc import Callable, ItemsView, Iterator, Mapping, ValuesView
from typing import Generic, TypeVar

T = TypeVar("T")


class Kept(Generic[T]):
    """The things that were asked for last: as many as ``size``, and up to as many again."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._new: dict[str, T] = {}
        self._old: dict[str, T] = {}

    def get(self, id_: str) -> T | None:
        """Return the thing with this id, if it is kept."""
        found = self._new.get(id_)
        if found is None and (found := self._old.get(id_)) is not None:
            self.add(id_, found)
        return found

    def add(self, id_: str, thing: T) -> None:
        """Keep a thing."""
        if len(self._new) >= self._size:
            self._old, self._new = self._new, {}
        self._new[id_] = thing

    def __contains__(self, id_: str) -> bool:
        return self.get(id_) is not None


class StoredThings(Mapping[str, T]):
    """The things of one sort by id, in the order of the graph. None is kept."""

    def __init__(
        self,
        find: Callable[[str], T | None],
        every: Callable[[], Iterator[tuple[str, T]]],
        ids: Callable[[], Iterator[str]],
        count: Callable[[], int],
    ) -> None:
        """Take how one is found by its id, and how all, their ids and their number are read."""
        self._find, self._every, self._ids, self._count = find, every, ids, count

    def __getitem__(self, id_: str) -> T:
        found = self._find(id_)
        if found is None:
            raise KeyError(id_)
        return found

    def __contains__(self, id_: object) -> bool:
        return isinstance(id_, str) and self._find(id_) is not None

    def __iter__(self) -> Iterator[str]:
        return self._ids()

    def __len__(self) -> int:
        return self._count()

    def __bool__(self) -> bool:
        return next(self._ids(), None) is not None

    def values(self) -> ValuesView[T]:
        """Return all of them, read as they are asked for."""
        return _Values(self)

    def items(self) -> ItemsView[str, T]:
        """Return all of them with their ids, read as they are asked for."""
        return _Items(self)

    def iter_items(self) -> Iterator[tuple[str, T]]:
        """Yield all of them with their ids."""
        return self._every()


class _Values(ValuesView[T]):
    def __init__(self, things: StoredThings[T]) -> None:
        super().__init__(things)
        self._things = things

    def __iter__(self) -> Iterator[T]:
        return (thing for _, thing in self._things.iter_items())


class _Items(ItemsView[str, T]):
    def __init__(self, things: StoredThings[T]) -> None:
        super().__init__(things)
        self._things = things

    def __iter__(self) -> Iterator[tuple[str, T]]:
        return self._things.iter_items()
