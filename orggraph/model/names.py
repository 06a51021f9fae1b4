"""What nodes are called, in memory."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from itertools import islice

from orggraph.model.nodes import Node
from orggraph.text import fold


def names_of(node: Node) -> tuple[str, ...]:
    """Return all that a node is called: its id, its name in every language, and its aliases."""
    return (node.id, *node.name.all(), *node.aliases)


class MemoryNames:
    """The names of nodes, by key (`orggraph.model.index.Names`)."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        self._nodes = nodes

    def of_key(self, key: str) -> Collection[str]:
        """Return the ids of the nodes with a name that folds to ``key``, in order."""
        return self._by_key.get(key, ())

    def of_identifier(self, value: str) -> Collection[str]:
        """Return the ids of the nodes that a register knows by ``value``, in order."""
        return [node.id for node in self._nodes if any(value == id_ for _, id_ in node.identifiers)]

    def starting(self, key: str) -> Iterator[str]:
        """Yield the ids of the nodes with a name that begins with ``key``, by key."""
        first = bisect_left(self._keys, key)
        return self._ids(k for k in islice(self._keys, first, None) if k.startswith(key))

    def containing(self, key: str) -> Iterator[str]:
        """Yield the ids of the nodes with a name that has ``key`` anywhere in it, by key."""
        return self._ids(k for k in self._keys if key in k)

    def resembling(self, key: str) -> Iterator[tuple[str, str]]:
        """Yield every key, and the ids of its nodes, in order."""
        return ((key, id_) for key in self._keys for id_ in self._by_key[key])

    def _ids(self, keys: Iterable[str]) -> Iterator[str]:
        return iter(dict.fromkeys(id_ for key in keys for id_ in self._by_key[key]))

    @cached_property
    def _keys(self) -> list[str]:
        return sorted(self._by_key)

    @cached_property
    def _by_key(self) -> dict[str, list[str]]:
        keys: dict[str, dict[str, None]] = defaultdict(dict)
        for node in self._nodes:
            for name in names_of(node):
                keys[fold(name)][node.id] = None
        return {key: list(ids) for key, ids in keys.items()}
