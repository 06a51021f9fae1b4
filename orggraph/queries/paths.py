"""How one node reaches another, and what kind of line that is."""

from collections.abc import Iterator
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

from orggraph.model import Graph, Relation
from orggraph.queries.lines import find_line_ends
from orggraph.queries.shortest import Leaving, find_shortest
from orggraph.queries.ways import Step, Ways
from orggraph.vocabulary import REPORTING

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
    reporting = graph.vocabulary.types_of(family=REPORTING)
    return PathResult(
        source,
        target,
        tier,
        tuple(paths[:limit]),
        len(paths) > limit,
        strict,
        beyond,
        tuple(find_line_ends(graph, source)),
        tuple(sorted({r.source for r in graph.relations_to(target, reporting)})),
    )


def _search(
    graph: Graph, source: str, target: str, limit: int
) -> tuple[Tier, list[tuple[Hop, ...]]]:
    if source == target:
        return Tier.REPORTING, [()]
    reporting = graph.vocabulary.types_of(family=REPORTING)
    symmetric = graph.vocabulary.types_of(trait="symmetric")
    for tier, ways in (
        (Tier.REPORTING, Ways(graph, along=reporting, against=())),
        (Tier.LINKS, Ways(graph, along=None, against=symmetric)),
        (Tier.CONNECTED, Ways(graph, along=None, against=None)),
    ):
        if steps := find_shortest(source, target, ways):
            routes = islice(_iter_routes(steps, source, target), limit)
            return tier, [tuple(_hop(graph, step) for step in route) for route in routes]
    return Tier.NONE, []


def _iter_routes(steps: Leaving, source: str, target: str) -> Iterator[tuple[Step, ...]]:
    """Yield each way along ``steps``, in the order of the ids of the nodes on it."""
    route: list[Step] = []
    stack = [iter(steps[source])]
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
            stack.append(iter(steps[step.target]))


def _hop(graph: Graph, step: Step) -> Hop:
    # What leaves a node is little; what arrives at one may be half of a register.
    between = [r for r in graph.relations_from(step.source) if r.target == step.target]
    between += [r for r in graph.relations_from(step.target) if r.target == step.source]
    also = tuple(relation for relation in between if relation.id != step.relation.id)
    return Hop(step.source, step.target, step.relation, step.forward, also)
