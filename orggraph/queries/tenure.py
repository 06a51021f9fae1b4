"""How long a member sits: what is written down, and what follows from the term of the seat."""

from enum import StrEnum
from typing import NamedTuple

from orggraph.model import DayRange, Graph, PartialDate, Relation, Seat


class TenureBasis(StrEnum):
    """Where the end of a tenure is known from."""

    STATED = "stated"
    COMPUTED = "computed"
    """It follows from the start and the term of the seat."""
    OPEN = "open"
    """Nothing says when it ends."""


class Tenure(NamedTuple):
    """The time in which a member sits, or a person holds a post.

    `last` is the last day of it, None where nothing tells; `seat` is that of a member, where the
    membership names one.
    """

    relation: Relation
    seat: Seat | None
    start: PartialDate | None
    last: DayRange | None
    basis: TenureBasis

    def is_over(self, day: PartialDate) -> bool | None:
        """Return whether it has ended before ``day``; None where the dates are too coarse to tell.

        Where nothing says when it ends it is not over.
        """
        return False if self.last is None else self.last.is_before(day)


def find_renewal(graph: Graph, relation: Relation) -> Relation | None:
    """Return the next sitting of the same member in the same place, None where there is none.

    It is one that certainly starts later, in the same seat and for the same party.
    """
    start = relation.period.start
    if start is None:
        return None
    place = (relation.target, relation.seat, relation.represents)
    later = [
        (other.period.start, other.id, other)
        for other in graph.relations_from(relation.source, (relation.type,))
        if (other.target, other.seat, other.represents) == place
        and other.period.start is not None
        and other.period.start.first_day() > start.last_day()
    ]
    return min(later, key=lambda found: (found[0].first_day(), found[1]))[2] if later else None


def find_tenure(graph: Graph, relation: Relation) -> Tenure:
    """Return the tenure of a membership, or of the holder of a post.

    A stated end counts before a computed one, which follows from the start and the term of the seat
    as `DayRange.of_last_day` counts. Without a start, a term tells nothing of its end.
    """
    seat = graph.seats.get(relation.seat_id or "")
    start, end = relation.period
    if end is not None:
        return Tenure(relation, seat, start, DayRange.of(end), TenureBasis.STATED)
    if start is None or seat is None or seat.term is None:
        return Tenure(relation, seat, start, None, TenureBasis.OPEN)
    last = DayRange.of_last_day(start, seat.term.months)
    return Tenure(relation, seat, start, last, TenureBasis.COMPUTED)
