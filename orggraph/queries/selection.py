"""Lists of nodes and relations, and who does something to whom."""

from collections.abc import Collection
from typing import NamedTuple

from orggraph.errors import UnknownTermError
from orggraph.model import Graph, Node, Relation
from orggraph.text import TextList, collation_key
from orggraph.vocabulary import Vocabulary


class NodeList(NamedTuple):
    """Nodes, by kind and name."""

    nodes: tuple[Node, ...]


class RelationList(NamedTuple):
    """Relations, in the order of the graph.

    `inverse` says that they were asked for by an inverse label, so that they read from target to
    source; `related` are relations that would answer for another type of the same family.
    """

    relations: tuple[Relation, ...]
    inverse: bool = False
    related: tuple[Relation, ...] = ()


def find_nodes(graph: Graph, *, kind: str | None = None) -> NodeList:
    """Return the nodes of a kind, or all; raises UnknownTermError for what is no kind."""
    wanted = None if kind is None else _kind_id(graph.vocabulary, kind)
    order = {kind_id: rank for rank, kind_id in enumerate(graph.vocabulary.kinds)}
    found = (n for n in graph.nodes.values() if wanted in (None, n.kind))
    by_kind_and_name = sorted(
        found, key=lambda n: (order[n.kind], *collation_key(n.name.original), n.id)
    )
    return NodeList(tuple(by_kind_and_name))


def find_relations(
    graph: Graph, *, types: Collection[str] | None = None, node: str | None = None
) -> RelationList:
    """Return the relations of some types, or of a node, or of all."""
    found = (
        relation
        for relation in graph.relations.values()
        if (types is None or relation.type in types)
        and (node is None or node in (relation.source, relation.target))
    )
    return RelationList(tuple(found))


def find_who(graph: Graph, words: str, *, target: str | None = None) -> RelationList:
    """Return who does something to ``target``, or to anyone: "who appoints the steering group".

    ``words`` are a type's label, forward or inverse, or a family. Raises UnknownTermError and
    UnknownNodeError.
    """
    return _find(graph, words, subject=None, object_=target)


def find_whom(graph: Graph, words: str, *, source: str | None = None) -> RelationList:
    """Return to whom ``source``, or anyone, does something: "whom KD-Net appoints"."""
    return _find(graph, words, subject=source, object_=None)


def _find(graph: Graph, words: str, *, subject: str | None, object_: str | None) -> RelationList:
    types, inverse = graph.vocabulary.select_types(words)
    asked = subject if object_ is None else object_
    if asked is not None:
        graph.node(asked)
    families = {graph.vocabulary.types[type_].family for type_ in types}

    def fits(relation: Relation) -> bool:
        ends = (relation.source, relation.target)
        first, second = reversed(ends) if inverse else ends
        if graph.vocabulary.types[relation.type].is_symmetric:
            return asked is None or asked in ends
        return subject in (None, first) and object_ in (None, second)

    fitting = [relation for relation in graph.relations.values() if fits(relation)]
    return RelationList(
        tuple(r for r in fitting if r.type in types),
        inverse,
        tuple(
            r
            for r in fitting
            if asked is not None
            and r.type not in types
            and graph.vocabulary.types[r.type].family in families
        ),
    )


def _kind_id(vocabulary: Vocabulary, words: str) -> str:
    if found := vocabulary.find_kind(words):
        return found.id
    kinds = TextList(kind.label for kind in vocabulary.kinds.values())
    raise UnknownTermError("unknown-kind", words=words, kinds=kinds)
