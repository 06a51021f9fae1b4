"""networkx: a MultiDiGraph with attributes, pickled, as its documentation advises.

A weight of None hides an edge, which is quicker than a view of the graph; for the sweep a graph of
the reporting lines alone is quicker than a view.
"""

import pickle
import time
from pathlib import Path
from typing import Any

import networkx
from common import REPORTING, cost, likest, relations, rows, serve, told_cost

Edges = dict[str, dict[str, str]]


def build(folder: str, target: str) -> None:
    start = time.perf_counter()
    graph: Any = networkx.MultiDiGraph()
    for node in rows(folder, "nodes"):
        graph.add_node(node.pop("id"), **node)
    for source, end, relation in relations(folder):
        graph.add_edge(source, end, key=relation.pop("type"), **relation)
    print(time.perf_counter() - start)
    with Path(target).open("wb") as file:
        pickle.dump(graph, file, pickle.HIGHEST_PROTOCOL)


def load(file: str) -> Any:
    with Path(file).open("rb") as opened:
        return pickle.load(opened)


def path(file: str, source: str, target: str) -> list[str]:
    def weight(_: str, __: str, edges: Edges) -> int | None:
        return 1 if any(e["family"] == REPORTING for e in edges.values()) else None

    return list(networkx.bidirectional_dijkstra(load(file), source, target, weight)[1])


def links(file: str, source: str, target: str) -> list[str]:
    def weight(_: str, __: str, edges: Edges) -> int:
        return min(cost(edge["family"]) for edge in edges.values())

    return told_cost(networkx.bidirectional_dijkstra(load(file), source, target, weight)[0])


def chain(file: str, node: str) -> list[str]:
    graph, line = load(file), [node]
    while above := [t for _, t, f in graph.out_edges(line[-1], "family") if f == REPORTING]:
        line += above
    return line


def who(file: str, family: str, node: str) -> list[str]:
    edges = load(file).in_edges(node, keys=True, data="family")
    return sorted(f"{source} {type_}" for source, _, type_, of in edges if of == family)


def name(file: str, asked: str) -> list[str]:
    return [node for node, called in load(file).nodes(data="name") if called == asked]


def misspelt(file: str, asked: str) -> list[str]:
    ids, names = zip(*load(file).nodes(data="name"), strict=True)
    return [ids[likest(list(names), asked)]]


def count(file: str, top: str) -> list[str]:
    edges = load(file).edges(data="family")
    reporting = networkx.DiGraph((s, t) for s, t, family in edges if family == REPORTING)
    return [str(len(networkx.ancestors(reporting, top)))]


ASKED = {f.__name__: f for f in (path, links, chain, who, name, misspelt, count)}

if __name__ == "__main__":
    serve(build, ASKED)
