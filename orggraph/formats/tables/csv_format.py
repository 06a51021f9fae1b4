"""CSV: a directory of tables, tables beside each other, or one table alone."""

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from orggraph.formats.exchange import (
    MOST_BYTES,
    Content,
    Format,
    Gathered,
    Large,
    Origin,
    Output,
    ReadOptions,
    Remarks,
    WriteOptions,
    unreadable,
)
from orggraph.formats.tables.beginning import find_beginning, is_heading
from orggraph.formats.tables.columns import TABLES, Table
from orggraph.formats.tables.csv_rows import CsvRow, guard, iter_rows
from orggraph.formats.tables.dialect import NAMES, find_delimiter, read_delimiter
from orggraph.formats.tables.files import TableFile, find_files, gather_files
from orggraph.formats.tables.gathering import Grid
from orggraph.formats.tables.writing import Key, Tables
from orggraph.source import Location, Problem, problem
from orggraph.source.decoding import Decoded, decode, find_encoding
from orggraph.words import Word

SUFFIXES = (".csv", ".tsv")
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_NO_TABLES = ("{", "[", "<", "@", "%", "-")
"""What JSON, XML, Turtle and YAML begin with."""

_ROWS_SEEN = 20
_QUOTED = re.compile('[,"\r\n]')


def read_csv(origin: Origin, options: ReadOptions) -> Gathered:
    """Return what one CSV file says, with those that belong to it, or those of a directory."""
    found = find_files(origin, SUFFIXES)
    if isinstance(found, Problem):
        return unreadable(found)
    files: list[TableFile] = []
    failures: list[Problem] = []
    texts: dict[str, str] = {}
    for name, each in found:
        file = _read(name, each, options, texts)
        if isinstance(file, Problem):
            failures.append(file)
        else:
            files.append(file)
    if failures:
        return unreadable(*failures)
    gathered = gather_files(files, origin, options)
    gathered.draft.texts.update(texts)
    return gathered


def _read(
    name: str | None, origin: Origin, options: ReadOptions, texts: dict[str, str]
) -> TableFile | Problem:
    """Return a file, with its text put among the texts, or why it cannot be read."""
    data = origin.read(MOST_BYTES)
    if isinstance(data, Problem):
        return data
    decoded = decode(data, origin.shown, options.encoding)
    if isinstance(decoded, Problem):
        return decoded
    texts[origin.shown] = decoded.text
    return open_csv(name, origin, decoded, io.StringIO(decoded.text, newline=""), options)


def open_csv(
    name: str | None, origin: Origin, decoded: Decoded, lines: Iterable[str], options: ReadOptions
) -> TableFile | Problem:
    """Return a file whose rows are to be read of its lines, or why they cannot be.

    ``decoded`` need have no more than the beginning of its text.
    """
    text, start = decoded.text, Location(origin.shown, 0, 0)
    said = _SEPARATOR_LINE.match(text)
    delimiter = delimiter_of(text, options)
    if delimiter is None:
        return problem("bad-delimiter", start, text=str(options.delimiter)[:20])
    rows = _after(iter_rows(lines, origin.shown, delimiter), said is not None)
    found = find_beginning(rows)
    if found is None:
        return problem("empty-table", start, path=origin.shown)
    if isinstance(found, Problem):
        return found
    grid = Grid(found.place, found.headings, found.rows)
    notices = [*_notices(decoded, delimiter, start, options), *found.notices]
    return TableFile(name, origin, grid, notices)


def delimiter_of(text: str, options: ReadOptions) -> str | None:
    """Return the sign between the cells of a text; None where a person named one that is none."""
    if options.delimiter:
        return read_delimiter(options.delimiter)
    said = _SEPARATOR_LINE.match(text)  # a line that Excel understands, and others show
    return said[1] if said else find_delimiter(text)


def _after(rows: Iterator[CsvRow | Problem], skip: bool) -> Iterator[CsvRow | Problem]:
    return islice(rows, 1, None) if skip else rows


def _notices(
    decoded: Decoded, delimiter: str, start: Location, options: ReadOptions
) -> list[Problem]:
    """Return what was found out of how a file is written, where it is not the usual."""
    notices = []
    if decoded.encoding != "utf-8" and not options.encoding:
        notices.append(problem("encoding-found", start, encoding=decoded.encoding))
    if delimiter != "," and not options.delimiter:
        sign = Word(f"sign-{NAMES[delimiter]}") if delimiter in NAMES else f"'{delimiter}'"
        notices.append(problem("delimiter-found", start, sign=sign))
    return notices


def is_csv(head: bytes) -> bool:
    """Whether a file begins with a table: by its headings, or else by the shape of its rows."""
    found = find_encoding(head)
    if found is None:
        return False
    text = head.decode(found[0], errors="ignore").lstrip("\ufeff")
    said = _SEPARATOR_LINE.match(text)
    delimiter = said[1] if said else find_delimiter(text)
    rows = _after(iter_rows(io.StringIO(text, newline=""), "", delimiter), said is not None)
    first = [row.cells for row in islice(rows, _ROWS_SEEN) if isinstance(row, CsvRow)]
    full = [cells for cells in first if any(cells)]
    return any(map(is_heading, full)) or (not text.startswith(_NO_TABLES) and _is_even(full))


def _is_even(rows: Sequence[Sequence[str]]) -> bool:
    """Whether rows are those of a table whose headings say nothing to us.

    All have as many cells, so that no line of a data file is among them, and the first is full.
    """
    widths = set(map(len, rows))
    return len(rows) > 2 and len(widths) == 1 and len(rows[0]) > 1 and all(rows[0])


def write_csv(content: Content, options: WriteOptions) -> Output:
    """Return a graph as CSV files, one for each table that has rows."""
    tables = Tables(content)
    files: Mapping[str, Iterable[bytes]] = {
        f"{name}.csv": _pieces(tables, TABLES[name], keys) for name, keys in tables.used().items()
    }
    return Output(files, Remarks())


def _pieces(tables: Tables, table: Table, keys: list[Key]) -> Iterator[bytes]:
    yield _line(tables.headings(table, keys))
    for row in tables.rows(table, keys):
        yield _line(row)


def _line(cells: Iterable[str]) -> bytes:
    return f"{','.join(map(_written, cells))}\n".encode()


def _written(cell: str) -> str:
    if not cell:
        return ""
    cell = guard(cell)
    # The reader takes white space off the ends of a cell, and there is none.
    return '"' + cell.replace('"', '""') + '"' if _QUOTED.search(cell) else cell


CSV = Format(
    name="csv",
    label="CSV",
    read=read_csv,
    write=write_csv,
    recognises=is_csv,
    read_options=frozenset({"language", "encoding", "delimiter", "columns"}),
    streams=True,
    large=Large("orggraph.formats.streaming.files"),
    files=tuple(f"{name}.csv" for name in TABLES),
)
