"""A graph's things in memory, indexed when they are first looked for."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Self, TypeVar

from orggraph.model import walks
from orggraph.model.dates import PartialDate
from orggraph.model.derive import derive_relations
from orggraph.model.evidence import Source
from orggraph.model.names import MemoryNames
from orggraph.model.nodes import Node
from orggraph.model.order import relation_order, seat_order, setting_order
from orggraph.model.parts import Parts, holding_on
from orggraph.model.relations import Relation
from orggraph.model.seats import Seat
from orggraph.text import collation_key

_Item = TypeVar("_Item", Relation, Seat)


class MemoryIndex:
    """The things of a graph in dictionaries (`orggraph.model.index.Index`)."""

    def __init__(self, parts: Parts, relations: Iterable[Relation] | None = None) -> None:
        """Index parts that fit together, and what follows from them.

        ``relations`` are all there are, in place of those of the parts and what follows.
        """
        self.parts = parts
        self.title = parts.title
        self.language = parts.language
        self.vocabulary = parts.vocabulary
        self.settings = tuple(sorted(parts.settings, key=setting_order))
        self.sources: Mapping[str, Source] = {s.id: s for s in sorted(parts.sources, key=_id)}
        self.nodes: Mapping[str, Node] = {n.id: n for n in sorted(parts.nodes, key=_id)}
        self.seats: Mapping[str, Seat] = {s.id: s for s in sorted(parts.seats, key=seat_order)}
        if relations is None:
            derived = derive_relations(self.seats.values(), parts.relations, parts.vocabulary)
            relations = (*parts.relations, *derived)
        in_order = sorted(relations, key=relation_order(parts.vocabulary))
        self.relations: Mapping[str, Relation] = {r.id: r for r in in_order}

    @cached_property
    def names(self) -> MemoryNames:
        """What the nodes are called."""
        return MemoryNames(self.nodes.values())

    def relations_from(
        self, node: str, types: Collection[str] | None = None
    ) -> Collection[Relation]:
        """Return the relations whose source is a node, in order: of some types, or of all."""
        return _of_types(self._outgoing.get(node, ()), types)

    def relations_to(self, node: str, types: Collection[str] | None = None) -> Collection[Relation]:
        """Return the relations whose target is a node, in order: of some types, or of all."""
        return _of_types(self._incoming.get(node, ()), types)

    def iter_relations(self, types: Collection[str] | None = None) -> Iterator[Relation]:
        """Yield the relations of some types, or all, in order."""
        return iter(_of_types(self.relations.values(), types))

    def relations_to_each(
        self, nodes: Collection[str], types: Collection[str] | None = None
    ) -> Mapping[str, Collection[Relation]]:
        """Return the relations to each of some nodes, as `relations_to` does one by one."""
        return {node: self.relations_to(node, types) for node in nodes}

    def count_relations(self, types: Collection[str] | None = None) -> int:
        """Return how many relations of some types there are, or of all."""
        return len(_of_types(self.relations.values(), types))

    def read_ahead(self, nodes: Collection[str]) -> None:
        """Do nothing: all nodes are in memory."""

    def nodes_by_name(self, kind: str) -> Iterator[Node]:
        """Yield the nodes of a kind by name, and then by id."""
        return iter(sorted((n for n in self.nodes.values() if n.kind == kind), key=_name))

    def seats_of(self, body: str) -> Collection[Seat]:
        """Return the seats of a body, the chair's first."""
        return self._seats_by_body.get(body, ())

    def tops(self, types: Collection[str]) -> Collection[str]:
        """Return the nodes that relations of some types lead to, and none leads on from, by id."""
        return walks.find_tops(self, types)

    def count_apart(self, types: Collection[str]) -> int:
        """Return how many nodes are no end of any relation of some types."""
        return walks.count_apart(self, types)

    def count_below(self, node: str, types: Collection[str]) -> int:
        """Return how many other nodes reach a node, at any distance, by relations of some types."""
        return walks.count_below(self, node, types)

    def verify(self) -> None:
        """Do nothing: what is in memory was read whole."""

    def restricted(self, when: PartialDate | None, types: Collection[str] | None) -> Self:
        """Return the index of what may hold on a date, and of relations of some types only."""
        parts = self.parts if when is None else holding_on(self.parts, when)
        found = type(self)(parts).relations.values()
        # What would follow from less than there was is no part of what there was.
        kept = [r for r in found if r.id in self.relations and (types is None or r.type in types)]
        return type(self)(parts, kept)

    @cached_property
    def _outgoing(self) -> dict[str, list[Relation]]:
        return _group(self.relations.values(), by="source")

    @cached_property
    def _incoming(self) -> dict[str, list[Relation]]:
        return _group(self.relations.values(), by="target")

    @cached_property
    def _seats_by_body(self) -> dict[str, list[Seat]]:
        return _group(self.seats.values(), by="body")


def _id(item: Node | Source) -> str:
    return item.id


def _name(node: Node) -> tuple[str, str]:
    return collation_key(node.name.original)


def _of_types(
    relations: Collection[Relation], types: Collection[str] | None
) -> Collection[Relation]:
    return relations if types is None else [r for r in relations if r.type in types]


def _group(items: Iterable[_Item], *, by: str) -> dict[str, list[_Item]]:
    groups: dict[str, list[_Item]] = defaultdict(list)
    for item in items:
        groups[getattr(item, by)].append(item)
    return groups
