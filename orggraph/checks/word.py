"""Where word may go in a graph: by reporting, contact and support, and by who is in what."""

from collections import deque
from collections.abc import Callable, Iterator

from orggraph.checks.case import Types
from orggraph.model import Graph

_KEPT = 200_000
"""How many nodes are kept of the regions that no word comes out of, or into."""


class Word:
    """Tells whether word from one node may reach another.

    Whoever is in a node may carry the word, however many links that takes. It is looked for from
    both ends, the smaller side first, as far as either goes (Pohl 1971).
    """

    def __init__(self, graph: Graph) -> None:
        """Take the graph that word goes through."""
        self._graph, self._types = graph, Types(graph)
        self._closed_onwards: deque[set[str]] = deque()
        self._closed_back: deque[set[str]] = deque()

    def reaches(self, node: str, overseer: str) -> bool:
        """Return whether word from a node may reach an overseer, or somebody in it."""
        inside = (r.source for r in self._graph.relations_to(overseer, self._types.inside))
        ahead, behind = {node}, {overseer, *inside}
        if any(node in region and region.isdisjoint(behind) for region in self._closed_onwards):
            return False
        if any(behind <= region and node not in region for region in self._closed_back):
            return False
        new_ahead, new_behind = ahead, behind
        while ahead.isdisjoint(behind):
            if not new_ahead:
                _keep(self._closed_onwards, ahead)
                return False
            if not new_behind:
                _keep(self._closed_back, behind)
                return False
            if len(new_ahead) <= len(new_behind):
                new_ahead = _step(new_ahead, ahead, self._onwards)
            else:
                new_behind = _step(new_behind, behind, self._back)
        return True

    def _onwards(self, node: str) -> Iterator[str]:
        """Yield whom a node tells: who is in it, and to whom it reports or speaks."""
        graph, types = self._graph, self._types
        yield from (r.source for r in graph.relations_to(node, types.inside | types.mutual))
        yield from (r.target for r in graph.relations_from(node, types.told))

    def _back(self, node: str) -> Iterator[str]:
        """Yield who tells a node."""
        graph, types = self._graph, self._types
        yield from (r.target for r in graph.relations_from(node, types.inside | types.mutual))
        yield from (r.source for r in graph.relations_to(node, types.told))


def _step(edge: set[str], seen: set[str], next_: Callable[[str], Iterator[str]]) -> set[str]:
    """Return the nodes that come next after some, and add them to those that were seen."""
    found = {other for node in edge for other in next_(node)} - seen
    seen |= found
    return found


def _keep(regions: deque[set[str]], region: set[str]) -> None:
    """Keep a region that nothing leads out of, in place of the oldest ones if they are large."""
    regions.append(region)
    while len(regions) > 8 or (len(regions) > 1 and sum(map(len, regions)) > _KEPT):
        regions.popleft()
