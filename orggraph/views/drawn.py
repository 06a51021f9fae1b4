"""The relations that a picture is about, found at the nodes that they join."""

from collections.abc import Collection, Iterator

from orggraph.model import Graph, Relation


class Drawn:
    """The relations of a graph of some types, or of all, and without derived ones if so chosen."""

    def __init__(self, graph: Graph, types: Collection[str] | None, *, derived: bool) -> None:
        self._graph = graph
        self._types = types
        self._derived = derived

    def has(self, relation: Relation) -> bool:
        """Whether a relation is among them."""
        of_type = self._types is None or relation.type in self._types
        return of_type and (self._derived or not relation.is_derived)

    def leaving(self, node: str) -> Iterator[Relation]:
        """Yield those whose source is a node, in the order of the graph."""
        return filter(self.has, self._graph.relations_from(node, self._types))

    def arriving(self, node: str) -> Iterator[Relation]:
        """Yield those whose target is a node, in the order of the graph."""
        return filter(self.has, self._graph.relations_to(node, self._types))

    def touching(self, node: str) -> Iterator[Relation]:
        """Yield those of a node: `leaving` ones, then, if they are asked for, `arriving` ones."""
        yield from self.leaving(node)
        yield from self.arriving(node)
