"""The graph: nodes, relations, seats and sources, and the same for any order of input."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Self

from orggraph.errors import UnknownNodeError
from orggraph.model.dates import PartialDate
from orggraph.model.evidence import Source
from orggraph.model.index import Index
from orggraph.model.nodes import Node
from orggraph.model.order import role_order
from orggraph.model.parts import Parts
from orggraph.model.relations import Relation
from orggraph.model.seats import Seat
from orggraph.source import ReadError
from orggraph.text import collation_key
from orggraph.vocabulary import REPORTING


class Graph:
    """An organisation as a graph of typed relations.

    A graph is never changed once it is made. Nodes, relations and seats are kept in an order of
    their own, so that the order of the input never shows in an answer. Relations include the
    derived ones. It stands on an index, in memory or in a file: where that is a file, its mappings
    read from it, and going through all of them takes its time.
    """

    def __init__(self, parts: Parts) -> None:
        """Make a graph of ``parts``; raises ReadError where they contradict each other."""
        from orggraph.model.integrity import find_violations

        problems = find_violations(parts)
        if problems:
            raise ReadError(problems)
        from orggraph.model.memory import MemoryIndex

        self._stand_on(MemoryIndex(parts))

    day: PartialDate | None = None
    """The date that the graph was restricted to, if any."""

    undated: Self | None = None
    """The graph that it was before it was restricted to a date; None where it was not."""

    def _stand_on(self, index: Index) -> None:
        self.index = index
        self.title = index.title
        self.language = index.language
        self.vocabulary = index.vocabulary
        self.settings = index.settings
        self.sources = index.sources
        self.nodes = index.nodes
        self.seats = index.seats
        self.relations = index.relations

    @classmethod
    def over(cls, index: Index, *, day: PartialDate | None = None) -> Self:
        """Return a graph of what is in an index, restricted to a date already or not."""
        graph = cls.__new__(cls)
        graph._stand_on(index)
        graph.day = day
        return graph

    @classmethod
    def from_sound(cls, parts: Parts) -> Self:
        """Return a graph of parts that are known to fit together."""
        from orggraph.model.memory import MemoryIndex  # a graph in a file does without

        return cls.over(MemoryIndex(parts))

    @property
    def parts(self) -> Parts:
        """What was written down, all of it in memory."""
        return replace(self.index.parts, sources=tuple(self.sources.values()))

    def node(self, node_id: str) -> Node:
        """Return the node with this id; raises UnknownNodeError."""
        try:
            return self.nodes[node_id]
        except KeyError:
            raise UnknownNodeError("unknown-node-id", candidates=(), query=node_id) from None

    def relations_from(
        self, node_id: str, types: Collection[str] | None = None
    ) -> Collection[Relation]:
        """Return the relations whose source is this node: of some types, or of all."""
        return self.index.relations_from(node_id, types)

    def relations_to(
        self, node_id: str, types: Collection[str] | None = None
    ) -> Collection[Relation]:
        """Return the relations whose target is this node: of some types, or of all."""
        return self.index.relations_to(node_id, types)

    def iter_relations(self, types: Collection[str] | None = None) -> Iterator[Relation]:
        """Yield the relations of some types, or all, in the order of the graph."""
        return self.index.iter_relations(types)

    def iter_nodes(self) -> Iterator[Node]:
        """Yield the nodes by id."""
        yield from self.nodes.values()

    def iter_seats(self) -> Iterator[Seat]:
        """Yield the seats by body, the chair's first."""
        yield from self.seats.values()

    def iter_stated(self) -> Iterator[Relation]:
        """Yield the relations that were written down, and not those that follow from them."""
        return (relation for relation in self.iter_relations() if not relation.is_derived)

    def seats_of(self, body_id: str) -> Collection[Seat]:
        """Return the seats of a body, the chair's first."""
        return self.index.seats_of(body_id)

    def memberships_of(self, body_id: str) -> list[Relation]:
        """Return who is written down as a member of a body, in the order of a roster."""
        rosters = self.vocabulary.types_of(trait="roster")
        return sorted(self.relations_to(body_id, rosters), key=self._roster_order)

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
        narrower = self.over(self.index.restricted(as_of, types), day=as_of or self.day)
        if narrower.day is not None:
            narrower.undated = self if self.undated is None else self.undated
        return narrower

    def with_sources(self, sources: Mapping[str, Source]) -> Self:
        """Return the same graph with its sources described otherwise, by the same ids."""
        other = self.over(self.index, day=self.day)
        other.undated, other.sources = self.undated, sources
        return other

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

    def _roster_order(self, membership: Relation) -> tuple[object, ...]:
        seat = self.seats.get(membership.seat_id or "")
        vote = seat.vote if seat and membership.vote is None else membership.vote
        role = membership.role or (seat.role if seat else None)
        name = self.nodes[membership.source].name.original
        return (*role_order(role, vote=vote), *collation_key(name), membership.id)
