"""Parquet files that are read a batch of rows at a time."""

from collections.abc import Callable

from orggraph.formats.exchange import MOST_BYTES, Origin, ReadOptions, Told
from orggraph.formats.streaming.files import Counter
from orggraph.formats.streaming.tables import fill_from, sort_tables
from orggraph.formats.tables.files import TableFile
from orggraph.formats.tables.parquet_reading import open_files
from orggraph.formats.tables.parquet_rows import open_table
from orggraph.source import Problem, ReadError
from orggraph.store.scratch import Scratch


def measure(origin: Origin) -> int:
    """Return how much the files hold that belong to one; 0 for what cannot be opened."""
    found = [] if origin.path is None else open_files(origin)
    return 0 if isinstance(found, Problem) else sum(file.size for _, file in found)


def fill(
    scratch: Scratch, origin: Origin, options: ReadOptions, told: Callable[[int], None]
) -> Told | None:
    """Put what Parquet files say into a graph on disk (`orggraph.formats.exchange.Large`)."""
    files = open_files(origin)
    if isinstance(files, Problem):
        raise ReadError([files])
    counter = Counter(told)
    opened = [open_table(name, file, counter.of_file()) for name, file in files]
    if problems := [table for table in opened if isinstance(table, Problem)]:
        raise ReadError(problems)
    sizes = [file.size for _, file in files]
    sound = [table for table in opened if isinstance(table, TableFile)]
    fits = sum(sizes) <= MOST_BYTES
    tables = sort_tables(sound, sizes, (), origin)
    return fill_from(tables, scratch, origin, options, fits_memory=fits)
