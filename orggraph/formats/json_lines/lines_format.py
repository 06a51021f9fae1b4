"""JSON Lines as a format of the registry: the data file, one thing a line.

The first line is about the whole: ``{"graph": {"title": …, "language": …}}``; the others are nodes,
seats and relations: ``{"node": {"id": …, "kind": …, "name": …}}``, ``{"seat": {"body": …, "key":
…}}`` and ``{"relation": {"source": …, "type": …, "target": …}}``. What else an object says has the
keys that a data file has there.
"""

import re
from codecs import BOM_UTF8
from collections.abc import Callable
from typing import TYPE_CHECKING

from orggraph.formats.exchange import (
    Content,
    Format,
    Gathered,
    Large,
    Origin,
    Output,
    ReadOptions,
    Told,
    WriteOptions,
)

if TYPE_CHECKING:
    from orggraph.store.scratch import Scratch

MOST_BYTES = 64 * 1024 * 1024
"""The largest file that is read into memory."""

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


def _measure(origin: Origin) -> int:
    return origin.path.stat().st_size if origin.path and origin.path.is_file() else 0


def _fill(
    scratch: "Scratch", origin: Origin, options: ReadOptions, told: Callable[[int], None]
) -> Told | None:
    from orggraph.formats.streaming.lines import fill_lines

    return fill_lines(scratch, origin, options, told)


JSON_LINES = Format(
    name="jsonl",
    label="JSON Lines",
    read=_read,
    write=_write,
    recognises=_recognises,
    read_options=frozenset({"language"}),
    streams=True,
    large=Large(_measure, _fill, MOST_BYTES),
)
