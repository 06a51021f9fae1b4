"""The schema that editors complete and check data files with."""

import json
import re
from pathlib import Path
from textwrap import dedent

import pytest
import yaml
from jsonschema import Draft202012Validator

from orggraph.formats.json_schema import make_schema, render_schema, schema_text
from orggraph.formats.starter import starter_text
from tests.conftest import FindProblems
from tests.data.conftest import DATA

SCHEMA = json.loads(schema_text())


class Yaml12(yaml.SafeLoader):
    """Reads as YAML 1.2 does: dates stay text, and only true and false are truths."""


Yaml12.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag.endswith((":int", ":float", ":null"))]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Yaml12.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


VALIDATOR = Draft202012Validator(SCHEMA)


def errors_in(text: str) -> list[str]:
    data = yaml.load(dedent(text), Yaml12)
    return [error.message for error in VALIDATOR.iter_errors(data)]


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == Draft202012Validator.META_SCHEMA["$id"]


def test_the_schema_that_is_shipped_is_the_one_made_from_the_reader() -> None:
    assert schema_text() == render_schema()
    assert make_schema() == SCHEMA


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_starters_are_valid(language: str) -> None:
    assert errors_in(starter_text(language)) == []


def test_the_first_case_is_valid() -> None:
    assert errors_in(DATA.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", sorted((Path(__file__).parents[1] / "golden").glob("*.yaml")))
def test_the_cases_of_the_tests_are_valid(path: Path) -> None:
    assert errors_in(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "text",
    [
        "bodies: {a: A}",
        "bodies: {a: 1}",
        "organer: {a: {name: {da: A, en: B}}}",
        "bodies: {a: {name: A, reports to: b, refererer til: [b, c]}}",
        "bodies: {a: {name: A, reports to: {b: {line: dotted, from: 2020-01}, c: }}}",
        "bodies: {a: {name: A, invented by: {b: {note: n}}}}",
        "bodies: {a: {name: A, collective: yes}, b: {name: B, collective: true}}",
        "bodies: {a: {name: A, seats: {s: {count: 1}, t: {count: 4-6}, u: {count: 1 per x}, v: }}}",
        "bodies: {a: {name: A, seats: {s: {appointed by: [b, c], vote: no, term: 18 months}}}}",
        "bodies: {a: {name: A, members: [p, {person: q, seat: s, vote: yes}]}}",
        "bodies: {a: {name: A, evidence: ['d: x', 'd: y … z']}}",
        "bodies: {a: {name: A, purposes: [x, {text: y, en: z, evidence: 'd: x'}]}}",
        "sources: {d: {title: D, set aside: [{quote: q, reason: r}]}}",
        "bodies:\npersons: {}",
        "vocabulary: {roles: {r: {label: R}}}",
    ],
)
def test_what_the_reader_takes_is_valid(text: str) -> None:
    assert errors_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "boddies: {a: A}",
        "bodies: [a, b]",
        "bodies: {'a b': A}",
        "bodies: {'-a': A}",
        "bodies: {a: [A]}",
        "bodies: {a: {name: [A]}}",
        "bodies: {a: {name: A, collective: perhaps}}",
        "bodies: {a: {name: A, roster: full}}",
        "bodies: {a: {name: A, from: yesterday}}",
        "bodies: {a: {name: A, reports to: {b: {line: wavy}}}}",
        "bodies: {a: {name: A, reports to: {b: {sincce: 2020}}}}",
        "bodies: {a: {name: A, seats: {s: {count: many}}}}",
        "bodies: {a: {name: A, seats: {s: {term: 3 weeks}}}}",
        "bodies: {a: {name: A, seats: [s]}}",
        "bodies: {a: {name: A, members: p}}",
        "bodies: {a: {name: A, members: [{person: p, vots: no}]}}",
        "bodies: {a: {name: A, evidence: no colon}}",
        "sources: {d: {publisher: no title}}",
        "sources: {d: {title: D, set aside: [{quote: no reason}]}}",
        "vocabulary: {types: {t: {label: no family}}}",
        "vocabulary: {colours: {}}",
        "language: danish",
    ],
)
def test_what_the_reader_refuses_is_invalid(text: str, problems_in: FindProblems) -> None:
    assert errors_in(text) != []
    codes = {problem.code for problem in problems_in(text)}
    assert any(code.startswith(("R2", "V")) for code in codes), codes


def test_every_label_of_the_vocabulary_completes_under_a_node() -> None:
    (node,) = (choice for choice in SCHEMA["$defs"]["node"]["anyOf"] if "properties" in choice)
    assert {"reports to", "refererer til", "appointed by", "udpeges af", "kontakt for"} <= set(
        node["properties"]
    )
    assert {"appointed by", "vælges af"} <= set(SCHEMA["$defs"]["seat"]["properties"])
    assert all(key.get("description") for key in node["properties"].values())
