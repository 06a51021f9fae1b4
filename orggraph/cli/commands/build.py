"""Make the pictures of all views."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from orggraph.cli.command import command
from orggraph.cli.context import language
from orggraph.cli.output import print_error, print_text
from orggraph.cli.progress import with_progress
from orggraph.cli.settings import AS_OF, common_options, load_data
from orggraph.cli.values import DateType
from orggraph.model import PartialDate
from orggraph.reports.blocks import Paragraph
from orggraph.words import say

if TYPE_CHECKING:
    from orggraph.drawing.build import BuildReport


@command()
@click.argument("directory", required=False, default="diagrams", type=click.Path(readable=False))
@click.option(
    "-o",
    "output",
    type=click.Path(readable=False),
    metavar="DIR",
    help="Directory to put the pictures in (beside the views).",
)
@click.option(
    "--deck",
    type=click.Path(readable=False),
    metavar="FILE",
    help="All views as the slides of one .pptx, too, each in its first language.",
)
@click.option(
    "--template",
    type=click.Path(readable=False),
    metavar="FILE",
    help="A deck of your own (.pptx, .potx) to put slides in: its look, without its slides.",
)
@click.option("--check", is_flag=True, help="Write nothing; exit code 1 where something changed.")
@click.option("--as-of", type=DateType(), help=AS_OF)
@common_options
def build(
    directory: str,
    output: str | None,
    deck: str | None,
    template: str | None,
    check: bool,
    as_of: PartialDate | None,
) -> int:
    """Make the pictures of all views in DIRECTORY.

    Only what changed is written. DIRECTORY is ./diagrams; each *.yaml in it is a view, which says
    in which languages and formats it is drawn. With --lang only these messages are in that
    language. With --as-of every picture is of that date, whatever its view says.
    """
    from orggraph.drawing.build import build_views

    told = say("drawing", language())
    found = build_views(
        load_data(),
        directory,
        output=output,
        check=check,
        as_of=as_of,
        deck=deck,
        template=template,
        steps=lambda tasks: with_progress(tasks, told),
    )
    print_error(*(Paragraph(line, "fair") for line in _notices(found)))
    print_text("".join(f"{line}\n" for line in _lines(found, check)))
    return 1 if check and found.changed else 0


def _notices(found: "BuildReport") -> Iterator[str]:
    for view, problem in found.notices:
        severity = say(problem.severity, language())
        words = f"{severity} {problem.code}: {problem.message(language())}"
        yield say("in-view", language(), view=view, reason=words)


def _lines(found: "BuildReport", check: bool) -> Iterator[str]:
    key = "would-change" if check else "picture-written"
    for path in found.changed:
        yield say(key, language(), path=path.as_posix())
    for path in found.leftovers:
        yield say("left-over", language(), path=path.as_posix())
    counts = {"changed": len(found.changed), "unchanged": len(found.unchanged)}
    yield say("build-counts", language(), **counts)
