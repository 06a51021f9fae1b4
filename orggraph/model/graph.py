"""The graph: nodes, relations, seats and sources, indexed, and the same for any order of input."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Self, TypeVar

from orggraph.errors import UnknownNodeError
from orggraph.model.dates import PartialDate
from orggraph.model.derive import derive_relations
from orggraph.model.evidence import Source
from orggraph.model.integrity import find_violations
from orggraph.model.nodes import Node
from orggraph.model.parts import Parts, holding_on
from orggraph.model.relations import Relation
from orggraph.model.roles import NO_RANK, RoleName
from orggraph.model.seats import Seat
from orggraph.model.settings import RuleSetting
from orggraph.source import ReadError
from orggraph.text import collation_key
from orggraph.vocabulary import REPORTING

_Item = TypeVar("_Item", Relation, Seat)


class Graph:
    """An organisation as a graph of typed relations.

    A graph is never changed once it is made. Nodes, relations and seats are kept in an order of
    their own, so that the order of the input never shows in an answer. Relations include the
    derived ones.
    """

    def __init__(self, parts: Parts) -> None:
        """Make a graph of ``parts``; raises ReadError where they contradict each other."""
        problems = find_violations(parts)
        if problems:
            raise ReadError(problems)
        self._set(parts)

    day: PartialDate | None = None
    """The date that the graph was restricted to, if any."""

    undated: Self | None = None
    """The graph that it was before it was restricted to a date; None where it was not."""

    def _set(self, parts: Parts) -> None:
        self.parts = parts
        self.title = parts.title
        self.language = parts.language
        self.vocabulary = parts.vocabulary
        self.settings = tuple(sorted(parts.settings, key=setting_order))
        self.sources: Mapping[str, Source] = {s.id: s for s in sorted(parts.sources, key=_id)}
        self.nodes: Mapping[str, Node] = {n.id: n for n in sorted(parts.nodes, key=_id)}
        self.seats: Mapping[str, Seat] = {s.id: s for s in sorted(parts.seats, key=seat_order)}
        derived = derive_relations(self.seats.values(), parts.relations, parts.vocabulary)
        in_order = sorted((*parts.relations, *derived), key=self._relation_order)
        self.relations: Mapping[str, Relation] = {r.id: r for r in in_order}

    def node(self, node_id: str) -> Node:
        """Return the node with this id; raises UnknownNodeError."""
        try:
            return self.nodes[node_id]
        except KeyError:
            raise UnknownNodeError("unknown-node-id", candidates=(), query=node_id) from None

    def relations_from(self, node_id: str) -> Collection[Relation]:
        """Return the relations whose source is this node."""
        return self._outgoing.get(node_id, ())

    def relations_to(self, node_id: str) -> Collection[Relation]:
        """Return the relations whose target is this node."""
        return self._incoming.get(node_id, ())

    def iter_nodes(self) -> Iterator[Node]:
        """Yield the nodes by id."""
        yield from self.nodes.values()

    def iter_seats(self) -> Iterator[Seat]:
        """Yield the seats by body, the chair's first."""
        yield from self.seats.values()

    def iter_stated(self) -> Iterator[Relation]:
        """Yield the relations that were written down, and not those that follow from them."""
        return (relation for relation in self.relations.values() if not relation.is_derived)

    def seats_of(self, body_id: str) -> Collection[Seat]:
        """Return the seats of a body, the chair's first."""
        return self._seats_by_body.get(body_id, ())

    def memberships_of(self, body_id: str) -> list[Relation]:
        """Return who is written down as a member of a body, in the order of a roster."""
        rosters = self.vocabulary.types_of(trait="roster")
        found = [r for r in self.relations_to(body_id) if r.type in rosters]
        return sorted(found, key=self._roster_order)

    def is_reporting(self, relation: Relation) -> bool:
        """Whether a relation belongs to a reporting line."""
        return self.vocabulary.types[relation.type].family == REPORTING

    def restricted(
        self,
        *,
        as_of: PartialDate | None = None,
        types: Collection[str] | None = None,
    ) -> Self:
        """Return the graph of what may hold on a date, or of some relation types only, or both.

        What certainly does not hold on the date is left out, and so is what hangs on it: a relation
        of a node that is gone, a derived relation of a seat that is. Where dates are too coarse to
        tell, it stays.
        """
        narrower = self.from_sound(self.parts if as_of is None else holding_on(self.parts, as_of))
        narrower.day = as_of or self.day
        if narrower.day is not None:
            narrower.undated = self if self.undated is None else self.undated
        narrower.relations = {
            relation.id: relation
            for relation in narrower.relations.values()
            if relation.id in self.relations and (types is None or relation.type in types)
        }
        return narrower

    @classmethod
    def from_sound(cls, parts: Parts) -> Self:
        """Return a graph of parts that are known to fit together."""
        graph = cls.__new__(cls)
        graph._set(parts)
        return graph

    def __len__(self) -> int:
        return len(self.nodes)

    def __contains__(self, node_id: object) -> bool:
        return node_id in self.nodes

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Graph) and self._content() == other._content()

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        title = f" {self.title.original!r}:" if self.title else ""
        return (
            f"<{type(self).__name__}{title} {len(self.nodes)} nodes, "
            f"{len(self.relations)} relations, {len(self.seats)} seats>"
        )

    def _content(self) -> tuple[object, ...]:
        """Return everything that the graph states, without where it was written."""
        return (
            self.title,
            self.language,
            self.nodes,
            self.relations,
            self.seats,
            self.sources,
            self.settings,
            (self.vocabulary.families, self.vocabulary.types, self.vocabulary.roles),
        )

    @cached_property
    def _outgoing(self) -> dict[str, list[Relation]]:
        return _group(self.relations.values(), by="source")

    @cached_property
    def _incoming(self) -> dict[str, list[Relation]]:
        return _group(self.relations.values(), by="target")

    @cached_property
    def _seats_by_body(self) -> dict[str, list[Seat]]:
        return _group(self.seats.values(), by="body")

    def _relation_order(self, relation: Relation) -> tuple[object, ...]:
        rank = self.vocabulary.rank_of(relation.type)
        return (relation.source, rank, relation.target, relation.id)

    def _roster_order(self, membership: Relation) -> tuple[object, ...]:
        seat = self.seats.get(membership.seat_id or "")
        vote = seat.vote if seat and membership.vote is None else membership.vote
        role = membership.role or (seat.role if seat else None)
        name = self.nodes[membership.source].name.original
        return (*_rank(role, vote=vote), *collation_key(name), membership.id)


def _id(item: Node | Source) -> str:
    return item.id


def setting_order(setting: RuleSetting) -> tuple[object, ...]:
    """Return what the settings of a graph are sorted by."""
    return (setting.code, setting.subjects, setting.severity, setting.reason.original)


def _rank(role: RoleName | None, *, vote: bool | None) -> tuple[bool, int]:
    """Return where a role stands in a roster: who votes first, then by role, then the rest."""
    return (vote is False, role.rank if role else NO_RANK)


def seat_order(seat: Seat) -> tuple[str, bool, int, str]:
    """Return what the seats of a graph are sorted by."""
    return (seat.body, *_rank(seat.role, vote=seat.vote), seat.key)


def _group(items: Iterable[_Item], *, by: str) -> dict[str, list[_Item]]:
    groups: dict[str, list[_Item]] = defaultdict(list)
    for item in items:
        groups[getattr(item, by)].append(item)
    return groups
