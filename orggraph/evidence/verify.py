"""Hold every quotation against its source.

What reads documents and finds words in them is imported where a source has one.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from orggraph.errors import OrgGraphError
from orggraph.model import Evidence, Graph, Source
from orggraph.source import Problem
from orggraph.source.files import Copy
from orggraph.words import Word

if TYPE_CHECKING:
    from orggraph.evidence.differences import Nearest
    from orggraph.evidence.documents import Document
    from orggraph.evidence.matching import FoldedText, Span


_KEPT = 20_000
"""Of how many quotations what became of them is kept."""


class EvidenceStatus(StrEnum):
    """What became of a quotation."""

    VERIFIED = "verified"
    NOT_FOUND = "not_found"
    AMBIGUOUS = "ambiguous"
    UNCHECKED = "unchecked"


class Verification(NamedTuple):
    """A quotation held against its source.

    `spans` are where it stands, in each paragraph once; `nearest` is the paragraph that comes
    nearest to one that is not found, and how it differs.
    """

    evidence: Evidence
    status: EvidenceStatus
    spans: "tuple[Span, ...]" = ()
    nearest: "Nearest | None" = None

    @property
    def paragraph(self) -> int | None:
        """The number of the paragraph that it stands in, from one, or None."""
        verified = self.status is EvidenceStatus.VERIFIED
        return self.spans[0].paragraph + 1 if verified else None

    @property
    def closest(self) -> int | None:
        """The paragraph, from zero, that comes nearest to one that is not found."""
        return self.nearest.paragraph if self.nearest else None

    @property
    def span(self) -> "Span | None":
        """Where it stands, or None where it is not verified."""
        return self.spans[0] if self.status is EvidenceStatus.VERIFIED else None


class Sources:
    """The source documents of a graph, read when they are first asked for."""

    def __init__(self, graph: Graph, files: Mapping[str, str | Copy] | None = None) -> None:
        """Use ``files``, paths or copies by source id, in place of those that the graph names.

        Raises OrgGraphError for the id of a source that the graph does not have.
        """
        self._files = dict(files or {})
        self.sources = graph.sources
        for source in self._files:
            self.source(source)
        self._read = cache(self._read_uncached)
        self._folded = cache(self._fold_uncached)
        self._found = lru_cache(_KEPT)(self._find_uncached)

    def source(self, source: str) -> Source:
        """Return the source with this id; raises OrgGraphError where the graph has none."""
        if source not in self.sources:
            known = ", ".join(self.sources) or "–"
            raise OrgGraphError("no-such-source", source=source, known=known)
        return self.sources[source]

    def document(self, source: str) -> "Document | Problem | None":
        """Return the document of a source, or the problem with its file, or None without one."""
        return self._read(source)

    def why_not_at_hand(self, source: str) -> object:
        """Return why the document of a source is not read, as a fact of a sentence."""
        document = self.document(source)
        if not isinstance(document, Problem):
            return Word("no-file-named")
        # The sentence of a missing file is about data files; the path alone says enough here.
        return document.facts["path"] if document.name == "file-missing" else document

    def is_changed(self, source: str) -> bool | None:
        """Return whether a document is another than the one recorded.

        None where it is not at hand, or none is recorded.
        """
        document, recorded = self.document(source), self.sources[source].sha256
        if recorded is None or document is None or isinstance(document, Problem):
            return None
        return document.sha256 != recorded

    def verify(self, evidence: Evidence) -> Verification:
        """Hold a quotation against its source."""
        return Verification(evidence, *self._found(evidence.source, evidence.quote))

    def url(self, evidence: Evidence) -> str | None:
        """Return where the source can be read, or None where it names no such place.

        Of a verified quotation it is a link to the words themselves.
        """
        url = self.sources[evidence.source].url
        document = self.document(evidence.source)
        if url is None or document is None or isinstance(document, Problem):
            return url
        span = self.verify(evidence).span
        if span is None:
            return url
        from orggraph.evidence.fragments import text_fragment, with_fragment  # only a URL does

        return with_fragment(url, text_fragment(document, evidence, span))

    def _find_uncached(
        self, source: str, quote: str
    ) -> "tuple[EvidenceStatus, tuple[Span, ...], Nearest | None]":
        document = self.document(source)
        if document is None or isinstance(document, Problem):
            return EvidenceStatus.UNCHECKED, (), None
        from orggraph.evidence.matching import find_quote

        parts = Evidence(source, quote).parts
        spans = tuple(find_quote(parts, self._folded(source)))
        if not spans:
            from orggraph.evidence.differences import find_nearest  # only a failure needs it

            nearest = find_nearest(parts, self._folded(source), document.paragraphs)
            return EvidenceStatus.NOT_FOUND, (), nearest
        status = EvidenceStatus.VERIFIED if len(spans) == 1 else EvidenceStatus.AMBIGUOUS
        return status, spans, None

    def _read_uncached(self, source: str) -> "Document | Problem | None":
        file = self._file(self.sources[source])
        if file is None:
            return None
        from orggraph.evidence.documents import read_document

        return read_document(file, source)

    def path(self, source: str) -> str | None:
        """Return where the document of a source is looked for; None where nothing says."""
        file = self._file(self.sources[source])
        return file.path if isinstance(file, Copy) else None if file is None else str(file)

    def _file(self, source: Source) -> Path | Copy | None:
        if source.id in self._files:
            file = self._files[source.id]
            return Path(file) if isinstance(file, str) else file
        if source.file is None:
            return None
        folder = Path(source.location.path).parent if source.location else Path()
        return folder / source.file

    def _fold_uncached(self, source: str) -> "tuple[FoldedText, ...]":
        from orggraph.evidence.matching import fold_text

        document = self.document(source)
        assert document is not None
        assert not isinstance(document, Problem)
        return tuple(map(fold_text, document.paragraphs))
