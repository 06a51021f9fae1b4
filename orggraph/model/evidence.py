"""What a statement rests on: words of a source."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple, Self

from orggraph.source import Location
from orggraph.text import LocalText

_ELLIPSIS = re.compile(r"\s*(?:\[\s*)?(?:…|\.\.\.)(?:\s*\])?\s*")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quotation from a source; `quote` may leave words out with an ellipsis.

    Two are the same when they quote the same words, wherever they stand in the file.
    """

    source: str
    quote: str
    location: Location | None = field(default=None, compare=False)

    @classmethod
    def parse(cls, text: str, location: Location | None = None) -> Self:
        """Read ``source id: start words … end words``; raises ValueError for anything else."""
        source, colon, quote = text.partition(":")
        evidence = cls(source.strip(), " ".join(quote.split()), location)
        if not (colon and evidence.source and evidence.parts):
            raise ValueError(text)
        return evidence

    @property
    def parts(self) -> tuple[str, ...]:
        """The quoted words between ellipses, which follow each other in one paragraph."""
        return tuple(part for part in _ELLIPSIS.split(self.quote) if part)

    def __str__(self) -> str:
        return f"{self.source}: {self.quote}"


@dataclass(frozen=True, slots=True)
class SetAside:
    """A paragraph of a source that nothing is to rest on, known by words in it, with the reason."""

    quote: str
    reason: LocalText
    location: Location | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that statements rest on; `file` is relative to the data file that names it.

    `sha256` is the SHA-256 of the file when the data was last held against it, in hexadecimal.
    """

    id: str
    title: LocalText
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    file: str | None = None
    sha256: str | None = None
    set_aside: tuple[SetAside, ...] = ()
    location: Location | None = field(default=None, compare=False)


class Statement(NamedTuple):
    """A purpose or duty of a node in words, where no relation says it, with its evidence."""

    text: LocalText
    evidence: tuple[Evidence, ...] = ()
    status: str = "stated"
