"""Which tier a path needs, and which path is preferred within one."""

import pytest

from orggraph.errors import UnknownNodeError
from orggraph.model import PartialDate
from orggraph.queries.paths import Tier, find_path, find_paths
from tests.queries.build import chain_of, graph_of, relation, route


def test_a_reporting_line_is_found_in_its_direction_only() -> None:
    graph = graph_of("a reports_to b", "b anchored_in c")
    up = find_path(graph, source="a", target="c")
    assert (up.tier, route(up)) == (Tier.REPORTING, ["a reports_to b", "b anchored_in c"])
    assert up.is_found
    down = find_path(graph, source="c", target="a")
    assert (down.tier, route(down)) == (Tier.CONNECTED, ["c <anchored_in b", "b <reports_to a"])


def test_a_long_reporting_line_is_preferred_to_a_short_link() -> None:
    graph = graph_of(*chain_of(4, "r"), "r00000 informs r00003")
    found = find_path(graph, source="r00000", target="r00003")
    assert (found.tier, len(found.hops)) == (Tier.REPORTING, 3)
    assert all(hop.relation.type == "reports_to" for hop in found.hops)


def test_a_long_path_of_links_is_preferred_to_a_short_one_against_direction() -> None:
    graph = graph_of("a informs b", "b advises c", "c oversees z", "z coordinates a")
    found = find_path(graph, source="a", target="z")
    assert (found.tier, len(found.hops)) == (Tier.LINKS, 3)


def test_links_count_fewest_hops_that_do_not_report_first() -> None:
    graph = graph_of("a informs b", *chain_of(4, "b"), "b reports_to b00000", "a informs x",
                     "x informs b00003")  # fmt: skip
    found = find_path(graph, source="a", target="b00003")
    assert (found.tier, len(found.hops)) == (Tier.LINKS, 5)
    assert [hop.relation.type for hop in found.hops] == ["informs", *["reports_to"] * 4]


def test_links_count_hops_where_they_report_equally_little() -> None:
    graph = graph_of("a informs b", "b reports_to c", "c reports_to z", "a informs y",
                     "y reports_to z")  # fmt: skip
    assert route(find_path(graph, source="a", target="z")) == ["a informs y", "y reports_to z"]


def test_a_connection_counts_relations_against_their_direction_first() -> None:
    graph = graph_of("b informs a", "z informs b", "a informs c", "c informs d", "z advises d")
    found = find_path(graph, source="a", target="z")
    assert found.tier is Tier.CONNECTED
    assert route(found) == ["a informs c", "c informs d", "d <advises z"]


def test_reporting_read_backwards_is_no_better_than_any_relation_read_backwards() -> None:
    graph = graph_of("b reports_to a", "z reports_to b", "z informs x", "x informs a")
    assert route(find_path(graph, source="a", target="z"))[0] == "a <reports_to b"
    shorter = graph_of("b reports_to a", "z reports_to b", "z informs a")
    assert route(find_path(shorter, source="a", target="z")) == ["a <informs z"]


def test_symmetric_relations_are_links_both_ways() -> None:
    graph = graph_of("a contact_for b")
    assert route(find_path(graph, source="a", target="b")) == ["a contact_for b"]
    back = find_path(graph, source="b", target="a")
    assert (back.tier, route(back)) == (Tier.LINKS, ["b contact_for a"])


def test_a_cycle_of_contacts_ends() -> None:
    graph = graph_of("a contact_for b", "b contact_for c", "c contact_for a", "c informs z")
    found = find_path(graph, source="a", target="z")
    assert route(found) == ["a contact_for c", "c informs z"]
    assert find_path(graph, source="z", target="a").tier is Tier.CONNECTED


def test_a_node_reaches_itself_in_no_hops() -> None:
    graph = graph_of("a reports_to b", "b informs a")
    for strict in (False, True):
        found = find_path(graph, source="a", target="a", strict=strict)
        assert (found.tier, found.paths, found.is_found) == (Tier.REPORTING, ((),), True)


def test_nothing_connects_what_is_apart() -> None:
    graph = graph_of("a reports_to b", "x reports_to y")
    found = find_path(graph, source="a", target="x")
    assert (found.tier, found.paths, found.hops, found.is_found) == (Tier.NONE, (), (), False)
    assert (found.line_ends, found.subordinates) == (("b",), ())


@pytest.mark.parametrize(
    ("sentences", "beyond"),
    [
        (["a informs z"], Tier.LINKS),
        (["z informs a"], Tier.CONNECTED),
        (["a informs b", "z informs y"], Tier.NONE),
    ],
)
def test_strict_refuses_all_but_a_reporting_line_and_tells_what_there_would_be(
    sentences: list[str], beyond: Tier
) -> None:
    found = find_path(graph_of(*sentences), source="a", target="z", strict=True)
    assert (found.tier, found.beyond, found.paths, found.strict) == (Tier.NONE, beyond, (), True)


def test_strict_accepts_a_reporting_line() -> None:
    found = find_path(graph_of("a reports_to z"), source="a", target="z", strict=True)
    assert (found.tier, found.beyond, route(found)) == (
        Tier.REPORTING, Tier.REPORTING, ["a reports_to z"],
    )  # fmt: skip


def test_a_failed_line_tells_where_it_ends_and_who_is_below_the_target() -> None:
    graph = graph_of("a reports_to b", "b reports_to c", "b anchored_in d", "y reports_to z",
                     "x anchored_in z", "x reports_to z", "w informs z")  # fmt: skip
    found = find_path(graph, source="a", target="z")
    assert found.line_ends == ("c", "d")
    assert found.subordinates == ("x", "y")
    assert find_path(graph, source="w", target="a").line_ends == ("w",)


def test_only_what_is_left_by_type_or_date_makes_a_path() -> None:
    graph = graph_of("a reports_to b @2020..2022", "a informs b", "b reports_to c")
    tier_of = lambda g: find_path(g, source="a", target="c").tier  # noqa: E731
    assert tier_of(graph) is Tier.REPORTING
    assert tier_of(graph.restricted(as_of=PartialDate(2021))) is Tier.REPORTING
    assert tier_of(graph.restricted(as_of=PartialDate(2023))) is Tier.LINKS
    assert tier_of(graph.restricted(types={"reports_to"})) is Tier.REPORTING
    assert tier_of(graph.restricted(types={"reports_to"}, as_of=PartialDate(2023))) is Tier.NONE
    assert tier_of(graph.restricted(types={"informs"})) is Tier.NONE


def test_other_relations_between_the_ends_stand_beside_a_hop() -> None:
    graph = graph_of("a informs b", "a advises b", "b oversees a", "a reports_to b", "a informs c",
                     relation("a informs b", id="twice"))  # fmt: skip
    (hop,) = find_path(graph, source="a", target="b").hops
    assert hop.relation.id == "a:reports_to:b"
    assert sorted(r.id for r in hop.also) == [
        "a:advises:b", "a:informs:b", "b:oversees:a", "twice",
    ]  # fmt: skip


def test_an_unknown_end_is_refused() -> None:
    graph = graph_of("a informs b")
    for source, target in (("a", "x"), ("x", "a")):
        with pytest.raises(UnknownNodeError, match="'x'"):
            find_paths(graph, source=source, target=target)
