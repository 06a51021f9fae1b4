"""What follows from seats and members, for a graph on disk."""

from collections.abc import Iterator

from orggraph.model import Relation
from orggraph.model.derive import derive_of_membership, derive_of_seat
from orggraph.store.packing import RELATION
from orggraph.store.scratch import Scratch


def derive_stored(scratch: Scratch) -> Iterator[Relation]:
    """Yield the relations that follow from the seats and members of a graph, one body at a time.

    They are those of `orggraph.model.derive.derive_relations`, in another order.
    """
    for seat in scratch.iter_seats():
        yield from derive_of_seat(seat)
    vocabulary = scratch.vocabulary
    rosters = sorted(vocabulary.types_of(trait="roster"))
    marks = ", ".join("?" * len(rosters))
    # A membership of no seat, that says of nobody else, is nothing to go by.
    query = (
        f"SELECT {', '.join(RELATION)} FROM relation WHERE NOT derived AND type IN ({marks})"
        " AND (seat IS NOT NULL OR instr(more, '\"represents\"')) ORDER BY row"
    )
    for row in scratch.rows(query, tuple(rosters)):
        membership = scratch.packing.to_relation(row)
        held = scratch.seat(membership.seat_id) if membership.seat_id else None
        yield from derive_of_membership(membership, held, vocabulary)
