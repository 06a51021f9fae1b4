"""Lists of nodes and relations, and who does something to whom."""

from collections.abc import Collection, Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from orggraph.errors import UnknownTermError
from orggraph.model import Graph, Node, Relation
from orggraph.model.order import relation_order
from orggraph.queries.rows import Rows
from orggraph.text import TextList
from orggraph.vocabulary import Vocabulary


class NodeList(NamedTuple):
    """Nodes, by kind and name; made as they are read (`Rows`)."""

    nodes: Sequence[Node]


class RelationList(NamedTuple):
    """Relations, in the order of the graph.

    `inverse` says that they were asked for by an inverse label, so that they read from target to
    source; `related` are relations that would answer for another type of the same family. Where
    no node was asked about, they are made as they are read (`Rows`).
    """

    relations: Sequence[Relation]
    inverse: bool = False
    related: tuple[Relation, ...] = ()


def find_nodes(graph: Graph, *, kind: str | None = None) -> NodeList:
    """Return the nodes of a kind, or all; raises UnknownTermError for what is no kind."""
    by_name = graph.index.nodes_by_name
    if kind is not None:
        wanted = find_kind_id(graph.vocabulary, kind)
        return NodeList(Rows(lambda: by_name(wanted)))
    kinds, whole = graph.vocabulary.kinds, graph.undated or graph
    return NodeList(
        Rows(lambda: chain.from_iterable(map(by_name, kinds)), lambda: len(whole.nodes))
    )


def find_kind_id(vocabulary: Vocabulary, words: str) -> str:
    """Return the id of the kind that is called ``words``; raises UnknownTermError for none."""
    if found := vocabulary.find_kind(words):
        return found.id
    kinds = TextList(kind.label for kind in vocabulary.kinds.values())
    raise UnknownTermError("unknown-kind", words=words, kinds=kinds)


def find_relations(
    graph: Graph, *, types: Collection[str] | None = None, node: str | None = None
) -> RelationList:
    """Return the relations of some types, or of a node, or of all."""
    if node is None:
        return _all(graph, types)
    found = (*graph.relations_from(node, types), *graph.relations_to(node, types))
    return RelationList(_in_order(graph, found))


def find_who(graph: Graph, words: str, *, target: str | None = None) -> RelationList:
    """Return who does something to ``target``, or to anyone: "who appoints the steering group".

    ``words`` are a type's label, forward or inverse, or a family. Raises UnknownTermError and
    UnknownNodeError.
    """
    types, inverse = graph.vocabulary.select_types(words)
    return _find(graph, types, target, leads_to=not inverse)._replace(inverse=inverse)


def find_whom(graph: Graph, words: str, *, source: str | None = None) -> RelationList:
    """Return to whom ``source``, or anyone, does something: "whom KD-Net appoints"."""
    types, inverse = graph.vocabulary.select_types(words)
    return _find(graph, types, source, leads_to=inverse)._replace(inverse=inverse)


def _find(
    graph: Graph, types: Collection[str], node: str | None, *, leads_to: bool
) -> RelationList:
    """Return the relations of some types that lead to a node, or else from it, or all there are.

    Symmetric ones do both.
    """
    if node is None:
        return _all(graph, types)
    graph.node(node)
    known = graph.vocabulary.types
    families = {known[type_].family for type_ in types}
    akin = frozenset(type_.id for type_ in known.values() if type_.family in families)
    both_ways = frozenset(type_ for type_ in akin if known[type_].is_symmetric)
    leaving = graph.relations_from(node, both_ways if leads_to else akin)
    arriving = graph.relations_to(node, akin if leads_to else both_ways)
    fitting = _in_order(graph, (*leaving, *arriving))
    return RelationList(
        tuple(r for r in fitting if r.type in types),
        related=tuple(r for r in fitting if r.type not in types),
    )


def _all(graph: Graph, types: Collection[str] | None) -> RelationList:
    index = graph.index
    return RelationList(
        Rows(lambda: index.iter_relations(types), lambda: index.count_relations(types))
    )


def _in_order(graph: Graph, relations: Iterable[Relation]) -> tuple[Relation, ...]:
    """Return relations in the order of the graph, each once."""
    once = {relation.id: relation for relation in relations}
    return tuple(sorted(once.values(), key=relation_order(graph.vocabulary)))
