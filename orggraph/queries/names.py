"""Find the node that a person means by what they typed."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from orggraph.errors import UnknownNodeError
from orggraph.model import Graph, Node
from orggraph.text import collation_key, fold

_MOST_CANDIDATES = 8
_LEAST_LIKENESS = 55  # of 100; below it a candidate is no help


def find_node(graph: Graph, query: str) -> Node:
    """Return the node that ``query`` means: by id, name, alias, translated name or identifier.

    An exact id wins; then a whole name, folded; then an exact identifier; then the beginning of
    just one node's names; then a part of just one's. Raises UnknownNodeError with the candidates
    where none fits, or several do, and where what fits is not there on the date of the graph.
    """
    # On any date a name means the same, and never another that is left when its own is gone.
    whole = graph if graph.undated is None else graph.undated
    fitting = _find_fitting(whole, query)
    there = sorted(fitting & graph.nodes.keys())
    if len(there) == 1:
        return graph.nodes[there[0]]
    if there:
        raise _error("ambiguous-node", graph, query, there)
    if fitting:
        raise _error("node-not-then", whole, query, sorted(fitting), date=graph.day)
    candidates = find_similar(graph, query)
    raise _error("unknown-node" if candidates else "no-node-like", graph, query, candidates)


def _find_fitting(graph: Graph, query: str) -> set[str]:
    """Return the ids of the nodes that ``query`` may mean, by the best way in which any fits."""
    if query in graph.nodes:
        return {query}
    key = fold(query)
    names = _names_by_key(graph.nodes.values())
    fitting = names.get(key, set()) or _identified(graph, query)
    for fits in (str.startswith, str.__contains__):
        if fitting or not key:
            break
        fitting = {node for name, nodes in names.items() if fits(name, key) for node in nodes}
    return fitting


def _identified(graph: Graph, query: str) -> set[str]:
    """Return the ids of the nodes that a register knows as ``query``."""
    said = query.strip()
    return {n.id for n in graph.nodes.values() if any(said == value for _, value in n.identifiers)}


def find_similar(graph: Graph, query: str, *, limit: int = _MOST_CANDIDATES) -> Sequence[str]:
    """Return the ids of the nodes whose names are most like ``query``, the likest first."""
    from rapidfuzz import fuzz, process  # only a mistake needs it

    names = _names_by_key(graph.nodes.values())
    # All of them, since several names may be those of one node.
    found = process.extract(
        fold(query), list(names), scorer=fuzz.WRatio, score_cutoff=_LEAST_LIKENESS, limit=None
    )
    ranked = (node for name, _, _ in found for node in sorted(names[name]))
    return list(dict.fromkeys(ranked))[:limit]


def find_completions(graph: Graph, beginning: str) -> list[Node]:
    """Return the nodes one of whose names, or words in them, begins in this way, by name."""
    key = fold(beginning)
    fitting = (
        node
        for node in graph.nodes.values()
        if not key
        or any(
            fold(name).startswith(key) or any(fold(w).startswith(key) for w in name.split())
            for name in _names(node)
        )
    )
    return sorted(fitting, key=lambda node: collation_key(node.name.original))


def _names(node: Node) -> tuple[str, ...]:
    return (node.id, *node.name.all(), *node.aliases)


def _names_by_key(nodes: Iterable[Node]) -> dict[str, set[str]]:
    keys: dict[str, set[str]] = defaultdict(set)
    for node in nodes:
        for name in _names(node):
            keys[fold(name)].add(node.id)
    return keys


def _error(
    key: str, graph: Graph, query: str, candidates: Sequence[str], **facts: object
) -> UnknownNodeError:
    shown = _Candidates(graph.nodes[id_] for id_ in candidates)
    return UnknownNodeError(key, candidates=candidates, query=query, shown=shown, **facts)


class _Candidates(tuple[Node, ...]):
    """Nodes that may be meant, for a sentence in any language."""

    def message(self, language: str, /) -> str:
        shown = [f"{n.id} ({n.name.in_language(language)})" for n in self[:_MOST_CANDIDATES]]
        return ", ".join(shown if len(shown) == len(self) else [*shown, "…"])
