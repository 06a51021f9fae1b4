"""Who stands above whom, held against networkx."""

import random

import networkx as nx
import pytest

from orggraph.layout.orient import Pull, TopologicalOrder, find_pulls
from orggraph.views.content import Link
from tests.layout.pictures import chain, clusters, picture


def link(
    id_: str, source: str, target: str, above: str | None = "target", strength: int = 8
) -> Link:
    return Link(id_, source, target, "f", ("t",), (id_,), "", "", above, strength)  # type: ignore[arg-type]


def pulls(*links: Link, nodes: str = "abcdef") -> set[tuple[str, str, int]]:
    return {tuple(pull) for pull in find_pulls(nodes, links)}  # type: ignore[misc]


@pytest.mark.parametrize("seed", range(40))
def test_pulls_have_no_cycle_and_keep_what_counts_most(seed: int) -> None:
    content = picture(seed, 30, extra=1.5) if seed % 2 else clusters(seed, 4, 6)
    found = find_pulls([card.id for card in content.cards], content.links)
    graph = nx.DiGraph((pull.upper, pull.lower) for pull in found)
    assert nx.is_directed_acyclic_graph(graph)
    assert len({frozenset((p.upper, p.lower)) for p in found}) == len(found), "one for two nodes"
    # A hinted link goes the other way only where stronger ones, or those before it, lead there.
    kept = nx.DiGraph()
    for one in sorted(content.links, key=lambda one: (-one.strength, one.id)):
        if one.above is None:
            continue
        upper, lower = (one.source, one.target)[:: 1 if one.above == "source" else -1]
        known = kept.has_node(upper) and kept.has_node(lower) and nx.has_path(kept, lower, upper)
        assert graph.has_edge(upper, lower) != known
        kept.add_edge(*((lower, upper) if known else (upper, lower)))
    # Nothing that a line leads to hangs in the air.
    assert set(graph) == {end for one in content.links for end in (one.source, one.target)}


def test_a_superior_stands_above() -> None:
    assert pulls(link("1", "a", "b")) == {("b", "a", 8)}
    assert pulls(link("1", "a", "b", "source", 3)) == {("a", "b", 3)}


def test_the_stronger_line_decides() -> None:
    strong, weak = link("2", "a", "b"), link("1", "a", "b", "source", 3)
    assert pulls(strong, weak) == {("b", "a", 11)}
    assert pulls(weak, strong) == {("b", "a", 11)}
    round_trip = [link("1", "a", "b"), link("2", "b", "c"), link("3", "a", "c", "source", 3)]
    assert pulls(*round_trip) == {("b", "a", 8), ("c", "b", 8), ("c", "a", 3)}


def test_of_two_equal_lines_the_first_decides() -> None:
    assert pulls(link("1", "a", "b"), link("2", "b", "a")) == {("b", "a", 16)}


def test_contact_follows_the_rest() -> None:
    beside = link("2", "b", "a", None, 1)
    assert pulls(link("1", "a", "b"), beside) == {("b", "a", 9)}
    assert pulls(link("1", "a", "b"), link("2", "a", "b", None, 1)) == {("b", "a", 9)}
    # Both ends are held by others: the line between them says nothing of who is above.
    held = [link("1", "a", "c"), link("2", "b", "c"), link("3", "a", "b", None, 1)]
    assert pulls(*held) == {("c", "a", 8), ("c", "b", 8)}
    # One hangs in the air: it stands below, as the order of the nodes has it.
    assert pulls(link("1", "a", "b"), link("2", "c", "a", None, 1)) == {
        ("b", "a", 8),
        ("a", "c", 1),
    }
    assert pulls(link("1", "b", "a", None, 2)) == {("a", "b", 2)}
    assert pulls(link("1", "b", "a", None, 2), nodes="ba") == {("b", "a", 2)}


def test_nothing_pulls_where_there_are_no_lines() -> None:
    assert find_pulls(["a", "b"], []) == ()


def test_a_long_chain_in_the_wrong_order_is_no_trouble() -> None:
    content = chain(3000)
    nodes = [card.id for card in reversed(content.cards)]
    assert len(find_pulls(nodes, content.links)) == 2999


@pytest.mark.parametrize("seed", range(30))
def test_an_order_refuses_just_what_makes_a_cycle(seed: int) -> None:
    chance = random.Random(seed)
    nodes = [str(n) for n in range(12)]
    order, graph = TopologicalOrder(nodes), nx.DiGraph()
    graph.add_nodes_from(nodes)
    for _ in range(60):
        upper, lower = chance.sample(nodes, 2)
        cycle = nx.has_path(graph, lower, upper)
        assert order.add(upper, lower) != cycle
        if not cycle:
            graph.add_edge(upper, lower)
        assert sorted(order.position.values()) == list(range(12))
        assert all(order.position[a] < order.position[b] for a, b in graph.edges)


def test_a_pull_says_its_parts() -> None:
    assert find_pulls("ab", [link("1", "a", "b")]) == (Pull(upper="b", lower="a", weight=8),)
