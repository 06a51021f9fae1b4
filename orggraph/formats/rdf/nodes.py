"""Read the things of an RDF file that are nodes."""

from typing import Any

from orggraph.formats.rdf.naming import IRI_SCHEME
from orggraph.formats.rdf.shared import Shared
from orggraph.formats.rdf.statements import TYPE
from orggraph.formats.rdf.terms import (
    Blank,
    Iri,
    Term,
    Words,
    iri,
    local_part,
    scheme_of_datatype,
)
from orggraph.formats.rdf.triples import Thing
from orggraph.formats.rdf.understood import (
    ALIASES,
    CLASSES,
    ENDS,
    IDENTIFIERS,
    NAMES,
    NOTES,
    SAME_AS_SCHEME,
    STARTS,
    TITLES,
)
from orggraph.vocabulary import core_vocabulary

_CLASSIFICATION = iri("org:classification")
_LABEL, _SUBCLASS = iri("rdfs:label"), iri("rdfs:subClassOf")
_GIVEN = tuple(map(iri, ("vcard:given-name", "foaf:givenName", "schema:givenName")))
_FAMILY = tuple(map(iri, ("vcard:family-name", "foaf:familyName", "schema:familyName")))

Text = str | dict[str, str]


class NodeReader:
    """Reads nodes one by one, and keeps which of them needed a guess.

    `named_by_iri` are the names that were made of an IRI; `not_one` are things that have the names
    of several people.
    """

    def __init__(self, shared: Shared) -> None:
        self.shared = shared
        self.triples = shared.triples
        self.kinds = {kind.iri: kind.id for kind in core_vocabulary().kinds.values()}
        self.named_by_iri: list[str] = []
        self.not_one: list[str] = []

    def read(self, subject: Thing) -> None:
        """Add one node to the document."""
        shared = self.shared
        id_, class_ = shared.things.ids[subject], shared.things.nodes[subject]
        aliases: list[str] = []
        name, role_left = self._name(subject, id_, aliases)
        entry: dict[str, Any] = {
            "name": name,
            "aliases": self._aliases(subject, aliases),
            "title": self._first(subject, TITLES),
            "classification": self._classification(subject, role_left),
            "identifiers": self._identifiers(subject),
            "collective": shared.plain(subject, "og:collective"),
            "roster": shared.plain(subject, "og:roster"),
            "note": self._first(subject, NOTES),
            "purposes": self._purposes(subject),
            **shared.dates(subject, STARTS, ENDS),
            **shared.common(subject),
        }
        shared.plain(subject, "og:id")
        filled = {key: value for key, value in entry.items() if value}
        shared.document.add_node(self.kinds[class_], id_, filled, shared.place(subject))

    def _first(self, subject: Thing, properties: tuple[Iri, ...]) -> Text | None:
        found = (self.triples.take_text(subject, p, self.shared.lead) for p in properties)
        return next((text for text in found if text), None)

    def _name(self, subject: Thing, id_: str, aliases: list[str]) -> tuple[Text, bool]:
        """Return a name, and whether a role is left to say what the thing is more closely."""
        name: Text | None = None
        for property_ in NAMES:
            text = self.triples.take_text(subject, property_, self.shared.lead)
            if name is None:
                name = text
            elif text is not None:
                known = set(_all(name))
                aliases += [words for words in _all(text) if words not in known]
        if name is None:
            name = self._person_name(subject)
        if name is not None:
            return name, True
        if (role := self._label(subject, iri("org:role"))) is not None:
            return role, False
        self.named_by_iri.append(id_)
        return id_ if isinstance(subject, Blank) else local_part(subject) or id_, True

    def _person_name(self, subject: Thing) -> str | None:
        """Return the name of which only the parts are told.

        A thing with several family names is several people, whose parts nobody can pair.
        """
        given, family = self._parts(subject, _GIVEN), self._parts(subject, _FAMILY)
        if len(family) > 1:
            self.not_one.append(" / ".join(text for _, text, _ in family))
            return self._take_parts(subject, family, " / ")
        return self._take_parts(subject, [*given, *family], " ")

    def _parts(self, subject: Thing, properties: tuple[Iri, ...]) -> list[tuple[Iri, str, Words]]:
        for property_ in properties:
            words = [v for v in self.triples.look(subject, property_) if isinstance(v, Words)]
            if found := [(property_, v.text.strip(), v) for v in words if v.text.strip()]:
                return found
        return []

    def _take_parts(
        self, subject: Thing, parts: list[tuple[Iri, str, Words]], between: str
    ) -> str | None:
        for property_, _, value in parts:
            self.triples.take(subject, property_, value)
        return between.join(text for _, text, _ in parts) or None

    def _aliases(self, subject: Thing, others: list[str]) -> list[str]:
        found = list(others)
        for property_ in ALIASES:
            for value in self.triples.look(subject, property_):
                if isinstance(value, Words) and value.text.strip():
                    self.triples.take(subject, property_, value)
                    found.append(value.text)
        listed = self.triples.take_list(subject, iri("og:aliases"))
        in_order = [item.text for item in listed if isinstance(item, Words)]
        unique = list(dict.fromkeys(found))
        # Where somebody has changed the names since, the list of their order is out of date.
        if set(in_order) == set(unique):
            return in_order
        for alias in set(in_order) - set(unique):
            self.shared.remarks.add("value", alias, name="og:aliases")
        return unique

    def _classification(self, subject: Thing, with_role: bool) -> Text | None:
        if (label := self._label(subject, _CLASSIFICATION)) is not None:
            self._take_classes(subject, None)
            return label
        own = self._take_classes(subject, _CLASSIFICATION)
        return own or (self._label(subject, iri("org:role")) if with_role else None)

    def _take_classes(self, subject: Thing, wanted: Iri | None) -> Text | None:
        """Take the classes that tell the kind, and return what one of the file's own is called."""
        label: Text | None = None
        for class_ in self.triples.look(subject, TYPE):
            if isinstance(class_, Words):
                continue
            if class_ in CLASSES or class_ in self.kinds:
                self.triples.take(subject, TYPE, class_)
            elif self.triples.look(class_, _SUBCLASS):
                self._take_subclass(class_)
                self.triples.take(subject, TYPE, class_)
                if wanted is not None and label is None:
                    label = self.triples.take_text(class_, _LABEL, self.shared.lead)
            elif wanted is not None and label is None and isinstance(class_, Iri):
                self.triples.take(subject, TYPE, class_)
                label = self._label_of(class_)
        return label

    def _take_subclass(self, class_: Thing) -> None:
        self.shared.take_type(class_, "rdfs:Class")
        self.triples.take_things(class_, _SUBCLASS)

    def _label(self, subject: Thing, property_: Iri) -> Text | None:
        """Take the label of the first thing, or the first text, that a property leads to."""
        for value in self.triples.look(subject, property_):
            if isinstance(value, Words):
                continue
            if (label := self._label_of(value)) is not None:
                self.triples.take(subject, property_, value)
                return label
        return self.triples.take_text(subject, property_, self.shared.lead)

    def _label_of(self, thing: Thing) -> Text | None:
        """Return what a concept, role or class is called: by its label, else by its IRI."""
        self.shared.take_type(thing, "skos:Concept", "org:Role", "rdfs:Class")
        for property_ in NAMES:
            if text := self.triples.take_text(thing, property_, self.shared.lead):
                return text
        return None if isinstance(thing, Blank) else local_part(thing)

    def _identifiers(self, subject: Thing) -> dict[str, list[str]]:
        pairs: list[tuple[str, str]] = []
        if isinstance(subject, Iri) and subject not in self.shared.things.by_base:
            pairs.append((IRI_SCHEME, str(subject)))
        for property_ in IDENTIFIERS:
            for value in self.triples.look(subject, property_):
                if isinstance(value, Words) and value.text.strip():
                    self.triples.take(subject, property_, value)
                    pairs.append((scheme_of_datatype(value.datatype), value.text))
        same = self.triples.take_things(subject, iri("owl:sameAs"))
        pairs += [(SAME_AS_SCHEME, str(thing)) for thing in same if isinstance(thing, Iri)]
        pairs += self._registered(subject)
        by_scheme: dict[str, list[str]] = {}
        for scheme, text in pairs:
            by_scheme.setdefault(scheme, []).append(text)
        return by_scheme

    def _registered(self, subject: Thing) -> list[tuple[str, str]]:
        """Return the identifiers that are things themselves, as in the vocabulary ADMS."""
        pairs = []
        for thing in self.triples.take_things(subject, iri("adms:identifier")):
            self.shared.take_type(thing, "adms:Identifier")
            notation = self.shared.plain(thing, "skos:notation")
            agency = self.shared.plain(thing, "adms:schemaAgency")
            if notation is not None:
                pairs.append((agency or scheme_of_datatype(None), notation))
        return pairs

    def _purposes(self, subject: Thing) -> list[Any]:
        found = []
        for value in self.triples.look(subject, iri("org:purpose")):
            if isinstance(value, Words) or value in self.triples:
                order, purpose = self._purpose(subject, value)
                if purpose.get("text"):
                    self.triples.take(subject, iri("org:purpose"), value)
                    found.append((order, str(purpose["text"]), purpose))
        return [purpose for _, _, purpose in sorted(found, key=lambda each: each[:2])]

    def _purpose(self, subject: Thing, value: Term) -> tuple[int, dict[str, Any]]:
        if isinstance(value, Words):
            same = value.language in (None, self.shared.lead)
            text = value.text if same else {str(value.language).partition("-")[0]: value.text}
            return 0, {"text": text if value.text.strip() else None}
        self.shared.take_type(value, "skos:Concept")
        entry = {"text": self.shared.text(value, "skos:prefLabel"), **self.shared.common(value)}
        order = self.shared.plain(value, "og:order") or "0"
        return int(order) if order.isdecimal() and len(order) < 9 else 0, entry


def _all(text: Text) -> list[str]:
    return [text] if isinstance(text, str) else list(text.values())
