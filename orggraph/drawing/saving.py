"""Write the files of pictures, and say in plain words why one cannot be written."""

from collections.abc import Sequence
from pathlib import Path

from orggraph.errors import OrgGraphError, os_reason
from orggraph.formats.files import write_whole


def check_place(path: Path) -> None:
    """Raise OrgGraphError where no file can be: before it takes long to make, and before others."""
    if path.is_dir():
        raise OrgGraphError("is-a-directory", path=path)
    if not path.parent.exists():
        raise OrgGraphError("directory-missing", path=path.parent)


def save_files(files: Sequence[tuple[Path, bytes]]) -> None:
    """Write files, none where one of them has no place; raises as `save_file` does."""
    for path, _ in files:
        check_place(path)
    for path, data in files:
        save_file(path, data)


def save_file(path: Path, data: bytes) -> None:
    """Write a file whole, or not at all; raises OrgGraphError with the reason."""
    check_place(path)
    try:
        write_whole(path, data)
    except OSError as error:
        raise OrgGraphError("os-error", path=path, reason=os_reason(error)) from error


def holds(path: Path, data: bytes) -> bool:
    """Whether a file is there already, and holds exactly ``data``."""
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False
