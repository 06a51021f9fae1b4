"""Tell what rests on each paragraph of a source."""

from collections.abc import Iterator
from fractions import Fraction

from orggraph.evidence.claims import ClaimKind
from orggraph.evidence.coverage import Coverage, ParagraphCoverage, ParagraphStatus, Resting
from orggraph.reports.blocks import Block, Outline, OutlineLine, Paragraph, Record, Report
from orggraph.reports.teller import Teller
from orggraph.text import shorten


def report_coverage(tell: Teller, found: Coverage) -> Report:
    """Return the report of a source, paragraph by paragraph."""

    def records() -> list[Record]:
        return [_record(tell, paragraph) for paragraph in found.paragraphs]

    def data() -> Record:
        return {
            "source": found.source,
            "sha256": found.sha256,
            "recorded": found.recorded,
            "changed": found.is_changed,
            "total": len(found.paragraphs),
            "covered": found.tally(ParagraphStatus.COVERED),
            "set_aside": found.tally(ParagraphStatus.SET_ASIDE),
            "percent": round(float(found.percent), 2),
            "paragraphs": records(),
        }

    def blocks() -> list[Block]:
        outline = [_outline(tell, found)] if found.paragraphs else []
        return [*outline, *_verdicts(tell, found)]

    return Report(data, records, blocks)


def show_percent(percent: Fraction, language: str) -> str:
    """Return a percentage with at most one decimal, never rounded up to a hundred."""
    tenths = int(percent * 10)
    point = "," if language == "da" else "."
    return f"{tenths // 10}{point}{tenths % 10}" if tenths % 10 else str(tenths // 10)


def _record(tell: Teller, paragraph: ParagraphCoverage) -> Record:
    quoted = sum(end - start for start, end in paragraph.quoted)
    return {
        "paragraph": paragraph.number,
        "start": shorten(paragraph.text),
        "status": str(paragraph.status),
        "rests_on": list(paragraph.rests_on),
        "reason": tell.text(paragraph.reason) or None,
        "subjects": [_subject_record(tell, item) for item in paragraph.subjects],
        "candidates": [_subject_record(tell, item) for item in paragraph.candidates],
        "quoted": [{"start": start, "end": end} for start, end in paragraph.quoted],
        "quoted_share": round(quoted / len(paragraph.text), 3),
        "text": paragraph.text,
    }


def _subject_record(tell: Teller, item: Resting) -> Record:
    return {
        "id": item.id,
        "kind": str(item.kind),
        "text": _subject(tell, item),
        "places": [{"start": start, "end": end} for start, end in item.places],
    }


def _verdicts(tell: Teller, found: Coverage) -> Iterator[Paragraph]:
    left = found.tally(ParagraphStatus.UNCOVERED)
    if found.paragraphs:
        verdict = tell.say(
            "coverage",
            source=found.source,
            total=len(found.paragraphs),
            covered=found.tally(ParagraphStatus.COVERED),
            aside=found.tally(ParagraphStatus.SET_ASIDE),
            left=left,
            percent=show_percent(found.percent, tell.language),
        )
    else:
        verdict = tell.say("coverage-empty", source=found.source)
    yield Paragraph(verdict, "fair" if left or not found.paragraphs else "good")
    # Nobody means an empty document to be recorded.
    if found.is_changed or (found.is_changed is None and found.paragraphs):
        key = "hash-changed" if found.is_changed else "hash-not-recorded"
        yield Paragraph(tell.say(key, present=found.sha256), "fair" if found.is_changed else "dim")


def _outline(tell: Teller, found: Coverage) -> Outline:
    lines = []
    for paragraph in found.paragraphs:
        quoted = sum(end - start for start, end in paragraph.quoted)
        share = show_percent(Fraction(100 * quoted, len(paragraph.text)), tell.language)
        note = tell.say(f"paragraph-{paragraph.status}", percent=share)
        if paragraph.reason:
            note = f"{note}: {tell.text(paragraph.reason)}"
        lines.append(OutlineLine(0, f"{paragraph.number}. {shorten(paragraph.text)}", note))
        for item in paragraph.subjects:
            lines.append(OutlineLine(1, _subject(tell, item), _places(tell, item)))
        for item in paragraph.candidates:
            what = tell.say("candidate", what=_subject(tell, item))
            lines.append(OutlineLine(1, what, _places(tell, item)))
    return Outline(tuple(lines))


def _places(tell: Teller, item: Resting) -> str:
    # People count characters from one, and name the last.
    places = ", ".join(f"{start + 1}–{end}" for start, end in item.places)
    return tell.say("at-characters", places=places)


def _subject(tell: Teller, item: Resting) -> str:
    """Return what rests on a paragraph, in words."""
    if item.kind is ClaimKind.PURPOSE:
        return tell.say("claim-purpose", node=tell.name(item.id), text=tell.text(item.text))
    if relation := tell.graph.relations.get(item.id):
        return tell.sentence(relation)
    if seat := tell.graph.seats.get(item.id):
        return f"{tell.name(seat.body)}: {tell.seat(seat)} ({tell.count(seat.count)})"
    return tell.name(item.id)
