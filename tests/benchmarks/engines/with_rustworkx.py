"""rustworkx: a PyDiGraph pickled with the numbers of its nodes, which are not found by id.

What is known of nodes and edges is tuples, which take less time and memory than dictionaries.
"""

import pickle
import time
from pathlib import Path
from typing import Any

import rustworkx
from common import REPORTING, cost, likest, relations, rows, serve, told_cost

NODE = ("id", "name", "kind", "title", "classification", "aliases", "from", "until", "note")
EDGE = ("type", "family", "role", "from", "note")
ID, NAME = NODE.index("id"), NODE.index("name")
TYPE, FAMILY = EDGE.index("type"), EDGE.index("family")
Values = tuple[str | None, ...]


def build(folder: str, target: str) -> None:
    start = time.perf_counter()
    graph = rustworkx.PyDiGraph(multigraph=True)
    nodes = [tuple(map(row.get, NODE)) for row in rows(folder, "nodes")]
    numbers = {node[ID]: number for number, node in enumerate(nodes)}
    graph.add_nodes_from(nodes)
    graph.add_edges_from(
        [(numbers[s], numbers[t], tuple(map(row.get, EDGE))) for s, t, row in relations(folder)]
    )
    print(time.perf_counter() - start)
    with Path(target).open("wb") as file:
        pickle.dump((graph, numbers), file, pickle.HIGHEST_PROTOCOL)


def load(file: str) -> tuple[Any, dict[str, int]]:
    with Path(file).open("rb") as opened:
        graph, numbers = pickle.load(opened)
    return graph, numbers


def _cost(edge: Values) -> float:
    return float(cost(edge[FAMILY] or ""))


def path(file: str, source: str, target: str) -> list[str]:
    """Return the path that has no other steps than reporting where there is one."""
    graph, numbers = load(file)
    end = numbers[target]
    found = rustworkx.dijkstra_shortest_paths(graph, numbers[source], end, weight_fn=_cost)[end]
    return [graph[node][ID] for node in found]


def links(file: str, source: str, target: str) -> list[str]:
    graph, numbers = load(file)
    end = numbers[target]
    lengths = rustworkx.dijkstra_shortest_path_lengths(graph, numbers[source], _cost, goal=end)
    return told_cost(lengths[end])


def chain(file: str, node: str) -> list[str]:
    graph, numbers = load(file)
    line = [numbers[node]]
    while above := [t for _, t, e in graph.out_edges(line[-1]) if e[FAMILY] == REPORTING]:
        line += above
    return [graph[node][ID] for node in line]


def who(file: str, family: str, node: str) -> list[str]:
    graph, numbers = load(file)
    edges = graph.in_edges(numbers[node])
    return sorted(f"{graph[s][ID]} {e[TYPE]}" for s, _, e in edges if e[FAMILY] == family)


def name(file: str, asked: str) -> list[str]:
    return [node[ID] for node in load(file)[0].nodes() if node[NAME] == asked]


def misspelt(file: str, asked: str) -> list[str]:
    nodes = load(file)[0].nodes()
    return [nodes[likest([node[NAME] for node in nodes], asked)][ID]]


def count(file: str, top: str) -> list[str]:
    graph, numbers = load(file)
    reporting = rustworkx.PyDiGraph()
    reporting.add_nodes_from(range(len(graph)))
    edges = (graph.get_edge_endpoints_by_index(e) for e in graph.filter_edges(_reports))
    reporting.add_edges_from_no_data(list(edges))
    return [str(len(rustworkx.ancestors(reporting, numbers[top])))]


def _reports(edge: Values) -> bool:
    return edge[FAMILY] == REPORTING


ASKED = {f.__name__: f for f in (path, links, chain, who, name, misspelt, count)}

if __name__ == "__main__":
    serve(build, ASKED)
