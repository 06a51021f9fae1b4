"""The store: a graph in one SQLite file that is opened and not loaded."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from orggraph.errors import OrgGraphError
from orggraph.formats.exchange import Content, Format, Origin, Output, Remarks, WriteOptions
from orggraph.model.index import Index
from orggraph.source.keeping import find_folder

if TYPE_CHECKING:
    from orggraph.store.scratch import Scratch

_PIECE = 1024 * 1024


def _open(origin: Origin) -> Index:
    from orggraph.store.index import StoredIndex

    if origin.path is None:
        raise OrgGraphError("store-from-pipe", path=origin.shown)
    return StoredIndex(origin.path, origin.shown, memory=find_folder(os.environ))


def verify_new(origin: Origin, told: Callable[[float], None]) -> None:
    """Verify a store that is not known to be whole yet, and keep that it is; others are let be.

    ``told`` hears how much is done, from 0 to 1. Raises ReadError for a store that is damaged.
    """
    from orggraph.store.opening import HEADER, is_store, verify_new

    memory = find_folder(os.environ)
    if memory is None or origin.path is None or not origin.path.is_file():
        return
    with origin.path.open("rb") as file:
        if not is_store(file.read(HEADER)):
            return
    verify_new(origin.path, origin.shown, memory, told)


def _write(content: Content, options: WriteOptions) -> Output:
    return Output({"": _pieces(content)}, Remarks())


def _pieces(content: Content) -> Iterator[bytes]:
    from tempfile import TemporaryDirectory

    from orggraph.store.making import make_store
    from orggraph.store.scratch import Scratch

    source: AbstractContextManager[Scratch] = (
        nullcontext(content) if isinstance(content, Scratch) else gathered(content)
    )
    with TemporaryDirectory() as folder, source as scratch:
        # Documents are named from where the store is, wherever their sources were written.
        scratch.sources = {s.id: replace(s, location=None) for s in scratch.sources.values()}
        path = Path(folder) / "store"
        make_store(scratch, path)
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                yield piece


@contextmanager
def gathered(content: Content) -> Iterator["Scratch"]:
    """Give the things of a graph on disk, for as long as the block lasts."""
    from orggraph.store.scratch import Scratch

    with Scratch() as scratch:
        scratch.set_head(
            content.title,
            content.language,
            content.vocabulary,
            content.sources.values(),
            content.settings,
        )
        for table, things in (
            ("node", content.iter_nodes()),
            ("purpose", ()),
            ("seat", content.iter_seats()),
            ("relation", content.iter_stated()),
        ):
            for thing in things:
                scratch.add(thing)
            scratch.close_table(table)
        yield scratch


def _begin(scratch: "Scratch") -> None:
    from orggraph.store.making import begin_store

    begin_store(scratch)


def _recognises(head: bytes) -> bool:
    from orggraph.store.opening import is_store

    return is_store(head)


ORGDB = Format(
    "orgdb",
    "store",
    write=_write,
    open=_open,
    recognises=_recognises,
    streams=True,
    begin=_begin,
)
