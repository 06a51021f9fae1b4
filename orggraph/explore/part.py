"""What a page in one file holds of a graph: all of it, or what is around a node."""

from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from orggraph.errors import OrgGraphError
from orggraph.explore.ground import Ground
from orggraph.explore.scenes import relations_shown, scope_of
from orggraph.explore.spec import Spec
from orggraph.model import Relation
from orggraph.model.order import relation_order

MOST_NODES = 2_000
"""The most nodes of a page in one file: a browser is to open it at once."""


class Part(NamedTuple):
    """Nodes and relations, by id: those that a page knows, and which nodes may be cards in it.

    `cards` None is any of them: it is the whole graph.
    """

    nodes: tuple[str, ...]
    relations: tuple[Relation, ...]
    cards: tuple[str, ...] | None = None


def find_part(ground: Ground, spec: Spec) -> Part:
    """Return what a page begins with and has in it; ``spec`` is around a node, or is of all.

    Raises OrgGraphError where that is too much for a file.
    """
    if spec.around is None:
        graph = ground.graph
        _refuse_many(len(graph.nodes))
        return Part(tuple(sorted(graph.nodes)), _sorted(ground, graph.iter_relations()))
    scope = scope_of(ground, spec)
    ends = chain.from_iterable((r.source, r.target) for r in relations_shown(scope, spec))
    nodes = {*scope.nodes, *ends}
    _refuse_many(len(nodes))
    inside = (
        relation
        for node in nodes
        for relation in ground.graph.relations_from(node)
        if relation.target in nodes
    )
    return Part(tuple(sorted(nodes)), _sorted(ground, inside), tuple(sorted(scope.nodes)))


def _refuse_many(count: int) -> None:
    if count > MOST_NODES:
        raise OrgGraphError("explore-too-many-for-file", count=count, most=MOST_NODES)


def _sorted(ground: Ground, relations: Iterable[Relation]) -> tuple[Relation, ...]:
    return tuple(sorted(relations, key=relation_order(ground.graph.vocabulary)))
