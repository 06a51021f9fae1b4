"""Arguments that are names in the data: nodes and relations, with completion."""

from collections.abc import Callable
from typing import Any

import click
from click.shell_completion import CompletionItem

from orggraph.cli.settings import data_path
from orggraph.errors import OrgGraphError, UnknownTermError
from orggraph.model import Graph


def _read_quietly() -> Graph | None:
    """Return the graph to complete from; a shell is no place to tell what is wrong with it."""
    from orggraph.api import load

    try:
        return load(data_path())
    except (OrgGraphError, OSError):
        return None


def complete_node(ctx: click.Context, param: Any, incomplete: str) -> list[CompletionItem]:
    """Return the ids of the nodes that ``incomplete`` begins, with their names."""
    from orggraph.queries import find_completions

    with ctx.scope(cleanup=False):
        graph = _read_quietly()
    if graph is None:
        return []
    found = find_completions(graph, incomplete)
    return [CompletionItem(node.id, help=node.name.original) for node in found]


def complete_relation_or_node(
    ctx: click.Context, param: Any, incomplete: str
) -> list[CompletionItem]:
    """Return the relation types, and then the nodes, that ``incomplete`` begins."""
    with ctx.scope(cleanup=False):
        graph = _read_quietly()
    types = graph.vocabulary.types.values() if graph else ()
    found = [
        CompletionItem(type_.id, help=type_.label.original)
        for type_ in types
        if type_.id.startswith(incomplete)
    ]
    return found + complete_node(ctx, param, incomplete)


def node_argument(name: str = "node", **attributes: Any) -> Callable[..., Any]:
    """Return an argument that names a node."""
    return click.argument(name, shell_complete=complete_node, **attributes)


def split_question(
    graph: Graph, words: tuple[str, ...], *, relation_first: bool
) -> tuple[str, str | None]:
    """Return the relation and the node of a question such as ``reports to KD-Net``.

    The relation is the longest run of words at the front, or at the end where it does not come
    first, that is one; the rest is the node, and there may be none. Raises UnknownTermError.
    """
    for length in range(len(words), 0, -1):
        parts = (words[:length], words[length:])
        if not relation_first:
            parts = (words[-length:], words[:-length])
        relation, node = " ".join(parts[0]), " ".join(parts[1])
        try:
            graph.vocabulary.select_types(relation)
        except UnknownTermError:
            if length == 1:
                raise
            continue
        return relation, node or None
    raise UnknownTermError("no-relation-named", types=", ".join(graph.vocabulary.types))
