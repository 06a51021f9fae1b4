"""Find seats and relations that are the same under another id."""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import product

from orggraph.changes.moving import Moves, move_parts
from orggraph.changes.pairing import MOST_ALIKE, likeness, pair_best
from orggraph.changes.renames import find_renamed_nodes, find_renamed_sources
from orggraph.model import Graph, Relation, Seat
from orggraph.text import fold

_LEAST_ALIKE = 0.5  # of what two seats of one body say
_LEAST_SHARED = 2

Group = Callable[[Relation], Hashable]


def find_moves(old: Graph, new: Graph) -> Moves:
    """Return everything that is in both versions under different ids."""
    moves = Moves(find_renamed_nodes(old, new), sources=find_renamed_sources(old, new))
    moves = replace(moves, seats=_find_renamed_seats(old, new, moves))
    moved = move_parts(old, moves)
    roster = new.vocabulary.types_of(trait="roster")
    return replace(moves, relations=_find_same_relations(moved.relations, new, roster))


def _find_renamed_seats(old: Graph, new: Graph, moves: Moves) -> dict[str, str]:
    """Return the new ids of the seats whose key changed, by the old ids.

    Two seats of one body are one where most of what they say is the same, and their holders are.
    """
    found: dict[str, str] = {}
    gone: dict[str, list[Seat]] = {}
    for seat in old.seats.values():
        if moves.seat(seat.id) not in new.seats:
            gone.setdefault(seat.body, []).append(seat)
    for body, seats in sorted(gone.items()):
        of_old = {moves.seat(seat.id) for seat in old.seats_of(body)}
        was = {s.id: _says(old, s, moves) for s in seats}
        come = (s for s in new.seats_of(moves.node(body)) if s.id not in of_old)
        now = {s.id: _says(new, s, Moves()) for s in come}
        found |= pair_best(
            {
                (one, other): likeness(was[one], now[other])
                for one, other in product(was, now)
                if likeness(was[one], now[other]) >= _LEAST_ALIKE
                and len(was[one] & now[other]) >= _LEAST_SHARED
            }
        )
    return found


def _says(graph: Graph, seat: Seat, moves: Moves) -> frozenset[Hashable]:
    """Return what a seat says, beside its key, and who holds it."""

    def iter_said() -> Iterator[tuple[Hashable, ...]]:
        per = seat.count.per and moves.node(seat.count.per)
        yield ("count", seat.count._replace(per=per))
        for name in seat.name.all() if seat.name else ():
            yield ("name", fold(name))
        for attribute in ("role", "term", "vote"):
            if (value := getattr(seat, attribute)) is not None:
                yield (attribute, value)
        for filling in seat.fillings:
            yield ("filled", filling.type, moves.node(filling.by))
        if seat.represents:
            yield ("represents", moves.node(seat.represents))
        for evidence in seat.evidence:
            yield ("quote", evidence.quote)
        for membership in graph.memberships_of(seat.body):
            if membership.seat == seat.key:
                yield ("held", moves.node(membership.source))

    return frozenset(iter_said())


def _find_same_relations(
    old: Iterable[Relation], new: Graph, roster: Collection[str]
) -> dict[str, str]:
    """Return the new ids of relations that changed so much that their ids did.

    Two relations are one where they go between the same nodes in the same way, at another time or
    in another seat; or from the same node in the same way on the same words, or with all else
    equal. What fits several equally well fits none.
    """
    was = {relation.id: relation for relation in old}
    now = {r.id: r for r in new.relations.values() if not r.is_derived}
    gone = {id_: relation for id_, relation in was.items() if id_ not in now}
    come = {id_: relation for id_, relation in now.items() if id_ not in was}
    found: dict[str, str] = {}

    def pair(group: Group, score: Callable[[Relation, Relation], object]) -> None:
        back = set(found.values())
        left = _groups((r for r in gone.values() if r.id not in found), group)
        open_ = _groups((r for r in come.values() if r.id not in back), group)
        for key, relations in left.items():
            others = open_.get(key, ())
            if len(relations) <= MOST_ALIKE and len(others) <= MOST_ALIKE:
                scores = {(a.id, b.id): score(a, b) for a, b in product(relations, others)}
                found.update(pair_best({k: v for k, v in scores.items() if v is not None}))

    def retargeted(a: Relation, b: Relation) -> object:
        same = _shared_quotes(a, b), _without_target(a, roster) == _without_target(b, roster)
        return (*same, _likeness(a, b)) if any(same) else None

    pair(
        lambda r: (r.source, r.type, r.target), lambda a, b: (_shared_quotes(a, b), _likeness(a, b))
    )
    pair(lambda r: (r.source, r.type), retargeted)
    return found


def _groups(relations: Iterable[Relation], key: Group) -> Mapping[Hashable, list[Relation]]:
    groups: dict[Hashable, list[Relation]] = {}
    for relation in relations:
        groups.setdefault(key(relation), []).append(relation)
    return groups


def _shared_quotes(old: Relation, new: Relation) -> int:
    return len({*old.evidence} & {*new.evidence})


def _without_target(relation: Relation, roster: Collection[str]) -> Relation:
    """Return what a relation says beside whom it leads to, and which seat it takes there."""
    bare = replace(relation, id="", target="", location=None)
    return replace(bare, seat=None) if relation.type in roster else bare


def _likeness(old: Relation, new: Relation) -> int:
    names = ("seat", "seat_body", "period", "role", "vote", "represents", "line", "status", "note")
    return sum(getattr(old, name) == getattr(new, name) for name in names)
