"""Which large files were found to be whole, so that not all of them is read at every call.

A file is known by what the system says of it, which changes with whatever is written to it: its
device, number, size, and when it and its entry were last changed. That is kept as the name of an
empty file, in the folder of `orggraph.source.keeping`.
"""

import os
from contextlib import suppress
from pathlib import Path
from time import time

from orggraph.source.keeping import is_private, make_private

SUFFIX = ".whole"
_RECENT = 2.0
"""Seconds in which a file can be changed again and its times not tell: those of some systems are as
coarse as that."""


def mark_of(path: Path) -> str:
    """Return the name under which a file as it is now is kept; raises OSError."""
    found = path.stat()
    told = (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
    return "-".join(f"{number:x}" for number in told) + SUFFIX


def is_known(path: Path, folder: Path | None) -> bool:
    """Whether a file was found to be whole, and is as it was then; raises OSError."""
    if folder is None or not (folder / mark_of(path)).is_file():
        return False
    return is_private(folder)


def keep_known(path: Path, mark: str, folder: Path | None) -> None:
    """Keep that a file is whole that was called ``mark`` before it was read.

    Nothing is kept where it has changed meanwhile, or just before, and where that cannot be.
    """
    if folder is None:
        return
    with suppress(OSError):
        found = path.stat()
        is_settled = max(found.st_mtime, found.st_ctime) < time() - _RECENT
        if is_settled and mark_of(path) == mark and make_private(folder):
            os.close(os.open(folder / mark, os.O_CREAT | os.O_WRONLY, 0o600))
