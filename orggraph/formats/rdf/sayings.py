"""What a writer of RDF says of many things alike, and the things that several share."""

import json
from collections.abc import Iterator

from orggraph.formats.exchange import Content
from orggraph.formats.rdf.naming import Naming
from orggraph.formats.rdf.statements import (
    Described,
    Listed,
    Nested,
    Said,
    date_words,
    say_instant,
    say_iris,
    say_plain,
    say_selector,
    say_text,
    say_truth,
    say_types,
)
from orggraph.formats.rdf.terms import Iri, Words, iri
from orggraph.model import Evidence, Period, RoleName
from orggraph.text import LocalText
from orggraph.vocabulary import core_vocabulary

_JSON = iri("rdf:JSON")


class Sayings:
    """Says what many things have, and keeps what they refer to.

    `concepts` are roles, classifications, purposes and relation types; `evidence` are quotations:
    each by its IRI, to be written in the end.
    """

    def __init__(self, content: Content, naming: Naming) -> None:
        self.content = content
        self.naming = naming
        self.lead = content.language
        self.evidence: dict[Iri, Evidence] = {}
        self.concepts: dict[Iri, Described] = {}

    def type(self, type_id: str) -> Iri:
        """Return the property of a type, and tell what it is where no ontology does."""
        property_, type_ = self.naming.type(type_id), self.content.vocabulary.types[type_id]
        core = core_vocabulary().types.get(type_id)
        if core is None or core.iri != property_:
            said = (
                say_types(iri("og:RelationType"), iri("rdf:Property")),
                *say_plain("og:id", type_id),
                *say_text("rdfs:label", type_.label, type_.label.language),
            )
            self.concepts[property_] = Described(property_, said)
        return property_

    def seating(
        self, role: RoleName | None, vote: bool | None, represents: str | None
    ) -> Iterator[Said]:
        """Say what a member or a seat has: role, vote and whom it stands for."""
        yield from say_iris("org:role", [self.role(role)])
        yield from say_truth("og:vote", vote)
        yield from say_iris("og:onBehalfOf", [self.naming.node(represents)] if represents else [])

    def role(self, role: RoleName | None) -> Iri | None:
        """Return the IRI of a role; None for none."""
        if role is None:
            return None
        own = None if role.id is None else self.naming.part("role", role.id, "")
        name = own or self.naming.concept("role", role.label)
        label = say_text("skos:prefLabel", role.label, self.lead)
        said = (say_types(iri("org:Role")), *say_plain("og:id", role.id), *label)
        self.concepts[name] = Described(name, said)
        return name

    def concept(self, what: str, text: LocalText | None) -> Iri | None:
        """Return the IRI of a text that many things may share; None for none."""
        if text is None:
            return None
        name = self.naming.concept(what, text)
        label = say_text("skos:prefLabel", text, self.lead)
        self.concepts[name] = Described(name, (say_types(iri("skos:Concept")), *label))
        return name

    def common(
        self, status: str, note: LocalText | None, evidence: tuple[Evidence, ...]
    ) -> Iterator[Said]:
        """Say what all things may have: status, note and evidence."""
        yield from say_plain("og:status", None if status == "stated" else status)
        yield from say_text("rdfs:comment", note, self.lead)
        if evidence:
            names = [self.naming.evidence(each) for each in evidence]
            self.evidence |= dict(zip(names, evidence, strict=True))
            yield Said(iri("og:evidence"), (Listed(tuple(names)),))

    def describe_evidence(self, name: Iri, evidence: Evidence) -> Described:
        """Return a quotation and the source that it is of."""
        source = self.naming.part("source", evidence.source)
        said = (
            say_types(iri("oa:SpecificResource")),
            Said(iri("oa:hasSource"), (source,)),
            say_selector(evidence),
        )
        return Described(name, said)

    def dates(self, period: Period) -> Iterator[Said]:
        """Say from when until when something holds."""
        for short, date in (("schema:startDate", period.start), ("schema:endDate", period.end)):
            if date is not None:
                yield Said(iri(short), (date_words(date),))

    def during(self, period: Period) -> Iterator[Said]:
        """Say from when until when a membership lasts, in the terms of OWL-Time."""
        ends = (
            *say_instant("time:hasBeginning", period.start),
            *say_instant("time:hasEnd", period.end),
        )
        if ends:
            interval = Nested((say_types(iri("time:Interval")), *ends))
            yield Said(iri("org:memberDuring"), (interval,))

    def json(self, short: str, entry: object | None) -> Iterator[Said]:
        """Say what has no simple form as the JSON of a data file; nothing for None."""
        if entry:
            text = json.dumps(entry, ensure_ascii=False)
            yield Said(iri(short), (Words(text, datatype=_JSON),))
