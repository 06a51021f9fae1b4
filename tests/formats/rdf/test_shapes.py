"""What is written, held against the SHACL shapes of the EU Core Public Organisation Vocabulary.

The shapes are for things of their target classes. Of these we write org:Organization,
org:OrganizationalUnit and skos:Concept; cv:PublicOrganisation we do not write, since no data file
says whether an organisation is public.
"""

from collections import Counter
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import ORG, RDF, SH, SKOS, Namespace

from orggraph.formats.loader import read_graph
from orggraph.formats.rdf.rdf_format import TURTLE
from orggraph.model import Graph
from tests.formats.rdf.test_round_trip import write

SHAPES = Path(__file__, "../../../../../shared/samples/org-ontology/cpov-2.1.2-SHACL.ttl").resolve()
CV = Namespace("http://data.europa.eu/m8g/")

pytestmark = [
    pytest.mark.skipif(not SHAPES.exists(), reason="the samples are not at hand"),
    pytest.mark.filterwarnings("ignore"),  # pyshacl's, on its own libraries
]


@pytest.fixture(scope="module")
def shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(SHAPES)


@pytest.fixture
def written() -> rdflib.Graph:
    return rdflib.Graph().parse(data=write(TURTLE, read_graph("data", Graph)), format="turtle")


def find_breaches(data: rdflib.Graph, shapes: rdflib.Graph) -> Counter[tuple[str, str]]:
    """Return how often which kind of constraint on which property is broken."""
    import pyshacl

    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, advanced=False, inference="none")
    assert isinstance(report, rdflib.Graph)
    return Counter(
        (
            data.namespace_manager.qname(str(report.value(result, SH.resultPath))),
            str(report.value(result, SH.sourceConstraintComponent)).partition("#")[2],
        )
        for result in report.subjects(RDF.type, SH.ValidationResult)
    )


def find_applied(data: rdflib.Graph, shapes: rdflib.Graph) -> set[rdflib.term.Node]:
    """Return the target classes of which the data has things."""
    return {c for c in shapes.objects(None, SH.targetClass) if (None, RDF.type, c) in data}


def test_the_shapes_tell_good_from_bad(shapes: rdflib.Graph) -> None:
    path = SHAPES.with_name("cpov-2.1.2-example.ttl")
    data = rdflib.Graph().parse(path)
    data.add(
        (rdflib.URIRef("http://example.com/po"), SKOS.prefLabel, rdflib.Literal("no language"))
    )
    assert find_breaches(data, shapes)["skos:prefLabel", "DatatypeConstraintComponent"] == 1


def test_which_shapes_apply(written: rdflib.Graph, shapes: rdflib.Graph) -> None:
    applied = find_applied(written, shapes)
    assert {ORG.Organization, ORG.OrganizationalUnit, SKOS.Concept} <= applied
    assert CV.PublicOrganisation not in applied


def test_all_holds_but_that_a_unit_is_of_a_public_organisation(
    written: rdflib.Graph, shapes: rdflib.Graph
) -> None:
    of_units = len([*written.triples((None, ORG.unitOf, None))])
    assert of_units > 0
    assert find_breaches(written, shapes) == {("org:unitOf", "ClassConstraintComponent"): of_units}


def test_of_public_organisations_all_holds_but_what_is_declared_of_others(
    written: rdflib.Graph, shapes: rdflib.Graph
) -> None:
    for subject in [*written.subjects(RDF.type, ORG.Organization)]:
        written.add((subject, RDF.type, CV.PublicOrganisation))
    breaches = find_breaches(written, shapes)
    # An alias has no language with us, where the shapes want one.
    aliases = [
        alias
        for subject in written.subjects(RDF.type, CV.PublicOrganisation)
        for alias in written.objects(subject, SKOS.altLabel)
    ]
    assert breaches == {("skos:altLabel", "DatatypeConstraintComponent"): len(aliases)}
