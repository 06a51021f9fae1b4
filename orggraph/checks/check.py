"""Run every check on a graph."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from orggraph.evidence.claims import Claim, iter_claims
from orggraph.evidence.documents import Document
from orggraph.evidence.verify import EvidenceStatus, Sources, Verification
from orggraph.model import Graph
from orggraph.queries.rosters import SeatState, SeatStatus, find_seats
from orggraph.source import Problem, problem, sort_problems
from orggraph.source.fields import shorten


class CheckReport(NamedTuple):
    """What the checks found: problems, every quotation with what became of it, every seat."""

    problems: tuple[Problem, ...]
    evidence: tuple[tuple[Claim, Verification], ...] = ()
    seats: tuple[SeatStatus, ...] = ()

    @property
    def evidence_counts(self) -> Mapping[str, int]:
        """How many quotations have each status, by its name."""
        counts = Counter(verification.status for _, verification in self.evidence)
        return {status.value: counts[status] for status in EvidenceStatus}

    def tally(self, severity: str) -> int:
        """Return how many problems have this severity."""
        return sum(problem.severity == severity for problem in self.problems)


def check(graph: Graph, sources: Sources) -> CheckReport:
    """Hold a graph against its sources and its seats' rules."""
    evidence = tuple((claim, sources.verify(claim.evidence)) for claim in iter_claims(graph))
    seats = tuple(find_seats(graph))
    problems = [
        *_unsupported(evidence, sources),
        *_not_at_hand(evidence, sources),
        *_ill_filled(seats),
    ]
    return CheckReport(sort_problems(problems), evidence, seats)


def _unsupported(
    evidence: tuple[tuple[Claim, Verification], ...], sources: Sources
) -> Iterator[Problem]:
    """Yield the quotations that their source does not have, or has in several places."""
    for claim, verification in evidence:
        quoted = {"source": claim.evidence.source, "quote": claim.evidence.quote}
        if verification.status is EvidenceStatus.NOT_FOUND:
            document = sources.document(claim.evidence.source)
            paragraphs = document.paragraphs if isinstance(document, Document) else ()
            closest = verification.closest
            yield problem(
                "quote-not-found",
                claim.location,
                subjects=[claim.subject],
                paragraph="–" if closest is None else closest + 1,
                closest="" if closest is None else shorten(paragraphs[closest], 80),
                **quoted,
            )
        elif verification.status is EvidenceStatus.AMBIGUOUS:
            places = ", ".join(str(span.paragraph + 1) for span in verification.spans)
            yield problem(
                "quote-ambiguous",
                claim.location,
                subjects=[claim.subject],
                paragraphs=places,
                **quoted,
            )


def _not_at_hand(
    evidence: tuple[tuple[Claim, Verification], ...], sources: Sources
) -> Iterator[Problem]:
    """Yield each source whose document could not be read, once for all its quotations."""
    unchecked = Counter(
        claim.evidence.source
        for claim, verification in evidence
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


def _ill_filled(seats: tuple[SeatStatus, ...]) -> Iterator[Problem]:
    names = {SeatState.OVER_FILLED: "seat-over-filled", SeatState.VACANT: "seat-vacant"}
    for status in seats:
        if name := names.get(status.state):
            yield problem(
                name,
                status.seat.location,
                subjects=[status.seat.body, status.seat.id],
                seat=status.seat.id,
                filled=status.filled,
                count=status.seat.count,
            )
