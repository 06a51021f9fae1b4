"""Tell all about one node, and who sits in a body."""

from collections import defaultdict
from collections.abc import Sequence

from orggraph.model import Node, Relation
from orggraph.queries import Description, Roster, RosterRow, SeatState
from orggraph.reports.blocks import Block, Heading, Outline, OutlineLine, Paragraph, Report, Table
from orggraph.reports.records import node_record, relation_record, roster_record, seat_record
from orggraph.reports.teller import Teller


def report_roster(tell: Teller, roster: Roster) -> Report:
    """Return the report of a body's roster: its members, and what is vacant or unknown."""
    rows = tuple(roster_record(tell, row) for row in roster.rows)
    body = tell.graph.nodes[roster.body]
    data = {
        "body": roster.body,
        "name": tell.name(roster.body),
        "roster": body.roster,
        "members": list(rows),
        "seats": [seat_record(tell, status) for status in roster.seats],
    }
    if not roster.rows:
        nobody = Paragraph(tell.say("no-members", body=tell.name(roster.body)), "fair")
        return Report(data, (), (nobody,))
    known = Paragraph(tell.say(f"roster-{body.roster}"), "dim")
    return Report(data, rows, (_roster_table(tell, roster), known))


def report_description(tell: Teller, found: Description) -> Report:
    """Return the report of everything known about a node."""
    node = found.node
    data = {
        **node_record(tell, node),
        "outgoing": [relation_record(tell, relation) for relation in found.outgoing],
        "incoming": [relation_record(tell, relation) for relation in found.incoming],
        "seats": [seat_record(tell, status) for status in found.roster.seats],
        "members": [roster_record(tell, row) for row in found.roster.rows],
    }
    blocks: list[Block] = [Heading(tell.text(node.name)), Paragraph(_what_it_is(tell, node))]
    details = [tell.text(node.note), *(tell.evidence(item) for item in node.evidence)]
    blocks += [Paragraph(detail, "dim") for detail in details if detail]
    if node.purposes:
        lines = []
        for purpose in node.purposes:
            lines.append(OutlineLine(0, tell.text(purpose.text)))
            lines += [OutlineLine(1, tell.evidence(item)) for item in purpose.evidence]
        blocks += [Heading(tell.say("purposes")), Outline(tuple(lines))]
    if found.roster.rows:
        blocks += [Heading(tell.say("members")), _roster_table(tell, found.roster)]
    listed = {row.membership.id for row in found.roster.rows if row.membership}
    incoming = [relation for relation in found.incoming if relation.id not in listed]
    for direction, relations in (("outgoing", found.outgoing), ("incoming", incoming)):
        if relations:
            outline = _by_label(tell, relations, inverse=direction == "incoming")
            blocks += [Heading(tell.say(f"{direction}-relations")), outline]
    records = (*data["outgoing"], *data["incoming"])
    return Report(data, records, tuple(blocks))


def _what_it_is(tell: Teller, node: Node) -> str:
    kind = tell.kind(node.kind)
    if node.collective:
        kind = tell.say("collective-of", kind=kind)
    others = [name for name in node.name.all() if name != tell.text(node.name)]
    told = [
        kind,
        tell.text(node.classification),
        tell.text(node.title),
        *dict.fromkeys((*others, *node.aliases)),
        f"id {node.id}",
    ]
    if node.status == "inferred":
        told.append(tell.say("inferred"))
    return " · ".join(dict.fromkeys(filter(None, told)))


def _by_label(tell: Teller, relations: Sequence[Relation], *, inverse: bool) -> Outline:
    groups: dict[str, list[Relation]] = defaultdict(list)
    for relation in relations:
        groups[tell.label(relation.type, inverse=inverse)].append(relation)
    lines: list[OutlineLine] = []
    for label, group in groups.items():
        lines.append(OutlineLine(0, label))
        for relation in group:
            about = [tell.seat_of(relation), tell.count(relation.seats), tell.term(relation.term)]
            notes = [*filter(None, about), *tell.remarks(relation)]
            other = relation.source if inverse else relation.target
            lines.append(OutlineLine(1, tell.name(other), "; ".join(notes)))
            # What a derived relation rests on stands with what it follows from.
            if not relation.is_derived:
                lines += [OutlineLine(2, tell.evidence(item)) for item in relation.evidence]
    return Outline(tuple(lines))


def _roster_table(tell: Teller, roster: Roster) -> Table:
    columns = ("seat", "member", "role", "vote", "represents", "employer", "filled-by", "term")
    rows = [_roster_row(tell, row) for row in roster.rows]
    used = [i for i in range(len(columns)) if i == 1 or any(row[i] for row in rows)]
    return Table(
        tuple(tell.say(f"col-{columns[i]}") for i in used),
        tuple(tuple(row[i] for i in used) for row in rows),
    )


def _roster_row(tell: Teller, row: RosterRow) -> tuple[str, ...]:
    seat = tell.seat(row.seat) if row.seat else ""
    if row.membership and "seat" in row.membership.reasons:
        seat = tell.say("marked-inferred", words=seat)
    return (
        seat,
        _member(tell, row),
        tell.role(row.role),
        tell.vote(row.vote),
        "" if row.represents is None else tell.name(row.represents),
        tell.names(row.employers),
        tell.fillings(row.fillings),
        tell.term(row.term),
    )


def _member(tell: Teller, row: RosterRow) -> str:
    if row.membership is None:
        key = "vacant" if row.state is SeatState.VACANT else "not-written-down"
        return tell.say(key, count=tell.count(row.places))
    node = tell.graph.nodes[row.membership.source]
    name = tell.text(node.name)
    if node.title:
        name = f"{name}, {tell.text(node.title)}"
    if row.holders:
        name = f"{name} ({tell.names(row.holders)})"
    return tell.say("marked-inferred", words=name) if row.membership.status == "inferred" else name
