"""The order in which a report tells of things: those at the top first."""

from collections.abc import Callable
from itertools import islice

from orggraph.queries.lines import find_tree
from orggraph.reports.teller import Teller
from orggraph.text import collation_key

_LOOKED_AT = 5_000


def order_of(tell: Teller) -> Callable[[str], tuple[object, ...]]:
    """Return what sorts nodes: in the order of the reporting lines, from the top, then by name."""
    rows = islice(find_tree(tell.graph).rows, _LOOKED_AT)
    places = {node: at for at, node in enumerate(dict.fromkeys(row.node for row in rows))}

    def order(node: str) -> tuple[object, ...]:
        return (places.get(node, len(places)), *collation_key(tell.name(node)), node)

    return order
