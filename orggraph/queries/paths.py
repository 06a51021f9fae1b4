"""How one node reaches another, and what kind of line that is."""

from collections.abc import Collection, Iterator
from enum import StrEnum
from heapq import heappop, heappush
from itertools import islice
from typing import NamedTuple

from orggraph.model import Graph, Relation
from orggraph.queries.lines import find_line_ends

MOST_PATHS = 1_000
"""How many of the shortest paths are listed at most."""


class Tier(StrEnum):
    """What a path needs, from the best to none."""

    REPORTING = "reporting"
    """Reporting relations only, each in its direction."""
    LINKS = "links"
    """Relations of any family, each in its direction."""
    CONNECTED = "connected"
    """Relations also against their direction."""
    NONE = "none"


class Hop(NamedTuple):
    """One step of a path, from `source` to `target`.

    `forward` is false where the relation is followed against its direction, which leaves
    symmetric ones forward; `also` are the other relations between the two nodes.
    """

    source: str
    target: str
    relation: Relation
    forward: bool
    also: tuple[Relation, ...] = ()


class PathResult(NamedTuple):
    """The answer to how `source` reaches `target`.

    `paths` are the shortest ones, the first of them the canonical one; `more` says that there are
    further ones unlisted. `line_ends` is where the source's own reporting line ends, and
    `subordinates` are those who report to the target: what there is when there is no line.
    `beyond` is the tier that a strict question would have needed.
    """

    source: str
    target: str
    tier: Tier
    paths: tuple[tuple[Hop, ...], ...]
    more: bool
    strict: bool
    beyond: Tier
    line_ends: tuple[str, ...]
    subordinates: tuple[str, ...]

    @property
    def hops(self) -> tuple[Hop, ...]:
        """The steps of the canonical path; none where there is no path, or nowhere to go."""
        return self.paths[0] if self.paths else ()

    @property
    def is_found(self) -> bool:
        """Whether there is a path of a kind that was asked for."""
        return self.tier is not Tier.NONE


def find_path(graph: Graph, *, source: str, target: str, strict: bool = False) -> PathResult:
    """Return the shortest path between two nodes, by id, and the tier that it needs.

    A reporting line is preferred to a path with links, and that to a mere connection; ``strict``
    accepts a reporting line only. Within a tier the path has the fewest relations against their
    direction, then the fewest that do not report, then the fewest hops; ties break by the ids of
    the nodes on the way. Raises UnknownNodeError.
    """
    return find_paths(graph, source=source, target=target, strict=strict, limit=1)


def find_paths(
    graph: Graph, *, source: str, target: str, strict: bool = False, limit: int = MOST_PATHS
) -> PathResult:
    """Return all the shortest paths between two nodes, up to ``limit``, as `find_path` does one."""
    graph.node(source)
    graph.node(target)
    tier, paths = _search(graph, source, target, limit + 1)
    beyond = tier
    if strict and tier is not Tier.REPORTING:
        tier, paths = Tier.NONE, []
    reporting_to_target = (r.source for r in graph.relations_to(target) if graph.is_reporting(r))
    return PathResult(
        source,
        target,
        tier,
        tuple(paths[:limit]),
        len(paths) > limit,
        strict,
        beyond,
        tuple(find_line_ends(graph, source)),
        tuple(sorted(set(reporting_to_target))),
    )


def _search(
    graph: Graph, source: str, target: str, limit: int
) -> tuple[Tier, list[tuple[Hop, ...]]]:
    for tier in (Tier.REPORTING, Tier.LINKS, Tier.CONNECTED):
        if steps := _shortest_steps(graph, source, target, tier):
            routes = islice(_iter_routes(steps, source, target), limit)
            return tier, [tuple(_hop(graph, step) for step in route) for route in routes]
        if source == target:
            return tier, [()]
    return Tier.NONE, []


class _Cost(NamedTuple):
    """What a path costs, in the order in which that counts."""

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


def _iter_steps(graph: Graph, node: str, tier: Tier) -> Iterator[_Step]:
    """Yield every way from a node to a neighbour that a tier allows."""
    for relation in graph.relations_from(node):
        reports = graph.is_reporting(relation)
        if reports or tier is not Tier.REPORTING:
            cost = _Cost(0, int(not reports), 1)
            yield _Step(node, relation.target, cost, relation, forward=True)
    if tier is Tier.REPORTING:
        return
    for relation in graph.relations_to(node):
        symmetric = graph.vocabulary.types[relation.type].is_symmetric
        if symmetric or tier is Tier.CONNECTED:
            cost = _Cost(int(not symmetric), 1, 1)
            yield _Step(node, relation.source, cost, relation, forward=symmetric)


def _best_steps(graph: Graph, node: str, tier: Tier) -> Collection[_Step]:
    """Return the best step to each neighbour: the cheapest, then stated, then by vocabulary."""
    best: dict[str, _Step] = {}
    for step in _iter_steps(graph, node, tier):
        rival = best.get(step.target)
        if rival is None or _preference(graph, step) < _preference(graph, rival):
            best[step.target] = step
    return best.values()


def _preference(graph: Graph, step: _Step) -> tuple[object, ...]:
    relation = step.relation
    # What the source states in so many words comes before what follows from it.
    indirect = (relation.status != "stated", relation.is_derived)
    return (step.cost, indirect, graph.vocabulary.rank_of(relation.type), relation.id)


def _shortest_steps(graph: Graph, source: str, target: str, tier: Tier) -> dict[str, list[_Step]]:
    """Return the steps that lie on any shortest path, by the node they leave.

    Dijkstra's algorithm (1959) over costs compared in order, keeping every equally good
    predecessor; then back from the target. Empty where there is no path.
    """
    best = {source: _Cost()}
    arrivals: dict[str, list[_Step]] = {}
    heap = [(_Cost(), source)]
    while heap:
        cost, node = heappop(heap)
        if cost > best[node]:
            continue
        if node == target:
            break
        for step in _best_steps(graph, node, tier):
            reached = cost.plus(step.cost)
            known = best.get(step.target)
            if known is None or reached < known:
                best[step.target] = reached
                arrivals[step.target] = [step]
                heappush(heap, (reached, step.target))
            elif reached == known and step.target != source:
                arrivals[step.target].append(step)
    return _leading_to(target, arrivals)


def _leading_to(target: str, arrivals: dict[str, list[_Step]]) -> dict[str, list[_Step]]:
    leaving: dict[str, list[_Step]] = {}
    waiting, seen = [target], {target}
    while waiting:
        for step in arrivals.get(waiting.pop(), ()):
            leaving.setdefault(step.source, []).append(step)
            if step.source not in seen:
                seen.add(step.source)
                waiting.append(step.source)
    return leaving


def _iter_routes(
    steps: dict[str, list[_Step]], source: str, target: str
) -> Iterator[tuple[_Step, ...]]:
    """Yield each way along ``steps``, in the order of the ids of the nodes on it."""
    route: list[_Step] = []
    stack = [iter(_in_order(steps[source]))]
    while stack:
        step = next(stack[-1], None)
        if step is None:
            stack.pop()
            if route:
                route.pop()
        elif step.target == target:
            yield (*route, step)
        else:
            route.append(step)
            stack.append(iter(_in_order(steps[step.target])))


def _in_order(steps: list[_Step]) -> list[_Step]:
    return sorted(steps, key=lambda step: step.target)


def _hop(graph: Graph, step: _Step) -> Hop:
    ends = {step.source, step.target}
    also = tuple(
        relation
        for relation in (*graph.relations_from(step.source), *graph.relations_to(step.source))
        if {relation.source, relation.target} == ends and relation.id != step.relation.id
    )
    return Hop(step.source, step.target, step.relation, step.forward, also)
