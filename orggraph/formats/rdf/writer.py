"""Say a graph in RDF: nodes, relations and memberships in the terms of W3C ORG.

A relation is a plain statement, such as ``org:reportsTo``; where more is to be said of it, it is a
thing as well: an org:Membership, or the reification of the statement. What the ontology has no
term for is said in our extension vocabulary (``og:``), so that all of a graph comes back.
"""

from collections.abc import Iterable, Iterator

from orggraph.formats.entries import Entries
from orggraph.formats.exchange import Content
from orggraph.formats.rdf.naming import IRI_SCHEME, Naming
from orggraph.formats.rdf.sayings import Sayings
from orggraph.formats.rdf.statements import (
    Described,
    Listed,
    Nested,
    Said,
    say_iris,
    say_plain,
    say_text,
    say_truth,
    say_types,
)
from orggraph.formats.rdf.terms import Iri, Words, datatype_of_scheme, iri, is_iri
from orggraph.formats.rdf.understood import (
    MEMBERSHIP_OF,
    SAME_AS_SCHEME,
    SUB_ORGANIZATION_OF,
    UNIT_OF,
    WIDER_TYPES,
)
from orggraph.model import (
    Node,
    Relation,
    Seat,
    Source,
    Statement,
)

_PERSON = iri("foaf:Person")
_UNIT = iri("org:OrganizationalUnit")


class Speaker:
    """Says all of one graph, each thing once."""

    def __init__(self, content: Content, naming: Naming) -> None:
        self.content = content
        self.naming = naming
        self.lead = content.language
        self.entries = Entries(content)
        self.kinds = {node.id: node.kind for node in content.iter_nodes()}
        self.shared = Sayings(content, naming)

    def iter_blocks(self) -> Iterator[Described]:
        """Yield the graph, its sources, nodes, seats and relations, and what these share."""
        yield self._head()
        yield from map(self._source, self.content.sources.values())
        plain, attributed = self._sort_relations()
        for node in self.content.iter_nodes():
            yield self._node(node, plain.get(node.id, ()))
        yield from map(self._seat, self.content.iter_seats())
        yield from map(self._relation, attributed)
        for _, block in sorted(self.shared.concepts.items()):
            yield block
        for name, evidence in sorted(self.shared.evidence.items()):
            yield self.shared.describe_evidence(name, evidence)

    def _head(self) -> Described:
        entries = self.entries.head()
        said = [
            say_types(iri("og:Graph")),
            *say_plain("og:base", self.naming.base),
            *say_plain("og:language", self.lead),
            *say_text("dcterms:title", self.content.title, self.lead),
            *self.shared.json("og:vocabulary", entries.get("vocabulary")),
            *self.shared.json("og:rules", entries.get("rules")),
        ]
        return Described(self.naming.part("graph", ""), tuple(said))

    def _source(self, source: Source) -> Described:
        said = [
            say_types(iri("og:Source"), iri("foaf:Document")),
            *say_plain("og:id", source.id),
            *say_text("dcterms:title", source.title, self.lead),
            *say_plain("dcterms:publisher", source.publisher),
            *say_plain("dcterms:date", source.date),
            *say_plain("schema:url", source.url),
            *say_plain("og:file", source.file),
            *say_plain("og:sha256", source.sha256),
        ]
        if source.set_aside:
            asides = (
                Nested(
                    (
                        *say_plain("og:quote", aside.quote),
                        *say_text("rdfs:comment", aside.reason, self.lead),
                    )
                )
                for aside in source.set_aside
            )
            said.append(Said(iri("og:setAside"), (Listed(tuple(asides)),)))
        return Described(self.naming.part("source", source.id), tuple(said))

    def _node(self, node: Node, relations: Iterable[Relation]) -> Described:
        kind = Iri(self.content.vocabulary.kinds[node.kind].iri or iri("og:") + node.kind)
        own = self.naming.own(node)
        said = [
            say_types(kind, *WIDER_TYPES.get(kind, ())),
            *(say_plain("og:id", node.id) if own else ()),
            *say_text("foaf:name" if kind == _PERSON else "skos:prefLabel", node.name, self.lead),
            *self._aliases(node.aliases),
            *say_text("vcard:title", node.title, self.lead),
            *say_iris(
                "org:classification", [self.shared.concept("classification", node.classification)]
            ),
            *self._identifiers(node, own),
            *say_truth("og:collective", node.collective or None),
            *say_plain("og:roster", None if node.roster == "unknown" else node.roster),
            *say_iris("org:purpose", [self._purpose(node, n) for n in range(len(node.purposes))]),
            *self.shared.dates(node.period),
            *self.shared.common(node.status, node.note, node.evidence),
        ]
        for relation in relations:
            said.append(Said(self._property(relation), (self.naming.node(relation.target),)))
        return Described(self.naming.node(node.id), tuple(said))

    def _aliases(self, aliases: tuple[str, ...]) -> Iterator[Said]:
        if unique := tuple(Words(alias) for alias in sorted(set(aliases))):
            yield Said(iri("skos:altLabel"), unique)
        if list(aliases) != sorted(set(aliases)):
            yield Said(iri("og:aliases"), (Listed(tuple(map(Words, aliases))),))

    def _identifiers(self, node: Node, own: Iri | None) -> Iterator[Said]:
        for scheme, value in node.identifiers:
            if own is not None and scheme == IRI_SCHEME:
                continue  # it is the node's IRI itself
            if scheme == SAME_AS_SCHEME and is_iri(value):
                yield Said(iri("owl:sameAs"), (Iri(value),))
            else:
                words = Words(value, datatype=datatype_of_scheme(scheme))
                yield Said(iri("org:identifier"), (words,))

    def _purpose(self, node: Node, number: int) -> Iri:
        purpose: Statement = node.purposes[number]
        name = self.naming.part("purpose", node.id, str(number + 1))
        self.shared.concepts[name] = Described(
            name,
            (
                say_types(iri("skos:Concept")),
                *say_text("skos:prefLabel", purpose.text, self.lead),
                *say_plain("og:order", number + 1),
                *self.shared.common(purpose.status, None, purpose.evidence),
            ),
        )
        return name

    def _seat(self, seat: Seat) -> Described:
        naming = self.naming
        said = [
            say_types(iri("og:Seat")),
            *say_iris("og:seatOf", [naming.node(seat.body)]),
            *say_plain("og:id", seat.key),
            *say_text("skos:prefLabel", seat.name, self.lead),
            *say_plain("og:count", seat.count.amount),
            *say_iris("og:per", [naming.node(seat.count.per)] if seat.count.per else []),
            *self.shared.seating(seat.role, seat.vote, seat.represents),
            *say_plain("og:term", seat.term),
            *self.shared.dates(seat.period),
            *self.shared.common(seat.status, seat.note, seat.evidence),
        ]
        for filling in seat.fillings:
            by = naming.node(filling.by)
            ways = (say_types(iri("og:Filling")), Said(iri("og:by"), (by,)))
            way = Said(iri("rdf:predicate"), (self.shared.type(filling.type),))
            said.append(Said(iri("og:filledBy"), (Nested((*ways, way)),)))
        return Described(naming.seat_of(seat), tuple(said))

    def _sort_relations(self) -> tuple[dict[str, list[Relation]], list[Relation]]:
        """Return the relations to be said of their sources, and those to be said as things.

        A relation that has ended is no plain statement: that would say that it holds.
        """
        alike: dict[tuple[str, str, str], list[Relation]] = {}
        for relation in self.content.iter_stated():
            alike.setdefault((relation.source, relation.type, relation.target), []).append(relation)
        plain: dict[str, list[Relation]] = {}
        attributed: list[Relation] = []
        for (source, _, _), several in alike.items():
            if any(relation.period.end is None for relation in several):
                plain.setdefault(source, []).append(several[0])
            if len(several) > 1 or self.entries.relation(several[0]):
                attributed += several
        return plain, attributed

    def _property(self, relation: Relation) -> Iri:
        """Return the property of a relation; only of units may a whole be said to be org:unitOf."""
        property_ = self.shared.type(relation.type)
        kind = self.content.vocabulary.kinds[self.kinds[relation.source]]
        if property_ == UNIT_OF and kind.iri != _UNIT:
            return SUB_ORGANIZATION_OF
        return property_

    def _relation(self, relation: Relation) -> Described:
        naming = self.naming
        property_ = self._property(relation)
        source, target = naming.node(relation.source), naming.node(relation.target)
        if property_ == MEMBERSHIP_OF:
            said = [
                say_types(iri("org:Membership")),
                *say_iris("org:member", [source]),
                *say_iris("org:organization", [target]),
                *self.shared.during(relation.period),
            ]
        else:
            said = [
                say_types(iri("rdf:Statement"), iri("og:Relation")),
                *say_iris("rdf:subject", [source]),
                *say_iris("rdf:predicate", [property_]),
                *say_iris("rdf:object", [target]),
                *self.shared.dates(relation.period),
            ]
        entry = self.entries.relation(relation)
        body = relation.seat_body or relation.target
        said += [
            *say_plain("og:id", entry.get("id")),
            *self.shared.seating(relation.role, relation.vote, relation.represents),
            *say_iris("og:seat", [naming.seat(body, relation.seat)] if relation.seat else []),
            *say_plain("og:line", None if relation.line == "solid" else relation.line),
            *self.shared.json("og:inferred", entry.get("inferred")),
            *self.shared.common(relation.status, relation.note, relation.evidence),
        ]
        return Described(naming.part("relation", relation.id), tuple(said))
