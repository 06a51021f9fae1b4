"""Show what of a source the data rests on."""

from typing import TYPE_CHECKING

import click

from orggraph.cli.command import command
from orggraph.cli.completion import complete_source
from orggraph.cli.output import answer
from orggraph.cli.settings import load_graph, query_options, sources_of
from orggraph.cli.values import Percent
from orggraph.errors import OrgGraphError

if TYPE_CHECKING:
    from fractions import Fraction


@command()
@click.argument("source", required=False, shell_complete=complete_source)
@click.option(
    "--fail-under",
    type=Percent(),
    metavar="PERCENT",
    help="Exit code 1 only where less of the paragraphs is accounted for.",
)
@query_options
def coverage(source: str | None, fail_under: "Fraction | None") -> int:
    """Show what rests on each paragraph of a SOURCE.

    Exit code 1 where nothing rests on a paragraph and it is not set aside.
    """
    from orggraph.evidence.coverage import find_coverage

    graph = load_graph()
    if source is None:
        if not graph.sources:
            raise OrgGraphError("no-sources")
        if len(graph.sources) != 1:
            raise OrgGraphError("name-a-source", known=", ".join(graph.sources))
        source = next(iter(graph.sources))
    found = find_coverage(graph, sources_of(graph), source)
    answer(graph, found)
    return 1 if found.percent < (100 if fail_under is None else fail_under) else 0
