"""Lists of nodes and relations, and who does what to whom."""

import click

from orggraph.cli.arguments import complete_relation_or_node, node_argument, split_question
from orggraph.cli.output import answer
from orggraph.cli.settings import load_graph, query_options, type_options


@click.command()
@click.option("--kind", help="Only nodes of this kind, such as body or person.")
@query_options
def nodes(kind: str | None) -> None:
    """List the nodes."""
    graph = load_graph()
    answer(graph, graph.find_nodes(kind=kind))


@click.command()
@node_argument(required=False)
@type_options
@query_options
def relations(node: str | None) -> None:
    """List the relations, of NODE or all.

    Relations that follow from seats are listed too, and marked.
    """
    graph = load_graph()
    answer(graph, graph.find_relations(node=node))


@click.command()
@click.argument(
    "words",
    nargs=-1,
    required=True,
    metavar="RELATION [NODE]",
    shell_complete=complete_relation_or_node,
)
@query_options
def who(words: tuple[str, ...]) -> int:
    """Tell who does RELATION to NODE.

    For example: who appoints styregruppe.

    RELATION is a type or a family, in Danish or English. Without NODE, everyone who does.
    """
    graph = load_graph()
    relation, node = split_question(graph, words, relation_first=True)
    result = graph.find_who(relation, node)
    answer(graph, result)
    return 0 if result.relations else 1


@click.command()
@click.argument(
    "words",
    nargs=-1,
    required=True,
    metavar="[NODE] RELATION",
    shell_complete=complete_relation_or_node,
)
@query_options
def whom(words: tuple[str, ...]) -> int:
    """Tell to whom NODE does RELATION.

    For example: whom kd-net appoints.

    RELATION is a type or a family, in Danish or English. Without NODE, everyone it is done to.
    """
    graph = load_graph()
    relation, node = split_question(graph, words, relation_first=False)
    result = graph.find_whom(relation, node)
    answer(graph, result)
    return 0 if result.relations else 1
