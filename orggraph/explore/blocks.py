"""The blocks of an answer as JSON, with the nodes that their words name."""

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any

from orggraph.reports.blocks import Block, Linked, Outline, Paragraph, Route, Table
from orggraph.reports.teller import Teller

MOST_ROWS = 500
"""How many rows of a table, and lines of an outline, a page has at most."""

Json = dict[str, Any]


class Names:
    """Which nodes words may name: those around what an answer is about."""

    def __init__(self, tell: Teller, nodes: Iterable[str] = ()) -> None:
        named: dict[str, str | None] = {}
        for node in nodes:
            name = tell.name(node)
            # Of two with one name, the words do not tell which is meant.
            named[name] = node if named.get(name, node) == node else None
        self._nodes: Mapping[str, str | None] = named

    def of(self, words: str) -> str | None:
        """Return the node that words name: all of them, or what stands before a comma or bracket.

        None where they name none, or several.
        """
        if words in self._nodes:
            return self._nodes[words]
        stops = (place for place, sign in enumerate(words) if sign in ",(*")
        starts = (words[:place].rstrip() for place in stops)
        found = [start for start in starts if start in self._nodes]
        return self._nodes[found[-1]] if found else None


def to_json(blocks: Iterable[Block], tell: Teller, nodes: Iterable[str] = ()) -> list[Json]:
    """Return blocks as JSON, each with its name under ``block``.

    Words that lead to an address have it as ``href``, and those that name one of ``nodes`` its id
    as ``node``. Of very long tables and outlines the first lines are there, and how many more.
    """
    names = Names(tell, nodes)
    return [told for block in blocks for told in _block(block, tell, names)]


def _block(block: Block, tell: Teller, names: Names) -> Iterable[Json]:
    match block:
        case Table(headings, rows):
            first = list(islice(rows, MOST_ROWS + 1))
            told = [[_cell(cell, names) for cell in row] for row in first[:MOST_ROWS]]
            yield {"block": "Table", "headings": list(headings), "rows": told}
            yield from _more(len(first), tell, names)
        case Outline(lines):
            first_lines = list(islice(lines, MOST_ROWS + 1))
            yield {
                "block": "Outline",
                "lines": [
                    {"depth": line.depth, "text": _cell(line.text, names), "note": line.note}
                    for line in first_lines[:MOST_ROWS]
                ],
            }
            yield from _more(len(first_lines), tell, names)
        case Route(start, steps):
            told_steps = [
                {
                    "relation": step.relation,
                    "details": [_cell(detail, Names(tell)) for detail in step.details],
                    "to": _cell(step.to, names),
                }
                for step in steps
            ]
            yield {"block": "Route", "start": _cell(start, names), "steps": told_steps}
        case _:
            yield {"block": type(block).__name__, **_values(block)}


def _more(count: int, tell: Teller, names: Names) -> Iterable[Json]:
    if count > MOST_ROWS:
        words = tell.say("explore-more-rows", most=tell.number(MOST_ROWS))
        yield from _block(Paragraph(words, "dim"), tell, names)


def _values(block: Any) -> Json:
    return {name: _value(value) for name, value in block._asdict().items()}


def _value(value: Any) -> Any:
    if isinstance(value, Linked) and value.href:
        return {"text": str(value), "href": value.href}
    if hasattr(value, "_asdict"):
        return _values(value)
    if isinstance(value, tuple | list):
        return [_value(each) for each in value]
    return str(value) if isinstance(value, str) else value


def _cell(words: str, names: Names) -> Any:
    if isinstance(words, Linked) and words.href:
        return {"text": str(words), "href": words.href}
    node = names.of(words)
    return str(words) if node is None else {"text": str(words), "node": node}
