"""Paths searched from both ends, held against the search from one and against networkx."""

import random

import networkx as nx
import pytest

from orggraph.model import Graph, Parts, Relation
from orggraph.model.memory import MemoryIndex
from orggraph.queries.paths import PathResult, Tier, find_path, find_paths
from orggraph.text import LocalText
from orggraph.vocabulary import REPORTING, RelationType, core_vocabulary
from tests.queries.build import node, relation
from tests.queries.one_sided import Route, find_routes

PEER = RelationType(
    "peer_of", REPORTING, LocalText.of("is on a level with"), LocalText.of("is on a level with"),
    frozenset({"body"}), frozenset({"body"}), traits=frozenset({"symmetric"}),
)  # fmt: skip
VOCABULARY = core_vocabulary().with_terms(types=[PEER])
TYPES = ("reports_to", "reports_to", "anchored_in", "appoints", "member_of", "contact_for",
         "informs", "peer_of")  # fmt: skip


def graph_at_random(seed: int) -> Graph:
    """Return a graph with parallel and opposite relations, inferred and derived ones, and loops."""
    mix = random.Random(seed)
    ids = [f"n{number}" for number in range(mix.randint(2, 14))]
    mix.shuffle(ids)
    types = mix.sample(TYPES, mix.randint(1, len(TYPES)))
    found: dict[str, Relation] = {}
    for number in range(mix.randint(0, round(mix.choice((0.7, 1.5, 3)) * len(ids)))):
        source, target, type_ = mix.choice(ids), mix.choice(ids), mix.choice(types)
        found[str(number)] = relation(
            f"{source} {type_} {target}",
            id=str(number) if mix.random() < 0.5 else f"{source}:{type_}:{target}:{number}",
            status=mix.choice(("stated", "stated", "inferred")),
            derived_from=mix.choice(((), (), ("a", "b"))),
        )
    parts = Parts(tuple(map(node, ids)), vocabulary=VOCABULARY)
    return Graph.over(MemoryIndex(parts, found.values()))


def routes_of(found: PathResult) -> list[Route]:
    return [
        tuple((hop.source, hop.target, hop.relation.id, hop.forward) for hop in path)
        for path in found.paths
    ]


@pytest.mark.parametrize("start", range(0, 4_000, 500))
def test_a_search_from_both_ends_finds_what_one_from_one_end_does(start: int) -> None:
    tiers = set()
    for seed in range(start, start + 500):
        graph = graph_at_random(seed)
        source, target = random.Random(seed).choices(list(graph.nodes), k=2)
        tier, routes = find_routes(graph, source, target)
        found = find_paths(graph, source=source, target=target)
        assert (found.tier, routes_of(found)) == (tier, routes), seed
        one = find_path(graph, source=source, target=target)
        assert (one.paths, one.more) == (found.paths[:1], len(routes) > 1), seed
        tiers.add((tier, len(routes) > 1))
    assert len(tiers) >= 6


def weights(graph: Graph, tier: Tier) -> "nx.DiGraph[str]":
    """Return the ways that a tier allows, with costs as single numbers."""
    result: nx.DiGraph[str] = nx.DiGraph()
    result.add_nodes_from(graph.nodes)

    def add(source: str, target: str, weight: int) -> None:
        known = result.get_edge_data(source, target, {"weight": weight})["weight"]
        result.add_edge(source, target, weight=min(weight, known))

    types = graph.vocabulary.types
    for r in graph.relations.values():
        reports, symmetric = types[r.type].family == REPORTING, types[r.type].is_symmetric
        if reports or tier is not Tier.REPORTING:
            add(r.source, r.target, 1 if reports else 1_001)
        if tier is not Tier.REPORTING and symmetric:
            add(r.target, r.source, 1_001)
        elif tier is Tier.CONNECTED:
            add(r.target, r.source, 1_001_001)
    return result


@pytest.mark.parametrize("start", range(10_000, 12_000, 500))
def test_a_search_from_both_ends_finds_what_networkx_does(start: int) -> None:
    for seed in range(start, start + 500):
        graph = graph_at_random(seed)
        source, target = random.Random(seed).sample(list(graph.nodes), k=2)
        found = find_paths(graph, source=source, target=target)
        for tier in (Tier.REPORTING, Tier.LINKS, Tier.CONNECTED):
            ways = weights(graph, tier)
            if tier is found.tier:
                expected = sorted(nx.all_shortest_paths(ways, source, target, weight="weight"))
                assert [[source, *(hop.target for hop in path)] for path in found.paths] == expected
                break
            assert not nx.has_path(ways, source, target), seed


def test_other_relations_stand_beside_a_hop_in_the_order_of_the_graph() -> None:
    for seed in range(300):
        graph = graph_at_random(seed)
        for pair in zip(graph.nodes, list(graph.nodes)[1:], strict=False):
            for hop in find_path(graph, source=pair[0], target=pair[1]).hops:
                ends = {hop.source, hop.target}
                both = (*graph.relations_from(hop.source), *graph.relations_to(hop.source))
                others = [r for r in both if {r.source, r.target} == ends and r != hop.relation]
                assert list(hop.also) == others
