"""Run every check on a graph."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple, TypeVar, cast

from orggraph.checks.case import make_case
from orggraph.checks.evidence import find_evidence_problems
from orggraph.checks.judge import judge
from orggraph.checks.settings import SetAsideFinding, Settings
from orggraph.checks.steps import Steps
from orggraph.checks.tally import Kept, Tally
from orggraph.evidence.claims import Claim, iter_claims
from orggraph.evidence.verify import EvidenceStatus, Sources, Verification
from orggraph.model import OFF, Graph, RuleSetting
from orggraph.queries.seats import SeatStatus
from orggraph.source import Problem, Severity

K = TypeVar("K", tuple[str, Severity], tuple[str, int])

MOST = 10_000
"""How many findings of a rule, quotations and seats are told one by one, where not all are."""


class MoreOfRule(NamedTuple):
    """How many findings of a rule there are, of one severity, beyond those that are told."""

    code: str
    severity: Severity
    times: int


class MoreSetAside(NamedTuple):
    """How many findings of a rule a setting puts aside beyond those that are told."""

    code: str
    setting: RuleSetting
    times: int


class LeftOut(NamedTuple):
    """What a check has counted and does not tell one by one.

    `quotes` counts quotations by what became of them.
    """

    problems: tuple[MoreOfRule, ...] = ()
    set_aside: tuple[MoreSetAside, ...] = ()
    quotes: Mapping[str, int] = MappingProxyType({})
    seats: int = 0

    @property
    def is_any(self) -> bool:
        """Whether anything is left out at all."""
        return any(self)


class CheckReport(NamedTuple):
    """What the checks found: problems, every quotation with what became of it, every seat.

    `set_aside` is what the data file does not count, with the setting that says why. Where there is
    very much of it, the first of each rule, quotations and seats are there; `left_out` counts the
    others.
    """

    problems: tuple[Problem, ...]
    evidence: tuple[tuple[Claim, Verification], ...] = ()
    seats: tuple[SeatStatus, ...] = ()
    set_aside: tuple[SetAsideFinding, ...] = ()
    left_out: LeftOut = LeftOut()

    @property
    def evidence_counts(self) -> Mapping[str, int]:
        """How many quotations have each status, by its name."""
        counts = Counter(verification.status.value for _, verification in self.evidence)
        counts.update(self.left_out.quotes)
        return {status.value: counts[status.value] for status in EvidenceStatus}

    def tally(self, severity: str) -> int:
        """Return how many problems have this severity."""
        more = sum(more.times for more in self.left_out.problems if more.severity == severity)
        return more + sum(problem.severity == severity for problem in self.problems)


def check(
    graph: Graph,
    sources: Sources,
    *,
    most: int | None = None,
    progress: Callable[[float], None] = lambda done: None,
) -> CheckReport:
    """Hold a graph against its sources and the rules of governance.

    All is judged on the date that the graph is restricted to, else on today's. The settings of the
    data file decide how the findings count. With ``most``, no more than that many findings of each
    rule and severity are told one by one, the first ones in the order of the files, and no more
    quotations and seats. ``progress`` is told how much is done, from 0 to 1.
    """
    quotes = Kept[tuple[Claim, Verification]](lambda pair: pair[1].status.value, most)
    seats = Kept[SeatStatus](lambda status: status.state.value, most)
    findings = _Findings(graph, most)
    steps = Steps(_count_steps(graph), progress)
    case = make_case(graph, steps.over)
    for found in _iter_evidence_problems(graph, sources, quotes, steps):
        findings.add(found)
    for found_ in judge(case, steps):
        if isinstance(found_, SeatStatus):
            seats.add(found_)
        else:
            findings.add(found_)
    report = findings.report()
    progress(1)
    left_out = report.left_out._replace(quotes=quotes.left_out, seats=seats.left_out.total())
    return report._replace(
        evidence=tuple(quotes.first), seats=tuple(seats.first), left_out=left_out
    )


class _Findings:
    """Findings as the data file counts them, and what it sets aside."""

    def __init__(self, graph: Graph, most: int | None) -> None:
        self._settings = Settings(graph)
        self._found = Tally[tuple[str, Severity]](lambda p: (p.code, p.severity), most)
        self._aside = Tally[tuple[str, int]](lambda p: (p.code, self._number(p)), most)

    def add(self, found: Problem) -> None:
        number = self._settings.meet(found)
        if number is None:
            self._found.add(found)
        elif (severity := self._settings[number].severity) == OFF:
            self._aside.add(found)
        else:
            self._found.add(found._replace(counts_as=cast(Severity, severity)))

    def report(self) -> CheckReport:
        """Return the report of what was found, to which nothing is added after that."""
        for idle in self._settings.iter_idle():
            self._found.add(idle)
        problems, aside = self._found.close(), self._aside.close()
        set_aside = (SetAsideFinding(p, self._settings[self._number(p)]) for p in aside)
        left_out = LeftOut(
            tuple(MoreOfRule(*kind, times) for kind, times in _sorted(self._found.left_out)),
            tuple(
                MoreSetAside(code, self._settings[number], times)
                for (code, number), times in _sorted(self._aside.left_out)
            ),
        )
        return CheckReport(problems, set_aside=tuple(set_aside), left_out=left_out)

    def _number(self, found: Problem) -> int:
        number = self._settings.meet(found)
        assert number is not None  # only what meets a setting is set aside
        return number


def _sorted(counts: Counter[K]) -> list[tuple[K, int]]:
    return sorted(counts.items())


def _iter_evidence_problems(
    graph: Graph, sources: Sources, quotes: Kept[tuple[Claim, Verification]], steps: Steps
) -> Iterator[Problem]:
    verified = ((claim, sources.verify(claim.evidence)) for claim in iter_claims(graph, steps.over))
    return find_evidence_problems(graph, sources, quotes.passing(verified))


def _count_steps(graph: Graph) -> int:
    """Return how many steps a check takes that is told how far it is."""
    whole = graph.undated or graph
    nodes, relations, seats = len(whole.nodes), len(whole.relations), len(whole.seats)
    evidence = nodes + seats + relations if graph.sources else 0
    return nodes + evidence + relations + Steps.OF_A_PLACE * nodes
