"""The files that tables are kept in: which belong together, and which table each of them is."""

from collections.abc import Sequence
from typing import NamedTuple

from orggraph.formats.exchange import Gathered, Origin, ReadOptions, unreadable
from orggraph.formats.tables.columns import TABLES
from orggraph.formats.tables.gathering import Grid, gather_tables
from orggraph.formats.tables.headings import recognise_table
from orggraph.formats.tables.staff import gather_staff
from orggraph.source import Location, Problem, problem
from orggraph.vocabulary import core_vocabulary


class TableFile(NamedTuple):
    """A file that is open: its table's name if its own tells it, its rows, and notices."""

    name: str | None
    origin: Origin
    grid: Grid
    notices: list[Problem]


def find_files(
    origin: Origin, suffixes: tuple[str, ...]
) -> list[tuple[str | None, Origin]] | Problem:
    """Return the files that belong together, with the names of their tables where those tell.

    ``suffixes`` are the endings of such files, the one that they should have first.
    """
    if origin.path is None:
        return [(None, origin)]
    if origin.path.is_dir():
        names = sorted(p.name for p in origin.path.iterdir() if p.suffix.lower() in suffixes)
        inside = [(_table_name(name)[1], origin.within(name)) for name in names]
        if found := [(table, each) for table, each in inside if each]:
            return found
        place = Location(origin.shown, 0, 0)
        return problem("no-tables", place, path=origin.shown, suffix=suffixes[0])
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


def name_tables(files: Sequence[TableFile]) -> tuple[list[tuple[str, Grid]], list[Problem]]:
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


def gather_files(files: Sequence[TableFile], origin: Origin, options: ReadOptions) -> Gathered:
    """Return what files say: as tables of a graph, or one alone as a list of people."""
    grids, failures = name_tables(files)
    if len(files) == 1 and failures:
        gathered = gather_staff(files[0].grid, origin.shown, options)
    elif failures:
        return unreadable(*failures)
    else:
        gathered = gather_tables(grids, origin.shown, options)
    gathered.notices[:0] = opening_notices(files, origin)
    return gathered


def opening_notices(files: Sequence[TableFile], origin: Origin) -> list[Problem]:
    """Return what is to be said of how files were found and opened."""
    beside = [
        problem("read-beside", Location(f.origin.shown, 0, 0), path=f.origin.shown)
        for f in files
        if f.origin is not origin and origin.path is not None and not origin.path.is_dir()
    ]
    return [*beside, *(notice for file in files for notice in file.notices)]
