"""The relations of a report, a table for each family."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice

from orggraph.documents.content.parts import MOST_ROWS, Making, words
from orggraph.documents.content.prose import capital
from orggraph.documents.document import Block, Paragraph, Run, Words
from orggraph.model import Relation
from orggraph.reports.teller import Teller
from orggraph.text import collation_key
from orggraph.vocabulary import APPOINTMENT, REPORTING

_CONTACT = "contact"
_COLUMNS = ("from-node", "relation", "to-node", "seat", "term", "remarks")
_ALWAYS = ("from-node", "relation", "to-node")


def tell_families(making: Making) -> Iterator[Block]:
    """Yield a table of each family of relations: first who appoints, reports, is in contact."""
    tell = making.tell
    vocabulary = tell.graph.vocabulary
    first = [each for each in (APPOINTMENT, REPORTING, _CONTACT) if each in vocabulary.families]
    yield making.heading(1, tell.say("chapter-relations"))
    is_any = False
    for family in dict.fromkeys((*first, *vocabulary.families)):
        # Who sits where stands with the bodies already.
        types = vocabulary.types_of(family=family) - vocabulary.types_of(trait="roster")
        for block in _family(making, family, types):
            is_any = True
            yield block
    if not is_any:
        yield Paragraph((Run(tell.say("no-relations")),))


def _family(making: Making, family: str, types: frozenset[str]) -> Iterator[Block]:
    tell, graph = making.tell, making.tell.graph
    found = list(islice(graph.iter_relations(types), MOST_ROWS + 1)) if types else []
    if not found:
        return
    label = capital(tell.text(graph.vocabulary.families[family].label))
    yield making.heading(2, label)
    shown = sorted(found[:MOST_ROWS], key=lambda each: _order(tell, each))
    rows = [_row(making, relation) for relation in shown]
    used = [
        at for at, name in enumerate(_COLUMNS) if name in _ALWAYS or any(row[at] for row in rows)
    ]
    headings = [tell.say(f"col-{_COLUMNS[at]}") for at in used]
    caption = tell.say("family-table", family=label, number=tell.number(len(shown)))
    yield making.table(caption, headings, [tuple(row[at] for at in used) for row in rows])
    if len(found) > MOST_ROWS:
        left = graph.index.count_relations(types) - MOST_ROWS
        facts: Mapping[str, object] = {"number": tell.number(left), "family": family}
        yield Paragraph((Run(tell.say("relations-left-out", **facts), quiet=True),))


def _order(tell: Teller, relation: Relation) -> tuple[object, ...]:
    graph = tell.graph
    body_first = not graph.seats_of(relation.target)
    return (
        collation_key(tell.name(relation.source)),
        graph.vocabulary.rank_of(relation.type),
        body_first,
        collation_key(tell.name(relation.target)),
        relation.id,
    )


def _row(making: Making, relation: Relation) -> tuple[Words, ...]:
    tell = making.tell
    return (
        words(tell.name(relation.source)),
        words(tell.label(relation.type)),
        words(tell.name(relation.target), making.notes.numbers(relation.evidence)),
        words(_seat(tell, relation)),
        words(tell.term(relation.term)),
        words("; ".join(_remarks(tell, relation))),
    )


def _seat(tell: Teller, relation: Relation) -> str:
    """Return the seat that a relation is about, and how many places it has: "Directors (2)"."""
    seat, places = tell.seat_of(relation), tell.count(relation.seats)
    return f"{seat} ({places})" if seat and places else seat or places


def _remarks(tell: Teller, relation: Relation) -> list[str]:
    """Return what is to be said beside a relation.

    That the rule of a seat is what it follows from is no remark: that is where it is stated. Why a
    membership is inferred that another relation follows from is told with the members.
    """
    if not relation.is_derived:
        return tell.remarks(relation)
    remarks = tell.remarks(replace(relation, inferred=()))
    of_seat = set(relation.derived_from) <= {relation.seat_id}
    return [each for each in remarks if not (of_seat and each == tell.say("derived"))]
