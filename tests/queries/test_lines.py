"""Reporting lines up, down and where they meet."""

from dataclasses import replace

import pytest

from orggraph.errors import UnknownNodeError
from orggraph.model import Graph
from orggraph.model.index import AHEAD
from orggraph.queries.lines import (
    OutlineRow,
    find_chain,
    find_common,
    find_line_ends,
    find_subordinates,
    find_superiors,
    find_tree,
)
from orggraph.text import LocalText
from tests.queries.build import chain_of, graph_of, node, parts_of, relation, shuffled

DIAMOND = ("a reports_to b", "a anchored_in c", "b reports_to d", "c reports_to d",
           "d reports_to e", "x reports_to d", "a informs e", "p contact_for q")  # fmt: skip


def drawn(rows: tuple[OutlineRow, ...]) -> list[str]:
    """Return an outline as text: indented ids, a star on what is repeated."""
    return ["." * row.depth + row.node + ("*" if row.repeated else "") for row in rows]


def test_a_chain_goes_up_to_the_top_with_a_branch_for_each_superior() -> None:
    chain = find_chain(graph_of(*DIAMOND), "a")
    assert drawn(chain.rows) == ["a", ".b", "..d", "...e", ".c", "..d*"]
    assert chain.tops == ("e",)
    assert [row.relation.id if row.relation else None for row in chain.rows[:3]] == [
        None, "a:reports_to:b", "b:reports_to:d",
    ]  # fmt: skip


def test_a_chain_of_one_is_its_own_top() -> None:
    chain = find_chain(graph_of(*DIAMOND), "p")
    assert (drawn(chain.rows), chain.tops) == (["p"], ("p",))


def test_a_chain_may_have_several_tops() -> None:
    graph = graph_of("a reports_to b", "a reports_to c", "c reports_to d", "b reports_to t")
    assert find_chain(graph, "a").tops == ("t", "d")
    assert find_line_ends(graph, "a") == ["d", "t"]
    assert find_line_ends(graph, "d") == ["d"]


def test_a_top_met_twice_is_no_repetition() -> None:
    chain = find_chain(graph_of("a reports_to b", "a reports_to c", "b reports_to t",
                                "c reports_to t"), "a")  # fmt: skip
    assert drawn(chain.rows) == ["a", ".b", "..t", ".c", "..t"]
    assert chain.tops == ("t",)


def test_a_tree_goes_down_to_all_that_reports() -> None:
    tree = find_tree(graph_of(*DIAMOND), "d")
    assert drawn(tree.rows) == ["d", ".b", "..a", ".c", "..a", ".x"]
    assert (tree.node, tree.outside) == ("d", 0)


def test_what_is_below_twice_is_drawn_once() -> None:
    graph = graph_of("a reports_to b", "b reports_to c", "b reports_to d", "c reports_to e",
                     "d reports_to e")  # fmt: skip
    assert drawn(find_tree(graph, "e").rows) == ["e", ".c", "..b", "...a", ".d", "..b*"]


def test_the_last_one_under_each_is_known_beforehand() -> None:
    rows = find_tree(graph_of(*DIAMOND, "z reports_to y")).rows
    assert [(row.node, row.is_last) for row in rows] == [
        ("e", False), ("d", True), ("b", False), ("a", True), ("c", False), ("a", True),
        ("x", True), ("y", True), ("z", True),
    ]  # fmt: skip
    chain = find_chain(graph_of(*DIAMOND), "a").rows
    assert [row.is_last for row in chain] == [True, False, True, True, True, True]


def test_the_whole_tree_starts_at_every_top_and_counts_who_is_outside() -> None:
    tree = find_tree(graph_of(*DIAMOND, "z reports_to y"))
    assert drawn(tree.rows)[:2] == ["e", ".d"]
    assert drawn(tree.rows)[-2:] == ["y", ".z"]
    assert (tree.node, tree.outside) == (None, 2)


def test_no_reporting_is_an_empty_tree() -> None:
    tree = find_tree(graph_of("a informs b"))
    assert (tree.rows, tree.outside) == ((), 2)


def test_subordinates_stand_by_name_whatever_their_ids() -> None:
    names = {"a": "Åse", "b": "Bo", "c": "Ærø", "top": "Top"}
    parts = parts_of("a reports_to top", "b reports_to top", "c reports_to top")
    nodes = tuple(node(id_, name=LocalText.of(name, "da")) for id_, name in names.items())
    graph = Graph(replace(parts, nodes=nodes))
    assert [r.source for r in find_subordinates(graph, "top")] == ["b", "c", "a"]
    assert drawn(find_tree(graph).rows) == ["top", ".b", ".c", ".a"]


def test_solid_lines_come_before_dotted_and_names_before_ids() -> None:
    graph = graph_of("a reports_to z", relation("a reports_to b", line="dotted"), "a anchored_in c")
    assert [r.target for r in find_superiors(graph, "a")] == ["c", "z", "b"]
    assert [r.source for r in find_subordinates(graph, "z")] == ["a"]


@pytest.mark.parametrize(
    ("nodes", "superiors"),
    [
        (["a", "x"], ("d",)),
        (["b", "c"], ("d",)),
        (["a", "b"], ("b",)),
        (["b", "a", "x"], ("d",)),
        (["e", "a"], ("e",)),
        (["a", "a"], ("a",)),
        (["a", "p"], ()),
        (["a", "q", "x"], ()),
    ],
)
def test_the_lowest_common_superior_may_be_one_of_the_nodes(
    nodes: list[str], superiors: tuple[str, ...]
) -> None:
    assert find_common(graph_of(*DIAMOND), nodes).superiors == superiors


def test_there_may_be_several_lowest_common_superiors_each_with_its_lines() -> None:
    graph = graph_of("a reports_to s", "a reports_to t", "b reports_to s", "b reports_to m",
                     "m reports_to t", "s reports_to top", "t reports_to top")  # fmt: skip
    found = find_common(graph, ["a", "b"])
    assert found.superiors == ("s", "t")
    lines = {(node, top): [r.id for r in line] for node, top, line in found.lines}
    assert lines == {
        ("a", "s"): ["a:reports_to:s"],
        ("a", "t"): ["a:reports_to:t"],
        ("b", "s"): ["b:reports_to:s"],
        ("b", "t"): ["b:reports_to:m", "m:reports_to:t"],
    }
    assert found.line_ends == (("a", ("top",)), ("b", ("top",)))


def folded(rows: tuple[OutlineRow, ...]) -> dict[str, int]:
    return {row.node: row.folded for row in rows if row.folded}


def test_a_tree_of_some_levels_counts_who_is_further_down() -> None:
    graph = graph_of(*DIAMOND, "y reports_to x", "z reports_to y")
    assert drawn(find_tree(graph, "e", depth=1).rows) == ["e", ".d"]
    assert folded(find_tree(graph, "e", depth=1).rows) == {"d": 6}  # a, below two of them, once
    two = find_tree(graph, "e", depth=2)
    assert drawn(two.rows) == ["e", ".d", "..b", "..c", "..x"]
    assert folded(two.rows) == {"b": 1, "c": 1, "x": 2}
    whole = find_tree(graph, depth=1)
    assert (drawn(whole.rows), folded(whole.rows), whole.outside) == (["e", ".d"], {"d": 6}, 2)
    assert find_tree(graph, "e", depth=5) == find_tree(graph, "e")
    assert folded(find_tree(graph, "a", depth=1).rows) == {}


def test_what_was_cut_off_is_shown_where_there_is_room() -> None:
    graph = graph_of("b reports_to a", "c reports_to b", "x reports_to c", "c reports_to z",
                     "z reports_to top", "a reports_to top")  # fmt: skip
    found = find_tree(graph, "top", depth=3)
    assert drawn(found.rows) == ["top", ".a", "..b", "...c", ".z", "..c", "...x"]
    assert [row.folded for row in found.rows if row.node == "c"] == [1, 0]
    turned = graph_of("b reports_to z", "c reports_to b", "x reports_to c", "c reports_to a",
                      "z reports_to top", "a reports_to top")  # fmt: skip
    again = find_tree(turned, "top", depth=3)
    assert drawn(again.rows) == ["top", ".a", "..c", "...x", ".z", "..b", "...c*"]
    assert folded(again.rows) == {}


def test_a_chain_of_thousands_is_drawn_and_met() -> None:
    graph = graph_of(*chain_of(5_000), "side reports_to n04998")
    assert [row.depth for row in find_chain(graph, "n00000").rows] == list(range(5_000))
    assert len(find_tree(graph, "n04999").rows) == 5_001
    common = find_common(graph, ["n00000", "side"])
    assert common.superiors == ("n04998",)
    assert [len(line) for _, _, line in common.lines] == [4_998, 1]


@pytest.mark.parametrize("seed", range(3))
def test_outlines_ignore_the_order_of_input(seed: int) -> None:
    parts = parts_of(*DIAMOND)
    one, other = Graph(parts), Graph(shuffled(parts, seed))
    assert find_tree(one) == find_tree(other)
    assert find_chain(one, "a") == find_chain(other, "a")
    assert find_common(one, ["a", "x"]) == find_common(other, ["a", "x"])


def test_a_tree_asks_for_many_nodes_at_a_time_and_for_none_in_vain(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    graph = graph_of(*(f"n{i:04} reports_to n{(i - 1) // 10:04}" for i in range(1, 5_000)))
    asked: list[list[str]] = []
    one_by_one = graph.index.relations_to_each

    def each(nodes: list[str], types: frozenset[str]) -> object:
        asked.append(nodes)
        return one_by_one(nodes, types)

    monkeypatch.setattr(graph.index, "relations_to_each", each)
    assert len(list(find_tree(graph, "n0000").rows)) == 5_000
    assert len(asked) < 100
    assert sum(map(len, asked)) == 5_000
    assert max(map(len, asked)) <= AHEAD
    del asked[:]
    assert len(list(find_tree(graph, "n0000", depth=3).rows)) == 1_111
    assert sum(map(len, asked)) == 111


def test_an_unknown_node_is_refused() -> None:
    graph = graph_of("a reports_to b")
    for ask in (find_chain, find_tree, lambda g, n: find_common(g, ["a", n])):
        with pytest.raises(UnknownNodeError):
            ask(graph, "x")
