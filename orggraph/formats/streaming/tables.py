"""Open tables, from whatever files, put into a graph on disk a row at a time."""

from collections.abc import Sequence
from typing import NamedTuple

from orggraph.formats.exchange import Origin, ReadOptions, Told
from orggraph.formats.streaming.columns import TableText
from orggraph.formats.streaming.laws import calls_by_name
from orggraph.formats.streaming.reading import read_people, read_tables
from orggraph.formats.streaming.text import LargeFile, excerpted
from orggraph.formats.tables.columns import THINGS
from orggraph.formats.tables.files import TableFile, name_tables, opening_notices
from orggraph.formats.tables.gathering import Grid
from orggraph.source import Problem, ReadError
from orggraph.source.files import MAX_BYTES, too_large
from orggraph.store.scratch import Scratch


class Tables(NamedTuple):
    """Tables whose rows have not been read yet: by name, with their texts and what to say.

    What has no table's headings is a list of people, if anything, and has an empty name. `texts`
    are those of the grids, where they have any.
    """

    grids: Sequence[tuple[str, Grid]]
    files: Sequence[LargeFile]
    notices: Sequence[Problem]
    texts: Sequence[TableText] = ()


def sort_tables(
    opened: Sequence[TableFile],
    sizes: Sequence[int],
    files: Sequence[LargeFile],
    origin: Origin,
) -> Tables | None:
    """Return open files as the tables that they are; ``sizes`` are those of the files in bytes.

    None is for what has to be read as a whole: relations whose nodes have no table. Raises
    ReadError.
    """
    grids, problems = name_tables(opened)
    if len(opened) == 1 and problems:
        return Tables([("", opened[0].grid)], files, opening_notices(opened, origin))
    for (name, grid), size in zip(grids, sizes, strict=False):
        # Only things are read a row at a time.
        if name not in THINGS and size > MAX_BYTES:
            problems.append(too_large(grid.place.path, MAX_BYTES))
    if problems:
        raise ReadError(excerpted(problems, files))
    if "nodes" not in {name for name, _ in grids}:
        return None
    return Tables(grids, files, opening_notices(opened, origin))


def fill_from(
    tables: Tables | None,
    scratch: Scratch,
    origin: Origin,
    options: ReadOptions,
    *,
    fits_memory: bool,
) -> Told | None:
    """Put what tables say into a graph on disk, and return what is to be said of it.

    None is for what has to be read as a whole, as `sort_tables` says, and for tables that call
    nodes by their names, where that can be done. Raises ReadError.
    """
    if tables is None:
        return None
    try:
        if tables.grids[0][0]:
            told = read_tables(scratch, tables.grids, origin.shown, options, tables.texts)
        else:
            told = read_people(scratch, tables.grids[0][1], origin.shown, options)
    except ReadError as error:
        if fits_memory and calls_by_name(scratch, error.problems):
            return None
        raise ReadError(excerpted(error.problems, tables.files)) from None
    return Told(told.remarks, (*tables.notices, *told.notices))
