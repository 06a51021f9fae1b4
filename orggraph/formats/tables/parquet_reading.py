"""Read tables that are kept as Parquet: a directory, files beside each other, or one alone."""

from orggraph.formats.exchange import MOST_BYTES, Gathered, Origin, ReadOptions, unreadable
from orggraph.formats.tables.files import TableFile, find_files, gather_files
from orggraph.formats.tables.parquet_rows import ParquetFile, open_parquet, open_table, too_much
from orggraph.source import Location, Problem, problem

SUFFIXES = (".parquet", ".pq")


def read_parquet(origin: Origin, options: ReadOptions) -> Gathered:
    """Return what a Parquet file says, with those that belong to it, or those of a directory."""
    found = open_files(origin)
    if isinstance(found, Problem):
        return unreadable(found)
    if sum(file.size for _, file in found) > MOST_BYTES:
        return unreadable(too_much(Location(origin.shown, 0, 0), MOST_BYTES))
    tables = [open_table(name, file, most=MOST_BYTES) for name, file in found]
    if failures := [table for table in tables if isinstance(table, Problem)]:
        return unreadable(*failures)
    sound = [table for table in tables if isinstance(table, TableFile)]
    return gather_files(sound, origin, options)


def open_files(origin: Origin) -> list[tuple[str | None, ParquetFile]] | Problem:
    """Return the files that belong together, with the names of their tables where those tell.

    What has all relations for other programs is none of them: it says nothing more.
    """
    found = find_files(origin, SUFFIXES)
    if isinstance(found, Problem):
        return found
    files: list[tuple[str | None, ParquetFile]] = []
    copy: Origin | None = None
    for name, each in found:
        file = open_parquet(each)
        if isinstance(file, Problem):
            return file
        if file.is_copy:
            copy = each
        else:
            files.append((name, file))
    if copy and not files:
        return problem("edges-not-read", Location(copy.shown, 0, 0), path=copy.shown)
    return files
