"""Arguments that are names in the data: nodes and relations."""

from collections.abc import Callable
from typing import Any

import click

from orggraph.cli.completion import complete_node
from orggraph.cli.values import Words
from orggraph.errors import UnknownTermError
from orggraph.model import Graph
from orggraph.text import TextList


def node_argument(name: str = "node", **attributes: Any) -> Callable[..., Any]:
    """Return an argument that names a node."""
    return click.argument(name, type=Words(), shell_complete=complete_node, **attributes)


def question_argument(metavar: str, shell_complete: Callable[..., Any]) -> Callable[..., Any]:
    """Return the argument ``words``: a relation, and perhaps a node."""
    return click.argument(
        "words",
        type=Words(),
        nargs=-1,
        required=True,
        metavar=metavar,
        shell_complete=shell_complete,
    )


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
    types = TextList(type_.label for type_ in graph.vocabulary.types.values())
    raise UnknownTermError("no-relation-named", types=types)
