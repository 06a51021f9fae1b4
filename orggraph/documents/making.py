"""Make reports, and the files that hold them."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from orggraph.documents.composing import compose
from orggraph.documents.document import Document
from orggraph.documents.options import ReportOptions
from orggraph.documents.writer import DocumentSettings
from orggraph.documents.writers import document_suffixes, write_document
from orggraph.drawing.drawing import suffix_of
from orggraph.drawing.saving import save_files
from orggraph.errors import OrgGraphError
from orggraph.evidence.verify import Sources
from orggraph.model import Graph, PartialDate
from orggraph.queries.times import as_date
from orggraph.render.writers import writer_suffixes
from orggraph.source import Problem
from orggraph.views.reading import find_view_file, find_views, read_view, read_views
from orggraph.views.select import choose
from orggraph.views.view import View

Files = tuple[tuple[Path, bytes], ...]


class Figures(NamedTuple):
    """The figures of a report where none are named, and the views that do not fit the data.

    `views` is None where there are none: then a report has one picture of the whole.
    """

    views: tuple[View, ...] | None
    misfits: tuple[tuple[View, OrgGraphError], ...] = ()


def find_figures(graph: Graph, directory: str | Path) -> Figures:
    """Return the views in a directory that fit a graph, and those that do not, each with why.

    The one that says the most comes first, as an overview: that of the most relations, then of the
    most nodes, then the first by name. The others follow by name. Whoever keeps views may ask about
    other data, too. Raises ReadError with all that is wrong in any of the files.
    """
    try:
        find_views(directory)
    except OrgGraphError:
        return Figures(None)
    fitting: list[View] = []
    sizes: list[tuple[int, int]] = []
    misfits: list[tuple[View, OrgGraphError]] = []
    for view in read_views(directory, writer_suffixes()):
        try:
            content = choose(graph, view, graph.language)
        except OrgGraphError as error:
            misfits.append((view, error))
        else:
            fitting.append(view)
            sizes.append((len(content.links), len(content.cards)))
    if not fitting:
        return Figures(None, tuple(misfits))
    overview = fitting.pop(sizes.index(max(sizes)))
    return Figures((overview, *fitting), tuple(misfits))


def read_figures(names: Iterable[str | Path]) -> tuple[View, ...]:
    """Return the views of these names, or in these files, as `draw` finds them.

    Raises UnknownTermError for a name that none has, and ReadError for what is wrong in one.
    """
    return tuple(read_view(find_view_file(name), writer_suffixes()) for name in names)


def make_report(
    graph: Graph,
    *,
    language: str | None = None,
    title: str | None = None,
    date: str | PartialDate | None = None,
    as_of: str | PartialDate | None = None,
    views: Iterable[View | str | Path] | None = None,
    theme: str | None = None,
    sources: Mapping[str, str] | None = None,
    progress: Callable[[float], None] = lambda done: None,
) -> Document:
    """Return the report of a graph, as `compose` does, from what people say.

    ``date`` is that of the report, today where none is said. ``views`` are views, view files, or
    names of those in ``diagrams``; without any there is one picture of the whole. ``sources`` are
    files by source id. Raises UnknownTermError for what is no date, view or theme, ReadError for
    what is wrong in a view, and OrgGraphError for a view that does not fit.
    """
    chosen = None
    if views is not None:
        chosen = tuple(v if isinstance(v, View) else read_figures([v])[0] for v in views)
    options = ReportOptions(language, title, as_date(date), as_date(as_of), chosen, theme)
    return compose(graph, options, Sources(graph, sources), progress=progress)


def find_report_files(
    document: Document,
    path: str | Path,
    suffix: str | None = None,
    template: Path | None = None,
    notify: Callable[[Problem], None] = lambda notice: None,
) -> Files:
    """Return the files that hold a document, with their content: ``path``, and those beside it.

    Without ``suffix`` that of the name decides the format. ``notify`` is told what it does not show
    as it should. Raises OrgGraphError for a name without
    any, and as `write_document` does.
    """
    path = Path(path)
    chosen = suffix or suffix_of(path)
    if not chosen:
        raise OrgGraphError("no-suffix-here", path=path, known=", ".join(document_suffixes()))
    settings = DocumentSettings(template, path.stem, notify)
    parts = write_document(document, chosen, settings)
    return tuple(
        (path.with_name(path.stem + part.end) if part.end else path, part.data) for part in parts
    )


def save_report(
    document: Document, path: str | Path, *, template: Path | None = None
) -> tuple[Path, ...]:
    """Write a document to a file; the suffix of its name decides the format.

    Returns the files that were written: in a format that keeps figures apart, those too. All are
    made before the first is written, and each is replaced whole, or not at all. Raises
    OrgGraphError as `find_report_files` does, and for a file that cannot be written.
    """
    files = find_report_files(document, path, template=template)
    # Figures first: a document never refers to one that is not there.
    save_files((*files[1:], files[0]))
    return tuple(file for file, _ in files)
