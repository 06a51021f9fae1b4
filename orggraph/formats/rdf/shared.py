"""What the readers of one RDF file share: its triples, its things and their ids."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from orggraph.formats.dates import find_date
from orggraph.formats.document import Document
from orggraph.formats.exchange import Remarks
from orggraph.formats.ids import make_ids
from orggraph.formats.rdf.statements import TYPE
from orggraph.formats.rdf.terms import Blank, Iri, Term, Words, iri, is_iri, shorten_iri
from orggraph.formats.rdf.triples import Thing, Triples
from orggraph.formats.rdf.understood import CLASSES, IMPLIED, NAMES
from orggraph.source import Location
from orggraph.text import shorten
from orggraph.vocabulary import core_vocabulary

_SUBCLASS = iri("rdfs:subClassOf")
_ID = iri("og:id")
_RANK = {kind: rank for rank, kind in enumerate(dict.fromkeys(CLASSES.values()))}


class Things(NamedTuple):
    """The things of a file that are nodes: the class that tells their kind, and their ids.

    `by_base` are those whose IRI is no more than their id.
    """

    nodes: Mapping[Thing, Iri]
    ids: Mapping[Thing, str]
    by_base: frozenset[Thing]


class Shared:
    """One file in the reading."""

    def __init__(
        self,
        triples: Triples,
        document: Document,
        remarks: Remarks,
        lead: str,
        things: Things,
        places: Callable[[str], Location],
    ) -> None:
        self.triples = triples
        self.document = document
        self.remarks = remarks
        self.lead = lead
        self.things = things
        self.place = places
        self.sources: Mapping[Thing, str] = {}
        by_iri = {kind.iri: kind.id for kind in core_vocabulary().kinds.values()}
        self._kinds = {things.ids[s]: by_iri[class_] for s, class_ in things.nodes.items()}
        self._types: dict[Thing, list[Thing]] = {}
        for subject in triples.subjects():
            for type_ in triples.look(subject, TYPE):
                if not isinstance(type_, Words):
                    self._types.setdefault(type_, []).append(subject)

    def kind_of(self, id_: str) -> str:
        """Return the kind of the node with this id."""
        return self._kinds[id_]

    def of_type(self, short: str) -> list[Thing]:
        """Return the things of a class, and count that they are as understood."""
        found = self._types.get(iri(short), [])
        for subject in found:
            self.triples.take(subject, TYPE, iri(short))
        return found

    def take_type(self, subject: Thing, *shorts: str) -> None:
        """Count that a thing is of some classes as understood."""
        for short in shorts:
            self.triples.take(subject, TYPE, iri(short))

    def text(self, subject: Thing, short: str) -> str | dict[str, str] | None:
        """Take a text in its languages."""
        return self.triples.take_text(subject, iri(short), self.lead)

    def plain(self, subject: Thing, short: str) -> str | None:
        """Take a plain text."""
        return self.triples.take_plain(subject, iri(short))

    def node(self, subject: Thing, short: str) -> str | None:
        """Take the id of a node that a property points to; what is no node is remarked on."""
        for value in self.triples.look(subject, iri(short)):
            if (id_ := self.known(subject, iri(short), value)) is not None:
                self.triples.take(subject, iri(short), value)
                return id_
        return None

    def known(self, subject: Thing, property_: Iri, value: Term) -> str | None:
        """Return the id of a value that is a node; what is nowhere described is remarked on."""
        if isinstance(value, Words):
            return None
        if value in self.things.ids:
            return self.things.ids[value]
        if value not in self.triples and self.triples.is_left((subject, property_, value)):
            self.remarks.add("reference", shown(value), name=shorten_iri(property_))
            self.triples.take(subject, property_, value)
        return None

    def common(self, subject: Thing) -> dict[str, Any]:
        """Take what all things may have: status and evidence."""
        entry: dict[str, Any] = {}
        if status := self.plain(subject, "og:status"):
            entry["status"] = status
        listed = self.triples.take_list(subject, iri("og:evidence"))
        loose = self.triples.take_things(subject, iri("og:evidence"))
        single = (thing for thing in loose if not self.triples.look(thing, iri("rdf:first")))
        for name in (*listed, *single):
            if (said := self._evidence(name)) is not None:
                entry.setdefault("evidence", []).append(said)
            else:
                self.remarks.add("value", shown(name), name="og:evidence")
        return entry

    def _evidence(self, name: Term) -> str | None:
        if isinstance(name, Words):
            return None
        take = self.triples.take_thing
        self.take_type(name, "oa:SpecificResource")
        source = self._look(name, "oa:hasSource")
        selector = take(name, iri("oa:hasSelector"))
        if source is None or source not in self.sources or selector is None:
            return None
        take(name, iri("oa:hasSource"))
        self.take_type(selector, "oa:TextQuoteSelector", "og:QuoteSelector")
        quote = self.plain(selector, "oa:exact") or self.plain(selector, "og:quote")
        return None if quote is None else f"{self.sources[source]}: {quote}"

    def _look(self, subject: Thing, short: str) -> Thing | None:
        found = (v for v in self.triples.look(subject, iri(short)) if not isinstance(v, Words))
        return next(found, None)

    def dates(
        self, subject: Thing, starts: tuple[Iri, ...], ends: tuple[Iri, ...]
    ) -> dict[str, str]:
        """Take the dates between which something holds."""
        entry: dict[str, str] = {}
        for key, properties in (("from", starts), ("until", ends)):
            for property_ in properties:
                for value in self.triples.look(subject, property_):
                    date = parse_date(value)
                    if date is not None and entry.setdefault(key, date) == date:
                        self.triples.take(subject, property_, value)
        return entry


def shown(term: Term) -> str:
    """Return a term as people are told of it."""
    return shorten(term.text if isinstance(term, Words) else shorten_iri(term))


def parse_date(value: Term) -> str | None:
    """Return a literal as a date of ours; None for what is none.

    The time of day and the time zone, which XML Schema allows, are left off.
    """
    return find_date(value.text) if isinstance(value, Words) else None


def find_things(triples: Triples, base: str) -> Things:
    """Return the nodes of a file, with the class that tells the kind of each, and its id.

    A class of the file's own counts as what it is said to be a subclass of; a thing without a class
    that is known is what its properties imply.
    """
    implied, classes = _implied(triples), _wider_classes(triples)
    nodes: dict[Thing, Iri] = {}
    for subject in triples.subjects():
        kinds = [classes[type_] for type_ in triples.look(subject, TYPE) if type_ in classes]
        kinds += _own_kinds(triples.look(subject, TYPE))
        if not kinds and subject in implied:
            kinds = [implied[subject]]
        if kinds:
            nodes[subject] = min(kinds, key=lambda kind: _RANK.get(kind, -1))
    foreign = {subject: _foreign_id(triples, subject, base) for subject in nodes}
    ids = make_ids(foreign.values())
    own = frozenset(s for s in nodes if s == base + foreign[s] or not is_iri(s))
    return Things(nodes, {s: ids[foreign[s]] for s in nodes}, own)


def _own_kinds(types: list[Term]) -> list[Iri]:
    """Return the classes that are the IRI of a kind, and in no table."""
    known = {kind.iri for kind in core_vocabulary().kinds.values()} - set(CLASSES.values())
    return [t for t in types if isinstance(t, Iri) and t in known]


def _wider_classes(triples: Triples) -> Mapping[Term, Iri]:
    """Return the class of a kind for each class that is one, or a subclass of one in this file.

    The classes of kinds come in their order, so that of several the first one counts.
    """
    narrower: dict[Term, list[Thing]] = {}
    for subject, property_, value in triples.all:
        if property_ == _SUBCLASS:
            narrower.setdefault(value, []).append(subject)
    found: dict[Term, Iri] = dict(CLASSES.items())
    waiting: list[Term] = [*reversed(tuple(CLASSES))]
    while waiting:
        at = waiting.pop()
        for class_ in narrower.get(at, ()):
            if class_ not in found:
                found[class_] = found[at]
                waiting.append(class_)
    return found


def _implied(triples: Triples) -> dict[Thing, Iri]:
    found: dict[Thing, list[Iri]] = {}
    for subject, property_, value in triples.all:
        for end, kind in zip((subject, value), IMPLIED.get(property_, (None, None)), strict=True):
            if kind is not None and not isinstance(end, Words):
                found.setdefault(end, []).append(kind)
    return {thing: min(kinds, key=lambda kind: _RANK[kind]) for thing, kinds in found.items()}


def _foreign_id(triples: Triples, subject: Thing, base: str) -> str:
    """Return what a thing is known by: its id where the file says it, its IRI, else its name."""
    if subject.startswith(base) and "/" not in (rest := subject.removeprefix(base)) and rest:
        return rest
    own = next((v.text for v in triples.look(subject, _ID) if isinstance(v, Words)), None)
    if own is not None:
        return own
    if isinstance(subject, Blank):
        names = (
            v.text for name in NAMES for v in triples.look(subject, name) if isinstance(v, Words)
        )
        return f"_:{next(names, subject)}"
    return str(subject)
