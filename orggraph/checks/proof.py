"""Rules of proof: what is stated rests on words, and what is inferred says why."""

from collections.abc import Iterator

from orggraph.checks.case import Case
from orggraph.model import Relation, Seat
from orggraph.source import Problem, problem
from orggraph.text import TextList


def find_unproven(case: Case) -> Iterator[Problem]:
    """Yield the stated relations and seats without evidence, where the file has sources at all."""
    if not case.whole.sources:
        return
    for relation in _stated(case):
        if relation.status == "stated" and not relation.evidence:
            yield problem(
                "statement-without-evidence",
                relation.location,
                subjects=[relation.id],
                source=case.name(relation.source),
                relation=TextList((case.whole.vocabulary.types[relation.type].label,)),
                target=case.name(relation.target),
            )
    for seat in case.whole.seats.values():
        if seat.status == "stated" and not seat.evidence:
            yield problem(
                "seat-without-evidence",
                seat.location,
                subjects=[seat.id],
                seat=case.seat_name(seat),
                body=case.name(seat.body),
            )


def find_unproven_nodes(case: Case) -> Iterator[Problem]:
    """Yield the stated nodes of which no word is quoted: not theirs, nor of what concerns them."""
    graph = case.whole
    if not graph.sources:
        return
    proven = {node for seat in graph.seats.values() if seat.evidence for node in _around(seat)}
    for relation in graph.relations.values():
        if relation.evidence:
            proven |= {relation.source, relation.target, relation.represents or ""}
    for node in graph.nodes.values():
        own = node.evidence or any(purpose.evidence for purpose in node.purposes)
        if node.status == "stated" and not own and node.id not in proven:
            yield problem(
                "node-without-evidence", node.location, subjects=[node.id], node=case.name(node.id)
            )


def find_unreasoned(case: Case) -> Iterator[Problem]:
    """Yield what is inferred without a note that says from what."""
    for relation in _stated(case):
        if relation.status == "inferred" and not (relation.note or relation.inferred):
            yield problem(
                "inferred-without-reason",
                relation.location,
                subjects=[relation.id],
                what=_sentence(case, relation),
            )
    for seat in case.whole.seats.values():
        if seat.status == "inferred" and not seat.note:
            what = case.seat_name(seat)
            yield problem("inferred-without-reason", seat.location, subjects=[seat.id], what=what)
    for node in case.whole.nodes.values():
        if node.status == "inferred" and not node.note:
            what = case.name(node.id)
            yield problem("inferred-without-reason", node.location, subjects=[node.id], what=what)


class _Sentence(tuple[TextList, ...]):
    """A relation in words, to be told in any language."""

    __slots__ = ()

    def message(self, language: str, /) -> str:
        return " ".join(part.message(language) for part in self)


def _sentence(case: Case, relation: Relation) -> _Sentence:
    label = TextList((case.whole.vocabulary.types[relation.type].label,))
    return _Sentence((case.name(relation.source), label, case.name(relation.target)))


def _stated(case: Case) -> Iterator[Relation]:
    return (relation for relation in case.whole.relations.values() if not relation.is_derived)


def _around(seat: Seat) -> Iterator[str]:
    yield seat.body
    yield from (filling.by for filling in seat.fillings)
    yield from filter(None, (seat.represents, seat.count.per))
