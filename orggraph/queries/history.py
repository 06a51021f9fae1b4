"""What was when: everything dated of one node, in order of time."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from orggraph.model import DayRange, Graph, Node, PartialDate, Relation, Seat
from orggraph.queries.tenure import TenureBasis, find_tenure

Thing = Node | Relation | Seat


class Turn(StrEnum):
    """What a date is to a thing."""

    BEGINS = "begins"
    ENDS = "ends"
    """The date is the last day of it."""


class Event(NamedTuple):
    """The first or the last day of a thing: the node itself, a relation, or a seat.

    `date` is as it is written; None where it is computed from the start and the term of the seat,
    and then nobody wrote that it ended.
    """

    when: DayRange
    turn: Turn
    thing: Thing
    date: PartialDate | None

    @property
    def is_computed(self) -> bool:
        """Whether it follows from a term."""
        return self.date is None


class History(NamedTuple):
    """What is dated of a node, in order of time, and what holds without any date.

    `until` is the day after which nothing is told, if any.
    """

    node: Node
    events: tuple[Event, ...]
    undated: tuple[Relation | Seat, ...]
    until: PartialDate | None = None


def find_history(graph: Graph, node: str, *, on: PartialDate | None = None) -> History:
    """Return the history of a node: itself, its seats, and its relations both ways.

    A member that is a post comes with its holders, and the holder of a post with what the post is a
    member of. A derived relation is left out where what it follows from is there itself.

    An event stands at the first day that its date may mean, and a coarse date before a finer one
    that it may mean: 2025 before 2025-01, and that before 2025-01-01. On one day, what ends comes
    before what begins, unless it began then itself.

    With ``on``, or on a graph restricted to a date, it is told as on that day: nothing that
    certainly lies later, and nothing that had certainly not begun. Raises UnknownNodeError.
    """
    until = on or graph.day
    subject = graph.node(node)
    related: list[Relation | Seat] = [*graph.seats_of(node), *_relations(graph, node)]
    events = [event for thing in (subject, *related) for event in _events(graph, thing)]
    undated = [thing for thing in related if not thing.period]
    if until is not None:
        last = until.last_day()
        events = [event for event in events if event.when.earliest <= last]
        undated = [thing for thing in undated if not _is_to_come(graph, thing, last)]
    return History(subject, tuple(sorted(events, key=_order)), tuple(undated), until)


def _relations(graph: Graph, node: str) -> list[Relation]:
    """Return what a node does and what is done to it, in the order of the graph's types."""
    rosters = graph.vocabulary.types_of(trait="roster")
    incumbency = graph.vocabulary.types_of(trait="incumbency")
    found = [*graph.relations_from(node), *graph.relations_to(node)]
    for relation in tuple(found):
        if relation.type in rosters and relation.target == node:
            found += graph.relations_to(relation.source, incumbency)
        elif relation.type in incumbency and relation.source == node:
            found += graph.relations_from(relation.target, rosters)
    told = {relation.id for relation in found} | {seat.id for seat in graph.seats_of(node)}
    once = {r.id: r for r in found if told.isdisjoint(r.derived_from)}
    rank = graph.vocabulary.rank_of
    return sorted(once.values(), key=lambda r: (rank(r.type), r.source, r.target, r.id))


def _events(graph: Graph, thing: Thing) -> Iterator[Event]:
    start, end = thing.period
    if start is not None:
        yield Event(DayRange.of(start), Turn.BEGINS, thing, start)
    if end is not None:
        yield Event(DayRange.of(end), Turn.ENDS, thing, end)
    elif isinstance(thing, Relation) and thing.type in _sittings(graph):
        tenure = find_tenure(graph, thing)
        if tenure.basis is TenureBasis.COMPUTED and tenure.last is not None:
            yield Event(tenure.last, Turn.ENDS, thing, None)


def _sittings(graph: Graph) -> frozenset[str]:
    """Return the types whose relations last as long as the term of a seat."""
    types_of = graph.vocabulary.types_of
    return types_of(trait="roster") | types_of(trait="incumbency")


def _is_to_come(graph: Graph, thing: Relation | Seat, last: date) -> bool:
    """Return whether a node that a thing needs had certainly not begun by the last day."""
    needed = (thing.source, thing.target) if isinstance(thing, Relation) else (thing.body,)
    starts = (graph.nodes[node].period.start for node in needed)
    return any(start is not None and start.first_day() > last for start in starts)


def _order(event: Event) -> tuple[date, int, int, str]:
    earliest, latest = event.when
    began = event.thing.period.start
    rank = 1
    if event.turn is Turn.ENDS:
        rank = 2 if began is not None and began.first_day() >= earliest else 0
    return (earliest, -latest.toordinal(), rank, event.thing.id)
