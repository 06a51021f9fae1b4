"""Write files whole, or not at all."""

import errno
import os
import stat
import tempfile
from pathlib import Path


def write_whole(path: Path, content: str | bytes) -> None:
    """Write bytes, or text as UTF-8, to a file, so that nobody ever sees half of it.

    It is written under a temporary name in the same folder, and then renamed. It is as open as the
    file that it replaces, or as any other new one; a link stays a link. What is no file, such as
    ``/dev/stdout`` or a pipe, is written to as it is. Raises OSError, also for a file that is
    protected against writing, and leaves an older file as it was.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    path = path.resolve()
    if path.exists() and not os.access(path, os.W_OK):
        # The renaming would ask the folder alone.
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(_mode(path))
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
