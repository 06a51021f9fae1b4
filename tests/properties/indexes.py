"""The kinds of index that a graph may stand on: every question must have one answer on them all."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from orggraph.formats.exchange import WriteOptions
from orggraph.formats.orgdb import ORGDB
from orggraph.model import Graph, Parts
from orggraph.store.index import StoredIndex

MakeGraph = Callable[[Parts], Graph]


def _stored(parts: Parts) -> Graph:
    """Return a graph over a store; its file is gone at once, and stays open."""
    assert ORGDB.write is not None
    with TemporaryDirectory() as folder:
        path = Path(folder) / "graph.orgdb"
        pieces = ORGDB.write(Graph(parts), WriteOptions()).files[""]
        path.write_bytes(b"".join(pieces))
        return Graph.over(StoredIndex(path, "graph.orgdb"))


INDEXES: dict[str, MakeGraph] = {"memory": Graph, "stored": _stored}

on_any_index = pytest.mark.parametrize("graph_on", INDEXES.values(), ids=INDEXES)
"""Give a test ``graph_on``, which makes a graph of parts, for each kind of index in turn."""
