"""Tell lists: nodes, relations, and who does what to whom."""

from collections.abc import Sequence

from orggraph.model import Node, Relation
from orggraph.queries.rows import Rows
from orggraph.queries.selection import NodeList, RelationList
from orggraph.reports.blocks import Block, Paragraph, Record, Report
from orggraph.reports.records import node_record, relation_record
from orggraph.reports.teller import Teller


def report_nodes(tell: Teller, found: NodeList) -> Report:
    """Return the report of a list of nodes."""

    def records() -> Rows[Record]:
        return Rows(lambda: (node_record(tell, node) for node in found.nodes))

    def blocks() -> list[Block]:
        columns = ("id", "kind", "name", "title", "classification")
        rows = Rows(lambda: (_node_row(tell, node) for node in found.nodes))
        return [_table(tell, columns, rows)]

    return Report(records, records, blocks)


def report_relations(tell: Teller, found: RelationList) -> Report:
    """Return the report of a list of relations, as sentences in a table."""

    def records() -> Rows[Record]:
        return tell.each(found.relations, lambda each: relation_record(tell, each), _ends)

    def blocks() -> list[Block]:
        columns = ("from-node", "relation", "to-node", "seat", "count", "term", "role", "basis")
        inverse = found.inverse
        rows = tell.each(
            found.relations, lambda each: _relation_row(tell, each, inverse=inverse), _ends
        )
        also = dict.fromkeys(tell.sentence(relation) for relation in found.related)
        told = [Paragraph(tell.say("also-in-family", sentences="; ".join(also)), "dim")]
        return [_table(tell, columns, rows), *(told if also else ())]

    return Report(records, records, blocks)


def _ends(relation: Relation) -> tuple[str, str]:
    return relation.source, relation.target


def _table(tell: Teller, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Block:
    """Return a table, or that there is nothing to tell."""
    if not rows:
        return Paragraph(tell.say("none-found"), "fair")
    return tell.table(columns, rows)


def _node_row(tell: Teller, node: Node) -> tuple[str, ...]:
    named = (tell.text(text) for text in (node.name, node.title, node.classification))
    return (node.id, tell.kind(node), *named)


def _relation_row(tell: Teller, relation: Relation, *, inverse: bool) -> tuple[str, ...]:
    ends = (tell.name(relation.source), tell.name(relation.target))
    first, second = reversed(ends) if inverse else ends
    return (
        first,
        tell.label(relation.type, inverse=inverse),
        second,
        tell.seat_of(relation),
        tell.count(relation.seats),
        tell.term(relation.term),
        tell.role(relation.role),
        tell.basis(relation),
    )
