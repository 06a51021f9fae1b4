"""Tell reporting lines: chains, trees and common superiors."""

from typing import Any

from orggraph.queries import Chain, CommonSuperiors, OutlineRow, Tree
from orggraph.reports.blocks import Block, Outline, OutlineLine, Paragraph, Report
from orggraph.reports.records import relation_record
from orggraph.reports.teller import Teller


def report_chain(tell: Teller, chain: Chain) -> Report:
    """Return the report of a node's reporting line up to the top."""
    records = [_row_record(tell, row) for row in chain.rows]
    data = {
        "node": chain.node,
        "name": tell.name(chain.node),
        "rows": records,
        "tops": list(chain.tops),
    }
    blocks: list[Block] = [_outline(tell, chain.rows, upward=True)]
    if len(chain.rows) == 1:
        blocks.append(Paragraph(tell.say("reports-to-nobody", node=tell.name(chain.node)), "fair"))
    return Report(data, tuple(records), tuple(blocks))


def report_tree(tell: Teller, tree: Tree) -> Report:
    """Return the report of all that reports to a node, or of all reporting lines."""
    records = [_row_record(tell, row) for row in tree.rows]
    data = {
        "node": tree.node,
        "name": None if tree.node is None else tell.name(tree.node),
        "rows": records,
        "outside": tree.outside,
    }
    blocks: list[Block] = [_outline(tell, tree.rows, upward=False)] if tree.rows else []
    if tree.node is not None and len(tree.rows) == 1:
        blocks.append(Paragraph(tell.say("nobody-reports", node=tell.name(tree.node)), "fair"))
    elif not tree.rows:
        blocks.append(Paragraph(tell.say("no-lines"), "fair"))
    if tree.outside:
        blocks.append(Paragraph(tell.say("outside-lines", count=tree.outside), "dim"))
    return Report(data, tuple(records), tuple(blocks))


def report_common(tell: Teller, common: CommonSuperiors) -> Report:
    """Return the report of the lowest common superiors, with the lines that lead to them."""
    data: dict[str, Any] = {
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
    records = [
        {"node": node, "superior": top, "superior_name": tell.name(top), "hops": len(line)}
        for node, top, line in common.lines
    ]
    names = tell.names(common.nodes)
    if not common.superiors:
        ends = "; ".join(
            f"{tell.name(node)} → {tell.names(tops)}" for node, tops in common.line_ends
        )
        blocks: list[Block] = [
            Paragraph(tell.say("no-common", nodes=names), "bad"),
            Paragraph(tell.say("lines-end", ends=ends)),
        ]
        return Report(data, (), tuple(blocks))
    blocks = [
        Paragraph(tell.say("common", nodes=names, superiors=tell.names(common.superiors)), "good")
    ]
    for node, _, line in common.lines:
        rows = [OutlineRow(0, node)]
        rows += [OutlineRow(depth, r.target, r) for depth, r in enumerate(line, 1)]
        blocks.append(_outline(tell, tuple(rows), upward=True))
    return Report(data, tuple(records), tuple(blocks))


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


def _row_record(tell: Teller, row: OutlineRow) -> dict[str, Any]:
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
