"""All the shortest ways between two nodes, searched from both ends at once."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from heapq import heappop, heappush
from operator import attrgetter

from orggraph.queries.ways import CHEAPEST, Cost, Step, Ways

Leaving = Mapping[str, Sequence[Step]]
"""Steps by the node that they leave, in the order of the ids of the nodes that they lead to."""


def find_shortest(source: str, target: str, ways: Ways) -> Leaving:
    """Return the steps that lie on any shortest path between two nodes, by the node they leave.

    Empty where there is no path. Dijkstra's algorithm (1959) over costs compared in order, from
    both ends (Nicholson 1966), always on from the end that has fewer nodes waiting, and keeping
    every equally good step. It ends when a path by way of a step between two nodes that still wait,
    the one here and the other there, would be worse than the best: each step of an equally good one
    then begins at a node that is done from the one end, or leads to one that is done from the
    other. It ends as well when one end has no node waiting: then all that it reaches is known.
    """
    there = _Search(source, ways.leaving, near="source", far="target")
    back = _Search(target, ways.arriving, near="target", far="source")
    least: Cost | None = None
    while (near := there.nearest()) and (far := back.nearest()):
        if least is not None and near.plus(CHEAPEST).plus(far) > least:
            break
        side, other = (there, back) if len(there.waiting) <= len(back.waiting) else (back, there)
        for node in side.advance():
            if (rest := other.costs.get(node)) is not None:
                cost = side.costs[node].plus(rest)
                least = cost if least is None else min(least, cost)
    if least is None:
        return {}
    meeting = [
        node
        for node in there.costs.keys() & back.costs.keys()
        if there.costs[node].plus(back.costs[node]) == least
    ]
    found: dict[str, dict[str, Step]] = {}
    for step in (*there.steps_to(meeting), *back.steps_to(meeting)):
        found.setdefault(step.source, {})[step.target] = step
    return {node: [steps[target] for target in sorted(steps)] for node, steps in found.items()}


class _Search:
    """What is known from one end: the least costs so far, and the steps that led to them."""

    def __init__(
        self, start: str, steps_at: Callable[[str], Iterable[Step]], *, near: str, far: str
    ) -> None:
        """Begin at ``start``; ``near`` and ``far`` are which ends of a step are as seen from it."""
        self.costs = {start: Cost()}
        self.waiting: list[tuple[Cost, str]] = [(Cost(), start)]
        self._steps: dict[str, list[Step]] = {}
        self._steps_at = steps_at
        self._near: Callable[[Step], str] = attrgetter(near)
        self._far: Callable[[Step], str] = attrgetter(far)

    def nearest(self) -> Cost | None:
        """Return the cost of the next node; None where none is waiting."""
        while self.waiting and self.waiting[0][0] > self.costs[self.waiting[0][1]]:
            heappop(self.waiting)  # a better way to it was found meanwhile
        return self.waiting[0][0] if self.waiting else None

    def advance(self) -> Iterator[str]:
        """Go on from the next node, and yield the neighbours to which that is a better way."""
        cost, node = heappop(self.waiting)
        for step in self._steps_at(node):
            end = self._far(step)
            reached = cost.plus(step.cost)
            known = self.costs.get(end)
            if known is None or reached < known:
                self.costs[end] = reached
                self._steps[end] = [step]
                heappush(self.waiting, (reached, end))
                yield end
            elif reached == known:
                self._steps[end].append(step)

    def steps_to(self, nodes: Iterable[str]) -> Iterator[Step]:
        """Yield the steps that lie on the best ways between this end and some nodes."""
        waiting = list(nodes)
        seen = set(waiting)
        while waiting:
            for step in self._steps.get(waiting.pop(), ()):
                yield step
                before = self._near(step)
                if before not in seen:
                    seen.add(before)
                    waiting.append(before)
