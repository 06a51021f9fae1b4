"""Which end of each line stands above the other.

Superiors stand above their subordinates. Where two lines contradict each other (a committee reports
to a board and elects one of its members), the one that counts more decides, and the other is drawn
against the current. What neither end is superior in (contact) follows the rest.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from orggraph.views.content import Link


class Pull(NamedTuple):
    """Two nodes of which the upper should stand above the lower, and how much that counts."""

    upper: str
    lower: str
    weight: int


class TopologicalOrder:
    """An order of nodes that edges are added to as long as they make no cycle.

    The algorithm is that of D. J. Pearce and P. H. J. Kelly, "A dynamic topological sort algorithm
    for directed acyclic graphs", ACM Journal of Experimental Algorithmics 11 (2007): an edge that
    goes against the order moves only the nodes that stand between its ends.
    """

    def __init__(self, nodes: Sequence[str]) -> None:
        """Begin with the nodes in the order given, and no edges."""
        self.position = {node: place for place, node in enumerate(nodes)}
        self._below: dict[str, set[str]] = {node: set() for node in nodes}
        self._above: dict[str, set[str]] = {node: set() for node in nodes}

    def add(self, upper: str, lower: str) -> bool:
        """Add an edge; return False, and add nothing, where that would make a cycle."""
        position = self.position
        if position[upper] >= position[lower]:
            after = _reach(self._below, lower, lambda node: position[node] <= position[upper])
            if upper in after:
                return False
            before = _reach(self._above, upper, lambda node: position[node] >= position[lower])
            place = position.__getitem__
            moved = [*sorted(before, key=place), *sorted(after, key=place)]
            places = sorted(position[node] for node in moved)
            position.update(zip(moved, places, strict=True))
        self._below[upper].add(lower)
        self._above[lower].add(upper)
        return True


def _reach(edges: dict[str, set[str]], start: str, inside: Callable[[str], bool]) -> set[str]:
    """Return what can be reached from a node by way of nodes that are ``inside``."""
    found, stack = {start}, [start]
    while stack:
        for node in edges[stack.pop()]:
            if node not in found and inside(node):
                found.add(node)
                stack.append(node)
    return found


def find_pulls(nodes: Sequence[str], links: Iterable[Link]) -> tuple[Pull, ...]:
    """Return which nodes should stand above which, without cycles, one pull for two nodes.

    A link of which neither end is superior pulls only where a node would hang in the air otherwise.
    ``nodes`` stand in the order in which they are preferred at the top.
    """
    order = TopologicalOrder(nodes)
    weights: dict[tuple[str, str], int] = {}
    free: list[Link] = []
    held: set[str] = set()
    for link in sorted(links, key=lambda link: (-link.strength, link.id)):
        if link.above is None:
            free.append(link)
            continue
        ends = (link.source, link.target)
        upper, lower = ends if link.above == "source" else ends[::-1]
        if not order.add(upper, lower):
            upper, lower = lower, upper  # the other way there is a path, so this is no cycle
        weights[upper, lower] = weights.get((upper, lower), 0) + link.strength
        held.update(ends)
    for link in free:
        source, target = link.source, link.target
        known = next((p for p in ((source, target), (target, source)) if p in weights), None)
        if known:
            weights[known] += link.strength
        elif source not in held or target not in held:
            upper, lower = sorted((source, target), key=order.position.__getitem__)
            order.add(upper, lower)
            weights[upper, lower] = link.strength
    place = {node: number for number, node in enumerate(nodes)}
    in_order = sorted(weights.items(), key=lambda pull: [place[end] for end in pull[0]])
    return tuple(Pull(*ends, weight) for ends, weight in in_order)
