"""What relations and seats of tables lead to: nodes that are called by their names."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain

from orggraph.formats.draft import Draft
from orggraph.formats.ids import make_ids
from orggraph.model import Filling, Node, Relation, Seat
from orggraph.source import Location, Problem, problem
from orggraph.text import LocalText, fold
from orggraph.vocabulary import Vocabulary


def find_named(draft: Draft, others: Iterable[str] = ()) -> dict[str, str]:
    """Return the ids of nodes by names that stand in their place: names that one node alone has.

    ``others`` are words for nodes beside those that relations and seats in the draft lead to.
    """
    things: Iterable[Relation | Seat] = chain(draft.relations, draft.seats)
    said = {*others, *(end for thing in things for end in _ends(thing))}
    said -= {node.id for node in draft.nodes}
    if not said:
        return {}
    called: dict[str, set[str]] = {}
    for node in draft.nodes:
        for _, name in node.name.values:
            called.setdefault(fold(name), set()).add(node.id)
    found = {words: called.get(fold(words), set()) for words in said}
    return {words: next(iter(ids)) for words, ids in found.items() if len(ids) == 1}


def put_ids(draft: Draft, ids: Mapping[str, str]) -> None:
    """Put ids in the place of names, in all relations and seats; they keep their places."""
    for at, relation in enumerate(draft.relations):
        if not ids.keys().isdisjoint(_ends(relation)):
            draft.relations[at] = _renamed(relation, ids)
            draft.move_places(relation, draft.relations[at])
    for at, seat in enumerate(draft.seats):
        if not ids.keys().isdisjoint(_ends(seat)):
            draft.seats[at] = _moved(seat, ids)
            draft.move_places(seat, draft.seats[at])


def _ends(thing: Relation | Seat) -> Iterator[str]:
    if isinstance(thing, Relation):
        ends = [thing.source, thing.target, thing.represents, thing.seat_body]
    else:
        ends = [thing.body, thing.represents, *(filling.by for filling in thing.fillings)]
    return (end for end in ends if end)


def _moved(seat: Seat, ids: Mapping[str, str]) -> Seat:
    fillings = sorted({Filling(f.type, ids.get(f.by, f.by)) for f in seat.fillings})
    return replace(
        seat,
        body=ids.get(seat.body, seat.body),
        fillings=tuple(fillings),
        represents=_given(seat.represents, ids),
    )


def _given(id_: str | None, ids: Mapping[str, str]) -> str | None:
    return ids.get(id_, id_) if id_ else None


def make_ends(draft: Draft, shown: str) -> list[Problem]:
    """Make the nodes that relations lead between, where a file has nothing else.

    Each gets the first kind of the vocabulary that fits all its relations; what it was called is
    its name, and its id where it can be.
    """
    called = {end for r in draft.relations for end in (r.source, r.target, r.represents) if end}
    if draft.nodes or not called:
        return []
    ids = make_ids(called)
    kinds = _fitting_kinds(draft.relations, draft.vocabulary)
    first: dict[str, Location | None] = {}
    for relation in draft.relations:
        for end in (relation.source, relation.target, relation.represents):
            if end:
                first.setdefault(end, relation.location)
    language = draft.language or "en"
    for name, place in first.items():
        kind = next(k for k in draft.vocabulary.kinds if k in kinds.get(name, {k}))
        node = Node(id=ids[name], kind=kind, name=LocalText.of(name, language), location=place)
        draft.nodes.append(node)
    put_ids(draft, ids)
    return [problem("nodes-made", Location(shown, 0, 0), count=len(first))]


def _fitting_kinds(
    relations: Iterable[Relation], vocabulary: Vocabulary
) -> dict[str, frozenset[str]]:
    fitting: dict[str, frozenset[str]] = {}
    for relation in relations:
        type_ = vocabulary.types.get(relation.type)
        if type_ is None:
            continue
        for end, kinds in ((relation.source, type_.sources), (relation.target, type_.targets)):
            # Where nothing fits them all, the first stands, and the model's laws tell the rest.
            both = fitting.get(end, kinds) & kinds
            fitting[end] = both or fitting[end]
    return fitting


def _renamed(relation: Relation, ids: Mapping[str, str]) -> Relation:
    target = ids.get(relation.target, relation.target)
    renamed = replace(
        relation,
        source=ids.get(relation.source, relation.source),
        target=target,
        represents=_given(relation.represents, ids),
        # The body of the relation itself goes without saying.
        seat_body=None if (body := _given(relation.seat_body, ids)) == target else body,
    )
    return replace(renamed, id=renamed.usual_id) if relation.id == relation.usual_id else renamed
