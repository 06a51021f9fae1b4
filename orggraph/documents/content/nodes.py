"""Who is who in a report: everybody and everything that is named."""

from collections.abc import Iterator
from itertools import islice

from orggraph.documents.content.parts import MOST_ROWS, Making, words
from orggraph.documents.document import Block, Paragraph, Run, Words
from orggraph.model import Node
from orggraph.queries.selection import find_nodes
from orggraph.reports.teller import Teller

_COLUMNS = ("name", "kind", "classification", "title", "remarks")


def tell_nodes(making: Making) -> Iterator[Block]:
    """Yield a table of all nodes, by kind and name."""
    tell = making.tell
    shown = list(islice(find_nodes(tell.graph).nodes, MOST_ROWS))
    if not shown:
        return
    yield making.heading(1, tell.say("chapter-nodes"))
    whole = len(tell.graph)
    rows = [_row(making, node) for node in shown]
    used = [at for at, _ in enumerate(_COLUMNS) if at < 2 or any(row[at] for row in rows)]
    headings = [tell.say(f"col-{_COLUMNS[at]}") for at in used]
    caption = tell.say("nodes-table", number=tell.number(whole))
    yield making.table(caption, headings, [tuple(row[at] for at in used) for row in rows])
    if whole > len(shown):
        told = tell.say("nodes-left-out", number=tell.number(whole - len(shown)))
        yield Paragraph((Run(told, quiet=True),))


def _row(making: Making, node: Node) -> tuple[Words, ...]:
    tell = making.tell
    return (
        words(tell.text(node.name), making.notes.numbers(node.evidence)),
        words(tell.kind(node)),
        words(tell.text(node.classification)),
        words(tell.text(node.title)),
        words("; ".join(_remarks(tell, node))),
    )


def _remarks(tell: Teller, node: Node) -> list[str]:
    told = [tell.text(node.note), tell.period(node.period)]
    told += [f"{scheme} {value}" for scheme, value in node.identifiers]
    told += [tell.say("inferred")] if node.status == "inferred" else []
    return [each for each in told if each]
