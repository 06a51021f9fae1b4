"""CSV: a directory of tables, tables beside each other, or one table alone."""

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from orggraph.formats.exchange import (
    Content,
    Format,
    Gathered,
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
from orggraph.formats.tables.gathering import Grid, gather_tables
from orggraph.formats.tables.headings import recognise_table
from orggraph.formats.tables.staff import gather_staff
from orggraph.formats.tables.writing import Key, Tables
from orggraph.source import Location, Problem, problem
from orggraph.source.decoding import Decoded, decode, find_encoding
from orggraph.vocabulary import core_vocabulary
from orggraph.words import Word

MOST_BYTES = 64 * 1024 * 1024
"""The largest file that is read into memory, where it takes some fifty times as much."""

_SUFFIXES = (".csv", ".tsv")
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_NO_TABLES = ("{", "[", "<", "@", "%", "-")
"""What JSON, XML, Turtle and YAML begin with."""

_ROWS_SEEN = 20
_QUOTED = re.compile('[,"\r\n]')


class CsvFile(NamedTuple):
    """A file that is open: its table's name if known, its text as rows, and notices."""

    name: str | None
    origin: Origin
    grid: Grid
    notices: list[Problem]


def read_csv(origin: Origin, options: ReadOptions) -> Gathered:
    """Return what one CSV file says, with those that belong to it, or those of a directory."""
    found = find_files(origin)
    if isinstance(found, Problem):
        return unreadable(found)
    files: list[CsvFile] = []
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
    gathered = _gather(files, origin, options)
    gathered.draft.texts.update(texts)
    gathered.notices[:0] = opening_notices(files, origin)
    return gathered


def opening_notices(files: Sequence[CsvFile], origin: Origin) -> list[Problem]:
    """Return what is to be said of how files were found and opened."""
    beside = [
        problem("read-beside", Location(f.origin.shown, 0, 0), path=f.origin.shown)
        for f in files
        if f.origin is not origin and origin.path is not None and not origin.path.is_dir()
    ]
    return [*beside, *(notice for file in files for notice in file.notices)]


def _gather(files: list[CsvFile], origin: Origin, options: ReadOptions) -> Gathered:
    grids, failures = name_tables(files)
    if len(files) == 1 and failures:
        return gather_staff(files[0].grid, origin.shown, options)
    return unreadable(*failures) if failures else gather_tables(grids, origin.shown, options)


def name_tables(files: Sequence[CsvFile]) -> tuple[list[tuple[str, Grid]], list[Problem]]:
    """Return the tables in files by their names, and a problem for each file that is none."""
    grids: list[tuple[str, Grid]] = []
    failures = []
    for file in files:
        name = recognise_table(file.grid.headings, core_vocabulary())
        # A name says what headings may leave open, such as which relations are members.
        name = file.name if file.name and (name or len(files) > 1) else name
        if name:
            grids.append((name, file.grid))
        else:
            headings = ", ".join(file.grid.headings[:12])[:200]
            known = ", ".join(TABLES)
            failures.append(problem("no-table", file.grid.place, headings=headings, known=known))
    return grids, failures


def find_files(origin: Origin) -> list[tuple[str | None, Origin]] | Problem:
    """Return the files that belong together, with the names of their tables where those tell."""
    if origin.path is None:
        return [(None, origin)]
    if origin.path.is_dir():
        names = sorted(p.name for p in origin.path.iterdir() if p.suffix.lower() in _SUFFIXES)
        inside = [(_table_name(name)[1], origin.within(name)) for name in names]
        if found := [(table, each) for table, each in inside if each]:
            return found
        return problem("no-tables", Location(origin.shown, 0, 0), path=origin.shown)
    prefix, table = _table_name(origin.path.name)
    if table is None:
        return [(None, origin)]
    suffix = origin.path.suffix
    others = ((name, origin.beside(f"{prefix}{name}{suffix}")) for name in TABLES if name != table)
    return [(table, origin), *((name, each) for name, each in others if each)]


def _table_name(file_name: str) -> tuple[str, str | None]:
    """Return what stands before the name of a table in that of a file, and the table's name."""
    stem = file_name.rpartition(".")[0]
    for table in TABLES.values():
        for word in (table.name, *table.others):
            if stem.casefold() == word or stem.casefold().endswith(f"-{word}"):
                return stem[: len(stem) - len(word)], table.name
    return "", None


def _read(
    name: str | None, origin: Origin, options: ReadOptions, texts: dict[str, str]
) -> CsvFile | Problem:
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
) -> CsvFile | Problem:
    """Return a file whose rows are to be read of its lines, or why they cannot be.

    ``decoded`` need have no more than the beginning of its text.
    """
    text, start = decoded.text, Location(origin.shown, 0, 0)
    said = _SEPARATOR_LINE.match(text)  # a line that Excel understands, and others show
    if options.delimiter:
        delimiter = read_delimiter(options.delimiter)
        if delimiter is None:
            return problem("bad-delimiter", start, text=options.delimiter[:20])
    elif said:
        delimiter = said[1]
    else:
        delimiter = find_delimiter(text)
    rows = _after(iter_rows(lines, origin.shown, delimiter), said is not None)
    found = find_beginning(rows)
    if found is None:
        return problem("empty-table", start, path=origin.shown)
    if isinstance(found, Problem):
        return found
    grid = Grid(found.place, found.headings, found.rows)
    notices = [*_notices(decoded, delimiter, start, options), *found.notices]
    return CsvFile(name, origin, grid, notices)


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
    files=tuple(f"{name}.csv" for name in TABLES),
)
