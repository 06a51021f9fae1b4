"""Rules of appointments: who chooses whom, and whether that can be."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from orggraph.checks.case import BODY, OFFICES, ORGANISATION, Case
from orggraph.model import Filling, Graph, Relation, Seat
from orggraph.source import Problem, problem
from orggraph.text import TextList
from orggraph.vocabulary import APPOINTMENT


def find_self_appointing(case: Case) -> Iterator[Problem]:
    """Yield the seats that their own body fills.

    A body may well choose its officers among its members, or let somebody sit in without a vote.
    """
    for seat, filling in _choices(case):
        is_office = seat.role is not None and seat.role.id in OFFICES
        if filling.by == seat.body and not is_office and seat.vote is not False:
            yield problem(
                "appoints-itself",
                seat.location,
                subjects=[seat.body, seat.id],
                body=case.name(seat.body),
                seat=case.seat_name(seat),
            )


def find_self_appointed(case: Case) -> Iterator[Problem]:
    """Yield who fills the seat that they sit in, themselves or by a post that they hold.

    An organisation or a body may have a place by right, and say so by naming itself.
    """
    choosers: dict[str, set[str]] = defaultdict(set)
    for seat, filling in _choices(case):
        if not case.graph.nodes[filling.by].collective:
            choosers[seat.id] |= {filling.by}
    held = case.certain_holders
    for body in case.graph.nodes:
        for member in case.members(body):
            if member.seat is None or case.is_of_kind(member.node, BODY, ORGANISATION):
                continue
            by = choosers[member.seat.id]
            if member.node in by or any(member.node in held.get(post, ()) for post in by):
                yield problem(
                    "self-appointed",
                    member.relation.location,
                    subjects=[member.node, member.seat.id],
                    member=case.name(member.node),
                    seat=case.seat_name(member.seat),
                    body=case.name(body),
                )


def find_circles(case: Case) -> Iterator[Problem]:
    """Yield each circle of appointments: bodies that choose each other's members, by way of others.

    Whoever is in one can be reached from every other, so that each is a strongly connected
    component (Tarjan 1972) of two or more. What stands for several bodies is none: one of them may
    choose and another be chosen.
    """
    chosen: dict[str, set[str]] = defaultdict(set)
    places: dict[tuple[str, str], Seat] = {}
    for seat, filling in _choices(case):
        ends = (filling.by, seat.body)
        if len({*ends}) == 2 and not any(case.graph.nodes[end].collective for end in ends):
            chosen[filling.by].add(seat.body)
            places.setdefault(ends, seat)
    for circle in find_components(chosen):
        seats = [seat for ends, seat in places.items() if set(ends) <= circle]
        last = max(seats, key=lambda seat: seat.location or ("",))
        yield problem(
            "appointment-circle",
            last.location,
            subjects=sorted(circle),
            nodes=case.names(sorted(circle)),
        )


def find_appointers_gone(case: Case) -> Iterator[Problem]:
    """Yield the seats in force with nobody left to fill them: all who were to are gone.

    Somebody else may be said to fill them, as where a relation is about the whole body.
    """
    told = _told_of_filling(case.graph)
    for seat in case.whole.seats.values():
        by = list(dict.fromkeys(filling.by for filling in seat.fillings))
        gone = [case.whole.nodes[each].period.is_past(case.day) for each in by]
        if by and all(gone) and case.holds(seat) and told.isdisjoint({seat.id, seat.body}):
            yield problem(
                "appointer-gone",
                seat.location,
                subjects=[seat.id, *by],
                seat=case.seat_name(seat),
                body=case.name(seat.body),
                by=case.names(by),
                day=case.day,
            )


def find_no_filling(case: Case) -> Iterator[Problem]:
    """Yield the seats of which nobody is said to fill them.

    It may be said of a seat, of its body as a whole, or of who holds it; a post, an organisation or
    a body holds it by right.
    """
    told = _told_of_filling(case.whole)
    rosters = case.whole.vocabulary.types_of(trait="roster")
    held: dict[str | None, set[str]] = defaultdict(set)
    for relation in case.whole.relations.values():
        if relation.type in rosters:
            held[relation.seat_id].add(relation.source)
    for seat in case.whole.seats.values():
        if not case.holds(seat) or seat.fillings:
            continue
        is_told = not told.isdisjoint({seat.id, seat.body, *held[seat.id]})
        if not is_told and all(case.is_person(each) for each in held[seat.id]):
            yield problem(
                "nobody-fills",
                seat.location,
                subjects=[seat.body, seat.id],
                seat=case.seat_name(seat),
                body=case.name(seat.body),
            )


def _told_of_filling(graph: Graph) -> set[str | None]:
    """Return the seats, bodies and members of which a relation says who fills or who chose them."""
    fills = graph.vocabulary.types_of(family=APPOINTMENT)
    stated = (r for r in graph.relations.values() if r.type in fills and not r.is_derived)
    return {about for relation in stated for about in (relation.seat_id, relation.target)}


def find_appointed_and_elected(case: Case) -> Iterator[Problem]:
    """Yield one place, or one member of a seat, for which two ways of choosing are stated."""
    choosing = case.graph.vocabulary.types_of(trait="choosing")
    choices: dict[str, list[Filling]] = defaultdict(list)
    for seat, filling in _choices(case):
        choices[seat.id].append(filling)
    for seat_id, fillings in choices.items():
        seat = case.graph.seats[seat_id]
        alone = seat.count.maximum == 1 and seat.count.per is None
        if alone and len({filling.type for filling in fillings}) > 1:
            yield _two_ways(case, seat, None, fillings)
    direct: dict[tuple[str, str], list[Relation]] = defaultdict(list)
    for relation in case.relations:
        if relation.type in choosing and relation.seat_id and relation.seat_body:
            direct[relation.target, relation.seat_id].append(relation)
    for (_, seat_id), relations in sorted(direct.items()):
        seat = case.graph.seats[seat_id]
        by = [Filling(r.type, r.source) for r in relations]
        by += choices[seat_id] if len(seat.fillings) == 1 else ()
        if len({filling.type for filling in by}) > 1:
            yield _two_ways(case, seat, relations[-1], by)


def _two_ways(case: Case, seat: Seat, relation: Relation | None, by: Sequence[Filling]) -> Problem:
    place = relation.location if relation else seat.location
    return problem(
        "appointed-and-elected",
        place,
        subjects=[seat.id, *([relation.target] if relation else [])],
        seat=case.seat_name(seat),
        body=case.name(seat.body),
        ways=_told_ways(case, by),
    )


def _told_ways(case: Case, by: Sequence[Filling]) -> TextList:
    types = case.graph.vocabulary.types
    return TextList(types[type_].inverse for type_ in sorted({filling.type for filling in by}))


def find_components(next_: Mapping[str, set[str]]) -> list[set[str]]:
    """Return the strongly connected components of two nodes or more, by their first ids.

    Two searches, one against the direction of the other (Kosaraju; Sharir 1981).
    """
    order: list[str] = []
    seen: set[str] = set()
    for start in sorted(next_):
        stack: list[tuple[str, bool]] = [(start, False)]
        while stack:
            node, is_done = stack.pop()
            if is_done:
                order.append(node)
            elif node not in seen:
                seen.add(node)
                stack.append((node, True))
                stack.extend((n, False) for n in sorted(next_.get(node, ())) if n not in seen)
    before: dict[str, set[str]] = defaultdict(set)
    for node, ends in next_.items():
        for end in ends:
            before[end].add(node)
    found: list[set[str]] = []
    taken: set[str] = set()
    for root in reversed(order):
        component: set[str] = set()
        waiting = [root]
        while waiting:
            node = waiting.pop()
            if node not in taken:
                taken.add(node)
                component.add(node)
                waiting.extend(before[node])
        if len(component) > 1:
            found.append(component)
    return sorted(found, key=min)


def _choices(case: Case) -> Iterator[tuple[Seat, Filling]]:
    """Yield each seat in force with each way in which somebody chooses who sits there."""
    choosing = case.graph.vocabulary.types_of(trait="choosing")
    for seat in case.graph.seats.values():
        if case.holds(seat):
            for filling in seat.fillings:
                if filling.type in choosing and case.holds(case.graph.nodes[filling.by]):
                    yield seat, filling
