"""Make the file: from things on disk, on top of what grew while they were read."""

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from orggraph.store.counting import add_counts
from orggraph.store.growing import Growing
from orggraph.store.head import Head, iter_rows
from orggraph.store.naming import PREPARED, names_indexes
from orggraph.store.packing import Row
from orggraph.store.schema import APPLICATION_ID, INDEXES, VERSION, VIEWS, iter_statements
from orggraph.store.scratch import Scratch, told_errors
from orggraph.store.seal import UNSEALED, seal
from orggraph.vocabulary import REPORTING


def begin_store(scratch: Scratch) -> None:
    """Begin with a store as soon as the nodes are known (`Scratch.begin`)."""
    Growing(scratch, named=True)


def make_store(scratch: Scratch, path: Path) -> None:
    """Write a graph that has been gathered to a file.

    ``scratch.told`` hears how far it is. Raises OrgGraphError where there is no room for it.
    """
    growing = scratch.growing or Growing(scratch, named=True)
    indexes = [each for each in iter_statements(INDEXES) if each not in names_indexes()]
    with told_errors():
        scratch.told(0)
        growing.order()
        scratch.told(0.4)
        growing.finish()
        with closing(sqlite3.connect(growing.path, isolation_level=None)) as store:
            steps: list[Callable[[], object]] = [
                lambda: store.executescript(PREPARED),
                *(lambda each=each: store.execute(each) for each in indexes),
                lambda: _add_counts(scratch, store),
                lambda: store.executescript(VIEWS),
                lambda: _say_head(scratch, store),
            ]
            for done, step in enumerate(steps):
                scratch.told(0.7 + 0.2 * done / len(steps))
                step()
        scratch.told(0.9)
    seal(growing.path)
    shutil.move(growing.path, path)


def _say_head(scratch: Scratch, store: sqlite3.Connection) -> None:
    packing = scratch.packing
    head = Head(
        scratch.title, scratch.language, scratch.vocabulary, scratch.sources, scratch.settings
    )
    store.execute("BEGIN")
    for table, row in iter_rows(head, packing):
        marks = ", ".join("?" * len(row))
        store.execute(f"INSERT INTO {table} VALUES ({marks})", row)
    # Where somebody's folders are is nobody else's business.
    paths = (Path(path) for path in packing.files)
    named = (path.name if path.is_absolute() else str(path) for path in paths)
    store.executemany("INSERT INTO file VALUES (?, ?)", enumerate(named))
    store.executemany("INSERT INTO about VALUES (?, ?)", _about(scratch, store))
    store.execute("COMMIT")
    store.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    store.execute(f"PRAGMA user_version = {VERSION}")


def _add_counts(scratch: Scratch, store: sqlite3.Connection) -> None:
    reporting = scratch.vocabulary.types_of(family=REPORTING)
    ranks = map(scratch.vocabulary.rank_of, reporting)
    led = add_counts(store, ranks, scratch.counts["node"])
    store.execute("INSERT INTO about VALUES (?, ?)", ("count of led", led))


def _about(scratch: Scratch, store: sqlite3.Connection) -> Iterator[Row]:
    title = scratch.title
    yield "language", scratch.language
    yield "title", None if title is None else json.dumps(dict(title.values), ensure_ascii=False)
    for table in ("node", "relation", "seat", "name"):
        # They are numbered from one, without a gap.
        ((count,),) = store.execute(f"SELECT coalesce(max(number), 0) FROM {table}")
        yield f"count of {table}", count
    yield "seal", UNSEALED
