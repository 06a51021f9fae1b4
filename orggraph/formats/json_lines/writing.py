"""Write a graph as JSON Lines: first what is said of the whole, then one thing a line."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from orggraph.formats.entries import Entries
from orggraph.formats.exchange import Content, Output, Remarks, WriteOptions
from orggraph.formats.json_lines.lines import HEAD, NODE, RELATION, SEAT
from orggraph.formats.json_text import render_json
from orggraph.formats.yaml.data_file import unquoted

_BREAKS = re.compile("[\x85\u2028\u2029]")
"""What JSON may have in a text, and where some tools would break the line."""


def write_lines(content: Content, options: WriteOptions) -> Output:
    """Return a graph as lines; all of it comes back when it is read again."""
    return Output({"": _iter_lines(content)}, Remarks())


def _iter_lines(content: Content) -> Iterator[bytes]:
    entries = Entries(content)
    yield _line(HEAD, entries.head())
    for node in content.iter_nodes():
        yield _line(NODE, {"id": node.id, "kind": node.kind, **entries.node(node)})
    for seat in content.iter_seats():
        yield _line(SEAT, {"body": seat.body, "key": seat.key, **entries.seat(seat)})
    for relation in content.iter_stated():
        ends = {"source": relation.source, "type": relation.type, "target": relation.target}
        yield _line(RELATION, ends | entries.relation(relation))


def _line(sort: str, said: Mapping[str, Any]) -> bytes:
    text = render_json({sort: unquoted(said)}, indent=None)
    text = _BREAKS.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
    return f"{text}\n".encode()
