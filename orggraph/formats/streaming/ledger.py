"""The people of a list on disk, while it is read: what `orggraph.formats.tables.ledger` asks."""

import sqlite3
from array import array
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from marshal import dumps, loads
from typing import Any, Self

from orggraph.formats.tables.ledger import MOST_FITTING, Managers, Person, Unit
from orggraph.source import Location
from orggraph.store.scratch import taken, told_errors

_CACHE_KIB = 32 * 1024
_BATCH = 1000
_REMEMBERED = 4000  # words that were looked up
_LONG = 200  # letters of a word that is not remembered
_BETWEEN = "\0"  # which no text file has that is read
_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -{cache};
CREATE TABLE person (
    number INTEGER PRIMARY KEY, key UNIQUE, id, vals, line, letter, listed
);
CREATE TABLE manager (person, words, line, letter, UNIQUE (person, words));
CREATE TABLE line (row INTEGER PRIMARY KEY, below, above, line, letter);
CREATE TABLE unit (row INTEGER PRIMARY KEY, name UNIQUE, id UNIQUE, line, letter);
CREATE TABLE seen (word PRIMARY KEY) WITHOUT ROWID;
"""
_PERSON = "number, key, id, vals, line, letter, listed"


class StoredLedger:
    """A ledger in a temporary database without a name, which is gone when the block ends.

    In memory it has a bounded cache and some thousand words that were looked up, and for a moment
    8 bytes for each person whose id another has too. ``path`` is what the file is called.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._database = sqlite3.connect("", isolation_level=None)
        self._database.executescript(_TABLES.format(cache=_CACHE_KIB))
        self._database.execute("BEGIN")
        self._count = 0
        self._managers = Batch(self._database, "INSERT INTO manager VALUES (?, ?, ?, ?)")
        self._lines = Batch(self._database, "INSERT INTO line VALUES (NULL, ?, ?, ?, ?)")
        self._has_ids = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._database.close()

    def put(self, person: Person) -> tuple[Person, bool]:
        """Return the person of the same key, and whether that is this one."""
        place = person.place
        row = (
            self._count,
            person.key,
            person.id,
            dumps(dict(person.values)),
            place.line,
            place.column,
        )
        insert = "INSERT OR IGNORE INTO person VALUES (?, ?, ?, ?, ?, ?, ?)"
        if self._run(insert, (*row, person.is_listed)).rowcount:
            self._count += 1
            return person._replace(number=self._count - 1), True
        query = f"SELECT {_PERSON} FROM person WHERE key = ?"
        return self._person(self._run(query, (person.key,)).fetchone()), False

    def get(self, number: int) -> Person:
        """Return a person."""
        query = f"SELECT {_PERSON} FROM person WHERE number = ?"
        return self._person(self._run(query, (number,)).fetchone())

    def people(self) -> Iterator[Person]:
        """Yield all."""
        found = self._run(f"SELECT {_PERSON} FROM person ORDER BY number")
        return map(self._person, taken(found))

    def add_managers(self, number: int, found: Managers, *, is_first: bool) -> bool:
        """Add how a row calls a manager."""
        words, place = found
        row = (number, _BETWEEN.join(words), place.line, place.column)
        if is_first:
            self._managers.add(row)
            return True
        self._managers.flush()
        return self._run("INSERT OR IGNORE INTO manager VALUES (?, ?, ?, ?)", row).rowcount > 0

    def managers(self) -> Iterator[tuple[int, Iterator[Managers]]]:
        """Yield the number of each person with managers, and those."""
        self._managers.flush()
        found = self._run("SELECT person, words, line, letter FROM manager ORDER BY person, rowid")
        for number, rows in groupby(taken(found), lambda row: row[0]):
            yield (
                number,
                (
                    (tuple(words.split(_BETWEEN)), Location(self._path, line, letter))
                    for _, words, line, letter in rows
                ),
            )

    def index(self, name: str) -> "StoredIndex":
        """Return a new index."""
        return StoredIndex(self._database, name)

    def is_new(self, word: str) -> bool:
        """Whether this is asked of a word for the first time."""
        return self._run("INSERT OR IGNORE INTO seen VALUES (?)", (word,)).rowcount > 0

    def add_line(self, below: int, above: int, place: Location) -> None:
        """Add whom a person reports to."""
        self._lines.add((below, above, place.line, place.column))

    def lines(self) -> Iterator[tuple[str, str, Location]]:
        """Yield the ids of who reports, and to whom, and where that is said."""
        self._lines.flush()
        found = self._run(
            "SELECT b.id, a.id, l.line, l.letter FROM line l CROSS JOIN person b CROSS JOIN"
            " person a WHERE b.number = l.below AND a.number = l.above ORDER BY l.row"
        )
        for below, above, line, letter in taken(found):
            yield below, above, Location(self._path, line, letter)

    def find_shared(self) -> Sequence[int]:
        """Return the people whose id is empty or another's too."""
        self._index_ids()
        twice = "SELECT id FROM person GROUP BY id HAVING count(*) > 1"
        query = f"SELECT number FROM person WHERE id = '' OR id IN ({twice}) ORDER BY number"
        return array("q", (number for (number,) in taken(self._run(query))))

    def rename(self, number: int, id_: str) -> None:
        """Give a person an id."""
        self._run("UPDATE person SET id = ? WHERE number = ?", (id_, number))

    def add_unit(self, unit: Unit) -> None:
        """Add a unit of a new name."""
        row = (unit.name, unit.id, unit.place.line, unit.place.column)
        self._run("INSERT INTO unit VALUES (NULL, ?, ?, ?, ?)", row)

    def unit(self, name: str) -> Unit | None:
        """Return the unit of a name."""
        found = self._run("SELECT id, name, line, letter FROM unit WHERE name = ?", (name,))
        return next(map(self._unit, found), None)

    def units(self) -> Iterator[Unit]:
        """Yield all units."""
        found = self._run("SELECT id, name, line, letter FROM unit ORDER BY row")
        return map(self._unit, taken(found))

    def is_taken(self, id_: str) -> bool:
        """Whether a person or a unit has an id."""
        self._index_ids()
        query = "SELECT 1 FROM person WHERE id = ? UNION ALL SELECT 1 FROM unit WHERE id = ?"
        return self._run(query, (id_, id_)).fetchone() is not None

    def _index_ids(self) -> None:
        if not self._has_ids:
            self._run("CREATE INDEX by_id ON person (id)")
            self._has_ids = True

    def _run(self, query: str, values: tuple[object, ...] = ()) -> sqlite3.Cursor:
        with told_errors():
            return self._database.execute(query, values)

    def _person(self, row: tuple[Any, ...]) -> Person:
        number, key, id_, values, line, letter, is_listed = row
        place = Location(self._path, line, letter)
        return Person(number, key, id_, loads(values), place, bool(is_listed))

    def _unit(self, row: tuple[Any, ...]) -> Unit:
        id_, name, line, letter = row
        return Unit(id_, name, Location(self._path, line, letter))


class StoredIndex:
    """People by a word, on disk."""

    def __init__(self, database: sqlite3.Connection, name: str) -> None:
        self._database = database
        self._name = name
        self._is_open = True
        with told_errors():
            database.execute(f"CREATE TABLE word_{name} (word, number)")
        self._rows = Batch(database, f"INSERT INTO word_{name} VALUES (?, ?)")
        self._query = f"SELECT number FROM word_{name} WHERE word = ? ORDER BY number LIMIT ?"
        # The people of one manager often stand near each other.
        self._remembered = lru_cache(_REMEMBERED)(self._look_up)

    def add(self, word: str, number: int) -> None:
        """Add a person whom a word fits."""
        self._rows.add((word, number))

    def find(self, word: str) -> Sequence[int]:
        """Return those whom a word fits."""
        if self._is_open:
            self._is_open = False
            self._rows.flush()
            with told_errors():
                self._database.execute(
                    f"CREATE INDEX by_{self._name} ON word_{self._name} (word, number)"
                )
        return self._look_up(word) if len(word) > _LONG else self._remembered(word)

    def _look_up(self, word: str) -> Sequence[int]:
        with told_errors():
            found = self._database.execute(self._query, (word, MOST_FITTING))
            return tuple(number for (number,) in found)


class Batch:
    """Rows on their way to a table."""

    def __init__(self, database: sqlite3.Connection, insert: str) -> None:
        self._database = database
        self._insert = insert
        self._rows: list[tuple[object, ...]] = []

    def add(self, row: tuple[object, ...]) -> None:
        """Put a row into the table, soon."""
        self._rows.append(row)
        if len(self._rows) >= _BATCH:
            self.flush()

    def flush(self) -> None:
        """Put what waits into the table."""
        with told_errors():
            self._database.executemany(self._insert, self._rows)
        self._rows.clear()
