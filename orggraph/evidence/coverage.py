"""What of a source document the graph rests on, and what nobody has modelled."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from orggraph.errors import OrgGraphError
from orggraph.evidence.claims import ClaimKind, iter_claims
from orggraph.evidence.verify import Sources
from orggraph.model import Evidence, Graph
from orggraph.source import Problem
from orggraph.text import LocalText


class ParagraphStatus(StrEnum):
    """Whether anything rests on a paragraph."""

    COVERED = "covered"
    SET_ASIDE = "set_aside"
    UNCOVERED = "uncovered"


class Resting(NamedTuple):
    """A thing that rests on a paragraph, and where: characters from and to.

    A purpose goes by the id of its node, and `text` says which it is.
    """

    id: str
    kind: ClaimKind
    text: LocalText | None
    places: tuple[tuple[int, int], ...]


class ParagraphCoverage(NamedTuple):
    """A paragraph, numbered from one, and the ids of what rests on it.

    These are nodes, relations and seats, told one by one in `subjects`; `reason` is why it was set
    aside. `candidates` may rest on it: their words stand in other paragraphs too, so they do not
    count.
    """

    number: int
    text: str
    status: ParagraphStatus
    rests_on: tuple[str, ...]
    reason: LocalText | None = None
    subjects: tuple[Resting, ...] = ()
    candidates: tuple[Resting, ...] = ()

    @property
    def quoted(self) -> tuple[tuple[int, int], ...]:
        """The stretches of the paragraph that are quoted: characters from and to."""
        return merge_stretches(place for item in self.subjects for place in item.places)


class Coverage(NamedTuple):
    """A source, paragraph by paragraph.

    `sha256` is the hash of its document, and `recorded` the one that the data has, if any.
    """

    source: str
    paragraphs: tuple[ParagraphCoverage, ...]
    sha256: str | None = None
    recorded: str | None = None

    def tally(self, status: ParagraphStatus) -> int:
        """Return how many paragraphs have this status."""
        return sum(paragraph.status is status for paragraph in self.paragraphs)

    @property
    def is_changed(self) -> bool | None:
        """Whether the document is another than the one recorded; None where none is recorded."""
        return None if self.recorded is None else self.recorded != self.sha256

    @property
    def percent(self) -> Fraction:
        """How many of a hundred paragraphs are covered or set aside; all, where there are none."""
        left = Fraction(self.tally(ParagraphStatus.UNCOVERED), len(self.paragraphs) or 1)
        return 100 * (1 - left)


_Places = dict[tuple[str, ClaimKind, LocalText | None], set[tuple[int, int]]]
"""What rests on a paragraph, and where: all that is kept of a quotation, of which may be many."""


def find_coverage(graph: Graph, sources: Sources, source: str) -> Coverage:
    """Return what rests on each paragraph of a source.

    Raises OrgGraphError where the graph has no such source, or its document is not at hand.
    """
    recorded = sources.source(source).sha256
    document = sources.document(source)
    if document is None:
        raise OrgGraphError("source-without-file", source=source)
    if isinstance(document, Problem):
        reason = sources.why_not_at_hand(source)
        raise OrgGraphError("source-unreadable", source=source, reason=reason)
    resting: dict[int, _Places] = defaultdict(dict)
    possible: dict[int, _Places] = defaultdict(dict)
    for claim in iter_claims(graph):
        if claim.evidence.source == source:
            verification = sources.verify(claim.evidence)
            for span in verification.spans:
                found = resting if verification.span else possible
                key = (claim.subject, claim.kind, claim.text)
                found[span.paragraph].setdefault(key, set()).add((span.start, span.end))
    aside = _set_aside(sources, source)
    paragraphs = tuple(
        _paragraph(number, text, resting[number], possible[number], aside)
        for number, text in enumerate(document.paragraphs)
    )
    return Coverage(source, paragraphs, document.sha256, recorded)


def merge_stretches(stretches: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return stretches in order, those that overlap or touch as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _paragraph(
    number: int,
    text: str,
    resting: _Places,
    possible: _Places,
    aside: Mapping[int, LocalText],
) -> ParagraphCoverage:
    subjects, candidates = _subjects(resting), _subjects(possible)
    if subjects:
        ids = tuple(dict.fromkeys(item.id for item in subjects))
        covered = ParagraphStatus.COVERED
        return ParagraphCoverage(number + 1, text, covered, ids, None, subjects, candidates)
    status = ParagraphStatus.SET_ASIDE if number in aside else ParagraphStatus.UNCOVERED
    reason = aside.get(number)
    return ParagraphCoverage(number + 1, text, status, (), reason, (), candidates)


def _subjects(places: _Places) -> tuple[Resting, ...]:
    return tuple(Resting(*key, tuple(sorted(at))) for key, at in places.items())


def _set_aside(sources: Sources, source: str) -> dict[int, LocalText]:
    """Return why paragraphs are set aside; words that several have set none of them aside."""
    reasons = {}
    for aside in sources.source(source).set_aside:
        span = sources.verify(Evidence(source, aside.quote)).span
        if span:
            reasons[span.paragraph] = aside.reason
    return reasons
