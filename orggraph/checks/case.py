"""What the rules of governance are held against: a graph on one day, and what is certain of it."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple, TypeVar

from orggraph.checks.neighbours import Neighbours
from orggraph.checks.roll import Marks, Presence
from orggraph.model import Filling, Graph, Node, PartialDate, Relation, RoleName, Seat
from orggraph.queries.seats import may_stand_in
from orggraph.queries.tenure import find_tenure
from orggraph.text import LocalText, TextList
from orggraph.vocabulary import APPOINTMENT, REPORTING

CHAIR, SECRETARY = "chair", "secretary"
"""The roles of the vocabulary that rules are about."""

OFFICES = frozenset({CHAIR, "vice_chair", SECRETARY, None})
"""Roles that may come on top of a place, as what a body elects among its members; words of the
file's own may mean one."""

_PLAIN = frozenset({CHAIR, "vice_chair", "member", "specialist", "representative"})

PERSON, POST, BODY, ORGANISATION = "person", "post", "body", "organisation"
"""The kinds of people and their offices, of what decides by its members, and of whole parties."""

_KEPT = 256
"""Of how many nodes what was asked for is kept."""


class Member(NamedTuple):
    """Who sits in a body on the day; what the membership leaves unsaid is the seat's."""

    relation: Relation
    seat: Seat | None
    role: RoleName | None
    vote: bool | None

    @property
    def node(self) -> str:
        """The id of who sits."""
        return self.relation.source

    def is_in_role(self, role: str) -> bool:
        """Whether the role is this one of the vocabulary."""
        return self.role is not None and self.role.id == role

    @property
    def may_stand_in(self) -> bool:
        """Whether a member may sit beside the holder of the seat."""
        return self.seat is not None and may_stand_in(self.seat, self.relation)

    @property
    def represents(self) -> str | None:
        """The id of whom the member stands for."""
        return self.relation.represents or (self.seat.represents if self.seat else None)

    @property
    def has_place(self) -> bool:
        """Whether a member has a place that is no office and comes with a say."""
        return self.decides and (self.role is None or self.role.id not in OFFICES)

    @property
    def decides(self) -> bool:
        """Whether a member takes part in decisions for certain, and does not only sit in."""
        if self.vote is None:
            return self.role is None or self.role.id in _PLAIN
        return self.vote


class Facts:
    """What going through all relations tells, in little room: it is for the rules after that.

    `is_lined` is whether the graph has any line of reporting or structure; `represented` are the
    nodes that some relation names as whom it represents, and `proven` those that the words quoted
    for some relation or seat concern; `direct` are the ids of the relations that say who fills a
    seat, or who chose somebody for it, and name that seat.
    """

    def __init__(self, presence: Presence) -> None:
        self.is_lined = False
        self.represented = Marks(presence.roll)
        self.proven = Marks(presence.roll)
        self.direct: list[str] = []


@dataclass(frozen=True, eq=False)
class Case:
    """A graph on the day that it is judged.

    `graph` is what may hold on the day and `whole` all that is written down, gone things too;
    `given` is the one of them that was given, of which the states of seats are told; `presence`
    tells which nodes are there. A rule finds something only in what certainly holds, and takes for
    missing only what is not even possible.

    A graph may be larger than the memory. So a rule asks of one node at a time, what it asks for is
    kept for a few of them only, and what has to be kept of all is in `facts`.
    """

    graph: Graph
    whole: Graph
    given: Graph
    day: PartialDate
    presence: Presence

    @cached_property
    def facts(self) -> Facts:
        """What going through all relations tells; nothing before that is done."""
        return Facts(self.presence)

    def holds(self, *things: Node | Relation | Seat) -> bool:
        """Whether all of this certainly holds on the day, the ends of a relation included."""
        return all(self._holds(thing) for thing in things)

    def _holds(self, thing: Node | Relation | Seat) -> bool:
        if thing.period and not self.presence.holds(thing.period):
            return False
        if isinstance(thing, Relation):
            return self.presence.is_sure(thing.source) and self.presence.is_sure(thing.target)
        return not isinstance(thing, Seat) or self.presence.is_sure(thing.body)

    def certain(self, relations: Iterable[Relation]) -> Iterator[Relation]:
        """Yield those of some relations that are written down and certainly hold on the day."""
        return (r for r in relations if not r.is_derived and self.holds(r))

    def left_of(self, relation: Relation) -> Relation | None:
        """Return what may hold on the day of a relation of the whole graph; None where nothing."""
        return self.graph.relations.get(relation.id)

    def is_there(self, node: str) -> bool:
        """Whether a node may be there on the day."""
        return self.presence.may_be(node)

    @cached_property
    def types(self) -> "Types":
        """The relation types that rules ask for."""
        return Types(self.graph)

    @cached_property
    def memberships(self) -> Callable[[str], Collection[Relation]]:
        """Gives who may sit in a body, in the order of the graph."""
        return _kept(lambda body: self.graph.relations_to(body, self.types.rosters))

    @cached_property
    def members(self) -> Callable[[str], Collection[Member]]:
        """Gives who certainly sits in a body within their term, in the order of the graph."""
        return _kept(self._members)

    def _members(self, body: str) -> Collection[Member]:
        return tuple(
            self.member(relation)
            for relation in self.certain(self.memberships(body))
            if find_tenure(self.whole, relation).is_over(self.day) is False
        )

    def member(self, relation: Relation) -> Member:
        """Return what is said of who sits by a relation, whether for certain or not."""
        seat = self.graph.seats.get(relation.seat_id or "")
        role = relation.role or (seat.role if seat else None)
        vote = seat.vote if seat and relation.vote is None else relation.vote
        return Member(relation, seat, role, vote)

    def is_complete(self, body: str) -> bool:
        """Whether all who may sit in a body are written down, and certainly sit."""
        if self.whole.nodes[body].roster != "complete":
            return False
        return all(map(self.holds, self.memberships(body)))

    def choices(self, seat: Seat) -> tuple[Filling, ...]:
        """Return the ways in which somebody certainly chooses who sits in a seat in force."""
        if not self.holds(seat):
            return ()
        choosing, is_sure = self.types.choosing, self.presence.is_sure
        return tuple(f for f in seat.fillings if f.type in choosing and is_sure(f.by))

    @cached_property
    def seats_filled(self) -> Collection[str]:
        """The seats of which something on the day says who fills them, or chose a holder."""
        return frozenset(self._iter_filled(self.graph))

    @cached_property
    def seats_ever_filled(self) -> Collection[str]:
        """The seats of which anything says who fills them, or chose a holder."""
        return frozenset(self._iter_filled(self.whole))

    def _iter_filled(self, graph: Graph) -> Iterator[str]:
        for id_ in self.facts.direct:
            relation = graph.relations.get(id_)
            if relation and relation.seat_id and relation.type in self.types.fills:
                yield relation.seat_id

    @cached_property
    def ties(self) -> Neighbours:
        """What relations tie to each node, whenever that was, but for representation."""
        return Neighbours(self.whole, self.types.but_represents, self.presence.roll)

    @cached_property
    def holders(self) -> Callable[[str], Collection[str]]:
        """Gives who may hold a post."""
        return _kept(lambda post: _sources(self.graph.relations_to(post, self.types.incumbency)))

    @cached_property
    def ever_held(self) -> Callable[[str], Collection[str]]:
        """Gives who may hold, have held or come to hold a post."""
        return _kept(lambda post: _sources(self.whole.relations_to(post, self.types.incumbency)))

    @cached_property
    def certain_holders(self) -> Callable[[str], Collection[str]]:
        """Gives who certainly holds a post."""
        return _kept(
            lambda post: _sources(
                self.certain(self.graph.relations_to(post, self.types.incumbency))
            )
        )

    def name(self, node: str) -> TextList:
        """Return the name of a node, to be told in any language."""
        return TextList((self.whole.nodes[node].name,))

    def is_person(self, node: str) -> bool:
        """Return whether a node is somebody, or several people, and no office or party."""
        return self.whole.nodes[node].kind == PERSON

    def is_of_kind(self, node: str, *kinds: str) -> bool:
        """Return whether a node is of one of these kinds, and stands for itself alone."""
        found = self.whole.nodes[node]
        return found.kind in kinds and not found.collective

    def names(self, nodes: Iterable[str]) -> TextList:
        """Return the names of some nodes, each once."""
        return TextList(self.whole.nodes[node].name for node in dict.fromkeys(nodes))

    def seat_name(self, seat: Seat) -> TextList:
        """Return what a seat is called: its name, or its role, or its key."""
        name = seat.name or (seat.role.label if seat.role else None)
        return TextList((name or LocalText.of(seat.key),))


class Types:
    """The relation types of a graph that rules ask for, by what they are."""

    def __init__(self, graph: Graph) -> None:
        of = graph.vocabulary.types_of
        self.rosters, self.incumbency = of(trait="roster"), of(trait="incumbency")
        self.choosing, self.oversight = of(trait="choosing"), of(trait="oversight")
        self.represents, self.employment = of(trait="representation"), of(trait="employment")
        self.reporting, self.fills = of(family=REPORTING), of(family=APPOINTMENT)
        self.parts = of(family="structure", trait="upward")
        self.lines = self.reporting | self.parts
        self.inside = of(family="membership") | of(family="structure")
        self.told = of(family="contact") | of(family="support") | self.reporting
        self.contacts = of(family="contact", trait="symmetric")
        self.mutual = self.told & of(trait="symmetric")
        every = frozenset(graph.vocabulary.types)
        self.but_contacts, self.but_represents = every - self.contacts, every - self.represents


def make_case(
    graph: Graph, told: Callable[[Iterable[Node]], Iterable[Node]] = lambda nodes: nodes
) -> Case:
    """Return the case of a graph on the date that it is restricted to, else today.

    All nodes are gone through, by way of ``told``, which may tell how far that is.
    """
    day = graph.day or PartialDate.today()
    whole = graph if graph.day is None else graph.undated or graph
    presence = Presence.of(told(whole.nodes.values()), day)
    dated = graph if graph.day is not None else graph.restricted(as_of=day)
    from orggraph.store.restricting import foretold

    index = foretold(dated.index, presence.may_be)
    if index is not dated.index:
        dated = Graph.over(index, day=day)
        dated.undated = whole
    return Case(dated, whole, graph, day, presence)


T = TypeVar("T")


def _kept(find: Callable[[str], T]) -> Callable[[str], T]:
    """Return a function that finds something of a node, and keeps it for a few of them."""
    return lru_cache(_KEPT)(find)


def _sources(relations: Iterable[Relation]) -> frozenset[str]:
    return frozenset(relation.source for relation in relations)
