"""A data file that is being mutated: what there is in it, drawn at random from a seed."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from random import Random
from typing import Any, NamedTuple

from tests.proof.bases import Base
from tests.proof.facts import relation_id
from tests.proof.oracle import Finding
from tests.proof.plain import KINDS, SECTIONS, Data, is_filling, iter_nodes, terms_of
from tests.proof.told import Same


class Mutation(NamedTuple):
    """A mutated data file or document, and what is known of it.

    `same` is what goes on under another id; `breaks` are findings that must come of it.
    """

    data: Data
    document: str
    same: Same = Same()
    breaks: tuple[Finding, ...] = ()


class Line(NamedTuple):
    """A relation as it is written: under whom, by which label, to whom, and its attributes."""

    owner: str
    label: str
    other: str
    several: list[Data]
    attributes: Data
    ends: tuple[str, str, str]

    @property
    def id(self) -> str:
        source, type_, target = self.ends
        fields = {**self.attributes, "source": source, "type": type_, "target": target}
        return relation_id(fields)


class Draft:
    """A copy of a base, to be changed; what is chosen in it follows from the seed."""

    def __init__(self, base: Base, seed: str) -> None:
        self.rng = Random(seed)
        self.data = deepcopy(base.data)
        self.document = base.document
        self.source = base.source
        self.terms = terms_of(self.data)
        self.nodes = {id_: entry for _, id_, entry in iter_nodes(self.data)}
        self.kinds = {id_: kind for kind, id_, _ in iter_nodes(self.data)}

    def done(self, same: Same = Same(), breaks: tuple[Finding, ...] = ()) -> Mutation:  # noqa: B008
        return Mutation(self.data, self.document, same, breaks)

    def pick(self, items: Iterator[Any] | list[Any]) -> Any:
        """Return one of several; raises IndexError where there is none."""
        return self.rng.choice(list(items))

    # What there is

    def lines(self) -> Iterator[Line]:
        for owner, entry in self.nodes.items():
            for label, others in entry.items():
                type_, is_inverse = self.terms.types.get(label, ("", False))
                for other, several in others.items() if type_ else ():
                    ends = (other, type_, owner) if is_inverse else (owner, type_, other)
                    for attributes in several:
                        yield Line(owner, label, other, several, attributes, ends)

    def members(self) -> Iterator[tuple[str, Data]]:
        for body, entry in self.nodes.items():
            for member in entry.get("members", ()):
                yield body, member

    def seats(self) -> Iterator[tuple[str, str, Data]]:
        for body, entry in self.nodes.items():
            for key, seat in entry.get("seats", {}).items():
                yield body, key, seat

    def quotes(self) -> Iterator[tuple[list[str], int]]:
        for entry in self.quoting():
            for at in range(len(entry.get("evidence", ()))):
                yield entry["evidence"], at

    def quoting(self) -> Iterator[Data]:
        """Yield everything that may have evidence."""
        for entry in self.nodes.values():
            yield entry
            yield from entry.get("purposes", ())
        yield from (seat for _, _, seat in self.seats())
        yield from (member for _, member in self.members())
        yield from (line.attributes for line in self.lines())

    def holders(self, body: str, key: str) -> list[Data]:
        return [m for m in self.nodes[body].get("members", ()) if m.get("seat") == key]

    def ids(self, *kinds: str) -> list[str]:
        return [id_ for id_, kind in self.kinds.items() if not kinds or kind in kinds]

    # How it is changed

    def drop_line(self, line: Line) -> None:
        """Leave a relation out, and the label with it where it was the only one."""
        entry = self.nodes[line.owner]
        remove(line.several, line.attributes)
        if not line.several:
            del entry[line.label][line.other]
        if not entry[line.label]:
            del entry[line.label]

    def add_line(self, owner: str, label: str, other: str, attributes: Data) -> None:
        self.nodes[owner].setdefault(label, {}).setdefault(other, []).append(attributes)

    def add_node(self, section: str, id_: str) -> str:
        self.data.setdefault(section, {})[id_] = self.nodes[id_] = {"name": f"Øjvind Nyby {id_}"}
        self.kinds[id_] = SECTIONS[section]
        return id_

    def add_member(self, body: str, key: str | None, **said: str) -> str:
        """Add somebody new to a body, without a word of evidence."""
        who = self.add_node("persons", f"new-{len(self.nodes)}")
        seat = {"seat": key} if key else {}
        self.nodes[body].setdefault("members", []).append({"person": who, **seat, **said})
        return who

    def replace_subject(self, name: Callable[[str], str | None]) -> None:
        """Put other ids for those in the settings of rules, which go where none is left."""
        rules = self.data.get("rules", {})
        for rule, settings in [*rules.items()]:
            for setting in list(settings):
                if "for" in setting:
                    setting["for"] = [new for id_ in setting["for"] if (new := name(id_))]
                    if not setting["for"]:
                        remove(settings, setting)
            if not settings:
                del rules[rule]

    def replace_node(self, name: Callable[[str], str | None]) -> None:
        """Put other ids for those of nodes wherever they are named; None takes out what does."""

        def subject(id_: str) -> str | None:
            node, slash, key = id_.partition("/")
            new = name(node)
            return new and f"{new}{slash}{key}"

        self.replace_subject(subject)
        for section in SECTIONS:
            entries = self.data.get(section, {})
            self.data[section] = {new: e for id_, e in entries.items() if (new := name(id_))}
        for entry in (entry for _, _, entry in iter_nodes(self.data)):
            for label in [label for label in entry if label in self.terms.types]:
                entry[label] = {new: v for id_, v in entry[label].items() if (new := name(id_))}
                if not entry[label]:
                    del entry[label]
                for each in (a for several in entry.get(label, {}).values() for a in several):
                    _rename(each, "represents", name)
            for member in list(entry.get("members", ())):
                _rename(member, "represents", name)
                if not _rename(member, who_key(member), name):
                    remove(entry["members"], member)
            for seat in entry.get("seats", {}).values():
                _rename(seat, "represents", name)
                count, per, collective = seat.get("count", "1").partition(" per ")
                seat["count"] = f"{count}{per}{name(collective)}" if per else count
                for label in [label for label in seat if is_filling(label, self.terms.types)]:
                    seat[label] = [new for id_ in seat[label] if (new := name(id_))]
                    if not seat[label]:
                        del seat[label]


def _rename(entry: Data, key: str, name: Callable[[str], str | None]) -> bool:
    if key in entry:
        new = name(entry[key])
        if new is None:
            del entry[key]
        else:
            entry[key] = new
    return key in entry


def who_key(member: Data) -> str:
    """Return the key under which a member is named."""
    return next(key for key in KINDS if key in member)


def who(member: Data) -> str:
    return str(member[who_key(member)])


def member_id(body: str, member: Data) -> str:
    return relation_id({**member, "source": who(member), "type": "member_of", "target": body})


def remove(items: list[Any], item: Any) -> None:
    """Take out this one, not one that is equal."""
    del items[next(at for at, each in enumerate(items) if each is item)]
