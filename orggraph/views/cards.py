"""What each card of a picture says."""

from collections.abc import Iterable, Sequence

from orggraph.model import Count, Graph, Node, PartialDate, Relation
from orggraph.queries.rosters import Roster, RosterRow, SeatState, SeatStatus, find_roster
from orggraph.queries.telling import Telling
from orggraph.text import natural_key
from orggraph.views.content import CardContent, Row
from orggraph.views.scope import Scope
from orggraph.views.view import Members

MARK = "*"
"""Stands after what the source does not say; the footnote explains it."""


def tell_cards(tell: Telling, scope: Scope, members: Members) -> tuple[CardContent, ...]:
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
    return tuple(_card(tell, scope, node, drawn, members) for node in nodes.values())


def mark(words: str, inferred: bool) -> str:
    """Return ``words`` with the mark of what is inferred, where it is."""
    return words + MARK if inferred else words


def _card(
    tell: Telling, scope: Scope, node: Node, drawn: set[str], members: Members
) -> CardContent:
    rows: tuple[Row, ...] = ()
    roster = find_roster(scope.graph, node.id)
    if members != "hidden":
        rows = tuple(_rows(tell, roster, members))
    if members == "inside":
        rows += tuple(_holders(tell, node.id))
    # How many seats there are is no member's name: it is told in any case.
    summary = _summary(tell, scope.graph, roster, named=members != "hidden")
    name = mark(tell.text(node.name), node.status == "inferred")
    subtitles = tuple(filter(None, _subtitles(tell, scope, node, drawn)))
    folded = scope.folded.get(node.id, 0)
    told = [f"{name}, {tell.kind(node)}", *subtitles, *map(row_words, rows), summary]
    if folded:
        told.append(tell.say("folded", number=folded))
    return CardContent(
        id=node.id,
        kind=node.kind,
        name=name,
        label="; ".join(filter(None, told)),
        subtitles=subtitles,
        rows=rows,
        summary=summary,
        several=node.collective,
        folded=folded,
        marked=node.id in scope.path,
        kind_words=tell.kind(node),
    )


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


def _rows(tell: Telling, roster: Roster, members: Members) -> Iterable[Row]:
    """Yield the members, where cards tell them, and the seats that nobody is known to hold."""
    by_seat = {status.seat.id: status for status in roster.seats}
    for row in roster.rows:
        if row.membership is None and row.seat is not None:
            yield _open_seat(tell, row, by_seat[row.seat.id])
        elif row.membership is not None and members == "inside":
            yield _member(tell, row, row.membership)


def _member(tell: Telling, row: RosterRow, membership: Relation) -> Row:
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
    return Row(words, " · ".join(filter(None, beside)))


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


def _holders(tell: Telling, post: str) -> Iterable[Row]:
    """Yield a row for each holder of a post."""
    graph = tell.graph
    incumbency = graph.vocabulary.types_of(trait="incumbency")
    for relation in graph.relations_to(post):
        if relation.type in incumbency:
            words = mark(tell.name(relation.source), relation.status == "inferred")
            beside = (_ends(tell, _employments(graph, relation.source)), _period(tell, relation))
            yield Row(words, " · ".join(filter(None, beside)))


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
