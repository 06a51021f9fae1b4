"""Make the pictures of all views, and rewrite only what changed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from orggraph.drawing.compose import draw_view, languages_of
from orggraph.drawing.drawing import SLIDES, Drawing, join, suffix_of
from orggraph.drawing.leftovers import find_leftovers
from orggraph.drawing.saving import holds, save_files
from orggraph.errors import OrgGraphError, os_reason
from orggraph.model import Graph, PartialDate
from orggraph.render.writers import writer_suffixes
from orggraph.source import Problem, ReadError
from orggraph.views.places import locate
from orggraph.views.reading import DIRECTORY, find_views, read_views
from orggraph.views.view import Paper, View


class Task(NamedTuple):
    """One picture to make: a view in a language, and the files it goes into.

    Where it has several pages, and a format has none, there are more files than these. One that has
    no files is for the slides of a deck.
    """

    view: View
    language: str
    files: tuple[Path, ...]


class BuildNotice(NamedTuple):
    """What the maker of a view should know about its picture."""

    view: str
    problem: Problem


class BuildReport(NamedTuple):
    """What a build came to: the files that changed, those that did not, and notices.

    `leftovers` are pictures of the same views from earlier, which no view makes any more.
    """

    changed: tuple[Path, ...]
    unchanged: tuple[Path, ...]
    notices: tuple[BuildNotice, ...]
    leftovers: tuple[Path, ...]


class _Made(NamedTuple):
    files: tuple[tuple[Path, bytes], ...]
    notices: tuple[BuildNotice, ...]
    slides: Drawing | None = None


def build_views(
    graph: Graph,
    directory: str | Path = DIRECTORY,
    *,
    output: str | Path | None = None,
    check: bool = False,
    as_of: PartialDate | None = None,
    deck: str | Path | None = None,
    template: str | Path | None = None,
    steps: Callable[[Sequence[Task]], Iterable[Task]] = iter,
) -> BuildReport:
    """Make the files of every view in ``directory``, there or in ``output``.

    Nothing is written before all of it is made, and only what differs from what is there; with
    ``check`` nothing at all. ``as_of`` goes before the date of each view. No file is deleted.
    ``deck`` is a file for all views as slides, each in its first language, in the order of their
    names; ``template`` is the deck that slides go into. ``steps`` is given the tasks and yields
    them one by one, to show how far it is. Raises ReadError with all that is wrong with the views,
    and OrgGraphError for what cannot be drawn or written.
    """
    views = read_views(directory, writer_suffixes())
    if as_of is not None:
        views = tuple(view._replace(as_of=as_of) for view in views)
    folder = Path(directory if output is None else output)
    tasks = plan(graph, views, folder)
    if deck is not None:
        tasks = (*tasks, *_plan_slides(graph, views, Path(deck)))
    if template is not None and deck is None and all(SLIDES not in view.outputs for view in views):
        raise OrgGraphError("template-without-slides")
    made = [(task.view.id, _make(graph, task, directory, template)) for task in steps(tasks)]
    _refuse_twins((name, path) for name, each in made for path, _ in each.files)
    files = [file for _, each in made for file in each.files]
    if deck is not None:
        files += _make_deck(made, Path(deck), template)
    changed = [(path, data) for path, data in files if not holds(path, data)]
    if changed and not check:
        if any(path.parent == folder for path, _ in changed):
            _make_directory(folder)
        save_files(changed)
    to_change = tuple(path for path, _ in changed)
    rest = tuple(path for path, _ in files if path not in to_change)
    # A view in two languages has the same thing to say twice.
    notices = [notice for _, each in made for notice in each.notices]
    unique = (notice for place, notice in enumerate(notices) if notice not in notices[:place])
    leftovers = find_leftovers(views, folder, {path for path, _ in files})
    return BuildReport(to_change, rest, tuple(unique), leftovers)


def plan(graph: Graph, views: Iterable[View], folder: Path) -> tuple[Task, ...]:
    """Return the pictures of ``views``, each in its languages.

    A file has the name of its view, with the language where there are several. Raises
    OrgGraphError where two would be the same file.
    """
    tasks = tuple(
        Task(view, language, _files(view, language, languages, folder))
        for view in views
        for languages in [languages_of(view, graph)]
        for language in languages
    )
    _refuse_twins((task.view.id, path) for task in tasks for path in task.files)
    return tasks


def _plan_slides(graph: Graph, views: Sequence[View], deck: Path) -> Iterator[Task]:
    """Yield the pictures for the slides of a deck, laid out for slides.

    Where all are on one paper, the slides have its size instead.
    """
    if suffix_of(deck) != SLIDES:
        raise OrgGraphError("deck-no-slides", path=deck)
    papers = {view.paper for view in views}
    paper: Paper = "slide" if len(papers) > 1 or "free" in papers else papers.pop()
    for view in views:
        shown = view._replace(paper=paper)
        yield Task(shown, languages_of(view, graph)[0], ())


def _make_deck(
    made: Sequence[tuple[str, _Made]], deck: Path, template: str | Path | None
) -> tuple[tuple[Path, bytes], ...]:
    for view, each in made:
        if any(str(path).casefold() == str(deck).casefold() for path, _ in each.files):
            raise OrgGraphError("deck-is-picture", path=deck, view=view)
    slides = join([each.slides for _, each in made if each.slides])
    return slides.to_files(deck, SLIDES, template=template)


def _refuse_twins(files: Iterable[tuple[str, Path]]) -> None:
    """Raise OrgGraphError where the same file is that of two views."""
    makers: dict[str, str] = {}
    for view, path in files:
        # Some file systems take capital and small letters for the same.
        first = makers.setdefault(str(path).casefold(), view)
        if first != view:
            raise OrgGraphError("same-picture", path=path, first=first, second=view)


def _files(view: View, language: str, languages: Sequence[str], folder: Path) -> tuple[Path, ...]:
    stem = f"{view.id}.{language}" if len(languages) > 1 else view.id
    return tuple(folder / f"{stem}.{suffix}" for suffix in view.outputs)


def _make(graph: Graph, task: Task, directory: str | Path, template: str | Path | None) -> _Made:
    name = task.view.id
    try:
        drawing = draw_view(graph, task.view, task.language)
        files = tuple(
            file
            for path in task.files
            for file in drawing.to_files(path, suffix_of(path), template=template)
        )
    except OrgGraphError as error:
        file = next(path for path in find_views(directory) if path.stem == name)
        reason = error.problems[0] if isinstance(error, ReadError) else error
        raise locate(error, file) or OrgGraphError("in-view", view=name, reason=reason) from error
    suffixes = task.view.outputs if task.files else (SLIDES,)
    told = drawing.notices_for(suffixes, template=template)
    notices = tuple(BuildNotice(name, notice) for notice in told)
    return _Made(files, notices, None if task.files else drawing)


def _make_directory(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise OrgGraphError("not-a-directory", path=folder) from error
    except OSError as error:
        raise OrgGraphError("os-error", path=folder, reason=os_reason(error)) from error
