"""Which version of the data a report tells of."""

from dataclasses import replace
from hashlib import sha256
from itertools import islice
from pathlib import PureWindowsPath

from orggraph.formats.exchange import WriteOptions
from orggraph.formats.json_lines.writing import write_lines
from orggraph.model import Graph

_DIGITS = 12
_LOOKED_AT = 10_000  # nodes
_MOST_FILES = 3


def find_version(graph: Graph) -> str:
    """Return the beginning of a SHA-256 of all that a graph states, on any date.

    It is that of the graph as JSON Lines, in an order that the files have no part in, without where
    the documents of sources lie: the same content has the same version, in whatever format.
    """
    whole = graph.undated or graph
    sources = {id_: replace(source, file=None) for id_, source in whole.sources.items()}
    digest = sha256()
    for piece in write_lines(whole.with_sources(sources), WriteOptions()).files[""]:
        digest.update(piece)
    return digest.hexdigest()[:_DIGITS]


def find_files(graph: Graph) -> tuple[str, ...]:
    """Return the names of the files that a graph was read from, without where they lie.

    They are those of its first nodes, by name; of many the first ones, and an ellipsis.
    """
    whole = graph.undated or graph
    paths = {node.location.path for node in islice(whole.iter_nodes(), _LOOKED_AT) if node.location}
    names = sorted({PureWindowsPath(path).name for path in paths} - {""})
    return (*names[:_MOST_FILES], *["…"] * (len(names) > _MOST_FILES))
