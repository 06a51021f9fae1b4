"""Read organisations from files, write them, and convert the one into the other."""

from pathlib import Path
from typing import TYPE_CHECKING

from orggraph.api.graph import OrgGraph
from orggraph.formats.exchange import Origin, ReadOptions, Remark, WriteOptions
from orggraph.formats.loader import Imported, read
from orggraph.model import Graph

if TYPE_CHECKING:
    from orggraph.formats.convert import Conversion

_MOST = 10
_READ, _WRITE = ReadOptions(), WriteOptions()


class LossWarning(UserWarning):
    """Says that something of a file was not understood, or could not be written.

    `remarks` has every kind of thing, with how often and an example; the message the most frequent.
    """

    def __init__(self, remarks: tuple[Remark, ...]) -> None:
        told = sorted(remarks, key=lambda remark: -remark.times)[:_MOST]
        words = [remark.message() for remark in told]
        super().__init__("; ".join(words + ["…"] * (len(remarks) > _MOST)))
        self.remarks = remarks


def load(
    path: str | Path = "data",
    format: str | None = None,  # noqa: A002
    options: ReadOptions = _READ,
) -> OrgGraph:
    """Return the organisation in a file, or in the files of a directory.

    It may be in any format that orggraph reads, which is found out where ``format`` does not name
    it. Warns with LossWarning of what the reader did not understand. Raises ReadError with every
    problem that the files have.
    """
    imported = read(Origin.of(path), OrgGraph, format, options)
    _warn(imported.remarks)
    return imported.graph


def dump(
    graph: Graph,
    path: str | Path,
    format: str | None = None,  # noqa: A002
    options: WriteOptions = _WRITE,
) -> None:
    """Write a graph to a file, in the format that its name ends in where ``format`` names none.

    An older file is replaced whole, or not at all. Warns with LossWarning of what the format cannot
    carry. Raises OSError, and OrgGraphError for what cannot be written.
    """
    from orggraph.formats.convert import convert as convert_read
    from orggraph.formats.registry import choose, find_format

    source = find_format("yaml")
    target = find_format(format) if format else choose(str(path))
    made = convert_read(Imported(graph, source), target, Path(path), options)
    _warn(made.lost)


def convert(
    source: str | Path,
    target: str | Path,
    *,
    source_format: str | None = None,
    target_format: str | None = None,
    read_options: ReadOptions = _READ,
    write_options: WriteOptions = _WRITE,
    strict: bool = False,
) -> "Conversion":
    """Convert a file into another, and return what became of it: what was lost or left out.

    The formats are those that the names tell, where none is named; a directory gets tables. With
    ``strict`` LossyError is raised for any loss, and nothing is written. Raises ReadError, OSError
    and OrgGraphError as `load` and `dump` do, and where what is read would be overwritten.
    """
    from orggraph.formats.convert import convert as convert_read
    from orggraph.formats.placing import refuse_same
    from orggraph.formats.registry import choose, find_format
    from orggraph.formats.streaming.conversion import convert_large

    chosen = find_format(target_format) if target_format else choose(str(target))
    refuse_same(Path(source), chosen, Path(target))
    origin = Origin.of(source)
    if made := convert_large(
        origin, source_format, chosen, Path(target), read_options, write_options, strict=strict
    ):
        return made
    imported = read(origin, OrgGraph, source_format, read_options)
    return convert_read(imported, chosen, Path(target), write_options, strict=strict)


def _warn(remarks: tuple[Remark, ...]) -> None:
    if remarks:
        from warnings import warn

        warn(LossWarning(remarks), stacklevel=3)
