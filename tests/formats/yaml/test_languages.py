"""Which language a text is in, and which comes first."""

import pytest

from orggraph.formats.yaml.writer import dump_yaml
from orggraph.text import LocalText
from tests.conftest import FindProblems, LoadFiles, LoadText, told


def name(load_text: LoadText, head: str, node: str) -> LocalText:
    return load_text(f"{head}bodies: {{a: {node}}}").node("a").name


@pytest.mark.parametrize(
    ("head", "node", "expected"),
    [
        ("", "A", LocalText.of("A", "en")),
        ("language: da\n", "A", LocalText.of("A", "da")),
        ("language: DA\n", "{name: A}", LocalText.of("A", "da")),
        ("language: de\n", "{name: A, en: B, da: C}", LocalText.of("A", "de", da="C", en="B")),
        ("language: da\n", "{name: A, en: B}", LocalText.of("A", "da", en="B")),
        ("", "{name: A, da: B}", LocalText.of("A", "en", da="B")),
        ("language: da\n", "{name: {da: A, en: B}}", LocalText.of("A", "da", en="B")),
        ("language: da\n", "{name: {en: B, da: A}}", LocalText.of("A", "da", en="B")),
        ("language: da\n", "{name: {sv: C, en: B}}", LocalText.of("C", "sv", en="B")),
        ("language: da\n", "{name: {en: B}, da: A}", LocalText.of("A", "da", en="B")),
        ("language: da\n", "{name: {da: A, cls: B}}", LocalText.of("A", "da", cls="B")),
        ("language: da\n", "{name: {DA: A}}", LocalText.of("A", "da")),
        ("language: da\n", "{name: A, da: A}", LocalText.of("A", "da")),
        ("language:\n", "A", LocalText.of("A", "en")),
    ],
)
def test_the_language_of_a_text(
    load_text: LoadText, head: str, node: str, expected: LocalText
) -> None:
    assert name(load_text, head, node) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("language: dansk\n", "1:11 R209"),
        ("language: d1\n", "1:11 R209"),
        ("language: [da]\n", "1:11 R203"),
        ("bodies: {a: {name: {dansk: A}}}", "1:21 R209"),
        ("bodies: {a: {name: {da: A, DA: B}}}", "1:28 R216"),
        ("bodies: {a: {name: {}}}", "1:20 R203"),
        ("bodies: {a: {name: {da: }}}", "1:25 R203"),
        ("bodies: {a: {name: {da: [x]}}}", "1:25 R203"),
        ("language: da\nbodies:\n  a:\n    name: A\n    da: B", "5:9 R216"),
        ("bodies: {a: {name: {da: A}, da: B}}", "1:33 R216"),
        ("bodies: {a: {name: A, purposes: [{text: x, en: y}]}}", "1:48 R216"),
    ],
)
def test_what_is_wrong_with_a_language_is_told(
    problems_in: FindProblems, text: str, expected: str
) -> None:
    assert told(problems_in(text)) == [expected]


def test_a_file_without_a_language_has_that_of_the_graph(load_files: LoadFiles) -> None:
    graph = load_files(a="bodies: {a: A}", b="language: da\nbodies: {b: B}")
    assert graph.language == "da"
    assert graph.node("a").name == LocalText.of("A", "da")


def test_each_file_may_have_a_language_and_the_first_leads(load_files: LoadFiles) -> None:
    graph = load_files(
        a="language: da\nbodies: {a: A}",
        b="language: en\nbodies: {b: B, c: {name: C, da: D}, e: {name: {en: E, da: F}}}",
    )
    assert graph.language == "da"
    assert graph.node("b").name == LocalText.of("B", "en")
    assert graph.node("c").name == LocalText.of("D", "da", en="C")
    assert graph.node("e").name == LocalText.of("F", "da", en="E")
    assert load_files(a=dump_yaml(graph)) == graph
