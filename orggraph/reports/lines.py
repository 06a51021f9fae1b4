"""Tell reporting lines: chains, trees and common superiors."""

from collections.abc import Iterable, Iterator, Sequence

from orggraph.queries.lines import Chain, CommonSuperiors, OutlineRow, Tree
from orggraph.queries.rows import Rows, has_more_than
from orggraph.reports.blocks import Block, Outline, OutlineLine, Paragraph, Record, Report
from orggraph.reports.records import relation_record
from orggraph.reports.teller import Teller


def report_chain(tell: Teller, chain: Chain) -> Report:
    """Return the report of a node's reporting line up to the top."""

    def blocks() -> Iterator[Block]:
        yield Outline(_lines(tell, chain.rows, upward=True))
        if len(chain.rows) == 1:
            yield Paragraph(tell.say("reports-to-nobody", node=tell.name(chain.node)), "fair")

    def data() -> Record:
        return {
            "node": chain.node,
            "name": tell.name(chain.node),
            "rows": records(),
            "tops": list(chain.tops),
        }

    def records() -> Rows[Record]:
        return tell.each(chain.rows, lambda row: _row_record(tell, row), _nodes)

    return Report(data, records, blocks)


def report_tree(tell: Teller, tree: Tree) -> Report:
    """Return the report of all that reports to a node, or of all reporting lines."""

    def blocks() -> Iterator[Block]:
        if tree.rows:
            noted = _Noted(tree.rows)
            yield Outline(_lines(tell, noted, upward=False))
            if noted.has_folded():
                yield Paragraph(tell.say("mark-below"), "dim")
        else:
            yield Paragraph(tell.say("no-lines"), "fair")
        if tree.node is not None and not has_more_than(tree.rows, 1):
            yield Paragraph(tell.say("nobody-reports", node=tell.name(tree.node)), "fair")
        if tree.outside:
            yield Paragraph(tell.say("outside-lines", count=tree.outside), "dim")

    def data() -> Record:
        return {
            "node": tree.node,
            "name": None if tree.node is None else tell.name(tree.node),
            "rows": records(),
            "outside": tree.outside,
        }

    def record(row: OutlineRow) -> Record:
        return {**_row_record(tell, row), "folded": row.folded}

    def records() -> Rows[Record]:
        return tell.each(tree.rows, record, _nodes)

    return Report(data, records, blocks)


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
        yield Outline(_lines(tell, rows, upward=True))


class _Noted:
    """Rows that note whether any of them is cut off, while somebody goes through them."""

    def __init__(self, rows: Sequence[OutlineRow]) -> None:
        self._rows = rows
        self._folded: bool | None = None

    def __iter__(self) -> Iterator[OutlineRow]:
        folded = False
        for row in self._rows:
            folded = folded or row.folded > 0
            yield row
        self._folded = folded

    def has_folded(self) -> bool:
        """Return whether any row is cut off: they are gone through where nobody has."""
        return any(row.folded for row in self) if self._folded is None else self._folded


def _nodes(row: OutlineRow) -> tuple[str]:
    return (row.node,)


def _lines(tell: Teller, rows: Iterable[OutlineRow], *, upward: bool) -> Rows[OutlineLine]:
    return tell.each(rows, lambda row: _line(tell, row, upward=upward), _nodes)


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
    if row.folded:
        notes.append(f"+{tell.number(row.folded)}")
    return OutlineLine(row.depth, text, "; ".join(notes), row.is_last)


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
