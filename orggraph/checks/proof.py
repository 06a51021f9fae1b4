"""Rules of proof: what is stated rests on words, and what is inferred says why."""

from collections.abc import Iterator

from orggraph.checks.case import Case
from orggraph.checks.place import Place
from orggraph.model import Node, Relation, Seat
from orggraph.source import Problem, problem
from orggraph.text import TextList


def find_unproven(case: Case, relation: Relation) -> Iterator[Problem]:
    """Yield a stated relation without evidence, where the file has sources at all."""
    if case.whole.sources and relation.status == "stated" and not relation.evidence:
        yield problem(
            "statement-without-evidence",
            relation.location,
            subjects=[relation.id],
            source=case.name(relation.source),
            relation=TextList((case.whole.vocabulary.types[relation.type].label,)),
            target=case.name(relation.target),
        )


def find_unproven_seats(case: Case, place: Place) -> Iterator[Problem]:
    """Yield the stated seats without evidence, where the file has sources at all."""
    for seat in place.written if case.whole.sources else ():
        if seat.status == "stated" and not seat.evidence:
            yield problem(
                "seat-without-evidence",
                seat.location,
                subjects=[seat.id],
                seat=case.seat_name(seat),
                body=case.name(seat.body),
            )


def find_unproven_nodes(case: Case, node: Node) -> Iterator[Problem]:
    """Yield a stated node of which no word is quoted: not its own, nor of what concerns it."""
    if not case.whole.sources or node.status != "stated":
        return
    own = node.evidence or any(purpose.evidence for purpose in node.purposes)
    if not own and node.id not in case.facts.proven:
        yield problem(
            "node-without-evidence", node.location, subjects=[node.id], node=case.name(node.id)
        )


def find_unreasoned(case: Case, relation: Relation) -> Iterator[Problem]:
    """Yield a relation that is inferred without a note that says from what."""
    if relation.status == "inferred" and not (relation.note or relation.inferred):
        what = _sentence(case, relation)
        yield problem(
            "inferred-without-reason", relation.location, subjects=[relation.id], what=what
        )


def find_unreasoned_seats(case: Case, place: Place) -> Iterator[Problem]:
    """Yield the seats that are inferred without a note that says from what."""
    for seat in place.written:
        if seat.status == "inferred" and not seat.note:
            what = case.seat_name(seat)
            yield problem("inferred-without-reason", seat.location, subjects=[seat.id], what=what)


def find_unreasoned_nodes(case: Case, node: Node) -> Iterator[Problem]:
    """Yield a node that is inferred without a note that says from what."""
    if node.status == "inferred" and not node.note:
        what = case.name(node.id)
        yield problem("inferred-without-reason", node.location, subjects=[node.id], what=what)


def iter_proven(thing: Relation | Seat) -> Iterator[str]:
    """Yield the nodes that the words quoted for a relation or a seat concern."""
    if not thing.evidence:
        return
    if isinstance(thing, Relation):
        yield from (thing.source, thing.target)
    else:
        yield thing.body
        yield from (filling.by for filling in thing.fillings)
        yield from filter(None, (thing.count.per,))
    yield from filter(None, (thing.represents,))


class _Sentence(tuple[TextList, ...]):
    """A relation in words, to be told in any language."""

    __slots__ = ()

    def message(self, language: str, /) -> str:
        return " ".join(part.message(language) for part in self)


def _sentence(case: Case, relation: Relation) -> _Sentence:
    label = TextList((case.whole.vocabulary.types[relation.type].label,))
    return _Sentence((case.name(relation.source), label, case.name(relation.target)))
