"""Draw one picture."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

import click

from orggraph.cli.arguments import node_argument
from orggraph.cli.command import command
from orggraph.cli.completion import (
    complete_engine,
    complete_kind,
    complete_node,
    complete_suffix,
    complete_theme,
    complete_view,
)
from orggraph.cli.context import language, setting
from orggraph.cli.output import is_terminal, print_bytes, print_error, print_text
from orggraph.cli.progress import progress_bar
from orggraph.cli.settings import AS_OF, common_options, load_data, type_options
from orggraph.cli.values import DateType, Depth, Dpi, NodeName, OneOf, Words
from orggraph.errors import OrgGraphError
from orggraph.reports.blocks import Paragraph
from orggraph.views.view import Direction, Labels, Leaves, Members, Paper, Parallel, Side
from orggraph.words import say

if TYPE_CHECKING:
    from orggraph.drawing.drawing import Drawing

STANDARD_OUTPUT = "-"


class _Target(NamedTuple):
    """A file to write, None for standard output, and the format it is written in."""

    path: Path | None
    suffix: str


def _words(*names: str, metavar: str, **attributes: Any) -> Callable[..., Any]:
    return click.option(*names, type=Words(), metavar=metavar, **attributes)


def _nodes(*names: str, **attributes: Any) -> Callable[..., Any]:
    return _words(*names, metavar="NODE", shell_complete=complete_node, **attributes)


def _one_of(name: str, words: Any, help_: str) -> Callable[..., Any]:
    return click.option(name, type=OneOf(get_args(words)), help=help_)


@command()
@node_argument(required=False)
@click.option(
    "-o",
    "outputs",
    type=click.Path(allow_dash=True, readable=False),
    multiple=True,
    metavar="FILE",
    help="Write to FILE, whose suffix names the format; may be repeated. - is standard output.",
)
@_words(
    "--to",
    metavar="SUFFIX",
    help="Format of standard output, and of files without a suffix (svg).",
    shell_complete=complete_suffix,
)
@_words(
    "--view",
    metavar="VIEW",
    help="A view file, or the name of one in ./diagrams; other options go before it.",
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
@_words("--title", metavar="TEXT", help="What stands above the picture.")
@_words("--footnote", metavar="TEXT", help="What stands below the picture.")
@common_options
def draw(
    node: str | None,
    outputs: tuple[str, ...],
    to: str | None,
    view: str | None,
    around: str | None,
    dpi: int | None,
    **options: Any,
) -> None:
    """Draw a picture, of all or of what is near NODE.

    For example: draw styregruppe --depth 1 -o picture.svg.

    Without -o, SVG goes to standard output; a terminal shows the picture in words instead. The
    picture is in the language of --lang, else of the view, else of the data.
    """
    if node is not None and around is not None:
        raise OrgGraphError("option-unused", option="--around", command="draw NODE")
    targets = _targets(outputs, to)
    if dpi is not None and all(target.suffix.lower() != "png" for target in targets):
        raise OrgGraphError("dpi-without-png")
    options |= {"families": setting("family"), "types": setting("type")}
    options["around"] = around if node is None else node
    said = {name: value for name, value in options.items() if value not in (None, ())}
    graph = load_data()
    with progress_bar(say("drawing", language())) as progress:
        drawing = graph.draw(view, language=setting("lang"), progress=progress, **said)
    _write(drawing, targets, dpi)
    if not outputs and to is None and is_terminal(sys.stdout):
        print_error(Paragraph(say("drawn-in-words", language()), "dim"))


def _targets(outputs: tuple[str, ...], to: str | None) -> list[_Target]:
    """Return where the picture goes; raises OrgGraphError for a format that there is not."""
    from orggraph.render.writers import find_writer

    usual = to or ("txt" if not outputs and is_terminal(sys.stdout) else "svg")
    targets = [_target(name, to, usual) for name in outputs or (STANDARD_OUTPUT,)]
    if to and all(target.path and target.path.suffix for target in targets):
        raise OrgGraphError("option-unused", option="--to", command=f"draw -o {outputs[-1]}")
    for target in targets:
        find_writer(target.suffix)
    return targets


def _target(name: str, to: str | None, usual: str) -> _Target:
    from orggraph.drawing.drawing import suffix_of
    from orggraph.render.writers import writer_suffixes

    if name == STANDARD_OUTPUT:
        return _Target(None, usual)
    path = Path(name)
    if not (suffix := suffix_of(path) or to):
        raise OrgGraphError("no-suffix", path=name, known=", ".join(writer_suffixes()))
    return _Target(path, suffix)


def _write(drawing: "Drawing", targets: list[_Target], dpi: int | None) -> None:
    from orggraph.drawing.saving import save_file
    from orggraph.render.writer import STANDARD_DPI
    from orggraph.reports.findings import problem_blocks

    fine = dpi or STANDARD_DPI
    # Every format is made before anything is written: one that fails leaves nothing half done.
    printed = [(drawing.to_bytes(t.suffix, dpi=fine), t.suffix) for t in targets if not t.path]
    saved = [drawing.to_files(t.path, t.suffix, dpi=fine) for t in targets if t.path]
    print_error(
        *problem_blocks(drawing.notices_for(target.suffix for target in targets), language())
    )
    for files in saved:
        for path, data in files:
            save_file(path, data)
        if len(files) > 1:
            facts = {"first": files[0][0], "last": files[-1][0], "pages": len(files)}
            print_error(Paragraph(say("pages-written", language(), **facts)))
    for data, suffix in printed:
        _print(data, suffix)


def _print(data: bytes, suffix: str) -> None:
    """Print a picture: to a terminal as the text that it can show, else exactly as it is."""
    if not is_terminal(sys.stdout):
        print_bytes(data)
        return
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise OrgGraphError("not-for-terminals", suffix=suffix) from None
    print_text(text)
