"""Relations that follow from seats and their members."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from orggraph.model.evidence import Evidence
from orggraph.model.relations import Relation
from orggraph.model.seats import Seat


def derive_relations(seats: Iterable[Seat], memberships: Iterable[Relation]) -> Iterator[Relation]:
    """Yield what seats and members imply and the file does not say.

    Who fills a seat appoints to its body; and appoints each member who holds the seat. A derived
    relation rests on the evidence of all it follows from, and is inferred where any of that is.
    """
    holders: dict[str, list[Relation]] = defaultdict(list)
    for membership in memberships:
        if membership.seat_id:
            holders[membership.seat_id].append(membership)
    for seat in seats:
        for filling in seat.fillings:
            yield Relation(
                id=f"{filling.by}:{filling.type}:{seat.id}",
                type=filling.type,
                source=filling.by,
                target=seat.body,
                role=seat.role,
                vote=seat.vote,
                seat=seat.key,
                seat_body=seat.body,
                represents=seat.represents,
                seats=seat.count,
                term=seat.term,
                period=seat.period,
                status=seat.status,
                note=seat.note,
                evidence=seat.evidence,
                derived_from=(seat.id,),
                location=seat.location,
            )
            for membership in holders[seat.id]:
                certain = seat.status == membership.status == "stated"
                seat_is_certain = "seat" not in membership.reasons
                yield Relation(
                    id=f"{filling.by}:{filling.type}:{membership.source}/{membership.id}",
                    type=filling.type,
                    source=filling.by,
                    target=membership.source,
                    role=membership.role or seat.role,
                    vote=seat.vote if membership.vote is None else membership.vote,
                    seat=seat.key,
                    seat_body=seat.body,
                    represents=membership.represents or seat.represents,
                    term=seat.term,
                    period=membership.period,
                    status="stated" if certain and seat_is_certain else "inferred",
                    inferred=tuple(r for r in membership.inferred if r[0] == "seat"),
                    evidence=_merge(seat, membership),
                    derived_from=(seat.id, membership.id),
                    location=membership.location,
                )


def _merge(seat: Seat, membership: Relation) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys((*seat.evidence, *membership.evidence)))
