"""The old version under the ids of the new one, so that the two can be held against each other."""

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from orggraph.model import (
    Evidence,
    Graph,
    Node,
    Parts,
    Relation,
    RuleSetting,
    Seat,
    Source,
    relation_id,
)


@dataclass(frozen=True)
class Moves:
    """The new ids of what is the same thing under another id, by the old ones.

    `seats` go by the id of a seat; `relations` by the id that a relation has once the rest has
    moved.
    """

    nodes: Mapping[str, str] = field(default_factory=dict)
    seats: Mapping[str, str] = field(default_factory=dict)
    relations: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)

    def node(self, id_: str) -> str:
        """Return the new id of a node."""
        return self.nodes.get(id_, id_)

    def seat(self, id_: str) -> str:
        """Return the new id of a seat: of its body, and of its own."""
        if id_ in self.seats:
            return self.seats[id_]
        body, _, key = id_.partition("/")
        return f"{self.node(body)}/{key}"

    def subject(self, id_: str) -> str:
        """Return the new id of a node or a seat."""
        return self.seat(id_) if "/" in id_ else self.node(id_)

    def __bool__(self) -> bool:
        return bool(self.nodes or self.seats or self.relations or self.sources)


def move_parts(graph: Graph, moves: Moves) -> Parts:
    """Return what a graph states, under other ids."""
    given = tuple(relation for relation in graph.relations.values() if not relation.is_derived)
    return replace(
        graph.parts,
        nodes=tuple(_node(node, moves) for node in graph.nodes.values()),
        relations=tuple(move_relation(relation, moves) for relation in given),
        seats=tuple(_seat(seat, moves) for seat in graph.seats.values()),
        sources=tuple(_source(source, moves) for source in graph.sources.values()),
        settings=tuple(move_setting(setting, moves) for setting in graph.settings),
    )


def move_relation(relation: Relation, moves: Moves) -> Relation:
    """Return a relation under other ids.

    An id that the file does not give, but that says what the relation says, says so still.
    """
    if not moves:
        return relation
    source, target = moves.node(relation.source), moves.node(relation.target)
    body, _, seat = moves.seat(relation.seat_id or "").partition("/")
    moved = _moved_id(relation, source, target, seat)
    return replace(
        relation,
        id=moves.relations.get(moved, moved),
        source=source,
        target=target,
        seat=seat if relation.seat else None,
        seat_body=body if relation.seat_body else None,
        represents=_optional(relation.represents, moves),
        evidence=_evidence(relation.evidence, moves),
    )


def has_usual_id(relation: Relation) -> bool:
    """Return whether the id of a relation says what the relation says, as one that is made does."""
    usual = relation_id(relation.type, source=relation.source, target=relation.target)
    return f"{relation.id}:".startswith(f"{usual}:")


def _moved_id(relation: Relation, source: str, target: str, seat: str) -> str:
    if not has_usual_id(relation):
        return relation.id
    usual = relation_id(relation.type, source=relation.source, target=relation.target)
    said = relation_id(relation.type, source=source, target=target)
    rest = relation.id.removeprefix(usual)
    if relation.seat and f"{rest}:".startswith(f":{relation.seat}:"):
        rest = f":{seat}" + rest.removeprefix(f":{relation.seat}")
    return said + rest


def _node(node: Node, moves: Moves) -> Node:
    if not moves:
        return node
    purposes = tuple(p._replace(evidence=_evidence(p.evidence, moves)) for p in node.purposes)
    evidence = _evidence(node.evidence, moves)
    return replace(node, id=moves.node(node.id), purposes=purposes, evidence=evidence)


def _seat(seat: Seat, moves: Moves) -> Seat:
    if not moves:
        return seat
    body, _, key = moves.seat(seat.id).partition("/")
    per = _optional(seat.count.per, moves)
    return replace(
        seat,
        body=body,
        key=key,
        count=seat.count._replace(per=per),
        fillings=tuple(sorted(f._replace(by=moves.node(f.by)) for f in seat.fillings)),
        represents=_optional(seat.represents, moves),
        evidence=_evidence(seat.evidence, moves),
    )


def _source(source: Source, moves: Moves) -> Source:
    return replace(source, id=moves.sources.get(source.id, source.id))


def name_one_file(old: Source, new: Source) -> bool:
    """Return whether two name the same document, each from where its data file is."""
    paths = {
        posixpath.abspath(posixpath.join(posixpath.dirname(s.location.path), s.file))
        for s in (old, new)
        if s.location and s.file
    }
    return len(paths) == 1 and bool(old.file and new.file and old.location and new.location)


def move_setting(setting: RuleSetting, moves: Moves) -> RuleSetting:
    """Return a setting of a rule for its subjects under other ids."""
    return replace(setting, subjects=tuple(map(moves.subject, setting.subjects)))


def _optional(node: str | None, moves: Moves) -> str | None:
    return None if node is None else moves.node(node)


def _evidence(evidence: Iterable[Evidence], moves: Moves) -> tuple[Evidence, ...]:
    if not moves.sources:
        return tuple(evidence)
    return tuple(replace(e, source=moves.sources.get(e.source, e.source)) for e in evidence)
