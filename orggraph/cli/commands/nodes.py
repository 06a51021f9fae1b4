"""All about one node, and who sits in a body."""

from orggraph.cli.arguments import node_argument
from orggraph.cli.command import command
from orggraph.cli.output import answer
from orggraph.cli.settings import load_graph, query_options


@command()
@node_argument()
@query_options
def show(node: str) -> None:
    """Show everything known about NODE."""
    graph = load_graph()
    answer(graph, graph.describe(node))


@command()
@node_argument("body", metavar="BODY")
@query_options
def members(body: str) -> None:
    """Show who sits in BODY, in which seat.

    Seats that are vacant, or whose holders are not written down, have lines of their own.
    """
    graph = load_graph()
    answer(graph, graph.find_roster(body))
