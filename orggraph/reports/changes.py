"""Tell what changed between two versions."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from orggraph.changes.change import Change, ChangeKind, Checked, Diff, FieldChange
from orggraph.model import Node, Relation, RuleSetting, Seat, Source
from orggraph.queries.rosters import find_seats
from orggraph.reports.blocks import Alteration, Block, Heading, Paragraph, Record, Report
from orggraph.reports.change_findings import finding_alterations
from orggraph.reports.change_homes import group_by_home
from orggraph.reports.change_words import Pair, alteration, general_details, thing
from orggraph.reports.records import (
    location,
    node_record,
    problem_record,
    relation_record,
    seat_record,
)
from orggraph.reports.teller import Teller, evidence_record
from orggraph.source import Problem

Changes = Sequence[Change[Any]]

AREAS = (
    *("nodes", "relations", "seats", "members", "evidence", "problems", "sources", "settings"),
)
"""The lists of a diff, in the order that they are told."""


def report_diff(tell: Teller, diff: Diff) -> Report:
    """Return the report of a diff: what was added, removed and changed, by what it is."""
    documents = diff.documents or (None, None)
    both = Pair(*(
        Teller(graph, tell.language, sources)
        for graph, sources in zip((diff.old, diff.new), documents, strict=True)
    ))  # fmt: skip
    areas: dict[str, Changes] = {area: getattr(diff, area) for area in AREAS}

    def data() -> Record:
        return {
            "old": diff.labels[0] or None,
            "new": diff.labels[1] or None,
            "renamed": [{"old": old, "new": new} for old, new in diff.renamed],
            **{area: _area_record(both, changes) for area, changes in areas.items()},
            "general": _field_records(diff.general),
        }

    return Report(data, lambda: _rows(both, diff, areas), lambda: tuple(_blocks(both, diff, areas)))


def _blocks(tell: Pair, diff: Diff, areas: Mapping[str, Changes]) -> Iterator[Block]:
    title = tell.new.text(diff.new.title or diff.old.title)
    yield Heading(tell.say("changes-in", title=title) if title else tell.say("changes-title"), 1)
    if told := _versions(tell, diff):
        yield Paragraph(told)
    if diff.is_empty:
        yield Paragraph(tell.say("change-none"), "good")
        return
    along = group_by_home(diff)
    for area, changes in areas.items():
        if here := [change for change in _in_order(changes) if id(change) not in along.told]:
            yield Heading(tell.say(f"change-{area}"))
            if area == "problems":
                yield from finding_alterations(tell, here)
            else:
                yield from (alteration(tell, change, along.of(area, change)) for change in here)
    if diff.general:
        yield Heading(tell.say("change-general"))
        for words in general_details(tell, diff.general):
            yield Alteration("~", tell.say("change-changed"), words, "fair")
    yield from (Paragraph(told) for told in _counts(tell, diff, areas))


def _versions(tell: Pair, diff: Diff) -> str:
    """Return which versions are compared, and on which day, as far as that is known."""
    told = []
    if all(diff.labels):
        told.append(tell.say("change-versions", old=diff.labels[0], new=diff.labels[1]))
    if diff.new.day:
        told.append(tell.say("change-day", date=diff.new.day))
    return " ".join(told)


def _counts(tell: Pair, diff: Diff, areas: Mapping[str, Changes]) -> Iterator[str]:
    """Yield how much of the data came, went and changed, and of what the check finds."""
    kinds = [c.kind for area, changes in areas.items() if area != "problems" for c in changes]
    kinds += [ChangeKind.CHANGED] * len(diff.general)
    found = [change.kind for change in diff.problems]
    if kinds:
        yield tell.say("change-counts", **{str(kind): kinds.count(kind) for kind in ChangeKind})
    if found:
        yield tell.say(
            "change-finding-counts", **{str(kind): found.count(kind) for kind in ChangeKind}
        )


def _in_order(changes: Changes) -> Changes:
    """Return what was added, then what was removed, then what changed, each in its order."""
    order = list(ChangeKind)
    return sorted(changes, key=lambda change: order.index(change.kind))


def _area_record(tell: Pair, changes: Changes) -> Record:
    return {
        str(kind): [_record(tell, change) for change in changes if change.kind is kind]
        for kind in ChangeKind
    }


def _record(tell: Pair, change: Change[Any]) -> Record:
    """Return a thing as JSON; what differs about it, and its old id, where it is in both."""
    told = {**_thing_record(tell.of(change), change.one)}
    if change.kind is ChangeKind.CHANGED:
        told["old_id"] = getattr(change.old, "id", None)
        told["fields"] = _field_records(change.fields)
    return told


def _thing_record(tell: Teller, item: object) -> Record:
    match item:
        case Node():
            return node_record(tell, item)
        case Relation():
            return relation_record(tell, item)
        case Seat():
            status = next(s for s in find_seats(tell.graph, item.body) if s.seat.id == item.id)
            return {"id": item.id, **seat_record(tell, status)}
        case Checked(claim, verification):
            place = location(claim.location)
            quote = evidence_record(tell.sources, verification)
            return {"subject": claim.subject, **quote, "location": place}
        case Problem():
            return problem_record(item, tell.language)
        case Source():
            return {
                "id": item.id,
                "title": tell.text(item.title),
                "file": item.file,
                "url": item.url,
                "sha256": item.sha256,
                "location": location(item.location),
            }
        case RuleSetting():
            return {
                "code": item.code,
                "severity": item.severity,
                "subjects": list(item.subjects),
                "reason": tell.text(item.reason),
                "location": location(item.location),
            }
    raise TypeError(type(item).__name__)


def _field_records(fields: Sequence[FieldChange]) -> list[Record]:
    return [
        {"field": field.field, "old": _plain(field.old), "new": _plain(field.new)}
        for field in fields
    ]


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _rows(tell: Pair, diff: Diff, areas: Mapping[str, Changes]) -> list[Record]:
    """Return a row for each thing that came or went, and for each attribute that differs."""

    def row(area: str, kind: ChangeKind, id_: str | None, told: str, field: Record) -> Record:
        return {"area": area, "change": str(kind), "id": id_, "what": told, **field}

    nothing: Record = {"field": None, "old": None, "new": None}
    return [
        row(area, change.kind, _id(change.one), thing(tell.of(change), change.one), field)
        for area, changes in areas.items()
        for change in _in_order(changes)
        for field in _field_records(change.fields) or [nothing]
    ] + [
        row("general", ChangeKind.CHANGED, None, "", field)
        for field in _field_records(diff.general)
    ]


def _id(item: object) -> str | None:
    match item:
        case Checked(claim, _):
            return claim.subject
        case Problem() | RuleSetting():
            return item.code
    return getattr(item, "id", None)
