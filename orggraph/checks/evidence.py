"""Problems of evidence: quotations, and the documents that they are held against."""

from collections import Counter
from collections.abc import Iterator, Sequence

from orggraph.evidence.claims import Claim
from orggraph.evidence.documents import Document
from orggraph.evidence.matching import Span
from orggraph.evidence.telling import Candidates, NearestTold
from orggraph.evidence.verify import EvidenceStatus, Sources, Verification
from orggraph.model import Evidence, Graph, Source
from orggraph.source import Problem, problem

Verified = Sequence[tuple[Claim, Verification]]


def find_evidence_problems(graph: Graph, sources: Sources, verified: Verified) -> Iterator[Problem]:
    """Yield what is wrong with a graph's quotations and documents; ``verified`` has every one."""
    yield from _unsupported(verified, sources)
    yield from _not_at_hand(verified, sources)
    for source in graph.sources.values():
        document = sources.document(source.id)
        if isinstance(document, Document):
            yield from _changed(source, document, sources, verified)
            yield from _ill_set_aside(source, document, sources, verified)


def _unsupported(verified: Verified, sources: Sources) -> Iterator[Problem]:
    """Yield the quotations that their source does not have, or has in several places."""
    for claim, verification in verified:
        document = sources.document(claim.evidence.source)
        if not isinstance(document, Document):
            continue
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


def _changed(
    source: Source, document: Document, sources: Sources, verified: Verified
) -> Iterator[Problem]:
    """Yield the document if it is another than the one recorded, with all that rests on it."""
    if not sources.is_changed(source.id):
        return
    resting = [item for item in verified if item[0].evidence.source == source.id]
    subjects = tuple(dict.fromkeys(claim.subject for claim, _ in resting))
    yield problem(
        "document-changed",
        source.location,
        subjects=subjects,
        source=source.id,
        recorded=source.sha256,
        present=document.sha256,
        count=len(subjects),
        lost=sum(v.status is not EvidenceStatus.VERIFIED for _, v in resting),
    )


def _ill_set_aside(
    source: Source, document: Document, sources: Sources, verified: Verified
) -> Iterator[Problem]:
    """Yield the paragraphs set aside that are not one, or that something rests on after all."""
    resting: dict[int, dict[str, None]] = {}
    for claim, verification in verified:
        if verification.span and claim.evidence.source == source.id:
            resting.setdefault(verification.span.paragraph, {})[claim.subject] = None
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
        elif found.spans[0].paragraph in resting:
            subjects = resting[found.spans[0].paragraph]
            yield problem(
                "aside-covered",
                place,
                subjects=[source.id, *subjects],
                paragraph=found.spans[0].paragraph + 1,
                resting=", ".join(subjects),
                **quoted,
            )


def _not_at_hand(verified: Verified, sources: Sources) -> Iterator[Problem]:
    """Yield each source whose document could not be read, once for all its quotations."""
    unchecked = Counter(
        claim.evidence.source
        for claim, verification in verified
        if verification.status is EvidenceStatus.UNCHECKED
    )
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
