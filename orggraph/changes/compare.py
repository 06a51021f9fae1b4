"""Hold two versions of an organisation against each other."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from orggraph.changes.change import Change, Checked, Diff, FieldChange
from orggraph.changes.fields import compare_fields, local_values
from orggraph.changes.findings import compare_problems
from orggraph.changes.matches import find_moves
from orggraph.changes.moving import (
    Moves,
    has_usual_id,
    move_parts,
    move_relation,
    move_setting,
    name_one_file,
)
from orggraph.changes.quotes import compare_order, compare_quotes
from orggraph.checks import CheckReport, check
from orggraph.evidence.verify import Sources
from orggraph.model import Graph, Node, Relation, RuleSetting, Seat, Source
from orggraph.text import LocalText
from orggraph.vocabulary import Family, RelationType, Role

T = TypeVar("T", Node, Relation, Seat, Source)


def compare(
    old: Graph,
    new: Graph,
    *,
    old_sources: Sources | None = None,
    new_sources: Sources | None = None,
    labels: tuple[str, str] = ("", ""),
) -> Diff:
    """Return everything that differs between two versions, by stable id, with renames found.

    The sources are the documents that each is held against, those that it names where none are
    given. An empty diff means that the versions say the same, and that a check finds the same.
    Backwards the diff is the same with old and new exchanged.
    """
    documents = (old_sources or Sources(old), new_sources or Sources(new))
    found = (check(old, documents[0]), check(new, documents[1]))
    moves = find_moves(old, new)
    moved = Graph.from_sound(move_parts(old, moves)) if moves else old
    given = _given(old)
    node_ids = {id_: moves.node(id_) for id_ in old.nodes}
    seat_ids = {id_: moves.seat(id_) for id_ in old.seats}
    relation_ids = {id_: move_relation(relation, moves).id for id_, relation in given.items()}
    compared = _Compared(found, frozenset(moves.relations.values()))
    rosters = {*old.vocabulary.types_of(trait="roster"), *new.vocabulary.types_of(trait="roster")}
    nodes = compared.things(node_ids, old.nodes, moved.nodes, new.nodes)
    seats = compared.things(seat_ids, old.seats, moved.seats, new.seats)
    relations = compared.things(relation_ids, given, _given(moved), _given(new))
    sources = compared.things(moves.sources, old.sources, moved.sources, new.sources)
    return Diff(
        old,
        new,
        renamed=tuple(moves.nodes.items()),
        nodes=nodes,
        relations=tuple(change for change in relations if change.one.type not in rosters),
        seats=seats,
        members=tuple(change for change in relations if change.one.type in rosters),
        evidence=tuple(compared.evidence),
        problems=tuple(
            compare_problems(
                found[0].problems,
                found[1].problems,
                (old, new),
                documents,
                {**relation_ids, **seat_ids, **node_ids},
            )
        ),
        sources=sources,
        settings=tuple(_settings(old, new, moves)),
        general=tuple(_general(old, new)),
        labels=labels,
        documents=documents,
    )


class _Compared:
    """Compares things of one kind after another, and collects what became of their quotations."""

    def __init__(self, found: tuple[CheckReport, CheckReport], paired: Collection[str]) -> None:
        was, now = (
            {claim.evidence: verification for claim, verification in report.evidence}
            for report in found
        )
        self.checks = (was.__getitem__, now.__getitem__)
        self.paired = paired
        self.evidence: list[Change[Checked]] = []

    def things(
        self,
        ids: Mapping[str, str],
        old: Mapping[str, T],
        moved: Mapping[str, T],
        new: Mapping[str, T],
    ) -> tuple[Change[T], ...]:
        """Return what became of things by id: those that changed or are new, then what is gone.

        ``moved`` are the old ones under the ids of the new version, which ``ids`` gives.
        """
        was = {ids.get(id_, id_): thing for id_, thing in old.items()}
        found: list[Change[T]] = []
        for id_, now in new.items():
            if id_ not in was:
                found.append(Change(None, now))
            else:
                fields = self._fields(was[id_], moved[id_], now)
                found += [Change(was[id_], now, fields)] if fields else []
        found += [Change(thing, None) for id_, thing in was.items() if id_ not in new]
        return tuple(found)

    def _fields(self, old: T, moved: T, new: T) -> tuple[FieldChange, ...]:
        """Return what differs between two that are the same thing."""
        if isinstance(old, Source) and isinstance(new, Source) and name_one_file(old, new):
            moved = replace(moved, file=new.file)
        fields: tuple[FieldChange, ...] = compare_fields(old, moved, new)
        if not isinstance(old, Source):
            self.evidence += compare_quotes(old, moved, new, self.checks)
            fields += compare_order(moved, new)
        return (*self._ids(old, new, bool(fields)), *fields)

    def _ids(self, old: T, new: T, is_changed: bool) -> Iterator[FieldChange]:
        """Yield what a thing is called in the file, where that changed.

        The id of a relation that the file gives none follows from the rest.
        """
        was, now = (thing.key if isinstance(thing, Seat) else thing.id for thing in (old, new))
        if isinstance(old, Relation) and isinstance(new, Relation):
            follows = has_usual_id(old) and has_usual_id(new)
            if new.id not in self.paired or (follows and is_changed):
                return
        if was != now:
            yield FieldChange("id", was, now)


def _given(graph: Graph) -> dict[str, Relation]:
    return {id_: r for id_, r in graph.relations.items() if not r.is_derived}


def _settings(old: Graph, new: Graph, moves: Moves) -> Iterator[Change[RuleSetting]]:
    """Yield what became of the settings of rules, by code and subjects."""
    was: dict[object, list[tuple[RuleSetting, RuleSetting]]] = {}
    for before in old.settings:
        as_moved = move_setting(before, moves)
        was.setdefault((as_moved.code, as_moved.subjects), []).append((before, as_moved))
    for setting in new.settings:
        same = was.get((setting.code, setting.subjects))
        if not same:
            yield Change(None, setting)
            continue
        before, as_moved = same.pop(0)
        if fields := compare_fields(before, as_moved, setting):
            yield Change(before, setting, fields)
    yield from (Change(before, None) for pairs in was.values() for before, _ in pairs)


def _general(old: Graph, new: Graph) -> Iterator[FieldChange]:
    """Yield what differs of the graph as a whole: its title, language and vocabulary."""
    titles = (local_values("title", graph.title) if graph.title else {} for graph in (old, new))
    was, now = titles
    yield from _differing(was, now)
    yield from _differing({"language": old.language}, {"language": new.language})
    for area in ("families", "types", "roles"):
        terms, others = getattr(old.vocabulary, area), getattr(new.vocabulary, area)
        for id_ in sorted({*terms, *others}):
            name = f"vocabulary.{area}.{id_}"
            yield from _differing(_term(name, terms.get(id_)), _term(name, others.get(id_)))


def _term(name: str, term: Family | RelationType | Role | None) -> dict[str, object]:
    """Return a term of the vocabulary as plain values."""
    plain: dict[str, object] = {}
    for attribute, value in zip(term._fields, term, strict=True) if term else ():
        key = f"{name}.{attribute}"
        if isinstance(value, LocalText):
            plain |= local_values(key, value)
        elif attribute != "id":
            plain[key] = tuple(sorted(value)) if isinstance(value, frozenset) else value
    return plain


def _differing(old: Mapping[str, object], new: Mapping[str, object]) -> Iterator[FieldChange]:
    for name in dict.fromkeys((*new, *old)):
        if old.get(name) != new.get(name):
            yield FieldChange(name, old.get(name), new.get(name))
