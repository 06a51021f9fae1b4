"""Reporting lines in SQL, the same text on each engine, against the graph's own answers."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from orggraph import OrgGraph, dump
from orggraph.sql import CHAINS, COUNTS, PATHS, SUBORDINATES
from tests.queries.build import graph_of, relation
from tests.sql import expected
from tests.sql.graphs import ladder, random_graph
from tests.sql.tables import Engine, ask, fill

SEEDS = range(12)


@pytest.mark.parametrize("seed", SEEDS)
def test_paths_are_those_of_the_graph(engine: Engine, seed: int) -> None:
    graph = random_graph(seed)
    fill(engine, graph)
    pairs = expected.all_pairs(graph)
    assert expected.in_order(ask(engine, PATHS, pairs)) == expected.paths(graph, pairs)


@pytest.mark.parametrize("seed", SEEDS)
def test_lines_up_and_down_are_those_of_the_graph(engine: Engine, seed: int) -> None:
    graph = random_graph(seed, size=20)
    fill(engine, graph)
    nodes = list(graph.nodes)
    asked = [(node,) for node in nodes]
    for statement, own in (
        (CHAINS, expected.chains),
        (SUBORDINATES, expected.subordinates),
        (COUNTS, expected.counts),
    ):
        assert expected.in_order(ask(engine, statement, asked)) == own(graph, nodes)


def test_the_store_answers_from_its_own_views(tmp_path: Path) -> None:
    graph = random_graph(5)
    dump(OrgGraph.from_sound(graph.parts), tmp_path / "a.orgdb")
    uri = f"{(tmp_path / 'a.orgdb').as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True)) as store:
        store.execute("CREATE TEMP TABLE asked AS SELECT id AS node FROM nodes")
        for statement, own in ((CHAINS, expected.chains), (COUNTS, expected.counts)):
            assert expected.in_order(ask(store, statement)) == own(graph, graph.nodes)
        store.execute("DROP TABLE temp.asked")
        store.execute("CREATE TEMP TABLE asked AS SELECT a.id AS source, b.id AS target "
                      "FROM nodes a CROSS JOIN nodes b")  # fmt: skip
        pairs = expected.all_pairs(graph)
        assert expected.in_order(ask(store, PATHS)) == expected.paths(graph, pairs)


def test_random_graphs_have_what_is_tested() -> None:
    """Lines that part and meet, parallel relations, and pairs without a path."""
    graph = random_graph(1)
    rows = expected.paths(graph, expected.all_pairs(graph))
    assert {row[2] for row in rows} == {"reporting", "none"}
    assert max(row[3] or 0 for row in rows) >= 3  # type: ignore[type-var, operator]
    ends = [(r.source, r.target) for r in graph.iter_relations() if graph.is_reporting(r)]
    assert len(ends) > len(set(ends))


def test_equal_paths_go_by_the_ids_on_the_way_and_not_by_their_letters_in_a_row(
    engine: Engine,
) -> None:
    # "a-b" comes before "ab" as a text with a separator, and after "a" as an id.
    graph = graph_of("s reports_to a-b", "s reports_to a", "a reports_to z", "a-b reports_to b",
                     "z reports_to t", "b reports_to t")  # fmt: skip
    fill(engine, graph)
    rows = sorted(ask(engine, PATHS, [("s", "t")]), key=lambda row: row[4])
    assert [row[5] for row in rows] == ["s", "a", "z", "t"]


def test_of_parallel_relations_the_stated_one_is_taken(engine: Engine) -> None:
    graph = graph_of(relation("a reports_to b", id="1", status="inferred"),
                     relation("a anchored_in b", id="2"),
                     relation("a anchored_in b", id="0"))  # fmt: skip
    fill(engine, graph)
    assert [row[6] for row in ask(engine, PATHS, [("a", "b")]) if row[4]] == ["0"]


def test_a_dotted_line_is_a_line_and_a_contact_is_none(engine: Engine) -> None:
    graph = graph_of(relation("a reports_to b", line="dotted"), "b informs c")
    fill(engine, graph)
    rows = expected.in_order(ask(engine, PATHS, [("a", "b"), ("a", "c"), ("c", "c")]))
    assert [(row[0], row[1], row[2], row[3]) for row in rows if row[4] in (None, 0)] == [
        ("a", "b", "reporting", 1), ("a", "c", "none", None), ("c", "c", "reporting", 0),
    ]  # fmt: skip


def test_nothing_is_below_or_above_one_alone(engine: Engine) -> None:
    fill(engine, graph_of(alone=["a"]))
    assert ask(engine, CHAINS, [("a",)]) == []
    assert ask(engine, SUBORDINATES, [("a",)]) == []
    assert ask(engine, COUNTS, [("a",)]) == [("a", 0, 0, 0)]


def test_lines_that_part_and_meet_over_and_over(engine: Engine) -> None:
    graph = graph_of(*ladder(8))
    fill(engine, graph)
    rows = expected.in_order(ask(engine, PATHS, [("s", "t")]))
    assert rows == expected.paths(graph, [("s", "t")])
    assert [row[5] for row in sorted(rows, key=lambda row: row[4])][1:-1] == [  # type: ignore[arg-type, return-value]
        f"x{i:02}" for i in range(8)
    ]
    assert ask(engine, COUNTS, [("t",)]) == [("t", 2, 17, 9)]
