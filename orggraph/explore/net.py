"""The graph of a page in one file, in which the page finds paths itself."""

from collections.abc import Sequence
from typing import Any

from orggraph.explore.ground import Ground
from orggraph.explore.part import Part
from orggraph.model import PartialDate, Relation
from orggraph.vocabulary import REPORTING

When = list[tuple[int, int]] | None
"""On which dates something is there: None for all, else from and to by their places."""


def tell_net(ground: Ground, part: Part, dates: Sequence[PartialDate]) -> dict[str, Any]:
    """Return the nodes by id, and the relations in the order in which a path prefers them.

    That is the one of `orggraph.queries.ways`: between two nodes the first one counts, of those
    that cost the same.
    """
    vocabulary = ground.graph.vocabulary
    reporting = vocabulary.types_of(family=REPORTING)
    symmetric = vocabulary.types_of(trait="symmetric")
    graphs = [ground.graph.restricted(as_of=date) for date in dates]
    places = {node: place for place, node in enumerate(part.nodes)}

    def preference(relation: Relation) -> tuple[object, ...]:
        indirect = (relation.status != "stated", relation.is_derived)
        return (*indirect, vocabulary.rank_of(relation.type), relation.id)

    return {
        "nodes": [[node, _when([node in graph.nodes for graph in graphs])] for node in part.nodes],
        "relations": [
            [
                relation.id,
                relation.type,
                vocabulary.types[relation.type].family,
                places[relation.source],
                places[relation.target],
                int(relation.type in reporting),
                int(relation.type in symmetric),
                _when([relation.id in graph.relations for graph in graphs]),
            ]
            for relation in sorted(part.relations, key=preference)
        ],
    }


def _when(there: Sequence[bool]) -> When:
    if all(there):
        return None
    ranges: list[tuple[int, int]] = []
    for place, is_there in enumerate(there):
        if is_there and ranges and ranges[-1][1] == place - 1:
            ranges[-1] = (ranges[-1][0], place)
        elif is_there:
            ranges.append((place, place))
    return ranges
