"""Tell reporting lines: chains, trees and common superiors."""

from collections.abc import Iterator

from orggraph.queries.lines import Chain, CommonSuperiors, OutlineRow, Tree
from orggraph.reports.blocks import Block, Outline, OutlineLine, Paragraph, Record, Report
from orggraph.reports.records import relation_record
from orggraph.reports.teller import Teller


def report_chain(tell: Teller, chain: Chain) -> Report:
    """Return the report of a node's reporting line up to the top."""

    def blocks() -> Iterator[Block]:
        yield _outline(tell, chain.rows, upward=True)
        if len(chain.rows) == 1:
            yield Paragraph(tell.say("reports-to-nobody", node=tell.name(chain.node)), "fair")

    def data() -> Record:
        return {
            "node": chain.node,
            "name": tell.name(chain.node),
            "rows": _row_records(tell, chain.rows),
            "tops": list(chain.tops),
        }

    return Report(data, lambda: _row_records(tell, chain.rows), lambda: tuple(blocks()))


def report_tree(tell: Teller, tree: Tree) -> Report:
    """Return the report of all that reports to a node, or of all reporting lines."""

    def blocks() -> Iterator[Block]:
        if tree.rows:
            yield _outline(tell, tree.rows, upward=False)
        else:
            yield Paragraph(tell.say("no-lines"), "fair")
        if tree.node is not None and len(tree.rows) == 1:
            yield Paragraph(tell.say("nobody-reports", node=tell.name(tree.node)), "fair")
        if tree.outside:
            yield Paragraph(tell.say("outside-lines", count=tree.outside), "dim")

    def data() -> Record:
        return {
            "node": tree.node,
            "name": None if tree.node is None else tell.name(tree.node),
            "rows": _row_records(tell, tree.rows),
            "outside": tree.outside,
        }

    return Report(data, lambda: _row_records(tell, tree.rows), lambda: tuple(blocks()))


def report_common(tell: Teller, common: CommonSuperiors) -> Report:
    """Return the report of the lowest common superiors, with the lines that lead to them."""
    return Report(
        lambda: _common_data(tell, common),
        lambda: [
            {"node": node, "superior": top, "superior_name": tell.name(top), "hops": len(line)}
            for node, top, line in common.lines
        ],
        lambda: tuple(_common_blocks(tell, common)),
    )


def _common_data(tell: Teller, common: CommonSuperiors) -> Record:
    return {
        "nodes": list(common.nodes),
        "superiors": [{"id": top, "name": tell.name(top)} for top in common.superiors],
        "lines": [
            {
                "node": node,
                "superior": top,
                "relations": [relation_record(tell, relation) for relation in line],
            }
            for node, top, line in common.lines
        ],
        "line_ends": {node: list(ends) for node, ends in common.line_ends},
    }


def _common_blocks(tell: Teller, common: CommonSuperiors) -> Iterator[Block]:
    names = tell.names(common.nodes)
    if not common.superiors:
        yield Paragraph(tell.say("no-common", nodes=names), "bad")
        for node, tops in common.line_ends:
            name = tell.name(node)
            ends_at_itself = tops == (node,)
            key = "reports-to-nobody" if ends_at_itself else "line-ends"
            yield Paragraph(tell.say(key, node=name, ends=tell.names(tops)))
        return
    superiors = tell.names(common.superiors)
    yield Paragraph(tell.say("common", nodes=names, superiors=superiors), "good")
    for node, _, line in common.lines:
        rows = [OutlineRow(0, node)]
        rows += [OutlineRow(depth, r.target, r) for depth, r in enumerate(line, 1)]
        yield _outline(tell, tuple(rows), upward=True)


def _outline(tell: Teller, rows: tuple[OutlineRow, ...], *, upward: bool) -> Outline:
    return Outline(tuple(_line(tell, row, upward=upward) for row in rows))


def _line(tell: Teller, row: OutlineRow, *, upward: bool) -> OutlineLine:
    notes = []
    text = tell.name(row.node)
    if row.relation is not None:
        label = tell.label(row.relation.type)
        text = f"{label} {text}" if upward else text
        notes += [] if upward else [label]
        notes += tell.remarks(row.relation)
    if row.repeated:
        notes.append(tell.say("see-above"))
    return OutlineLine(row.depth, text, "; ".join(notes))


def _row_records(tell: Teller, rows: tuple[OutlineRow, ...]) -> list[Record]:
    return [_row_record(tell, row) for row in rows]


def _row_record(tell: Teller, row: OutlineRow) -> Record:
    relation = row.relation
    return {
        "depth": row.depth,
        "node": row.node,
        "name": tell.name(row.node),
        "kind": tell.graph.nodes[row.node].kind,
        "relation": relation.id if relation else None,
        "type": relation.type if relation else None,
        "label": tell.label(relation.type) if relation else None,
        "line": relation.line if relation else None,
        "status": relation.status if relation else None,
        "evidence": tell.evidence_records(relation.evidence) if relation else [],
        "repeated": row.repeated,
    }
