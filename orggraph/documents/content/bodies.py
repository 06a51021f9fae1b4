"""The bodies of a report: what each is for, and who sits in it."""

from collections.abc import Callable, Iterator, Sequence

from orggraph.documents.content.lines import tell_relations
from orggraph.documents.content.parts import MOST_ROWS, Making, with_notes, words
from orggraph.documents.content.prose import ended, sentence
from orggraph.documents.document import Block, Bullets, Paragraph, Run, Words
from orggraph.model import Node, Relation
from orggraph.queries.rosters import Roster, RosterRow, SeatState, empty_row, find_roster
from orggraph.reports.blocks import Table as Plain
from orggraph.reports.nodes import report_roster
from orggraph.reports.teller import Teller
from orggraph.vocabulary import REPORTING

MOST_BODIES = 200
"""How many bodies have a section of their own."""


def tell_bodies(making: Making, progress: Callable[[float], None]) -> Iterator[Block]:
    """Yield a section for each body with seats, members or purposes, those at the top first."""
    tell = making.tell
    bodies = _bodies(making)
    yield making.heading(1, tell.say("chapter-bodies"))
    if not bodies:
        yield Paragraph((Run(tell.say("no-bodies")),))
    for number, body in enumerate(bodies[:MOST_BODIES]):
        progress(number / len(bodies))
        yield from _section(making, tell.graph.nodes[body])
    left = len(bodies) - MOST_BODIES
    if left > 0:
        told = tell.say("bodies-left-out", number=tell.number(left))
        yield Paragraph((Run(told, quiet=True),))


def _bodies(making: Making) -> list[str]:
    """Return what has seats, members or purposes: from the top of the lines, and then by name."""
    graph = making.tell.graph
    found = {seat.body for seat in graph.iter_seats()}
    rosters = graph.vocabulary.types_of(trait="roster")
    found.update(relation.target for relation in graph.iter_relations(rosters))
    found.update(node.id for node in graph.iter_nodes() if node.purposes)
    return sorted(found, key=making.order)


def _section(making: Making, node: Node) -> Iterator[Block]:
    tell = making.tell
    yield making.heading(2, tell.text(node.name))
    types = tell.graph.vocabulary.types_of(family=REPORTING)
    found = tell.graph.relations_from(node.id, types)
    lines = tell_relations(making, making.in_force(found))
    yield Paragraph(tuple(_spaced([*_what_it_is(making, node), *lines])))
    if node.purposes:
        yield Paragraph((Run(tell.say("its-purposes"), strong=True),))
        yield Bullets(tuple(_purposes(making, node)))
    roster = _find_roster(making, node)
    if roster.rows:
        yield from _roster(making, roster)


def _what_it_is(making: Making, node: Node) -> Iterator[Run]:
    """Yield what a body is besides its name, and what is remarked about it."""
    tell = making.tell
    about = [tell.kind(node), tell.text(node.classification), tell.text(node.title)]
    about += [tell.period(node.period)]
    about += [tell.say("inferred")] if node.status == "inferred" else []
    told = ", ".join(dict.fromkeys(filter(None, about)))
    yield Run(sentence(told), making.notes.numbers(node.evidence))
    if note := tell.text(node.note):
        yield Run(sentence(note))


def _purposes(making: Making, node: Node) -> Iterator[Words]:
    tell = making.tell
    for purpose in node.purposes:
        told = tell.text(purpose.text)
        if purpose.status == "inferred":
            told = tell.say("marked-inferred", words=told)
        yield (Run(sentence(told), making.notes.numbers(purpose.evidence)),)


def _find_roster(making: Making, body: Node) -> Roster:
    """Return a roster with a line for each seat, and with holders and employers of the day."""
    roster = find_roster(making.tell.graph, body.id)
    rows = [_on_the_day(making, row) for row in roster.rows]
    shown = {row.seat.id for row in rows if row.seat}
    # Those that may stand empty, and those that are not in force.
    for status in (each for each in roster.seats if each.seat.id not in shown):
        is_empty = status.state is SeatState.FILLED and body.roster == "complete"
        rows.append(empty_row(status._replace(state=SeatState.VACANT) if is_empty else status))
    return roster._replace(rows=tuple(rows))


def _on_the_day(making: Making, row: RosterRow) -> RosterRow:
    holders = {each.source for each in _holdings(making, row)}
    employers = {each.target for each in _employments(making, row)}
    return row._replace(
        holders=tuple(each for each in row.holders if each in holders),
        employers=tuple(each for each in row.employers if each in employers),
    )


def _holdings(making: Making, row: RosterRow) -> list[Relation]:
    """Return who holds the post that is a member, on the day of the report."""
    if row.membership is None or not row.holders:
        return []
    types = making.tell.graph.vocabulary.types_of(trait="incumbency")
    return making.in_force(making.tell.graph.relations_to(row.membership.source, types))


def _employments(making: Making, row: RosterRow) -> list[Relation]:
    """Return who employs a member, on the day of the report."""
    if row.membership is None:
        return []
    types = making.tell.graph.vocabulary.types_of(trait="employment")
    return making.in_force(making.tell.graph.relations_from(row.membership.source, types))


def _roster(making: Making, roster: Roster) -> Iterator[Block]:
    """Yield who sits in a body as a table, and how much of it is written down."""
    tell = making.tell
    shown = roster._replace(rows=roster.rows[:MOST_ROWS])
    table, *paragraphs = report_roster(tell, shown).blocks()
    if isinstance(table, Plain):
        columns = [_columns(tell).get(heading, _nothing) for heading in table.headings]
        notes = [[column(making, row) for column in columns] for row in shown.rows]
        caption = tell.say("roster-of", body=tell.name(roster.body))
        yield making.table(caption, table.headings, with_notes(table, notes))
        if left := len(roster.rows) - len(shown.rows):
            yield Paragraph(words(tell.say("rows-left-out", number=tell.number(left)), quiet=True))
    for each in paragraphs:
        yield Paragraph((Run(getattr(each, "text", ""), quiet=True),))
    if remarks := (*_reasons(tell, shown.rows), *_seat_notes(tell, roster)):
        yield Paragraph((Run(tell.say("its-remarks"), strong=True),))
        yield Bullets(tuple((Run(ended(each)),) for each in remarks))


_Cell = Callable[[Making, RosterRow], tuple[int, ...]]


def _columns(tell: Teller) -> dict[str, _Cell]:
    """Return what the cells of a roster rest on, by the headings of their columns."""
    return {
        tell.say("col-seat"): _seat_rests_on,
        tell.say("col-member"): _member_rests_on,
        tell.say("col-employer"): _employer_rests_on,
    }


def _nothing(making: Making, row: RosterRow) -> tuple[int, ...]:
    return ()


def _seat_rests_on(making: Making, row: RosterRow) -> tuple[int, ...]:
    return making.notes.numbers(row.seat.evidence) if row.seat else ()


def _member_rests_on(making: Making, row: RosterRow) -> tuple[int, ...]:
    if row.membership is None:
        return ()
    held = (each.evidence for each in _holdings(making, row))
    return making.notes.numbers(row.membership.evidence, *held)


def _employer_rests_on(making: Making, row: RosterRow) -> tuple[int, ...]:
    return making.notes.numbers(*(each.evidence for each in _employments(making, row)))


def _reasons(tell: Teller, rows: Sequence[RosterRow]) -> Iterator[str]:
    """Yield why something is inferred, each reason once with all those that it is given for."""
    given: dict[str, list[str]] = {}
    for membership in (row.membership for row in rows if row.membership):
        told = [tell.text(membership.note)] if membership.note else []
        for attribute, reason in membership.inferred:
            what = tell.say(f"col-{attribute}")
            told.append(tell.say("inferred-why", what=what, why=tell.text(reason)))
        for each in told:
            given.setdefault(each, []).append(tell.name(membership.source))
    yield from (f"{', '.join(names)}: {told}" for told, names in given.items())


def _seat_notes(tell: Teller, roster: Roster) -> Iterator[str]:
    """Yield what is remarked about seats, and which are inferred."""
    for seat in (status.seat for status in roster.seats):
        told = [tell.text(seat.note)] if seat.note else []
        told += [tell.say("inferred")] if seat.status == "inferred" else []
        if told:
            yield f"{tell.seat(seat)}: {'; '.join(told)}"


def _spaced(runs: Sequence[Run]) -> Iterator[Run]:
    """Yield sentences with a space before each but the first."""
    for at, run in enumerate(runs):
        yield run._replace(text=f" {run.text}") if at else run
