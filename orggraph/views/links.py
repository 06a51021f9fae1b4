"""The lines of a picture: relations, merged where they run beside each other."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from orggraph.model import Count, Relation
from orggraph.queries.telling import Telling
from orggraph.views.cards import is_unsure, mark
from orggraph.views.citations import find_href
from orggraph.views.content import Link
from orggraph.views.marks import Marks, tell_change
from orggraph.views.ranks import strength_of, superior_end
from orggraph.views.scope import Scope
from orggraph.views.view import Labels, Parallel

MOST_LABELS = 12
"""How many lines of a type that the legend tells alone have words of their own."""


def tell_links(
    tell: Telling, scope: Scope, parallel: Parallel, labels: Labels, marks: Marks
) -> tuple[Link, ...]:
    """Return the lines of a picture, in the order of the graph; each relation is on one of them.

    What came, went or changed is on lines of its own.
    """
    groups: dict[tuple[object, ...], list[Relation]] = defaultdict(list)
    for relation in scope.relations:
        if relation.source != relation.target:
            groups[_group(tell, relation, parallel, marks)].append(relation)
    lines = list(groups.values())
    if parallel == "merged":
        lines = _join_returns(tell, lines, marks)
    untold = _told_by_legend(tell, lines) if labels == "auto" else frozenset()
    return tuple(_link(tell, scope, line, labels, untold, marks) for line in lines)


def label_of(
    tell: Telling,
    relations: Sequence[Relation],
    untold: Iterable[str] = (),
    *,
    inverse: bool = False,
) -> str:
    """Return what parallel relations are called, with numbers of seats: "appoints 3 / elects 1".

    The words of the types in ``untold`` are left out, but not their numbers. With ``inverse`` it is
    what they are called from the other end: "3 appointed by / 1 elected by".
    """
    types = sorted({r.type for r in relations}, key=tell.graph.vocabulary.rank_of)
    parts = []
    for type_ in types:
        of_type = [r for r in relations if r.type == type_]
        words = tell.label(type_, inverse=True) if inverse else _words(tell, of_type)
        words = "" if type_ in untold else words
        told = [words, _seats(tell, of_type)]
        # The number is of those who are appointed, not of those who appoint them.
        words = " ".join(filter(None, reversed(told) if inverse else told))
        parts.append(mark(words, any(r.status == "inferred" for r in of_type)))
    return " / ".join(dict.fromkeys(filter(None, parts)))


def _words(tell: Telling, relations: Sequence[Relation]) -> str:
    """Return what relations of one type are called; a membership by its role, where it has one."""
    graph, first = tell.graph, relations[0]
    if len(relations) > 1 or first.type not in graph.vocabulary.types_of(trait="roster"):
        return tell.label(first.type)
    seat = graph.seats.get(first.seat_id or "")
    role = tell.role(first.role or (seat.role if seat else None))
    words = mark(role, is_unsure(first, "role")) if role else tell.label(first.type)
    vote = seat.vote if seat and first.vote is None else first.vote
    no_vote = mark(tell.say("no-vote"), is_unsure(first, "vote")) if vote is False else ""
    return ", ".join(filter(None, (words, no_vote)))


def _group(
    tell: Telling, relation: Relation, parallel: Parallel, marks: Marks
) -> tuple[object, ...]:
    """Return what relations of one line have in common."""
    type_ = tell.graph.vocabulary.types[relation.type]
    ends = (relation.source, relation.target)
    # Which end a symmetric relation was stated from does not matter.
    ends = (min(ends), max(ends)) if type_.is_symmetric else ends
    said = type_.family if parallel == "merged" else type_.id
    return (ends, said, type_.is_symmetric, relation.line, marks.of(relation))


def _join_returns(
    tell: Telling, groups: Iterable[list[Relation]], marks: Marks
) -> list[list[Relation]]:
    """Return the lines, those that say the same there and back made one: A and B inform each other.

    A relation with a superior end means something else the other way round, and stays apart.
    """
    lines: dict[tuple[object, ...], list[Relation]] = {}
    for relations in groups:
        first = relations[0]
        types = sorted({relation.type for relation in relations})
        ranked = any(superior_end(tell.graph.vocabulary.types[type_]) for type_ in types)
        said = (*types, first.line, first.status, marks.of(first))
        back = None if ranked else lines.get((first.target, first.source, *said))
        if back is None:
            lines[first.source, first.target, *said] = relations
        else:
            back += relations
    return list(lines.values())


def _link(
    tell: Telling,
    scope: Scope,
    relations: Sequence[Relation],
    labels: Labels,
    untold: frozenset[str],
    marks: Marks,
) -> Link:
    vocabulary = tell.graph.vocabulary
    first = relations[0]
    types = [
        vocabulary.types[id_] for id_ in sorted({r.type for r in relations}, key=vocabulary.rank_of)
    ]
    family = types[0].family
    ends = (superior_end(type_) for type_ in types)
    change = marks.of(first)
    sentences = (tell_change(_sentence(tell, each), change, tell.language) for each in relations)
    hrefs = (find_href(tell.graph, relation.evidence) for relation in relations)
    return Link(
        id=first.id,
        source=first.source,
        target=first.target,
        family=family,
        types=tuple(type_.id for type_ in types),
        relations=tuple(relation.id for relation in relations),
        label="" if labels == "none" else label_of(tell, relations, untold),
        description=" ".join(sentences),
        above=next(filter(None, ends), None),
        strength=strength_of(family),
        arrow=not types[0].is_symmetric,
        mutual=not types[0].is_symmetric and len({relation.source for relation in relations}) > 1,
        dotted=first.line != "solid",
        marked=any(relation.id in scope.path_relations for relation in relations),
        words=label_of(tell, relations),
        inverse=label_of(tell, relations, inverse=True),
        change=change,
        href=next(filter(None, hrefs), None),
    )


def _sentence(tell: Telling, relation: Relation) -> str:
    told = "; ".join((tell.sentence(relation), *tell.remarks(relation)))
    return told if told.endswith((".", "!", "?")) else f"{told}."


def _seats(tell: Telling, relations: Iterable[Relation]) -> str:
    """Return the sum of the seats that relations fill, by the collective they count by."""
    sums: dict[str | None, Count] = {}
    source = ""
    for relation in relations:
        source = relation.source
        if (count := relation.seats) is not None:
            known = sums.get(count.per)
            sums[count.per] = count if known is None else _sum(known, count)
    in_order = (sums[per] for per in sorted(sums, key=lambda per: per or ""))
    return " + ".join(_amount(tell, count, source) for count in in_order)


def _sum(one: Count, other: Count) -> Count:
    limited = one.maximum is not None and other.maximum is not None
    most = (one.maximum or 0) + (other.maximum or 0) if limited else None
    return Count(one.minimum + other.minimum, most, one.per)


def _amount(tell: Telling, count: Count, source: str) -> str:
    """Return a number of seats; where each of the source fills its own, that is said briefly."""
    if count.per == source:
        return tell.say("count-each", amount=count.amount)
    return tell.count(count)


def _told_by_legend(tell: Telling, groups: Iterable[Sequence[Relation]]) -> frozenset[str]:
    """Return the types that are alone in their family and on more lines than need words."""
    lines: dict[str, int] = defaultdict(int)
    families: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        for type_ in {relation.type for relation in group}:
            lines[type_] += 1
            families[tell.graph.vocabulary.types[type_].family].add(type_)
    alone = (next(iter(types)) for types in families.values() if len(types) == 1)
    return frozenset(type_ for type_ in alone if lines[type_] > MOST_LABELS)
