"""What the nodes of a file are called, found by an index of keys and one of parts of them."""

from collections.abc import Callable, Collection, Iterable, Iterator
from heapq import nlargest
from itertools import takewhile
from typing import Any

Ask = Callable[..., Iterator[Any]]
"""Asks the file: an SQL statement and its values give the rows."""

_PART = 3  # letters in a trigram
_FEW = 50_000  # names that can all be compared
_RAREST = 6  # trigrams that names are sought by
_MOST_POSTINGS = 20_000
_SHORTLIST = 1_000

_OF_KEYS = """
SELECT n.id FROM name c JOIN node n ON n.number = c.node WHERE {where} ORDER BY c.number
"""


class StoredNames:
    """The names of nodes in a file (`orggraph.model.index.Names`)."""

    def __init__(self, ask: Ask, count: int) -> None:
        """Take how the file is asked, and how many names there are in it."""
        self._ask, self._count = ask, count

    def of_key(self, key: str) -> Collection[str]:
        """Return the ids of the nodes with a name that folds to ``key``, in order."""
        return list(self._ids(_OF_KEYS.format(where="c.key = ?"), key))

    def of_identifier(self, value: str) -> Collection[str]:
        """Return the ids of the nodes that a register knows by ``value``, in order."""
        return list(
            self._ids(
                "SELECT n.id FROM identifier i JOIN node n ON n.number = i.node"
                " WHERE i.value = ? ORDER BY n.number",
                value,
            )
        )

    def starting(self, key: str) -> Iterator[str]:
        """Yield the ids of the nodes with a name that begins with ``key``, by key."""
        query = "SELECT c.key, n.id FROM name c JOIN node n ON n.number = c.node"
        # In the order of the index, so that what is taken is all that is read.
        found = self._ask(f"{query} WHERE c.key >= ? ORDER BY c.key, c.number", key)
        return _each_once(id_ for _, id_ in takewhile(lambda row: row[0].startswith(key), found))

    def containing(self, key: str) -> Iterator[str]:
        """Yield the ids of the nodes with a name that has ``key`` anywhere in it, by key."""
        if len(key) < _PART:
            return self._ids(_OF_KEYS.format(where="instr(c.key, ?)"), key)
        known = self._rarest(key)
        if len(known) < len(_trigrams(key)):
            return iter(())
        parts = " AND ".join(_quoted(part) for part, _ in known[:_RAREST])
        # Rows of the index are numbered as the keys are sorted, each key once: what is taken is
        # all that is read.
        keys = self._ask(
            "SELECT f.key FROM name_part p JOIN name f ON f.number = p.rowid"
            " WHERE p.name_part MATCH ? AND instr(f.key, ?) ORDER BY p.rowid",
            parts,
            key,
        )
        return _each_once(id_ for (each,) in keys for id_ in self.of_key(each))

    def resembling(self, key: str) -> Iterator[tuple[str, str]]:
        """Yield the keys, and the ids of their nodes, that may be a misspelt ``key``.

        Where there are many, those that share most of the rarest trigrams with it (Ukkonen 1992).
        """
        query = "SELECT c.key, n.id FROM name c JOIN node n ON n.number = c.node"
        if self._count <= _FEW:
            yield from self._ask(f"{query} ORDER BY c.number")
            return
        for number in self._shortlist(key):
            yield from self._ask(
                f"{query} WHERE c.key = (SELECT key FROM name WHERE number = ?) ORDER BY c.number",
                number,
            )

    def _shortlist(self, key: str) -> Iterable[int]:
        """Return the numbers of the keys that have most trigrams in common with one."""
        shared: dict[int, int] = {}
        for part, _ in self._rarest(key)[:_RAREST]:
            query = "SELECT rowid FROM name_part WHERE name_part MATCH ? LIMIT ?"
            for (number,) in self._ask(query, _quoted(part), _MOST_POSTINGS):
                shared[number] = shared.get(number, 0) + 1
        return sorted(nlargest(_SHORTLIST, shared, key=lambda number: shared[number]))

    def _rarest(self, key: str) -> list[tuple[str, int]]:
        """Return the trigrams of a key that occur in names, with in how many, rarest first."""
        parts = _trigrams(key)
        marks = ", ".join("?" * len(parts))
        query = f"SELECT text, names FROM trigram WHERE text IN ({marks}) ORDER BY names, text"
        return list(self._ask(query, *sorted(parts)))

    def _ids(self, query: str, *values: object) -> Iterator[str]:
        return _each_once(id_ for (id_,) in self._ask(query, *values))


def _each_once(ids: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for id_ in ids:
        if id_ not in seen:
            seen.add(id_)
            yield id_


def _trigrams(key: str) -> set[str]:
    return {key[at : at + _PART] for at in range(len(key) - _PART + 1)}


def _quoted(part: str) -> str:
    return '"' + part.replace('"', '""') + '"'
