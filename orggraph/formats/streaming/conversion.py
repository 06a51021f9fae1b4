"""Convert tables of any length, with no more of them in memory than a few rows."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from orggraph.errors import OrgGraphError
from orggraph.formats.convert import Conversion, make_output, rebase_sources, write_output
from orggraph.formats.exchange import Format, Origin, Output, ReadOptions, WriteOptions
from orggraph.formats.registry import find_format, names_written, recognise, refuse_unused
from orggraph.source import ReadError

LARGE = 8 * 1024 * 1024
"""How many bytes tables have at least for which a conversion goes by way of the disk."""

_STREAMED = "csv"
_READ = 0.6  # of all the work
_OFTEN = 10_000


def convert_large(
    origin: Origin,
    source: str | None,
    target: Format,
    path: Path | None,
    read_options: ReadOptions = ReadOptions(),  # noqa: B008  # frozen
    write_options: WriteOptions = WriteOptions(),  # noqa: B008
    *,
    strict: bool = False,
    show: Callable[[float], None] = lambda done: None,
) -> Conversion | None:
    """Convert large CSV tables, as `orggraph.formats.convert.convert` does; None for all else.

    All else is: other formats, small files, relations without their nodes, tables that call nodes
    by their names (where they are not too large for memory), and targets whose writers need the
    whole graph. ``show`` is told how much is done, from 0 to 1. Raises what `read`
    and `convert` raise, and OrgGraphError where there is no room for the temporary database, or
    where the tables are too large for such a target.
    """
    if path is None or (origin.path is None and len(origin.data or b"") < LARGE):
        return None
    format_ = find_format(source) if source else recognise(origin)
    if format_.name != _STREAMED:
        return None
    if origin.path is None:
        with TemporaryDirectory() as folder:  # for what came from standard input
            there = Path(folder) / "input.csv"
            there.write_bytes(origin.data or b"")
            origin = Origin(origin.shown, there)
            options = (read_options, write_options)
            return convert_large(
                origin, _STREAMED, target, path, *options, strict=strict, show=show
            )
    from orggraph.formats.streaming.files import count_bytes, excerpted, open_tables
    from orggraph.formats.streaming.laws import calls_by_name
    from orggraph.formats.streaming.reading import read_people, read_tables
    from orggraph.formats.streaming.scratch import Scratch
    from orggraph.formats.tables.csv_format import MOST_BYTES

    size = count_bytes(origin)
    if size < LARGE:
        return None
    if not target.streams:
        if size > MOST_BYTES:
            known = [name for name in names_written() if find_format(name).streams]
            facts = {"limit": MOST_BYTES // 1024**2, "known": ", ".join(known)}
            raise OrgGraphError("too-large-for", path=origin.shown, format=target.name, **facts)
        return None
    refuse_unused(format_, read_options._asdict(), format_.read_options)
    tables = open_tables(origin, read_options, lambda read: show(read / size * _READ))
    if tables is None:
        return None
    with Scratch() as scratch:
        try:
            if tables.grids[0][0]:
                told = read_tables(scratch, tables.grids, origin.shown, read_options)
            else:
                told = read_people(scratch, tables.grids[0][1], origin.shown, read_options)
        except ReadError as error:
            if size <= MOST_BYTES and calls_by_name(scratch, error.problems):
                return None
            raise ReadError(excerpted(error.problems, tables.files)) from None
        made = Conversion(
            format_.name,
            target.name,
            scratch.count_parts(),
            not_understood=told.remarks,
            notices=(*tables.notices, *told.notices),
        )
        scratch.sources = rebase_sources(scratch.sources, path)
        output = make_output(scratch, target, write_options)
        shown = _shown(output, lambda written: show(_READ + (1 - _READ) * min(written / size, 1)))
        made = write_output(made, scratch, target, shown, path, strict=strict)
    show(1)
    return made


def _shown(output: Output, told: Callable[[int], None]) -> Output:
    """Return an output that tells how many bytes of it have been taken."""
    taken = 0

    def counted(pieces: Iterable[bytes]) -> Iterator[bytes]:
        nonlocal taken
        for number, piece in enumerate(pieces):
            taken += len(piece)
            if number % _OFTEN == 0:
                told(taken)
            yield piece

    return output._replace(files={name: counted(found) for name, found in output.files.items()})
