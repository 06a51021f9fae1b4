"""Convert files of any length, with no more of them in memory than a few rows or lines."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from orggraph.errors import OrgGraphError
from orggraph.formats.convert import Conversion, make_output, rebase_sources, write_output
from orggraph.formats.exchange import Format, Origin, Output, ReadOptions, WriteOptions
from orggraph.formats.registry import (
    FORMATS,
    find_format,
    names_written,
    recognise,
    refuse_unused,
)

LARGE = 8 * 1024 * 1024
"""How many bytes files have at least for which a conversion goes by way of the disk."""

_READ = 0.5  # of all the work
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
    """Convert large files, as `orggraph.formats.convert.convert` does; None for all else.

    All else is: formats that cannot be read a thing at a time (`Format.large`), small files,
    relations without their nodes, tables that call nodes by their names (where they are not too
    large for memory), and targets whose writers need the whole graph. ``show`` is told how much is
    done, from 0 to 1. Raises what `read` and `convert` raise, and OrgGraphError where there is no
    room for the temporary database, or where the files are too large for such a target.
    """
    if path is None or (origin.path is None and len(origin.data or b"") < LARGE):
        return None
    format_ = find_format(source) if source else recognise(origin)
    if format_.large is None:
        return None
    if origin.path is None:
        with TemporaryDirectory() as folder:  # for what came from standard input
            there = Path(folder) / f"input{_suffix(format_)}"
            there.write_bytes(origin.data or b"")
            origin = Origin(origin.shown, there)
            options = (read_options, write_options)
            return convert_large(
                origin, format_.name, target, path, *options, strict=strict, show=show
            )
    from orggraph.store.scratch import Scratch

    size, most = format_.large.measure(origin), format_.large.most
    if size < LARGE:
        return None
    if not target.streams:
        if size > most:
            known = [name for name in names_written() if find_format(name).streams]
            facts = {"limit": most // 1024**2, "known": ", ".join(known)}
            raise OrgGraphError("too-large-for", path=origin.shown, format=target.name, **facts)
        return None
    refuse_unused(format_, read_options._asdict(), format_.read_options)
    show = _rising(show)
    with Scratch(target.begin) as scratch:
        told = format_.large.fill(
            scratch, origin, read_options, lambda read: show(min(read / size, 1) * _READ)
        )
        if told is None:
            return None
        made = Conversion(
            format_.name,
            target.name,
            scratch.count_parts(),
            not_understood=told.remarks,
            notices=told.notices,
        )
        scratch.sources = rebase_sources(scratch.sources, path)
        scratch.told = lambda done: show(_READ + (1 - _READ) * done)
        output = make_output(scratch, target, write_options)
        shown = _shown(output, lambda written: show(_READ + (1 - _READ) * min(written / size, 1)))
        made = write_output(made, scratch, target, shown, path, strict=strict)
    show(1)
    return made


def _rising(show: Callable[[float], None]) -> Callable[[float], None]:
    """Return what tells how much is done, but never less than it has told before."""
    most = 0.0

    def shown(done: float) -> None:
        nonlocal most
        most = max(most, done)
        show(most)

    return shown


def _suffix(format_: Format) -> str:
    """Return what the files of a format end in."""
    entry = FORMATS.get(format_.name)
    return (entry.suffixes if entry else format_.suffixes or ("",))[0]


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
