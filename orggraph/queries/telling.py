"""Parts of a graph in words of one language: what answers and pictures both say."""

from collections.abc import Iterable

from orggraph.model import (
    Count,
    Filling,
    Graph,
    Node,
    Period,
    Relation,
    RoleName,
    Seat,
    Term,
)
from orggraph.text import LocalText
from orggraph.words import say


class Telling:
    """Names, labels and sentences about one graph, all in one language."""

    def __init__(self, graph: Graph, language: str) -> None:
        self.graph = graph
        self.language = language

    def say(self, key: str, **facts: object) -> str:
        """Return a phrase of the tool's own words."""
        return say(key, self.language, **facts)

    def text(self, text: LocalText | None) -> str:
        """Return a text of the data on one line; empty for None."""
        return "" if text is None else " ".join(text.in_language(self.language).split())

    def name(self, node_id: str) -> str:
        """Return the name of a node, or the id of one that is not there on the date asked for."""
        node = self.graph.nodes.get(node_id)
        return node_id if node is None else self.text(node.name)

    def names(self, node_ids: Iterable[str]) -> str:
        """Return the names of some nodes, with commas."""
        return ", ".join(map(self.name, node_ids))

    def label(self, type_id: str, *, inverse: bool = False) -> str:
        """Return the label of a relation type, read forwards or backwards."""
        type_ = self.graph.vocabulary.types[type_id]
        return self.text(type_.inverse if inverse else type_.label)

    def family(self, type_id: str) -> str:
        """Return the label of the family of a relation type."""
        family = self.graph.vocabulary.types[type_id].family
        return self.text(self.graph.vocabulary.families[family].label)

    def kind(self, node: Node) -> str:
        """Return the label of a node's kind, and whether it stands for several."""
        label = self.text(self.graph.vocabulary.kinds[node.kind].label)
        return self.say("collective-of", kind=label) if node.collective else label

    def role(self, role: RoleName | None) -> str:
        """Return a role; empty for None."""
        return self.text(role.label) if role else ""

    def vote(self, vote: bool | None) -> str:
        """Return whether there is a vote; empty where nothing is said."""
        return "" if vote is None else self.say("yes" if vote else "no")

    def number(self, number: int) -> str:
        """Return a number with its thousands apart."""
        return say_number(number, self.language)

    def count(self, count: Count | None) -> str:
        """Return a number of seats, with the collective it counts by."""
        if count is None:
            return ""
        if count.per is None:
            return count.amount
        return self.say("count-per", amount=count.amount, collective=self.name(count.per))

    def term(self, term: Term | None) -> str:
        """Return a length of time; empty for None."""
        if term is None:
            return ""
        number, unit = term.amount
        return self.say(f"{unit}s" if number != 1 else unit, number=number)

    def fillings(self, fillings: Iterable[Filling]) -> str:
        """Return who fills a seat and how: "appointed by KD-Net"."""
        told = (f"{self.label(f.type, inverse=True)} {self.name(f.by)}" for f in fillings)
        return ", ".join(told)

    def seat(self, seat: Seat) -> str:
        """Return what a seat is called: its name, or its role, or its key."""
        return self.text(seat.name) or self.role(seat.role) or seat.key

    def seat_of(self, relation: Relation) -> str:
        """Return the name of the seat that a relation concerns; empty for none."""
        if relation.seat is None:
            return ""
        seat = self.graph.seats.get(f"{relation.seat_body or relation.target}/{relation.seat}")
        return self.seat(seat) if seat else relation.seat

    def basis(self, relation: Relation) -> str:
        """Return whether a relation is stated, inferred or derived."""
        told = [self.say("derived")] if relation.is_derived else []
        if relation.status == "inferred" or not told:
            told.append(self.say(relation.status))
        return ", ".join(told)

    def sentence(self, relation: Relation, *, inverse: bool = False) -> str:
        """Return a relation as a sentence: "KD-Net appoints The steering group (Chair, 1)"."""
        ends = (relation.source, relation.target)
        first, second = reversed(ends) if inverse else ends
        about = [self.seat_of(relation), self.count(relation.seats), self.term(relation.term)]
        told = ", ".join(filter(None, about))
        label = self.label(relation.type, inverse=inverse)
        return f"{self.name(first)} {label} {self.name(second)}" + (f" ({told})" if told else "")

    def remarks(self, relation: Relation) -> list[str]:
        """Return what is to be said beside a relation: its note, line, status and dates."""
        remarks = [self.text(relation.note)]
        if relation.line != "solid":
            remarks.append(self.say("dotted"))
        if relation.is_derived:
            remarks.append(self.say("derived"))
        if relation.status == "inferred" and not relation.inferred:
            remarks.append(self.say("inferred"))
        for attribute, reason in relation.inferred:
            remarks.append(
                self.say("inferred-why", what=self.say(f"col-{attribute}"), why=self.text(reason))
            )
        remarks.append(self.period(relation.period))
        return [remark for remark in remarks if remark]

    def period(self, period: Period) -> str:
        """Return a span of time; empty where it has no dates."""
        start, end = period.start, period.end
        if start and end:
            return self.say("from-until", start=start, end=end)
        if start or end:
            return self.say("from" if start else "until", date=start or end)
        return ""


def say_number(number: int, language: str) -> str:
    """Return a number with its thousands apart: 1,204 in English, 1.204 in Danish."""
    return f"{number:,}".replace(",", say("thousands-sign", language))
