"""Who sits until when, and what was when."""

import click

from orggraph.cli.arguments import node_argument
from orggraph.cli.command import command
from orggraph.cli.context import setting
from orggraph.cli.output import answer
from orggraph.cli.settings import load_data, query_options
from orggraph.cli.values import SpanType
from orggraph.model import TimeSpan

# Both ask of the whole graph: who has left by the date is told of too, and by name.


@command()
@node_argument(required=False)
@click.option(
    "--within",
    type=SpanType(),
    metavar="SPAN",
    help='Only terms that run out within this time, such as "6 months", or have.',
)
@click.option("--all", "everyone", is_flag=True, help="Those who have left, too.")
@query_options
def terms(node: str | None, within: TimeSpan | None, everyone: bool) -> None:
    """Tell who sits until when, in NODE or everywhere.

    For example: terms styregruppe --within "6 months".

    NODE is a body, a post, or somebody who sits. An end that nobody wrote is computed from the
    start and the term of the seat. Posts that are held are told too.
    """
    graph = load_data()
    on = setting("as_of")
    answer(graph, graph.find_terms(node, within=within, on=on, everyone=everyone))


@command()
@node_argument()
@query_options
def history(node: str) -> None:
    """Tell what was when, for NODE.

    Its own dates, its seats, and its relations both ways, in order of time; then what has no date.
    With --as-of as it could be told on that date.
    """
    graph = load_data()
    answer(graph, graph.find_history(node, on=setting("as_of")))
