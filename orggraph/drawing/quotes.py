"""The words that the lines of a picture rest on, for formats with room to tell them."""

from collections.abc import Iterable, Mapping

from orggraph.model import Graph, Relation
from orggraph.queries.telling import Telling
from orggraph.scene import Route, Scene

Quotes = Mapping[tuple[str, str], tuple[str, ...]]
"""Quotations with their sources, by the language they are told in and the relation's id."""


def find_quotes(graph: Graph, scenes: Iterable[Scene]) -> Quotes:
    """Return the quotations that the relations of pictures of a graph rest on, as they are told.

    They stand as the data have them: a picture is the same whether or not documents are at hand.
    """
    return {
        (scene.language, relation.id): told
        for scene in scenes
        for tell in [Telling(graph, scene.language)]
        for route in scene.routes
        for relation in _relations(graph, route)
        if (told := tuple(_told(tell, relation)))
    }


def _relations(graph: Graph, route: Route) -> Iterable[Relation]:
    # A line may stand for what holds in both directions; one to another page ends at no node.
    for node in dict.fromkeys((route.source, route.target)):
        if node in graph.nodes:
            for relation in graph.relations_from(node, route.types):
                if relation.id in route.relations:
                    yield relation


def _told(tell: Telling, relation: Relation) -> Iterable[str]:
    for evidence in relation.evidence:
        source = tell.graph.sources.get(evidence.source)
        title = tell.text(source.title) if source else evidence.source
        yield tell.say("slide-quote", quote=evidence.quote, source=title or evidence.source)
