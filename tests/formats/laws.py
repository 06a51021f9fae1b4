"""Write a graph in a format, and read it again, as the laws of all formats need it."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from orggraph.formats.exchange import Content, Format, Origin, Remark, WriteOptions
from orggraph.formats.loader import read
from orggraph.formats.registry import FORMATS
from orggraph.model import Graph

_ONE_WAY = {"organogram", "bods", "n-triples", "rdf-xml", "dot", "mermaid"}
BOTH_WAYS = [name for name in FORMATS if name not in _ONE_WAY]
"""The formats that are read and written; a test sees to it that none is forgotten."""

ROOT = Path(__file__).parents[2]
SHIPPED = {
    "whole": Path(__file__).parent / "whole.yaml",
    "govtech": ROOT / "data",
    "python": ROOT / "data" / "python",
}


class Written(NamedTuple):
    """What a writer made: the bytes of its files, and what it said was lost."""

    files: Mapping[str, bytes]
    remarks: tuple[Remark, ...]


def write(graph: Content, format_: Format) -> Written:
    """Return a graph as files in a format."""
    assert format_.write is not None
    output = format_.write(graph, WriteOptions())
    files = {name: b"".join(pieces) for name, pieces in output.files.items()}
    return Written(files, output.remarks.all())


def read_files(files: Mapping[str, bytes], format_: Format) -> Graph:
    """Return the graph in files that a writer made."""
    if set(files) == {""} and format_.read:
        name = f"graph{FORMATS[format_.name].suffixes[0]}"
        return read(Origin(name, None, files[""]), Graph, format_.name).graph
    with TemporaryDirectory() as folder:
        for name, data in files.items():
            (Path(folder) / (name or "graph")).write_bytes(data)
        path = Path(folder) / "graph" if "" in files else Path(folder)
        return read(Origin("graph", path), Graph, format_.name).graph
