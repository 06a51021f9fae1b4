"""The summary of a report: the whole in a few sentences."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from orggraph.checks import CheckReport
from orggraph.documents.content.lines import (
    MOST_SENTENCES,
    Told,
    find_tops,
    tell_appointments,
    tell_reporting,
)
from orggraph.documents.content.parts import Making
from orggraph.documents.content.prose import (
    ended,
    is_plural,
    join,
    name_in_sentence,
    names_in_sentence,
    sentence,
)
from orggraph.documents.document import Block, Bullets, Paragraph, Run
from orggraph.evidence.verify import EvidenceStatus
from orggraph.queries.seats import SeatState, SeatStatus
from orggraph.reports.teller import Teller

_MOST_IN_A_PARAGRAPH = 5


def tell_summary(making: Making, found: CheckReport) -> Iterator[Block]:
    """Yield what a graph is in sentences: what is in it, lines, appointments, seats and doubts."""
    tell = making.tell
    yield making.heading(1, tell.say("summary"))
    yield Paragraph((Run(_contents(tell)),))
    yield from _topic(tell, "lead-reporting", _tops(making), tell_reporting(making))
    yield from _topic(tell, "lead-appointment", "", tell_appointments(making))
    told = _seats(tell, found.seats)
    seats = [*told.sentences]
    if left := found.left_out.seats:
        seats.append(Run(tell.say("more-seats", count=tell.number(left)), quiet=True))
    if seats:
        yield from _topic(tell, "lead-seats", "", Told(tuple(seats), told.is_cut))
    yield from _topic(tell, "lead-evidence", "", Told(tuple(map(Run, _evidence(tell, found)))))
    past = f" {tell.say('past-in-tables')}" if making.is_past else ""
    yield Paragraph((Run(tell.say("how-to-read") + past, quiet=True),))


def _topic(tell: Teller, key: str, first: str, told: Told) -> Iterator[Block]:
    """Yield sentences about one thing: in a paragraph where they are few, else as a list."""
    lead = Run(tell.say(key), strong=True)
    sentences = [*([Run(first)] if first else []), *told.sentences]
    more = [Run(tell.say("summary-cut"), quiet=True)] if told.is_cut else []
    if not sentences:
        sentences = [Run(tell.say(f"{key}-none"))]
    if len(sentences) <= _MOST_IN_A_PARAGRAPH:
        spaced = [run._replace(text=f" {run.text}") for run in (*sentences, *more)]
        yield Paragraph((lead, *spaced))
        return
    yield Paragraph((lead, *(run._replace(text=f" {run.text}") for run in sentences[:1] if first)))
    yield Bullets(tuple((run,) for run in (sentences[1:] if first else sentences)))
    if more:
        yield Paragraph(tuple(more))


def _contents(tell: Teller) -> str:
    """Return how much there is of each kind, and what stands for several."""
    single: Counter[str] = Counter()
    several: list[str] = []
    for node in tell.graph.iter_nodes():
        if node.collective:
            several.append(node.id)
        else:
            single[node.kind] += 1
    counted = [_counted(tell, kind, single[kind]) for kind in tell.graph.vocabulary.kinds]
    told = join(tell, [each for each in counted if each]) or tell.say("counted-nothing")
    if not several:
        return tell.say("contents", things=told)
    many = "s" if len(several) > 1 else ""
    number = tell.number(len(several))
    example = name_in_sentence(tell, _best_known(tell, several))
    facts = {"things": told, "number": number, "example": example}
    return ended(tell.say(f"contents-collective{many}", **facts))


def _best_known(tell: Teller, nodes: Sequence[str]) -> str:
    """Return the one of some nodes that most relations are about; of very many, of the first."""
    graph = tell.graph

    def weight(node: str) -> int:
        return len(graph.relations_from(node)) + len(graph.relations_to(node))

    return max(nodes[:100], key=weight)


def _counted(tell: Teller, kind: str, number: int) -> str:
    if not number:
        return ""
    return tell.say(f"counted-{kind}{'s' if number > 1 else ''}", number=tell.number(number))


def _tops(making: Making) -> str:
    tell, tops = making.tell, find_tops(making)
    if not tops:
        return ""
    key = "at-the-tops" if is_plural(tell, tops) else "at-the-top"
    return sentence(tell.say(key, names=names_in_sentence(tell, tops)))


def _seats(tell: Teller, statuses: Sequence[SeatStatus]) -> Told:
    """Return which bodies have all their seats filled, and where some are not, or nobody knows."""
    bodies: dict[str, list[SeatStatus]] = defaultdict(list)
    for status in statuses:
        if status.state is not SeatState.CLOSED:
            bodies[status.seat.body].append(status)
    wanting = [each for body, some in bodies.items() for each in _not_filled(tell, body, some)]
    told = [*_all_filled(tell, bodies), *wanting[:MOST_SENTENCES]]
    unknown = [body for body, some in bodies.items() if _has_unknown(some)]
    if unknown:
        told.append(sentence(tell.say("seats-unknown", bodies=names_in_sentence(tell, unknown))))
    return Told(tuple(map(Run, told)), is_cut=len(wanting) > MOST_SENTENCES)


def _all_filled(tell: Teller, bodies: Mapping[str, Sequence[SeatStatus]]) -> Iterator[str]:
    """Yield which bodies have all their seats filled, apart where that is inferred."""
    full = {
        body: any(map(_is_inferred, some))
        for body, some in bodies.items()
        if {status.state for status in some} == {SeatState.FILLED} and not any(map(_is_empty, some))
    }
    for is_inferred in (False, True):
        if fitting := [body for body, inferred in full.items() if inferred is is_inferred]:
            told = tell.say("seats-all-filled", bodies=names_in_sentence(tell, fitting))
            yield sentence(tell.say("marked-inferred", words=told) if is_inferred else told)


def _is_inferred(status: SeatStatus) -> bool:
    """Whether no source says of someone that they hold a seat."""
    return any(each.status == "inferred" or "seat" in each.reasons for each in status.holders)


def _is_empty(status: SeatStatus) -> bool:
    """Whether nobody is known to hold a seat, which is as it may be."""
    return status.state is SeatState.FILLED and not status.holders


def _has_unknown(statuses: Sequence[SeatStatus]) -> bool:
    return any(status.state is SeatState.UNKNOWN for status in statuses)


def _not_filled(tell: Teller, body: str, statuses: Sequence[SeatStatus]) -> Iterator[str]:
    """Yield what is vacant in a body, may be so, is held too long, or by too many."""
    where = name_in_sentence(tell, body)

    def told(key: str, some: Sequence[SeatStatus], **facts: str) -> str:
        seats = join(tell, [tell.seat(status.seat) for status in some])
        return sentence(tell.say(key, body=where, seats=seats, **facts))

    if vacant := [each for each in statuses if each.state is SeatState.VACANT]:
        missing = sum(each.missing for each in vacant)
        key = "seat-is-vacant" if missing == 1 else "seats-vacant"
        yield told(key, vacant, number=tell.number(missing))
    if empty := [each for each in statuses if _is_empty(each)]:
        yield told("seats-empty", empty)
    if over := [each.source for status in statuses for each in status.expired]:
        members = names_in_sentence(tell, over)
        yield sentence(tell.say("seats-expired", body=where, members=members))
    if crowded := [each for each in statuses if each.state is SeatState.OVER_FILLED]:
        yield told("seats-over-filled", crowded)


def _evidence(tell: Teller, found: CheckReport) -> Iterator[str]:
    """Yield what became of the quotations, what is inferred, and what the checks found."""
    yield tell_quotes(tell, found)
    inferred = count_inferred(tell)
    if inferred:
        yield tell.say("inferred-count", number=tell.number(inferred))
    yield tell_findings(tell, found)


def tell_quotes(tell: Teller, found: CheckReport) -> str:
    """Return in a sentence what became of the quotations."""
    counts = found.evidence_counts
    total = sum(counts.values())
    if not total:
        return tell.say("no-quotes")
    if counts[EvidenceStatus.VERIFIED] == total:
        return tell.say("quotes-all-found", number=tell.number(total))
    told = [
        tell.say(f"quotes-{status}", number=tell.number(counts[status]))
        for status in EvidenceStatus
        if counts[status]
    ]
    return tell.say("quotes-mixed", number=tell.number(total), told=join(tell, told))


def count_inferred(tell: Teller) -> int:
    """Return how many statements no source makes: nodes, purposes, seats and relations."""
    graph = tell.graph
    nodes = sum(
        (node.status == "inferred") + sum(p.status == "inferred" for p in node.purposes)
        for node in graph.iter_nodes()
    )
    seats = sum(seat.status == "inferred" for seat in graph.iter_seats())
    relations = sum(
        each.status == "inferred" or bool(each.inferred) for each in graph.iter_stated()
    )
    return nodes + seats + relations


def tell_findings(tell: Teller, found: CheckReport) -> str:
    """Return in a sentence how many errors, warnings and notes the checks came to."""
    tally = {severity: found.tally(severity) for severity in ("error", "warning", "note")}
    told = join(
        tell,
        [
            tell.say(f"found-{severity}{'s' if n > 1 else ''}", number=tell.number(n))
            for severity, n in tally.items()
            if n
        ],
    )
    if not told:
        return tell.say("found-nothing")
    only_notes = not (tally["error"] or tally["warning"])
    return tell.say("found-only-notes" if only_notes else "found-these", found=told)
