"""A graph on disk while it is gathered: everything in order, nothing in memory."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from itertools import chain, groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Self

from orggraph.errors import OrgGraphError
from orggraph.model import Node, Relation, RuleSetting, Seat, Source, Statement
from orggraph.model.order import seat_order, setting_order
from orggraph.source import Location
from orggraph.store.packing import NODE, RELATION, SEAT, Packing, Row
from orggraph.store.schema import full_id
from orggraph.text import LocalText
from orggraph.vocabulary import Vocabulary, core_vocabulary

if TYPE_CHECKING:
    from orggraph.store.growing import Growing

_CACHE_KIB = 16 * 1024  # the sorting of rows takes as much again
_BATCH = 1000
_TOGETHER = 100  # rows that one statement puts in, which is faster than as many statements
_TABLES = f"""
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -{_CACHE_KIB};
CREATE TABLE node (row INTEGER PRIMARY KEY, {", ".join(NODE)});
CREATE TABLE relation (
    row INTEGER PRIMARY KEY, {", ".join(RELATION)}, rank,
    full_id AS ({full_id(source="source", type_="type", target="target")})
);
CREATE TABLE seat (row INTEGER PRIMARY KEY, {", ".join(SEAT)}, votes, rank);
CREATE TABLE purpose (row INTEGER PRIMARY KEY, node, said);
"""
_INDEXES = {
    "node": "CREATE INDEX by_id ON node (id, kind, collective)",
    "seat": "CREATE INDEX by_body ON seat (body, votes, rank, key)",
    "purpose": "CREATE INDEX by_node ON purpose (node)",
    "relation": "CREATE INDEX by_source ON relation (source, rank, target)",
}


def _columns(names: Sequence[str]) -> str:
    return ", ".join(names)


class Scratch:
    """The parts of a graph in a temporary database, in the order that a graph gives them.

    It is what writers need of a graph (`orggraph.formats.exchange.Content`). Things are added one
    at a time, the nodes before what refers to them; each table is closed before it is read. The
    database is a file without a name, so that none is left behind whatever happens; it is gone when
    the block ends. `told` hears, from 0 to 1, how much is done of what is made of it. ``begin`` is
    called when all nodes are in, for what can be made of them while the rest is still read; what it
    needs is `kept` until the block ends.
    """

    def __init__(self, begin: Callable[["Scratch"], None] = lambda scratch: None) -> None:
        self.title: LocalText | None = None
        self.language = "en"
        self.vocabulary: Vocabulary = core_vocabulary()
        self.sources: Mapping[str, Source] = {}
        self.settings: tuple[RuleSetting, ...] = ()
        self.counts = dict.fromkeys(_INDEXES, 0)
        self.packing = Packing(self.language)
        self.told: Callable[[float], None] = lambda done: None
        self._begin = begin
        self._has_begun = False
        self.kept = ExitStack()
        self.growing: Growing | None = None
        self._waiting: dict[str, list[Row]] = {table: [] for table in _INDEXES}
        self.database = _opened()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.kept.close()
        self.database.close()

    def empty(self) -> None:
        """Take everything out again, but for what is said of the whole."""
        self.kept.close()
        self.growing, self._has_begun = None, False
        self.database.close()
        self.database = _opened()
        self.packing = Packing(self.language)
        self.counts = dict.fromkeys(_INDEXES, 0)
        self._waiting = {table: [] for table in _INDEXES}

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
        self.packing = Packing(language)

    def add(self, thing: Node | Relation | Seat) -> None:
        """Add a thing; it may be at odds with others."""
        match thing:
            case Node():
                self._put("node", self.packing.node(thing))
            case Relation():
                # What is of no type that there is has none to sort by, and is never written.
                known = thing.type in self.vocabulary.types
                rank = self.vocabulary.rank_of(thing.type) if known else -1
                self._put("relation", (*self.packing.relation(thing), rank))
            case Seat():
                _, votes, rank, _ = seat_order(thing)
                self._put("seat", (*self.packing.seat(thing), votes, rank))

    def add_purpose(self, node: str, purpose: Statement) -> None:
        """Add a purpose of a node."""
        self._put("purpose", (node, self.packing.purpose(purpose)))

    def add_columns(
        self, table: str, columns: Mapping[str, Iterable[object]], same: Mapping[str, int]
    ) -> None:
        """Add rows by their columns, and those that are the ``same`` in all rows.

        A column that is not given is empty.
        """
        width = len(columns)
        marks = f"({', '.join((*'?' * width, *map(str, same.values())))})"
        start = f"INSERT INTO {table} ({', '.join((*columns, *same))}) VALUES "
        several = start + ", ".join([marks] * _TOGETHER)
        values = chain.from_iterable(zip(*columns.values(), strict=True))
        with told_errors():
            self.database.execute("BEGIN")
            while some := list(islice(values, width * _TOGETHER)):
                count = len(some) // width
                is_full = count == _TOGETHER
                self.database.execute(
                    several if is_full else start + ", ".join([marks] * count), some
                )
                self.counts[table] += count
            self.database.execute("COMMIT")

    def add_derived(self, relations: Iterable[Relation]) -> None:
        """Add relations that follow from others; they are not counted."""
        rank_of = self.vocabulary.rank_of
        rows = ((*self.packing.relation(each), rank_of(each.type)) for each in relations)
        while some := list(islice(rows, _BATCH)):
            self._insert("relation", some)

    def close_table(self, table: str) -> None:
        """Say that all ``node``, ``relation``, ``seat`` or ``purpose`` rows have been added."""
        self._flush(table)
        self.rows(_INDEXES[table])
        if table == "purpose":
            if self.counts["purpose"]:
                self._give_purposes()
            self.begin()

    def begin(self) -> None:
        """Begin with what is made of the nodes, unless it has been begun with."""
        if not self._has_begun:
            self._has_begun = True
            self._begin(self)

    def flush(self) -> None:
        """Put on disk what waits to be."""
        for table in self._waiting:
            self._flush(table)

    def iter_nodes(self) -> Iterator[Node]:
        """Yield the nodes by id."""
        found = self.rows(f"SELECT {_columns(NODE)} FROM node ORDER BY id")
        return map(self.packing.to_node, taken(found))

    def iter_seats(self) -> Iterator[Seat]:
        """Yield the seats by body, in the order of a graph."""
        order = "ORDER BY body, votes, rank, key"
        return map(self.packing.to_seat, taken(self.rows(f"{_SEATS} {order}")))

    def iter_stated(self) -> Iterator[Relation]:
        """Yield the relations in the order of a graph, but for those that follow from others."""
        order = "ORDER BY source, rank, target, full_id"
        found = self.rows(f"{_RELATIONS} WHERE NOT derived {order}")
        return map(self.packing.to_relation, taken(found))

    def count_parts(self) -> dict[str, int]:
        """Return how many parts of each sort there are, as they were written down."""
        rosters = sorted(self.vocabulary.types_of(trait="roster"))
        marks = ", ".join("?" * len(rosters))
        query = f"SELECT count(*) FROM relation WHERE type IN ({marks}) AND NOT derived"
        ((members,),) = self.rows(query, tuple(rosters))
        return {
            "nodes": self.counts["node"],
            "relations": self.counts["relation"],
            "members": members,
            "seats": self.counts["seat"],
            "sources": len(self.sources),
            "rules": len(self.settings),
        }

    def iter_added_nodes(self) -> Iterator[Node]:
        """Yield the nodes in the order in which they were added."""
        found = self.rows(f"SELECT {_columns(NODE)} FROM node ORDER BY row")
        return map(self.packing.to_node, taken(found))

    def relation(self, number: int) -> Relation:
        """Return the relation that was added in this place, counted from one."""
        (row,) = self.rows(f"{_RELATIONS} WHERE row = ?", (number,))
        return self.packing.to_relation(row)

    def seat(self, id_: str) -> Seat | None:
        """Return the seat with this id; None for none."""
        body, _, key = id_.partition("/")
        row = next(self.rows(f"{_SEATS} WHERE body = ? AND key = ?", (body, key)), None)
        return None if row is None else self.packing.to_seat(row)

    def rows(self, query: str, values: tuple[object, ...] = ()) -> sqlite3.Cursor:
        """Return the rows of a query, taken as they are asked for; raises OrgGraphError."""
        with told_errors():
            return self.database.execute(query, values)

    def location(self, place: Iterable[int | None]) -> Location | None:
        """Return where the thing of a row stands."""
        return self.packing.location(place)

    def _put(self, table: str, row: Row) -> None:
        waiting = self._waiting[table]
        waiting.append(row)
        self.counts[table] += 1
        if len(waiting) >= _BATCH:
            self._flush(table)

    def _flush(self, table: str) -> None:
        if waiting := self._waiting[table]:
            self._insert(table, waiting)
            waiting.clear()

    def _insert(self, table: str, rows: Sequence[Row]) -> None:
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            with told_errors():
                self.database.execute("BEGIN")
                self.database.executemany(f"INSERT INTO {table} VALUES (NULL, {marks})", rows)
                self.database.execute("COMMIT")

    def _give_purposes(self) -> None:
        """Put the purposes of nodes where the rest of them is."""
        said = self.rows("SELECT node, said FROM purpose ORDER BY node, row")
        for node, purposes in groupby(said, itemgetter(0)):
            found = self.rows("SELECT row, more FROM node WHERE id = ?", (node,)).fetchall()
            together = [purpose for _, purpose in purposes]
            for row, more in found:
                full = self.packing.with_purposes(more, together)
                self.rows("UPDATE node SET more = ? WHERE row = ?", (full, row))


_RELATIONS = f"SELECT {_columns(RELATION)} FROM relation"
_SEATS = f"SELECT {_columns(SEAT)} FROM seat"


def _opened() -> sqlite3.Connection:
    database = sqlite3.connect("", isolation_level=None, uri=True)
    database.executescript(_TABLES)
    return database


@contextmanager
def told_errors() -> Iterator[None]:
    """Raise what goes wrong with the temporary database as an OrgGraphError: a full disk."""
    try:
        yield
    except sqlite3.Error as error:
        raise OrgGraphError("no-scratch", reason=str(error)) from error


def taken(found: Iterable[Any]) -> Iterator[Any]:
    """Yield the rows of a query; raises OrgGraphError where the disk fails meanwhile."""
    with told_errors():
        yield from found
