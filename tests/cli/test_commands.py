"""Each command answers in each format, and exits as it should."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from orggraph.cli.app import COMMANDS
from tests.cli.conftest import Ask

# The words of a call, its exit code, and words of the answer.
QUERIES = [
    (["check"], 0, "filled"),
    (["coverage"], 1, "Havnen ligger ved vandet"),
    (["show", "council"], 0, "The harbour council"),
    (["nodes"], 0, "East Town"),
    (["relations"], 0, "reports to"),
    (["path", "operations", "council"], 0, "reports to"),
    (["path", "reference group", "council"], 0, "contact for"),
    (["path", "reference group", "council", "--strict"], 1, "no such line"),
    (["who", "appoints", "council"], 0, "East Town"),
    (["who", "elects", "council"], 1, "Nothing found."),
    (["whom", "byen", "appoints"], 0, "Åse Møller"),
    (["whom", "byen", "elects"], 1, "Nothing found."),
    (["chain", "operations"], 0, "The harbour council"),
    (["tree"], 0, "The operations committee"),
    (["tree", "rådet", "--depth", "1"], 0, "The operations committee"),
    (["common", "operations", "council"], 0, "Lowest common superior"),
    (["common", "reference", "council"], 1, "no common superior"),
    (["members", "council"], 0, "Åse Møller"),
    (["terms"], 0, "Åse Møller"),
    (["terms", "council", "--within", "6 måneder"], 0, ""),
    (["history", "operations"], 0, "reports to"),
]


@pytest.mark.parametrize(("args", "code", "words"), QUERIES, ids=lambda v: str(v))
def test_a_question_is_answered_on_standard_output(
    ask: Ask, args: list[str], code: int, words: str
) -> None:
    text = ask(*args)
    assert (text.code, text.err) == (code, "")
    assert words in text.out

    markdown = ask(*args, "--format", "markdown")
    assert (markdown.code, markdown.err) == (code, "")
    assert words in markdown.out

    data = ask(*args, "--format", "json")
    assert (data.code, data.err) == (code, "")
    assert json.loads(data.out) is not None

    table = ask(*args, "--format", "csv")
    assert (table.code, table.err) == (code, "")
    rows = list(csv.reader(StringIO(table.out)))
    assert all(len(row) == len(rows[0]) for row in rows)


def test_every_query_command_is_asked() -> None:
    assert {args[0] for args, _, _ in QUERIES} == set(COMMANDS) - {
        "init",
        "explain",
        "schema",
        "draw",
        "build",
        "diff",
        "convert",
        "explore",
        "report",
    }


def test_json_has_the_documented_keys(ask: Ask) -> None:
    path = json.loads(ask("path", "reference group", "council", "--format", "json").out)
    assert path["tier"] == "links"
    assert [hop["type"] for hop in path["hops"]] == ["contact_for", "reports_to"]
    (quotation,) = path["hops"][1]["evidence"]
    assert quotation == {
        "source": "vedtaegt",
        "quote": "Udvalget refererer … til rådet",
        "status": "verified",
        "paragraph": 2,
        "start": 0,
        "end": 42,
        "url": None,
        "places": [],
        "closest": None,
        "differs": [],
        "parts": [],
    }
    check = json.loads(ask("check", "--format", "json").out)
    assert {problem["severity"] for problem in check["problems"]} <= {"note"}
    assert check["evidence"] == {"verified": 2, "not_found": 0, "ambiguous": 0, "unchecked": 0}


def test_a_date_leaves_out_what_does_not_hold(ask: Ask) -> None:
    assert ask("path", "operations", "council", "--as-of", "2022", "--strict").code == 0
    assert ask("path", "operations", "council", "--as-of", "2030", "--strict").code == 1


def test_families_and_types_restrict(ask: Ask) -> None:
    def types(*args: str) -> set[str]:
        answer = ask("relations", "--format", "json", *args)
        return {relation["type"] for relation in json.loads(answer.out)}

    assert types() == {"appoints", "member_of", "reports_to", "contact_for"}
    assert types("--family", "reporting") == {"reports_to"}
    assert types("--type", "reports to", "--type", "udpeger") == {"reports_to", "appoints"}
    assert types("council", "--family", "contact") == set()
    assert ask("path", "reference", "council", "--family", "reporting").code == 1


def test_all_shortest_paths(ask: Ask) -> None:
    one = json.loads(ask("path", "operations", "council", "--all", "--format", "json").out)
    assert len(one["paths"]) == 1


def test_nodes_of_a_kind_in_either_language(ask: Ask) -> None:
    for kind in ("body", "organ", "bodies"):
        nodes = json.loads(ask("nodes", "--kind", kind, "--format", "json").out)
        assert {node["id"] for node in nodes} == {"rådet", "udvalget", "følgegruppen"}


@pytest.mark.parametrize(
    "name",
    [
        "følgegruppen",
        "FØLGEGRUPPEN",
        "foelgegruppen",
        "folgegruppen",
        "fo\u0308lgegruppen",
        "følge",
    ],
)
def test_a_name_is_found_however_it_is_spelt(ask: Ask, name: str) -> None:
    assert ask("chain", name).out.startswith("The reference group\n")


def test_a_question_in_words_without_quotes(ask: Ask) -> None:
    quoted = ask("who", "reports to", "council")
    assert ask("who", "reports", "to", "council") == quoted
    assert ask("who", "refererer", "til", "the", "harbour", "council") == quoted
    assert ask("whom", "the", "operations", "committee", "reports", "to").code == 0


def test_a_source_named_in_the_call_is_used(ask: Ask) -> None:
    with open("other.txt", "w", encoding="utf-8") as stream:  # noqa: PTH123
        stream.write("Noget helt andet.\n")
    answer = ask("check", "--source", "vedtaegt=other.txt")
    assert answer.code == 1
    assert answer.out.count("E101") == 2


def test_a_source_named_in_the_call_must_be_readable(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "scan.txt").write_bytes(b"%PDF-1.4\n\xe2\xe3\x00")
    named = ("--source", "vedtaegt=scan.txt")
    for call in (("check",), ("coverage",), ("diff", "data")):
        answer = ask(*call, *named)
        assert (answer.code, answer.out) == (2, "")
        assert "'vedtaegt' is not at hand: no text, but" in answer.err


def test_data_is_named_before_or_after_the_command(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = ask("tree")
    monkeypatch.setenv("ORGGRAPH_DATA", "nowhere")
    assert ask("tree").code == 2
    assert ask("-d", "data", "tree") == expected
    assert ask("tree", "-d", "data/havn.yaml") == expected
    assert ask("-d", "nowhere", "tree", "--data", "data") == expected
    monkeypatch.setenv("ORGGRAPH_DATA", "data")
    assert ask("tree") == expected
    monkeypatch.setenv("ORGGRAPH_DATA", "")
    assert ask("tree") == expected
