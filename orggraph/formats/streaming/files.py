"""CSV files that are read a row at a time."""

from collections.abc import Callable

from orggraph.formats.exchange import MOST_BYTES, Origin, ReadOptions, Told
from orggraph.formats.streaming.columns import TableText
from orggraph.formats.streaming.tables import Tables, fill_from, sort_tables
from orggraph.formats.streaming.text import LargeFile, find_text
from orggraph.formats.tables.csv_format import SUFFIXES, delimiter_of, open_csv
from orggraph.formats.tables.csv_rows import MOST_LETTERS
from orggraph.formats.tables.files import TableFile, find_files
from orggraph.source import Problem, ReadError
from orggraph.source.decoding import Decoded
from orggraph.store.scratch import Scratch


def measure(origin: Origin) -> int:
    """Return how large the CSV files are that belong to one; 0 for what is no file."""
    found = [] if origin.path is None else find_files(origin, SUFFIXES)
    if isinstance(found, Problem):
        return 0
    paths = (each.path for _, each in found)
    return sum(path.stat().st_size for path in paths if path is not None and path.is_file())


def fill(
    scratch: Scratch, origin: Origin, options: ReadOptions, told: Callable[[int], None]
) -> Told | None:
    """Put what CSV files say into a graph on disk (`orggraph.formats.exchange.Large`)."""
    tables = open_tables(origin, options, told)
    fits = measure(origin) <= MOST_BYTES
    return fill_from(tables, scratch, origin, options, fits_memory=fits)


def open_tables(origin: Origin, options: ReadOptions, told: Callable[[int], None]) -> Tables | None:
    """Return the tables in the files that belong together.

    None is for what has to be read as a whole: relations whose nodes have no table. ``told`` hears
    how many bytes have been read. Raises ReadError.
    """
    found = find_files(origin, SUFFIXES)
    if isinstance(found, Problem):
        raise ReadError([found])
    problems: list[Problem] = []
    files: list[LargeFile] = []
    opened: list[TableFile] = []
    texts: list[TableText] = []
    counter, plain = Counter(told), Counter(told)
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
            delimiter = delimiter_of(beginning.text, options) or ""
            at = one.grid.place.line
            texts.append(TableText(file, at, delimiter, plain.of_file()))
    if problems:
        raise ReadError(problems)
    sizes = [file.path.stat().st_size for file in files]
    tables = sort_tables(opened, sizes, files, origin)
    return tables and tables._replace(texts=texts)


class Counter:
    """Adds up how many bytes have been read of several files."""

    def __init__(self, told: Callable[[int], None]) -> None:
        self._told = told
        self._read: list[int] = []

    def of_file(self) -> Callable[[int], None]:
        """Return what hears how many bytes have been read of one more file."""
        at = len(self._read)
        self._read.append(0)

        def told(count: int) -> None:
            self._read[at] = count
            self._told(sum(self._read))

        return told
