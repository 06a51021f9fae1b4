"""Relations that follow from seats and their members."""

from collections.abc import Iterable, Iterator

from orggraph.model.evidence import Evidence
from orggraph.model.relations import Relation
from orggraph.model.seats import Filling, Seat
from orggraph.text import LocalText
from orggraph.vocabulary import Vocabulary


def derive_relations(
    seats: Iterable[Seat], relations: Iterable[Relation], vocabulary: Vocabulary
) -> Iterator[Relation]:
    """Yield what seats and members imply and the file does not say.

    Who fills a seat appoints to its body, and appoints each member who holds the seat. A member
    represents whom the membership says, or else the seat. A derived relation rests on the evidence
    of all it follows from, and is inferred where any of that is.
    """
    rosters = vocabulary.types_of(trait="roster")
    by_id = {seat.id: seat for seat in seats}
    for seat in by_id.values():
        yield from derive_of_seat(seat)
    for relation in relations:
        if relation.type in rosters:
            yield from derive_of_membership(relation, by_id.get(relation.seat_id or ""), vocabulary)


def derive_of_seat(seat: Seat) -> Iterator[Relation]:
    """Yield what a seat implies: that who fills it appoints to its body."""
    return (_appointment_to_body(seat, filling) for filling in seat.fillings)


def derive_of_membership(
    membership: Relation, held: Seat | None, vocabulary: Vocabulary
) -> Iterator[Relation]:
    """Yield what a membership implies: who appoints the member, and whom the member represents.

    ``held`` is the seat that it names, None where it names none.
    """
    if held:
        yield from (_appointment_of_holder(held, membership, f) for f in held.fillings)
    for type_ in sorted(vocabulary.types_of(trait="representation")):
        yield from _representation(held, membership, type_)


def _appointment_to_body(seat: Seat, filling: Filling) -> Relation:
    return Relation(
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


def _appointment_of_holder(seat: Seat, membership: Relation, filling: Filling) -> Relation:
    return Relation(
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
        status=_status(membership, "seat", seat),
        inferred=_reasons(membership, "seat"),
        evidence=_evidence(seat, membership),
        derived_from=(seat.id, membership.id),
        location=membership.location,
    )


def _representation(seat: Seat | None, membership: Relation, type_: str) -> Iterator[Relation]:
    """Yield whom a member represents; nothing where neither membership nor seat says."""
    by_seat = seat if seat and membership.represents is None else None
    represented = by_seat.represents if by_seat else membership.represents
    if represented is None or represented == membership.source:
        return
    attribute = "seat" if by_seat else "represents"
    yield Relation(
        id=f"{membership.source}:{type_}:{represented}/{membership.id}",
        type=type_,
        source=membership.source,
        target=represented,
        seat=membership.seat,
        seat_body=membership.target if membership.seat else None,
        period=membership.period,
        status=_status(membership, attribute, by_seat),
        inferred=_reasons(membership, attribute),
        evidence=_evidence(by_seat, membership),
        derived_from=(by_seat.id, membership.id) if by_seat else (membership.id,),
        location=membership.location,
    )


def _status(membership: Relation, attribute: str, seat: Seat | None) -> str:
    """Return whether what follows by an attribute of a membership, and a seat, is stated."""
    statuses = {membership.status, seat.status if seat else "stated"}
    certain = statuses == {"stated"} and attribute not in membership.reasons
    return "stated" if certain else "inferred"


def _reasons(membership: Relation, attribute: str) -> tuple[tuple[str, LocalText], ...]:
    return tuple(reason for reason in membership.inferred if reason[0] == attribute)


def _evidence(seat: Seat | None, membership: Relation) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys((*(seat.evidence if seat else ()), *membership.evidence)))
