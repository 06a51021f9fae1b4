"""Queries on random graphs, held against networkx as an independent oracle."""

import random
from collections.abc import Callable

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from orggraph.model import Graph, Parts, Relation
from orggraph.queries.lines import find_chain, find_common, find_line_ends, find_tree
from orggraph.queries.paths import PathResult, Tier, find_path, find_paths
from orggraph.queries.selection import find_who, find_whom
from orggraph.vocabulary import core_vocabulary
from tests.properties.indexes import MakeGraph, on_any_index
from tests.queries.build import node, relation, shuffled, stops

# Every family, with a symmetric type and two that report.
TYPES = ("reports_to", "anchored_in", "reports_to", "appoints", "member_of", "part_of",
         "contact_for", "informs", "advises")  # fmt: skip
CORE = core_vocabulary().types
AGAINST, NOT_REPORTING, HOP = 1_000_000, 1_000, 1
FEW = settings(max_examples=80, deadline=None)


@st.composite
def organisations(draw: st.DrawFn) -> Parts:
    """Return parts with up to a dozen nodes; what is acyclic runs one way."""
    count = draw(st.integers(2, 12))
    ids = draw(st.permutations([f"n{i:02}" for i in range(count)]))
    ends = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1))
    found: dict[str, Relation] = {}
    for (low, high), type_ in draw(
        st.lists(st.tuples(ends, st.sampled_from(TYPES)), max_size=3 * count)
    ):
        if "acyclic" in CORE[type_].traits:
            low, high = sorted((low, high))
        if low != high:
            one = relation(f"{ids[low]} {type_} {ids[high]}")
            found[one.id] = one
    return Parts(tuple(map(node, ids)), tuple(found.values()))


pairs = organisations().flatmap(
    lambda parts: st.tuples(
        st.just(parts), *[st.sampled_from([n.id for n in parts.nodes]) for _ in range(2)]
    )
)


def reporting_of(graph: Graph) -> "nx.DiGraph[str]":
    result: nx.DiGraph[str] = nx.DiGraph()
    result.add_nodes_from(graph.nodes)
    family = {r.id: CORE[r.type].family for r in graph.relations.values()}
    result.add_edges_from(
        (r.source, r.target) for r in graph.relations.values() if family[r.id] == "reporting"
    )
    return result


def weighted(graph: Graph, tier: Tier) -> "nx.DiGraph[str]":
    """Return the cheapest way between neighbours that a tier allows, as plain weights."""
    result: nx.DiGraph[str] = nx.DiGraph()
    result.add_nodes_from(graph.nodes)

    def add(source: str, target: str, weight: int) -> None:
        known = result.get_edge_data(source, target, {"weight": weight})["weight"]
        result.add_edge(source, target, weight=min(weight, known))

    for r in graph.relations.values():
        reports = CORE[r.type].family == "reporting"
        if reports or tier is not Tier.REPORTING:
            add(r.source, r.target, HOP if reports else HOP + NOT_REPORTING)
        if tier is not Tier.REPORTING and "symmetric" in CORE[r.type].traits:
            add(r.target, r.source, HOP + NOT_REPORTING)
        elif tier is Tier.CONNECTED:
            add(r.target, r.source, HOP + NOT_REPORTING + AGAINST)
    return result


def cost_of(found: PathResult) -> int:
    total = 0
    for hop in found.hops:
        reports = hop.forward and CORE[hop.relation.type].family == "reporting"
        total += HOP + (0 if reports else NOT_REPORTING) + (0 if hop.forward else AGAINST)
    return total


@on_any_index
@FEW
@given(pairs)
def test_a_path_needs_the_tier_that_reachability_says(
    graph_on: MakeGraph, given_: tuple[Parts, str, str]
) -> None:
    parts, source, target = given_
    graph = graph_on(parts)
    expected = Tier.NONE
    if nx.has_path(reporting_of(graph), source, target):
        expected = Tier.REPORTING
    elif nx.has_path(weighted(graph, Tier.LINKS), source, target):
        expected = Tier.LINKS
    elif nx.has_path(graph_both_ways(graph), source, target):
        expected = Tier.CONNECTED
    found = find_path(graph, source=source, target=target)
    assert found.tier is expected
    strict = find_path(graph, source=source, target=target, strict=True)
    assert strict.beyond is expected
    assert strict.is_found == (expected is Tier.REPORTING)


def graph_both_ways(graph: Graph) -> "nx.Graph[str]":
    result: nx.Graph[str] = nx.Graph()
    result.add_nodes_from(graph.nodes)
    result.add_edges_from((r.source, r.target) for r in graph.relations.values())
    return result


@on_any_index
@FEW
@given(pairs)
def test_a_path_costs_what_dijkstra_says(
    graph_on: MakeGraph, given_: tuple[Parts, str, str]
) -> None:
    parts, source, target = given_
    graph = graph_on(parts)
    found = find_path(graph, source=source, target=target)
    if found.is_found:
        oracle = weighted(graph, found.tier)
        assert cost_of(found) == nx.dijkstra_path_length(oracle, source, target)
    if found.tier is Tier.REPORTING:
        assert len(found.hops) == nx.shortest_path_length(reporting_of(graph), source, target)


@on_any_index
@FEW
@given(pairs)
def test_all_paths_are_all_shortest_paths_in_order(
    graph_on: MakeGraph, given_: tuple[Parts, str, str]
) -> None:
    parts, source, target = given_
    graph = graph_on(parts)
    found = find_paths(graph, source=source, target=target)
    if found.is_found:
        oracle = weighted(graph, found.tier)
        expected = sorted(nx.all_shortest_paths(oracle, source, target, weight="weight"))
        assert stops(found) == expected[:1000]
        assert found.hops == find_path(graph, source=source, target=target).hops


@on_any_index
@FEW
@given(pairs)
def test_every_hop_is_a_relation_of_the_graph_with_its_ends(
    graph_on: MakeGraph,
    given_: tuple[Parts, str, str],
) -> None:
    parts, source, target = given_
    graph = graph_on(parts)
    for path in find_paths(graph, source=source, target=target).paths:
        place = source
        for hop in path:
            relation_ = graph.relations[hop.relation.id]
            ends = (relation_.source, relation_.target)
            turned = not hop.forward or (
                "symmetric" in CORE[relation_.type].traits and ends[0] != hop.source
            )
            assert (hop.target, hop.source) == ends if turned else (hop.source, hop.target) == ends
            between = {
                r.id
                for r in graph.relations.values()
                if {r.source, r.target} == {hop.source, hop.target}
            }
            assert {relation_.id, *(r.id for r in hop.also)} == between
            assert hop.source == place
            place = hop.target
        assert place == target


@on_any_index
@FEW
@given(pairs, st.integers(0, 9))
def test_answers_ignore_the_order_of_input(
    graph_on: MakeGraph, given_: tuple[Parts, str, str], seed: int
) -> None:
    parts, a, b = given_
    ask: list[Callable[[Graph], object]] = [
        lambda g: find_paths(g, source=a, target=b),
        lambda g: find_chain(g, a),
        find_tree,
        lambda g: find_common(g, [a, b]),
        lambda g: find_who(g, "contact", target=a),
    ]
    one, other = graph_on(parts), graph_on(shuffled(parts, seed))
    assert [question(one) for question in ask] == [question(other) for question in ask]


@on_any_index
@FEW
@given(organisations())
def test_lines_hold_the_nodes_above_and_below(graph_on: MakeGraph, parts: Parts) -> None:
    graph = graph_on(parts)
    oracle = reporting_of(graph)
    for id_ in graph.nodes:
        above = nx.descendants(oracle, id_)
        assert {row.node for row in find_chain(graph, id_).rows} == above | {id_}
        assert {row.node for row in find_tree(graph, id_).rows} == nx.ancestors(oracle, id_) | {id_}
        tops = {n for n in above | {id_} if not oracle.out_degree(n)}
        assert set(find_chain(graph, id_).tops) == set(find_line_ends(graph, id_)) == tops
        cut = find_tree(graph, id_, depth=1)
        for row in cut.rows:
            below: set[str] = nx.ancestors(oracle, row.node) if row.depth else set()
            assert row.folded == (0 if row.repeated else len(below))
    whole = find_tree(graph)
    alone = {n for n in oracle if not oracle.degree(n)}
    assert {row.node for row in whole.rows} == set(oracle) - alone
    assert whole.outside == len(alone)


@on_any_index
@FEW
@given(organisations(), st.integers(2, 3), st.randoms(use_true_random=False))
def test_lowest_common_superiors_are_those_with_none_below(
    graph_on: MakeGraph, parts: Parts, count: int, mix: random.Random
) -> None:
    graph = graph_on(parts)
    oracle = reporting_of(graph)
    nodes = [mix.choice(list(graph.nodes)) for _ in range(count)]
    shared = set.intersection(*(nx.descendants(oracle, n) | {n} for n in nodes))
    lowest = {n for n in shared if not shared & nx.ancestors(oracle, n)}
    found = find_common(graph, nodes)
    assert set(found.superiors) == lowest
    for start, top, line in found.lines:
        assert len(line) == nx.shortest_path_length(oracle, start, top)
        assert [start, *(r.target for r in line)] == [*(r.source for r in line), top]


@on_any_index
@FEW
@given(organisations(), st.sampled_from(sorted(set(TYPES))))
def test_inverse_labels_agree(graph_on: MakeGraph, parts: Parts, type_: str) -> None:
    graph = graph_on(parts)
    inverse = CORE[type_].inverse.in_language("da")
    for id_ in graph.nodes:
        asked = find_who(graph, type_, target=id_).relations
        assert asked == find_whom(graph, inverse, source=id_).relations
        plain = {r.id for r in graph.relations.values() if r.type == type_ and r.target == id_}
        assert plain <= {r.id for r in asked}
