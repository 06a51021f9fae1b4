"""Read a text file whole, or say why not."""

import codecs
import re
from pathlib import Path
from typing import NamedTuple

from orggraph.errors import os_reason
from orggraph.source.location import Location
from orggraph.source.problems import Problem, problem

MAX_BYTES = 16 * 1024 * 1024
"""The largest file that is read. A register beyond it does not belong in a hand-written file."""

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""Characters that no file of text has."""

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


class Copy(NamedTuple):
    """What a file holds that is kept elsewhere, such as in git: its path there, and its bytes."""

    path: str
    data: bytes


def read_text(path: Path, shown: str) -> str | Problem:
    """Return the text of a UTF-8 file, without byte-order mark, or the problem with it.

    ``shown`` is the path as the user knows it, used in the problem. A file that is too large is
    refused before it is read.
    """
    data = read_bytes(path, shown)
    return data if isinstance(data, Problem) else decode_text(data, shown)


def read_bytes(path: Path, shown: str, limit: int | None = None) -> bytes | Problem:
    """Return what a file holds, or the problem with it, as `read_text` does.

    ``limit`` is the most bytes that are read, in place of `MAX_BYTES`.
    """
    most = limit or MAX_BYTES
    start = Location(shown, 0, 0)
    try:
        with path.open("rb") as stream:
            # One byte more than allowed tells a large file, and never hangs on an endless one.
            data = stream.read(most + 1)
    except FileNotFoundError:
        return problem("file-missing", start, path=shown)
    except OSError as error:
        return problem("file-unreadable", start, path=shown, reason=os_reason(error))
    if len(data) > most:
        return too_large(shown, most)
    return data


def too_large(shown: str, most: int) -> Problem:
    """Return the problem of a file that has more than ``most`` bytes."""
    return problem("file-too-large", Location(shown, 0, 0), path=shown, limit=most // 1024**2)


def decode_text(data: bytes, shown: str) -> str | Problem:
    """Return UTF-8 as text, without byte-order mark, or the problem with it, as `read_text`."""
    if data.startswith(_UTF16_MARKS):
        return problem("not-utf8", Location(shown, 0, 0), encoding="UTF-16")
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if b"\0" in data:  # no encoding of one byte a character has it in text
            return problem("not-text", Location(shown, 0, 0))
        before = data[: error.start].decode("utf-8", errors="replace")
        return problem("not-utf8", _place(shown, before), encoding="Windows-1252")
    if found := CONTROL.search(text):
        code = f"U+{ord(found.group()):04X}"
        return problem("control-character", _place(shown, text[: found.start()]), character=code)
    return text


def _place(path: str, before: str) -> Location:
    lines = f"{before}|".splitlines()  # the mark keeps an empty last line
    return Location(path, len(lines) - 1, len(lines[-1]) - 1)
