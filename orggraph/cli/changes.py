"""The picture of a diff on the command line: its options, and how it is made."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import click

from orggraph.cli.completion import complete_file, complete_theme, complete_view
from orggraph.cli.context import language, setting
from orggraph.cli.pictures import find_files, find_template, slide_paper, write_drawing
from orggraph.cli.progress import progress_bar
from orggraph.cli.values import Dpi, OneOf, Words
from orggraph.errors import OrgGraphError
from orggraph.views.view import Direction, Labels, Leaves, Members, Paper
from orggraph.words import say

if TYPE_CHECKING:
    from orggraph.api.graph import OrgGraph
    from orggraph.changes.change import Diff

F = TypeVar("F", bound=Callable[..., Any])

_OF_PICTURES = ("view", "members", "direction", "theme", "paper", "pages", "labels", "leaves")


def _one_of(name: str, words: Any, help_: str) -> Callable[[F], F]:
    return click.option(name, type=OneOf(get_args(words)), help=help_)


_OPTIONS: tuple[Callable[[Any], Any], ...] = (
    click.option(
        "-o",
        "outputs",
        type=click.Path(readable=False),
        multiple=True,
        metavar="FILE",
        help="Draw both versions in one picture, too; FILE's suffix names the format.",
    ),
    click.option(
        "--only-changed/--everything",
        default=None,
        help="Draw what changed and what is next to it, or all (as it fits).",
    ),
    click.option(
        "--view",
        type=Words(),
        metavar="VIEW",
        help="A view file, or the name of one in ./diagrams; other options go before it.",
        shell_complete=complete_view,
    ),
    _one_of("--members", Members, "Members inside the card of their body, as nodes, or hidden."),
    _one_of("--direction", Direction, "Superiors above, or to the left (down)."),
    click.option(
        "--theme",
        type=Words(),
        metavar="THEME",
        help="light, dark, print, or a theme file (light).",
        shell_complete=complete_theme,
    ),
    _one_of("--paper", Paper, "The page to fit on (free)."),
    click.option(
        "--pages/--no-pages",
        default=None,
        help="Several pages with references, where one is too small, or not.",
    ),
    _one_of("--labels", Labels, "Which lines have words (auto)."),
    _one_of("--leaves", Leaves, "Nodes with none below them stacked or side by side (auto)."),
    click.option("--dpi", type=Dpi(), metavar="N", help="How fine PNG is (192)."),
    click.option(
        "--template",
        type=Words(),
        metavar="FILE",
        help="A deck of your own (.pptx, .potx) to put slides in: its look, without its slides.",
        shell_complete=complete_file,
    ),
)


def picture_options(function: F) -> F:
    """Give a command the options of a picture; they come as keywords of the same names."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def draw_diff(graph: "OrgGraph", diff: "Diff", options: Mapping[str, Any]) -> None:
    """Draw a diff of which ``graph`` is the newer, where the options ask for it; else do nothing.

    The options are those of `picture_options`. Raises OrgGraphError for options without a
    file to draw into, and for what cannot be drawn.
    """
    outputs, dpi = options["outputs"], options["dpi"]
    said = {name: options[name] for name in _OF_PICTURES if options[name] is not None}
    only_changed = options["only_changed"]
    if not outputs:
        unused = [*said, *(["only_changed"] if only_changed is not None else [])]
        unused += [name for name in ("dpi", "template") if options[name] is not None]
        if unused:
            option = f"--{unused[0].replace('_', '-')}"
            raise OrgGraphError("option-without-picture", option=option)
        return
    targets = find_files(outputs, "diff")
    if dpi is not None and all(target.suffix.lower() != "png" for target in targets):
        raise OrgGraphError("dpi-without-png")
    template = find_template(options["template"], targets)
    if paper := slide_paper(targets, said.get("view"), said):
        said["paper"] = paper
    with progress_bar(say("drawing", language())) as progress:
        drawing = graph.draw_changes(
            diff,
            said.pop("view", None),
            language=setting("lang"),
            only_changed=only_changed,
            progress=progress,
            **said,
        )
    write_drawing(drawing, targets, dpi, template)
