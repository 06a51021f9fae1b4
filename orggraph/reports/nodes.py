"""Tell all about one node, and who sits in a body."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from orggraph.model import Node, Relation
from orggraph.queries.description import Description
from orggraph.queries.rosters import Roster, RosterRow, SeatState
from orggraph.queries.terms import TermState
from orggraph.reports.blocks import (
    Block,
    Heading,
    Outline,
    OutlineLine,
    Paragraph,
    Record,
    Report,
    Table,
)
from orggraph.reports.records import node_record, relation_record, roster_record, seat_record
from orggraph.reports.teller import Teller
from orggraph.reports.tenure import end_words


def report_roster(tell: Teller, roster: Roster) -> Report:
    """Return the report of a body's roster: its members, and what is vacant or unknown."""
    body = tell.graph.nodes[roster.body]

    def rows() -> list[Record]:
        return [roster_record(tell, row) for row in roster.rows]

    def data() -> Record:
        return {
            "body": roster.body,
            "name": tell.name(roster.body),
            "roster": body.roster,
            "members": rows(),
            "seats": [seat_record(tell, status) for status in roster.seats],
        }

    def blocks() -> list[Block]:
        if not roster.rows:
            return [Paragraph(tell.say("no-members", body=tell.name(roster.body)), "fair")]
        known = Paragraph(tell.say(f"roster-{body.roster}"), "dim")
        return [_roster_table(tell, roster), known]

    return Report(data, rows, blocks)


def report_description(tell: Teller, found: Description) -> Report:
    """Return the report of everything known about a node."""

    def records() -> list[Record]:
        return [relation_record(tell, r) for r in (*found.outgoing, *found.incoming)]

    def data() -> Record:
        return {
            **node_record(tell, found.node),
            "outgoing": [relation_record(tell, relation) for relation in found.outgoing],
            "incoming": [relation_record(tell, relation) for relation in found.incoming],
            "seats": [seat_record(tell, status) for status in found.roster.seats],
            "members": [roster_record(tell, row) for row in found.roster.rows],
        }

    return Report(data, records, lambda: tuple(_description_blocks(tell, found)))


def _description_blocks(tell: Teller, found: Description) -> Iterator[Block]:
    node = found.node
    yield Heading(tell.text(node.name))
    yield Paragraph(_what_it_is(tell, node))
    for detail in (tell.text(node.note), *(tell.evidence(item) for item in node.evidence)):
        if detail:
            yield Paragraph(detail, "dim")
    if node.purposes:
        yield Heading(tell.say("purposes"))
        yield _purposes(tell, node)
    if found.roster.rows:
        yield Heading(tell.say("members"))
        yield _roster_table(tell, found.roster)
    if found.outgoing:
        yield Heading(tell.say("outgoing-relations"))
        yield _by_label(tell, found.outgoing, inverse=False)
    # Members stand in the roster already.
    listed = {row.membership.id for row in found.roster.rows if row.membership}
    if incoming := [relation for relation in found.incoming if relation.id not in listed]:
        yield Heading(tell.say("incoming-relations"))
        yield _by_label(tell, incoming, inverse=True)


def _purposes(tell: Teller, node: Node) -> Outline:
    lines = []
    for purpose in node.purposes:
        lines.append(OutlineLine(0, tell.text(purpose.text)))
        lines += [OutlineLine(1, tell.evidence(item)) for item in purpose.evidence]
    return Outline(tuple(lines))


def _what_it_is(tell: Teller, node: Node) -> str:
    others = [name for name in node.name.all() if name != tell.text(node.name)]
    told = [
        tell.kind(node),
        tell.text(node.classification),
        tell.text(node.title),
        *dict.fromkeys((*others, *node.aliases)),
        tell.period(node.period),
        *(f"{scheme} {value}" for scheme, value in node.identifiers),
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
    columns = (
        *("seat", "member", "role", "vote", "represents", "employer", "filled-by", "term"),
        *("from", "until"),
    )
    rows = [_roster_row(tell, row) for row in roster.rows]
    return tell.table(columns, rows, keep=("member",))


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
        str(row.period.start or ""),
        _until(tell, row),
    )


def _until(tell: Teller, row: RosterRow) -> str:
    """Return until when a member sits, and where the member stands who is not just sitting."""
    end = end_words(tell, row.tenure) if row.tenure else str(row.period.end or "")
    if row.standing in (None, TermState.SITTING):
        return end
    state = tell.say(f"term-{row.standing}")
    return tell.say("until-and-state", until=end, state=state) if end else state


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
