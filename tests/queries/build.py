"""Small graphs from sentences such as ``a reports_to b``."""

import random
from collections.abc import Iterable, Mapping
from dataclasses import replace

from orggraph.model import Graph, Node, PartialDate, Parts, Period, Relation, relation_id
from orggraph.queries.paths import PathResult
from orggraph.text import LocalText


def node(id_: str, kind: str = "body", **more: object) -> Node:
    return Node(**{"id": id_, "kind": kind, "name": LocalText.of(id_), **more})  # type: ignore[arg-type]


def relation(sentence: str, **more: object) -> Relation:
    """Return the relation of ``source type target``, with dates after an @: ``@2020..2024``."""
    words, _, dates = sentence.partition("@")
    source, type_, target = words.split()
    start, _, end = dates.partition("..")
    period = Period(*(PartialDate.parse(d) if d else None for d in (start, end)))
    id_ = relation_id(type_, source=source, target=target)
    given = {"id": id_, "type": type_, "source": source, "target": target, "period": period}
    return Relation(**(given | more))  # type: ignore[arg-type]


def parts_of(
    *sentences: str | Relation, alone: Iterable[str] = (), kinds: Mapping[str, str] | None = None
) -> Parts:
    """Return the parts of relations, with the nodes they name and those ``alone``."""
    relations = tuple(relation(s) if isinstance(s, str) else s for s in sentences)
    ids = dict.fromkeys([*(e for r in relations for e in (r.source, r.target)), *alone])
    return Parts(tuple(node(id_, (kinds or {}).get(id_, "body")) for id_ in ids), relations)


def graph_of(
    *sentences: str | Relation, alone: Iterable[str] = (), kinds: Mapping[str, str] | None = None
) -> Graph:
    return Graph(parts_of(*sentences, alone=alone, kinds=kinds))


def chain_of(count: int, prefix: str = "n") -> list[str]:
    """Return sentences in which each of ``count`` nodes reports to the next."""
    return [f"{prefix}{i:05} reports_to {prefix}{i + 1:05}" for i in range(count - 1)]


def shuffled(parts: Parts, seed: int) -> Parts:
    """Return the same parts in another order."""
    mix = random.Random(seed)
    return replace(
        parts,
        nodes=tuple(mix.sample(parts.nodes, len(parts.nodes))),
        relations=tuple(mix.sample(parts.relations, len(parts.relations))),
        seats=tuple(mix.sample(parts.seats, len(parts.seats))),
    )


def route(found: PathResult, number: int = 0) -> list[str]:
    """Return a path as sentences; a relation read against its direction begins with ``<``."""
    return [
        f"{hop.source} {'' if hop.forward else '<'}{hop.relation.type} {hop.target}"
        for hop in found.paths[number]
    ]


def stops(found: PathResult) -> list[list[str]]:
    """Return the nodes on each path."""
    return [[found.source, *(hop.target for hop in path)] for path in found.paths]
