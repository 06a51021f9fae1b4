"""Find the node that a person means by what they typed."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from orggraph.errors import UnknownNodeError
from orggraph.model import Graph, Node
from orggraph.model.names import names_of
from orggraph.text import collation_key, fold

MOST_CANDIDATES = 100
"""How many nodes that a name may mean are told apart; of a register, "a" may mean millions."""

MOST_COMPLETIONS = 500
"""How many nodes are offered to complete what was typed."""

_MOST_SHOWN = 8
_LEAST_LIKENESS = 55  # of 100; below it a candidate is no help
_MOST_TRIED = 5_000  # of the nodes with what was typed in a name, while a word is to begin with it


def find_node(graph: Graph, query: str) -> Node:
    """Return the node that ``query`` means: by id, name, alias, translated name or identifier.

    An exact id wins; then a whole name, folded; then an exact identifier; then the beginning of
    just one node's names; then a part of just one's. Raises UnknownNodeError with the candidates
    where none fits, or several do, and where what fits is not there on the date of the graph: the
    first `MOST_CANDIDATES` of them at most, whole names by id, and parts by name.
    """
    # On any date a name means the same, and never another that is left when its own is gone.
    whole = graph if graph.undated is None else graph.undated
    there: list[str] = []
    gone: list[str] = []
    for id_ in _iter_fitting(whole, query):
        if whole is graph or id_ in graph.nodes:
            there.append(id_)
        elif len(gone) < MOST_CANDIDATES:
            gone.append(id_)
        if len(there) == MOST_CANDIDATES:
            break
    if len(there) == 1:
        return graph.nodes[there[0]]
    if there:
        raise _error("ambiguous-node", graph, query, there)
    if gone:
        raise _error("node-not-then", whole, query, gone, date=graph.day)
    candidates = find_similar(graph, query)
    raise _error("unknown-node" if candidates else "no-node-like", graph, query, candidates)


def _iter_fitting(graph: Graph, query: str) -> Iterator[str]:
    """Return the ids of the nodes that ``query`` may mean, by the best way in which any fits."""
    if query in graph.nodes:
        return iter((query,))
    key, names = fold(query), graph.index.names
    whole = names.of_key(key) or names.of_identifier(query.strip())
    if whole or not key:
        return iter(whole)
    beginning = names.starting(key)
    first = next(beginning, None)
    return names.containing(key) if first is None else chain((first,), beginning)


def find_similar(graph: Graph, query: str, *, limit: int = _MOST_SHOWN) -> Sequence[str]:
    """Return the ids of the nodes whose names are most like ``query``, the likest first.

    Equally like ones are in the order of their ids.
    """
    from rapidfuzz import fuzz, process  # only a mistake needs it

    key = fold(query)
    keys, ids = [], []
    for name, id_ in graph.index.names.resembling(key):
        keys.append(name)
        ids.append(id_)
    # All of them, since several names may be those of one node.
    found = process.extract(key, keys, scorer=fuzz.WRatio, score_cutoff=_LEAST_LIKENESS, limit=None)
    ranked = sorted((-likeness, ids[place]) for _, likeness, place in found)
    return list(dict.fromkeys(id_ for _, id_ in ranked))[:limit]


def find_completions(graph: Graph, beginning: str, *, limit: int = MOST_COMPLETIONS) -> list[Node]:
    """Return the nodes one of whose names, or words in them, begins in this way, by name.

    Where there are more than ``limit``, those with a name that begins so come before the others.
    """
    found = (graph.nodes[id_] for id_ in islice(_iter_beginning(graph, fold(beginning)), limit))
    return sorted(found, key=lambda node: collation_key(node.name.original))


def _iter_beginning(graph: Graph, key: str) -> Iterator[str]:
    """Yield the ids of the nodes with a name, and then of those with a word, that begins so."""
    if not key:
        yield from graph.nodes
        return
    names = graph.index.names
    seen = set()
    for id_ in names.starting(key):
        seen.add(id_)
        yield id_
    # After a letter of the word before, an e at the beginning may have folded away.
    for id_ in islice(names.containing(key.lstrip("e") or key), _MOST_TRIED):
        if id_ not in seen and _has_word(graph.nodes[id_], key):
            yield id_


def _has_word(node: Node, key: str) -> bool:
    return any(fold(word).startswith(key) for name in names_of(node) for word in name.split())


def _error(
    key: str, graph: Graph, query: str, candidates: Sequence[str], **facts: object
) -> UnknownNodeError:
    shown = _Candidates(graph.nodes[id_] for id_ in candidates[: _MOST_SHOWN + 1])
    return UnknownNodeError(key, candidates=candidates, query=query, shown=shown, **facts)


class _Candidates(tuple[Node, ...]):
    """Nodes that may be meant, for a sentence in any language."""

    def message(self, language: str, /) -> str:
        shown = [f"{n.id} ({n.name.in_language(language)})" for n in self[:_MOST_SHOWN]]
        return ", ".join(shown if len(shown) == len(self) else [*shown, "…"])
