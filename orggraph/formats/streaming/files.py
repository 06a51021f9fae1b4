"""The files of tables that are read a row at a time."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from orggraph.formats.exchange import Origin, ReadOptions
from orggraph.formats.streaming.text import LargeFile, find_text
from orggraph.formats.tables.columns import THINGS
from orggraph.formats.tables.csv_format import (
    CsvFile,
    find_files,
    name_tables,
    open_csv,
    opening_notices,
)
from orggraph.formats.tables.csv_rows import MOST_LETTERS
from orggraph.formats.tables.gathering import Grid
from orggraph.source import Problem, ReadError
from orggraph.source.decoding import Decoded
from orggraph.source.files import MAX_BYTES, too_large


class Tables(NamedTuple):
    """Tables whose rows have not been read yet: by name, with their files and what to say.

    What has no table's headings is a list of people, if anything, and has an empty name.
    """

    grids: Sequence[tuple[str, Grid]]
    files: Sequence[LargeFile]
    notices: Sequence[Problem]


def count_bytes(origin: Origin) -> int:
    """Return how large the CSV files are that belong to one; 0 for what is no file."""
    found = [] if origin.path is None else find_files(origin)
    if isinstance(found, Problem):
        return 0
    paths = (each.path for _, each in found)
    return sum(path.stat().st_size for path in paths if path is not None and path.is_file())


def open_tables(origin: Origin, options: ReadOptions, told: Callable[[int], None]) -> Tables | None:
    """Return the tables in the files that belong together.

    None is for what has to be read as a whole: relations whose nodes have no table. ``told`` hears
    how many bytes have been read. Raises ReadError.
    """
    found = find_files(origin)
    if isinstance(found, Problem):
        raise ReadError([found])
    problems: list[Problem] = []
    files: list[LargeFile] = []
    opened: list[CsvFile] = []
    counter = _Counter(told)
    for name, each in found:
        assert each.path is not None
        file = find_text(each.path, each.shown, options.encoding)
        if isinstance(file, Problem):
            problems.append(file)
            continue
        lines = file.lines(counter.of_file(), MOST_LETTERS + 2)
        beginning = Decoded(file.head(), file.encoding, file.is_guess)
        one = open_csv(name, each, beginning, lines, options)
        if isinstance(one, Problem):
            problems.append(one)
        else:
            opened.append(one)
            files.append(file)
    if problems:
        raise ReadError(problems)
    grids, problems = name_tables(opened)
    if len(opened) == 1 and problems:
        return Tables([("", opened[0].grid)], files, opening_notices(opened, origin))
    for (name, _), file in zip(grids, files, strict=False):
        # Only things are read a row at a time.
        if name not in THINGS and file.path.stat().st_size > MAX_BYTES:
            problems.append(too_large(file.shown, MAX_BYTES))
    if problems:
        raise ReadError(excerpted(problems, files))
    if "nodes" not in {name for name, _ in grids}:
        return None
    return Tables(grids, files, opening_notices(opened, origin))


class _Counter:
    """Adds up how many bytes have been read of several files."""

    def __init__(self, told: Callable[[int], None]) -> None:
        self._told = told
        self._read: list[int] = []

    def of_file(self) -> Callable[[int], None]:
        at = len(self._read)
        self._read.append(0)

        def told(count: int) -> None:
            self._read[at] = count
            self._told(sum(self._read))

        return told


def excerpted(problems: Iterable[Problem], files: Iterable[LargeFile]) -> tuple[Problem, ...]:
    """Return problems with the lines that they stand on, for which the files are read again."""
    found = tuple(problems)
    texts: dict[str, dict[int, str]] = {}
    for file in files:
        wanted = {p.location.line for p in found if p.location and p.location.path == file.shown}
        texts[file.shown] = dict(_lines(file, wanted))
    return tuple(
        p._replace(excerpt=texts.get(p.location.path, {}).get(p.location.line)) if p.location else p
        for p in found
    )


def _lines(file: LargeFile, wanted: set[int]) -> Iterator[tuple[int, str]]:
    last = max(wanted, default=-1)
    for number, line in enumerate(file.lines(lambda read: None, MOST_LETTERS + 2)):
        if number > last:
            return
        if number in wanted:
            yield number, line.rstrip("\r\n")
