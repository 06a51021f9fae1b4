"""Where a finding stands, as tools that review code ask for it."""

import os.path
import posixpath
from pathlib import Path, PurePath, PureWindowsPath

from orggraph.source import Location


def find_path(place: Location) -> str:
    """Return the path of a place, with slashes, from the current directory where it lies in it."""
    path = place.path.replace("\\", "/")
    if not PurePath(path).is_absolute():
        return posixpath.normpath(path)
    inside = os.path.relpath(path).replace("\\", "/")
    return posixpath.normpath(path) if inside.startswith("..") else inside


def find_uri(path: str) -> str | None:
    """Return the absolute URI of a path outside the current directory; None for one inside."""
    if (windows := PureWindowsPath(path)).drive and windows.is_absolute():
        return windows.as_uri()
    if path.startswith("../") or PurePath(path).is_absolute():
        return Path(path).resolve().as_uri()
    return None
