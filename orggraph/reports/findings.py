"""Tell what checks and coverage found."""

from collections.abc import Iterator

from orggraph.checks import CheckReport
from orggraph.evidence.coverage import Coverage, ParagraphStatus
from orggraph.evidence.verify import EvidenceStatus
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
from orggraph.source.fields import shorten
from orggraph.words import say


def report_problems(problems: tuple[Problem, ...], language: str) -> Report:
    """Return the report of what kept a file from being read, as a check tells it."""

    def records() -> list[Record]:
        return [problem_record(problem, language) for problem in problems]

    def data() -> Record:
        nothing = dict.fromkeys((status.value for status in EvidenceStatus), 0)
        return {"problems": records(), "evidence": nothing, "seats": [], "quotes": []}

    def blocks() -> tuple[Block, ...]:
        errors = sum(problem.severity == "error" for problem in problems)
        counts = say("check-counts", language, errors=errors, warnings=len(problems) - errors)
        return (*problem_blocks(problems, language), Paragraph(counts, "bad"))

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
    tone: Tone = "bad" if problem.severity == "error" else "fair"
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
            "evidence": dict(found.evidence_counts),
            "seats": [seat_record(tell, status) for status in found.seats],
            "quotes": [
                {
                    "subject": claim.subject,
                    **evidence_record(verification),
                    "location": location(claim.location),
                }
                for claim, verification in found.evidence
            ],
        }

    return Report(data, records, lambda: tuple(_check_blocks(tell, found)))


def _check_blocks(tell: Teller, found: CheckReport) -> Iterator[Block]:
    yield from problem_blocks(found.problems, tell.language)
    yield _verdict(tell, found)
    if found.evidence:
        counts = {f"n_{name}": count for name, count in found.evidence_counts.items()}
        yield Paragraph(tell.say("evidence-counts", **counts))
    if found.seats:
        yield Heading(tell.say("seats"))
        yield _seat_table(tell, found)


def _verdict(tell: Teller, found: CheckReport) -> Paragraph:
    errors, warnings = found.tally("error"), found.tally("warning")
    tone: Tone = "bad" if errors else "fair" if warnings else "good"
    if not errors and not warnings:
        return Paragraph(tell.say("check-clean"), tone)
    return Paragraph(tell.say("check-counts", errors=errors, warnings=warnings), tone)


def _seat_table(tell: Teller, found: CheckReport) -> Table:
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
        for status in found.seats
    )
    return tell.table(columns, rows, keep=columns)


def report_coverage(tell: Teller, found: Coverage) -> Report:
    """Return the report of a source, paragraph by paragraph."""
    total = len(found.paragraphs)
    covered = found.tally(ParagraphStatus.COVERED)
    set_aside = found.tally(ParagraphStatus.SET_ASIDE)

    def records() -> list[Record]:
        return [
            {
                "paragraph": paragraph.number,
                "start": shorten(paragraph.text),
                "status": str(paragraph.status),
                "rests_on": list(paragraph.rests_on),
                "reason": tell.text(paragraph.reason) or None,
            }
            for paragraph in found.paragraphs
        ]

    def data() -> Record:
        return {
            "source": found.source,
            "total": total,
            "covered": covered,
            "set_aside": set_aside,
            "paragraphs": records(),
        }

    def blocks() -> list[Block]:
        left = total - covered - set_aside
        verdict = tell.say(
            "coverage",
            source=found.source,
            total=total,
            covered=covered,
            aside=set_aside,
            left=left,
        )
        return [_coverage_outline(tell, found), Paragraph(verdict, "fair" if left else "good")]

    return Report(data, records, blocks)


def _coverage_outline(tell: Teller, found: Coverage) -> Outline:
    lines = []
    for paragraph in found.paragraphs:
        note = tell.say(f"paragraph-{paragraph.status}")
        if paragraph.reason:
            note = f"{note}: {tell.text(paragraph.reason)}"
        covered = paragraph.status is ParagraphStatus.COVERED
        start = f"{paragraph.number}. {shorten(paragraph.text)}"
        lines.append(OutlineLine(0, start, "" if covered else note))
        lines += [OutlineLine(1, _subject(tell, id_)) for id_ in paragraph.rests_on]
    return Outline(tuple(lines))


def _subject(tell: Teller, id_: str) -> str:
    """Return what a node, relation or seat is, from its id."""
    if relation := tell.graph.relations.get(id_):
        return tell.sentence(relation)
    if seat := tell.graph.seats.get(id_):
        return f"{tell.name(seat.body)}: {tell.seat(seat)} ({tell.count(seat.count)})"
    return tell.name(id_)
