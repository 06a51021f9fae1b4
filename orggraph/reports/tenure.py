"""Tell who sits until when, and what was when."""

from orggraph.model import DayRange, Node, PartialDate, Relation, Seat, TimeSpan
from orggraph.queries.history import Event, History, Thing
from orggraph.queries.tenure import Tenure, TenureBasis
from orggraph.queries.terms import Likelihood, TermList, TermRow, TermState
from orggraph.reports.blocks import Block, Heading, Outline, OutlineLine, Paragraph, Record, Report
from orggraph.reports.records import end_record
from orggraph.reports.teller import Teller


def report_terms(tell: Teller, found: TermList) -> Report:
    """Return the report of who sits until when."""

    def records() -> list[Record]:
        return [_term_record(tell, row) for row in found.rows]

    def data() -> Record:
        within = None if found.within is None else str(found.within)
        return {"as_of": str(found.day), "within": within, "terms": records()}

    def blocks() -> list[Block]:
        if not found.rows:
            return [Paragraph(_nothing(tell, found), "fair")]
        columns = ("body", "seat", "member", "from", "until", "days-left", "state")
        table = tell.table(columns, [_term_row(tell, row) for row in found.rows])
        told: list[Block] = [table, Paragraph(_asked(tell, found), "dim")]
        expired = sum(row.state is TermState.EXPIRED for row in found.rows)
        if expired:
            told.append(Paragraph(tell.say("terms-over", count=expired), "bad"))
        return told

    return Report(data, records, blocks)


def report_history(tell: Teller, found: History) -> Report:
    """Return the report of what was when."""

    def records() -> list[Record]:
        return [_event_record(tell, event) for event in found.events]

    def data() -> Record:
        return {
            "node": found.node.id,
            "name": tell.text(found.node.name),
            "as_of": None if found.until is None else str(found.until),
            "events": records(),
            "undated": [_thing_record(tell, thing) for thing in found.undated],
        }

    def blocks() -> list[Block]:
        told: list[Block] = [Heading(tell.text(found.node.name))]
        rows = [_event_row(tell, event) for event in found.events]
        if rows:
            told.append(tell.table(("date", "event", "what"), rows))
        else:
            told.append(Paragraph(tell.say("nothing-dated"), "fair"))
        if found.undated:
            told.append(Heading(tell.say("undated")))
            lines = (OutlineLine(0, _words(tell, thing)) for thing in found.undated)
            told.append(Outline(tuple(lines)))
        if found.until is not None:
            told.append(Paragraph(tell.say("told-until", day=found.until), "dim"))
        return told

    return Report(data, records, blocks)


def end_words(tell: Teller, tenure: Tenure) -> str:
    """Return until when someone sits, and that it is computed where it is; empty where unsaid."""
    if tenure.last is None:
        return ""
    if tenure.basis is TenureBasis.COMPUTED:
        return tell.say("computed", date=_range(tell, tenure.last))
    return str(tenure.relation.period.end)


def _range(tell: Teller, days: DayRange) -> str:
    if days.earliest == days.latest:
        return str(days.latest)
    return tell.say("between-days", earliest=days.earliest, latest=days.latest)


def _nothing(tell: Teller, found: TermList) -> str:
    if found.within is None:
        return tell.say("none-found")
    return tell.say("no-terms-within", span=_span(tell, found.within), day=found.day)


def _asked(tell: Teller, found: TermList) -> str:
    if found.within is None:
        return tell.say("terms-on", day=found.day)
    return tell.say("terms-within", span=_span(tell, found.within), day=found.day)


def _span(tell: Teller, span: TimeSpan) -> str:
    number, unit = span.amount
    return tell.say(unit if number == 1 else f"{unit}s", number=number)


def _term_row(tell: Teller, row: TermRow) -> tuple[str, ...]:
    tenure, relation = row.tenure, row.tenure.relation
    end = end_words(tell, tenure)
    if not end and tenure.seat and tenure.seat.term:
        end = tell.say("no-start-known", term=tell.term(tenure.seat.term))
    state = tell.say(f"term-{row.state}")
    if row.expires is Likelihood.POSSIBLE:
        state = tell.say("perhaps-expires", state=state)
    return (
        tell.name(relation.target),
        tell.seat_of(relation) or tell.role(relation.role),
        _marked(tell, tell.name(relation.source), relation),
        str(tenure.start or ""),
        end,
        "" if row.days_left is None or row.days_left < 0 else str(row.days_left),
        state,
    )


def _term_record(tell: Teller, row: TermRow) -> Record:
    tenure, relation = row.tenure, row.tenure.relation
    return {
        "relation": relation.id,
        "type": relation.type,
        "body": relation.target,
        "body_name": tell.name(relation.target),
        "seat": relation.seat,
        "seat_name": tell.seat_of(relation) or None,
        "role": tell.role(relation.role) or None,
        "member": relation.source,
        "member_name": tell.name(relation.source),
        "status": relation.status,
        "start": _text(tenure.start),
        **end_record(tenure),
        "term": None if tenure.seat is None or not tenure.seat.term else str(tenure.seat.term),
        "state": str(row.state),
        "days_left": row.days_left,
        "expires": None if row.expires is None else str(row.expires),
        "evidence": tell.evidence_records(relation.evidence),
    }


def _event_row(tell: Teller, event: Event) -> tuple[str, ...]:
    days = _range(tell, event.when)
    shown = tell.say("computed", date=days) if event.is_computed else str(event.date)
    return (shown, tell.say(f"turn-{event.turn}"), _words(tell, event.thing))


def _event_record(tell: Teller, event: Event) -> Record:
    return {
        "date": _text(event.date),
        "earliest": str(event.when.earliest),
        "latest": str(event.when.latest),
        "event": str(event.turn),
        "computed": event.is_computed,
        **_thing_record(tell, event.thing),
    }


def _text(date: PartialDate | None) -> str | None:
    return None if date is None else str(date)


def _thing_record(tell: Teller, thing: Thing) -> Record:
    return {
        "kind": type(thing).__name__.lower(),
        "id": thing.id,
        "text": _words(tell, thing),
        "status": thing.status,
        "evidence": tell.evidence_records(thing.evidence),
    }


def _words(tell: Teller, thing: Thing) -> str:
    """Return a thing as a sentence, or by name."""
    if isinstance(thing, Node):
        return tell.text(thing.name)
    if isinstance(thing, Seat):
        words = tell.say("seat-in", seat=tell.seat(thing), body=tell.name(thing.body))
        return _marked(tell, words, thing)
    words = tell.sentence(thing)
    if thing.role and not thing.seat:
        words = f"{words}, {tell.role(thing.role)}"
    return _marked(tell, words, thing)


def _marked(tell: Teller, words: str, thing: Relation | Seat) -> str:
    return tell.say("marked-inferred", words=words) if thing.status == "inferred" else words
