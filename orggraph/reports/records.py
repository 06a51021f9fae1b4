"""Nodes, relations and seats as JSON: the stable form that other programs read."""

from typing import TYPE_CHECKING, Any

from orggraph.model import Node, Relation, Seat, identifiers_by_scheme
from orggraph.reports.blocks import Record
from orggraph.reports.teller import Teller
from orggraph.source import Location, Problem

if TYPE_CHECKING:
    from orggraph.queries.rosters import RosterRow, SeatStatus
    from orggraph.queries.tenure import Tenure


def node_record(tell: Teller, node: Node) -> dict[str, Any]:
    """Return a node as JSON."""
    return {
        "id": node.id,
        "kind": node.kind,
        "name": tell.text(node.name),
        "names": node.name.translations,
        "aliases": list(node.aliases),
        "title": tell.text(node.title) or None,
        "classification": tell.text(node.classification) or None,
        "identifiers": identifiers_by_scheme(node),
        "collective": node.collective,
        "roster": node.roster,
        "from": _date(node.period.start),
        "until": _date(node.period.end),
        "status": node.status,
        "note": tell.text(node.note) or None,
        "purposes": [
            {
                "text": tell.text(purpose.text),
                "status": purpose.status,
                "evidence": tell.evidence_records(purpose.evidence),
            }
            for purpose in node.purposes
        ],
        "evidence": tell.evidence_records(node.evidence),
        "location": location(node.location),
    }


def relation_record(tell: Teller, relation: Relation) -> dict[str, Any]:
    """Return a relation as JSON."""
    nodes, types = tell.graph.nodes, tell.graph.vocabulary.types
    return {
        "id": relation.id,
        "source": relation.source,
        "source_name": tell.name(relation.source),
        "source_kind": nodes[relation.source].kind,
        "type": relation.type,
        "family": types[relation.type].family,
        "label": tell.label(relation.type),
        "target": relation.target,
        "target_name": tell.name(relation.target),
        "target_kind": nodes[relation.target].kind,
        "role": tell.role(relation.role) or None,
        "vote": relation.vote,
        "seat": relation.seat,
        "seat_body": (relation.seat_body or relation.target) if relation.seat else None,
        "seats": None if relation.seats is None else str(relation.seats),
        "term": None if relation.term is None else str(relation.term),
        "represents": relation.represents,
        "from": _date(relation.period.start),
        "until": _date(relation.period.end),
        "line": relation.line,
        "status": relation.status,
        "inferred": {name: tell.text(reason) for name, reason in relation.inferred},
        "note": tell.text(relation.note) or None,
        "derived": relation.is_derived,
        "derived_from": list(relation.derived_from),
        "evidence": tell.evidence_records(relation.evidence),
        "location": location(relation.location),
    }


def seat_record(tell: Teller, status: "SeatStatus") -> dict[str, Any]:
    """Return a seat and its state as JSON."""
    seat = status.seat
    return {
        "body": seat.body,
        "seat": seat.key,
        "name": tell.seat(seat),
        "role": tell.role(seat.role) or None,
        "count": str(seat.count),
        "filled": status.filled,
        "state": str(status.state),
        "expired": [membership.source for membership in status.expired],
        "filled_by": _fillings(seat),
        "term": None if seat.term is None else str(seat.term),
        "vote": seat.vote,
        "represents": seat.represents,
        "status": seat.status,
        "note": tell.text(seat.note) or None,
        "evidence": tell.evidence_records(seat.evidence),
        "location": location(seat.location),
    }


def roster_record(tell: Teller, row: "RosterRow") -> Record:
    """Return a line of a roster as JSON."""
    membership = row.membership
    member = membership.source if membership else None
    return {
        "seat": row.seat.key if row.seat else None,
        "seat_name": tell.seat(row.seat) if row.seat else None,
        "member": member,
        "member_name": tell.name(member) if member else None,
        "state": str(row.state),
        "standing": None if row.standing is None else str(row.standing),
        "count": None if row.places is None else str(row.places),
        "role": tell.role(row.role) or None,
        "vote": row.vote,
        "represents": row.represents,
        "employer": list(row.employers),
        "held_by": list(row.holders),
        "appointed_by": [{"type": filling.type, "by": filling.by} for filling in row.fillings],
        "term": None if row.term is None else str(row.term),
        "from": _date(row.period.start),
        "until": _date(row.period.end),
        **end_record(row.tenure),
        "status": membership.status if membership else None,
        "inferred": {
            name: tell.text(reason) for name, reason in (membership.inferred if membership else ())
        },
        "evidence": tell.evidence_records(membership.evidence if membership else ()),
    }


def end_record(tenure: "Tenure | None") -> dict[str, str | None]:
    """Return until when someone sits as JSON: ``end``, between which days, and where it is from.

    ``end`` is as it is written, or a computed day; None where nothing tells it, or not to the day.
    """
    last = tenure.last if tenure else None
    end = _date(tenure.relation.period.end) if tenure else None
    if last and not end and last.earliest == last.latest:
        end = str(last.latest)
    return {
        "end": end,
        "end_earliest": _date(last and last.earliest),
        "end_latest": _date(last and last.latest),
        "basis": str(tenure.basis) if tenure else None,
    }


def problem_record(problem: Problem, language: str) -> Record:
    """Return a problem as JSON."""
    return {
        "code": problem.code,
        "name": problem.name,
        "severity": problem.severity,
        "message": problem.message(language),
        "location": location(problem.location),
        "subjects": list(problem.subjects),
    }


def location(place: Location | None) -> str | None:
    """Return a place as ``path:line:column``, counted from one; None for none."""
    return None if place is None else str(place)


def _fillings(seat: Seat) -> list[Record]:
    return [{"type": filling.type, "by": filling.by} for filling in seat.fillings]


def _date(date: object) -> str | None:
    return None if date is None else str(date)
