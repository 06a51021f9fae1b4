"""Problems of evidence: quotations, and the documents that they are held against."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from orggraph.evidence.claims import Claim
from orggraph.evidence.documents import Document
from orggraph.evidence.matching import Span
from orggraph.evidence.telling import Candidates, NearestTold
from orggraph.evidence.verify import EvidenceStatus, Sources, Verification
from orggraph.model import Evidence, Graph, Source
from orggraph.source import Problem, problem

Verified = tuple[Claim, Verification]


def find_evidence_problems(
    graph: Graph, sources: Sources, verified: Iterable[Verified]
) -> Iterator[Problem]:
    """Yield what is wrong with a graph's quotations and documents; ``verified`` has every one.

    They are gone through once. What rests on a document is kept where that has changed, and what
    rests on a paragraph where that is set aside.
    """
    unchecked: Counter[str] = Counter()
    changed = {
        source.id: _Resting() for source in graph.sources.values() if sources.is_changed(source.id)
    }
    aside = {place: dict[str, None]() for place in _iter_aside(graph, sources)}
    for claim, verification in verified:
        yield from _unsupported(claim, verification, sources)
        source, span = claim.evidence.source, verification.span
        if verification.status is EvidenceStatus.UNCHECKED:
            unchecked[source] += 1
        if source in changed:
            changed[source].add(claim, verification)
        if span and (source, span.paragraph) in aside:
            aside[source, span.paragraph][claim.subject] = None
    yield from _not_at_hand(unchecked, sources)
    for source_ in graph.sources.values():
        document = sources.document(source_.id)
        if isinstance(document, Document):
            if source_.id in changed:
                yield _changed(source_, document, changed[source_.id])
            yield from _ill_set_aside(source_, document, sources, aside)


class _Resting:
    """What rests on a document, and how many of its quotations are lost."""

    def __init__(self) -> None:
        self.subjects: dict[str, None] = {}
        self.lost = 0

    def add(self, claim: Claim, verification: Verification) -> None:
        self.subjects[claim.subject] = None
        self.lost += verification.status is not EvidenceStatus.VERIFIED


def _iter_aside(graph: Graph, sources: Sources) -> Iterator[tuple[str, int]]:
    """Yield the paragraphs that are set aside, by source and number from zero."""
    for source in graph.sources.values():
        if isinstance(sources.document(source.id), Document):
            for aside in source.set_aside:
                span = sources.verify(Evidence(source.id, aside.quote)).span
                if span:
                    yield source.id, span.paragraph


def _unsupported(claim: Claim, verification: Verification, sources: Sources) -> Iterator[Problem]:
    """Yield a quotation that its source does not have, or has in several places."""
    document = sources.document(claim.evidence.source)
    if not isinstance(document, Document):
        return
    quoted = {"source": claim.evidence.source, "quote": claim.evidence.quote}
    if verification.status is EvidenceStatus.NOT_FOUND:
        nearest = NearestTold.of(verification.nearest, document.paragraphs)
        subjects = [claim.subject]
        yield problem(
            "quote-not-found", claim.location, subjects=subjects, nearest=nearest, **quoted
        )
    elif verification.status is EvidenceStatus.AMBIGUOUS:
        yield problem(
            "quote-ambiguous",
            claim.location,
            subjects=[claim.subject],
            paragraphs=_candidates(verification.spans, document),
            **quoted,
        )


def _candidates(spans: Sequence[Span], document: Document) -> Candidates:
    return Candidates(tuple((s.paragraph + 1, document.paragraphs[s.paragraph]) for s in spans))


def _changed(source: Source, document: Document, resting: _Resting) -> Problem:
    """Return that a document is another than the one recorded, with all that rests on it."""
    return problem(
        "document-changed",
        source.location,
        subjects=resting.subjects,
        source=source.id,
        recorded=source.sha256,
        present=document.sha256,
        count=len(resting.subjects),
        lost=resting.lost,
    )


def _ill_set_aside(
    source: Source,
    document: Document,
    sources: Sources,
    resting: Mapping[tuple[str, int], Collection[str]],
) -> Iterator[Problem]:
    """Yield the paragraphs set aside that are not one, or that something rests on after all."""
    for aside in source.set_aside:
        place = aside.location or source.location
        found = sources.verify(Evidence(source.id, aside.quote))
        quoted = {"source": source.id, "quote": aside.quote}
        if found.status is EvidenceStatus.NOT_FOUND:
            nearest = NearestTold.of(found.nearest, document.paragraphs)
            yield problem("aside-not-found", place, subjects=[source.id], nearest=nearest, **quoted)
        elif found.status is EvidenceStatus.AMBIGUOUS:
            candidates = _candidates(found.spans, document)
            yield problem(
                "aside-ambiguous", place, subjects=[source.id], paragraphs=candidates, **quoted
            )
        elif subjects := resting.get((source.id, found.spans[0].paragraph)):
            yield problem(
                "aside-covered",
                place,
                subjects=[source.id, *subjects],
                paragraph=found.spans[0].paragraph + 1,
                resting=", ".join(subjects),
                **quoted,
            )


def _not_at_hand(unchecked: Mapping[str, int], sources: Sources) -> Iterator[Problem]:
    """Yield each source whose document could not be read, once for all its quotations."""
    for source, count in sorted(unchecked.items()):
        place = sources.sources[source].location
        yield problem(
            "source-not-at-hand",
            place,
            subjects=[source],
            source=source,
            count=count,
            reason=sources.why_not_at_hand(source),
        )
