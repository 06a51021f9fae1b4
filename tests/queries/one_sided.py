"""The shortest paths searched from one end: what a search from both must agree with."""

from collections.abc import Collection, Iterator
from heapq import heappop, heappush
from typing import NamedTuple

from orggraph.model import Graph, Relation
from orggraph.queries.paths import Tier


class _Cost(NamedTuple):
    against: int = 0
    not_reporting: int = 0
    hops: int = 0

    def plus(self, other: "_Cost") -> "_Cost":
        return _Cost(*(a + b for a, b in zip(self, other, strict=True)))


class _Step(NamedTuple):
    source: str
    target: str
    cost: _Cost
    relation: Relation
    forward: bool


Route = tuple[tuple[str, str, str, bool], ...]
"""For each hop: where from, where to, the id of the relation, and whether along its direction."""


def find_routes(graph: Graph, source: str, target: str) -> tuple[Tier, list[Route]]:
    """Return all shortest paths, in the order of the nodes on them, and the tier they need."""
    if source == target:
        return Tier.REPORTING, [()]
    for tier in (Tier.REPORTING, Tier.LINKS, Tier.CONNECTED):
        if arrivals := _search(graph, source, target, tier):
            routes = sorted(_routes(arrivals, source, target), key=lambda r: [h[1] for h in r])
            return tier, routes
    return Tier.NONE, []


def _search(graph: Graph, source: str, target: str, tier: Tier) -> dict[str, list[_Step]]:
    """Return the equally good last steps to each node; none where the target is not reached."""
    best = {source: _Cost()}
    arrivals: dict[str, list[_Step]] = {}
    heap = [(_Cost(), source)]
    while heap:
        cost, node = heappop(heap)
        if cost > best[node]:
            continue
        for step in _best_steps(graph, node, tier):
            reached = cost.plus(step.cost)
            known = best.get(step.target)
            if known is None or reached < known:
                best[step.target] = reached
                arrivals[step.target] = [step]
                heappush(heap, (reached, step.target))
            elif reached == known and step.target != source:
                arrivals[step.target].append(step)
    return arrivals if target in arrivals else {}


def _routes(arrivals: dict[str, list[_Step]], source: str, target: str) -> Iterator[Route]:
    if target == source:
        yield ()
        return
    for step in arrivals[target]:
        for route in _routes(arrivals, source, step.source):
            yield (*route, (step.source, step.target, step.relation.id, step.forward))


def _iter_steps(graph: Graph, node: str, tier: Tier) -> Iterator[_Step]:
    for relation in graph.relations.values():
        if relation.source == node:
            reports = graph.is_reporting(relation)
            if reports or tier is not Tier.REPORTING:
                cost = _Cost(0, int(not reports), 1)
                yield _Step(node, relation.target, cost, relation, forward=True)
        if relation.target == node and tier is not Tier.REPORTING:
            symmetric = graph.vocabulary.types[relation.type].is_symmetric
            if symmetric or tier is Tier.CONNECTED:
                cost = _Cost(int(not symmetric), 1, 1)
                yield _Step(node, relation.source, cost, relation, forward=symmetric)


def _best_steps(graph: Graph, node: str, tier: Tier) -> Collection[_Step]:
    best: dict[str, _Step] = {}
    for step in _iter_steps(graph, node, tier):
        rival = best.get(step.target)
        if rival is None or _preference(graph, step) < _preference(graph, rival):
            best[step.target] = step
    return best.values()


def _preference(graph: Graph, step: _Step) -> tuple[object, ...]:
    relation = step.relation
    indirect = (relation.status != "stated", relation.is_derived)
    return (step.cost, indirect, graph.vocabulary.rank_of(relation.type), relation.id)
