"""Lists, and who does what to whom."""

import pytest

from orggraph.errors import UnknownNodeError, UnknownTermError
from orggraph.model import Count, Filling, Graph, Parts, Relation, Seat, Term
from orggraph.queries.selection import RelationList, find_nodes, find_relations, find_who, find_whom
from orggraph.text import LocalText
from tests.queries.build import graph_of, node, relation

GRAPH = Graph(
    Parts(
        nodes=(
            *(node(id_) for id_ in ("net", "board", "team")),
            node("region", "organisation"),
            node("post", "post"),
            node("p", "person", name=LocalText.of("Åse")),
            node("q", "person", name=LocalText.of("Zoe")),
        ),
        relations=(
            relation("p member_of board", seat="chair"),
            relation("board reports_to net"),
            relation("region nominates team"),
            relation("team contact_for board"),
            relation("region contact_for team"),
            relation("region informs board"),
            relation("q holds post"),
            relation("team advises board"),
        ),
        seats=(
            Seat(
                body="board",
                key="chair",
                fillings=(Filling("appoints", "net"), Filling("approves", "region")),
                count=Count(1, 1),
                term=Term(36),
            ),
        ),
    )
)


def ids(found: RelationList) -> list[str]:
    return [r.id for r in found.relations]


@pytest.mark.parametrize("words", ["appoints", "udpeger", "UDPEGER", "Appoints"])
def test_who_appoints_a_body_is_who_fills_its_seats(words: str) -> None:
    found = find_who(GRAPH, words, target="board")
    assert [(r.source, r.target, str(r.seats), str(r.term)) for r in found.relations] == [
        ("net", "board", "1", "3 years")
    ]
    assert (found.inverse, found.relations[0].is_derived) == (False, True)


def test_who_appoints_a_holder_follows_from_seat_and_member() -> None:
    assert [r.source for r in find_who(GRAPH, "appoints", target="p").relations] == ["net"]


@pytest.mark.parametrize("words", ["appointed by", "udpeges af", "udpeget af"])
def test_an_inverse_label_asks_from_the_other_end(words: str) -> None:
    found = find_who(GRAPH, words, target="net")
    assert (found.inverse, {r.target for r in found.relations}) == (True, {"board", "p"})
    assert ids(found) == ids(find_whom(GRAPH, "appoints", source="net"))
    back = find_whom(GRAPH, words, source="board")
    assert ids(back) == ids(find_who(GRAPH, "appoints", target="board"))


def test_whom_asks_for_objects_only() -> None:
    assert ids(find_whom(GRAPH, "reports to", source="board")) == ["board:reports_to:net"]
    assert ids(find_whom(GRAPH, "reports to", source="net")) == []
    assert ids(find_who(GRAPH, "reports to", target="board")) == []


def test_a_symmetric_relation_answers_from_either_end() -> None:
    both = ["region:contact_for:team", "team:contact_for:board"]
    assert ids(find_who(GRAPH, "contact for", target="team")) == both
    assert ids(find_whom(GRAPH, "kontakt for", source="team")) == both
    assert ids(find_who(GRAPH, "contact for", target="region")) == both[:1]


def test_without_a_node_the_whole_table_is_told() -> None:
    everything = find_who(GRAPH, "udpegning")
    assert {r.type for r in everything.relations} == {"appoints", "approves", "nominates"}
    assert len(everything.relations) == 5
    assert everything == find_whom(GRAPH, "appointment")
    assert everything.related == ()


def test_a_family_answers_for_all_its_types() -> None:
    found = find_who(GRAPH, "appointment", target="board")
    assert [r.type for r in found.relations] == ["appoints", "approves"]
    assert ids(find_whom(GRAPH, "støtte", source="team")) == ["team:advises:board"]


def test_other_types_of_the_family_are_told_beside_the_answer() -> None:
    found = find_who(GRAPH, "appoints", target="board")
    assert [(r.source, r.type) for r in found.related] == [("region", "approves")]
    none = find_who(GRAPH, "elects", target="team")
    assert (ids(none), [r.type for r in none.related]) == ([], ["nominates"])
    assert find_who(GRAPH, "appoints").related == ()
    assert find_who(GRAPH, "reports to", target="net").related == ()


def test_words_that_are_no_relation_are_refused() -> None:
    for ask in (find_who, find_whom):
        with pytest.raises(UnknownTermError, match=r"reports to, .*families: reporting, "):
            ask(GRAPH, "fires")
    with pytest.raises(UnknownNodeError):
        find_who(GRAPH, "appoints", target="nobody")
    with pytest.raises(UnknownNodeError):
        find_whom(GRAPH, "appoints", source="nobody")


def test_nodes_stand_by_kind_then_by_name() -> None:
    found = [n.id for n in find_nodes(GRAPH).nodes]
    assert found == ["region", "board", "net", "team", "post", "q", "p"]


@pytest.mark.parametrize("words", ["person", "persons", "personer", "Person"])
def test_nodes_are_listed_by_kind(words: str) -> None:
    assert [n.id for n in find_nodes(GRAPH, kind=words).nodes] == ["q", "p"]


def test_nodes_of_a_kind_may_be_none_and_a_word_may_be_no_kind() -> None:
    assert find_nodes(graph_of("a informs b"), kind="post").nodes == ()
    with pytest.raises(UnknownTermError, match="organisation, body, post, person"):
        find_nodes(GRAPH, kind="thing")


def test_relations_are_listed_by_type_and_node() -> None:
    assert len(find_relations(GRAPH).relations) == len(GRAPH.relations) == 12
    assert ids(find_relations(GRAPH, types={"informs"})) == ["region:informs:board"]
    assert ids(find_relations(GRAPH, types=set())) == []
    assert find_relations(GRAPH).inverse is False
    assert ids(find_relations(GRAPH, node="post")) == ["q:holds:post"]
    some = find_relations(GRAPH, types={"contact_for", "informs"}, node="region")
    assert ids(some) == ["region:contact_for:team", "region:informs:board"]


def test_relations_are_frozen() -> None:
    found: Relation = find_relations(GRAPH).relations[0]
    with pytest.raises(AttributeError):
        found.type = "informs"  # type: ignore[misc]
