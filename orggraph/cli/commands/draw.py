"""Draw one picture."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, get_args

import click

from orggraph.cli.arguments import node_argument
from orggraph.cli.command import command
from orggraph.cli.completion import (
    complete_engine,
    complete_file,
    complete_kind,
    complete_node,
    complete_suffix,
    complete_theme,
    complete_view,
)
from orggraph.cli.context import language, setting
from orggraph.cli.output import is_terminal, print_error
from orggraph.cli.pictures import (
    Target,
    find_targets,
    find_template,
    outputs_option,
    slide_paper,
    write_drawing,
)
from orggraph.cli.progress import progress_bar
from orggraph.cli.settings import AS_OF, common_options, load_data, type_options
from orggraph.cli.values import DateType, Depth, Dpi, NodeName, OneOf, Words
from orggraph.errors import OrgGraphError
from orggraph.reports.blocks import Paragraph
from orggraph.views.view import Direction, Labels, Leaves, Members, Paper, Parallel, Side
from orggraph.words import say

if TYPE_CHECKING:
    from orggraph.api.graph import OrgGraph
    from orggraph.drawing.drawing import Drawing


def _words(*names: str, metavar: str, **attributes: Any) -> Callable[..., Any]:
    return click.option(*names, type=Words(), metavar=metavar, **attributes)


def _nodes(*names: str, **attributes: Any) -> Callable[..., Any]:
    return _words(*names, metavar="NODE", shell_complete=complete_node, **attributes)


def _one_of(name: str, words: Any, help_: str) -> Callable[..., Any]:
    return click.option(name, type=OneOf(get_args(words)), help=help_)


@command()
@node_argument(required=False)
@outputs_option
@_words(
    "--to",
    metavar="SUFFIX",
    help="Format of standard output, and of files without a suffix (svg).",
    shell_complete=complete_suffix,
)
@_words(
    "--view",
    "views",
    multiple=True,
    metavar="VIEW",
    help="A view file, or the name of one in ./diagrams; other options go before it. May be "
    "repeated: each is a page.",
    shell_complete=complete_view,
)
@type_options
@_words(
    "--kind",
    "kinds",
    multiple=True,
    metavar="KIND",
    help="Only nodes of this kind; may be repeated.",
    shell_complete=complete_kind,
)
@_nodes("--only", "nodes", multiple=True, help="Only this node; may be repeated.")
@_nodes("--without", multiple=True, help="Leave this node out; may be repeated.")
@_nodes("--around", help="Only what is near this node; the same as NODE.")
@click.option("--depth", type=Depth(), metavar="N", help="How many relations away from NODE (any).")
@_one_of("--side", Side, "Which side of NODE (both).")
@click.option(
    "--path",
    type=NodeName(),
    nargs=2,
    metavar="FROM TO",
    help="Mark the path from one node to another.",
    shell_complete=complete_node,
)
@click.option("--as-of", type=DateType(), help=AS_OF)
@_one_of("--members", Members, "Members inside the card of their body, as nodes, or hidden.")
@click.option(
    "--derived/--no-derived",
    default=None,
    help="Draw relations that follow from seats and members, or do not.",
)
@_one_of("--direction", Direction, "Superiors above, or to the left (down).")
@_words(
    "--theme",
    metavar="THEME",
    help="light, dark, print, or a theme file (light).",
    shell_complete=complete_theme,
)
@_one_of("--paper", Paper, "The page to fit on (free).")
@click.option(
    "--pages/--no-pages",
    default=None,
    help="Several pages with references, where one is too small, or not.",
)
@_one_of("--parallel", Parallel, "Relations of a family between two nodes as one line, or apart.")
@_one_of("--labels", Labels, "Which lines have words (auto).")
@_one_of("--leaves", Leaves, "Nodes with none below them stacked or side by side (auto).")
@_words(
    "--engine",
    metavar="NAME",
    help="embedded, dot or tidy (as it fits).",
    shell_complete=complete_engine,
)
@click.option("--dpi", type=Dpi(), metavar="N", help="How fine PNG is (192).")
@_words(
    "--template",
    metavar="FILE",
    help="A deck of your own (.pptx, .potx) to put slides in: its look, without its slides.",
    shell_complete=complete_file,
)
@_words("--title", metavar="TEXT", help="What stands above the picture.")
@_words("--footnote", metavar="TEXT", help="What stands below the picture.")
@common_options
def draw(
    node: str | None,
    outputs: tuple[str, ...],
    to: str | None,
    views: tuple[str, ...],
    around: str | None,
    dpi: int | None,
    template: str | None,
    **options: Any,
) -> None:
    """Draw a picture, of all or of what is near NODE.

    For example: draw styregruppe --depth 1 -o picture.svg.

    Without -o, SVG goes to standard output; a terminal shows the picture in words instead. The
    picture is in the language of --lang, else of the view, else of the data. With -o x.pptx alone
    it is laid out for a slide, unless --paper or the view says otherwise; with --template, fonts
    and colours are those of the template.
    """
    if node is not None and around is not None:
        raise OrgGraphError("option-unused", option="--around", command="draw NODE")
    targets = find_targets(outputs, to)
    if dpi is not None and all(target.suffix.lower() != "png" for target in targets):
        raise OrgGraphError("dpi-without-png")
    find_template(template, targets)
    options |= {"families": setting("family"), "types": setting("type")}
    options["around"] = around if node is None else node
    said = {name: value for name, value in options.items() if value not in (None, ())}
    graph = load_data()
    with progress_bar(say("drawing", language())) as progress:
        drawing = _draw(graph, views, targets, progress, said)
    write_drawing(drawing, targets, dpi, template)
    if not outputs and to is None and is_terminal(sys.stdout):
        print_error(Paragraph(say("drawn-in-words", language()), "dim"))


def _draw(
    graph: "OrgGraph",
    views: tuple[str, ...],
    targets: list[Target],
    progress: Callable[[float], None],
    said: dict[str, Any],
) -> "Drawing":
    """Return the pictures of all views, or of none, as one."""
    from orggraph.drawing.drawing import join

    def draw_one(number: int, view: str | None) -> "Drawing":
        paper = slide_paper(targets, view, said)
        return graph.draw(
            view,
            language=setting("lang"),
            progress=lambda done: progress((number + done) / max(len(views), 1)),
            **(said | ({"paper": paper} if paper else {})),
        )

    return join([draw_one(number, view) for number, view in enumerate(views or (None,))])
