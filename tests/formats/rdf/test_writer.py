"""What is said in RDF, told by rdflib: statements in the terms of W3C ORG, whatever the syntax."""

import json
import subprocess
import sys
from typing import Any

import pytest
import rdflib
from rdflib import Literal, URIRef
from rdflib.collection import Collection
from rdflib.compare import isomorphic
from rdflib.namespace import FOAF, ORG, RDF, SKOS, XSD, Namespace

from orggraph.errors import OrgGraphError
from orggraph.formats.exchange import Origin, WriteOptions
from orggraph.formats.loader import make_graph, read_graph
from orggraph.formats.rdf.rdf_format import JSON_LD, TURTLE
from orggraph.formats.rdf.terms import iri, is_iri, local_part, shorten_iri
from orggraph.model import Graph
from tests.formats.rdf.test_round_trip import read, write

BASE = Namespace("https://example.org/id/")
OG = Namespace("https://w3id.org/orggraph/ns#")
TIME = Namespace("http://www.w3.org/2006/time#")
OA = Namespace("http://www.w3.org/ns/oa#")
SCHEMA = Namespace("https://schema.org/")

DATA = """
title: Ærø
language: da
sources:
  report: {title: The report}
vocabulary:
  types:
    pays: {family: support, label: betaler, inverse: betales af}
organisations:
  city: {name: Byen, en: The city, part of: state, pays: board}
  state: {name: Staten, identifiers: {iri: "https://state.example/"}}
bodies:
  board:
    name: Rådet
    part of: city
    reports to: {city: {line: dotted, evidence: "report: the board … to the city"}}
    seats:
      chair: {role: chair, appointed by: city, count: 1, term: 3 years, vote: yes}
    members:
      - {person: ann, seat: chair, role: chair, from: 2024-05, until: 2025}
      - person: bo
persons:
  ann: {name: Ann, holds: mayor, informs: bo}
  bo: Bo
posts:
  mayor: {name: Borgmester, post in: city, reports to: city}
"""


@pytest.fixture(scope="module")
def graph() -> Graph:
    return make_graph({"file.yaml": DATA}, Graph)


@pytest.fixture(scope="module")
def said(graph: Graph) -> rdflib.Graph:
    data = write(TURTLE, graph, "https://example.org/id")
    return rdflib.Graph().parse(data=data, format="turtle")


def test_plain_relations_are_statements_of_org(said: rdflib.Graph) -> None:
    state = URIRef("https://state.example/")
    for triple in (
        (BASE.ann, ORG.holds, BASE.mayor),
        (BASE.bo, ORG.memberOf, BASE.board),
        (BASE.mayor, ORG.postIn, BASE.city),
        (BASE.mayor, ORG.reportsTo, BASE.city),
        (BASE.board, ORG.reportsTo, BASE.city),
        (BASE.board, ORG.unitOf, BASE.city),
        (BASE.city, ORG.subOrganizationOf, state),  # of units alone one says org:unitOf
        (BASE.ann, OG.informs, BASE.bo),
        (BASE.city, BASE["type/pays"], BASE.board),
    ):
        assert triple in said


def test_kinds_and_names_have_their_terms(said: rdflib.Graph) -> None:
    assert {*said.objects(BASE.board, RDF.type)} == {ORG.OrganizationalUnit, ORG.Organization}
    assert {*said.objects(BASE.city, RDF.type)} == {ORG.FormalOrganization, ORG.Organization}
    assert (BASE.ann, RDF.type, FOAF.Person) in said
    assert (BASE.ann, FOAF.name, Literal("Ann", lang="da")) in said
    assert {*said.objects(BASE.city, SKOS.prefLabel)} == {
        Literal("Byen", lang="da"), Literal("The city", lang="en"),
    }  # fmt: skip


def test_a_member_with_more_to_it_is_a_membership(said: rdflib.Graph) -> None:
    (membership,) = said.subjects(ORG.member, BASE.ann)
    assert (membership, RDF.type, ORG.Membership) in said
    assert said.value(membership, ORG.organization) == BASE.board
    role = said.value(membership, ORG.role)
    assert (role, SKOS.prefLabel, Literal("formand", lang="da")) in said
    interval = said.value(membership, ORG.memberDuring)
    begins, ends = said.value(interval, TIME.hasBeginning), said.value(interval, TIME.hasEnd)
    assert said.value(begins, TIME.inXSDgYearMonth) == Literal("2024-05", datatype=XSD.gYearMonth)
    assert said.value(ends, TIME.inXSDgYear) == Literal("2025", datatype=XSD.gYear)
    # It has ended: the plain statement would say that it lasts.
    assert (BASE.ann, ORG.memberOf, BASE.board) not in said


def test_evidence_is_an_annotation_of_the_statement(said: rdflib.Graph) -> None:
    (statement,) = said.subjects(RDF.type, RDF.Statement)
    assert (statement, RDF.subject, BASE.board) in said
    assert (statement, RDF.predicate, ORG.reportsTo) in said
    assert (statement, OG.line, Literal("dotted")) in said
    listed = said.value(statement, OG.evidence)
    assert listed is not None
    (evidence,) = Collection(said, listed)
    assert said.value(evidence, OA.hasSource) == BASE["source/report"]
    selector = said.value(evidence, OA.hasSelector)
    assert said.value(selector, OG.quote) == Literal("the board … to the city")


def test_seats_are_said_in_the_extension(said: rdflib.Graph) -> None:
    seat = BASE["seat/board/chair"]
    assert said.value(seat, OG.seatOf) == BASE.board
    assert said.value(seat, OG.vote) == Literal(True)
    filling = said.value(seat, OG.filledBy)
    assert (filling, OG.by, BASE.city) in said
    assert (filling, RDF.predicate, OG.appoints) in said


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph")  # rdflib's, of itself
def test_both_syntaxes_say_the_same() -> None:
    for path in ("data", "data/python"):
        graph = read_graph(path, Graph)
        turtle = rdflib.Graph().parse(data=write(TURTLE, graph), format="turtle")
        json_ld = rdflib.Graph().parse(data=write(JSON_LD, graph), format="json-ld")
        assert len(turtle) > 400
        assert isomorphic(turtle, json_ld)


def test_rdflib_finds_what_a_query_asks(said: rdflib.Graph) -> None:
    query = "SELECT ?who WHERE { ?who org:holds/org:postIn/org:subOrganizationOf ?state }"
    assert [str(row[0]) for row in said.query(query)] == [str(BASE.ann)]  # type: ignore[index]


def test_json_ld_has_its_context_within(graph: Graph) -> None:
    document = json.loads(write(JSON_LD, graph))
    assert document["@context"]["org"] == str(ORG)
    assert {"@id", "@type"} <= set(document["@graph"][0])


@pytest.mark.parametrize("base", ["no iri", "/path/", "https://a b/", "org:x", "urn:<x>"])
def test_a_base_that_begins_no_iri_is_refused(graph: Graph, base: str) -> None:
    assert TURTLE.write is not None
    with pytest.raises(OrgGraphError) as caught:
        TURTLE.write(graph, WriteOptions(base=base))
    assert base in caught.value.message("da")


def test_ids_and_iris_stay_when_a_file_of_others_is_written_again() -> None:
    text = (
        "@prefix org: <http://www.w3.org/ns/org#> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        '<https://a.dk/board> a org:Organization ; skos:prefLabel "A" .'
        '<https://b.dk/board> a org:Organization ; skos:prefLabel "B" .'
    )
    first = read(TURTLE, text.encode())
    data = write(TURTLE, first, "https://a.dk/")
    assert b"<https://b.dk/board>" in data
    assert read(TURTLE, data) == first
    assert read(JSON_LD, write(JSON_LD, first)) == first
    assert len(first.nodes) == 2


def test_what_others_call_a_relation_is_its_property_when_it_is_free() -> None:
    terms = "{family: support, label: betaler, inverse: betales af, iri: '%s'}"
    data = "vocabulary: {types: {pays: %s}}\norganisations: {a: {name: A, pays: b}, b: B}\n"
    for said, written in (
        ("https://a.dk/pays", b"<https://a.dk/pays> <urn:orggraph:b>"),
        ("http://www.w3.org/1999/02/22-rdf-syntax-ns#type", b"<urn:orggraph:type/pays> :b"),
        ("http://www.w3.org/ns/org#reportsTo", b"<urn:orggraph:type/pays> :b"),
        ("pays", b"<urn:orggraph:type/pays> :b"),
    ):
        graph = make_graph({"file.yaml": data % terms % said}, Graph)
        turtle = write(TURTLE, graph)
        assert written.replace(b"<urn:orggraph:b>", b":b") in turtle
        assert read(TURTLE, turtle) == graph


def test_words_for_iris() -> None:
    assert shorten_iri(iri("org:Post")) == "org:Post"
    assert shorten_iri("https://a.dk/x") == "https://a.dk/x"
    assert local_part("https://a.dk/Stab%20A/") == "Stab A"
    assert is_iri("urn:isbn:1")
    assert not any(map(is_iri, ("", "a", "http://a b", "a:<b>", "org:x", "a:\u00a0")))


def test_writing_and_recognising_need_no_rdflib() -> None:
    program = (
        "import sys; from orggraph.formats.rdf.rdf_format import TURTLE, JSON_LD;"
        "from orggraph.formats.exchange import WriteOptions;"
        "from orggraph.formats.loader import read_graph; from orggraph.model import Graph;"
        "g = read_graph('data', Graph); o = TURTLE.write(g, WriteOptions());"
        "d = b''.join(o.files['']); print(TURTLE.recognises(d), 'rdflib' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout.split() == ["True", "False"], done.stderr


@pytest.mark.parametrize(
    ("head", "turtle", "json_ld"),
    [
        (b"\xef\xbb\xbf# a comment\n\n@prefix a: <b> .", True, False),
        (b"PREFIX a: <b>", True, False),
        (b"organisations:\n  a: A", False, False),
        (b'\n{ "@context": {} }', False, True),
        (b'[{"@id": "a:a"}]', False, True),
        (b'{"persons": []}', False, False),
        (b"", False, False),
    ],
)
def test_formats_know_their_files(head: bytes, turtle: bool, json_ld: bool) -> None:
    assert (TURTLE.recognises(head), JSON_LD.recognises(head)) == (turtle, json_ld)


def test_a_file_that_is_not_there_is_a_problem() -> None:
    from pathlib import Path

    from orggraph.formats.exchange import ReadOptions

    assert TURTLE.read is not None
    (found,) = TURTLE.read(Origin("no.ttl", Path("no.ttl")), ReadOptions()).draft.problems
    assert found.code == "R001"


def test_what_people_ask_in_sparql_has_the_answers_of_the_graph() -> None:
    graph = read_graph("data", Graph)
    written = rdflib.Graph().parse(data=write(TURTLE, graph), format="turtle")
    names = {node.id: node.name.original for node in graph.iter_nodes()}
    vocabulary = graph.vocabulary

    def stated(property_: URIRef) -> list[tuple[str, str]]:
        (type_,) = [t for t in vocabulary.types.values() if t.iri == str(property_)]
        ends = (r for r in graph.iter_stated() if r.type == type_.id)
        return sorted((names[r.source], names[r.target]) for r in ends)

    def asked(pattern: str) -> list[tuple[str, str]]:
        query = f"""SELECT ?who ?whom {{ {pattern}
            ?a foaf:name|skos:prefLabel ?who . ?b skos:prefLabel ?whom
            FILTER(lang(?who) = "da" && lang(?whom) = "da") }}"""
        rows = written.query(query, initNs={"org": ORG, "foaf": FOAF, "skos": SKOS})
        return sorted((str(who), str(whom)) for who, whom in list[Any](rows))

    members = stated(ORG.memberOf)
    assert len(members) > 5
    assert asked("?a org:reportsTo ?b .") == stated(ORG.reportsTo) != []
    assert asked("?a org:memberOf ?b .") == members
    assert asked("?m a org:Membership ; org:member ?a ; org:organization ?b .") == members
