"""Write files whole, or not at all."""

import errno
import os
import shutil
import stat
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO

_IN_MEMORY = 1024 * 1024


def write_whole(path: Path, content: str | bytes) -> None:
    """Write bytes, or text as UTF-8, to a file, so that nobody ever sees half of it.

    It is written under a temporary name in the same folder, and then renamed. It is as open as the
    file that it replaces, or as any other new one; a link stays a link. What is no file, such as
    ``/dev/stdout`` or a pipe, is written to as it is. Raises OSError, also for a file that is
    protected against writing, and leaves an older file as it was.
    """
    with staged({path: [content.encode("utf-8") if isinstance(content, str) else content]}):
        pass


@contextmanager
def staged(files: Mapping[Path, Iterable[bytes]]) -> Iterator[None]:
    """Write files, in pieces, as `write_whole` does; they get their names when the block ends.

    Where it ends in an exception, or one of them cannot be written, none of them is there, and
    older files are as they were. What is no file, such as a pipe, gets its bytes then too.
    """
    temporary: dict[Path, Path] = {}
    with ExitStack() as kept:
        streams: dict[Path, IO[bytes]] = {}
        try:
            for path, pieces in files.items():
                if path.is_dir():
                    raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
                if path.exists() and not path.is_file():
                    streams[path] = kept.enter_context(tempfile.SpooledTemporaryFile(_IN_MEMORY))
                    streams[path].writelines(pieces)
                else:
                    real = path.resolve()
                    temporary[real] = _write_beside(real, pieces)
            yield
            for path, found in streams.items():
                _pour(found, path)
            for real, written in temporary.items():
                written.replace(real)
        except BaseException:
            for written in temporary.values():
                written.unlink(missing_ok=True)
            raise


@contextmanager
def folders(paths: Iterable[Path]) -> Iterator[None]:
    """Make directories, with those that they are in; what is new goes if the block fails."""
    made: list[Path] = []
    try:
        for path in paths:
            missing = [folder for folder in (path, *path.parents) if not folder.exists()]
            for folder in reversed(missing):
                folder.mkdir()
                made.append(folder)
        yield
    except BaseException:
        for folder in reversed(made):
            with suppress(OSError):  # somebody else has put something there
                folder.rmdir()
        raise


def _pour(stream: IO[bytes], path: Path) -> None:
    stream.seek(0)
    with path.open("wb") as target:
        shutil.copyfileobj(stream, target)


def _write_beside(path: Path, pieces: Iterable[bytes]) -> Path:
    """Write a file under a temporary name in its folder, and return that."""
    if path.exists() and not os.access(path, os.W_OK):
        # The renaming would ask the folder alone.
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.writelines(pieces)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(_mode(path))
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _mode(path: Path) -> int:
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
