"""Reporting lines."""

import click

from orggraph.cli.arguments import node_argument
from orggraph.cli.command import command
from orggraph.cli.output import answer
from orggraph.cli.settings import load_graph, query_options
from orggraph.cli.values import Depth
from orggraph.errors import OrgGraphError


@command()
@node_argument()
@query_options
def chain(node: str) -> None:
    """Show the reporting line of NODE up to the top."""
    graph = load_graph()
    answer(graph, graph.find_chain(node))


@command()
@node_argument(required=False)
@click.option(
    "--depth", type=Depth(), metavar="N", help="How many levels down; the rest is counted (all)."
)
@query_options
def tree(node: str | None, depth: int | None) -> None:
    """Show who reports to NODE, at all levels, or all lines."""
    graph = load_graph()
    answer(graph, graph.find_tree(node, depth=depth))


@command()
@node_argument("nodes", nargs=-1, required=True, metavar="NODE NODE...")
@query_options
def common(nodes: tuple[str, ...]) -> int:
    """Show the lowest common superiors of two nodes or more."""
    if len(nodes) < 2:
        raise OrgGraphError("two-nodes")
    graph = load_graph()
    result = graph.find_common(*nodes)
    answer(graph, result)
    return 0 if result.superiors else 1
