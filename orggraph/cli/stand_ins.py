"""Stand-ins for what a terminal has no character for, so that every text can be written."""

import codecs
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from orggraph.reports.blocks import Block, Finding

_STAND_INS = {
    **{"→": "->", "▼": "v", "│": "|", "├": "|", "└": "`", "─": "-", "…": "...", "·": "-"},
    **{"“": '"', "”": '"', "’": "'", "–": "-", "—": "-", "\u00a0": " "},
    **{"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa"},
}

ERRORS = "orggraph"
"""The error handler, for streams, that writes a stand-in."""


def _handle(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    unwritable = error.object[error.start : error.end]
    return "".join(map(_stand_in, unwritable)), error.end


def _stand_in(character: str) -> str:
    if character in _STAND_INS:
        return _STAND_INS[character]
    plain = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()
    return plain or "?"


codecs.register_error(ERRORS, _handle)


def is_utf8(encoding: str | None) -> bool:
    """Whether a stream of this encoding can write everything."""
    return (encoding or "").lower().replace("-", "").replace("_", "") == "utf8"


def to_writable(text: str, encoding: str) -> str:
    """Return ``text`` with a stand-in for each character that ``encoding`` does not have."""
    return text.encode(encoding, ERRORS).decode(encoding)


def to_writable_blocks(blocks: Iterable[Block], encoding: str) -> Iterator[Block]:
    """Yield blocks as ``encoding`` can write them.

    A stand-in may be longer than its character, so it is put in before a layout measures it.
    """
    return (_block(block, encoding) for block in blocks)


def _block(block: Block, encoding: str) -> Any:
    plain = _deeply(block, encoding)
    if not isinstance(block, Finding) or block.excerpt is None:
        return plain
    start, end = block.column, block.column + block.length
    before = to_writable(block.excerpt[:start], encoding)
    marked = to_writable(block.excerpt[start:end], encoding)
    return plain._replace(column=len(before), length=max(len(marked), 1))


def _deeply(value: Any, encoding: str) -> Any:
    if isinstance(value, str):
        return to_writable(value, encoding)
    if not isinstance(value, tuple):
        return _rows(value, encoding) if isinstance(value, Sequence) else value
    parts = (_deeply(part, encoding) for part in value)
    return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)


def _rows(rows: Sequence[Any], encoding: str) -> Sequence[Any]:
    """Return rows that are made as they are read, or others."""
    from orggraph.queries.rows import Rows  # most streams can write everything

    return Rows(lambda: (_deeply(row, encoding) for row in rows))
