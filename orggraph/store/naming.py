"""Put into a store what its nodes are called: in a process of its own, where there are many.

That is half of all the work, and needs nothing but the nodes; so it goes on while relations are
still being read. Run as a module it does this to the file that it is given.
"""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import Any

from orggraph.store.packing import Row
from orggraph.store.schema import INDEXES, iter_statements
from orggraph.text.folding import fold_all

PREPARED = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -8192;
"""
"""How a store is opened while it is made: nobody reads it yet, so nothing need be undone in it."""

_MANY = 20_000  # nodes for which a process of its own takes less time than it saves
_BATCH = 2_000
_SAID = ('"name":', '"aliases":', '"identifiers":')
_NAMES = """
INSERT INTO name (key, node) SELECT key, node FROM temp.called GROUP BY key, node;
DROP TABLE temp.called;
"""
_PARTS = """
INSERT INTO name_part (rowid, key) SELECT min(number), key FROM name GROUP BY key;
CREATE VIRTUAL TABLE temp.term USING fts5vocab (main, name_part, row);
INSERT INTO trigram SELECT term, doc FROM temp.term;
DROP TABLE temp.term;
"""


class Naming:
    """Names that are being put into a store; until they are, nobody else writes to it."""

    def __init__(self, path: Path, nodes: int) -> None:
        """Take the file with its nodes, and how many there are."""
        self._path = path
        self._process: subprocess.Popen[bytes] | None = None
        if nodes < _MANY or not sys.executable:
            return
        # It is the same package that is found there, however it was found here.
        paths = os.pathsep.join(path for path in sys.path if path)
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-m", __name__, str(path)],
                env={**os.environ, "PYTHONPATH": paths},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except OSError:  # there may be none: then it is done here, later
            self._process = None

    def finish(self) -> None:
        """Wait until all names are in the file."""
        if self._process is None or self._process.wait() != 0:
            add_names(self._path)

    def stop(self) -> None:
        """See to it that nobody writes to the file any more."""
        if self._process is not None and self._process.poll() is None:
            self._process.kill()
            self._process.wait()


def add_names(path: Path) -> None:
    """Put in everything that the nodes of a store are called, under the keys that it folds to.

    What somebody else began with is begun again. Raises sqlite3.Error.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as store:
        store.executescript(PREPARED)
        for table in ("name", "identifier", "trigram"):
            store.execute(f"DELETE FROM {table}")
        store.execute("INSERT INTO name_part (name_part) VALUES ('delete-all')")
        store.execute("CREATE TEMP TABLE called (key, node)")
        store.execute("BEGIN")
        nodes = store.execute("SELECT number, id, name, more FROM node")
        while rows := nodes.fetchmany(_BATCH):
            numbers, ids, names, more = zip(*rows, strict=True)
            pairs = [*zip(ids, numbers, strict=True), *zip(names, numbers, strict=True)]
            identified: list[Row] = []
            for number, said in zip(numbers, more, strict=True):
                if said is not None and any(key in said for key in _SAID):
                    _add_said(number, json.loads(said), pairs, identified)
            keys = fold_all([name for name, _ in pairs])
            called = zip(keys, (number for _, number in pairs), strict=True)
            _insert(store, "temp.called", list(called))
            store.executemany("INSERT INTO identifier VALUES (?, ?, ?)", identified)
        store.execute("COMMIT")
        store.executescript(_NAMES)
        for index in names_indexes():
            store.execute(index)
        store.executescript(_PARTS)


def names_indexes() -> list[str]:
    """Return the statements that make the indexes of nodes and of what they are called."""
    own = (" ON node (", " ON name (", " ON identifier (")
    return [each for each in iter_statements(INDEXES) if any(table in each for table in own)]


def _add_said(
    number: int, said: Mapping[str, Any], pairs: list[Row], identified: list[Row]
) -> None:
    """Add the other names of a node, and what registers know it by."""
    names = (*said.get("name", {}).values(), *said.get("aliases", ()))
    pairs += [(name, number) for name in names]
    known = said.get("identifiers", ())
    identified += [(value, scheme, number) for scheme, value in known]


def _insert(store: sqlite3.Connection, table: str, rows: list[Row]) -> None:
    """Put rows in, many at a time, which is faster than one by one."""
    for start in range(0, len(rows), 100):
        some = rows[start : start + 100]
        marks = ", ".join(["(?, ?)"] * len(some))
        store.execute(f"INSERT INTO {table} VALUES {marks}", [*chain.from_iterable(some)])


if __name__ == "__main__":
    add_names(Path(sys.argv[1]))
