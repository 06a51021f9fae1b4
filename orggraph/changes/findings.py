"""Which findings of a check came and went."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import NamedTuple

from orggraph.changes.change import Change, FieldChange
from orggraph.evidence.verify import Sources
from orggraph.model import Graph
from orggraph.source import Problem
from orggraph.text import LocalText

Facts = tuple[tuple[str, object], ...]
_About = tuple[str, tuple[str, ...]]  # a code, and the ids of what it concerns


class _Known(NamedTuple):
    """A finding in terms that both versions share: of what, first of all, and with which facts."""

    problem: Problem
    about: _About
    first: str | None
    facts: Facts


_Groups = dict[_About, list[_Known]]


def compare_problems(
    old: Iterable[Problem],
    new: Iterable[Problem],
    graphs: tuple[Graph, Graph],
    documents: tuple[Sources, Sources],
    ids: Mapping[str, str],
) -> Iterator[Change[Problem]]:
    """Yield the findings that came, went, or tell other facts or another severity, by code.

    Two are the same where they have one code and concern the same nodes and seats, whatever these
    are called now; ``ids`` has the new ids by the old. Where they stand does not matter, nor where
    the documents are. One that concerns more or fewer than before is the same still, where no other
    could be it.
    """
    before = _by_subject(_known(old, graphs[0], documents[0], ids))
    after = _by_subject(_known(new, graphs[1], documents[1], {}))
    for was, now in _grown(before, after):
        after[was] = after.pop(now)
    for about in sorted({*before, *after}):
        yield from _compare(before.get(about, []), after.get(about, []))


def _grown(before: _Groups, after: _Groups) -> list[tuple[_About, _About]]:
    """Return what findings concerned, and concern now, where that grew or shrank.

    Both begin with the same subject, such as a seat whose holders are told, and no other finding
    of their code does.
    """
    firsts: dict[tuple[str | None, ...], tuple[list[_About], list[_About]]] = {}
    for side, (groups, others) in enumerate(((before, after), (after, before))):
        for about, found in groups.items():
            starts = {each.first for each in found}
            if about not in others and len(starts) == 1:
                firsts.setdefault((about[0], *starts), ([], []))[side].append(about)
    alone = [(old[0], new[0]) for old, new in firsts.values() if len(old) == len(new) == 1]
    return [
        (old, new) for old, new in alone if set(old[1]) < set(new[1]) or set(new[1]) < set(old[1])
    ]


def _compare(old: list[_Known], new: list[_Known]) -> Iterator[Change[Problem]]:
    left, others = list(old), list(new)
    for one in old:
        same = [other for other in others if other.facts == one.facts]
        if same:
            left.remove(one)
            others.remove(same[0])
            if one.problem.severity != same[0].problem.severity or one.about != same[0].about:
                yield from _changed(one, same[0])
    for one, other in zip_longest(left, others):
        if one and other:
            yield from _changed(one, other)
        else:
            yield Change(one and one.problem, other and other.problem)


def _changed(old: _Known, new: _Known) -> Iterator[Change[Problem]]:
    """Yield that a finding tells other words or numbers, or counts otherwise, where it does.

    What things are called, or whom a line leads to now, is told of the things themselves.
    """
    was, now = dict(old.facts), dict(new.facts)
    facts = old.problem.facts, new.problem.facts
    fields = [
        FieldChange(name, facts[0].get(name), facts[1].get(name))
        for name in sorted({*was, *now})
        if was.get(name) != now.get(name)
        and all(isinstance(each.get(name), str | int | float | None) for each in facts)
    ]
    if old.problem.severity != new.problem.severity:
        fields.append(FieldChange("severity", old.problem.severity, new.problem.severity))
    if old.about != new.about:
        fields.append(FieldChange("subjects", old.problem.subjects, new.problem.subjects))
    if fields:
        yield Change(old.problem, new.problem, tuple(fields))


def _known(
    problems: Iterable[Problem], graph: Graph, sources: Sources, ids: Mapping[str, str]
) -> Iterator[_Known]:
    read = _reader(graph, sources, ids)
    for problem in problems:
        subjects = [ids.get(id_, id_) for id_ in problem.subjects]
        seats = _seat_labels(graph, problem)
        facts = tuple((name, read(fact, seats)) for name, fact in sorted(problem.facts.items()))
        about = problem.code, tuple(sorted(subjects))
        yield _Known(problem, about, subjects[0] if subjects else None, facts)


def _by_subject(known: Iterable[_Known]) -> _Groups:
    groups: _Groups = {}
    for each in sorted(known, key=lambda k: (k.about, str(k.facts))):
        groups.setdefault(each.about, []).append(each)
    return groups


def _reader(
    graph: Graph, sources: Sources, ids: Mapping[str, str]
) -> Callable[[object, Collection[str]], object]:
    """Return what turns a fact into terms of the new version: an id or a name into a new id.

    A node that is called something else now is the same node.
    """
    called: dict[object, str] = {}
    for node in graph.nodes.values():
        for spelling in (node.name, *node.name.all()):
            called.setdefault(spelling, f"id {ids.get(node.id, node.id)}")
    for id_ in graph.sources:
        called[sources.path(id_)] = "document"  # whose it is, the problem says
    for id_ in (*graph.nodes, *graph.seats, *graph.relations):
        called[id_] = f"id {ids.get(id_, id_)}"

    def read(fact: object, seats: Collection[str]) -> object:
        match fact:
            case Problem():
                return (fact.name, *((name, read(value, seats)) for name, value in _facts(fact)))
            case LocalText() if fact.original in seats:
                return "seat"
            case str() | LocalText():
                return called.get(fact, str(fact))
            case tuple() | list():
                return tuple(read(item, seats) for item in fact)
        return str(fact)

    return read


def _seat_labels(graph: Graph, problem: Problem) -> frozenset[str]:
    """Return what the seats that a finding concerns are called, by name, role or key."""
    seats = [graph.seats[id_] for id_ in problem.subjects if id_ in graph.seats]
    labels = [text.original for seat in seats for text in (seat.name,) if text]
    labels += [seat.role.label.original for seat in seats if seat.role]
    return frozenset((*labels, *(seat.key for seat in seats)))


def _facts(problem: Problem) -> list[tuple[str, object]]:
    facts: Mapping[str, object] = problem.facts
    return sorted(facts.items())
