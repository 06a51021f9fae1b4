"""An index that counts what is asked of it."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import TypeVar

from orggraph.model import Graph, Node, PartialDate, Parts, Relation, Seat
from orggraph.model.index import Index, Names
from orggraph.model.memory import MemoryIndex

V = TypeVar("V")


class CountingIndex:
    """Another index, which counts what it is asked.

    `walks` are the names of all that was gone through from one end to the other; `asked` the nodes
    whose relations or seats were looked up, and how often; `read` is how many things that gave.
    """

    def __init__(self, index: Index) -> None:
        self._index = index
        self.walks: Counter[str] = Counter()
        self.asked: Counter[str] = Counter()
        self.read = 0
        self.title, self.language = index.title, index.language
        self.vocabulary, self.settings = index.vocabulary, index.settings
        self.sources = index.sources
        self.nodes: Mapping[str, Node] = _CountingMapping(self, "nodes", index.nodes)
        self.relations: Mapping[str, Relation] = _CountingMapping(
            self, "relations", index.relations
        )
        self.seats: Mapping[str, Seat] = _CountingMapping(self, "seats", index.seats)

    @property
    def names(self) -> Names:
        return self._index.names

    @property
    def parts(self) -> Parts:
        self.walks["parts"] += 1
        return self._index.parts

    def relations_from(
        self, node: str, types: Collection[str] | None = None
    ) -> Collection[Relation]:
        return self._given(node, self._index.relations_from(node, types))

    def relations_to(self, node: str, types: Collection[str] | None = None) -> Collection[Relation]:
        return self._given(node, self._index.relations_to(node, types))

    def iter_relations(self, types: Collection[str] | None = None) -> Iterator[Relation]:
        self.walks["relations"] += 1
        return self._index.iter_relations(types)

    def relations_to_each(
        self, nodes: Collection[str], types: Collection[str] | None = None
    ) -> Mapping[str, Collection[Relation]]:
        found = self._index.relations_to_each(nodes, types)
        return {node: self._given(node, relations) for node, relations in found.items()}

    def count_relations(self, types: Collection[str] | None = None) -> int:
        return self._index.count_relations(types)

    def read_ahead(self, nodes: Collection[str]) -> None:
        self.read += len(nodes)
        self._index.read_ahead(nodes)

    def nodes_by_name(self, kind: str) -> Iterator[Node]:
        self.walks["nodes"] += 1
        return self._index.nodes_by_name(kind)

    def seats_of(self, body: str) -> Collection[Seat]:
        return self._given(body, self._index.seats_of(body))

    def verify(self) -> None:
        self._index.verify()

    def tops(self, types: Collection[str]) -> Collection[str]:
        self.walks["tops"] += 1
        return self._index.tops(types)

    def count_apart(self, types: Collection[str]) -> int:
        self.walks["apart"] += 1
        return self._index.count_apart(types)

    def count_below(self, node: str, types: Collection[str]) -> int:
        self.asked[node] += 1
        return self._index.count_below(node, types)

    def restricted(self, when: PartialDate | None, types: Collection[str] | None) -> Index:
        return CountingIndex(self._index.restricted(when, types))

    def _given(self, node: str, things: Collection[V]) -> Collection[V]:
        self.asked[node] += 1
        self.read += len(things)
        return things


class _CountingMapping(Mapping[str, V]):
    def __init__(self, counting: CountingIndex, name: str, things: Mapping[str, V]) -> None:
        self._counting = counting
        self._name = name
        self._things = things

    def __getitem__(self, key: str) -> V:
        self._counting.read += 1
        return self._things[key]

    def __iter__(self) -> Iterator[str]:
        self._counting.walks[self._name] += 1
        return iter(self._things)

    def __len__(self) -> int:
        return len(self._things)


def counted(parts: Parts | Graph) -> tuple[Graph, CountingIndex]:
    """Return a graph that counts what it is asked, and its index."""
    index = CountingIndex(MemoryIndex(parts) if isinstance(parts, Parts) else parts.index)
    return Graph.over(index), index
