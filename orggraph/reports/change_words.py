"""What became of each thing between two versions, in words."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Literal, NamedTuple

from orggraph.changes.change import Change, ChangeKind, Checked, FieldChange
from orggraph.model import Node, Relation, RuleSetting, Seat, Source
from orggraph.reports.blocks import Alteration, OutlineLine, Tone
from orggraph.reports.change_additions import about_added
from orggraph.reports.teller import Teller
from orggraph.source import Problem
from orggraph.text import LocalText, shorten

SIGNS: dict[ChangeKind, Literal["+", "-", "~"]] = {
    ChangeKind.ADDED: "+",
    ChangeKind.REMOVED: "-",
    ChangeKind.CHANGED: "~",
}
_TONES: dict[ChangeKind, Tone] = {
    ChangeKind.ADDED: "good",
    ChangeKind.REMOVED: "bad",
    ChangeKind.CHANGED: "fair",
}
_LONGEST = 120

# Attributes whose values are told otherwise than they are written.
_TOLD: dict[str, Callable[[Teller, Any], str]] = {
    "source": lambda tell, thing: tell.name(thing.source),
    "target": lambda tell, thing: tell.name(thing.target),
    "represents": lambda tell, thing: tell.name(thing.represents) if thing.represents else "",
    "seat": lambda tell, thing: tell.seat_of(thing),
    "role": lambda tell, thing: tell.role(thing.role),
    "vote": lambda tell, thing: tell.vote(thing.vote),
    "term": lambda tell, thing: tell.term(thing.term),
    "count": lambda tell, thing: tell.count(thing.count),
    "filled_by": lambda tell, thing: tell.fillings(thing.fillings),
    "kind": lambda tell, thing: tell.kind(thing),
    "seat_body": lambda tell, thing: tell.name(thing.seat_body) if thing.seat_body else "",
}


class Pair(NamedTuple):
    """Tells the old version and the new one, in one language."""

    old: Teller
    new: Teller

    def of(self, change: Change[Any]) -> Teller:
        """Return the teller of the version that has the thing, the new one's where both do."""
        return self.old if change.new is None else self.new

    def say(self, key: str, **facts: object) -> str:
        """Return a phrase of the tool's own words."""
        return self.new.say(key, **facts)


def alteration(tell: Pair, change: Change[Any], along: Iterable[Change[Any]] = ()) -> Alteration:
    """Return what became of a thing as people read it, and of what came or went ``along``."""
    kind, word, tone, text = change.kind, f"change-{change.kind}", _TONES[change.kind], ""
    if isinstance(change.one, Problem):  # what came is bad, and what went is good
        swapped: dict[ChangeKind, Tone] = {ChangeKind.ADDED: "bad", ChangeKind.REMOVED: "good"}
        tone = swapped.get(kind, tone)
        word = "change-gone" if kind is ChangeKind.REMOVED else word
    elif isinstance(change.one, Checked):  # the quotation stands below, to lead to its words
        text = subject(tell.of(change), change.one.claim.subject)
    lines = [*_about(tell, change)]
    for each in along:
        lines.append(OutlineLine(0, thing(tell.of(each), each.one)))
        lines += [line._replace(depth=line.depth + 1) for line in _about(tell, each)]
    text = text or thing(tell.of(change), change.one)
    return Alteration(SIGNS[kind], tell.say(word), text, tone, tuple(lines))


def _about(tell: Pair, change: Change[Any]) -> Iterator[OutlineLine]:
    """Yield what is told under a thing: of what is new what it rests on, of others what differs."""
    if isinstance(change.one, Checked):
        yield OutlineLine(0, tell.of(change).quote(change.one.verification))
    elif change.kind is ChangeKind.ADDED:
        yield from about_added(tell.new, change.one)
    yield from (OutlineLine(0, told) for told in details(tell, change))


def thing(tell: Teller, item: object) -> str:
    """Return what a thing is, on a line."""
    match item:
        case Node():
            return f"{tell.text(item.name)} ({tell.kind(item)})"
        case Relation():
            return _with_dates(tell.sentence(item), tell.period(item.period))
        case Seat():
            about = [tell.count(item.count), tell.fillings(item.fillings), tell.term(item.term)]
            told = ", ".join(filter(None, about))
            return f"{tell.name(item.body)}: {tell.seat(item)} ({told})"
        case Checked(claim, verification):
            return f"{subject(tell, claim.subject)}: {tell.quote(verification)}"
        case Problem():
            return f"{tell.say(item.severity)} {item.code}: {item.message(tell.language)}"
        case Source():
            return f"{tell.text(item.title)} ({item.id})"
        case RuleSetting():
            subjects = ", ".join(subject(tell, id_) for id_ in item.subjects)
            told = f"{item.code} {item.severity}" + (f" ({subjects})" if subjects else "")
            return f"{told}: {tell.text(item.reason)}"
    raise TypeError(type(item).__name__)


def subject(tell: Teller, id_: str) -> str:
    """Return what a node, relation or seat is, from its id."""
    if relation := tell.graph.relations.get(id_):
        return tell.sentence(relation)
    if seat := tell.graph.seats.get(id_):
        return f"{tell.name(seat.body)}: {tell.seat(seat)}"
    return tell.name(id_)


def details(tell: Pair, change: Change[Any]) -> list[str]:
    """Return what differs about a thing that is in both versions, a line for each attribute."""
    if isinstance(change.old, Problem) and change.fields:
        return [tell.say("change-before", text=change.old.message(tell.old.language))]
    told = []
    for field in sorted(change.fields, key=lambda field: field.field == "id"):  # people read names
        if field.field.endswith(".language") and None in (field.old, field.new):
            continue  # the text came or went, or a language of it, which is told by itself
        name = field_name(tell, _plain_name(change, field.field))
        if _is_list(field) and field.field != "filled_by":
            told += [f"{name}: {line}" for line in _list_lines(tell, field)]
        else:
            old = _value(tell.old, change.old, field.field, field.old)
            new = _value(tell.new, change.new, field.field, field.new)
            told.append(f"{name}: {old} → {new}")
    return told


def _plain_name(change: Change[Any], field: str) -> str:
    """Return the name of an attribute, without its language where the text has but the one."""
    name, _, language = field.partition(".")
    texts = getattr(change.old, name, None), getattr(change.new, name, None)
    languages = {code for text in texts if isinstance(text, LocalText) for code, _ in text.values}
    return name if languages == {language} else field


def general_details(tell: Pair, fields: Iterable[FieldChange]) -> list[str]:
    """Return what differs of the graph as a whole, a line for each attribute."""
    return [
        f"{field_name(tell, field.field)}: {_plain(tell.old, field.old)} → "
        f"{_plain(tell.new, field.new)}"
        for field in fields
    ]


def field_name(tell: Pair, field: str) -> str:
    """Return what an attribute is called: ``name.da`` is "name (da)"."""
    name, _, rest = field.partition(".")
    if name == "inferred":
        what, _, language = rest.partition(".")
        reason = tell.say("field-inferred", what=tell.say(f"field-{what}"))
        return reason + (f" ({language})" if language else "")
    if name == "vocabulary":
        return tell.say("field-vocabulary", term=rest)
    if name == "sha256":
        return tell.say("field-sha256")
    if rest == "language":
        rest = tell.say("field-language")
    return tell.say(f"field-{name}") + (f" ({rest})" if rest else "")


def _with_dates(sentence: str, period: str) -> str:
    return f"{sentence}, {period}" if period else sentence


def _is_list(field: FieldChange) -> bool:
    return isinstance(field.old, tuple) or isinstance(field.new, tuple)


def _list_lines(tell: Pair, field: FieldChange) -> list[str]:
    """Return what came to a list and what went, or that only its order changed."""
    old, new = _items(field.old), _items(field.new)
    lines = [f"+ {shorten(str(item), _LONGEST)}" for item in new if item not in old]
    lines += [f"- {shorten(str(item), _LONGEST)}" for item in old if item not in new]
    return lines or [tell.say("change-order")]


def _items(value: object) -> Sequence[object]:
    return value if isinstance(value, tuple) else ()


def _value(tell: Teller, item: object, field: str, value: object) -> str:
    teller = _TOLD.get(field)
    if teller and value is not None and not isinstance(item, Source | RuleSetting | Checked):
        return teller(tell, item) or tell.say("change-unset")
    if field == "status" and value is not None:
        return tell.say(f"change-status-{value}")
    return _plain(tell, value)


def _plain(tell: Teller, value: object) -> str:
    if value is None:
        return tell.say("change-unset")
    if isinstance(value, bool):
        return tell.vote(value)
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or tell.say("change-unset")
    return shorten(str(value), _LONGEST) or tell.say("change-unset")
