"""Where things are kept from one call to the next, for one user and nobody else."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

_OTHERS_WRITE = 0o022


def find_folder(environment: Mapping[str, str]) -> Path | None:
    """Return the directory that things are kept in; None where nothing is to be kept.

    It is as ``$ORGGRAPH_CACHE`` says, else in the user's directory for such files (XDG Base
    Directory Specification 0.8; the conventions of macOS and Windows there).
    """
    said = environment.get("ORGGRAPH_CACHE", "")
    if said:
        return None if said.lower() == "off" else Path(said)
    home = Path(os.path.expanduser("~"))  # noqa: PTH111  # which is no error where there is none
    if sys.platform == "win32":
        folder = Path(environment.get("LOCALAPPDATA", "")) / "orggraph" / "Cache"
    elif sys.platform == "darwin":
        folder = home / "Library" / "Caches" / "orggraph"
    else:
        said = environment.get("XDG_CACHE_HOME", "")
        folder = (Path(said) if said.startswith("/") else home / ".cache") / "orggraph"
    return folder if folder.is_absolute() else None


def make_private(folder: Path) -> bool:
    """Make a directory that only the user sees, and return whether it can be trusted.

    Raises OSError.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return is_private(folder)


def is_private(folder: Path) -> bool:
    """Whether nobody but the user writes to a directory, so that what is in it can be trusted."""
    if sys.platform == "win32":
        return True
    found = folder.stat()
    return found.st_uid == os.geteuid() and not found.st_mode & _OTHERS_WRITE
