"""Convert an organisation from one format into another, and tell what was lost on the way."""

import os
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, TypeVar

from orggraph.errors import OrgGraphError
from orggraph.formats.exchange import Content, Format, Output, Remark, WriteOptions
from orggraph.formats.features import find_losses
from orggraph.formats.files import folders, staged
from orggraph.formats.loader import Imported
from orggraph.formats.placing import place_files, refuse_strays
from orggraph.formats.registry import names_written, refuse_unused
from orggraph.model import Graph, Source
from orggraph.source import Problem

G = TypeVar("G", bound=Graph)


class Conversion(NamedTuple):
    """What became of a graph that was read in one format and written in another.

    `carried` counts the parts that were written; `lost` is what the format could not carry, and
    `not_understood` what the reader left out; `files` are the names of those that were written, and
    `content` the bytes where there was no file to write to.
    """

    source: str
    target: str
    carried: Mapping[str, int]
    lost: tuple[Remark, ...] = ()
    not_understood: tuple[Remark, ...] = ()
    notices: tuple[Problem, ...] = ()
    files: tuple[str, ...] = ()
    content: bytes | None = None

    @property
    def is_lossless(self) -> bool:
        """Whether all that was in the one file is in the other."""
        return not (self.lost or self.not_understood)


class LossyError(OrgGraphError):
    """A conversion that would lose something, where none may; nothing was written."""

    def __init__(self, conversion: Conversion) -> None:
        super().__init__("lossy")
        self.conversion = conversion


def convert(
    imported: Imported[G],
    format_: Format,
    path: Path | None,
    options: WriteOptions = WriteOptions(),  # noqa: B008  # frozen
    *,
    strict: bool = False,
) -> Conversion:
    """Write what was read in another format, and return what became of it.

    ``path`` is a file, or for formats of several files a directory or the beginning of their names;
    where it is None, nothing is written and the bytes are in the result. With ``strict`` LossyError
    is raised for any loss, and then nothing is written either. Raises OSError, and OrgGraphError
    for what cannot be written in the format.
    """
    graph = rebased(imported.graph, path)
    made = Conversion(
        imported.format.name,
        format_.name,
        count_parts(graph),
        not_understood=imported.remarks,
        notices=imported.notices,
    )
    output = make_output(graph, format_, options)
    return write_output(made, graph, format_, output, path, strict=strict)


def rebased(graph: G, path: Path | None) -> G:
    """Return a graph whose sources name their documents from where it is to be written."""
    return graph.with_sources(rebase_sources(graph.sources, path))


def rebase_sources(sources: Mapping[str, Source], path: Path | None) -> dict[str, Source]:
    """Return sources that name their documents from where the file ``path`` is.

    The document of a source is named from where the data file is. What has no place, or is an
    absolute path, stays as it is; so does all of it where nothing is written to a file.
    """
    if path is None:
        return dict(sources)
    folder = path if path.is_dir() or not path.suffix else path.parent
    return {id_: _rebase(source, folder) for id_, source in sources.items()}


def _rebase(source: Source, folder: Path) -> Source:
    if source.file is None or source.location is None or Path(source.file).is_absolute():
        return source
    home = Path(source.location.path).parent
    if home.resolve() == folder.resolve():
        return source
    try:
        moved = os.path.relpath(home / source.file, folder)
    except ValueError:  # on another drive
        moved = str((home / source.file).absolute())
    return replace(source, file=Path(moved).as_posix())


def write_output(
    made: Conversion,
    content: Content,
    format_: Format,
    output: Output,
    path: Path | None,
    *,
    strict: bool,
) -> Conversion:
    """Write what a format made of a graph, as `convert` does, and return what became of it."""
    if path is None:
        if set(output.files) != {""}:
            raise OrgGraphError("several-files", format=format_.name)
        written = b"".join(output.files[""])
        return _judged(made, content, format_, output, strict)._replace(content=written)
    files = place_files(output, path)
    refuse_strays(files, format_, path)
    # All is counted when all has been written, and before it is there.
    with folders({file.parent for file in files}), staged(files):
        made = _judged(made, content, format_, output, strict)
    return made._replace(files=tuple(map(str, files)))


def _judged(
    made: Conversion, content: Content, format_: Format, output: Output, strict: bool
) -> Conversion:
    lost = (*_whole(find_losses(content, format_.carries).all()), *output.remarks.all())
    made = made._replace(lost=lost)
    if strict and not made.is_lossless:
        raise LossyError(made)
    return made


def _whole(lost: Iterable[Remark]) -> list[Remark]:
    """Return losses without what goes without saying: of what seats have, where all are lost."""
    found = list(lost)
    all_seats = any(remark.what == "seats" for remark in found)
    return [r for r in found if not (all_seats and r.what.startswith("seat."))]


def make_output(content: Content, format_: Format, options: WriteOptions) -> Output:
    """Return what a format makes of a graph; raises OrgGraphError where it writes none."""
    if format_.write is None:
        raise OrgGraphError("not-written", format=format_.name, known=", ".join(names_written()))
    refuse_unused(format_, options._asdict(), format_.write_options)
    return format_.write(content, options)


def count_parts(graph: Graph) -> dict[str, int]:
    """Return how many parts of each sort a graph has, as they were written down."""
    rosters = graph.vocabulary.types_of(trait="roster")
    by_type = Counter(relation.type for relation in graph.iter_stated())
    return {
        "nodes": len(graph.nodes),
        "relations": by_type.total(),
        "members": sum(count for type_, count in by_type.items() if type_ in rosters),
        "seats": len(graph.seats),
        "sources": len(graph.sources),
        "rules": len(graph.settings),
    }
