"""Hold every quotation against its source."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import NamedTuple

from orggraph.errors import OrgGraphError
from orggraph.evidence.documents import Document, read_document
from orggraph.evidence.matching import FoldedText, Span, find_closest, find_quote, fold_text
from orggraph.model import Evidence, Graph, Source
from orggraph.source import Problem
from orggraph.words import Word


class EvidenceStatus(StrEnum):
    """What became of a quotation."""

    VERIFIED = "verified"
    NOT_FOUND = "not_found"
    AMBIGUOUS = "ambiguous"
    UNCHECKED = "unchecked"


class Verification(NamedTuple):
    """A quotation held against its source.

    `spans` are where it stands; `closest` is the paragraph, from zero, that comes nearest to one
    that is not found.
    """

    evidence: Evidence
    status: EvidenceStatus
    spans: tuple[Span, ...] = ()
    closest: int | None = None

    @property
    def paragraph(self) -> int | None:
        """The number of the paragraph that it stands in, from one, or None."""
        verified = self.status is EvidenceStatus.VERIFIED
        return self.spans[0].paragraph + 1 if verified else None


class Sources:
    """The source documents of a graph, read when they are first asked for."""

    def __init__(self, graph: Graph, files: Mapping[str, str] | None = None) -> None:
        """Use ``files``, paths by source id, in place of those that the graph names.

        Raises OrgGraphError for the id of a source that the graph does not have.
        """
        self._files = dict(files or {})
        self.sources = graph.sources
        for source in self._files:
            self.source(source)
        self._read = cache(self._read_uncached)
        self._folded = cache(self._fold_uncached)

    def source(self, source: str) -> Source:
        """Return the source with this id; raises OrgGraphError where the graph has none."""
        if source not in self.sources:
            known = ", ".join(self.sources) or "–"
            raise OrgGraphError("no-such-source", source=source, known=known)
        return self.sources[source]

    def document(self, source: str) -> Document | Problem | None:
        """Return the document of a source, or the problem with its file, or None without one."""
        return self._read(source)

    def why_not_at_hand(self, source: str) -> object:
        """Return why the document of a source is not read, as a fact of a sentence."""
        document = self.document(source)
        if not isinstance(document, Problem):
            return Word("no-file-named")
        # The sentence of a missing file is about data files; the path alone says enough here.
        return document.facts["path"] if document.name == "file-missing" else document

    def verify(self, evidence: Evidence) -> Verification:
        """Hold a quotation against its source."""
        if not isinstance(self.document(evidence.source), Document):
            return Verification(evidence, EvidenceStatus.UNCHECKED)
        paragraphs = self._folded(evidence.source)
        spans = tuple(find_quote(evidence.parts, paragraphs))
        if not spans:
            closest = find_closest(evidence.parts, paragraphs)
            return Verification(evidence, EvidenceStatus.NOT_FOUND, closest=closest)
        status = EvidenceStatus.VERIFIED if len(spans) == 1 else EvidenceStatus.AMBIGUOUS
        return Verification(evidence, status, spans)

    def _read_uncached(self, source: str) -> Document | Problem | None:
        path = self._path(self.sources[source])
        return None if path is None else read_document(path, source)

    def _path(self, source: Source) -> Path | None:
        if source.id in self._files:
            return Path(self._files[source.id])
        if source.file is None:
            return None
        folder = Path(source.location.path).parent if source.location else Path()
        return folder / source.file

    def _fold_uncached(self, source: str) -> tuple[FoldedText, ...]:
        document = self.document(source)
        assert isinstance(document, Document)
        return tuple(map(fold_text, document.paragraphs))
