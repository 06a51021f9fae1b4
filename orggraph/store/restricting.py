"""What of an index holds on a date, or is of some types: found out thing by thing."""

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import TypeVar

from orggraph.model import Node, PartialDate, Parts, Relation, Seat, walks
from orggraph.model.derive import derive_of_membership, derive_of_seat
from orggraph.model.index import AHEAD, Index, Names
from orggraph.model.parts import Restriction, holding_on
from orggraph.store.things import StoredThings

_KEPT = 4_096
_AT_FIRST = 16  # relations: the first come at once

T = TypeVar("T", Node, Relation, Seat)


def restrict(index: Index, when: PartialDate | None, types: Collection[str] | None) -> Index:
    """Return the index of what may hold on a date, and of relations of some types only."""
    dated = index if when is None else DatedIndex(index, when)
    return dated if types is None else TypedIndex(dated, frozenset(types))


def foretold(index: Index, has_node: Callable[[str], bool]) -> Index:
    """Return an index of the same that need not look up which nodes are there on its date.

    ``has_node`` tells it of every node that there is, on that date or not. It is for who asks of
    very many. An index that is restricted to no date comes back as it is.
    """
    if isinstance(index, TypedIndex):
        inner = foretold(index.whole, has_node)
        return index if inner is index.whole else TypedIndex(inner, index.types)
    if isinstance(index, DatedIndex):
        return DatedIndex(index.whole, index.when, has_node)
    return index


class _Within:
    """An index of a part of another; what differs is for its heirs to say."""

    def __init__(self, whole: Index) -> None:
        self.whole = whole
        self.title, self.language = whole.title, whole.language
        self.vocabulary, self.sources = whole.vocabulary, whole.sources
        self.settings = whole.settings
        self.nodes: Mapping[str, Node] = whole.nodes
        self.seats: Mapping[str, Seat] = whole.seats
        self.relations: Mapping[str, Relation] = _mapping(
            lambda id_: self._left(whole.relations.get(id_)), self.iter_relations
        )

    @property
    def names(self) -> Names:
        """What the nodes are called."""
        return self.whole.names

    @property
    def parts(self) -> Parts:
        """All that was written down, in memory."""
        return self.whole.parts

    def relations_from(
        self, node: str, types: Collection[str] | None = None
    ) -> Collection[Relation]:
        """Return the relations whose source is a node, in order: of some types, or of all."""
        return list(self._all_left(self.whole.relations_from(node, self._among(types))))

    def relations_to(self, node: str, types: Collection[str] | None = None) -> Collection[Relation]:
        """Return the relations whose target is a node, in order: of some types, or of all."""
        return list(self._all_left(self.whole.relations_to(node, self._among(types))))

    def iter_relations(self, types: Collection[str] | None = None) -> Iterator[Relation]:
        """Yield the relations of some types, or all, in order."""
        return self._all_left(self.whole.iter_relations(self._among(types)))

    def relations_to_each(
        self, nodes: Collection[str], types: Collection[str] | None = None
    ) -> Mapping[str, Collection[Relation]]:
        """Return the relations to each of some nodes, as `relations_to` does one by one."""
        found = self.whole.relations_to_each(nodes, self._among(types))
        return {node: list(self._all_left(relations)) for node, relations in found.items()}

    def count_relations(self, types: Collection[str] | None = None) -> int:
        """Return how many relations of some types there are at most."""
        return self.whole.count_relations(self._among(types))

    def read_ahead(self, nodes: Collection[str]) -> None:
        """Read nodes together that are asked for next."""
        self.whole.read_ahead(nodes)

    def nodes_by_name(self, kind: str) -> Iterator[Node]:
        """Yield the nodes of a kind by name, and then by id."""
        return self.whole.nodes_by_name(kind)

    def seats_of(self, body: str) -> Collection[Seat]:
        """Return the seats of a body, the chair's first."""
        return self.whole.seats_of(body)

    def tops(self, types: Collection[str]) -> Collection[str]:
        """Return the nodes that relations of some types lead to, and none leads on from, by id."""
        return walks.find_tops(self, types)

    def count_apart(self, types: Collection[str]) -> int:
        """Return how many nodes are no end of any relation of some types."""
        return walks.count_apart(self, types)

    def count_below(self, node: str, types: Collection[str]) -> int:
        """Return how many other nodes reach a node, at any distance, by relations of some types."""
        return walks.count_below(self, node, types)

    def verify(self) -> None:
        """Raise OrgGraphError where what it reads from is damaged."""
        self.whole.verify()

    def restricted(self, when: PartialDate | None, types: Collection[str] | None) -> Index:
        """Return the index of what may hold on a date, and of relations of some types only."""
        return restrict(self, when, types)

    def _among(self, types: Collection[str] | None) -> Collection[str] | None:
        return types

    def _left(self, relation: Relation | None) -> Relation | None:
        return relation

    def _all_left(self, relations: Collection[Relation] | Iterator[Relation]) -> Iterator[Relation]:
        return (left for relation in relations if (left := self._left(relation)) is not None)


class TypedIndex(_Within):
    """An index of the relations of some types."""

    def __init__(self, whole: Index, types: frozenset[str]) -> None:
        self.types = types
        super().__init__(whole)

    def _among(self, types: Collection[str] | None) -> Collection[str]:
        return self.types if types is None else self.types & set(types)

    def _left(self, relation: Relation | None) -> Relation | None:
        return relation if relation is not None and relation.type in self.types else None


class DatedIndex(_Within):
    """An index of what may hold on a date; it gives what `holding_on` leaves of the parts."""

    def __init__(
        self, whole: Index, when: PartialDate, has_node: Callable[[str], bool] | None = None
    ) -> None:
        """Take the index and the date, and what tells whether a node is there, if known."""
        super().__init__(whole)
        self.when = when
        self._rest = Restriction(when, self._has_node, self._has_seat)
        self._has: Callable[[str], bool] = lru_cache(_KEPT)(self._is_there)
        self.settings = self._rest.settings(whole.settings)
        self._is_foretold = has_node is not None
        self._has = has_node or self._has
        self.nodes = _mapping(self._node, lambda: filter(self._rest.may_hold, whole.nodes.values()))
        self.seats = _mapping(
            self._seat, lambda: filter(None, map(self._rest.seat, whole.seats.values()))
        )

    @property
    def names(self) -> Names:
        """What the nodes are called that are there on the date."""
        return _NamesOf(self.whole.names, self._has_node)

    @property
    def parts(self) -> Parts:
        """All that was written down and may hold on the date, in memory."""
        return holding_on(self.whole.parts, self.when)

    def iter_relations(self, types: Collection[str] | None = None) -> Iterator[Relation]:
        """Yield the relations of some types, or all, in order."""
        found = self.whole.iter_relations(types)
        if self._is_foretold:
            yield from self._all_left(found)
            return
        size = _AT_FIRST
        while some := list(islice(found, size)):
            # Whether its ends are there is asked of each.
            self.whole.read_ahead([end for each in some for end in (each.source, each.target)])
            yield from self._all_left(some)
            size = min(2 * size, AHEAD // 2)

    def nodes_by_name(self, kind: str) -> Iterator[Node]:
        """Yield the nodes of a kind by name, and then by id."""
        return filter(self._rest.may_hold, self.whole.nodes_by_name(kind))

    def seats_of(self, body: str) -> Collection[Seat]:
        """Return the seats of a body, the chair's first."""
        return list(filter(None, map(self._rest.seat, self.whole.seats_of(body))))

    def _has_node(self, id_: str) -> bool:
        return self._has(id_)

    def _is_there(self, id_: str) -> bool:
        return self._node(id_) is not None

    def _has_seat(self, id_: str) -> bool:
        return self._seat(id_) is not None

    def _node(self, id_: str) -> Node | None:
        node = self.whole.nodes.get(id_)
        return node if node is not None and self._rest.may_hold(node) else None

    def _seat(self, id_: str) -> Seat | None:
        seat = self.whole.seats.get(id_)
        return None if seat is None else self._rest.seat(seat)

    def _left(self, relation: Relation | None) -> Relation | None:
        if relation is None or not relation.is_derived:
            return None if relation is None else self._rest.relation(relation)
        # It follows again from what is left of that which it followed from, or not at all.
        return next((each for each in self._derived(relation) if each.id == relation.id), None)

    def _derived(self, relation: Relation) -> Iterator[Relation]:
        last = relation.derived_from[-1]
        membership = self.whole.relations.get(last)
        if membership is None:
            seat = self._seat(last)
            return iter(()) if seat is None else derive_of_seat(seat)
        left = self._rest.relation(membership)
        if left is None:
            return iter(())
        held = None if left.seat_id is None else self._seat(left.seat_id)
        return derive_of_membership(left, held, self.vocabulary)


class _NamesOf:
    """The names of some of the nodes."""

    def __init__(self, names: Names, has: Callable[[str], bool]) -> None:
        self._names, self._has = names, has

    def of_key(self, key: str) -> Collection[str]:
        return list(filter(self._has, self._names.of_key(key)))

    def of_identifier(self, value: str) -> Collection[str]:
        return list(filter(self._has, self._names.of_identifier(value)))

    def starting(self, key: str) -> Iterator[str]:
        return filter(self._has, self._names.starting(key))

    def containing(self, key: str) -> Iterator[str]:
        return filter(self._has, self._names.containing(key))

    def resembling(self, key: str) -> Iterator[tuple[str, str]]:
        return (pair for pair in self._names.resembling(key) if self._has(pair[1]))


def _mapping(find: Callable[[str], T | None], every: Callable[[], Iterator[T]]) -> StoredThings[T]:
    return StoredThings(
        find,
        lambda: ((thing.id, thing) for thing in every()),
        lambda: (thing.id for thing in every()),
        lambda: sum(1 for _ in every()),
    )
