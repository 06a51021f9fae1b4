"""What each key of a view may say alone, and yet not together with another."""

from collections.abc import Iterator

from orggraph.source import Problem, problem
from orggraph.text import fold
from orggraph.views.view import View


def find_nonsense(view: View) -> Iterator[tuple[str, Problem]]:
    """Yield each problem with what does not go together in a view, and the field it is about."""
    if view.around is None:
        if view.depth is not None:
            yield "depth", problem("needs-around", key="depth")
        if view.side != "both":
            yield "side", problem("needs-around", key="side")
    if view.path and fold(view.path[0]) == fold(view.path[1]):
        yield "path", problem("same-ends", node=view.path[0])
    left_out = set(map(fold, view.without))
    needed = [("around", view.around)] if view.around else []
    needed += [("path", end) for end in view.path or ()]
    needed += [("nodes", node) for node in view.nodes]
    for key, node in needed:
        if fold(node) in left_out:
            yield "without", problem("needed-and-left-out", node=node, key=key)
