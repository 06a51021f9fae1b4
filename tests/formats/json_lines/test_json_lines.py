"""The data file as JSON Lines: what is written, what is read, and what is wrong with lines."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from orggraph.formats.exchange import Origin, ReadOptions, WriteOptions
from orggraph.formats.json_lines.lines_format import JSON_LINES
from orggraph.formats.loader import read
from orggraph.formats.registry import choose, find_format, recognise
from orggraph.model import Graph, Parts
from orggraph.source import ReadError
from orggraph.words import say
from tests.formats.laws import SHIPPED, write
from tests.properties.strategies import parts

HEAD = '{"graph": {"title": "The port", "language": "en"}}'
NODE = '{"node": {"id": "a", "kind": "body", "name": "A"}}'
OTHER = '{"node": {"id": "b", "kind": "person", "name": "B"}}'


def lines(*texts: str, name: str = "x.jsonl") -> Graph:
    return read(Origin(name, data="\n".join(texts).encode()), Graph, "jsonl").graph


def wrong(*texts: str) -> list[tuple[str, int, int]]:
    """Return what is wrong with lines, each with its line and column as they are shown."""
    with pytest.raises(ReadError) as caught:
        lines(*texts)
    for problem in caught.value.problems:
        assert problem.message("da") != problem.message("en")
    return [
        (p.name, p.location.line + 1, p.location.column + 1)
        for p in caught.value.problems
        if p.location
    ]


def test_each_thing_has_a_line_that_any_reader_of_json_takes() -> None:
    graph = read(Origin("whole", SHIPPED["whole"]), Graph).graph
    text = write(graph, JSON_LINES).files[""].decode()
    first, *others = [json.loads(line) for line in text.split("\n")[:-1]]
    assert first["graph"]["title"]["en"] == "The harbour collaboration"
    assert {*first["graph"]} == {"title", "language", "sources", "vocabulary", "rules"}
    sorts = [next(iter(line)) for line in others]
    assert sorts == sorted(sorts, key=["node", "seat", "relation"].index)
    by_sort = {s: [line[s] for line in others if s in line] for s in sorts}
    assert [n["id"] for n in by_sort["node"]] == list(graph.nodes)
    assert [f"{s['body']}/{s['key']}" for s in by_sort["seat"]] == list(graph.seats)
    stated = [(r.source, r.type, r.target) for r in graph.iter_stated()]
    assert [(r["source"], r["type"], r["target"]) for r in by_sort["relation"]] == stated
    assert any(r.get("vote") is True for r in by_sort["relation"])  # not the text yes


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(parts())
def test_no_text_breaks_a_line_whatever_breaks_lines(whole: Parts) -> None:
    text = write(Graph(whole), JSON_LINES).files[""].decode()
    assert text.splitlines() == text.split("\n")[:-1]


def test_keys_are_those_of_a_data_file_and_lines_may_stand_in_any_order() -> None:
    found = lines(
        '{"relation": {"target": "a", "type": "appointed by", "source": "b", "from": 2025,'
        ' "note": {"en": "x", "da": "y"}}}',
        "",
        '{"relation": {"source": "b", "type": "member of", "target": "a", "seat": "chair",'
        ' "role": "formand", "vote": true}}',
        '{"seat": {"key": "chair", "body": "a", "count": 1, "appointed by": "a"}}',
        '{"node": {"kind": "Persons", "id": "b", "name": "Bo", "da": "Bo Æ"}}\r',
        '  {"node": {"id": "a", "kind": "body", "name": "A", "purpose": ["x", {"text": "y"}],'
        ' "identifiers": {"cvr": 12345678}, "aliases": "AA"}}',
    )
    assert found.node("a").identifiers == (("cvr", "12345678"),)
    assert [p.text.original for p in found.node("a").purposes] == ["x", "y"]
    assert found.node("b").name.translations == {"en": "Bo", "da": "Bo Æ"}
    assert found.seats["a/chair"].fillings
    stated = {(r.source, r.type, r.target): r for r in found.iter_stated()}
    assert ("a", "appoints", "b") in stated  # the inverse, turned round
    (member,) = [r for r in stated.values() if r.seat == "chair"]
    assert member.role is not None
    assert (member.role.id, member.vote) == ("chair", True)
    assert member.location is not None
    assert (member.location.path, member.location.line) == ("x.jsonl", 2)


def test_language_of_plain_text_is_that_of_the_head_or_what_is_said() -> None:
    data = NODE.encode()
    options = ReadOptions(language="da")
    graph = read(Origin("x.jsonl", data=data), Graph, "jsonl", options).graph
    assert (graph.language, graph.node("a").name.language) == ("da", "da")
    graph = read(Origin("x.jsonl", data=f"{HEAD}\n{NODE}".encode()), Graph, None, options).graph
    assert (graph.language, graph.node("a").name.language) == ("en", "en")


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("",), [("empty-file", 1, 1)]),
        (("[1]",), [("not-a-line", 1, 1)]),
        ((NODE, "5"), [("not-a-line", 2, 1)]),
        ((NODE, '{"nodes": {}}'), [("not-a-line", 2, 2)]),
        ((NODE, '{"node": "a"}'), [("not-a-line", 2, 10)]),
        ((NODE, '{"node": {}, "seat": {}}'), [("not-a-line", 2, 1)]),
        ((HEAD, NODE, '{"node": {"id": "b",'), [("line-cut", 3, 21)]),
        ((NODE + NODE,), [("line-goes-on", 1, 51)]),
        ((NODE, '{"node": {"id": "b" "kind": 1}}'), [("json-comma", 2, 21)]),
        ((NODE, '{"node": {"id": "b", "id": "c", "kind": "body"}}'), [("repeated-key", 2, 22)]),
        ((NODE, HEAD), [("head-not-first", 2, 11)]),
        ((HEAD, HEAD), [("head-not-first", 2, 11)]),
        (('{"graph": {"bodies": {"a": "A"}}}',), [("line-of-its-own", 1, 12)]),
        (('{"graph": {"titel": "x"}}',), [("unknown-key", 1, 12)]),
        (('{"graph": {"language": "dansk!"}}',), [("bad-language", 1, 24)]),
        (('{"node": {"id": "a", "kind": "body", "name": "A", "reports to": "b"}}',),
         [("line-of-its-own", 1, 51)]),
        (('{"node": {"id": "a", "kind": "body", "name": "A", "nam": "b"}}',),
         [("unknown-key", 1, 51)]),
        (('{"node": {"kind": "body", "name": "A"}}',), [("missing-key", 1, 10)]),
        (('{"node": {"id": ["a"], "kind": "body", "name": "A"}}',), [("wrong-shape", 1, 17)]),
        (('{"node": {"id": "a b", "kind": "body", "name": "A"}}',), [("bad-id", 1, 17)]),
        (('{"node": {"id": "a", "kind": "boddy", "name": "A"}}',), [("unknown-kind", 1, 30)]),
        (('{"node": {"id": "a", "kind": "body", "name": "A", "from": "2025-13"}}',),
         [("bad-date", 1, 59)]),
        ((NODE, '{"relation": {"source": "a", "target": "a"}}'), [("missing-key", 2, 14)]),
        ((NODE, '{"relation": {"source": "a", "type": "hates", "target": "a"}}'),
         [("unknown-type", 2, 38)]),
        ((NODE, '{"relation": {"source": "a", "type": "part of", "target": "x"}}'),
         [("unknown-node", 2, 59)]),
        ((NODE, '{"relation": {"source": "x", "type": "part of", "target": "a"}}'),
         [("unknown-node", 2, 25)]),
        ((NODE, '{"relation": {"source": "x", "type": "has part", "target": "a"}}'),
         [("unknown-node", 2, 25)]),
        ((NODE, '{"seat": {"body": "x", "key": "1"}}'), [("unknown-node", 2, 10)]),
        ((NODE, NODE), [("repeated-node", 2, 10)]),
        ((OTHER, '{"relation": {"source": "b", "type": "reports to", "target": "b"}}'),
         [("self-relation", 2, 62)]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_line_has_its_place(
    texts: tuple[str, ...], found: list[tuple[str, int, int]]
) -> None:
    assert wrong(*texts) == found


def test_line_that_is_lost_makes_nobody_else_seem_unknown() -> None:
    relation = '{"relation": {"source": "a", "type": "part of", "target": "b"}}'
    assert wrong(NODE, '{"node": {"id": "b", "kind": "body"', relation) == [("line-cut", 2, 36)]


def test_broken_lines_are_told_up_to_a_limit() -> None:
    names = [name for name, _, _ in wrong(*["x"] * 20_000)]
    assert len(names) == 10_001
    assert names[-1] == "problems-untold"


def test_the_line_is_shown_where_a_text_before_it_breaks_lines_of_text_only() -> None:
    with pytest.raises(ReadError) as caught:
        lines('{"node": {"id": "a", "kind": "body", "name": "x\u2028y\x85z"}}', "nothing")
    assert [p.excerpt for p in caught.value.problems] == ["nothing"]


def test_guesses_are_made_of_what_a_line_may_be_about() -> None:
    with pytest.raises(ReadError, match="'relation'"):
        lines('{"relations": {"source": "a"}}')


@pytest.mark.parametrize("name", ["x.jsonl", "x.ndjson", "x.txt", "-"])
@pytest.mark.parametrize("text", [HEAD, NODE, f"broken\n{NODE}", '\ufeff {"seat": {"body": "a"}}'])
def test_lines_are_known_by_what_they_say(name: str, text: str) -> None:
    assert recognise(Origin(name, data=text.encode())).name == "jsonl"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('{"id": "a", "schema": "Person", "properties": {}}', "ftm"),
        ('{"statementId": "a", "recordType": "entity"}', "bods"),
    ],
)
def test_lines_of_others_are_left_to_them(text: str, name: str) -> None:
    assert recognise(Origin("x.jsonl", data=f"{text}\n{text}\n".encode())).name == name


def test_a_data_file_as_json_is_no_line() -> None:
    for text in (
        '{"bodies": {}}',
        '{"node": 1}',
        '{"nodes": [], "links": []}',
        '{"a":\n "node": {}',
    ):
        assert recognise(Origin("x", data=text.encode())).name != "jsonl"


def test_endings_mean_lines_where_they_are_written(tmp_path: Path) -> None:
    assert choose("x.jsonl").name == "jsonl"
    assert choose("x.ndjson").name == "jsonl"
    assert choose("x.ftm.json").name == "ftm"
    assert find_format("jsonl").write is not None


def test_not_utf8_is_told() -> None:
    data = NODE.encode() + b"\n" + '{"node": {"id": "ø"'.encode("cp1252")
    with pytest.raises(ReadError) as caught:
        read(Origin("x.jsonl", data=data), Graph, "jsonl")
    assert [(p.name, str(p.location)) for p in caught.value.problems] == [
        ("not-utf8", "x.jsonl:2:18")
    ]


def test_numbers_keep_their_digits() -> None:
    graph = lines('{"node": {"id": 7, "kind": "body", "name": 1e3, "aliases": [007.50]}}'.replace(
        "007.50", "7.50"))  # fmt: skip
    assert (graph.node("7").name.original, graph.node("7").aliases) == ("1e3", ("7.50",))


def test_what_is_said_has_no_empty_fact() -> None:
    assert "{found}" not in say("problem.not-a-line", "da", found="x")
    assert JSON_LINES.write is not None
    assert JSON_LINES.write(Graph(Parts()), WriteOptions()).remarks.all() == ()
