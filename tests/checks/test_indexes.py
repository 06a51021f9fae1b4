"""A check finds the same in a graph in memory and in a file, and keeps little of either."""

import gc
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orggraph.checks import CheckReport, check
from orggraph.checks.case import make_case
from orggraph.evidence.verify import Sources
from orggraph.model import Graph, Node, PartialDate, Parts, Relation, Seat
from orggraph.store.restricting import restrict
from orggraph.text import LocalText
from tests.checks.organisations import CORE, sound_parts
from tests.properties.indexes import INDEXES
from tests.properties.strategies import parts
from tests.queries.counting import CountingIndex

STORED = INDEXES["stored"]
DAYS = (None, PartialDate(2025, 6, 1), PartialDate(2025), PartialDate(1950))
OF_SOURCES = ("source-not-at-hand", "document-changed")
OFTEN = ("G060", "G061", "G062", "G063", "S102")
FEW = CORE.types_of(family="appointment") | CORE.types_of(family="membership") | {"oversees"}


def test_much_is_found_and_the_same_in_memory_and_in_a_file() -> None:
    found: Counter[str] = Counter()
    for seed in range(32):
        day, few = DAYS[seed % 4], FEW if seed % 5 == 0 else None
        given_ = sound_parts(seed, 10 + seed)
        report, stored = (
            _check(graph.restricted(as_of=day, types=few) if day or few else graph)
            for graph in (Graph(given_), STORED(given_))
        )
        assert told(report) == told(stored)
        found.update(problem.name for problem in report.problems)
    assert len(found) >= 25


FINDINGS = Path(__file__).parent / "findings.txt"


def test_findings_are_those_that_rules_with_everything_in_memory_had() -> None:
    """The file was written by the rules as they were when each went through all relations."""
    lines = [line for seed in range(80) for line in _lines(seed)]
    assert lines == FINDINGS.read_text(encoding="utf-8").splitlines()


def _lines(seed: int) -> list[str]:
    graph = Graph(sound_parts(seed, 12 + seed % 9)).restricted(as_of=DAYS[1 + seed % 3])
    problems = _check(graph).problems
    # Of what concerns nearly everything the number is enough.
    often = Counter(p.code for p in problems if p.code in OFTEN)
    rare = (p for p in problems if p.code not in OFTEN)
    lines = [f"{p.code} {p.severity} {p.location} {' '.join(p.subjects)}" for p in rare]
    return [f"{seed} {line}" for line in sorted([*lines, f"often {sorted(often.items())}"])]


def test_dates_and_types_may_be_asked_for_in_any_order() -> None:
    given_ = sound_parts(3, 20)
    first, later = PartialDate(2024), PartialDate(2025, 6, 1)
    makes: tuple[Callable[[Graph], Graph], ...] = (
        lambda graph: graph.restricted(types=FEW).restricted(as_of=later),
        lambda graph: graph.restricted(as_of=later).restricted(types=FEW),
        lambda graph: graph.restricted(as_of=first).restricted(as_of=later),
    )
    for make in makes:
        in_memory, stored = (told(_check(make(g))) for g in (Graph(given_), STORED(given_)))
        assert in_memory == stored
        assert in_memory[0]


@settings(max_examples=25, deadline=None)
@given(parts(), st.sampled_from(DAYS))
def test_any_graph_is_judged_the_same(given_: Parts, day: PartialDate | None) -> None:
    graphs = [Graph(given_), STORED(given_)]
    if day is not None:
        graphs = [graph.restricted(as_of=day) for graph in graphs]
    in_memory, stored = map(told, map(_check, graphs))
    assert in_memory == stored


def test_going_through_everything_is_done_a_few_times_only() -> None:
    walks = []
    for size in (20, 60):
        index = CountingIndex(Graph(sound_parts(1, size)).index)
        graph = Graph.over(index, day=PartialDate(2025))
        check(graph, Sources(graph))
        walks.append(index.walks)
    # Few things of one type are gone through by themselves: no rule is allowed more for more nodes.
    assert all(times <= 16 for times in walks[1].values())
    assert walks[1]["parts"] == 0


def test_who_is_there_on_the_day_is_looked_up_for_nobody() -> None:
    day, whole = PartialDate(2025), Graph(sound_parts(1, 40))
    unseated = whole.vocabulary.types_of(family="support") | {"reports_to", "part_of"}
    for types in (None, unseated):
        index = CountingIndex(whole.index)
        graph = Graph.over(restrict(index, day, types), day=day)
        graph.undated = Graph.over(index)
        case = make_case(graph)
        before = index.read
        found = list(case.graph.iter_relations(unseated))
        assert index.read == before
        assert found == list(graph.iter_relations(unseated))
        assert index.read > before
        assert len(found) > 3


def test_no_rule_keeps_the_relations_of_a_large_graph() -> None:
    graph, kept = STORED(_large()), []

    def look(_done: float) -> None:
        things = [type(thing) for thing in gc.get_objects()]
        kept.append(sum(things.count(type_) for type_ in (Node, Relation, Seat)))

    report = check(graph, Sources(graph), most=10, progress=look)
    assert report.tally("note") + report.tally("warning") > 1_000
    assert len(kept) > 10
    # Look-ups are kept of some nodes, in the store and by the rules: of 19,200 things far fewer.
    assert max(kept) < 10_000


def test_progress_goes_on_and_comes_to_an_end() -> None:
    graph = STORED(_large())
    told_: list[float] = []
    check(graph, Sources(graph), progress=told_.append)
    assert told_ == sorted(told_)
    assert (told_[0], told_[-1]) == (0, 1)
    assert max(b - a for a, b in pairwise(told_)) < 0.2


def _large() -> Parts:
    """Return bodies that several sit in, and that have two superiors."""
    bodies = [
        Node(id=f"b{n:04}", kind="body", name=LocalText.of(f"B {n}", "en")) for n in range(2_400)
    ]
    people = [
        Node(id=f"p{n:04}", kind="person", name=LocalText.of(f"P {n}", "en")) for n in range(2_400)
    ]
    lines = [(f"b{n:04}", "reports_to", f"b{n // k:04}") for n in range(7, 2_400) for k in (3, 5)]
    seated = [
        (f"p{n:04}", "member_of", f"b{(n * k) % 2_400:04}") for n in range(2_400) for k in (1, 7)
    ]
    seats = [Seat(body=body.id, key=key) for body in bodies for key in ("a", "b")]
    relations = {
        f"{source}:{type_}:{target}": Relation(
            id=f"{source}:{type_}:{target}", type=type_, source=source, target=target
        )
        for source, type_, target in (*lines, *seated)
    }
    return Parts((*bodies, *people), tuple(relations.values()), tuple(seats))


def _check(graph: Graph) -> CheckReport:
    return check(graph, Sources(graph))


def told(report: CheckReport) -> tuple[object, ...]:
    """Return what a report says; where a source is described is another place in a store."""
    problems = [
        (p.name, p.severity, str(p.facts), p.subjects, p.name in OF_SOURCES or p.location)
        for p in report.problems
    ]
    aside = [
        (p.name, str(p.facts), p.subjects, setting.code, setting.subjects)
        for p, setting in report.set_aside
    ]
    return (
        sorted(problems, key=repr),
        [(claim.subject, claim.kind, v.status) for claim, v in report.evidence],
        report.seats,
        sorted(aside),
        report.left_out,
    )


@pytest.mark.parametrize("most", [0, 1, 3, 50, None])
def test_what_is_not_told_one_by_one_is_counted(most: int | None) -> None:
    graph = Graph(sound_parts(2, 30))
    whole, some = check(graph, Sources(graph)), check(graph, Sources(graph), most=most)
    for severity in ("error", "warning", "note"):
        assert some.tally(severity) == whole.tally(severity)
    assert some.evidence_counts == whole.evidence_counts
    assert len(some.seats) + some.left_out.seats == len(whole.seats)
    assert some.seats == whole.seats[:most]
    of_rule: Counter[object] = Counter()
    first = []
    for problem in whole.problems:
        of_rule[problem.code, problem.severity] += 1
        if most is None or of_rule[problem.code, problem.severity] <= most:
            first.append(problem)
    assert list(some.problems) == first
    left = sum(more.times for more in some.left_out.set_aside)
    assert len(some.set_aside) + left == len(whole.set_aside)
    assert some.left_out.is_any is (some != whole)
