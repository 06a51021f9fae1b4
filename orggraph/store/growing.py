"""A store as it grows: the nodes first, while the rest is still being read, then relations.

Nodes and relations get their numbers here, which follow the order of a graph.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from orggraph.store.deriving import derive_stored
from orggraph.store.naming import PREPARED, Naming
from orggraph.store.packing import NODE, RELATION, SEAT
from orggraph.store.schema import TABLES
from orggraph.store.scratch import Scratch, told_errors

_COPY_NODES = f"""
INSERT INTO nodes.node ({", ".join(NODE)}) SELECT {", ".join(NODE)} FROM node ORDER BY id
"""
_INDEX_NODES = "CREATE UNIQUE INDEX nodes.node_by_id ON node (id)"
_ORDER = f"""
INSERT INTO ordered ({", ".join(RELATION)})
SELECT r.id, r.rank, s.number, t.number, {", ".join(f"r.{name}" for name in RELATION[4:])}
FROM relation r JOIN nodes.node s ON s.id = r.source JOIN nodes.node t ON t.id = r.target
ORDER BY s.number, r.rank, t.number, {{tie}}
"""
_WITH_IDS = "SELECT 1 FROM relation WHERE id IS NOT NULL OR seat IS NOT NULL LIMIT 1"
_COPY_SEATS = f"""
INSERT INTO store.seat ({", ".join(SEAT)})
SELECT b.number, {", ".join(f"s.{name}" for name in SEAT[1:])}
FROM seat s JOIN store.node b ON b.id = s.body ORDER BY b.number, s.votes, s.rank, s.key
"""


class Growing:
    """A store in a temporary file, into which the things of a graph on disk are put in order.

    `is_sound` is false where two nodes have the same id; then no store can come of it. `is_named`
    tells whether it gets names, as what is to be a store.
    """

    def __init__(self, scratch: Scratch, *, named: bool) -> None:
        """Put in the nodes, all of which are known; with ``named`` also what they are called."""
        folder = scratch.kept.enter_context(TemporaryDirectory(prefix="orggraph-"))
        self.path = Path(folder) / "store"
        self.is_sound, self.is_named = True, named
        self._scratch = scratch
        self._is_ordered = False
        self._naming: Naming | None = None
        scratch.growing = self
        scratch.kept.callback(self._leave)
        scratch.flush()
        with told_errors():
            with closing(sqlite3.connect(self.path, isolation_level=None)) as store:
                store.executescript(PREPARED + TABLES)
            self._put_nodes()
        if named and self.is_sound:
            self._naming = Naming(self.path, scratch.counts["node"])
            scratch.kept.callback(self._naming.stop)

    def iter_kinds(self) -> Iterator[str]:
        """Yield the kinds of the nodes, in order."""
        return (kind for (kind,) in self._scratch.rows("SELECT kind FROM nodes.node"))

    def order(self) -> int:
        """Put all relations in order, with those that follow from them; return how many there are.

        What names a node that there is not is left out.
        """
        database = self._scratch.database
        if not self._is_ordered:
            self._scratch.flush()
            self._scratch.add_derived(derive_stored(self._scratch))
            with told_errors():
                query = "SELECT sql FROM nodes.sqlite_master WHERE name = 'relation'"
                ((made,),) = database.execute(query)
                # The same in all, so that it can be copied as it is.
                database.execute(made.replace("TABLE relation", "TABLE ordered", 1))
                # The full ids of most differ in nothing else, and take long to put together.
                is_simple = database.execute(_WITH_IDS).fetchone() is None
                tie = "r.start" if is_simple else "r.full_id"
                database.execute(_ORDER.format(tie=tie))
            self._is_ordered = True
        ((count,),) = self._scratch.rows("SELECT coalesce(max(number), 0) FROM ordered")
        return int(count)

    def finish(self) -> None:
        """Put in what is left: names, relations and seats."""
        self.order()
        (self._naming or Naming(self.path, 0)).finish()
        database = self._scratch.database
        with told_errors():
            database.execute("DETACH nodes")
            database.execute("ATTACH ? AS store", (str(self.path),))
            database.executescript(PREPARED.replace("PRAGMA ", "PRAGMA store."))
            database.execute("INSERT INTO store.relation SELECT * FROM ordered")
            database.execute(_COPY_SEATS)
            database.execute("DETACH store")

    def _put_nodes(self) -> None:
        database = self._scratch.database
        database.execute("ATTACH ? AS nodes", (str(self.path),))
        database.executescript(PREPARED.replace("PRAGMA ", "PRAGMA nodes."))
        database.execute(_COPY_NODES)
        try:
            database.execute(_INDEX_NODES)
        except sqlite3.IntegrityError:
            self.is_sound = False
        database.execute("DETACH nodes")
        # Names are written behind what is there, and nothing before them changes.
        database.execute("ATTACH ? AS nodes", (f"{self.path.as_uri()}?immutable=1",))
        database.execute("PRAGMA nodes.cache_size = -32768")
        database.execute("SELECT max(number) FROM nodes.node")

    def _leave(self) -> None:
        with suppress(sqlite3.Error):
            self._scratch.database.execute("DETACH nodes")
