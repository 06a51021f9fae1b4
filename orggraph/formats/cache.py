"""Data files that were read once, kept as a store that is only opened the next time.

What is kept answers for the very bytes that it was made of, and for nothing else: its name is the
SHA-256 (FIPS 180-4) of them all, of the paths that messages call them by, and of everything that
could read the same bytes otherwise. Only data files without a problem are kept, and what is wrong
with a kept file only means that the data is read again.
"""

import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from importlib import import_module
from importlib.machinery import PathFinder
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from orggraph.errors import OrgGraphError
from orggraph.formats.registry import find_data_files, is_data
from orggraph.model import Graph
from orggraph.source.files import MAX_BYTES
from orggraph.source.keeping import is_private, make_private
from orggraph.store.schema import VERSION

MOST_FILES = 48
MOST_BYTES = 64 * 1024 * 1024
"""How many files are kept at most, and how large they are together; the oldest go first."""

READERS = (
    "errors.py", "words", "text", "source", "vocabulary", "model", "formats", "formats/yaml",
    "store",
)  # fmt: skip
"""Where the code is that reads data files and writes stores."""

_OURS = re.compile(r"[0-9a-f]{64}\.(orgdb|\w+\.tmp)|[0-9a-f-]+\.whole")
_FORGOTTEN = 3600  # seconds after which nobody is writing a temporary file any more

G = TypeVar("G", bound=Graph)


class Kept(NamedTuple):
    """Where the graph of some data files is kept, or is to be: their bytes, by path as shown."""

    place: Path
    data: Mapping[str, bytes]

    def open(self, graph_class: type[G]) -> G | None:
        """Return the graph that is kept; None where there is none, or no sound one."""
        if not self.place.is_file() or not is_private(self.place.parent):
            return None
        from orggraph.store.index import StoredIndex

        paths = {Path(shown).name: shown for shown in self.data}
        try:
            return graph_class.over(StoredIndex(self.place, str(self.place), paths))
        except Exception:  # whatever is wrong with it, the data itself is at hand
            return None

    def read(self, graph_class: type[G]) -> G:
        """Return the graph that the same bytes say; raises ReadError as `read_graph`."""
        from orggraph.formats.loader import make_graph
        from orggraph.source.files import decode_text

        texts = {shown: decode_text(data, shown) for shown, data in self.data.items()}
        return make_graph(texts, graph_class)

    def keep(self, graph: Graph) -> None:
        """Keep the graph that was read: the whole of it, for this user only.

        Where that cannot be, nothing is kept, and nobody is told.
        """
        from tempfile import mkstemp

        from orggraph.formats.orgdb import gathered
        from orggraph.store.making import make_store

        folder = self.place.parent
        with suppress(Exception):  # a full disk, a folder that may not be written to, …
            if not make_private(folder):
                return
            handle, name = mkstemp(dir=folder, prefix=f"{self.place.stem}.", suffix=".tmp")
            os.close(handle)
            made = Path(name)
            try:
                with gathered(graph) as scratch:
                    make_store(scratch, made)
                made.chmod(0o600)
                if made.stat().st_size <= MOST_BYTES:
                    made.replace(self.place)
            finally:
                made.unlink(missing_ok=True)
            _tidy(folder)


def find_kept(folder: Path, words: str, version: str) -> Kept | None:
    """Return where the graph of the data that ``words`` name is kept; None for what never is.

    That is everything but data files that can be read; of others it is for their reader to tell.
    ``version`` is that of the tool.
    """
    path = Path(words)
    try:
        if not is_data(path):
            return None
        files = {str(p): p for p in find_data_files(path)} if path.is_dir() else {words: path}
        data = {shown: _read(file) for shown, file in files.items()}
        size = sum(map(len, data.values()))
        if not data or size > MOST_BYTES or any(len(each) > MAX_BYTES for each in data.values()):
            return None
        return Kept(folder / f"{_name(data, version)}.orgdb", data)
    except (OSError, OrgGraphError, ValueError):  # a path that no system has is a ValueError
        return None


def _read(file: Path) -> bytes:
    if not file.is_file():
        raise FileNotFoundError(str(file))
    with file.open("rb") as stream:
        return stream.read(MAX_BYTES + 1)


def _name(data: Mapping[str, bytes], version: str) -> str:
    digest = _sha256()
    for part in _iter_identity(data, version):
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    name: str = digest.hexdigest()
    return name


def _sha256() -> Any:
    """Return a new SHA-256, from where Python's `random` has its own: hashlib loads OpenSSL."""
    for module in ("_sha2", "_sha256"):
        with suppress(ImportError):
            return import_module(module).sha256()
    from hashlib import sha256

    return sha256()


def _iter_identity(data: Mapping[str, bytes], version: str) -> Iterator[bytes]:
    """Yield all that tells one reading from another."""
    yield f"{version} {VERSION} {sys.version}".encode()
    home = Path(__file__).parent.parent
    for reader in READERS:
        yield from _iter_versions(f"{home}/{reader}")
    # The parser; its version is in it.
    spec = PathFinder.find_spec("yaml")
    if spec is not None and spec.origin is not None:
        yield from _iter_versions(spec.origin)
    for shown, each in data.items():
        yield os.fsencode(shown)
        yield each


def _iter_versions(place: str) -> Iterator[bytes]:
    """Yield what tells one version of some code from another, as it is installed."""
    if place.endswith(".py"):
        found = Path(place).stat()
        yield f"{place} {found.st_size} {found.st_mtime_ns}".encode()
        return
    with os.scandir(place) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.name.endswith((".py", ".yaml")):
                found = entry.stat()
                yield f"{entry.name} {found.st_size} {found.st_mtime_ns}".encode()


def _tidy(folder: Path) -> None:
    """Remove the oldest of what is kept, where it is too much, and what was never finished."""
    from time import time

    entries = [(entry.stat(), entry) for entry in folder.iterdir() if _OURS.fullmatch(entry.name)]
    entries.sort(key=lambda pair: -pair[0].st_mtime)
    total = count = 0
    for found, entry in entries:
        if entry.suffix == ".tmp":
            is_old = time() - found.st_mtime > _FORGOTTEN
        else:
            total, count = total + found.st_size, count + 1
            is_old = count > MOST_FILES or total > MOST_BYTES
        if is_old:
            entry.unlink(missing_ok=True)
