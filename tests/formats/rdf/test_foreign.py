"""Files that others have written, read without loss unsaid: facts counted by rdflib and by hand."""

from collections import Counter
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import DCTERMS, ORG, RDF, SDO, Namespace

from orggraph.formats.exchange import Gathered, Origin, ReadOptions
from orggraph.formats.rdf.rdf_format import JSON_LD, N_TRIPLES, TURTLE
from orggraph.model import Graph

SAMPLES = Path(__file__, "../../../../../shared/samples/org-ontology").resolve()
BERLIN = SAMPLES / "berlin-SenWGP.ttl"
ORGANIGRAM = "https://berlin.github.io/lod-organigram/"
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
PREFIXES = """
@prefix ex: <https://example.org/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <http://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix time: <http://www.w3.org/2006/time#> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

needs_samples = pytest.mark.skipif(not BERLIN.exists(), reason="the samples are not at hand")


def gather(text: str, language: str | None = None) -> Gathered:
    assert TURTLE.read is not None
    origin = Origin("file.ttl", None, (PREFIXES + text).encode())
    return TURTLE.read(origin, ReadOptions(language=language))


def graph_of(gathered: Gathered) -> Graph:
    assert [str(problem) for problem in gathered.draft.problems] == []
    return Graph(gathered.draft.parts())


def relations_of(gathered: Gathered) -> set[tuple[str, str, str]]:
    stated = graph_of(gathered).iter_stated()
    return {(relation.source, relation.type, relation.target) for relation in stated}


def lost(gathered: Gathered) -> dict[str, int]:
    return {f"{r.what} {r.name}": r.times for r in gathered.remarks.all()}


@pytest.fixture(scope="module")
def berlin() -> Gathered:
    assert TURTLE.read is not None
    return TURTLE.read(Origin("berlin.ttl", BERLIN), ReadOptions())


@pytest.fixture(scope="module")
def counted() -> rdflib.Graph:
    return rdflib.Graph().parse(BERLIN)


@needs_samples
def test_berlin_has_its_nodes(berlin: Gathered, counted: rdflib.Graph) -> None:
    graph = graph_of(berlin)
    assert Counter(node.kind for node in graph.iter_nodes()) == {
        "organisation": 31, "post": 34, "person": 31,
    }  # fmt: skip
    iris = {dict(node.identifiers)["iri"] for node in graph.iter_nodes()}
    assert len({*counted.subjects(RDF.type, ORG.Organization)}) == 21
    for class_ in (ORG.Organization, ORG.Post, VCARD.Individual):
        assert {str(thing) for thing in counted.subjects(RDF.type, class_)} <= iris
    assert graph.language == "de"


@needs_samples
def test_berlin_has_its_hierarchy_and_holders(berlin: Gathered, counted: rdflib.Graph) -> None:
    iris = {n.id: dict(n.identifiers)["iri"] for n in graph_of(berlin).iter_nodes()}
    found: dict[str, set[tuple[str, str]]] = {}
    for source, type_, target in relations_of(berlin):
        found.setdefault(type_, set()).add((iris[source], iris[target]))

    def pairs(property_: rdflib.URIRef) -> set[tuple[str, str]]:
        return {(str(s), str(o)) for s, o in counted.subject_objects(property_)}

    containment = pairs(ORG.hasSubOrganization) | pairs(ORG.hasUnit)
    assert found == {
        "part_of": {(part, whole) for whole, part in containment},
        "post_in": {(post, whole) for whole, post in pairs(ORG.hasPost)},
        "member_of": {(member, whole) for whole, member in pairs(ORG.hasMember)},
        "holds": pairs(ORG.holds),
    }


@needs_samples
def test_berlin_nodes_say_what_the_file_says(berlin: Gathered) -> None:
    nodes = graph_of(berlin).nodes
    ministry = nodes["organisation-fc88719adc"]
    assert ministry.name.values == (
        ("de", "Senatsverwaltung für Wissenschaft, Gesundheit und Pflege"),
    )
    assert ministry.aliases == ("SenWGP",)
    assert ministry.classification
    assert ministry.classification.original == "Senatsverwaltung"
    director = nodes["person-926bac6591"]
    assert director.name.original == "Ellen Haußdörfer"
    assert ("sameAs", "https://www.wikidata.org/wiki/Q1331825") in director.identifiers
    acting = nodes["position-1d209ea8f0"]
    assert acting.note
    assert acting.note.original == "kommissarisch"
    assert acting.name.original == "Referatsleitung"
    assert nodes["position-06c13049e1"].name.original == "Direktor"
    assert [p.text.original for p in nodes["organisation-9af34818c1"].purposes] == [
        "Krankenhauswesen und Notfallvorsorge"
    ]


@needs_samples
def test_berlin_loses_no_triple_unsaid(berlin: Gathered, counted: rdflib.Graph) -> None:
    assert len(counted) == 476
    said = lost(berlin)
    elsewhere = (  # predicates that are no matter of ours, wherever they stand
        VCARD.tel, VCARD.url, VCARD.locality, VCARD["postal-code"], VCARD["street-address"],
        ORG.hasSite, ORG.siteAddress, DCTERMS.created, DCTERMS.creator, SDO.gender, SDO.name,
        rdflib.URIRef("https://berlin.github.io/lod-vocabulary/berorgs/contains"),
    )  # fmt: skip
    count = sum(len([*counted.triples((None, property_, None))]) for property_ in elsewhere)
    # The chart itself, its label and that of an empty class, a class without any thing, sites and
    # addresses, and the given names of two things that are several people.
    assert sum(said.values()) == count + 2 + 1 + 3 + 2 + 2 + 5
    assert said["property vcard:given-name"] == 5
    assert said["property vcard:tel"] == 34
    assert {notice.code for notice in berlin.notices} == {"X308", "X309"}


@needs_samples
def test_berlin_comes_back_with_the_same_ids(berlin: Gathered) -> None:
    from tests.formats.rdf.test_round_trip import read, write

    graph = graph_of(berlin)
    for format_ in (TURTLE, JSON_LD):
        written = write(format_, graph)
        assert f"{ORGANIGRAM}organisation-fc88719adc".encode() in written
        assert read(format_, written) == graph


@needs_samples
def test_the_example_of_cpov_reads() -> None:
    assert TURTLE.read is not None
    path = SAMPLES / "cpov-2.1.2-example.ttl"
    gathered = TURTLE.read(Origin("example.ttl", path), ReadOptions(language="en"))
    (node,) = graph_of(gathered).iter_nodes()
    assert node.kind == "organisation"
    assert node.name.translations == {
        "de": "Foderaler Offentlicher Dienst FINANZEN",
        "en": "Federal Public Service FINANCE",
        "fr": "Service Public Fédéral FINANCES",
        "nl": "Federale Overheidsdiesnt FINANCIEN",
    }
    assert node.classification
    assert node.classification.original == "AGENCY"
    said = lost(gathered)
    assert said["property org:classification"] == 1
    assert said["property foaf:homepage"] == 4
    assert sum(said.values()) == len(rdflib.Graph().parse(path)) - 6


def test_memberships_with_dates_and_roles() -> None:
    gathered = gather(
        """
        ex:board a org:OrganizationalUnit ; skos:prefLabel "The board" .
        ex:ann a foaf:Person ; foaf:name "Ann" .
        ex:m1 a org:Membership ; org:member ex:ann ; org:organization ex:board ; org:role ex:chair ;
            org:memberDuring [ a time:Interval ;
                time:hasBeginning [ a time:Instant ; time:inXSDDate "2024-05-01"^^xsd:date ] ;
                time:hasEnd [ time:inXSDgYear "2025"^^xsd:gYear ] ] .
        ex:chair a org:Role ; skos:prefLabel "chair"@en, "formand"@da .
        """
    )
    (membership,) = graph_of(gathered).iter_stated()
    assert (membership.source, membership.target) == ("ann", "board")
    assert membership.role
    assert membership.role.id == "chair"
    assert [str(date) for date in membership.period[:2]] == ["2024-05-01", "2025"]
    assert lost(gathered) == {}


def test_one_relation_said_in_both_directions_is_one() -> None:
    gathered = gather(
        """
        ex:a a org:Organization ; skos:prefLabel "A" ; org:hasSubOrganization ex:b ;
            org:hasUnit ex:b ; org:hasMember ex:p .
        ex:b a org:Organization ; skos:prefLabel "B" ; org:subOrganizationOf ex:a .
        ex:p a foaf:Person ; foaf:name "P" ; org:memberOf ex:a .
        """
    )
    assert relations_of(gathered) == {("b", "part_of", "a"), ("p", "member_of", "a")}
    assert lost(gathered) == {}


def test_head_of_is_a_membership_with_that_role() -> None:
    gathered = gather(
        'ex:a a org:Organization ; skos:prefLabel "A" . '
        'ex:p a foaf:Person ; foaf:name "P" ; org:headOf ex:a .'
    )
    (relation,) = graph_of(gathered).iter_stated()
    assert relation.type == "member_of"
    assert relation.role
    assert relation.role.label.translations == {"da": "leder", "en": "head"}


def test_head_of_and_member_of_the_same_is_one_membership() -> None:
    gathered = gather(
        'ex:a a org:Organization ; skos:prefLabel "A" . '
        'ex:p a foaf:Person ; foaf:name "P" ; org:headOf ex:a ; org:memberOf ex:a .'
    )
    (relation,) = graph_of(gathered).iter_stated()
    assert relation.role
    assert lost(gathered) == {}


def test_what_things_are_follows_from_what_is_said_of_them() -> None:
    gathered = gather(
        """
        ex:a skos:prefLabel "A" ; org:hasPost ex:post .
        ex:unit org:unitOf ex:a ; skos:prefLabel "Unit" .
        ex:p org:holds ex:post ; foaf:name "P" .
        ex:post skos:prefLabel "Post" .
        """
    )
    kinds = {node.id: node.kind for node in graph_of(gathered).iter_nodes()}
    assert kinds == {"a": "organisation", "unit": "body", "p": "person", "post": "post"}
    assert len(relations_of(gathered)) == 3


def test_a_class_that_nobody_knows_does_not_hide_what_a_thing_is() -> None:
    gathered = gather(
        """
        ex:jane a ex:Employee ; skos:prefLabel "Jane" ; org:holds ex:chair .
        ex:chair a ex:Job ; skos:prefLabel "Chair" .
        ex:bird a ex:Bird ; skos:prefLabel "Bird" .
        """
    )
    nodes = {node.id: node for node in graph_of(gathered).iter_nodes()}
    assert {id_: node.kind for id_, node in nodes.items()} == {"jane": "person", "chair": "post"}
    assert nodes["jane"].classification is not None
    assert nodes["jane"].classification.original == "Employee"
    assert relations_of(gathered) == {("jane", "holds", "chair")}
    assert lost(gathered) == {
        "class https://example.org/Bird": 1, "property skos:prefLabel": 1,
    }  # fmt: skip


def test_of_two_days_that_an_interval_begins_the_first_counts_and_the_other_is_told() -> None:
    gathered = gather(
        """
        ex:board a org:OrganizationalUnit ; skos:prefLabel "The board" .
        ex:ann a foaf:Person ; foaf:name "Ann" .
        ex:m1 a org:Membership ; org:member ex:ann ; org:organization ex:board ;
            org:memberDuring [ a time:Interval ; time:hasBeginning [
                time:inXSDDate "2024-05-01"^^xsd:date ; time:inXSDgYear "2023"^^xsd:gYear ] ] .
        """
    )
    (membership,) = graph_of(gathered).iter_stated()
    assert str(membership.period.start) == "2024-05-01"
    assert lost(gathered) == {"property time:inXSDgYear": 1}


def test_references_to_what_is_not_there_are_remarked_on() -> None:
    gathered = gather('ex:a a org:Post ; skos:prefLabel "A" ; org:reportsTo ex:gone, "text" .')
    assert relations_of(gathered) == set()
    assert lost(gathered) == {"reference org:reportsTo": 1, "property org:reportsTo": 1}


def test_relations_between_things_of_wrong_kinds_are_remarked_on() -> None:
    gathered = gather(
        'ex:a a org:Organization ; skos:prefLabel "A" ; org:holds ex:b . '
        'ex:b a org:Organization ; skos:prefLabel "B" .'
    )
    assert relations_of(gathered) == set()
    assert lost(gathered) == {"property org:holds": 1}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('"2024"^^xsd:gYear', "2024"),
        ('"2024-02"', "2024-02"),
        ('"2024-02-29T10:00:00Z"^^xsd:dateTime', "2024-02-29"),
        ('"2024-02-29+01:00"^^xsd:date', "2024-02-29"),
        ('"2023-02-29"^^xsd:date', None),
        ('"spring 2024"', None),
    ],
)
def test_dates(written: str, read: str | None) -> None:
    gathered = gather(
        f'ex:a a org:Organization ; skos:prefLabel "A" ; schema:foundingDate {written} .'
    )
    (node,) = graph_of(gathered).iter_nodes()
    assert (node.period.start and str(node.period.start)) == read
    assert lost(gathered) == ({} if read else {"property schema:foundingDate": 1})


def test_further_names_are_other_names() -> None:
    gathered = gather(
        """
        ex:a a org:Organization ; skos:prefLabel "Ærø"@da, "Aeroe"@en ; rdfs:label "Ærø"@da ;
            foaf:name "Ærø Kommune" ; skos:altLabel "ÆK"@da .
        """,
        language="da",
    )
    (node,) = graph_of(gathered).iter_nodes()
    assert node.name.values == (("da", "Ærø"), ("en", "Aeroe"))
    assert node.aliases == ("Ærø Kommune", "ÆK")
    assert lost(gathered) == {}


def test_nameless_things_get_ids_of_their_names() -> None:
    gathered = gather(
        '[] a org:Organization ; skos:prefLabel "Café Ærø" ; org:hasUnit [ skos:prefLabel "U" ] .'
    )
    assert relations_of(gathered) == {("U", "part_of", "cafe-aeroe")}


def test_identifiers_keep_their_schemes_and_zeros() -> None:
    gathered = gather(
        """
        ex:a a org:Organization ; skos:prefLabel "A" ;
            org:identifier "007"^^xsd:integer, "8"^^ex:cvr ;
            <http://www.w3.org/ns/adms#identifier>
                [ skos:notation "9" ; <http://www.w3.org/ns/adms#schemaAgency> "CVR" ] .
        """
    )
    (node,) = graph_of(gathered).iter_nodes()
    assert node.identifiers == (
        ("CVR", "9"),
        ("http://www.w3.org/2001/XMLSchema#integer", "007"),
        ("https://example.org/cvr", "8"),
        ("iri", "https://example.org/a"),
    )


def test_a_cycle_of_wholes_is_an_error_where_it_stands() -> None:
    from orggraph.model.integrity import find_violations

    gathered = gather(
        'ex:a a org:Organization ; skos:prefLabel "A" ; org:subOrganizationOf ex:b .\n'
        'ex:b a org:Organization ; skos:prefLabel "B" ; org:subOrganizationOf ex:a .'
    )
    (found,) = find_violations(gathered.draft.parts(), gathered.draft.place)
    assert found.severity == "error"
    assert found.location
    assert found.location.line >= PREFIXES.count("\n")


@needs_samples
def test_the_other_syntaxes_read_the_same(counted: rdflib.Graph, berlin: Gathered) -> None:
    from orggraph.formats.rdf.rdf_format import RDF_XML

    for format_, syntax in ((N_TRIPLES, "nt"), (RDF_XML, "xml"), (JSON_LD, "json-ld")):
        data = counted.serialize(format=syntax).encode()
        assert format_.read is not None
        assert format_.recognises(data)
        gathered = format_.read(Origin("file", None, data), ReadOptions())
        assert graph_of(gathered) == graph_of(berlin)


def test_what_is_empty_is_remarked_on() -> None:
    gathered = gather(
        'ex:a a org:Post ; skos:prefLabel "A" ; org:role "", [] ; org:purpose "" ; rdfs:comment " "'
        ' ; org:classification "" ; org:identifier "" ; skos:altLabel "" ; schema:startDate "" .'
    )
    assert sum(lost(gathered).values()) == 8
    (node,) = graph_of(gathered).iter_nodes()
    assert (node.classification, node.note, node.aliases, node.purposes) == (None, None, (), ())


def test_roles_and_classifications_may_be_text() -> None:
    gathered = gather(
        'ex:a a org:Post ; skos:prefLabel "A"; org:role "chief"@en .'
        "ex:b a org:Post ; org:role ex:Clerk ."
        'ex:c a org:Organization ; skos:prefLabel "C" ; org:classification "agency"@en .'
    )
    nodes = graph_of(gathered).nodes
    assert nodes["a"].classification
    assert nodes["a"].classification.original == "chief"
    assert nodes["b"].name.original == "Clerk"
    assert nodes["c"].classification
    assert nodes["c"].classification.original == "agency"
    assert lost(gathered) == {}


def test_evidence_of_unknown_sources_and_broken_extensions_are_remarked_on() -> None:
    gathered = gather(
        """
        @prefix og: <https://w3id.org/orggraph/ns#> .
        @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
        ex:a a org:Post ; skos:prefLabel "A" ; og:evidence ( "text" ex:e ) .
        ex:s a og:Seat ; og:id "one" .
        ex:b a org:OrganizationalUnit ; skos:prefLabel "B" .
        ex:b skos:altLabel "new" ; og:aliases ( "old" ) .
        ex:t a og:Seat ; og:id "two" ; og:seatOf ex:b ; og:filledBy [ og:by ex:a ] .
        ex:m a org:Membership ; org:member ex:a ; org:role ex:chair ; og:seat ex:s .
        ex:n a org:Membership ; org:member ex:a ; org:organization ex:b ; og:seat ex:s .
        ex:g a og:Graph ; og:rules "no json", "[]" .
        ex:r a rdf:Statement ; rdf:subject ex:a ; rdf:predicate ex:p ; rdf:object ex:a .
        """
    )
    graph = graph_of(gathered)
    assert [seat.id for seat in graph.iter_seats()] == ["b/two"]
    assert [r.type for r in graph.iter_stated()] == ["member_of"]
    assert lost(gathered) == {
        "value og:evidence": 2, "value og:aliases": 1, "property og:rules": 2,
        "class og:Seat": 1, "property og:id": 1, "property og:by": 1,
        "class org:Membership": 1, "property org:member": 1, "property org:role": 1,
        "property og:seat": 2, "class rdf:Statement": 1, "property rdf:subject": 1,
        "property rdf:predicate": 1, "property rdf:object": 1,
    }  # fmt: skip
