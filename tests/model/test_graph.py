import random
from dataclasses import replace

import pytest

from orggraph.errors import UnknownNodeError
from orggraph.model import (
    Evidence,
    Filling,
    Graph,
    Node,
    PartialDate,
    Parts,
    Period,
    Relation,
    RoleName,
    Seat,
    Source,
    relation_id,
)
from orggraph.model.integrity import find_violations
from orggraph.source import ReadError
from orggraph.text import LocalText
from orggraph.vocabulary import core_vocabulary
from tests.conftest import FindProblems

ROLES = core_vocabulary().roles


def node(id_: str, kind: str = "body", **more: object) -> Node:
    return Node(id=id_, kind=kind, name=LocalText.of(id_.upper()), **more)  # type: ignore[arg-type]


def relation(source: str, type_: str, target: str, **more: object) -> Relation:
    id_ = relation_id(type_, source=source, target=target)
    return Relation(**{"id": id_, "type": type_, "source": source, "target": target, **more})  # type: ignore[arg-type]


def role(id_: str) -> RoleName:
    return RoleName(ROLES[id_].label, id_, ROLES[id_].rank)


PARTS = Parts(
    nodes=(node("top"), node("board"), node("p", "person"), node("q", "person")),
    relations=(
        relation("board", "anchored_in", "top"),
        relation("board", "reports_to", "top"),
        relation("p", "member_of", "board", seat="chair"),
        relation("q", "member_of", "board", role=role("observer"), vote=False),
    ),
    seats=(
        Seat(body="board", key="b"),
        Seat(body="board", key="chair", role=role("chair"), fillings=(Filling("elects", "top"),)),
    ),
    sources=tuple(Source(id=id_, title=LocalText.of("D")) for id_ in "dce"),
    title=LocalText.of("T"),
)
GRAPH = Graph(PARTS)


def shuffled(parts: Parts, seed: int) -> Parts:
    mix = random.Random(seed)

    def mixed(items: tuple[object, ...]) -> tuple[object, ...]:
        return tuple(mix.sample(items, len(items)))

    return replace(
        parts,
        nodes=mixed(parts.nodes),
        relations=mixed(parts.relations),
        seats=mixed(parts.seats),
        sources=mixed(parts.sources),
    )


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_input_never_shows(seed: int) -> None:
    graph = Graph(shuffled(PARTS, seed))
    assert graph == GRAPH
    for name in ("nodes", "relations", "seats", "sources"):
        assert list(getattr(graph, name)) == list(getattr(GRAPH, name))
    assert [m.source for m in graph.memberships_of("board")] == ["p", "q"]


def test_a_graph_answers_for_its_parts() -> None:
    assert GRAPH.node("top").name.original == "TOP"
    assert "top" in GRAPH
    assert "x" not in GRAPH
    assert len(GRAPH) == 4
    assert repr(GRAPH) == "<Graph 'T': 4 nodes, 6 relations, 2 seats>"
    assert {r.type for r in GRAPH.relations_from("board")} == {"reports_to", "anchored_in"}
    assert {r.source for r in GRAPH.relations_to("board")} == {"top", "p", "q"}
    assert [s.key for s in GRAPH.seats_of("board")] == ["chair", "b"]
    assert list(GRAPH.relations_from("x")) == list(GRAPH.seats_of("x")) == []
    reporting = {r.type for r in GRAPH.relations.values() if GRAPH.is_reporting(r)}
    assert reporting == {"reports_to", "anchored_in"}


def test_an_unknown_node_is_refused() -> None:
    with pytest.raises(UnknownNodeError, match="'x'"):
        GRAPH.node("x")


def test_relations_of_one_node_stand_in_the_order_of_the_vocabulary() -> None:
    assert [r.type for r in GRAPH.relations_from("board")] == ["reports_to", "anchored_in"]


def test_a_relation_knows_its_other_end() -> None:
    found = GRAPH.relations["board:reports_to:top"]
    assert found.other_end("board") == "top"
    assert found.other_end("top") == "board"


def test_a_roster_lists_votes_before_roles_before_names() -> None:
    members = {
        "e": {"role": role("observer"), "vote": False},
        "d": {"role": role("chair"), "vote": False},
        "c": {},
        "b": {"role": role("member")},
        "a": {"role": RoleName(LocalText.of("own words"))},
        "y": {"seat": "silent"},
        "z": {"seat": "chair"},
    }
    silent = Seat(body="board", key="silent", role=role("chair"), vote=False)
    nodes = tuple(node(id_, "person") for id_ in members)
    relations = tuple(relation(id_, "member_of", "board", **more) for id_, more in members.items())
    seats = (*PARTS.seats, silent)
    graph = Graph(replace(PARTS, nodes=(*PARTS.nodes, *nodes), seats=seats, relations=relations))
    order = [m.source for m in graph.memberships_of("board")]
    assert order == ["z", "b", "a", "c", "d", "y", "e"]


def test_graphs_are_equal_by_what_they_state() -> None:
    assert Graph(PARTS) == GRAPH
    assert Graph(replace(PARTS, title=None)) != GRAPH
    assert Graph(replace(PARTS, language="da")) != GRAPH
    assert Graph(replace(PARTS, seats=PARTS.seats[1:])) != GRAPH
    assert Graph(replace(PARTS, sources=())) != GRAPH
    assert GRAPH != "T"
    with pytest.raises(TypeError):
        hash(GRAPH)


def test_parts_that_contradict_each_other_make_no_graph() -> None:
    wrong = replace(PARTS, relations=(*PARTS.relations, relation("board", "reports_to", "x")))
    with pytest.raises(ReadError, match="M101"):
        Graph(wrong)


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"nodes": (*PARTS.nodes, node("x", "planet"))}, "unknown-kind"),
        (
            {"nodes": (*PARTS.nodes, node("x", evidence=(Evidence("unheard", "x"),)))},
            "unknown-source",
        ),
        ({"relations": (relation("board", "befriends", "top"),)}, "unknown-type"),
        ({"relations": (*PARTS.relations, PARTS.relations[0])}, None),
        (
            {"relations": (*PARTS.relations, replace(PARTS.relations[0], line="dotted"))},
            "repeated-relation",
        ),
        ({"seats": (*PARTS.seats, Seat(body="x", key="s"))}, "unknown-node"),
    ],
)
def test_the_laws_hold_without_a_file(change: dict[str, object], name: str | None) -> None:
    found = find_violations(replace(PARTS, **change))  # type: ignore[arg-type]
    assert [p.name for p in found] == ([name] if name else [])
    assert [p.location for p in found] == ([None] if name else [])


def test_a_relation_is_told_apart_by_seat_and_start() -> None:
    ids = {
        relation_id("member_of", source="p", target="b"),
        relation_id("member_of", source="p", target="b", seat="s"),
        relation_id("member_of", source="p", target="b", period=Period(PartialDate(2025))),
        relation_id(
            "member_of", source="p", target="b", seat="s", period=Period(PartialDate(2025))
        ),
    }
    assert len(ids) == 4
    assert relation_id("reports_to", source="a", target="b") == "a:reports_to:b"


def test_a_reporting_line_is_no_circle_whatever_its_type(problems_in: FindProblems) -> None:
    problems = problems_in(
        """\
        vocabulary:
          types: {answers_to: {family: reporting, label: answers to, inverse: answered by}}
        bodies:
          a: {name: A, answers to: b}
          b: {name: B, answers to: a}
        """
    )
    assert [problem.code for problem in problems] == ["M109"]
