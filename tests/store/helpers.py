"""Graphs on stores, and stores that somebody has tampered with."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from orggraph import OrgGraph
from orggraph.formats.orgdb import ORGDB
from orggraph.model import Graph, Parts
from orggraph.store.index import StoredIndex
from orggraph.store.seal import seal
from tests.formats.laws import write

NAME = "x.orgdb"


def store_of(graph: Graph) -> bytes:
    """Return the bytes of a store."""
    return write(graph, ORGDB).files[""]


def put(graph: Graph, folder: Path, name: str = NAME) -> Path:
    """Write a store into a directory, and return where it is."""
    path = folder / name
    path.write_bytes(store_of(graph))
    return path


def opened(data: bytes) -> OrgGraph:
    """Return the graph in the bytes of a store."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = Path(folder) / NAME
        path.write_bytes(data)
        return OrgGraph.over(StoredIndex(path, NAME))


def stored(graph: Graph) -> OrgGraph:
    """Return the same graph on a store."""
    return opened(store_of(graph))


def on_store(parts: Parts) -> Graph:
    """Return a graph of parts on a store."""
    return stored(Graph(parts))


def change(path: Path, *statements: str, sealed: bool) -> None:
    """Change a store as anybody can who has SQLite, and seal it again or not."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA synchronous = OFF")
        for statement in statements:
            database.execute(statement)
    if sealed:
        reseal(path)


def reseal(path: Path) -> None:
    """Put a right seal on a store, whatever is in it."""
    unsealed = re.sub(
        rb"orggraph-seal:[0-9a-f]{8}:[0-9a-f]{8}",
        b"orggraph-seal:00000000:00000000",
        path.read_bytes(),
        count=1,
    )
    path.write_bytes(unsealed)
    seal(path)
