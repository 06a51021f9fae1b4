"""Run every check on a graph."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from orggraph.checks.case import make_case
from orggraph.checks.evidence import find_evidence_problems
from orggraph.checks.registry import RULES
from orggraph.checks.settings import SetAsideFinding, apply_settings
from orggraph.evidence.claims import Claim, iter_claims
from orggraph.evidence.verify import EvidenceStatus, Sources, Verification
from orggraph.model import Graph
from orggraph.queries.seats import SeatStatus, find_seats
from orggraph.source import Problem, sort_problems


class CheckReport(NamedTuple):
    """What the checks found: problems, every quotation with what became of it, every seat.

    `set_aside` is what the data file does not count, with the setting that says why.
    """

    problems: tuple[Problem, ...]
    evidence: tuple[tuple[Claim, Verification], ...] = ()
    seats: tuple[SeatStatus, ...] = ()
    set_aside: tuple[SetAsideFinding, ...] = ()

    @property
    def evidence_counts(self) -> Mapping[str, int]:
        """How many quotations have each status, by its name."""
        counts = Counter(verification.status for _, verification in self.evidence)
        return {status.value: counts[status] for status in EvidenceStatus}

    def tally(self, severity: str) -> int:
        """Return how many problems have this severity."""
        return sum(problem.severity == severity for problem in self.problems)


def check(graph: Graph, sources: Sources) -> CheckReport:
    """Hold a graph against its sources and the rules of governance.

    All is judged on the date that the graph is restricted to, else on today's. The settings of the
    data file decide how the findings count.
    """
    evidence = tuple((claim, sources.verify(claim.evidence)) for claim in iter_claims(graph))
    seats = tuple(find_seats(graph))
    case = make_case(graph, seats)
    problems = [
        *find_evidence_problems(graph, sources, evidence),
        *(found for rule in RULES for found in rule(case)),
    ]
    settled = apply_settings(graph, sort_problems(problems))
    return CheckReport(sort_problems(settled.problems), evidence, seats, settled.set_aside)
