"""What is around a node: which nodes are within reach, and how many are just beyond it."""

from collections.abc import Callable, Collection, Iterable, Mapping
from types import MappingProxyType

from orggraph.model import Graph, Relation
from orggraph.views.ranks import strength_of, superior_end
from orggraph.views.view import Side

_SIDES: Mapping[str | None, tuple[Side, Side]] = MappingProxyType(
    {"target": ("above", "below"), "source": ("below", "above"), None: ("both", "both")}
)
"""By which end of a relation is above: on which side its target is, and on which its source."""


class Neighbours:
    """The neighbours of nodes, each found when it is asked for."""

    def __init__(
        self,
        graph: Graph,
        relations_of: Callable[[str], Iterable[Relation]],
        leads_to_card: Callable[[Relation, str], bool],
    ) -> None:
        """Follow the relations that ``relations_of`` a node gives, to ends that may be cards."""
        self._types = graph.vocabulary.types
        self._relations_of = relations_of
        self._leads_to_card = leads_to_card
        self._known: dict[str, Mapping[str, Side]] = {}

    def of(self, node: str) -> Mapping[str, Side]:
        """Return the neighbours of a node, and on which side of it they are.

        The strongest relation that says who is above decides, and the first in the order of the
        graph among equally strong ones; where none does, it is both sides.
        """
        if node not in self._known:
            self._known[node] = self._find(node)
        return self._known[node]

    def reach(self, centre: str, depth: int | None, side: Side) -> set[str]:
        """Return what is within ``depth`` steps of a node, to one side or to both."""
        reached, edge, level = {centre}, {centre}, 0
        while edge and (depth is None or level < depth):
            beyond = {
                other
                for node in edge
                for other, where in self.of(node).items()
                if "both" in (side, where) or where == side
            }
            edge = beyond - reached
            reached |= edge
            level += 1
        return reached

    def count_beyond(self, nodes: Iterable[str], shown: Collection[str]) -> Mapping[str, int]:
        """Return how many neighbours each of some nodes has that are not shown."""
        return {node: sum(other not in shown for other in self.of(node)) for node in nodes}

    def _find(self, node: str) -> Mapping[str, Side]:
        sides: dict[str, Side] = {}
        strengths: dict[str, int] = {}
        # Of two nodes, the relations of the one with the smaller id come first in a graph.
        for relation in sorted(self._relations_of(node), key=lambda r: r.source):
            is_source = relation.source == node
            other = relation.target if is_source else relation.source
            if other == node or not self._leads_to_card(relation, other):
                continue
            type_ = self._types[relation.type]
            above = superior_end(type_)
            strength = 0 if above is None else strength_of(type_.family)
            if strength > strengths.get(other, -1):
                strengths[other] = strength
                sides[other] = _SIDES[above][0 if is_source else 1]
        return sides
