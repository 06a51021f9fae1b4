"""What the checks found, and the sources, as chapters of a report."""

from collections import Counter
from collections.abc import Iterator
from pathlib import PureWindowsPath

from orggraph.checks import CheckReport
from orggraph.documents.content.parts import Making, words
from orggraph.documents.content.prose import capital, sentence
from orggraph.documents.content.summary import tell_findings, tell_quotes
from orggraph.documents.document import Block, Bullets, Paragraph, Run, Words
from orggraph.evidence.documents import Document as SourceText
from orggraph.evidence.verify import EvidenceStatus
from orggraph.reports.teller import Teller
from orggraph.source import Location, Problem
from orggraph.views.citations import is_web_address

MOST_OF_A_RULE = 20
"""How many findings of a rule are told one by one."""


def tell_checks(making: Making, found: CheckReport) -> Iterator[Block]:
    """Yield what is wrong and where, in plain words, and what became of the quotations."""
    tell = making.tell
    yield making.heading(1, tell.say("chapter-checks"))
    yield Paragraph((Run(f"{tell_findings(tell, found)} {tell_quotes(tell, found)}"),))
    shown, left = _first_of_rules(found)
    if shown:
        headings = [tell.say(f"col-{name}") for name in ("severity", "finding", "place")]
        rows = [_row(tell, problem) for problem in shown]
        yield making.table(tell.say("findings-table"), headings, rows)
    for code, count in sorted(left.items()):
        told = tell.say("findings-left-out", code=code, count=tell.number(count))
        yield Paragraph((Run(told, quiet=True),))
    yield from _set_aside(tell, found)


def _first_of_rules(found: CheckReport) -> tuple[list[Problem], Counter[str]]:
    """Return the first findings of each rule, the worst first, and how many more there are."""
    ranks = {"error": 0, "warning": 1, "note": 2}
    shown: list[Problem] = []
    times: Counter[str] = Counter()
    left: Counter[str] = Counter()
    for problem in sorted(found.problems, key=lambda each: ranks[each.severity]):
        times[problem.code] += 1
        if times[problem.code] <= MOST_OF_A_RULE:
            shown.append(problem)
        else:
            left[problem.code] += 1
    for more in found.left_out.problems:
        left[more.code] += more.times
    return shown, left


def _row(tell: Teller, problem: Problem) -> tuple[Words, ...]:
    severity = tell.say(problem.severity)
    message = sentence(problem.message(tell.language))
    return (
        words(f"{capital(severity)} ({problem.code})"),
        words(message),
        words(_place(tell, problem.location)),
    )


def _place(tell: Teller, place: Location | None) -> str:
    """Return where a finding stands, without the directory of whoever made the report."""
    if place is None:
        return ""
    name = PureWindowsPath(place.path).name
    return tell.say("in-file-line", file=name, line=place.line + 1)


def _set_aside(tell: Teller, found: CheckReport) -> Iterator[Block]:
    """Yield what the data does not let count, and why."""
    why = Counter((each.problem.code, tell.text(each.setting.reason)) for each in found.set_aside)
    for more in found.left_out.set_aside:
        why[more.code, tell.text(more.setting.reason)] += more.times
    if not why:
        return
    yield Paragraph((Run(tell.say("findings-set-aside", count=tell.number(why.total()))),))
    yield Bullets(
        tuple(
            (Run(sentence(f"{code} ({tell.number(times)}): {reason}")),)
            for (code, reason), times in sorted(why.items())
        )
    )


def tell_sources(making: Making, found: CheckReport) -> Iterator[Block]:
    """Yield the documents that statements rest on, and what became of their quotations."""
    tell = making.tell
    yield making.heading(1, tell.say("chapter-sources"))
    if not tell.graph.sources:
        yield Paragraph((Run(tell.say("no-sources-named")),))
        return
    quoted: Counter[str] = Counter()
    verified: Counter[str] = Counter()
    for _, verification in found.evidence:
        quoted[verification.evidence.source] += 1
        verified[verification.evidence.source] += verification.status is EvidenceStatus.VERIFIED
    columns = ("source-title", "publisher", "source-date", "address", "quotes-found", "document")
    rows = [_source(tell, id_, verified[id_], quoted[id_]) for id_ in tell.graph.sources]
    used = [at for at, _ in enumerate(columns) if at == 0 or any(row[at] for row in rows)]
    headings = [tell.say(f"col-{columns[at]}") for at in used]
    shown = [tuple(row[at] for at in used) for row in rows]
    yield making.table(tell.say("sources-table"), headings, shown)
    if left := sum(found.left_out.quotes.values()):
        told = tell.say("quotes-left-out", number=tell.number(left))
        yield Paragraph((Run(told, quiet=True),))


def _source(tell: Teller, id_: str, verified: int, quoted: int) -> tuple[Words, ...]:
    source = tell.graph.sources[id_]
    url = source.url or ""
    address: Words = (Run(url, href=url if is_web_address(url) else None),) if url else ()
    facts = {"found": tell.number(verified), "total": tell.number(quoted)}
    return (
        words(tell.text(source.title)),
        words(source.publisher or ""),
        words(source.date or ""),
        address,
        words(tell.say("so-many-of", **facts) if quoted else ""),
        words(_document(tell, id_)),
    )


def _document(tell: Teller, id_: str) -> str:
    """Return whether the document was at hand, and is the one that the data was held against."""
    if not isinstance(tell.sources.document(id_), SourceText):
        return tell.say("document-away")
    changed = tell.sources.is_changed(id_)
    if changed is None:
        return tell.say("document-there")
    return tell.say("document-changed" if changed else "document-same")
