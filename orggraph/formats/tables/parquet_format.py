"""Parquet (https://parquet.apache.org): the tables of CSV, with types and by columns.

A directory has ``nodes.parquet``, ``relations.parquet`` and so on, as CSV has ``nodes.csv``. Beside
them stands ``edges.parquet``, with all relations for programs that only want a graph of edges.
"""

from orggraph.formats.exchange import (
    Content,
    Format,
    Gathered,
    Large,
    Origin,
    Output,
    ReadOptions,
    WriteOptions,
)
from orggraph.formats.tables.columns import TABLES


def _read(origin: Origin, options: ReadOptions) -> Gathered:
    from orggraph.formats.tables.parquet_reading import read_parquet

    return read_parquet(origin, options)


def _write(content: Content, options: WriteOptions) -> Output:
    from orggraph.formats.tables.parquet_writing import write_parquet

    return write_parquet(content, options)


def _recognises(head: bytes) -> bool:
    return head.startswith(b"PAR1")


PARQUET = Format(
    name="parquet",
    label="Parquet",
    read=_read,
    write=_write,
    recognises=_recognises,
    read_options=frozenset({"language", "columns"}),
    large=Large("orggraph.formats.streaming.parquet"),
    files=tuple(f"{name}.parquet" for name in (*TABLES, "edges")),
)
