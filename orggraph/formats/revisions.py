"""Read a version of the data: a file, a directory, or either as a revision in git has it."""

import posixpath
import re
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Generic, NamedTuple, TypeVar

from orggraph.errors import OrgGraphError
from orggraph.formats import git
from orggraph.formats.exchange import Origin
from orggraph.formats.git import GitPath
from orggraph.formats.loader import Imported, make_graph, read
from orggraph.formats.registry import DATA_FILE, FORMATS, TABLES, find_format, is_data_file
from orggraph.model import Graph, Source
from orggraph.source import Location, Problem, ReadError, problem
from orggraph.source.files import MAX_BYTES, Copy, decode_text

G = TypeVar("G", bound=Graph)

# A colon within braces is of the revision, as in ``main@{yesterday 17:30}:data``.
_REVISION = re.compile(r"((?:[^:{]|\{[^{}]*\})+):(.*)", re.DOTALL)


class Version(NamedTuple, Generic[G]):
    """A version of the data, and the documents of its sources by source id, if not beside it."""

    imported: Imported[G]
    documents: Mapping[str, str | Copy]

    @property
    def graph(self) -> G:
        """The data itself."""
        return self.imported.graph


def read_version(words: str, graph_class: type[G]) -> Version[G]:
    """Return the version that ``words`` name: a path, or ``REVISION:PATH``.

    A path that exists goes first. The documents of a revision are those it has; those it does not
    have are taken from the working tree. Raises ReadError with every problem of the data, and
    OrgGraphError where there is no such version.
    """
    if is_path(words):
        return Version(read(Origin.of(words), graph_class), {})
    found = _REVISION.fullmatch(words)
    if not found:
        raise OrgGraphError("no-version", words=words)
    revision, path = found.groups()
    place = GitPath(revision, path or ".")
    kind = git.find_kind(place)
    if kind not in ("blob", "tree"):  # a submodule is neither
        raise OrgGraphError("git-no-path", path=place.path, revision=revision)
    if kind == "blob" and _is_table(place.path):
        at = posixpath.dirname(place.path) or "."
        name = posixpath.basename(place.path)
        imported = _read_tables(place, place.beside(at), name, graph_class)
    elif kind == "blob":
        data = _whole(place)
        imported = read(Origin(str(place), data=data), graph_class)
    elif _has_tables_alone(place):
        imported = _read_tables(place, place, "", graph_class)
    else:
        files = {str(file): _read(file) for file in _data_files(place)}
        texts = {shown: _text(data, shown) for shown, data in files.items()}
        imported = Imported(make_graph(texts, graph_class), find_format(DATA_FILE))
    documents = {
        source.id: _document(source, place)
        for source in imported.graph.sources.values()
        if source.file is not None
    }
    return Version(imported, documents)


def is_path(words: str) -> bool:
    """Whether ``words`` are a file or a directory, rather than a revision."""
    try:
        return bool(words) and Path(words).exists()
    except OSError:  # too long for a name
        return False


def name_versions(old: str, new: str) -> tuple[str, str]:
    """Return what to call two versions: a path by its last part, or by as many as tell them apart.

    A revision is called as it is written. Two that are the same path have the same name.
    """
    was, now = (
        posixpath.normpath(Path(words).absolute().as_posix()).split("/")
        if is_path(words)
        else [words]
        for words in (old, new)
    )
    for length in range(1, max(len(was), len(now)) + 1):
        names = posixpath.join(*was[-length:]), posixpath.join(*now[-length:])
        if names[0] != names[1]:
            return names
    return was[-1], now[-1]


def _is_table(name: str) -> bool:
    return name.lower().endswith(FORMATS[TABLES].suffixes)


def _has_tables_alone(place: GitPath) -> bool:
    names = git.list_files(place)
    return not any(map(is_data_file, names)) and any(map(_is_table, names))


def _read_tables(place: GitPath, folder: GitPath, name: str, graph_class: type[G]) -> Imported[G]:
    """Return the graph in the tables of a directory; ``name`` is the one that was named, if any.

    Tables are read together, so they are laid beside each other where their reader finds them.
    """
    with TemporaryDirectory() as beside:
        for each in filter(_is_table, git.list_files(folder)):
            table = folder.beside(posixpath.join(folder.path, each))
            Path(beside, each).write_bytes(_whole(table))
        return read(Origin(str(place), Path(beside, name)), graph_class)


def _whole(file: GitPath) -> bytes:
    data = _read(file)
    if isinstance(data, Problem):
        raise ReadError([data])
    return data


def _data_files(place: GitPath) -> list[GitPath]:
    names = list(filter(is_data_file, git.list_files(place)))
    if not names:
        shown = str(place)
        raise ReadError([problem("no-files", Location(shown, 0, 0), path=shown)])
    return [place.beside(posixpath.join(place.path, name)) for name in names]


def _text(data: bytes | Problem, shown: str) -> str | Problem:
    return data if isinstance(data, Problem) else decode_text(data, shown)


def _read(file: GitPath) -> bytes | Problem:
    data = git.read_bytes(file)
    if data is None:
        limit = MAX_BYTES // 1024**2
        return problem("file-too-large", Location(str(file), 0, 0), path=str(file), limit=limit)
    return data


def _document(source: Source, place: GitPath) -> str | Copy:
    """Return a source's document as the revision has it, else the path of what is there now."""
    data_file = source.location.path if source.location else str(place)
    beside = posixpath.dirname(data_file.removeprefix(f"{place.revision}:"))
    path = posixpath.join(beside, str(source.file))
    try:
        there = place.beside(posixpath.normpath(path))
        data = git.read_bytes(there) if git.find_kind(there) == "blob" else None
    except OrgGraphError:  # outside the repository
        data = None
    return path if data is None else Copy(str(there), data)
