"""Reading and writing tables in one line, for the tests of this room."""

import tracemalloc
from collections.abc import Callable, Mapping
from pathlib import Path

from orggraph.formats.exchange import Origin, ReadOptions, WriteOptions
from orggraph.formats.loader import Imported, read
from orggraph.formats.tables.csv_format import write_csv
from orggraph.formats.tables.xlsx_writing import write_xlsx
from orggraph.model import Graph
from orggraph.source import ReadError


def read_as(form: str, data: str | bytes, options: ReadOptions | None = None) -> Imported[Graph]:
    """Return the graph in the content of a file."""
    content = data.encode() if isinstance(data, str) else data
    return read(Origin(f"t.{form}", None, content), Graph, form, options or ReadOptions())


def codes(form: str, data: str | bytes, options: ReadOptions | None = None) -> list[str]:
    """Return the codes of what is wrong with the content of a file, each with its place."""
    try:
        read_as(form, data, options)
    except ReadError as error:
        return [f"{p.code} {(p.location or ('', 0, 0))[1:3]}" for p in error.problems]
    return []


def as_csv(graph: Graph) -> Mapping[str, bytes]:
    """Return the CSV files of a graph."""
    output = write_csv(graph, WriteOptions())
    assert output.remarks.all() == ()
    return {name: b"".join(pieces) for name, pieces in output.files.items()}


def as_xlsx(graph: Graph) -> bytes:
    """Return the workbook of a graph."""
    return b"".join(write_xlsx(graph, WriteOptions()).files[""])


def put(files: Mapping[str, bytes], directory: Path) -> Origin:
    """Write files into a directory, and return it."""
    directory.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (directory / name).write_bytes(content)
    return Origin(directory.name, directory)


def peak_of(act: Callable[[], object]) -> int:
    """Return the bytes of Python's own that something takes at most."""
    tracemalloc.start()
    try:
        act()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
