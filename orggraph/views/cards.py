"""What each card of a picture says."""

from collections.abc import Iterable, Sequence

from orggraph.model import Count, Graph, Node, PartialDate, Relation
from orggraph.queries.rosters import Roster, RosterRow, SeatState, SeatStatus, find_roster
from orggraph.queries.telling import Telling
from orggraph.scene import Change
from orggraph.text import natural_key
from orggraph.views.citations import find_href
from orggraph.views.content import CardContent, Row
from orggraph.views.marks import Marks, tell_change
from orggraph.views.scope import Scope
from orggraph.views.view import Members

MARK = "*"
"""Stands after what the source does not say; the footnote explains it."""


def tell_cards(
    tell: Telling, scope: Scope, members: Members, marks: Marks
) -> tuple[CardContent, ...]:
    """Return the cards of a picture: by id, members in the order of their roster."""
    drawn = {relation.id for relation in scope.relations}
    nodes = {id_: scope.graph.nodes[id_] for id_ in sorted(scope.nodes, key=natural_key)}
    if members == "nodes":
        seated = [
            membership.source
            for id_ in nodes
            for membership in scope.graph.memberships_of(id_)
            if membership.id in drawn and membership.source in nodes
        ]
        loose = [id_ for id_ in nodes if id_ not in set(seated)]
        nodes = {id_: nodes[id_] for id_ in (*loose, *seated)}
    return tuple(_card(tell, scope, node, drawn, members, marks) for node in nodes.values())


def mark(words: str, inferred: bool) -> str:
    """Return ``words`` with the mark of what is inferred, where it is."""
    return words + MARK if inferred else words


def _card(
    tell: Telling, scope: Scope, node: Node, drawn: set[str], members: Members, marks: Marks
) -> CardContent:
    rows: tuple[Row, ...] = ()
    change = marks.of(node)
    roster = find_roster(scope.graph, node.id)
    # Seats are counted without whoever has left, unless all of the body has.
    graph = scope.graph if change == "removed" else marks.present
    now = roster if graph is scope.graph else find_roster(graph, node.id)
    if members != "hidden":
        rows = tuple(_rows(tell, roster, now, members, marks))
    if members == "inside":
        rows += tuple(_holders(tell, node.id, marks))
    # How many seats there are is no member's name: it is told in any case.
    summary = _summary(tell, graph, now, named=members != "hidden")
    summary_change = _find_untold(roster, members, marks)
    if summary_change and not summary:
        change, summary_change = change or summary_change, None
    name = mark(tell.text(node.name), node.status == "inferred")
    former = tell.text(marks.former.get(node.id))
    subtitles = tuple(filter(None, _subtitles(tell, scope, node, drawn)))
    if former and former != tell.text(node.name):
        subtitles = (tell.say("formerly", name=former), *subtitles)
    folded = scope.folded.get(node.id, 0)
    told = [f"{name}, {tell.kind(node)}", *subtitles]
    told += [tell_change(row_words(row), row.change, tell.language) for row in rows]
    told.append(tell_change(summary, summary_change, tell.language))
    if folded:
        told.append(tell.say("folded", number=tell.number(folded)))
    return CardContent(
        id=node.id,
        kind=node.kind,
        name=name,
        label=tell_change("; ".join(filter(None, told)), change, tell.language),
        subtitles=subtitles,
        rows=rows,
        summary=summary,
        several=node.collective,
        folded=folded,
        marked=node.id in scope.path,
        kind_words=tell.kind(node),
        change=change,
        summary_change=summary_change,
        href=find_href(scope.graph, node.evidence),
    )


def _find_untold(roster: Roster, members: Members, marks: Marks) -> Change | None:
    """Return whether members or seats changed that neither rows nor lines tell."""
    memberships = [row.membership for row in roster.rows if row.membership]
    changed = [membership for membership in memberships if marks.of(membership)]
    if members == "hidden" and changed:
        return "changed"
    told = {membership.seat_id for membership in changed}
    if members != "hidden":
        told |= {row.seat.id for row in roster.rows if row.seat and row.membership is None}
    seats = (status.seat for status in roster.seats if status.seat.id not in told)
    return "changed" if any(map(marks.of, seats)) else None


def row_words(row: Row) -> str:
    """Return a line of a roster as one text."""
    return f"{row.words} ({row.beside})" if row.beside else row.words


def _subtitles(tell: Telling, scope: Scope, node: Node, drawn: set[str]) -> Iterable[str]:
    """Yield the title, with the employers that no line leads to, and what it does to itself."""
    employers = [r for r in _employments(scope.graph, node.id) if r.id not in drawn]
    yield ", ".join(filter(None, (tell.text(node.title), _ends(tell, employers))))
    for relation in scope.graph.relations_from(node.id):
        if relation.target == node.id and relation.id in drawn:
            about = ", ".join(filter(None, (tell.seat_of(relation), tell.count(relation.seats))))
            words = tell.say("to-itself", label=tell.label(relation.type))
            words += f" ({about})" if about else ""
            yield mark(words, relation.status == "inferred")


def _employments(graph: Graph, node: str) -> list[Relation]:
    employment = graph.vocabulary.types_of(trait="employment")
    return [r for r in graph.relations_from(node) if r.type in employment]


def _ends(tell: Telling, relations: Iterable[Relation]) -> str:
    """Return the names of whom some relations lead to, each once, and if they are inferred."""
    ends = {r.target: mark(tell.name(r.target), r.status == "inferred") for r in relations}
    return ", ".join(ends[target] for target in sorted(ends))


def _rows(
    tell: Telling, roster: Roster, now: Roster, members: Members, marks: Marks
) -> Iterable[Row]:
    """Yield the members, where cards tell them, and the seats that nobody is known to hold.

    Members are those of ``roster``; seats are open as in ``now``, or were as they went.
    """
    for row in roster.rows:
        if row.membership is not None and members == "inside":
            yield _member(tell, row, row.membership, marks)
    by_seat = {status.seat.id: status for status in (*roster.seats, *now.seats)}
    gone = [row for row in roster.rows if row.seat and row.seat.id not in _seats(now)]
    for row in (*now.rows, *gone):
        if row.membership is None and row.seat is not None:
            seat = row.seat
            told = _open_seat(tell, row, by_seat[seat.id])
            href = find_href(tell.graph, seat.evidence)
            yield told._replace(change=marks.of(seat), href=href)


def _seats(roster: Roster) -> set[str]:
    return {status.seat.id for status in roster.seats}


def _member(tell: Telling, row: RosterRow, membership: Relation, marks: Marks) -> Row:
    name = tell.name(membership.source)
    if row.holders:
        name = f"{name} ({tell.names(row.holders)})"
    beside = [
        mark(tell.role(row.role), bool(row.role) and is_unsure(membership, "role")),
        _stands_for(tell, row, membership),
        mark(tell.say("no-vote"), is_unsure(membership, "vote")) if row.vote is False else "",
        _period(tell, membership),
    ]
    words = mark(name, membership.status == "inferred")
    return Row(
        words,
        " · ".join(filter(None, beside)),
        change=marks.of(membership),
        href=find_href(tell.graph, membership.evidence),
    )


def is_unsure(membership: Relation, part: str) -> bool:
    """Whether a part of a membership is inferred: itself, or with the seat that it follows from."""
    reasons = membership.reasons
    return part in reasons or ("seat" in reasons and getattr(membership, part) is None)


def _stands_for(tell: Telling, row: RosterRow, membership: Relation) -> str:
    """Return whom a member represents; else for whom the member works."""
    graph, member = tell.graph, membership.source
    if row.represents is not None:
        node = mark(tell.name(row.represents), is_unsure(membership, "represents"))
        return tell.say("stands-for", node=node)
    representation = graph.vocabulary.types_of(trait="representation")
    stated = [
        r for r in graph.relations_from(member) if r.type in representation and not r.is_derived
    ]
    if stated:
        return tell.say("stands-for", node=_ends(tell, stated))
    return _ends(tell, _employments(graph, member))


def _period(tell: Telling, relation: Relation) -> str:
    """Return the dates of a relation where the picture is not of one date."""
    return "" if tell.graph.day else tell.period(relation.period)


def _open_seat(tell: Telling, row: RosterRow, status: SeatStatus) -> Row:
    """Return the row of a seat that is vacant for certain, or of one that nobody is named for."""
    inferred = status.seat.status == "inferred"
    words = mark(tell.seat(status.seat), inferred)
    if row.state is SeatState.VACANT:
        missing = status.missing
        key = "vacant-one" if missing == 1 else "vacant-seats"
        return Row(words, tell.say(key, number=missing), vacant=True)
    count = tell.count(row.places)
    return Row(words, tell.say("places-besides", count=count) if status.holders else count)


def _holders(tell: Telling, post: str, marks: Marks) -> Iterable[Row]:
    """Yield a row for each holder of a post."""
    graph = tell.graph
    incumbency = graph.vocabulary.types_of(trait="incumbency")
    for relation in graph.relations_to(post):
        if relation.type in incumbency:
            words = mark(tell.name(relation.source), relation.status == "inferred")
            beside = (_ends(tell, _employments(graph, relation.source)), _period(tell, relation))
            href = find_href(graph, relation.evidence)
            beside_words = " · ".join(filter(None, beside))
            yield Row(words, beside_words, change=marks.of(relation), href=href)


def _summary(tell: Telling, graph: Graph, roster: Roster, *, named: bool) -> str:
    """Return how many seats there are and how many are vacant, or else how many members.

    Members are not counted where they are not ``named`` in the picture.
    """
    seats = [status for status in roster.seats if status.state is not SeatState.CLOSED]
    if seats:
        return _seat_summary(tell, seats)
    if not named:
        return ""
    day = graph.day or PartialDate.today()
    members = [
        row.membership
        for row in roster.rows
        if row.membership and row.membership.period.holds_on(day) is not False
    ]
    if not members or any(graph.nodes[member.source].collective for member in members):
        return ""
    number = len({member.source for member in members})
    key = "member-summary" if graph.nodes[roster.body].roster == "complete" else "known-summary"
    return tell.say(key if number == 1 else f"{key}-many", number=number)


def _seat_summary(tell: Telling, seats: Sequence[SeatStatus]) -> str:
    parts = []
    # A seat for each of a collective that is not all written down makes the sum unknown.
    if all(status.minimum is not None for status in seats):
        limits = [status.maximum for status in seats]
        most = None if None in limits else sum(limit or 0 for limit in limits)
        total = Count(sum(status.minimum or 0 for status in seats), most)
        key = "seat-summary" if total == (1, 1, None) else "seat-summary-many"
        parts.append(tell.say(key, amount=total.amount))
    vacant = sum(status.missing for status in seats)
    if vacant:
        parts.append(tell.say("vacant-seat" if vacant == 1 else "vacant-seats", number=vacant))
    if any(status.state is SeatState.OVER_FILLED for status in seats):
        parts.append(tell.say("over-filled"))
    return ", ".join(parts)
