"""Two versions as one graph, for a drawing in which both have one layout."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from orggraph.changes.change import Change, ChangeKind, Diff
from orggraph.changes.moving import Moves, move_parts, move_relation
from orggraph.model import Graph, Node, Parts, Relation, Seat
from orggraph.model.memory import MemoryIndex
from orggraph.text import LocalText
from orggraph.vocabulary import Vocabulary

_GONE = "~old"


class Union(NamedTuple):
    """Both versions as one graph, by the ids of the new one.

    What was removed is in it as it was, what changed is in it as it is now. `marks` tell what
    became of nodes and seats, by id, and `lines` what became of relations (members and derived ones
    among them), whose ids may be those of nodes; what did not change has none. A relation that got
    another end is two: the removed one and the added one. `former` are the names that nodes had,
    where they have another.
    """

    graph: Graph
    marks: Mapping[str, ChangeKind]
    lines: Mapping[str, ChangeKind]
    former: Mapping[str, LocalText] = MappingProxyType({})


def unite(diff: Diff) -> Union:
    """Return both versions of a diff as one graph.

    It may have what neither version has, such as a reporting line that leads back to where it
    began.
    """
    new = diff.new
    old = Graph.from_sound(move_parts(diff.old, moves_of(diff)))
    marks = {**_marks_of(diff.nodes), **_marks_of(diff.seats)}
    lines = _marks_of((*diff.relations, *diff.members))
    for before, now in ((old.nodes, new.nodes), (old.seats, new.seats)):
        marks |= {id_: ChangeKind.REMOVED for id_ in before if id_ not in now}
    kept = {*diff.old.relations, *new.relations}
    gone: dict[str, Relation] = {}
    for relation in old.relations.values():
        present = new.relations.get(relation.id)
        if present is None:
            id_ = relation.id
        elif _ends(present) != _ends(relation):
            id_ = _free_id(relation.id, kept)
            lines[present.id] = ChangeKind.ADDED
        else:
            if relation.is_derived and _as_seen(present) != _as_seen(relation):
                lines[present.id] = ChangeKind.CHANGED
            continue
        kept.add(id_)
        gone[id_] = replace(relation, id=id_)
        lines[id_] = ChangeKind.REMOVED
    for relation in new.relations.values():
        if relation.is_derived and relation.id not in old.relations:
            lines[relation.id] = ChangeKind.ADDED
    former = {
        change.new.id: change.old.name
        for change in diff.nodes
        if change.old and change.new and change.old.name != change.new.name
    }
    return Union(_graph_of(old, new, gone), marks, lines, former)


def moves_of(diff: Diff) -> Moves:
    """Return the ids that changed between the versions of a diff."""
    nodes = Moves(
        dict(diff.renamed), sources={c.old.id: c.new.id for c in diff.sources if c.old and c.new}
    )
    seats = replace(nodes, seats={c.old.id: c.new.id for c in diff.seats if c.old and c.new})
    pairs = [(c.old, c.new) for c in (*diff.relations, *diff.members) if c.old and c.new]
    moved = {move_relation(old, seats).id: new.id for old, new in pairs}
    return replace(seats, relations=moved)


def _graph_of(old: Graph, new: Graph, gone: Mapping[str, Relation]) -> Graph:
    """Return a graph of all that is in the new version, and of what is in the old one only."""
    given = [r for r in (*new.relations.values(), *gone.values()) if not r.is_derived]
    nodes = {**old.nodes, **new.nodes}
    parts = Parts(
        nodes=tuple(nodes.values()),
        relations=tuple(given),
        seats=tuple({**old.seats, **new.seats}.values()),
        sources=tuple({**old.sources, **new.sources}.values()),
        settings=new.settings,
        title=new.title,
        language=new.language,
        vocabulary=_both(old.vocabulary, new.vocabulary),
    )
    # What follows from seats and members is what followed in either version, and nothing that
    # would follow from the members of one and the seats of the other.
    index = MemoryIndex(parts, (*new.relations.values(), *gone.values()))
    return Graph.over(index, day=new.day)


def _both(old: Vocabulary, new: Vocabulary) -> Vocabulary:
    return new.with_terms(
        families=[term for id_, term in old.families.items() if id_ not in new.families],
        types=[term for id_, term in old.types.items() if id_ not in new.types],
        roles=[term for id_, term in old.roles.items() if id_ not in new.roles],
    )


def _marks_of(
    changes: Iterable[Change[Node] | Change[Relation] | Change[Seat]],
) -> dict[str, ChangeKind]:
    """Return the marks of what is in the new version; a picture does not show ids."""
    seen = (c for c in changes if not c.fields or any(field.field != "id" for field in c.fields))
    return {change.new.id: change.kind for change in seen if change.new}


def _ends(relation: Relation) -> tuple[str, str, str]:
    return relation.source, relation.type, relation.target


def _as_seen(relation: Relation) -> Relation:
    return replace(relation, evidence=(), derived_from=())


def _free_id(id_: str, taken: Iterable[str]) -> str:
    free = id_ + _GONE
    while free in taken:
        free += _GONE
    return free
