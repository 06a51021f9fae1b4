"""Graphs with all that can be said: on every kind of index the same answers and pictures."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orggraph.errors import OrgGraphError
from orggraph.model import Graph, PartialDate, Parts
from orggraph.queries.description import describe
from orggraph.queries.history import find_history
from orggraph.queries.lines import find_chain, find_common, find_tree
from orggraph.queries.names import find_completions, find_node
from orggraph.queries.paths import find_paths
from orggraph.queries.seats import find_seats
from orggraph.queries.selection import find_nodes, find_relations, find_who, find_whom
from orggraph.queries.terms import find_terms
from orggraph.views.scope import Scope, find_scope
from orggraph.views.select import choose
from orggraph.views.view import View
from tests.properties.indexes import INDEXES, MakeGraph
from tests.properties.strategies import parts
from tests.queries.counting import counted

DAY = PartialDate(2025, 6)
OTHERS: dict[str, MakeGraph] = {
    **{kind: make for kind, make in INDEXES.items() if kind != "memory"},
    "counting": lambda parts: counted(parts)[0],
}


def answers(graph: Graph, words: str) -> Iterator[tuple[object, ...]]:
    """Yield everything that can be asked, with its answer."""

    def ask(name: str, question: Callable[[], object]) -> tuple[object, ...]:
        try:
            return name, question()
        except OrgGraphError as error:
            return name, error.key, getattr(error, "candidates", None), error.message("da")

    yield ask("tree", lambda: find_tree(graph))
    yield ask("tree 1", lambda: find_tree(graph, depth=1))
    yield ask("nodes", lambda: find_nodes(graph))
    yield ask("relations", lambda: find_relations(graph))
    yield ask("terms", lambda: find_terms(graph, on=DAY, everyone=True))
    yield ask("seats", lambda: find_seats(graph, on=DAY))
    yield ask("picture", lambda: choose(graph, View(), "da"))
    for said in {words, words[:2], words[1:3]}:
        yield ask(f"name {said}", lambda said=said: find_node(graph, said).id)  # type: ignore[misc]
        yield ask(f"complete {said}", lambda said=said: find_completions(graph, said))  # type: ignore[misc]
    for type_ in graph.vocabulary.types:
        yield ask(f"who {type_}", lambda type_=type_: find_who(graph, type_))  # type: ignore[misc]
    first = next(iter(graph.nodes), "")
    for node in graph.nodes:
        yield from (
            ask(f"{name} {node}", lambda question=question, node=node: question(graph, node))  # type: ignore[misc]
            for name, question in QUESTIONS.items()
        )
        yield ask(f"common {node}", lambda node=node: find_common(graph, [first, node]))  # type: ignore[misc]
        yield ask(
            f"path {node}",
            lambda node=node: find_paths(graph, source=first, target=node),  # type: ignore[misc]
        )


QUESTIONS: dict[str, Callable[[Graph, str], object]] = {
    "chain": find_chain,
    "tree": lambda graph, node: find_tree(graph, node, depth=1),
    "history": lambda graph, node: find_history(graph, node, on=DAY),
    "description": describe,
    "terms": lambda graph, node: find_terms(graph, node, on=DAY),
    "relations": lambda graph, node: find_relations(graph, node=node),
    "who": lambda graph, node: find_who(graph, "appointment", target=node),
    "whom": lambda graph, node: find_whom(graph, "membership", source=node),
    "around": lambda graph, node: find_scope(graph, View(around=node, depth=1)),
}


@pytest.mark.parametrize("graph_on", OTHERS.values(), ids=OTHERS)
@settings(max_examples=40, deadline=None)
@given(parts(), st.none() | st.sampled_from([PartialDate(1950), DAY]), st.booleans())
def test_every_index_gives_the_answers_that_memory_gives(
    graph_on: MakeGraph, given_: Parts, day: PartialDate | None, few: bool
) -> None:
    graphs = [Graph(given_), graph_on(given_)]
    if day is not None:
        graphs = [graph.restricted(as_of=day) for graph in graphs]
    if few:
        types = graphs[0].vocabulary.types_of(family="appointment")
        graphs = [graph.restricted(types=types) for graph in graphs]
    words = given_.nodes[0].name.original
    memory, other = (list(answers(graph, words)) for graph in graphs)
    for expected, found in zip(memory, other, strict=True):
        assert _without_graph(found) == _without_graph(expected)


def _without_graph(answer: tuple[object, ...]) -> tuple[object, ...]:
    """Return an answer without the graph that the scope of a picture has."""
    return tuple(part[1:] if isinstance(part, Scope) else part for part in answer)
