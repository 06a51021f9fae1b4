"""Read views from their files."""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from orggraph.errors import OrgGraphError, UnknownTermError
from orggraph.formats.registry import DATA_SUFFIXES
from orggraph.source import Problem, ReadError, problem, with_excerpts
from orggraph.source.fields import Read, Reading, read_map
from orggraph.source.files import read_text
from orggraph.source.guessing import suggest
from orggraph.source.yaml_tree import parse_yaml
from orggraph.themes.reading import is_theme_file
from orggraph.views.fields import view_fields
from orggraph.views.sense import find_nonsense
from orggraph.views.view import View

DIRECTORY = "diagrams"
"""Where views are looked for."""


def read_view(path: str | Path, outputs: Collection[str] = ()) -> View:
    """Return the view in a file; its id is the file's name without suffix.

    ``outputs`` are the suffixes that can be written; without them any are taken. Raises ReadError
    with everything that is wrong.
    """
    view, problems = _read(Path(path), outputs)
    if problems:
        raise ReadError(problems, "cannot-read-view")
    return view


def read_views(directory: str | Path, outputs: Collection[str] = ()) -> tuple[View, ...]:
    """Return the views in the files of a directory, by name.

    A theme that one of them names may lie beside them, and is no view. Raises ReadError with
    everything that is wrong in any of them; OrgGraphError where there are none, and for two files
    that are one view by their names.
    """
    read = {path: _read(path, outputs) for path in find_views(directory)}
    themes = {Path(view.theme).resolve() for view, _ in read.values()}
    views = {path: found for path, found in read.items() if path.resolve() not in themes}
    files: dict[str, Path] = {}
    for path in views:
        if (first := files.setdefault(path.stem, path)) != path:
            raise OrgGraphError("same-view", first=first, second=path)
    if problems := [each for _, found in views.values() for each in found]:
        raise ReadError(problems, "cannot-read-view")
    return tuple(view for view, _ in views.values())


def find_views(directory: str | Path) -> tuple[Path, ...]:
    """Return the view files of a directory, by name; raises OrgGraphError where there are none."""
    folder = Path(directory)
    try:
        paths = sorted(p for p in folder.iterdir() if p.suffix in DATA_SUFFIXES and p.is_file())
    except NotADirectoryError as error:
        raise OrgGraphError("no-view-directory", path=directory) from error
    except FileNotFoundError:
        paths = []
    if not paths:
        raise OrgGraphError("no-views", path=directory)
    return tuple(paths)


def find_view_file(name: str | Path) -> Path:
    """Return the path of a view: the file itself, or the one of that name in ``diagrams``.

    Raises UnknownTermError for a name that none has; what looks like a file need not be there.
    """
    path = Path(name)
    if path.suffix in DATA_SUFFIXES or path.exists():
        return path
    known = _known()
    if not known:
        raise UnknownTermError("no-views-yet", words=name)
    if (found := known.get(str(name))) is None:
        guess = suggest(str(name), known)
        if guess is None:
            raise UnknownTermError("no-such-view", words=name, known=", ".join(known))
        raise UnknownTermError("no-such-view-but", words=name, suggestion=guess)
    return found


def view_names() -> tuple[str, ...]:
    """Return the names of the views in ``diagrams``, if there are any."""
    return tuple(_known())


def _known() -> dict[str, Path]:
    try:
        return {path.stem: path for path in find_views(DIRECTORY)}
    except OrgGraphError:
        return {}


def _read(path: Path, outputs: Collection[str]) -> tuple[View, list[Problem]]:
    """Return the view in a file as far as it can be read, and what is wrong with it."""
    shown = str(path)
    view = View(id=path.stem)
    text = read_text(path, shown)
    if isinstance(text, Problem):
        missing = text.name == "file-missing"
        return view, [problem("view-missing", text.location, path=shown) if missing else text]
    root, problems = parse_yaml(text, shown)
    if root is not None:
        reading = Reading()
        read = read_map(root, view_fields(tuple(outputs)), reading)
        view = view._replace(**_values(read, path))
        problems += reading.problems + list(_find_nonsense(view, read))
    problems = [
        problem("not-a-view", each.location) if each.name == "not-a-mapping" else each
        for each in problems
    ]
    return view, list(with_excerpts(problems, {shown: text}))


def _values(read: Read, path: Path) -> dict[str, Any]:
    values = dict(read.values)
    if is_theme_file(theme := values.get("theme", "")):
        values["theme"] = str(path.parent / theme)
    return values


def _find_nonsense(view: View, read: Read) -> Iterator[Problem]:
    for field, found in find_nonsense(view):
        yield found._replace(location=read.places.get(field, read.location))
