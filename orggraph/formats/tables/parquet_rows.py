"""The rows of a Parquet file, a batch of them at a time."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from orggraph.errors import os_reason
from orggraph.formats.exchange import Origin
from orggraph.formats.tables.beginning import trimmed
from orggraph.formats.tables.cells import EVIDENCE, ITEMS
from orggraph.formats.tables.columns import TABLES
from orggraph.formats.tables.files import TableFile
from orggraph.formats.tables.gathering import Grid
from orggraph.formats.tables.headings import MOST_COLUMNS, find_slot, recognise_table
from orggraph.formats.tables.parquet_cells import is_list, is_nested, texts_of
from orggraph.source import Location, Problem, problem
from orggraph.text import shorten
from orggraph.vocabulary import core_vocabulary

MARK = b"orggraph"
"""The key in a file's metadata that says what it was written as."""

EDGES = b"edges"
"""What it says of relations that were written for other programs."""

_ROWS = 4096  # at once
_BUFFER = 256 * 1024
_CELL = 4  # bytes that a cell counts as, beside what is in it


class ParquetRow(NamedTuple):
    """A row; its place shows the number of the row and that of the column."""

    cells: Sequence[str]
    path: str
    line: int

    def place(self, at: int) -> Location:
        """Return where the cell of this number stands."""
        return Location(self.path, self.line, at)


class ParquetFile(NamedTuple):
    """A file that is open, and how large what it holds is, in bytes."""

    origin: Origin
    file: Any
    size: int

    @property
    def is_copy(self) -> bool:
        """Whether it has the relations that another file has, for other programs."""
        return bool((self.file.metadata.metadata or {}).get(MARK) == EDGES)


def open_parquet(origin: Origin) -> ParquetFile | Problem:
    """Return a Parquet file, or why it cannot be read."""
    start = Location(origin.shown, 0, 0)
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        return problem("parquet-library-missing", start, path=origin.shown)
    try:
        if origin.path is not None:
            with origin.path.open("rb"):
                pass  # what the library says of a file that is not there is for programmers
    except FileNotFoundError:
        return problem("file-missing", start, path=origin.shown)
    except OSError as error:
        return problem("file-unreadable", start, path=origin.shown, reason=os_reason(error))
    try:
        source = pyarrow.OSFile(str(origin.path)) if origin.path else pyarrow.py_buffer(origin.data)
        known = parquet.read_metadata(source)
        if origin.path:
            source.seek(0)
        # Values that stand in a file once must not stand in memory a million times.
        file = parquet.ParquetFile(
            source, metadata=known, read_dictionary=_find_dictionaries(known),
            buffer_size=_BUFFER, pre_buffer=False,
        )  # fmt: skip
        size = sum(known.row_group(at).total_byte_size for at in range(known.num_row_groups))
        file.schema_arrow  # noqa: B018  # which may be what is broken
    except Exception:  # the library raises whatever a broken file makes it
        return problem("parquet-broken", start, path=origin.shown)
    return ParquetFile(origin, file, size + _CELL * known.num_rows * known.num_columns)


def _find_dictionaries(known: Any) -> list[str]:
    """Return the columns of texts that have each value once, in all parts of a file."""
    groups = [known.row_group(at) for at in range(known.num_row_groups)]
    return [
        known.schema.column(at).path
        for at in range(known.num_columns)
        if known.schema.column(at).physical_type == "BYTE_ARRAY"
        and known.schema.column(at).max_repetition_level == 0
        and all(group.column(at).has_dictionary_page for group in groups)
    ]


def open_table(
    name: str | None,
    opened: ParquetFile,
    told: Callable[[int], None] = lambda read: None,
    *,
    most: int | None = None,
) -> TableFile | Problem:
    """Return an open file as a table; ``told`` hears how many bytes have been read.

    Rows that come to more than ``most`` letters in all are refused: a text that stands in a file
    once may stand in a million rows.
    """
    schema, shown = opened.file.schema_arrow, opened.origin.shown
    start = Location(shown, 0, 0)
    if len(schema.names) > MOST_COLUMNS:
        return problem("too-many-columns", start, limit=MOST_COLUMNS)
    headings = trimmed([str(heading).strip() for heading in schema.names])
    if not headings:
        return problem("empty-table", start, path=shown)
    if found := _find_nested(name, headings, schema, start):
        return found
    return TableFile(name, opened.origin, Grid(start, headings, iter_rows(opened, told, most)), [])


def _find_nested(
    name: str | None, headings: Sequence[str], schema: Any, start: Location
) -> Problem | None:
    """Return the first column whose values cannot be cells of what it means."""
    vocabulary = core_vocabulary()
    name = recognise_table(headings, vocabulary) or name
    for at, heading in enumerate(headings if name else ()):
        type_ = schema.field(at).type
        if not is_nested(type_):
            continue
        slot = find_slot(TABLES[name or ""], heading, vocabulary)
        if slot and not (is_list(type_) and slot.column.cell in (ITEMS, EVIDENCE)):
            return problem("nested-column", start._replace(column=at), heading=shorten(heading))
    return None


def iter_rows(
    opened: ParquetFile, told: Callable[[int], None], most: int | None
) -> Iterator[ParquetRow | Problem]:
    """Yield the rows of a file, as `open_table` has them; a problem for one that cannot be read."""
    path, count = opened.origin.shown, max(opened.file.metadata.num_rows, 1)
    line = letters = 0
    for batch in _batches(opened.file):
        if batch is None:
            yield problem("parquet-broken", Location(path, line, 0), path=path)
            return
        columns, rows = batch
        letters += sum(len(text) for column in columns for text in column.texts)
        if most is not None and letters > most:
            yield too_much(Location(path, line, 0), most)
            return
        wrong: dict[int, Problem] = {}
        for at, column in enumerate(columns):
            for row, (name, facts) in column.wrong.items():
                wrong.setdefault(row, Problem(name, Location(path, line + row, at), facts))
        texts = zip(*(c.texts for c in columns), strict=True) if columns else iter([()] * rows)
        for at, cells in enumerate(texts):
            yield wrong.get(at) or ParquetRow(cells, path, line + at)
        line += rows
        told(opened.size * min(line, count) // count)


def too_much(place: Location, most: int) -> Problem:
    """Return the problem of tables that are too large for memory once they are unpacked."""
    from orggraph.formats.registry import find_format, names_written

    known = ", ".join(name for name in names_written() if find_format(name).streams)
    limit = most // 1024**2
    return problem("too-much-for-memory", place, path=place.path, limit=limit, known=known)


def _batches(file: Any) -> Iterator[Any]:
    """Yield the columns of some rows as texts; None where a broken file makes the library raise."""
    try:
        for batch in file.iter_batches(batch_size=_ROWS, use_threads=False):
            yield [texts_of(column) for column in batch.columns], batch.num_rows
    except Exception:  # ours are not under this: it is suspended while they run
        yield None
