"""Open a file and find out whether it is a store that can be trusted, and read its head."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from orggraph.errors import OrgGraphError, os_reason
from orggraph.source import Location, ReadError, problem
from orggraph.store.known import is_known, keep_known, mark_of
from orggraph.store.schema import APPLICATION_ID, TABLES, VERSION, iter_statements
from orggraph.store.seal import is_sealed

_MAGIC = b"SQLite format 3\0"
HEADER = 100
"""How many of the first bytes tell what a file is."""

Told = Callable[[float], None]

_CACHE_KIB = 8 * 1024
_READ_WHOLE = 16 * 1024 * 1024
"""How large a file is at most of which every byte is verified at every call: some 10 ms."""


def _nobody(done: float) -> None:
    pass


def is_store(head: bytes) -> bool:
    """Whether the first bytes of a file are those of a store, of whatever version."""
    return head.startswith(_MAGIC) and _number(head, 68) == APPLICATION_ID


def open_store(path: Path, shown: str, memory: Path | None) -> sqlite3.Connection:
    """Return a connection that can read a store and cannot change it.

    Raises ReadError for a file that is missing, foreign, newer than this program, cut off or not as
    it was written. A large file is read whole the first time; that it is sound is kept in the
    folder ``memory``, for as long as it is as it was; without one, it is read each time.
    """
    verify_new(path, shown, memory)
    with told_damage(shown):
        # What never changes needs no locks, and is the same in every thread and forked process.
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        # Whoever asks from several threads is served in turns: SQLite sees to that.
        database = sqlite3.connect(uri, uri=True, check_same_thread=False, isolation_level=None)
        try:
            database.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
            if not _has_tables(database):
                raise OrgGraphError("garbled-store", path=shown)
        except BaseException:
            database.close()
            raise
    return database


def verify_new(path: Path, shown: str, memory: Path | None, told: Told = _nobody) -> None:
    """Verify a file, and all of it unless it is known to be whole; ``told`` as for `verify`."""
    try:
        mark = mark_of(path)
        whole = _is_doubtful(path) or not is_known(path, memory)
    except OSError:
        mark, whole = "", False  # what is wrong with it, is told below
    verify(path, shown, whole=whole, told=told)
    if whole and path.stat().st_size > _READ_WHOLE:
        keep_known(path, mark, memory)


def verify(path: Path, shown: str, *, whole: bool, told: Told = _nobody) -> None:
    """Raise ReadError where a file is no store that is as it was written.

    With ``whole`` every byte is read; ``told`` hears how much is, from 0 to 1.
    """
    start = Location(shown, 0, 0)
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(HEADER)
        if not is_store(head):
            raise ReadError([problem("no-store", start, path=shown)])
        version = _number(head, 60)
        if version > VERSION:
            found = problem("newer-store", start, path=shown, version=version, known=VERSION)
            raise ReadError([found])
        page = int.from_bytes(head[16:18], "big")
        expected = _number(head, 28) * (65536 if page == 1 else page)
        if size != expected:
            raise ReadError([problem("cut-store", start, path=shown, size=size, expected=expected)])
        if not is_sealed(path, whole=whole, told=told):
            raise ReadError([problem("changed-store", start, path=shown)])
    except FileNotFoundError:
        raise ReadError([problem("file-missing", start, path=shown)]) from None
    except OSError as error:
        reason = os_reason(error)
        raise ReadError([problem("file-unreadable", start, path=shown, reason=reason)]) from None


@contextmanager
def told_damage(shown: str) -> Iterator[None]:
    """Raise what is wrong with a file, or with what was read from it, as an OrgGraphError."""
    try:
        yield
    except sqlite3.Error as error:
        raise OrgGraphError("damaged-store", path=shown, reason=str(error)) from error
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
        # A store is trusted to say what stores say, and nothing of it is looked at twice.
        raise OrgGraphError("garbled-store", path=shown) from None


def _is_doubtful(path: Path) -> bool:
    """Return whether a file is to be verified whole: it is small, or was left half changed."""
    real = path.resolve()  # of a link: what SQLite leaves is beside the file itself
    left = (real.with_name(real.name + end) for end in ("-journal", "-wal"))
    return path.stat().st_size <= _READ_WHOLE or any(map(Path.exists, left))


def _has_tables(database: sqlite3.Connection) -> bool:
    """Return whether the tables are those of the schema, and nothing else of the same name."""
    query = "SELECT sql FROM sqlite_master WHERE type = 'table'"
    return set(iter_statements(TABLES)) <= {sql for (sql,) in database.execute(query)}


def _number(head: bytes, at: int) -> int:
    return int.from_bytes(head[at : at + 4], "big")
