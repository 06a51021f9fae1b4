"""Who reports to whom, and who appoints whom, in sentences."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from orggraph.documents.content.parts import Making
from orggraph.documents.content.prose import (
    MOST_NAMES,
    amount,
    ended,
    is_plural,
    join,
    name_in_sentence,
    names_in_sentence,
    predicate,
)
from orggraph.documents.document import Run
from orggraph.model import Count, Filling, Relation, Seat
from orggraph.queries.lines import find_subordinates
from orggraph.reports.teller import Teller
from orggraph.vocabulary import APPOINTMENT, REPORTING

MOST_SENTENCES = 12
"""How many sentences a summary has of one thing; the rest stands in the tables."""

_LOOKED_AT = 2_000
"""How many seats a summary looks at, and how many relations of a family."""


class Told(NamedTuple):
    """Sentences, and whether there is more than they tell."""

    sentences: tuple[Run, ...]
    is_cut: bool = False


def tell_reporting(making: Making) -> Told:
    """Return who reports to whom, from the top down: those with one superior in one sentence."""
    graph = making.today
    types = graph.vocabulary.types_of(family=REPORTING)
    making.notice_past(islice(making.tell.graph.iter_relations(types), _LOOKED_AT))
    waiting = deque(sorted(find_tops(making), key=making.order))
    met, found = set(waiting), list[Relation]()
    led = 0
    # Level by level, and no superior with only some of those below it.
    while waiting and led <= MOST_SENTENCES:
        below = find_subordinates(graph, waiting.popleft())
        led += bool(below)
        found += below
        new = dict.fromkeys(each.source for each in below if each.source not in met)
        met |= new.keys()
        waiting.extend(new)
    told = [*tell_relations(making, found)]
    return _cut(told, is_more=bool(waiting) and led > MOST_SENTENCES)


def find_tops(making: Making) -> list[str]:
    """Return who is at the top on the day of the report: some report to them, and they to nobody.

    A line that is over, or to come, makes nobody a top, nor does it keep anyone from being one.
    """
    types = making.tell.graph.vocabulary.types_of(family=REPORTING)
    return list(making.today.index.tops(types))


def tell_relations(making: Making, relations: Iterable[Relation]) -> Iterator[Run]:
    """Yield relations as sentences, those of several to the same one together."""
    groups: dict[tuple[str, tuple[str, ...]], list[Relation]] = defaultdict(list)
    alike: tuple[str, ...]
    for each in relations:
        alike = (each.type, each.line, _doubt(each), making.tell.period(each.period))
        groups[each.target, alike].append(each)
    # Those of one to several are one sentence too.
    merged: dict[tuple[tuple[str, ...], ...], list[list[Relation]]] = defaultdict(list)
    for (_, alike), group in groups.items():
        merged[alike, tuple(each.source for each in group)].append(group)
    for some in merged.values():
        yield _sentence(making, some)


def _sentence(making: Making, groups: Sequence[Sequence[Relation]]) -> Run:
    tell, first = making.tell, groups[0][0]
    sources = [each.source for each in groups[0]]
    subject = names_in_sentence(tell, sources, first=True)
    objects = names_in_sentence(tell, [group[0].target for group in groups])
    verb = predicate(tell, first.type, plural=is_plural(tell, sources))
    if verb is None:
        told = tell.say("told-of", subject=subject, label=tell.label(first.type), object=objects)
    else:
        told = f"{subject} {verb} {objects}"
    marks = [tell.say("dotted")] if first.line != "solid" else []
    marks += [tell.say("inferred")] if _doubt(first) else []
    marks += [tell.period(first.period)] if first.period else []
    if marks:
        told = f"{told} ({', '.join(marks)})"
    # Of those that are named; the others have theirs in the tables.
    evidence = (each.evidence for group in groups[:MOST_NAMES] for each in group[:MOST_NAMES])
    return Run(ended(told), making.notes.numbers(*evidence))


def _doubt(relation: Relation) -> str:
    return "inferred" if relation.status == "inferred" or relation.inferred else ""


def tell_appointments(making: Making) -> Told:
    """Return who appoints whom: places of seats, body by body, and what is stated besides."""
    graph = making.tell.graph
    seats = list(islice(graph.iter_seats(), _LOOKED_AT + 1))
    standing = filter(making.is_in_force, seats[:_LOOKED_AT])
    from_the_top = sorted(standing, key=lambda seat: making.order(seat.body))
    every = dict.fromkeys(filling for seat in from_the_top for filling in seat.fillings)
    fillings = (each for each in every if making.is_there(each.by))
    told = [
        _places(making, each, _filled_by(making, each))
        for each in islice(fillings, MOST_SENTENCES + 1)
    ]
    types = graph.vocabulary.types_of(family=APPOINTMENT)
    stated = (each for each in graph.iter_relations(types) if not each.is_derived)
    some = list(islice(stated, _LOOKED_AT + 1))
    told += tell_relations(making, making.in_force(some[:_LOOKED_AT]))
    return _cut(told, is_more=max(len(seats), len(some)) > _LOOKED_AT)


def _filled_by(making: Making, filling: Filling) -> dict[str, list[Seat]]:
    """Return all seats that are filled in a way, by body, those at the top first."""
    graph = making.tell.graph
    rules = (
        graph.seats[each.seat_id]
        for each in graph.relations_from(filling.by, {filling.type})
        if each.seat_id is not None and each.derived_from == (each.seat_id,)
    )
    bodies: dict[str, list[Seat]] = defaultdict(list)
    # In the order of the graph, the chair's first.
    found = {seat.id: seat for seat in rules if making.is_in_force(seat)}
    for body in sorted({seat.body for seat in found.values()}, key=making.order):
        bodies[body] = [seat for seat in graph.seats_of(body) if seat.id in found]
    return bodies


def _places(making: Making, filling: Filling, bodies: dict[str, list[Seat]]) -> Run:
    tell, (type_, by) = making.tell, filling
    named = dict(islice(bodies.items(), MOST_NAMES))
    shown = [_of_body(tell, body, seats) for body, seats in named.items()]
    if more := len(bodies) - len(named):
        shown.append(tell.say("and-more-bodies", number=tell.number(more)))
    subject, verb = tell.name(by), predicate(tell, type_, plural=is_plural(tell, [by]))
    if verb is None:
        told = tell.say(
            "told-of", subject=subject, label=tell.label(type_), object=join(tell, shown)
        )
    else:
        told = f"{subject} {verb} {join(tell, shown)}"
    evidence = (seat.evidence for seats in named.values() for seat in seats)
    return Run(ended(told), making.notes.numbers(*evidence))


def _of_body(tell: Teller, body: str, seats: Sequence[Seat]) -> str:
    """Return places in a body: "3 members of the steering group (Chair and Specialists)"."""
    whole = name_in_sentence(tell, body)
    alike: dict[tuple[str | None, str], list[Seat]] = defaultdict(list)
    for seat in seats:
        alike[seat.count.per, seat.status].append(seat)
    return join(tell, [_of_party(tell, whole, per, some) for (per, _), some in alike.items()])


def _of_party(tell: Teller, body: str, per: str | None, seats: Sequence[Seat]) -> str:
    places = _sum(seat.count for seat in seats)
    key = "place-in" if places.maximum == 1 else "places-in"
    told = tell.say(key, number=amount(tell, places), body=body)
    if per is not None:
        told = tell.say("for-each-of", places=told, collective=name_in_sentence(tell, per))
    marks = [tell.seat(seat) for seat in seats] if len(seats) > 1 or seats[0].role else []
    named = [join(tell, marks)] if marks else []
    named += [tell.say("inferred")] if seats[0].status == "inferred" else []
    return f"{told} ({', '.join(named)})" if named else told


def _sum(counts: Iterable[Count]) -> Count:
    least, most = 0, 0
    open_ended = False
    for count in counts:
        least += count.minimum
        open_ended = open_ended or count.maximum is None
        most += count.maximum or 0
    return Count(least, None if open_ended else most)


def _cut(told: Sequence[Run], *, is_more: bool) -> Told:
    return Told(tuple(told[:MOST_SENTENCES]), is_more or len(told) > MOST_SENTENCES)
