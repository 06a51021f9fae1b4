"""Files that are broken, or meant to break us, end in a clear problem and in bounded work."""

import json
import logging
import random
import socket
import warnings
from typing import Any

import pytest
from rdflib.plugins.parsers.ntriples import W3CNTriplesParser

from orggraph.formats.exchange import Format, Gathered, Origin, ReadOptions
from orggraph.formats.loader import read_graph
from orggraph.formats.rdf import parsing
from orggraph.formats.rdf.rdf_format import JSON_LD, N_TRIPLES, RDF_XML, TURTLE
from orggraph.model import Graph
from tests.formats.rdf.test_round_trip import write

PREFIXES = (
    "@prefix org: <http://www.w3.org/ns/org#> .\n"
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
    "@prefix og: <https://w3id.org/orggraph/ns#> .\n"
    "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"
    "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
)
POST = '"@type": "http://www.w3.org/ns/org#Post"'
RDF = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'


@pytest.fixture(autouse=True)
def nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        pytest.fail("something was fetched")

    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr("urllib.request.urlopen", refuse)


def gather(format_: Format, text: str) -> Gathered:
    assert format_.read is not None
    return format_.read(Origin("file", None, text.encode()), ReadOptions())


def told(gathered: Gathered) -> list[tuple[str, int]]:
    """Return the codes of the problems, and the lines they stand on as people count them."""
    problems = gathered.draft.problems
    return [(p.code, p.location.line + 1) for p in problems if p.location]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "X307", 1),
        ("hello", "X301", 1),
        (PREFIXES + "<a:a> a org:Post ;\n  skos:prefLabel .", "X301", 7),
        (PREFIXES + "<a:a> a org:Post ;\n  skos:prefLabel", "X313", 7),
        (PREFIXES + '<a:a> a org:Post ;\n  skos:prefLabel "A .\n<a:b> a org:Post .', "X301", 7),
        (PREFIXES + "<a:a> org:x " + "[ org:y " * 5000 + "]" * 5000 + " .", "X302", 1),
        (PREFIXES + "<a:a> org:x " + "( " * 5000 + ")" * 5000 + " .", "X302", 1),
        (PREFIXES + r'<a:a> a org:Post ; skos:prefLabel "\uD800" .', "X304", 1),
        (PREFIXES + r'<a:a> a org:Post ; skos:prefLabel "a\u0000b" .', "R005", 6),
        (PREFIXES + "<a:a> org:x " + "9" * 10_000 + " .", "X310", 1),
        (PREFIXES + "{ <a:a> a org:Post } => { <a:b> a org:Post } .", "X301", 6),
        (PREFIXES + '<a:a> a org:Post ; skos:prefLabel "a"@1 .', "X301", 1),
    ],
)
def test_turtle(text: str, code: str, line: int) -> None:
    assert told(gather(TURTLE, text)) == [(code, line)]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ('{"@context": {},\n "a": ]}', "X301", 2),
        ('{"@context": {},\n "a": 1, "a": 2}', "X306", 2),
        ('{"@context": {}, "a": NaN}', "X301", 1),
        ('{"@context": {}, "a": ' + "9" * 10_000 + "}", "X310", 1),
        ('{"@graph": ' + "[" * 100_000, "X302", 1),
        ('{"@graph": ' + "[" * 500 + "]" * 500 + "}", "X302", 1),
        ('{\n"@context": "http://example.org/context"}', "X305", 2),
        ('{"@context": [{}, "file:///etc/hostname"]}', "X305", 1),
        ('{"@context": {"@import": "file:///etc/hostname"}}', "X305", 1),
        ('{"@context": {"a": {"@id": "http://a/a", "@context": "http://a/"}}, "a": 1}', "X305", 1),
        ('{"@context": 5, "@id": [1], "@graph": 7}', "X311", 1),
        ('{"@context": {"a": "b:x", "b": "a:x"}, "a": 1}', "X312", 1),
        (json.dumps({"@context": {"a": "http://a/" + "x" * 2_000}}), "X312", 1),
        (json.dumps({"@context": {f"a{i}": "b:b" for i in range(10_001)}}), "X312", 1),
        (f'{{{POST}, "http://www.w3.org/2004/02/skos/core#prefLabel": "\\ud800"}}', "X304", 1),
        ("5", "X301", 1),
    ],
)  # fmt: skip
def test_json_ld(text: str, code: str, line: int) -> None:
    assert told(gather(JSON_LD, text)) == [(code, line)]


def test_a_term_may_be_called_as_the_scheme_of_its_iri() -> None:
    text = f'{{"@context": {{"http": "http://a.dk/pay"}}, "@id": "a:a", {POST}, "http": 1}}'
    assert [r.name for r in gather(JSON_LD, text).remarks.all()] == ["http://a.dk/pay"]


def test_contexts_that_are_copied_all_too_often_are_refused() -> None:
    large = {f"a{i}": f"http://a/{i}" for i in range(9_000)}
    small = [{"@context": {"x": "http://a/x"}, "x": 1}] * 1_200
    text = json.dumps({"@context": large, "@graph": small})
    assert told(gather(JSON_LD, text)) == [("X312", 1)]


@pytest.mark.parametrize(
    "text",
    [
        f'<!DOCTYPE r [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]>{RDF}&b;</rdf:RDF>',
        f'<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/hostname">]>{RDF}&a;</rdf:RDF>',
    ],
)
def test_rdf_xml_without_entities(text: str) -> None:
    (found,) = gather(RDF_XML, text).draft.problems
    assert found.code.startswith("X4")


def test_n_triples_tell_the_line() -> None:
    text = "<a:a> <a:b> <a:c> .\nfoo\n"
    assert told(gather(N_TRIPLES, text)) == [("X301", 2)]


def test_prefixes_that_stand_for_much_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"@prefix a: <http://a/{'x' * 1000}> .\n" + "a:a a:b a:c , a:d .\n" * 20
    monkeypatch.setattr(parsing, "MOST_CHARACTERS", 10_000)
    assert told(gather(TURTLE, text)) == [("X303", 1)]


def test_triples_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "MOST_TRIPLES", 100)
    assert told(gather(TURTLE, f"<a:a> <a:b> ( {'1 ' * 60}) .")) == [("X303", 1)]


def test_lists_that_bite_their_tail_and_classes_in_a_circle_end() -> None:
    gathered = gather(
        TURTLE,
        PREFIXES + '<a:a> a <c:1> ; skos:prefLabel "A" ; og:evidence _:l ; og:aliases _:l .'
        "_:l rdf:first _:l ; rdf:rest _:l ."
        "<c:1> rdfs:subClassOf <c:2> . <c:2> rdfs:subClassOf <c:1>, org:Post .",
    )
    assert told(gathered) == []
    assert [node.kind for node in gathered.draft.nodes] == ["post"]


def test_keys_without_a_meaning_are_remarked_on() -> None:
    for context in ("{}", "null", "[null, {}]"):
        gathered = gather(JSON_LD, f'{{"@context": {context}, "@id": "a:a", {POST}, "salary": 7}}')
        assert [(r.name, r.times) for r in gathered.remarks.all()] == [("salary", 1)]
    for within in ("null", "[null]"):
        inner = f'{{"@context": {within}, "@id": "a:b", "wage": 8}}'
        gathered = gather(JSON_LD, f'{{"@id": "a:a", {POST}, "pay": {inner}}}')
        assert {r.name for r in gathered.remarks.all()} == {"pay", "wage"}


def test_things_in_named_graphs_are_read() -> None:
    gathered = gather(JSON_LD, f'{{"@id": "a:g", "@graph": [{{"@id": "a:a", {POST}}}]}}')
    assert [node.id for node in gathered.draft.nodes] == ["a"]


def test_relative_iris_are_ids_and_no_identifiers() -> None:
    gathered = gather(TURTLE, PREFIXES + '<a> a org:Post ; skos:prefLabel "A" ; org:postIn <#b> .')
    assert [(node.id, node.identifiers) for node in gathered.draft.nodes] == [("a", ())]


def test_the_library_says_nothing(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (
        PREFIXES + '<http://[x> a org:Post ; skos:prefLabel "A" ; org:x "no"^^<http://www.w3.org/'
        '2001/XMLSchema#date>, "x"^^<http://www.w3.org/2001/XMLSchema#integer>, <a b> .'
    )
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        gathered = gather(TURTLE, text)
    assert len(gathered.draft.nodes) == 1
    assert caplog.records == []
    assert capsys.readouterr() == ("", "")
    assert not logging.getLogger("rdflib.term").disabled


@pytest.mark.parametrize("format_", [TURTLE, JSON_LD], ids=lambda f: f.name)
def test_mutated_files_are_read_or_refused(format_: Format) -> None:
    data = write(format_, read_graph("data/python", Graph))
    refused = 0
    for seed in range(60):
        mutated = _mutate(data, random.Random(seed))
        assert format_.read is not None
        gathered = format_.read(Origin("file", None, mutated), ReadOptions())
        refused += bool(gathered.draft.problems)
    assert refused > 10


def _mutate(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    way = chance.randrange(5)
    if way == 0:
        lines[at], lines[other] = lines[other], lines[at]
    elif way == 1:
        del lines[at]
    elif way == 2:
        lines.insert(at, lines[other])
    elif way == 3:
        return data[: chance.randrange(len(data))]
    else:
        where = chance.randrange(len(data))
        return data[:where] + bytes([chance.randrange(256)]) + data[where + 1 :]
    return b"".join(lines)


def test_a_line_of_n_triples_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []
    eat = W3CNTriplesParser.eat

    def counted(self: Any, pattern: Any) -> Any:
        sizes.append(len(self.line))
        return eat(self, pattern)

    monkeypatch.setattr(W3CNTriplesParser, "eat", counted)
    monkeypatch.setattr(W3CNTriplesParser, "readline", lambda _: pytest.fail("piece by piece"))
    type_ = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/org#Post> ."
    label = "<http://www.w3.org/2004/02/skos/core#prefLabel> "
    text = f'<a:a> {type_}\r\n<a:a> {label}"{"x" * 100_000}" .\r<a:b> {type_}'
    found = gather(N_TRIPLES, text)
    assert not told(found)
    assert [len(node.name.original) for node in found.draft.nodes][:1] == [100_000]
    assert sum(sizes) < 1_000_000
