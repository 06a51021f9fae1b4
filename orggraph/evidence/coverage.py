"""What of a source document the graph rests on, and what nobody has modelled."""

from collections import defaultdict
from enum import StrEnum
from typing import NamedTuple

from orggraph.errors import OrgGraphError
from orggraph.evidence.claims import iter_claims
from orggraph.evidence.documents import Document
from orggraph.evidence.matching import find_quote, fold_text
from orggraph.evidence.verify import EvidenceStatus, Sources
from orggraph.model import Graph
from orggraph.source import Problem
from orggraph.text import LocalText


class ParagraphStatus(StrEnum):
    """Whether anything rests on a paragraph."""

    COVERED = "covered"
    SET_ASIDE = "set_aside"
    UNCOVERED = "uncovered"


class ParagraphCoverage(NamedTuple):
    """A paragraph, numbered from one, and the ids of what rests on it.

    These are nodes, relations and seats; `reason` is why it was set aside.
    """

    number: int
    text: str
    status: ParagraphStatus
    rests_on: tuple[str, ...]
    reason: LocalText | None = None


class Coverage(NamedTuple):
    """A source, paragraph by paragraph."""

    source: str
    paragraphs: tuple[ParagraphCoverage, ...]

    def tally(self, status: ParagraphStatus) -> int:
        """Return how many paragraphs have this status."""
        return sum(paragraph.status is status for paragraph in self.paragraphs)


def find_coverage(graph: Graph, sources: Sources, source: str) -> Coverage:
    """Return what rests on each paragraph of a source.

    Raises OrgGraphError where the graph has no such source, or its document is not at hand.
    """
    sources.source(source)
    document = sources.document(source)
    if document is None:
        raise OrgGraphError("source-without-file", source=source)
    if isinstance(document, Problem):
        reason = sources.why_not_at_hand(source)
        raise OrgGraphError("source-unreadable", source=source, reason=reason)
    resting: dict[int, dict[str, None]] = defaultdict(dict)
    for claim in iter_claims(graph):
        if claim.evidence.source == source:
            verification = sources.verify(claim.evidence)
            if verification.status is EvidenceStatus.VERIFIED:
                resting[verification.spans[0].paragraph][claim.subject] = None
    aside = _set_aside(graph, document)
    return Coverage(
        source,
        tuple(
            _paragraph(number, text, tuple(resting[number]), aside.get(number))
            for number, text in enumerate(document.paragraphs)
        ),
    )


def _paragraph(
    number: int, text: str, rests_on: tuple[str, ...], reason: LocalText | None
) -> ParagraphCoverage:
    if rests_on:
        return ParagraphCoverage(number + 1, text, ParagraphStatus.COVERED, rests_on)
    status = ParagraphStatus.UNCOVERED if reason is None else ParagraphStatus.SET_ASIDE
    return ParagraphCoverage(number + 1, text, status, (), reason)


def _set_aside(graph: Graph, document: Document) -> dict[int, LocalText]:
    folded = tuple(map(fold_text, document.paragraphs))
    return {
        span.paragraph: aside.reason
        for aside in graph.sources[document.source].set_aside
        for span in find_quote((aside.quote,), folded)
    }
