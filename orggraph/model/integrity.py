"""What must hold for parts to make a graph at all.

These are the laws of the model. Whether an organisation is governed well is another question, and
another room.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate

from orggraph.model.cycles import find_cycles
from orggraph.model.evidence import Evidence, Source
from orggraph.model.nodes import Node
from orggraph.model.parts import Parts
from orggraph.model.relations import Relation
from orggraph.model.seats import Seat
from orggraph.source import Location, Problem, problem
from orggraph.source.guessing import Guesser
from orggraph.vocabulary import REPORTING, Vocabulary

_MOST_NAMES = 12  # of a circle, in its sentence

Thing = Node | Relation | Seat | Source
Places = Callable[[Thing, str], Location | None]
"""Tells where the attribute of a thing stands, such as a relation's target."""


def find_violations(parts: Parts, places: Places | None = None) -> list[Problem]:
    """Return every contradiction among the parts of a graph; an empty list is a sound graph.

    ``places`` tells where the references stand, to say so.
    """
    laws = Laws(
        parts.vocabulary,
        {source.id for source in parts.sources},
        {node.id: node for node in parts.nodes},
        {seat.id for seat in parts.seats},
        places or _own_place,
    )
    found = [
        *_repeated(parts.nodes, "repeated-node"),
        *_repeated(parts.seats, "repeated-seat"),
        *_repeated(parts.sources, "repeated-source"),
        *_repeated(parts.relations, "repeated-relation"),
        *(found for node in parts.nodes for found in laws.of_node(node)),
        *(found for seat in parts.seats for found in laws.of_seat(seat)),
        *(found for relation in parts.relations for found in laws.of_relation(relation)),
    ]
    if all(relation.type in parts.vocabulary.types for relation in parts.relations):
        found.extend(_cycles(parts.relations, parts.vocabulary))
    return found


def _own_place(thing: Thing, attribute: str) -> Location | None:
    return thing.location


def _repeated(things: Iterable[Thing], name: str) -> Iterator[Problem]:
    first: dict[str, Thing] = {}
    for thing in things:
        earlier = first.setdefault(thing.id, thing)
        if earlier is not thing:
            where = str(earlier.location) if earlier.location else "?"
            yield problem(name, thing.location, id=thing.id, first=where, subjects=[thing.id])


class Laws:
    """The laws that hold for one thing at a time, and need to look others up."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        sources: Collection[str],
        nodes: Mapping[str, Node],
        seats: Collection[str],
        places: Places,
    ) -> None:
        """Take what is known: sources and seats by their ids, and nodes with what they are."""
        self.nodes = nodes
        self.seats = seats
        self.sources = sources
        self.vocabulary = vocabulary
        self.rosters = vocabulary.types_of(trait="roster")
        self.places = places
        self.guesser = Guesser()

    def of_node(self, node: Node) -> Iterator[Problem]:
        """Yield what is wrong with a node."""
        if node.kind not in self.vocabulary.kinds:
            yield problem("unknown-kind", self.places(node, "kind"), kind=node.kind)
        yield from self.of_evidence(node, node.evidence)
        for purpose in node.purposes:
            yield from self.of_evidence(node, purpose.evidence)
        yield from self._period(node, node.id)

    def of_seat(self, seat: Seat) -> Iterator[Problem]:
        """Yield what is wrong with a seat."""
        yield from self._known(seat, "body", seat.body)
        yield from self._known(seat, "represents", seat.represents)
        yield from self._known(seat, "count", seat.count.per)
        collective = self.nodes.get(seat.count.per or "")
        if collective and not collective.collective:
            place = self.places(seat, "count")
            yield problem("not-a-collective", place, subjects=[seat.id], id=collective.id)
        for filling in seat.fillings:
            yield from self._known(seat, str(filling), filling.by)
        yield from self.of_evidence(seat, seat.evidence)
        yield from self._period(seat, seat.id)

    def of_relation(self, relation: Relation) -> Iterator[Problem]:
        """Yield what is wrong with a relation."""
        if relation.type not in self.vocabulary.types:
            yield problem("unknown-type", self.places(relation, "type"), type=relation.type)
            return
        yield from self._known(relation, "source", relation.source)
        yield from self._known(relation, "target", relation.target)
        yield from self._known(relation, "represents", relation.represents)
        yield from self._kinds(relation)
        if relation.source == relation.target:
            place = self.places(relation, "target")
            label = self.vocabulary.types[relation.type].label
            yield problem(
                "self-relation", place, subjects=[relation.id], node=relation.source,
                type=label.original,
            )  # fmt: skip
        yield from self._seat(relation)
        yield from self.of_evidence(relation, relation.evidence)
        yield from self._period(relation, relation.id)

    def _known(self, thing: Relation | Seat, attribute: str, node: str | None) -> Iterator[Problem]:
        if node is not None and node not in self.nodes:
            place = self.places(thing, attribute)
            guess = self._closest_node(node)
            yield problem("unknown-node", place, did_you_mean=guess, node=node, subjects=[thing.id])

    def _closest_node(self, words: str) -> str | None:
        """Return the id of the node that was probably meant, by its id or by a name of it."""
        guess = self.guesser.guess(words, self.called)
        return None if guess is None else self.called[guess]

    @cached_property
    def called(self) -> dict[str, str]:
        """The id of a node by everything that it is called."""
        called: dict[str, str] = {}
        for node in self.nodes.values():
            for spelling in (node.id, *node.name.all(), *node.aliases):
                called.setdefault(spelling, node.id)
        return called

    def _kinds(self, relation: Relation) -> Iterator[Problem]:
        type_ = self.vocabulary.types[relation.type]
        for end, allowed in (("source", type_.sources), ("target", type_.targets)):
            node = self.nodes.get(getattr(relation, end))
            if node and node.kind not in allowed:
                yield problem(
                    f"wrong-{end}-kind",
                    self.places(relation, end),
                    subjects=[relation.id],
                    type=type_.label.original,
                    node=node.id,
                    kind=node.kind,
                    allowed=", ".join(sorted(allowed)),
                )

    def _seat(self, relation: Relation) -> Iterator[Problem]:
        if relation.seat is None:
            return
        body = relation.seat_body or relation.target
        if relation.seat_body is not None and body not in self.nodes:
            yield from self._known(relation, "seat", body)
        elif relation.type not in self.rosters and relation.seat_body is None:
            yield problem("seat-outside-roster", self.places(relation, "seat"), seat=relation.seat)
        elif relation.type in self.rosters and body != relation.target:
            # A member sits in the body that it is a member of.
            yield self._unknown_seat(relation, relation.target, f"{body}/{relation.seat}")
        elif body in self.nodes and f"{body}/{relation.seat}" not in self.seats:
            yield self._unknown_seat(relation, body, relation.seat)

    def _unknown_seat(self, relation: Relation, body: str, seat: str) -> Problem:
        keys = self.keys_of(body)
        return problem(
            "unknown-seat",
            self.places(relation, "seat"),
            did_you_mean=self.guesser.guess(seat, keys),
            subjects=[relation.id],
            seat=seat,
            body=body,
            seats=", ".join(keys) or "–",
        )

    def keys_of(self, body: str) -> Sequence[str]:
        """Return the keys of the seats that a body has, in their order."""
        return self._keys_by_body.get(body, ())

    @cached_property
    def _keys_by_body(self) -> dict[str, list[str]]:
        keys: dict[str, list[str]] = defaultdict(list)
        for seat in sorted(self.seats):
            body, _, key = seat.partition("/")
            keys[body].append(key)
        return keys

    def of_evidence(self, thing: Thing, evidence: Collection[Evidence]) -> Iterator[Problem]:
        """Yield what is wrong with what a thing rests on."""
        for item in evidence:
            if item.source not in self.sources:
                place = item.location or self.places(thing, "evidence")
                guess = self.guesser.guess(item.source, sorted(self.sources))
                yield problem(
                    "unknown-source", place, did_you_mean=guess, subjects=[thing.id],
                    source=item.source,
                )  # fmt: skip

    def _period(self, thing: Node | Relation | Seat, id_: str) -> Iterator[Problem]:
        if thing.period.is_reversed:
            yield problem(
                "ends-before-start",
                self.places(thing, "until"),
                subjects=[id_],
                start=thing.period.start,
                end=thing.period.end,
            )


def _cycles(relations: Iterable[Relation], vocabulary: Vocabulary) -> Iterator[Problem]:
    """Yield each cycle among the acyclic relations of one family, once.

    A cycle across two types of a family is one too: a body that reports to what is anchored in it.
    A reporting line ends somewhere, so that family is acyclic whatever a file's own types say.
    """
    by_family: dict[str, list[Relation]] = defaultdict(list)
    families = acyclic_families(vocabulary)
    for relation in sorted(relations, key=lambda r: (r.source, r.target, r.id)):
        # A relation to itself is reported as such.
        if relation.type in families and relation.source != relation.target:
            by_family[families[relation.type]].append(relation)
    for lines in by_family.values():
        names = sorted({end for line in lines for end in (line.source, line.target)})
        number = {name: at for at, name in enumerate(names)}
        outgoing = Counter(line.source for line in lines)
        first = [0, *accumulate(outgoing[name] for name in names)]
        for cycle in find_cycles(first, [number[line.target] for line in lines]):
            yield cycle_problem([lines[at] for at in cycle])


def acyclic_families(vocabulary: Vocabulary) -> dict[str, str]:
    """Return the families of the relation types that must lead nowhere in a circle, by type."""
    acyclic = vocabulary.types_of(trait="acyclic") | vocabulary.types_of(family=REPORTING)
    return {type_: vocabulary.types[type_].family for type_ in acyclic}


def cycle_problem(cycle: Sequence[Relation]) -> Problem:
    """Return the problem of relations that lead in a circle, one after the other."""
    last = max(cycle, key=lambda r: r.location or ("",))
    names = [*(relation.source for relation in cycle), cycle[0].source]
    shown = names if len(names) <= _MOST_NAMES else [*names[: _MOST_NAMES - 1], "…", names[0]]
    return problem("cycle", last.location, subjects=sorted(set(names)), nodes=" → ".join(shown))
