"""What a graph itself answers, as rows."""

from collections import Counter
from collections.abc import Iterable
from itertools import product

from orggraph import OrgGraph
from orggraph.model import Graph, PartialDate
from orggraph.queries.lines import find_chain, find_superiors, find_tree
from orggraph.queries.paths import Tier, find_path

Rows = list[tuple[object, ...]]


def all_pairs(graph: Graph) -> list[tuple[str, str]]:
    return list(product(graph.nodes, repeat=2))


def paths(graph: Graph, pairs: Iterable[tuple[str, str]]) -> Rows:
    rows: Rows = []
    for source, target in pairs:
        found = find_path(graph, source=source, target=target, strict=True)
        if found.tier is Tier.NONE:
            rows.append((source, target, "none", None, None, None, None, None))
            continue
        size = len(found.hops)
        rows.append((source, target, "reporting", size, 0, source, None, None))
        rows += [
            (source, target, "reporting", size, at, hop.target, hop.relation.id, hop.relation.type)
            for at, hop in enumerate(found.hops, 1)
        ]
    return in_order(rows)


def chains(graph: Graph, nodes: Iterable[str]) -> Rows:
    rows: Rows = []
    for node in nodes:
        for row in find_chain(graph, node).rows:
            if (r := row.relation) is None:
                continue
            steps = find_path(graph, source=node, target=r.source, strict=True).hops
            is_top = int(not find_superiors(graph, r.target))
            rows.append((node, len(steps) + 1, r.source, r.target, r.id, r.type, r.line, is_top))
    return in_order(rows)


def subordinates(graph: Graph, nodes: Iterable[str]) -> Rows:
    return in_order(
        (node, below, len(find_path(graph, source=below, target=node, strict=True).hops))
        for node in nodes
        for below in {row.node for row in find_tree(graph, node).rows} - {node}
    )


def counts(graph: Graph, nodes: Iterable[str]) -> Rows:
    rows: Rows = []
    for node in nodes:
        depths = [row[2] for row in subordinates(graph, [node])]
        levels = max(depths, default=0)  # type: ignore[type-var]
        rows.append((node, depths.count(1), len(depths), levels))
    return in_order(rows)


def findings(graph: Graph, day: PartialDate) -> Counter[str]:
    """How many findings `OrgGraph.check` has on a day, by code."""
    report = OrgGraph.from_sound(graph.parts).as_of(str(day)).check()
    return Counter(found.code for found in report.problems)


def in_order(rows: Iterable[tuple[object, ...]]) -> Rows:
    return sorted(map(tuple, rows), key=repr)
