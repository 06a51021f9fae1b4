"""Read the data again when its files change, and keep what is wrong with them in its place."""

from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from threading import RLock
from typing import NamedTuple

from orggraph.errors import OrgGraphError
from orggraph.explore.blocks import Json
from orggraph.explore.desk import Desk
from orggraph.explore.ground import Ground, Setup
from orggraph.explore.head import problem_json
from orggraph.formats.registry import find_data_files
from orggraph.model import Graph
from orggraph.source import Problem, ReadError

Load = Callable[[], tuple[Graph, tuple[Problem, ...]]]
"""What reads the data: returns the graph, and what reading it found out."""

_LETTERS = 16


class State(NamedTuple):
    """The data as it is now: answered at a desk, or else the error that keeps it from that."""

    version: str
    desk: Desk | None
    error: OrgGraphError | None


class Watch:
    """The data of a page, read again when a file of it, or a document of a source, is another."""

    def __init__(self, load: Load, data: Path | None, setup: Setup) -> None:
        """Read with ``load`` what ``data`` holds; None for what cannot be read twice.

        Raises what ``load`` does: a page of data that cannot be read at all is not begun.
        """
        self._load, self._data, self._setup = load, data, setup
        self._lock = RLock()
        self._files = self._file_stamps()
        self._paths: tuple[str, ...] = ()
        self._documents: tuple[str, ...] = ()
        self._state = self._begin(*load())

    def state(self) -> State:
        """Return the data as it is now; where files have changed, they are read first."""
        with self._lock:
            # As they were before they are read: what changes meanwhile is noticed the next time.
            files, documents = self._file_stamps(), _stamps(self._paths)
            if (files, documents) != (self._files, self._documents):
                self._files, self._documents = files, documents
                self._state = self._read()
            return self._state

    def _read(self) -> State:
        try:
            return self._begin(*self._load())
        except OrgGraphError as error:
            return State(_digest((*self._files, *self._documents)), None, error)
        except Exception as error:  # a reader may fail in any way, and no picture may be stale
            told = OrgGraphError("internal-error", kind=f"{type(error).__name__}: {error}"[:200])
            return State(_digest((*self._files, *self._documents)), None, told)

    def _begin(self, graph: Graph, notices: tuple[Problem, ...]) -> State:
        ground = Ground(graph, self._setup, notices=notices)
        paths = (ground.sources.path(source) for source in graph.sources)
        self._paths = tuple(path for path in paths if path is not None)
        self._documents = _stamps(self._paths)
        ground.version = _digest((*self._files, *self._documents))
        return State(ground.version, Desk(ground), None)

    def _file_stamps(self) -> tuple[str, ...]:
        return _stamps(self._data_files())

    def _data_files(self) -> list[str]:
        if self._data is None:
            return []
        try:
            inside = find_data_files(self._data) if self._data.is_dir() else []
        except OSError:
            inside = []
        return [str(path) for path in (self._data, *inside)]


def error_json(error: OrgGraphError, language: str) -> list[Json]:
    """Return what is wrong with data that cannot be read."""
    if isinstance(error, ReadError):
        return [problem_json(problem, language) for problem in error.problems]
    told = {"code": None, "severity": "error", "message": error.message(language)}
    return [{**told, "location": None, "excerpt": None}]


def _stamps(paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(_stamp, paths))


def _stamp(path: str) -> str:
    """Return what is another whenever a file may be another."""
    try:
        found = Path(path).stat()
    except OSError:
        return f"{path}:"
    return f"{path}:{found.st_ino}:{found.st_size}:{found.st_mtime_ns}"


def _digest(stamps: tuple[str, ...]) -> str:
    return sha256("\n".join(stamps).encode(errors="surrogateescape")).hexdigest()[:_LETTERS]
