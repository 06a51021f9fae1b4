"""Whether the bytes of a workbook can be opened at all, told before anything is unpacked."""

import io
import re
import zipfile
from typing import NamedTuple

from orggraph.source import Location, Problem, problem

MOST_UNPACKED = 256 * 1024 * 1024
MOST_PARTS = 5_000
MOST_TIMES = 200
"""How many times larger than packed a part may be that is larger than `_FREE`."""

_FREE = 16 * 1024 * 1024
_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0"  # .xls, and every document with a password
_CHUNK = 1024 * 1024
_OVERLAP = 64  # bytes that a word looked for may stand across


_MERGED = re.compile(rb'<mergeCell ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"')


class Signs(NamedTuple):
    """What the sheets of a workbook have that readers of values do not see."""

    has_formulas: bool
    has_merged: bool
    has_errors: bool


def examine(data: bytes, shown: str) -> Signs | Problem:
    """Return what to know of a workbook before it is opened, or why it is not.

    Archives that unpack to far more than they are, that declare entities, or that are no archives
    are refused. Nothing is kept in memory but a piece of one part at a time.
    """
    start = Location(shown, 0, 0)
    if data.startswith(_COMPOUND):
        return problem("workbook-old", start, path=shown)
    if not data.startswith(_ZIP):
        return problem("workbook-broken", start, path=shown)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if _is_bomb(parts):
                limit = MOST_UNPACKED // 1024**2
                return problem("workbook-too-large", start, path=shown, limit=limit)
            return _look(archive, parts, shown)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError, EOFError):
        return problem("workbook-broken", start, path=shown)
    except Exception as error:  # what a broken stream makes the unpackers raise
        if type(error).__module__ in ("zlib", "lzma", "bz2", "struct", "_lzma"):
            return problem("workbook-broken", start, path=shown)
        raise


def _is_bomb(parts: list[zipfile.ZipInfo]) -> bool:
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        return True
    return any(
        part.file_size > _FREE and part.file_size > MOST_TIMES * max(part.compress_size, 1)
        for part in parts
    )


def _look(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo], shown: str) -> Signs | Problem:
    found = {b"<f>": False, b"<f ": False, b"<mergeCell": False, b't="e"': False}
    for part in parts:
        if not part.filename.lower().endswith((".xml", ".rels")):
            continue
        before = b""
        with archive.open(part) as stream:
            while piece := stream.read(_CHUNK):
                seen = before + piece
                # In another encoding a declaration would not be seen; no program writes one.
                if b"<!DOCTYPE" in seen or b"<!ENTITY" in seen or b"\0" in piece:
                    start = Location(shown, 0, 0)
                    return problem("workbook-entities", start, part=part.filename[:80])
                if "worksheets/" in part.filename:
                    found = {sign: known or sign in seen for sign, known in found.items()}
                before = piece[-_OVERLAP:]
    return Signs(found[b"<f>"] or found[b"<f "], found[b"<mergeCell"], found[b't="e"'])


def find_merged(data: bytes, part: str) -> dict[int, list[tuple[int, int]]]:
    """Return the ranges of merged cells in the part of a sheet that go over several rows.

    By the number of their first column: their first and last row; all counted from zero.
    """
    found: dict[int, list[tuple[int, int]]] = {}
    before = b""
    with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(part) as stream:
        while piece := stream.read(_CHUNK):
            seen = before + piece
            end = 0
            for each in _MERGED.finditer(seen):
                end = each.end()
                first, last = int(each[2]) - 1, int(each[3]) - 1
                if last > first:
                    found.setdefault(_column(each[1]), []).append((first, last))
            before = seen[max(end, len(seen) - _OVERLAP) :]
    return found


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1
