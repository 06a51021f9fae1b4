"""Answers of Spark, against those of the graph itself on the same tables."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from orggraph.errors import OrgGraphError, UnknownNodeError
from orggraph.model import Graph, PartialDate
from orggraph.spark import SparkGraph
from orggraph.sql import RULES
from orggraph.words import PROBLEMS
from tests.conftest import LoadText
from tests.queries.build import chain_of, graph_of
from tests.spark.conftest import WriteTables
from tests.sql import expected
from tests.sql.graphs import ladder, random_graph

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

pytestmark = pytest.mark.slow


def rows(answer: "DataFrame") -> expected.Rows:
    return expected.in_order(answer.collect())


@pytest.fixture(scope="module")
def graph() -> Graph:
    return random_graph(7, size=18, dated=True)


@pytest.fixture(scope="module")
def org(
    session: "SparkSession", graph: Graph, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SparkGraph]:
    from orggraph.formats.exchange import WriteOptions
    from orggraph.formats.tables.parquet_writing import write_parquet

    place = tmp_path_factory.mktemp("tables")
    for name, pieces in write_parquet(graph, WriteOptions()).files.items():
        (place / name).write_bytes(b"".join(pieces))
    with SparkGraph(place, session) as opened:
        yield opened


def test_paths_of_all_pairs_at_once(org: SparkGraph, graph: Graph) -> None:
    pairs = expected.all_pairs(graph)
    answer = org.paths(pairs)
    assert answer.columns == [
        "source", "target", "tier", "length", "step", "node", "relation", "type",
    ]  # fmt: skip
    assert rows(answer) == expected.paths(graph, pairs)


def test_chains_and_counts_of_all_nodes_at_once(org: SparkGraph, graph: Graph) -> None:
    assert rows(org.chains()) == expected.chains(graph, graph.nodes)
    assert rows(org.counts()) == expected.counts(graph, graph.nodes)


def test_subordinates_of_some(org: SparkGraph, graph: Graph) -> None:
    some = list(graph.nodes)[::3]
    assert rows(org.subordinates(some)) == expected.subordinates(graph, some)


def test_what_is_asked_about_may_come_from_a_data_frame_of_anyones(
    org: SparkGraph, graph: Graph, session: "SparkSession"
) -> None:
    some = list(graph.nodes)[:5]
    asked = session.createDataFrame([(n, "x") for n in some * 2], "node string, remark string")
    assert rows(org.counts(asked)) == expected.counts(graph, some)
    assert session.catalog.listTables() == []  # ours are nobody else's
    joined = asked.join(org.counts(some), "node").count()
    assert joined == 2 * len(some)


@pytest.mark.parametrize("day", ["2024-02-29", "2025"])
def test_findings_of_rules_are_those_of_the_checks(org: SparkGraph, graph: Graph, day: str) -> None:
    own = expected.findings(graph, PartialDate.parse(day))
    names = sorted((*RULES, "two-superiors"), key=lambda name: PROBLEMS[name].code)
    assert [tuple(row) for row in org.rule_counts(day).collect()] == [
        (PROBLEMS[name].code, name, own[PROBLEMS[name].code]) for name in names
    ]
    assert own[PROBLEMS["two-superiors"].code] > 0


def test_rules_ask_the_traits_of_the_files_own_types(
    session: "SparkSession", load_text: LoadText, write_tables: WriteTables
) -> None:
    graph = load_text("""
        vocabulary:
          types:
            watches:
              family: support
              label: watches
              inverse: watched by
              traits: [oversight, choosing]
        bodies:
          board: {name: Board, watches: office, reports to: office}
          office: {name: Office}
          other: {name: Other}
    """)
    with SparkGraph(write_tables(graph), session) as org:
        found = {row["rule"]: row["findings"] for row in org.rule_counts().collect()}
    assert found["overseer-reports-to-overseen"] == 1
    assert found["no-superior"] == 1


def test_superiors_of_one_line_are_no_two_though_lines_lead_in_a_circle(
    session: "SparkSession", write_tables: WriteTables
) -> None:
    graph = graph_of("x reports_to chair", "x reports_to board", "chair member_of board",
                     "board reports_to chair", "y reports_to chair", "y reports_to other",
                     kinds=dict.fromkeys(["chair", "other", "x", "y"], "person"))  # fmt: skip
    with SparkGraph(write_tables(graph), session) as org:
        found = {row["rule"]: row["findings"] for row in org.rule_counts().collect()}
    assert found["two-superiors"] == 1


def test_two_to_the_twentieth_equal_lines_are_one_answer(
    session: "SparkSession", write_tables: WriteTables
) -> None:
    graph = graph_of(*ladder(20))
    with SparkGraph(write_tables(graph), session, keep=False) as org:
        found = [row["node"] for row in org.paths([("s", "t")]).orderBy("step").collect()]
    assert found == ["s", *(f"x{i:02}" for i in range(20)), "t"]


def test_a_line_that_is_too_deep_is_refused(
    session: "SparkSession", write_tables: WriteTables
) -> None:
    place = write_tables(graph_of(*chain_of(9)))
    with (
        SparkGraph(place, session, max_levels=4) as org,
        pytest.raises(OrgGraphError, match="more than 4 levels") as caught,
    ):
        org.chains(["n00000"])
    assert "over 4 led" in caught.value.message("da")
    with SparkGraph(place, session, max_levels=20) as org:
        assert org.chains(["n00000"]).count() == 8


def test_ids_that_are_nobodys_are_told(org: SparkGraph) -> None:
    with pytest.raises(UnknownNodeError, match="'nobody', 'none'; ask by the ids"):
        org.paths([("nobody", "lone"), ("lone", "none")])
    with pytest.raises(UnknownNodeError, match="'0', '1', '2', '3', '4', …;"):
        org.chains([str(number) for number in range(7)])


@pytest.mark.parametrize("asked", [["lone"], [("lone",)], [("lone", 1)], "ab"])
def test_what_is_no_pair_is_told(org: SparkGraph, asked: Iterable[tuple[str, str]]) -> None:
    with pytest.raises(OrgGraphError, match="must have columns: source, target"):
        org.paths(asked)


def test_a_data_frame_without_the_columns_is_told(org: SparkGraph, session: "SparkSession") -> None:
    with pytest.raises(OrgGraphError, match="must have columns: node; these were given: id"):
        org.chains(session.createDataFrame([("a",)], "id string"))


def test_nothing_asked_is_nothing_answered(org: SparkGraph) -> None:
    assert org.paths([]).count() == org.chains([]).count() == 0


def test_missing_tables_and_columns_are_told(
    session: "SparkSession", tmp_path: Path, write_tables: WriteTables
) -> None:
    with pytest.raises(OrgGraphError, match=r"nodes.parquet' cannot be read"):
        SparkGraph(tmp_path / "nowhere", session)
    place = write_tables(graph_of("a reports_to b"))
    (place / "edges.parquet").write_bytes((place / "nodes.parquet").read_bytes())
    with pytest.raises(OrgGraphError, match=r"lacks columns: type, family.*it has: id, kind, name"):
        SparkGraph(place, session)
    (place / "edges.parquet").write_bytes(b"no table")
    with pytest.raises(OrgGraphError, match=r"edges.parquet' cannot be read.*not a Parquet file"):
        SparkGraph(place, session)
