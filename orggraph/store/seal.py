"""A seal on the file: whether it is as it was written.

It stands in the table ``about``: a checksum of all bytes but its own, and the change counter of the
header (SQLite, database file format, 1.3.6), which SQLite raises with every change to the file. The
checksum is CRC-32 (ISO 3309): it is against damage, and proves nothing of who wrote the file.
"""

import re
from collections.abc import Callable
from io import SEEK_END
from pathlib import Path
from typing import BinaryIO, NamedTuple
from zlib import crc32

UNSEALED = "orggraph-seal:00000000:00000000"
"""What stands in the place of the seal while the file is written."""

_SEAL = re.compile(rb"orggraph-seal:([0-9a-f]{8}):([0-9a-f]{8})")
_COUNTER = slice(24, 28)
_PIECE = 1024 * 1024
_FIRST = 64 * 1024
"""Where in the file the seal is: the table that it is in is the first that is made."""


class _Seal(NamedTuple):
    """What is on a file, and where: a checksum, and a change counter."""

    place: int
    checksum: bytes
    counter: bytes


def seal(path: Path) -> None:
    """Put the seal on a file that is written, and will not be written to again."""
    with path.open("r+b") as file:
        head = file.read(_FIRST)
        found = _find(head)
        assert found, "the file has no place for a seal"
        file.seek(found.place + len(b"00000000:"))
        file.write(_counter(head))
        checksum = _checksum(file, found.place)
        file.seek(found.place)
        file.write(checksum)


def is_sealed(
    path: Path, *, whole: bool, told: Callable[[float], None] = lambda done: None
) -> bool:
    """Return whether a file is as it was written.

    Only with ``whole`` all of it is read, and ``told`` hears how much, from 0 to 1; else what
    SQLite has written to it since is noticed, and damage is not. Raises OSError.
    """
    with path.open("rb") as file:
        head = file.read(_FIRST)
        found = _find(head)
        if found is None or found.counter != _counter(head):
            return False
        return not whole or found.checksum == _checksum(file, found.place, told)


def _find(head: bytes) -> _Seal | None:
    found = _SEAL.search(head)
    return None if found is None else _Seal(found.start(1), found[1], found[2])


def _counter(head: bytes) -> bytes:
    return head[_COUNTER].hex().encode()


def _checksum(
    file: BinaryIO, hole: int, told: Callable[[float], None] = lambda done: None
) -> bytes:
    """Return the checksum of all bytes, with zeros for the eight of the checksum itself."""
    size = file.seek(0, SEEK_END)
    file.seek(0)
    total = crc32(b"0" * 8, crc32(file.read(hole)))
    file.seek(hole + 8)
    while piece := file.read(_PIECE):
        total = crc32(piece, total)
        told(file.tell() / size)
    return b"%08x" % total
