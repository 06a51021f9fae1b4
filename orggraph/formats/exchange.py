"""What readers and writers of formats exchange with the rest: no format is named here."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, Protocol

from orggraph.model import Node, Relation, RuleSetting, Seat, Source
from orggraph.model.index import Index
from orggraph.source import Problem
from orggraph.source.files import MAX_BYTES, decode_text, read_bytes, too_large
from orggraph.text import LocalText, shorten
from orggraph.vocabulary import Vocabulary, core_vocabulary
from orggraph.words import say

if TYPE_CHECKING:
    from orggraph.formats.draft import Draft
    from orggraph.store.scratch import Scratch

MAX_INPUT = 64 * 1024 * 1024
"""The most bytes that are taken from what cannot be read twice, such as standard input."""

MOST_BYTES = 64 * 1024 * 1024
"""The largest tables that are read into memory, where they take some fifty times as much."""

_HEAD = 65_536


class Remark(NamedTuple):
    """Something that one side could not tell the other, counted, with an example.

    `what` names the phrase `gap.WHAT` in `orggraph.words`; `name` fills its `{name}` in, such as
    the heading of a column.
    """

    what: str
    name: str
    times: int
    example: str

    @property
    def key(self) -> str:
        """What could not be told, the same in every language: ``seat.term``, ``column: Phone``."""
        return f"{self.what}: {self.name}" if self.name else self.what

    def thing(self, language: str = "en") -> str:
        """Return what could not be told, in words."""
        return say(f"gap.{self.what}", language, name=self.name)

    def message(self, language: str = "en") -> str:
        """Return the whole in words, with how often and an example."""
        facts = {"times": self.times, "example": shorten(self.example)}
        return say("gap", language, thing=self.thing(language), **facts)


class Remarks:
    """Counts what could not be told, while a file is read or written."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], tuple[int, str]] = {}

    def add(self, what: str, example: object, name: str = "", times: int = 1) -> None:
        """Count ``what`` (of ``name``) once more; the first example of each is kept."""
        so_far, first = self._found.get((what, name), (0, str(example)))
        self._found[what, name] = so_far + times, first

    def all(self) -> tuple[Remark, ...]:
        """Return what was counted, in the order in which it first came up."""
        return tuple(Remark(*key, *found) for key, found in self._found.items())


class Origin(NamedTuple):
    """Where a reader reads from: a file, a directory, or bytes that are at hand already.

    `shown` is what messages call it; `path` is None for standard input and for what git keeps.
    """

    shown: str
    path: Path | None = None
    data: bytes | None = None

    @classmethod
    def of(cls, path: str | Path) -> "Origin":
        """Return where a path is read from.

        What is neither a file nor a directory, such as a pipe, can be read but once: that is here.
        """
        place = Path(path)
        with suppress(OSError):  # of which the reader tells
            if place.exists() and not (place.is_file() or place.is_dir()):
                with place.open("rb") as stream:
                    return cls(str(path), data=stream.read(MAX_INPUT + 1))
        return cls(str(path), place)

    def read(self, limit: int | None = None) -> bytes | Problem:
        """Return all its bytes, or why they cannot be had: missing, denied, over the limit."""
        if self.data is not None:
            most = limit or MAX_BYTES
            return too_large(self.shown, most) if len(self.data) > most else self.data
        assert self.path is not None
        return read_bytes(self.path, self.shown, limit)

    def read_text(self) -> str | Problem:
        """Return its text, which is UTF-8, or why it cannot be had."""
        data = self.read()
        return data if isinstance(data, Problem) else decode_text(data, self.shown)

    def head(self) -> bytes:
        """Return its first bytes, to tell its format by; none for what cannot be read."""
        if self.data is not None:
            return self.data[:_HEAD]
        assert self.path is not None
        try:
            with self.path.open("rb") as stream:
                return stream.read(_HEAD)
        except OSError:
            return b""

    def beside(self, name: str) -> "Origin | None":
        """Return the file of this name in the same directory; None where there is none."""
        if self.path is None:
            return None
        path = self.path.parent / name
        return Origin(str(Path(self.shown).parent / name), path) if path.is_file() else None

    def within(self, name: str) -> "Origin | None":
        """Return the file of this name in this directory; None where there is none."""
        path = None if self.path is None else self.path / name
        return Origin(f"{self.shown}/{name}", path) if path and path.is_file() else None


class ReadOptions(NamedTuple):
    """What a person may say about a file that is read, where a reader would find out itself.

    `columns` maps what a column means to the heading it has: ``{"name": "Navn"}``.
    """

    language: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    columns: Mapping[str, str] = MappingProxyType({})
    sheet: str | None = None


class WriteOptions(NamedTuple):
    """What a person may say about a file that is written.

    `base` is the IRI that the ids of nodes without one of their own are put behind; `language` is
    that of names in formats that have room for one.
    """

    base: str | None = None
    language: str | None = None


@dataclass
class Gathered:
    """What a reader has made of a file.

    `remarks` is what it did not understand; `notices` tell what it found out or guessed. Problems
    that make the file unreadable are in the draft.
    """

    draft: "Draft"
    remarks: Remarks = field(default_factory=Remarks)
    notices: list[Problem] = field(default_factory=list)


def unreadable(*problems: Problem, texts: Mapping[str, str] | None = None) -> Gathered:
    """Return that a file cannot be read, and why; ``texts`` is what could be, by its path."""
    from orggraph.formats.draft import Draft

    draft = Draft(core_vocabulary(), problems=list(problems), is_whole=False)
    draft.texts.update(texts or {})
    return Gathered(draft)


class Content(Protocol):
    """What a writer needs of a graph. Nothing derived is in it."""

    title: LocalText | None
    language: str
    vocabulary: Vocabulary
    sources: Mapping[str, Source]
    settings: tuple[RuleSetting, ...]

    def iter_nodes(self) -> Iterator[Node]:
        """Yield the nodes by id."""
        ...

    def iter_seats(self) -> Iterator[Seat]:
        """Yield the seats by body, in the order of a graph."""
        ...

    def iter_stated(self) -> Iterator[Relation]:
        """Yield the relations that are not derived, in the order of a graph."""
        ...


class Output(NamedTuple):
    """What a writer makes: the bytes of each file by its name, in pieces.

    A format of one file has it under the empty name. `remarks` is what got lost beside what the
    format does not carry at all; it is complete when all pieces have been taken.
    """

    files: Mapping[str, Iterable[bytes]]
    remarks: Remarks


Read = Callable[[Origin, ReadOptions], Gathered]
Write = Callable[[Content, WriteOptions], Output]
Open = Callable[[Origin], Index]


class Told(NamedTuple):
    """What a reader of large files has to say beside the graph, as `Gathered` has it."""

    remarks: tuple[Remark, ...]
    notices: tuple[Problem, ...]


class Large(NamedTuple):
    """How files are read that are too large to be held in memory as a graph.

    `module` is the name of one that does it, with functions as the methods here; it is imported
    when it is needed. Files of up to `most` bytes can be read into memory as well.
    """

    module: str
    most: int = MOST_BYTES

    def measure(self, origin: Origin) -> int:
        """Return how large the files are that belong to one, in bytes; 0 for what is no file."""
        size: int = import_module(self.module).measure(origin)
        return size

    def fill(
        self,
        scratch: "Scratch",
        origin: Origin,
        options: ReadOptions,
        told: Callable[[int], None],
    ) -> Told | None:
        """Put what files say into a graph on disk, a thing at a time; ``told`` hears the bytes.

        None is for what has to be read as a whole. Raises ReadError.
        """
        found: Told | None = import_module(self.module).fill(scratch, origin, options, told)
        return found


class Format(NamedTuple):
    """A format: how it is read, written and known.

    `recognises` tells it by the first bytes of a file. `carries` are the features of the model that
    come back when what was written is read again (`orggraph.formats.features`); None for all.
    `read_options` and `write_options` are the fields of `ReadOptions` and `WriteOptions` that it
    heeds. `suffixes` are the endings of the files of a format that another package announces; ours
    are in the registry. `files` are the names that the files of a format of several may have.
    `open` is how a file is opened that is not read as a whole but asked, thing by thing; it has no
    `read` then. `large` is how large files are read, None where they are not. `streams` says that
    the writer takes one thing at a time and keeps none, but for the ids of nodes that are written
    under another id than ours; it may go through them more than once.
    """

    name: str
    label: str
    read: Read | None = None
    write: Write | None = None
    recognises: Callable[[bytes], bool] = lambda head: False
    carries: frozenset[str] | None = None
    read_options: frozenset[str] = frozenset()
    write_options: frozenset[str] = frozenset()
    streams: bool = False
    open: Open | None = None
    large: Large | None = None
    begin: Callable[["Scratch"], None] = lambda scratch: None
    suffixes: tuple[str, ...] = ()
    files: tuple[str, ...] = ()

    @property
    def is_read(self) -> bool:
        """Whether files of it can be read, or opened."""
        return self.read is not None or self.open is not None
