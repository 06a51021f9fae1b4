"""orggraph from Python: ``orggraph.load`` and the questions as methods."""

import sys

import orggraph


def ask(file: str, kind: str, *words: str) -> list[str]:
    """Return the answer in the words that all engines answer in."""
    graph = orggraph.load(file)
    if kind in ("path", "links"):
        hops = graph.find_path(*words).hops
        if kind == "path":
            return [words[0], *(hop.target for hop in hops)]
        aside = sum(not graph.is_reporting(hop.relation) for hop in hops)
        return [f"{len(hops)} hops, {aside} aside"]
    if kind == "chain":
        return [row.node for row in graph.find_chain(*words).rows]
    if kind == "who":
        found = graph.find_who(*words).relations
        ends = ((({r.source, r.target} - {words[1]}).pop(), r.type) for r in found)
        return sorted(map(" ".join, ends))
    if kind == "count":
        return [str(sum(1 + row.folded for row in graph.find_tree(*words, depth=1).rows) - 1)]
    if kind == "sweep":
        return [str(sum(1 for _ in graph.find_tree(*words).rows) - 1)]
    try:
        return [graph.find_node(*words).id]
    except orggraph.UnknownNodeError as error:
        return [error.candidates[0]]


if __name__ == "__main__":
    print("\n".join(ask(*sys.argv[2:])))
