"""What is tied to a node, kept for very many nodes in little room."""

from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterator

from orggraph.checks.roll import Roll
from orggraph.model import Graph

_KEPT = 4_000_000
"""How many neighbours are kept, of eight bytes each."""


class Neighbours:
    """The nodes that relations of some types tie to each node, in either direction."""

    def __init__(self, graph: Graph, types: Collection[str], roll: Roll) -> None:
        """Take the graph, the types that count, and the numbers of its nodes."""
        self._graph, self._types, self._roll = graph, types, roll
        self._known: dict[str, array[int]] = {}
        self._kept = 0

    def are_tied(self, one: str, other: str) -> bool:
        """Whether some relation ties two nodes to each other."""
        near, number = self._numbers(one), self._roll.number(other)
        place = bisect_left(near, number)
        return place < len(near) and near[place] == number

    def of(self, node: str, *, but: str | None = None) -> Iterator[str]:
        """Yield the other end of each relation of a node, of all but the one with the id ``but``.

        One that several tie to it comes several times.
        """
        for relation in self._graph.relations_from(node, self._types):
            if relation.id != but:
                yield relation.target
        for relation in self._graph.relations_to(node, self._types):
            if relation.id != but:
                yield relation.source

    def _numbers(self, node: str) -> "array[int]":
        found = self._known.get(node)
        if found is None:
            found = array("L", sorted({self._roll.number(each) for each in self.of(node)}))
            while self._known and self._kept + len(found) > _KEPT:
                self._kept -= len(self._known.pop(next(iter(self._known)))) + 1
            self._known[node] = found
            self._kept += len(found) + 1
        return found
