"""What can be drawn and written of an organisation, as methods, which import what does it."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from orggraph.model import Graph, PartialDate
from orggraph.queries.times import as_date

if TYPE_CHECKING:
    from orggraph.changes.change import Diff
    from orggraph.drawing.build import BuildReport
    from orggraph.drawing.drawing import Drawing
    from orggraph.views.view import View


class Pictures(Graph):
    """A graph that is drawn, and written for people."""

    def draw(
        self,
        view: "View | str | Path | None" = None,
        *,
        language: str | None = None,
        progress: Callable[[float], None] = lambda done: None,
        **options: object,
    ) -> "Drawing":
        """Return a picture of the graph, or of the part of it that a view asks for.

        ``view`` may be the path of a view file, or the name of one in ``diagrams``. Options are the
        fields of a `View`, and go before what the view says: ``around="styregruppe", depth=2``.
        Without ``language`` the picture is in the view's, else in that of the data. ``progress`` is
        told how much is done, from 0 to 1. Raises OrgGraphError for what cannot be drawn.
        """
        from orggraph.drawing.compose import draw_view
        from orggraph.render.writers import writer_suffixes
        from orggraph.views.options import with_options
        from orggraph.views.places import located
        from orggraph.views.reading import find_view_file, read_view
        from orggraph.views.view import View

        if view is None or isinstance(view, View):
            view = with_options(view or View(), options)
            return draw_view(self, view, language, progress=progress)
        file = find_view_file(view)
        view = with_options(read_view(file, writer_suffixes()), options)
        with located(file):
            return draw_view(self, view, language, progress=progress)

    def draw_changes(
        self,
        older: "Graph | Diff",
        view: "View | str | Path | None" = None,
        *,
        labels: tuple[str, str] | None = None,
        only_changed: bool | None = None,
        language: str | None = None,
        progress: Callable[[float], None] = lambda done: None,
        **options: object,
    ) -> "Drawing":
        """Return a picture of this version and an ``older`` one, what differs marked in it.

        A diff to this version will do as well. ``labels`` are what the old and the new version are
        called. With ``only_changed`` the picture has what changed and what is next to it; by
        default it does where it would be too large. ``view``, ``language``, ``progress`` and the
        options are those of `draw`. Raises OrgGraphError for what cannot be drawn.
        """
        from orggraph.changes.compare import compare
        from orggraph.drawing.changes import draw_changes
        from orggraph.render.writers import writer_suffixes
        from orggraph.views.options import with_options
        from orggraph.views.reading import find_view_file, read_view
        from orggraph.views.view import View

        diff = compare(older, self) if isinstance(older, Graph) else older
        if view is not None and not isinstance(view, View):
            view = read_view(find_view_file(view), writer_suffixes())
        view = with_options(view or View(), options)
        shown = diff._replace(labels=labels or diff.labels)
        return draw_changes(shown, view, language, only_changed=only_changed, progress=progress)

    def build(
        self,
        directory: str | Path = "diagrams",
        *,
        output: str | Path | None = None,
        check: bool = False,
        as_of: str | PartialDate | None = None,
        deck: str | Path | None = None,
        template: str | Path | None = None,
    ) -> "BuildReport":
        """Make the pictures of all views in a directory, there or in ``output``.

        Only files that differ from what is there are written; with ``check`` none. ``as_of`` goes
        before the date of each view. ``deck`` is a file that gets all views as slides, in the style
        of the deck ``template``. Raises ReadError with all that is wrong with the views, and
        OrgGraphError for what cannot be drawn.
        """
        from orggraph.drawing.build import build_views

        return build_views(
            self,
            directory,
            output=output,
            check=check,
            as_of=as_date(as_of),
            deck=deck,
            template=template,
        )

    def save_page(
        self,
        path: str | Path,
        *,
        around: str | None = None,
        depth: int | None = None,
        as_of: str | PartialDate | None = None,
        theme: str | None = None,
        language: str | None = None,
        sources: Mapping[str, str] | None = None,
        progress: Callable[[float], None] = lambda done: None,
    ) -> None:
        """Write the page on which a graph is explored in a browser, as one file of HTML.

        With ``around`` it has only what is within ``depth`` relations of that node, else all of the
        graph. ``sources`` are files by source id; ``progress`` is told how much is done, from 0 to
        1. Raises OrgGraphError for what cannot be drawn or written, and for too many nodes.
        """
        from orggraph.drawing.saving import check_place, save_file
        from orggraph.explore.embedding import make_file
        from orggraph.explore.ground import find_start, set_up

        check_place(Path(path))
        start = find_start(self, around=around, depth=depth, as_of=as_date(as_of))
        setup = set_up(theme=theme, language=language, start=start, sources=sources or {})
        save_file(Path(path), make_file(self, setup, progress).data)

    def save_report(
        self,
        path: str | Path,
        *,
        language: str | None = None,
        title: str | None = None,
        date: str | PartialDate | None = None,
        as_of: str | PartialDate | None = None,
        views: "Iterable[View | str | Path] | None" = None,
        theme: str | None = None,
        template: str | Path | None = None,
        sources: Mapping[str, str] | None = None,
        progress: Callable[[float], None] = lambda done: None,
    ) -> tuple[Path, ...]:
        """Write a report, and return its files; the suffix of ``path`` is docx, html, md or pdf.

        ``date`` is that of the report, else today; ``views`` are its figures, else one picture of
        the whole. ``template`` has an organisation's own style, as the command `report` takes it.
        ``sources`` are files by source id; ``progress`` is told how much is done, from 0 to 1.
        Raises OrgGraphError for what cannot be drawn or written.
        """
        from orggraph.documents.making import make_report, save_report

        document = make_report(
            self,
            language=language,
            title=title,
            date=date,
            as_of=as_of,
            views=views,
            theme=theme,
            sources=sources,
            progress=progress,
        )
        return save_report(document, path, template=None if template is None else Path(template))
