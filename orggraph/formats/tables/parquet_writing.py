"""Write a graph as Parquet files: the tables that CSV has, and all relations for other programs."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from orggraph.errors import OrgGraphError
from orggraph.formats.exchange import Content, Output, Remarks, WriteOptions
from orggraph.formats.tables.cells import TRUTH
from orggraph.formats.tables.columns import TABLES, Table
from orggraph.formats.tables.parquet_rows import EDGES, MARK
from orggraph.formats.tables.writing import Key, Tables
from orggraph.model import Graph, Relation

COPY = "edges.parquet"
"""All relations, derived ones too, in the order of the graph; it is never read."""

_TEXTS = ("id", "type", "family", "source", "target")
_MORE = ("status", "line", "start", "end")
_AT_ONCE = 4096  # rows that wait as texts
_GROUP = 25 * _AT_ONCE  # rows of a row group, which others read at once
_TRUTHS = {"yes": True, "no": False}


def write_parquet(content: Content, options: WriteOptions) -> Output:
    """Return a graph as Parquet files, one for each table that has rows, and one of all relations.

    Cells are texts as in CSV, but for truth values; an empty one is null. Raises OrgGraphError
    where the extra `parquet` is not installed.
    """
    try:
        import pyarrow  # noqa: F401
    except ImportError as error:
        raise OrgGraphError("parquet-extra-missing") from error
    assert isinstance(content, Graph)  # the format does not stream: others have no derived ones
    tables = Tables(content)
    files: dict[str, Iterable[bytes]] = {
        f"{name}.parquet": _table(tables, TABLES[name], keys)
        for name, keys in tables.used().items()
    }
    return Output(files | {COPY: _edges(content)}, Remarks())


def _table(tables: Tables, table: Table, keys: list[Key]) -> Iterator[bytes]:
    import pyarrow

    truths = [table.columns[at].cell is TRUTH for at, _ in keys]
    types = [pyarrow.bool_() if is_truth else pyarrow.string() for is_truth in truths]
    schema = pyarrow.schema(list(zip(tables.headings(table, keys), types, strict=True)))

    def columns(rows: Sequence[Sequence[str]]) -> Iterator[Sequence[object]]:
        for cells, is_truth in zip(zip(*rows, strict=True), truths, strict=True):
            if is_truth:
                yield [_TRUTHS.get(cell) for cell in cells]
            else:
                yield [cell or None for cell in cells]

    return _written(schema, table.name.encode(), tables.rows(table, keys), columns)


def _edges(graph: Graph) -> Iterator[bytes]:
    import pyarrow

    text, number = pyarrow.string(), pyarrow.int32()
    types = [*((n, text) for n in _TEXTS), ("rank", number), *((n, text) for n in _MORE)]
    schema = pyarrow.schema([*types, ("derived", number)])
    vocabulary = graph.vocabulary

    def row(relation: Relation) -> tuple[object, ...]:
        period = relation.period
        return (
            relation.id,
            relation.type,
            vocabulary.types[relation.type].family,
            relation.source,
            relation.target,
            vocabulary.rank_of(relation.type),
            relation.status,
            relation.line,
            None if period.start is None else str(period.start),
            None if period.end is None else str(period.end),
            int(relation.is_derived),
        )

    rows = (row(relation) for relation in graph.relations.values())
    return _written(schema, EDGES, rows, lambda several: zip(*several, strict=True))


def _written(schema: Any, mark: bytes, rows: Iterator[Any], columns: Any) -> Iterator[bytes]:
    """Yield the bytes of a file that says what it is; no more rows are held than a group has."""
    import pyarrow
    from pyarrow import parquet

    sink = _Sink()
    with parquet.ParquetWriter(
        pyarrow.PythonFile(sink, mode="w"), schema, compression="zstd", store_schema=False
    ) as writer:
        writer.add_key_value_metadata({MARK: mark})
        while True:
            waiting: list[Any] = []
            while len(waiting) * _AT_ONCE < _GROUP and (taken := [*islice(rows, _AT_ONCE)]):
                arrays = [
                    pyarrow.array(values, field.type)
                    for values, field in zip(columns(taken), schema, strict=True)
                ]
                waiting.append(pyarrow.record_batch(arrays, schema=schema))
            if not waiting:
                break
            writer.write_table(pyarrow.Table.from_batches(waiting), row_group_size=_GROUP)
            yield from sink.take()
    yield from sink.take()


class _Sink:
    """A file that keeps what is written to it until it is taken."""

    closed = False

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._at = 0

    def write(self, data: Any) -> int:
        piece = bytes(data)
        self._pieces.append(piece)
        self._at += len(piece)
        return len(piece)

    def tell(self) -> int:
        return self._at

    def flush(self) -> None:
        """Do nothing: what is written is here."""

    def close(self) -> None:
        """Do nothing: what is written is still to be taken."""

    def take(self) -> Sequence[bytes]:
        pieces, self._pieces = self._pieces, []
        return pieces
