"""Rules of appointments: who chooses whom, and whether that can be."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from orggraph.checks.case import BODY, OFFICES, ORGANISATION, Case
from orggraph.checks.place import Place
from orggraph.model import Filling, Graph, Relation, Seat
from orggraph.source import Problem, problem
from orggraph.text import TextList


def find_self_appointing(case: Case, place: Place) -> Iterator[Problem]:
    """Yield the seats that their own body fills.

    A body may well choose its officers among its members, or let somebody sit in without a vote.
    """
    for seat, filling in place.choices:
        is_office = seat.role is not None and seat.role.id in OFFICES
        if filling.by == seat.body and not is_office and seat.vote is not False:
            yield problem(
                "appoints-itself",
                seat.location,
                subjects=[seat.body, seat.id],
                body=case.name(seat.body),
                seat=case.seat_name(seat),
            )


def find_self_appointed(case: Case, place: Place) -> Iterator[Problem]:
    """Yield who fills the seat that they sit in, themselves or by a post that they hold.

    An organisation or a body may have a place by right, and say so by naming itself.
    """
    choosers: dict[str, set[str]] = defaultdict(set)
    for seat, filling in place.choices:
        if not case.whole.nodes[filling.by].collective:
            choosers[seat.id] |= {filling.by}
    for member in place.members if choosers else ():
        if member.seat is None or case.is_of_kind(member.node, BODY, ORGANISATION):
            continue
        by = choosers[member.seat.id]
        if member.node in by or any(member.node in case.certain_holders(post) for post in by):
            yield problem(
                "self-appointed",
                member.relation.location,
                subjects=[member.node, member.seat.id],
                member=case.name(member.node),
                seat=case.seat_name(member.seat),
                body=case.name(place.id),
            )


def find_circles(case: Case) -> Iterator[Problem]:
    """Yield each circle of appointments: bodies that choose each other's members, by way of others.

    Whoever is in one can be reached from every other, so that each is a strongly connected
    component (Tarjan 1972) of two or more. What stands for several bodies is none: one of them may
    choose and another be chosen.
    """
    chosen: dict[str, set[str]] = defaultdict(set)
    for seat, filling in _iter_choices(case):
        # Only who is chosen in turn can be in a circle, and has seats for that: few are kept.
        if case.graph.seats_of(filling.by):
            chosen[filling.by].add(seat.body)
    circles = list(map(frozenset, find_components(chosen)))
    last: dict[frozenset[str], Seat] = {}
    told: set[tuple[str, str]] = set()
    circle_of = {node: circle for circle in circles for node in circle}
    for seat, filling in _iter_choices(case) if circles else ():
        its, ends = circle_of.get(filling.by), (filling.by, seat.body)
        if its is None or seat.body not in its or ends in told:
            continue
        told.add(ends)
        last[its] = max(last.get(its, seat), seat, key=lambda seat: seat.location or ("",))
    for circle in circles:
        yield problem(
            "appointment-circle",
            last[circle].location,
            subjects=sorted(circle),
            nodes=case.names(sorted(circle)),
        )


def _iter_choices(case: Case) -> Iterator[tuple[Seat, Filling]]:
    """Yield each seat with each body or the like that chooses who sits there, one by another."""
    nodes = case.whole.nodes
    for seat in case.graph.seats.values():
        for filling in case.choices(seat):
            ends = {filling.by, seat.body}
            if len(ends) == 2 and not any(nodes[end].collective for end in ends):
                yield seat, filling


def find_appointers_gone(case: Case, place: Place) -> Iterator[Problem]:
    """Yield the seats in force with nobody left to fill them: all who were to are gone.

    Somebody else may be said to fill them, as where a relation is about the whole body.
    """
    for seat in place.written:
        by = list(dict.fromkeys(filling.by for filling in seat.fillings))
        gone = (case.whole.nodes[each].period.is_past(case.day) for each in by)
        if not (by and all(gone) and case.holds(seat)):
            continue
        if seat.id not in case.seats_filled and not _is_filled(case, case.graph, seat.body):
            yield problem(
                "appointer-gone",
                seat.location,
                subjects=[seat.id, *by],
                seat=case.seat_name(seat),
                body=case.name(seat.body),
                by=case.names(by),
                day=case.day,
            )


def find_no_filling(case: Case, place: Place) -> Iterator[Problem]:
    """Yield the seats of which nobody is said to fill them.

    It may be said of a seat, of its body as a whole, or of who holds it; a post, an organisation or
    a body holds it by right.
    """
    open_ = [seat for seat in place.written if not seat.fillings and case.holds(seat)]
    if not open_ or _is_filled(case, case.whole, place.id):
        return
    held: dict[str | None, set[str]] = defaultdict(set)
    for membership in place.ever_seated:
        held[membership.seat_id].add(membership.source)
    for seat in open_:
        there = held[seat.id]
        is_told = seat.id in case.seats_ever_filled
        is_told = is_told or any(_is_filled(case, case.whole, each) for each in there)
        if not is_told and all(map(case.is_person, there)):
            yield problem(
                "nobody-fills",
                seat.location,
                subjects=[seat.body, seat.id],
                seat=case.seat_name(seat),
                body=case.name(seat.body),
            )


def _is_filled(case: Case, graph: Graph, node: str) -> bool:
    """Return whether a relation of a graph says who fills a body, or who chose a member."""
    return any(not r.is_derived for r in graph.relations_to(node, case.types.fills))


def find_appointed_and_elected(case: Case, place: Place) -> Iterator[Problem]:
    """Yield the places for one in a body for which two ways of choosing are stated."""
    for seat in place.seats:
        alone = seat.count.maximum == 1 and seat.count.per is None
        fillings = case.choices(seat) if alone and len(seat.fillings) > 1 else ()
        if len({filling.type for filling in fillings}) > 1:
            yield _two_ways(case, seat, None, fillings)


def find_members_chosen_twice(case: Case) -> Iterator[Problem]:
    """Yield the members of a seat for whom two ways of choosing are stated.

    What says who chose a member for a seat is kept for all of them: an id each.
    """
    direct: dict[tuple[str, str], list[str]] = defaultdict(list)
    for id_ in case.facts.direct:
        relation = case.graph.relations.get(id_)
        if relation is None or relation.seat_id is None or relation.seat_body is None:
            continue
        if relation.type in case.types.choosing and case.holds(relation):
            direct[relation.target, relation.seat_id].append(id_)
    for (_, seat_id), ids in direct.items():
        seat = case.graph.seats[seat_id]
        relations = [case.graph.relations[id_] for id_ in ids]
        by = [Filling(relation.type, relation.source) for relation in relations]
        by += case.choices(seat) if len(seat.fillings) == 1 else ()
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
