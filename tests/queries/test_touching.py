"""Questions about a node of a register look at its neighbourhood, and never at everything."""

from collections.abc import Callable

import pytest

from orggraph.model import Filling, Graph, PartialDate, Parts, Seat
from orggraph.queries.description import describe
from orggraph.queries.history import find_history
from orggraph.queries.lines import find_chain, find_common, find_tree
from orggraph.queries.names import find_completions, find_node
from orggraph.queries.paths import Tier, find_path
from orggraph.queries.rosters import find_roster
from orggraph.queries.selection import find_relations, find_who, find_whom
from orggraph.queries.terms import find_terms
from orggraph.views.select import choose
from orggraph.views.view import View
from tests.queries.build import node, relation
from tests.queries.counting import counted

SIZE = 4_000
DAY = PartialDate(2026)


def register() -> Parts:
    """Return a hierarchy of bodies, ten below each, which appoint a member to those below them.

    All members are employed in one place, and one board audits all bodies.
    """
    bodies = [node(f"b{i:04}") for i in range(SIZE)]
    people = [node(f"p{i:04}", kind="person") for i in range(SIZE)]
    hubs = (node("town", kind="organisation"), node("audit"))
    seats = [
        Seat(body=f"b{i:04}", key="s", fillings=(Filling("appoints", f"b{(i - 1) // 10:04}"),))
        for i in range(1, SIZE)
    ]
    relations = [relation(f"b{i:04} reports_to b{(i - 1) // 10:04}") for i in range(1, SIZE)]
    relations += [relation(f"p{i:04} member_of b{i:04}") for i in range(SIZE)]
    relations += [relation(f"audit oversees b{i:04}") for i in range(0, SIZE, 2)]
    relations += [relation(f"p{i:04} employed_by town") for i in range(SIZE)]
    relations += [relation(f"b{i:04} informs b{(i * 7 + 3) % SIZE:04}") for i in range(0, SIZE, 5)]
    return Parts((*bodies, *people, *hubs), tuple(relations), tuple(seats))


@pytest.fixture(scope="module")
def whole() -> Graph:
    return Graph(register())


Question = Callable[[Graph], object]
FEW: dict[str, Question] = {
    "chain": lambda graph: find_chain(graph, "b3999"),
    "reporting path": lambda graph: find_path(graph, source="b3999", target="b0000"),
    "tree": lambda graph: find_tree(graph, "b0399"),
    "tree of some levels": lambda graph: find_tree(graph, "b0000", depth=1),
    "common": lambda graph: find_common(graph, ["b3999", "b2500"]),
    "who": lambda graph: find_who(graph, "reporting", target="b0005"),
    "who, inverse": lambda graph: find_who(graph, "informed by", target="b0005"),
    "whom": lambda graph: find_whom(graph, "appoints", source="b0005"),
    "relations": lambda graph: find_relations(graph, node="b0005"),
    "roster": lambda graph: find_roster(graph, "b0005", on=DAY),
    "description": lambda graph: describe(graph, "b0005"),
    "history": lambda graph: find_history(graph, "b0005", on=DAY),
    "terms": lambda graph: find_terms(graph, "b0005", on=DAY),
    "name": lambda graph: find_node(graph, "B 3999"),
    "completions": lambda graph: find_completions(graph, "b399"),
    "around a leaf": lambda graph: choose(graph, View(around="b3999", depth=1), "en"),
    "around a body": lambda graph: choose(graph, View(around="b0039", depth=1), "en"),
    "around, members drawn": lambda graph: choose(
        graph, View(around="b0039", depth=1, members="nodes", types=("reports_to",)), "en"
    ),
    "around, of some kinds": lambda graph: choose(
        graph, View(around="b0039", depth=2, side="above", kinds=("body",)), "en"
    ),
    "around, with a path": lambda graph: choose(
        graph, View(around="b3999", depth=1, path=("b3998", "b0039")), "en"
    ),
}


@pytest.mark.parametrize("question", FEW.values(), ids=FEW)
def test_a_question_about_a_node_reads_little(whole: Graph, question: Question) -> None:
    graph, index = counted(whole)
    question(graph)
    assert not index.walks
    assert index.read + sum(index.asked.values()) < 1_500


def test_a_path_with_links_is_met_halfway(whole: Graph) -> None:
    graph, index = counted(whole)
    found = find_path(graph, source="b3999", target="b2500")
    assert found.tier is Tier.LINKS
    assert not index.walks
    assert len(index.asked) < SIZE / 2


def test_where_one_end_leads_nowhere_the_search_ends_with_it() -> None:
    parts = register()
    alone = Parts((*parts.nodes, node("alone")), parts.relations, parts.seats)
    for ends in (("alone", "b0005"), ("b0005", "alone")):
        graph, index = counted(Graph(alone))
        assert find_path(graph, source=ends[0], target=ends[1]).tier is Tier.NONE
        assert not index.walks
        assert len(index.asked) < 20


def test_the_neighbours_of_a_body_are_counted_and_not_drawn(whole: Graph) -> None:
    graph, _ = counted(whole)
    content = choose(graph, View(around="b0039", depth=1), "en")
    folded = {card.id: card.folded for card in content.cards}
    assert folded.keys() >= {"b0039", "b0003", "b0391"}
    assert folded["b0039"] == 0
    # Its superior's nine other subordinates, its superior, and whom it informs or is informed by.
    beyond = {
        end
        for r in (*whole.relations_from("b0003"), *whole.relations_to("b0003"))
        for end in (r.source, r.target)
        if not end.startswith("p")
    }
    assert folded["b0003"] == len(beyond - folded.keys() - {"b0003"})


def test_the_neighbours_of_a_hub_are_counted_without_a_look_at_them(whole: Graph) -> None:
    graph, index = counted(whole)
    content = choose(graph, View(around="b0040", depth=1), "en")
    folded = {card.id: card.folded for card in content.cards}
    shown = sum(relation.source in folded for relation in whole.relations_to("audit"))
    shown += sum(relation.target in folded for relation in whole.relations_from("audit"))
    assert shown > 1
    assert folded["audit"] == SIZE // 2 - shown
    assert not index.walks
    assert len(index.asked) < 100
