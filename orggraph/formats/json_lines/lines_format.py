"""JSON Lines as a format of the registry: the data file, one thing a line.

The first line is about the whole: ``{"graph": {"title": …, "language": …}}``; the others are nodes,
seats and relations: ``{"node": {"id": …, "kind": …, "name": …}}``, ``{"seat": {"body": …, "key":
…}}`` and ``{"relation": {"source": …, "type": …, "target": …}}``. What else an object says has the
keys that a data file has there.
"""

import re
from codecs import BOM_UTF8

from orggraph.formats.exchange import (
    MOST_BYTES,
    Content,
    Format,
    Gathered,
    Large,
    Origin,
    Output,
    ReadOptions,
    WriteOptions,
)

_LINE = re.compile(rb'^\s*\{\s*"(?:graph|node|seat|relation)"\s*:\s*\{', re.MULTILINE)


def _read(origin: Origin, options: ReadOptions) -> Gathered:
    from orggraph.formats.json_lines.gathering import read_lines

    return read_lines(origin, options, MOST_BYTES)


def _write(content: Content, options: WriteOptions) -> Output:
    from orggraph.formats.json_lines.writing import write_lines

    return write_lines(content, options)


def _recognises(head: bytes) -> bool:
    """Tell lines by the key that they begin with, which has an object; one may be broken."""
    return _LINE.search(head.removeprefix(BOM_UTF8)) is not None


JSON_LINES = Format(
    name="jsonl",
    label="JSON Lines",
    read=_read,
    write=_write,
    recognises=_recognises,
    read_options=frozenset({"language"}),
    streams=True,
    large=Large("orggraph.formats.streaming.lines"),
)
