"""Equal paths: their order, their number, and long ones."""

import pytest

from orggraph.model import Graph
from orggraph.queries.paths import MOST_PATHS, Tier, find_path, find_paths
from tests.conftest import LoadText
from tests.queries.build import chain_of, graph_of, parts_of, relation, route, shuffled, stops


def ladder(rungs: int) -> Graph:
    """Return a graph with 2 ** rungs equal paths from s to t."""
    sentences = [f"{a}{i:02} reports_to {b}{i + 1:02}" for i in range(rungs - 1) for a in "xy"
                 for b in "xy"]  # fmt: skip
    ends = [f"s reports_to {a}00" for a in "xy"]
    ends += [f"{a}{rungs - 1:02} reports_to t" for a in "xy"]
    return graph_of(*sentences, *ends)


@pytest.mark.parametrize("seed", range(6))
def test_ties_break_by_the_ids_of_the_nodes_whatever_the_order_of_input(seed: int) -> None:
    parts = parts_of("a reports_to d", "a reports_to b", "b reports_to z", "d reports_to z",
                     "a reports_to c", "c reports_to z")  # fmt: skip
    found = find_paths(Graph(shuffled(parts, seed)), source="a", target="z")
    assert stops(found) == [["a", "b", "z"], ["a", "c", "z"], ["a", "d", "z"]]
    assert find_path(Graph(shuffled(parts, seed)), source="a", target="z").hops == found.paths[0]


@pytest.mark.parametrize("seed", range(4))
def test_of_parallel_relations_the_first_in_the_vocabulary_is_the_hop(seed: int) -> None:
    parts = parts_of(
        "a coordinates b", "a advises b", "a informs b", relation("a advises b", id="0")
    )
    (hop,) = find_path(Graph(shuffled(parts, seed)), source="a", target="b").hops
    assert hop.relation.id == "a:informs:b"
    assert [r.id for r in hop.also] == ["0", "a:advises:b", "a:coordinates:b"]


def test_a_relation_forward_is_preferred_to_one_read_backwards() -> None:
    graph = graph_of("b appoints a", "a coordinates b", "z reports_to b")
    assert route(find_path(graph, source="a", target="z")) == ["a coordinates b", "b <reports_to z"]


def test_a_symmetric_relation_is_as_good_either_way() -> None:
    graph = graph_of("a informs b", "c contact_for a", "b reports_to z", "c reports_to z")
    found = find_paths(graph, source="a", target="z")
    assert (found.tier, found.strict) == (Tier.LINKS, False)
    assert stops(found) == [["a", "b", "z"], ["a", "c", "z"]]


def test_one_path_is_the_first_of_all() -> None:
    graph = ladder(3)
    one = find_path(graph, source="s", target="t")
    every = find_paths(graph, source="s", target="t")
    assert len(every.paths) == 8
    assert (one.paths, one.more, every.more) == (every.paths[:1], True, False)
    assert every.hops == every.paths[0] == one.hops
    assert stops(every) == sorted(stops(every))


def test_all_paths_are_of_the_same_cost() -> None:
    graph = graph_of("a reports_to b", "b reports_to z", "a reports_to c", "c reports_to d",
                     "d reports_to z", "a informs z")  # fmt: skip
    assert stops(find_paths(graph, source="a", target="z")) == [["a", "b", "z"]]


@pytest.mark.parametrize(("rungs", "listed", "more"), [(9, 512, False), (10, MOST_PATHS, True)])
def test_no_more_paths_are_listed_than_anyone_reads(rungs: int, listed: int, more: bool) -> None:
    found = find_paths(ladder(rungs), source="s", target="t")
    assert (len(found.paths), found.more) == (listed, more)
    assert len(set(found.paths)) == listed


def test_the_number_of_equal_paths_may_be_beyond_counting() -> None:
    found = find_paths(ladder(60), source="s", target="t", limit=3)
    assert (len(found.paths), found.more) == (3, True)
    assert all(len(path) == 61 for path in found.paths)


def test_just_as_many_as_the_limit_are_all() -> None:
    found = find_paths(ladder(2), source="s", target="t", limit=4)
    assert (len(found.paths), found.more) == (4, False)


def test_a_chain_of_thousands_is_followed_both_ways() -> None:
    graph = graph_of(*chain_of(5_000))
    up = find_paths(graph, source="n00000", target="n04999")
    assert (up.tier, len(up.paths), len(up.hops)) == (Tier.REPORTING, 1, 4_999)
    assert up.line_ends == ("n04999",)
    down = find_path(graph, source="n04999", target="n00000")
    assert (down.tier, len(down.hops)) == (Tier.CONNECTED, 4_999)
    assert not any(hop.forward for hop in down.hops)


def test_what_is_stated_comes_before_what_follows_from_it(load_text: LoadText) -> None:
    graph = load_text(
        """\
        bodies: {b: {name: B, members: [{person: p, represents: x}, {person: q, represents: x}]}}
        organisations: {x: X}
        persons:
          p: {name: P, employed by: x}
          q: {name: Q, employed by: {x: {status: inferred}}}
        """
    )
    (stated,) = find_path(graph, source="p", target="x").hops
    assert stated.relation.id == "p:employed_by:x"
    assert [other.type for other in stated.also] == ["represents"]
    (derived,) = find_path(graph, source="q", target="x").hops
    assert derived.relation.type == "represents"  # derived from what is stated, not inferred
