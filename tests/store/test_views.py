"""What a person asks in SQL, without this program, has the answers that this program gives."""

import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from orggraph import OrgGraph
from orggraph.evidence.claims import ClaimKind, iter_claims
from orggraph.formats.loader import read_graph
from orggraph.model import Graph, PartialDate, Parts
from orggraph.text import LocalText
from tests.formats.laws import SHIPPED
from tests.properties.strategies import parts
from tests.store.helpers import put, store_of

FEW = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))

REPORTS = """
SELECT s.name, e.type, t.name FROM edges e
JOIN nodes s ON s.id = e.source
JOIN nodes t ON t.id = e.target
WHERE e.family = 'reporting'
"""
BELOW = """
WITH RECURSIVE below (id) AS (
    VALUES (?)
    UNION
    SELECT e.source FROM below JOIN edges e ON e.target = below.id WHERE e.family = 'reporting'
)
SELECT n.id FROM below JOIN nodes n ON n.id = below.id WHERE n.id <> ? ORDER BY n.id
"""
QUOTED = "SELECT source, quote FROM evidence WHERE thing = 'node' AND id = ?"
CHAIRED = "SELECT member_name FROM members WHERE body = 'styregruppe' AND role = 'formand'"


@pytest.fixture(scope="module", params=["govtech", "python", "whole"])
def graph(request: pytest.FixtureRequest) -> OrgGraph:
    return read_graph(SHIPPED[request.param], OrgGraph)


@pytest.fixture(scope="module")
def database(
    graph: Graph, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(put(graph, tmp_path_factory.mktemp("views")))) as database:
        yield database


def edges(graph: Graph) -> list[tuple[object, ...]]:
    """Return the relations of a graph as the view has them."""
    return [
        (r.id, r.type, graph.vocabulary.types[r.type].family, r.source, r.target,
         graph.vocabulary.rank_of(r.type), r.status, r.line, said(r.period.start),
         said(r.period.end), int(r.is_derived))
        for r in graph.relations.values()
    ]  # fmt: skip


def said(date: PartialDate | None) -> str | None:
    return None if date is None else str(date)


def text(words: LocalText | None) -> str | None:
    return None if words is None else words.original


def nodes(graph: Graph) -> list[tuple[object, ...]]:
    return [
        (n.id, n.kind, n.name.original, text(n.classification), int(n.collective), n.roster,
         said(n.period.start), said(n.period.end), n.status)
        for n in graph.nodes.values()
    ]  # fmt: skip


def members(graph: Graph) -> set[tuple[object, ...]]:
    found: set[tuple[object, ...]] = set()
    for body in graph.nodes.values():
        for relation in graph.memberships_of(body.id):
            seat = graph.seats.get(relation.seat_id or "")
            role = relation.role or (seat.role if seat else None)
            vote = seat.vote if seat and relation.vote is None else relation.vote
            member = graph.nodes[relation.source]
            found.add((
                body.id, body.name.original, member.id, member.name.original,
                role and role.label.in_language(graph.language), vote, relation.seat,
                said(relation.period.start), said(relation.period.end),
            ))  # fmt: skip
    return found


def seats(graph: Graph) -> list[tuple[object, ...]]:
    return [
        (s.id, s.body, s.key, text(s.name), s.role and s.role.label.in_language(graph.language),
         s.count.minimum, s.count.maximum, said(s.period.start), said(s.period.end))
        for s in graph.seats.values()
    ]  # fmt: skip


def traits(graph: Graph) -> set[tuple[object, ...]]:
    return {(t.id, trait) for t in graph.vocabulary.types.values() for trait in t.traits}


def evidence(graph: Graph) -> list[tuple[object, ...]]:
    """Return the quotations of a graph as the view has them, those of derived relations too."""
    kinds = {ClaimKind.MEMBER: "relation"}
    derived = [
        ("relation", r.id, e.source, e.quote)
        for r in graph.relations.values()
        if r.is_derived
        for e in r.evidence
    ]
    found = [
        (str(kinds.get(c.kind, c.kind)), c.subject, c.evidence.source, c.evidence.quote)
        for c in iter_claims(graph)
    ]
    return sorted(found + derived)


def identifiers(graph: Graph) -> list[tuple[object, ...]]:
    return sorted((n.id, *pair) for n in graph.nodes.values() for pair in n.identifiers)


def hold_views(graph: Graph, database: sqlite3.Connection) -> None:
    """Assert that the views say what the graph says; the larger ones in its order."""

    def rows(view: str) -> list[tuple[object, ...]]:
        return database.execute(f"SELECT * FROM {view}").fetchall()

    assert rows("edges") == edges(graph)
    assert rows("nodes") == nodes(graph)
    assert rows("seats") == seats(graph)
    assert set(rows("members")) == members(graph)
    assert sorted(rows("evidence")) == evidence(graph)
    assert sorted(rows("identifiers")) == identifiers(graph)
    assert set(rows("traits")) == traits(graph)


def test_the_views_say_what_the_graph_says(graph: Graph, database: sqlite3.Connection) -> None:
    hold_views(graph, database)


@FEW
@given(parts())
def test_the_views_say_what_any_graph_says(given_: Parts) -> None:
    graph = Graph(given_)
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(store_of(graph))
        hold_views(graph, database)


def test_the_columns_are_those_that_are_promised(database: sqlite3.Connection) -> None:
    found = {
        view: [row[1] for row in database.execute(f"PRAGMA table_info ({view})")]
        for (view,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'view'")
    }
    assert found == {
        "nodes": [
            *("id", "kind", "name", "classification", "collective", "roster"),
            *("start", "end", "status"),
        ],
        "edges": [
            "id", "type", "family", "source", "target", "rank", "status", "line", "start", "end",
            "derived",
        ],
        "members": [
            "body", "body_name", "member", "member_name", "role", "vote", "seat", "start", "end",
        ],
        "seats": ["id", "body", "key", "name", "role", "least", "most", "start", "end"],
        "evidence": ["thing", "id", "source", "quote"],
        "identifiers": ["id", "scheme", "value"],
        "traits": ["type", "trait"],
    }  # fmt: skip


def test_each_column_of_a_view_is_explained() -> None:
    from orggraph.store import schema

    explained = schema.__doc__ or ""
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(schema.TABLES + schema.INDEXES + schema.VIEWS)
        for (view,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'view'"):
            part = explained.partition(f"- ``{view}``:")[2].partition("\n- ")[0]
            for row in database.execute(f"PRAGMA table_info ({view})"):
                assert f"``{row[1]}``" in part, (view, row[1])


def test_who_reports_to_whom(graph: OrgGraph, database: sqlite3.Connection) -> None:
    def name(node: str) -> str:
        return graph.nodes[node].name.original

    expected = [
        (name(r.source), r.type, name(r.target))
        for r in graph.relations.values()
        if graph.is_reporting(r)
    ]
    assert sorted(database.execute(REPORTS)) == sorted(expected)


def test_everyone_below_a_node(graph: OrgGraph, database: sqlite3.Connection) -> None:
    for node in graph.nodes:
        below = [id_ for (id_,) in database.execute(BELOW, (node, node))]
        reporting = graph.vocabulary.types_of(family="reporting")
        assert len(below) == graph.index.count_below(node, reporting)
        shown = {row.node for row in graph.find_tree(node).rows}
        assert set(below) == shown - {node}


def test_the_quotations_of_a_node(graph: OrgGraph, database: sqlite3.Connection) -> None:
    for node in graph.nodes.values():
        found = database.execute(QUOTED, (node.id,)).fetchall()
        assert found == [(each.source, each.quote) for each in node.evidence]


def test_who_chairs_a_body(tmp_path: Path) -> None:
    path = put(read_graph(SHIPPED["govtech"], Graph), tmp_path)
    with closing(sqlite3.connect(path)) as database:
        assert database.execute(CHAIRED).fetchall() == [("Jesper Thyrring Møller",)]


@pytest.mark.parametrize(
    ("query", "values"),
    [
        ("SELECT * FROM edges WHERE source = ?", ("a",)),
        ("SELECT * FROM edges WHERE target = ?", ("a",)),
        ("SELECT * FROM nodes WHERE id = ?", ("a",)),
        ("SELECT * FROM members WHERE body = ?", ("a",)),
        ("SELECT * FROM members WHERE member = ?", ("a",)),
        ("SELECT * FROM seats WHERE body = ?", ("a",)),
        ("SELECT * FROM identifiers WHERE value = ?", ("a",)),
        (BELOW, ("a", "a")),
    ],
)
def test_a_question_about_one_thing_goes_through_no_table(
    database: sqlite3.Connection, query: str, values: tuple[str, ...]
) -> None:
    plan = {row[3] for row in database.execute(f"EXPLAIN QUERY PLAN {query}", values)}
    tables = ("b", "i", "m", "n", "node", "r", "s", "t")
    assert not plan & {f"SCAN {table}" for table in tables}
    assert any(step.startswith("SEARCH") for step in plan)


@pytest.mark.skipif(shutil.which("sqlite3") is None, reason="the tool of SQLite is not installed")
def test_the_tool_of_sqlite_reads_it(tmp_path: Path) -> None:
    path = put(read_graph(SHIPPED["govtech"], Graph), tmp_path)
    before = path.read_bytes()
    query = "PRAGMA integrity_check; SELECT count(*) FROM edges WHERE family = 'reporting'"
    command = ["sqlite3", "-readonly", str(path), query]
    found = subprocess.run(command, capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["ok", str(len(database_lines(path)))]
    assert path.read_bytes() == before


def database_lines(path: Path) -> list[object]:
    with closing(sqlite3.connect(path)) as database:
        return database.execute(REPORTS).fetchall()
