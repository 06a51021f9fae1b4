"""Tell what checks found."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from orggraph.checks import CheckReport
from orggraph.checks.settings import SetAsideFinding
from orggraph.evidence.documents import Document
from orggraph.evidence.verify import EvidenceStatus
from orggraph.queries.seats import SeatStatus
from orggraph.reports.blocks import (
    Block,
    Finding,
    Heading,
    Outline,
    OutlineLine,
    Paragraph,
    Record,
    Report,
    Table,
    Tone,
)
from orggraph.reports.records import location, problem_record, seat_record
from orggraph.reports.teller import Teller, evidence_record
from orggraph.source import Problem
from orggraph.words import say

_TONES: Mapping[str, Tone] = {"error": "bad", "warning": "fair", "note": "plain"}
_MOST_SHOWN: Mapping[str, int] = {"error": 20, "warning": 20, "note": 3}  # of a code, on a screen
_MOST_SEATS = 500


def report_problems(problems: tuple[Problem, ...], language: str) -> Report:
    """Return the report of what kept a file from being read, as a check tells it."""

    def records() -> list[Record]:
        return [problem_record(problem, language) for problem in problems]

    def data() -> Record:
        nothing = dict.fromkeys((status.value for status in EvidenceStatus), 0)
        empty = dict.fromkeys(("set_aside", "seats", "quotes", "sources"), ())
        return {"problems": records(), "evidence": nothing, **empty}

    def blocks() -> tuple[Block, ...]:
        tally = Counter[str](problem.severity for problem in problems)
        return (*problem_blocks(problems, language), _counts(tally, language))

    return Report(data, records, blocks)


def problem_blocks(problems: tuple[Problem, ...], language: str) -> tuple[Finding, ...]:
    """Return problems as people read them: place and sentence, then the line with a caret."""
    return tuple(_finding(problem, language) for problem in problems)


def _finding(problem: Problem, language: str) -> Finding:
    place = problem.location
    # Of a file that has no lines to show, the sentence itself says which it is.
    has_place = problem.excerpt is not None or "path" not in problem.facts
    shown = f"{place}: " if place and has_place else ""
    severity = say(problem.severity, language)
    text = f"{shown}{severity} {problem.code}: {problem.message(language)}"
    tone = _TONES[problem.severity]
    if place is None:
        return Finding(text, tone)
    return Finding(text, tone, problem.excerpt, place.column, place.length)


def report_check(tell: Teller, found: CheckReport) -> Report:
    """Return the report of a check: problems, what became of the evidence, the state of seats."""

    def records() -> list[Record]:
        return [problem_record(problem, tell.language) for problem in found.problems]

    def data() -> Record:
        return {
            "problems": records(),
            "set_aside": [_set_aside_record(each, tell.language) for each in found.set_aside],
            "evidence": dict(found.evidence_counts),
            "seats": [seat_record(tell, status) for status in found.seats],
            "quotes": [
                {
                    "subject": claim.subject,
                    **evidence_record(tell.sources, verification),
                    "location": location(claim.location),
                }
                for claim, verification in found.evidence
            ],
            "sources": [_source_record(tell, source) for source in tell.graph.sources],
            **({"left_out": _left_out_record(tell, found)} if found.left_out.is_any else {}),
        }

    return Report(data, records, lambda: tuple(_check_blocks(tell, found)))


def _check_blocks(tell: Teller, found: CheckReport) -> Iterator[Block]:
    yield from _shown(found, tell.language)
    yield _verdict(tell, found)
    why = Counter((each.problem.code, tell.text(each.setting.reason)) for each in found.set_aside)
    for more in found.left_out.set_aside:
        why[more.code, tell.text(more.setting.reason)] += more.times
    if why:
        yield Paragraph(tell.say("findings-set-aside", count=why.total()))
        lines = (
            OutlineLine(1, f"{code} ({n}): {reason}") for (code, reason), n in sorted(why.items())
        )
        yield Outline(tuple(lines))
    if any(found.evidence_counts.values()):
        counts = {f"n_{name}": count for name, count in found.evidence_counts.items()}
        yield Paragraph(tell.say("evidence-counts", **counts))
    if found.seats or found.left_out.seats:
        yield Heading(tell.say("seats"))
        if found.seats:
            yield _seat_table(tell, found.seats[:_MOST_SEATS])
        more_seats = len(found.seats[_MOST_SEATS:]) + found.left_out.seats
        if more_seats:
            yield Paragraph(tell.say("more-seats", count=more_seats), "dim")


def _shown(found: CheckReport, language: str) -> Iterator[Block]:
    """Yield problems for a screen: of one code with very many, the first ones and how many more."""
    shown: Counter[str] = Counter()
    left: Counter[str] = Counter()
    for problem in found.problems:
        if shown[problem.code] < _MOST_SHOWN[problem.severity]:
            shown[problem.code] += 1
            yield _finding(problem, language)
        else:
            left[problem.code] += 1
    listed = Counter(problem.code for problem in found.problems)
    beyond: Counter[str] = Counter()
    for more in found.left_out.problems:
        beyond[more.code] += more.times
    for code, count in sorted((left + beyond).items()):
        facts: dict[str, object] = {"code": code, "count": count}
        if code in beyond:
            yield Paragraph(say("most-of-rule", language, most=listed[code], **facts), "dim")
        else:
            yield Paragraph(say("more-of-rule", language, **facts), "dim")


def _verdict(tell: Teller, found: CheckReport) -> Paragraph:
    tally = {severity: found.tally(severity) for severity in _TONES}
    if not any(tally.values()):
        return Paragraph(tell.say("check-clean"), "good")
    return _counts(tally, tell.language)


def _counts(tally: Mapping[str, int], language: str) -> Paragraph:
    tone: Tone = "bad" if tally["error"] else "fair" if tally["warning"] else "good"
    key = "check-notes" if tally["note"] else "check-counts"
    counted = {"errors": tally["error"], "warnings": tally["warning"]}
    if tally["note"]:
        counted["notes"] = tally["note"]
    return Paragraph(say(key, language, **counted), tone)


def _set_aside_record(each: SetAsideFinding, language: str) -> Record:
    return {
        "code": each.problem.code,
        "name": each.problem.name,
        "message": each.problem.message(language),
        "location": location(each.problem.location),
        "subjects": list(each.problem.subjects),
        "reason": each.setting.reason.in_language(language),
    }


def _source_record(tell: Teller, source_id: str) -> Record:
    source = tell.graph.sources[source_id]
    document = tell.sources.document(source_id)
    present = document.sha256 if isinstance(document, Document) else None
    return {
        "id": source_id,
        "title": tell.text(source.title),
        "url": source.url,
        "sha256": present,
        "recorded": source.sha256,
        "changed": tell.sources.is_changed(source_id),
    }


def _left_out_record(tell: Teller, found: CheckReport) -> Record:
    """Return as JSON how much a check has counted and does not list."""
    left = found.left_out
    return {
        "problems": [
            {"code": more.code, "severity": more.severity, "count": more.times}
            for more in left.problems
        ],
        "set_aside": [
            {"code": more.code, "reason": tell.text(more.setting.reason), "count": more.times}
            for more in left.set_aside
        ],
        "quotes": sum(left.quotes.values()),
        "seats": left.seats,
    }


def _seat_table(tell: Teller, seats: Sequence[SeatStatus]) -> Table:
    columns = ("body", "seat", "filled-by", "count", "filled", "state")
    rows = tuple(
        (
            tell.name(status.seat.body),
            tell.seat(status.seat),
            tell.fillings(status.seat.fillings),
            tell.count(status.seat.count),
            str(status.filled),
            tell.say(f"seat-{status.state}"),
        )
        for status in seats
    )
    return tell.table(columns, rows, keep=columns)
