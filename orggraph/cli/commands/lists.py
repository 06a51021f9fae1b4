"""Lists of nodes and relations, and who does what to whom."""

import click

from orggraph.cli.arguments import node_argument, question_argument, split_question
from orggraph.cli.command import command
from orggraph.cli.completion import complete_kind, complete_who, complete_whom
from orggraph.cli.output import answer
from orggraph.cli.settings import load_graph, query_options, type_options
from orggraph.cli.values import Words


@command()
@click.option(
    "--kind",
    type=Words(),
    metavar="KIND",
    help="Only nodes of this kind, such as body or person.",
    shell_complete=complete_kind,
)
@query_options
def nodes(kind: str | None) -> None:
    """List the nodes."""
    graph = load_graph()
    answer(graph, graph.find_nodes(kind=kind))


@command()
@node_argument(required=False)
@type_options
@query_options
def relations(node: str | None) -> None:
    """List the relations, of NODE or all.

    Relations that follow from seats are listed too, and marked.
    """
    graph = load_graph()
    answer(graph, graph.find_relations(node=node))


@command()
@question_argument("RELATION [NODE]", complete_who)
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


@command()
@question_argument("[NODE] RELATION", complete_whom)
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
