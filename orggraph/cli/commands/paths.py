"""How one node reaches another."""

import click

from orggraph.cli.arguments import node_argument
from orggraph.cli.command import command
from orggraph.cli.output import answer
from orggraph.cli.settings import load_graph, query_options, type_options


@command()
@node_argument("source", metavar="FROM")
@node_argument("target", metavar="TO")
@click.option("--strict", is_flag=True, help="Only a reporting line will do.")
@click.option("--all", "all_paths", is_flag=True, help="List every shortest path.")
@type_options
@query_options
def path(source: str, target: str, strict: bool, all_paths: bool) -> int:
    """Tell how FROM reaches TO, and what kind of line it is.

    A reporting line comes first, then a path with other relations, then a mere connection. Each hop
    shows its type and the words it rests on.
    """
    graph = load_graph()
    find = graph.find_paths if all_paths else graph.find_path
    result = find(source, target, strict=strict)
    answer(graph, result)
    return 0 if result.is_found else 1
