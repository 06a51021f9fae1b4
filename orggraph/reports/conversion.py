"""Tell what became of a conversion: what was carried, what was lost, what was not understood."""

from collections.abc import Iterable, Iterator, Sequence

from orggraph.formats.convert import Conversion
from orggraph.formats.exchange import Remark
from orggraph.reports.blocks import Block, Heading, Paragraph, Record, Report
from orggraph.reports.findings import problem_blocks
from orggraph.reports.teller import Teller
from orggraph.source import Problem
from orggraph.text import shorten

MOST_GAPS = 15
"""How many things that were lost are shown, to stay on a screen."""

_LONGEST = 48


def report_conversion(tell: Teller, made: Conversion) -> Report:
    """Return the report of a conversion; its data is what ``convert --report`` writes."""

    def data() -> Record:
        return {
            "from": made.source,
            "format": made.target,
            # A name need not be UTF-8.
            "files": [name.encode("utf-8", "replace").decode() for name in made.files],
            "carried": dict(made.carried),
            "lost": [_record(remark) for remark in made.lost],
            "not_understood": [_record(remark) for remark in made.not_understood],
            "notices": [_notice(notice, tell.language) for notice in made.notices],
        }

    def records() -> list[Record]:
        sides = (("lost", made.lost), ("not_understood", made.not_understood))
        return [{"side": side, **_record(r)} for side, remarks in sides for r in remarks]

    return Report(data, records, lambda: list(_blocks(tell, made)))


def import_blocks(
    tell: Teller, remarks: Iterable[Remark], notices: Iterable[Problem], most: int = 5
) -> Iterator[Block]:
    """Yield what is to be known of how a file was read; of the remarks the ``most`` frequent."""
    yield from problem_blocks(tuple(notices), tell.language)
    if found := tuple(remarks):
        yield Heading(tell.say("not-understood"))
        yield from _table(tell, found, most)


def _blocks(tell: Teller, made: Conversion) -> Iterator[Block]:
    yield from import_blocks(tell, made.not_understood, made.notices, MOST_GAPS)
    if made.lost:
        yield Heading(tell.say("lost", target=made.target))
        yield from _table(tell, made.lost, MOST_GAPS)
    if not (made.files or made.content is not None):
        return  # nothing was written
    counts = {name: made.carried[name] for name in made.carried if name != "rules"}
    told = tell.say("converted", source=made.source, target=made.target, **counts)
    yield Paragraph(told)
    if made.is_lossless:
        yield Paragraph(tell.say("nothing-lost"), "good")


def _table(tell: Teller, remarks: Sequence[Remark], most: int) -> Iterator[Block]:
    """Yield a table of remarks; where they are more, the most frequent, and how many are left."""
    shown = list(remarks)
    if len(shown) > most + 1:  # the line that tells of one more is no shorter than that one
        shown = sorted(shown, key=lambda remark: -remark.times)[:most]
    rows = [
        (shorten(r.thing(tell.language)), str(r.times), shorten(r.example, _LONGEST)) for r in shown
    ]
    yield tell.table(("gap", "times", "example"), rows)
    if left := len(remarks) - len(shown):
        times = sum(r.times for r in remarks) - sum(r.times for r in shown)
        yield Paragraph(tell.say("more-gaps", count=left, times=times))


def _record(remark: Remark) -> Record:
    return {"what": remark.key, "count": remark.times, "example": remark.example}


def _notice(notice: Problem, language: str) -> Record:
    place = str(notice.location) if notice.location else None
    return {"code": notice.code, "message": notice.message(language), "location": place}
