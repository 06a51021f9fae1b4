"""A graph of what may hold on a date, or of some relation types only."""

import pytest

from orggraph.model import Graph, PartialDate
from orggraph.model.integrity import find_violations
from tests.conftest import LoadText

TEXT = """\
organisations:
  old: {name: O, until: 2020, collective: yes}
  new: {name: N, from: 2022-06}
bodies:
  board:
    name: B
    reports to: {new: {from: 2023}, old: }
    seats:
      always: {appointed by: [old, new], represents: old}
      per: {count: 1 per old, appointed by: new}
      late: {from: 2024, appointed by: new}
    members:
      - {person: p, seat: always, represents: old}
      - {person: q, seat: late}
      - {person: r, seat: per, until: 2021}
  gone: {name: G, until: 2019, seats: {s: {appointed by: new}}, supports: board}
  other: {name: X, supports: {board: {seat: gone/s}}}
persons: {p: P, q: Q, r: R}
"""


@pytest.fixture
def graph(load_text: LoadText) -> Graph:
    return load_text(TEXT)


def on(graph: Graph, date: str) -> Graph:
    return graph.restricted(as_of=PartialDate.parse(date))


def targets(graph: Graph, node: str) -> set[str]:
    return {r.target for r in graph.relations_from(node)}


def test_what_does_not_change_is_the_very_same(graph: Graph) -> None:
    then = on(graph, "2020")
    same = [id_ for id_, relation in then.relations.items() if relation is graph.relations[id_]]
    assert {"board:reports_to:old", "p:member_of:board:always"} <= {*same}
    later = on(graph, "2023").relations["p:member_of:board:always"]
    assert later is not graph.relations["p:member_of:board:always"]


def test_a_seat_that_nobody_fills_represents_nothing_that_is_gone(load_text: LoadText) -> None:
    text = TEXT.replace("seats:\n", "seats:\n      bare: {represents: old}\n", 1)
    assert on(load_text(text), "2020").seats["board/bare"].represents == "old"
    assert on(load_text(text), "2023").seats["board/bare"].represents is None


@pytest.mark.parametrize(
    ("date", "superiors"),
    [
        ("2019", {"old"}),
        ("2020", {"old"}),
        ("2021", set()),
        ("2022", set()),
        ("2023-01", {"new"}),
        ("2025", {"new"}),
    ],
)
def test_only_what_may_hold_is_kept(graph: Graph, date: str, superiors: set[str]) -> None:
    assert targets(on(graph, date), "board") == superiors


def test_what_hangs_on_a_node_that_is_gone_goes_with_it(graph: Graph) -> None:
    later = on(graph, "2021")
    assert set(later.nodes) == {"board", "other", "p", "q", "r"}
    assert set(later.seats) == {"board/always"}
    assert not any(r.is_derived for r in later.relations.values())
    assert targets(later, "other") == {"board"}


def test_derived_relations_follow_their_seat_and_their_appointer(graph: Graph) -> None:
    appointments = {d: targets(on(graph, d), "new") for d in ("2021", "2023", "2024", "2022")}
    assert appointments["2021"] == set()
    assert appointments["2022"] == appointments["2023"] == {"board", "p"}
    assert appointments["2024"] == {"board", "p", "q"}


def test_a_relation_goes_with_either_of_its_ends(load_text: LoadText) -> None:
    text = "bodies: {a: {name: A, supports: b}, b: {name: B, supports: a, until: 2020}}"
    assert on(load_text(text), "2021").relations == {}
    assert len(on(load_text(text), "2020").relations) == 2


def test_references_to_what_is_gone_are_dropped(graph: Graph) -> None:
    later = on(graph, "2023")
    members = {m.source: m for m in later.memberships_of("board")}
    assert set(members) == {"p", "q"}
    assert members["p"].represents is None
    assert members["p"].seat == "always"
    assert members["q"].seat is None
    assert later.seats["board/always"].represents is None
    (support,) = later.relations_from("other")
    assert (support.seat, support.seat_body) == (None, None)


@pytest.mark.parametrize("date", ["2018", "2019-06", "2020", "2021", "2022", "2022-07", "2024"])
def test_what_is_left_still_fits_together(graph: Graph, date: str) -> None:
    restricted = on(graph, date)
    assert find_violations(restricted.parts) == []
    assert on(restricted, date) == restricted
    assert set(restricted.relations) <= set(graph.relations)


def test_a_restriction_leaves_the_graph_itself_alone(graph: Graph, load_text: LoadText) -> None:
    on(graph, "2021")
    graph.restricted(types={"supports"})
    assert graph == load_text(TEXT)


def test_relations_can_be_restricted_to_types(graph: Graph) -> None:
    narrow = graph.restricted(types={"appoints"})
    assert {r.type for r in narrow.relations.values()} == {"appoints"}
    assert list(narrow.relations_from("board")) == []
    assert targets(narrow, "new") == {"board", "gone", "p", "q", "r"}
    assert narrow.nodes == graph.nodes
    assert graph.restricted(types=set()).relations == {}


def test_restrictions_add_up_in_any_order(graph: Graph) -> None:
    date = PartialDate(2023)
    both = graph.restricted(as_of=date, types={"supports"})
    assert set(both.relations) == {"other:supports:board:s"}
    assert graph.restricted(types={"supports"}).restricted(as_of=date) == both
    assert graph.restricted(as_of=date).restricted(types={"supports"}) == both


def test_no_restriction_changes_nothing(graph: Graph) -> None:
    assert graph.restricted() == graph


def test_a_restricted_graph_keeps_its_class(graph: Graph) -> None:
    class Own(Graph): ...

    assert type(Own(graph.parts).restricted(types=())) is Own
