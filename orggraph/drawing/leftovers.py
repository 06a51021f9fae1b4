"""Find pictures that an earlier build made and this one does not."""

import re
from collections.abc import Collection, Iterable
from pathlib import Path

from orggraph.views.view import View
from orggraph.words import LANGUAGES

# More digits are a year, as of a copy that somebody keeps.
_LANGUAGE, _PAGE = rf"(?:\.(?:{'|'.join(LANGUAGES)}))?", r"(?:-\d{1,3})?"


def find_leftovers(views: Iterable[View], folder: Path, made: Collection[Path]) -> tuple[Path, ...]:
    """Return, sorted, the files in ``folder`` that have the name of a view and that it never makes.

    ``made`` are the files that the views make by now. A view that has fewer pages or languages than
    it had leaves some behind: they look like the others, and nothing brings them up to date.
    """
    named = [
        re.compile(rf"{re.escape(view.id)}{_LANGUAGE}{_PAGE}\.{re.escape(suffix)}")
        for view in views
        for suffix in view.outputs
    ]
    there = set(folder.iterdir()).difference(made) if folder.is_dir() else ()
    return tuple(
        sorted(p for p in there if any(name.fullmatch(p.name) for name in named) and p.is_file())
    )
