"""A graph as the tables that the SQL reads, in engines that we did not write."""

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from orggraph.model import Graph, PartialDate
from orggraph.sql import Statement

TABLES = {
    "nodes": 'id text, kind text, name text, collective integer, roster text, "start" text, '
    '"end" text',
    "edges": 'id text, type text, family text, source text, target text, "rank" integer, '
    'status text, line text, "start" text, "end" text, derived integer',
    "traits": "type text, trait text",
    "day": "opens text, closes text",
}


class Engine(Protocol):
    """What runs SQL: a connection of sqlite3 or DuckDB, or a cursor of psycopg."""

    def execute(self, sql: str, *arguments: Any) -> Any: ...
    def executemany(self, sql: str, rows: Any) -> Any: ...


def edge_rows(graph: Graph) -> list[tuple[object, ...]]:
    types, rank = graph.vocabulary.types, graph.vocabulary.rank_of
    return [
        (r.id, r.type, types[r.type].family, r.source, r.target, rank(r.type), r.status, r.line,
         _text(r.period.start), _text(r.period.end), int(r.is_derived))
        for r in graph.iter_relations()
    ]  # fmt: skip


def node_rows(graph: Graph) -> list[tuple[object, ...]]:
    return [
        (n.id, n.kind, n.name.original, int(n.collective), n.roster, _text(n.period.start),
         _text(n.period.end))
        for n in graph.iter_nodes()
    ]  # fmt: skip


def trait_rows(graph: Graph) -> list[tuple[object, ...]]:
    return [(t.id, trait) for t in graph.vocabulary.types.values() for trait in sorted(t.traits)]


def _text(when: PartialDate | None) -> str | None:
    return None if when is None else str(when)


def fill(engine: Engine, graph: Graph, day: PartialDate | None = None) -> None:
    """Make the tables of a graph, in place of those that are there."""
    when = day or PartialDate.today()
    rows: dict[str, list[tuple[object, ...]]] = {
        "nodes": node_rows(graph),
        "edges": edge_rows(graph),
        "traits": trait_rows(graph),
        "day": [(str(when.first_day()), str(when.last_day()))],
    }
    for name, columns in TABLES.items():
        make_table(engine, name, columns, rows[name])


def make_table(
    engine: Engine, name: str, columns: str, rows: Sequence[Sequence[object]] = ()
) -> None:
    engine.execute(f"DROP TABLE IF EXISTS {name}")
    engine.execute(f"CREATE TABLE {name} ({columns})")
    if rows:
        mark = "?" if type(engine).__module__.startswith(("sqlite3", "_duckdb", "duckdb")) else "%s"
        marks = ", ".join([mark] * len(rows[0]))
        engine.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)


def ask(engine: Engine, statement: Statement, asked: Iterable[tuple[str, ...]] = ()) -> list[Any]:
    """Run the text of a statement as it is; ``asked`` is what it is about."""
    rows = list(asked)
    if rows:
        columns = "source text, target text" if len(rows[0]) == 2 else "node text"
        make_table(engine, "asked", columns, rows)
    return [tuple(row) for row in engine.execute(statement.text).fetchall()]
