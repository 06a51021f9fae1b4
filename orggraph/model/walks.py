"""What takes a walk through an index to find out, where nothing has been counted before."""

from collections.abc import Collection, Iterator, Mapping
from typing import Protocol

from orggraph.model.nodes import Node
from orggraph.model.relations import Relation


class Walkable(Protocol):
    """What a walk needs of an index."""

    @property
    def nodes(self) -> Mapping[str, Node]:
        """The nodes by id."""
        ...

    def iter_relations(self, types: Collection[str] | None = None) -> Iterator[Relation]:
        """Yield the relations of some types, or all, in order."""
        ...

    def relations_to(self, node: str, types: Collection[str] | None = None) -> Collection[Relation]:
        """Return the relations whose target is a node: of some types, or of all."""
        ...


def find_tops(index: Walkable, types: Collection[str]) -> list[str]:
    """Return the nodes that relations of some types lead to, and none leads on from, by id."""
    sources: set[str] = set()
    targets: set[str] = set()
    for relation in index.iter_relations(types):
        sources.add(relation.source)
        targets.add(relation.target)
    return sorted(targets - sources)


def count_apart(index: Walkable, types: Collection[str]) -> int:
    """Return how many nodes are no end of any relation of some types."""
    joined = {end for r in index.iter_relations(types) for end in (r.source, r.target)}
    return len(index.nodes) - len(joined)


def count_below(index: Walkable, node: str, types: Collection[str]) -> int:
    """Return how many other nodes reach a node, at any distance, by relations of some types."""
    seen, waiting = {node}, [node]
    while waiting:
        found = {r.source for r in index.relations_to(waiting.pop(), types)} - seen
        seen |= found
        waiting += found
    return len(seen) - 1
