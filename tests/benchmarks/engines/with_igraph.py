"""igraph: a graph of numbered vertices with attributes, pickled; ids are its vertex names."""

import time
from typing import Any

import igraph
from common import REPORTING, cost, likest, relations, rows, serve, told_cost

NODE = ("kind", "title", "classification", "aliases", "from", "until", "note")
EDGE = ("type", "family", "role", "from", "note")


def build(folder: str, target: str) -> None:
    start = time.perf_counter()
    nodes: dict[str, list[str | None]] = {key: [] for key in ("id", "name", *NODE)}
    for row in rows(folder, "nodes"):
        for key, values in nodes.items():
            values.append(row.get(key))
    nodes["label"], nodes["name"] = nodes["name"], nodes.pop("id")
    numbers = {id_: number for number, id_ in enumerate(nodes["name"])}
    ends: list[tuple[int, int]] = []
    edges: dict[str, list[Any]] = {key: [] for key in (*EDGE, "cost")}
    for source, end, relation in relations(folder):
        ends.append((numbers[source], numbers[end]))
        for key in EDGE:
            edges[key].append(relation.get(key))
        edges["cost"].append(cost(relation["family"]))
    graph = igraph.Graph(len(numbers), ends, directed=True, vertex_attrs=nodes, edge_attrs=edges)
    print(time.perf_counter() - start)
    graph.write_pickle(target)


def load(file: str) -> Any:
    return igraph.Graph.Read_Pickle(file)


def path(file: str, source: str, target: str) -> list[str]:
    """Return the path that has no other steps than reporting where there is one."""
    graph = load(file)
    return list(graph.vs[graph.get_shortest_path(source, target, "cost")]["name"])


def links(file: str, source: str, target: str) -> list[str]:
    graph = load(file)
    found = graph.get_shortest_path(source, target, "cost", output="epath")
    return told_cost(sum(graph.es[found]["cost"]))


def chain(file: str, node: str) -> list[str]:
    graph = load(file)
    line = [graph.vs.find(node)]
    while above := [e.target_vertex for e in line[-1].out_edges() if e["family"] == REPORTING]:
        line += above
    return [vertex["name"] for vertex in line]


def who(file: str, family: str, node: str) -> list[str]:
    edges = load(file).vs.find(node).in_edges()
    return sorted(f"{e.source_vertex['name']} {e['type']}" for e in edges if e["family"] == family)


def name(file: str, asked: str) -> list[str]:
    return list(load(file).vs.select(label=asked)["name"])


def misspelt(file: str, asked: str) -> list[str]:
    graph = load(file)
    return [graph.vs[likest(graph.vs["label"], asked)]["name"]]


def count(file: str, top: str) -> list[str]:
    graph = load(file)
    graph.delete_edges(family_ne=REPORTING)
    return [str(len(graph.subcomponent(top, mode="in")) - 1)]


ASKED = {f.__name__: f for f in (path, links, chain, who, name, misspelt, count)}

if __name__ == "__main__":
    serve(build, ASKED)
