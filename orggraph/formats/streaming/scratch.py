"""A graph on disk, for as long as it is converted: everything in order, nothing in memory."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby
from typing import Any, Self

from orggraph.errors import OrgGraphError
from orggraph.formats.streaming.packing import (
    Place,
    Row,
    pack_node,
    pack_relation,
    pack_seat,
    unpack_node,
    unpack_relation,
    unpack_seat,
)
from orggraph.model import Node, Relation, RuleSetting, Seat, Source, Statement
from orggraph.model.order import seat_order, setting_order
from orggraph.source import Location
from orggraph.text import LocalText
from orggraph.vocabulary import Vocabulary, core_vocabulary

_CACHE_KIB = 32 * 1024
_BATCH = 1000
_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -{cache};
CREATE TABLE node (row INTEGER PRIMARY KEY, id, kind, collective, name, rest, file, line, letter);
CREATE TABLE relation (
    row INTEGER PRIMARY KEY, id, source, rank, type, target, rest, file, line, letter
);
CREATE TABLE seat (row INTEGER PRIMARY KEY, body, votes, rank, key, rest, file, line, letter);
CREATE TABLE purpose (row INTEGER PRIMARY KEY, node, rest);
"""
_NODE = "id, kind, collective, name, rest"
_RELATION = "id, source, type, target, rest"
_SEAT = "body, key, rest"
_INDEXES = {
    "node": "CREATE INDEX by_id ON node (id, kind, collective)",
    "seat": "CREATE INDEX by_body ON seat (body, votes, rank, key)",
    "purpose": "CREATE INDEX by_node ON purpose (node)",
    "relation": "CREATE INDEX by_source ON relation (source, rank, target, id)",
}
_NUMBERS = """
CREATE TABLE number (number INTEGER PRIMARY KEY, id);
INSERT INTO number (id) SELECT id FROM node UNION SELECT id FROM other ORDER BY id;
CREATE INDEX numbered ON number (id);
"""


class Scratch:
    """The parts of a graph in a temporary database, in the order that a graph gives them.

    It is what writers need of a graph (`orggraph.formats.exchange.Content`). Things are added one
    at a time, the nodes before what refers to them; each table is closed before it is read. The
    database is a file without a name, so that none is left behind whatever happens; it is gone when
    the block ends.
    """

    def __init__(self) -> None:
        self.title: LocalText | None = None
        self.language = "en"
        self.vocabulary: Vocabulary = core_vocabulary()
        self.sources: Mapping[str, Source] = {}
        self.settings: tuple[RuleSetting, ...] = ()
        self.counts = dict.fromkeys(_INDEXES, 0)
        self._files: list[str] = []
        self._waiting: dict[str, list[Row]] = {table: [] for table in _INDEXES}
        self._database = sqlite3.connect("")
        self._database.executescript(_TABLES.format(cache=_CACHE_KIB))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._database.close()

    def set_head(
        self,
        title: LocalText | None,
        language: str,
        vocabulary: Vocabulary,
        sources: Iterable[Source],
        settings: Iterable[RuleSetting],
    ) -> None:
        """Say what the graph says of the whole, before anything is added."""
        self.title, self.language, self.vocabulary = title, language, vocabulary
        self.sources = {s.id: s for s in sorted(sources, key=lambda source: source.id)}
        self.settings = tuple(sorted(settings, key=setting_order))

    def add(self, thing: Node | Relation | Seat) -> None:
        """Add a thing; it may be at odds with others."""
        place = self._place(thing.location)
        match thing:
            case Node():
                self._put("node", pack_node(thing, place))
            case Relation():
                # What is of no type that there is has none to sort by, and is never written.
                known = thing.type in self.vocabulary.types
                rank = self.vocabulary.rank_of(thing.type) if known else -1
                self._put("relation", pack_relation(thing, rank, place))
            case Seat():
                _, votes, rank, _ = seat_order(thing)
                self._put("seat", pack_seat(thing, (votes, rank), place))

    def add_purpose(self, node: str, purpose: Statement) -> None:
        """Add a purpose of a node."""
        import pickle

        self._put("purpose", (node, pickle.dumps(purpose, pickle.HIGHEST_PROTOCOL)))

    def close_table(self, table: str) -> None:
        """Say that all ``node``, ``relation``, ``seat`` or ``purpose`` rows have been added."""
        self._flush(table)
        self.rows(_INDEXES[table])

    def iter_nodes(self) -> Iterator[Node]:
        """Yield the nodes by id."""
        found = self.rows(f"SELECT {_NODE} FROM node ORDER BY id")
        nodes = map(unpack_node, taken(found))
        return self._with_purposes(nodes) if self.counts["purpose"] else nodes

    def iter_seats(self) -> Iterator[Seat]:
        """Yield the seats by body, in the order of a graph."""
        found = self.rows(f"SELECT {_SEAT} FROM seat ORDER BY body, votes, rank, key")
        return map(unpack_seat, taken(found))

    def iter_stated(self) -> Iterator[Relation]:
        """Yield the relations in the order of a graph."""
        found = self.rows(f"SELECT {_RELATION} FROM relation ORDER BY source, rank, target, id")
        return map(unpack_relation, taken(found))

    def count_parts(self) -> dict[str, int]:
        """Return how many parts of each sort there are, as they were written down."""
        rosters = self.vocabulary.types_of(trait="roster")
        by_type = self.rows("SELECT type, count(*) FROM relation GROUP BY type")
        return {
            "nodes": self.counts["node"],
            "relations": self.counts["relation"],
            "members": sum(count for type_, count in by_type if type_ in rosters),
            "seats": self.counts["seat"],
            "sources": len(self.sources),
            "rules": len(self.settings),
        }

    def iter_added_nodes(self) -> Iterator[Node]:
        """Yield the nodes in the order in which they were added, without their purposes."""
        found = self.rows(f"SELECT {_NODE} FROM node ORDER BY row")
        return map(unpack_node, taken(found))

    def relation(self, number: int) -> Relation:
        """Return the relation that was added in this place, counted from one."""
        query = f"SELECT file, line, letter, {_RELATION} FROM relation WHERE row = ?"
        ((file, line, letter, *row),) = self.rows(query, (number,))
        return unpack_relation(tuple(row), self.location((file, line, letter)))

    def number_nodes(self, others: Iterable[str]) -> int:
        """Give the nodes numbers by id, and the ids of others too; return how many there are."""
        with told_errors():
            self._database.execute("CREATE TABLE other (id)")
            self._database.executemany("INSERT INTO other VALUES (?)", ((id_,) for id_ in others))
            self._database.executescript(_NUMBERS)
        ((count,),) = self.rows("SELECT count(*) FROM number")
        return int(count)

    def iter_lines(self, types: Sequence[str]) -> Iterator[tuple[int, int, int]]:
        """Yield the numbers of source, target and relation, for all of some types, in order.

        A relation of a node to itself is none of them.
        """
        marks = ", ".join("?" * len(types))
        return self.rows(
            "SELECT s.number - 1, t.number - 1, r.row FROM relation r"
            " JOIN number s ON s.id = r.source JOIN number t ON t.id = r.target"
            f" WHERE r.type IN ({marks}) AND r.source <> r.target"
            " ORDER BY s.number, t.number, r.id",
            tuple(types),
        )

    def rows(self, query: str, values: tuple[object, ...] = ()) -> Iterator[Row]:
        """Return the rows of a query, taken as they are asked for; raises OrgGraphError."""
        with told_errors():
            return self._database.execute(query, values)

    def location(self, place: Place) -> Location | None:
        """Return where the thing of a row stands."""
        file, line, letter = place
        if file is None or line is None or letter is None:
            return None
        return Location(self._files[file], line, letter)

    def _place(self, location: Location | None) -> Place:
        if location is None:
            return None, None, None
        if not self._files or self._files[-1] != location.path:
            self._files.append(location.path)
        return len(self._files) - 1, location.line, location.column

    def _put(self, table: str, row: Row) -> None:
        waiting = self._waiting[table]
        waiting.append(row)
        self.counts[table] += 1
        if len(waiting) >= _BATCH:
            self._flush(table)

    def _flush(self, table: str) -> None:
        if waiting := self._waiting[table]:
            marks = ", ".join("?" * len(waiting[0]))
            with told_errors():
                self._database.executemany(f"INSERT INTO {table} VALUES (NULL, {marks})", waiting)
            waiting.clear()

    def _with_purposes(self, nodes: Iterator[Node]) -> Iterator[Node]:
        from dataclasses import replace

        said = groupby(self.rows("SELECT node, rest FROM purpose ORDER BY node, row"), _first)
        next_node, purposes = next(said, (None, iter(())))
        for node in nodes:
            if node.id == next_node:
                node = replace(node, purposes=tuple(_statement(row) for row in purposes))
                next_node, purposes = next(said, (None, iter(())))
            yield node


@contextmanager
def told_errors() -> Iterator[None]:
    """Raise what goes wrong with the temporary database as an OrgGraphError: a full disk."""
    try:
        yield
    except sqlite3.Error as error:
        raise OrgGraphError("no-scratch", reason=str(error)) from error


def taken(found: Iterator[Row]) -> Iterator[Row]:
    """Yield the rows of a query; raises OrgGraphError where the disk fails meanwhile."""
    with told_errors():
        yield from found


def _first(row: Row) -> Any:
    return row[0]


def _statement(row: Row) -> Statement:
    import pickle

    found: Statement = pickle.loads(row[1])
    return found
