"""Findings as other programs read them: annotations of GitHub, and SARIF."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from orggraph.checks.settings import SetAsideFinding
from orggraph.model import RuleSetting
from orggraph.reports.annotations import write_github
from orggraph.reports.sarif import write_sarif
from orggraph.source import Location, Problem, problem
from orggraph.text import LocalText

HERE = Location("data/æ b.yaml", 4, 6, 3)


def unknown(node: str = "nobody", place: Location | None = HERE) -> Problem:
    return problem("unknown-node", place, subjects=["a"], node=node)


def test_a_finding_is_a_command_of_one_line() -> None:
    assert write_github([unknown()], "en") == (
        "::error file=data/æ b.yaml,line=5,col=7,title=M101 An unknown node"
        "::unknown node 'nobody'\n"
    )
    assert "title=M101 En ukendt knude::ukendt knude 'nobody'" in write_github([unknown()], "da")


@pytest.mark.parametrize(
    ("severity", "word"), [("error", "error"), ("warning", "warning"), ("note", "notice")]
)
def test_a_severity_has_its_command(severity: Any, word: str) -> None:
    assert write_github([unknown()._replace(counts_as=severity)], "en").startswith(f"::{word} ")


def test_nothing_in_the_data_becomes_another_command() -> None:
    text = write_github([unknown("x\r\n::error::50% a,b:c", Location("a,b:c%\n.yaml", 0, 0))], "en")
    assert text.count("\n") == 1
    assert "file=a%2Cb%3Ac%25%0A.yaml,line=1" in text
    assert text.endswith("::unknown node 'x%0D%0A::error::50%25 a,b:c'\n")


def test_a_finding_without_a_place_has_no_line() -> None:
    assert write_github([unknown(place=None)], "en").startswith("::error title=M101 ")
    assert write_github([], "en") == ""


def sarif(*found: Problem, aside: tuple[SetAsideFinding, ...] = (), language: str = "en") -> Any:
    log = json.loads(write_sarif(found, language, aside, version="1.2.3"))
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    return log["runs"][0]


def test_a_result_says_what_and_where() -> None:
    run = sarif(unknown())
    (result,) = run["results"]
    assert (result["ruleId"], result["level"], result["ruleIndex"]) == ("M101", "error", 0)
    assert result["message"] == {"text": "unknown node 'nobody'"}
    place = result["locations"][0]["physicalLocation"]
    # A relative reference is percent-encoded (RFC 3986), lines and columns count from one, and the
    # end column is the one behind the last character.
    assert place["artifactLocation"] == {"uri": "data/%C3%A6%20b.yaml", "uriBaseId": "%SRCROOT%"}
    assert place["region"] == {"startLine": 5, "startColumn": 7, "endColumn": 10}
    assert run["columnKind"] == "unicodeCodePoints"
    assert "suppressions" not in result


def test_a_rule_is_described_once_in_the_language_asked_for() -> None:
    run = sarif(unknown(), unknown("x"), problem("bad-date", HERE, text="y"), language="da")
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({rule["id"] for rule in rules})
    assert len(rules) == 2
    assert rules[0]["shortDescription"]["text"] == "En ukendt knude"
    assert rules[0]["defaultConfiguration"] == {"level": "error"}
    assert all(rule["help"]["text"] for rule in rules)
    assert [rules[r["ruleIndex"]]["id"] for r in run["results"]] == [
        r["ruleId"] for r in run["results"]
    ]
    assert run["language"] == "da"


def prints(run: Mapping[str, Any]) -> list[str]:
    return [r["partialFingerprints"]["orggraphFinding/v1"] for r in run["results"]]


def test_a_fingerprint_stays_where_lines_move_and_differs_where_the_finding_does() -> None:
    moved = unknown(place=Location("data/æ b.yaml", 40, 6, 3))
    assert prints(sarif(unknown())) == prints(sarif(moved))
    assert len(set(prints(sarif(unknown(), moved, unknown("x"))))) == 3
    twice = [
        problem("repeated-node", HERE, id="a", first=f"x.yaml:{line}:1", subjects=["a"])
        for line in (1, 9)
    ]
    assert prints(sarif(twice[0])) == prints(sarif(twice[1]))


def test_what_is_set_aside_is_suppressed_with_the_reason() -> None:
    setting = RuleSetting(
        code="G001",
        severity="off",
        reason=LocalText.of("Ved lov", "da", en="By law"),
        location=HERE,
    )
    aside = (SetAsideFinding(unknown("x"), setting),)
    first, second = sarif(unknown(), aside=aside)["results"]
    assert first["suppressions"] == []
    (suppression,) = second["suppressions"]
    assert (suppression["kind"], suppression["justification"]) == ("inSource", "By law")
    assert suppression["location"]["physicalLocation"]["region"]["startLine"] == 5


def test_an_absolute_path_is_a_file_uri() -> None:
    (result,) = sarif(unknown(place=Location("/å/b.yaml", 0, 0)))["results"]
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": "file:///%C3%A5/b.yaml"}


def test_a_path_is_told_from_the_current_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sub").mkdir()
    paths = {
        "./sub/../a.yaml": "a.yaml",
        r"sub\b.yaml": "sub/b.yaml",
        str(tmp_path / "sub" / "c.yaml"): "sub/c.yaml",
    }
    for path, expected in paths.items():
        found = unknown(place=Location(path, 0, 0))
        assert f"file={expected}," in write_github([found], "en")
        place = sarif(found)["results"][0]["locations"][0]["physicalLocation"]
        assert place["artifactLocation"] == {"uri": expected, "uriBaseId": "%SRCROOT%"}


@pytest.mark.parametrize(
    ("path", "uri"),
    [("../é.yaml", "{}/%C3%A9.yaml"), (r"C:\d\a.yaml", "file:///C:/d/a.yaml")],
)
def test_a_path_elsewhere_is_absolute(
    path: str, uri: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (result,) = sarif(unknown(place=Location(path, 0, 0)))["results"]
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": uri.format(tmp_path.parent.as_uri())}


def test_a_message_is_no_link_and_has_no_placeholder() -> None:
    (result,) = sarif(unknown("[x](http://evil) {0} {a}"))["results"]
    expected = r"unknown node '\[x\](http://evil) {{0}} {a}'"
    assert result["message"]["text"] == expected
    assert sarif(unknown("[x]"))["results"][0]["message"]["text"] == "unknown node '[x]'"


def test_a_fingerprint_stays_from_one_day_to_the_next() -> None:
    gone = [
        problem("represents-what-is-gone", HERE, member="A", represented="B", day=day)
        for day in ("2025-06-01", "2025-06-02")
    ]
    assert prints(sarif(gone[0])) == prints(sarif(gone[1]))


def test_the_base_of_paths_is_described_and_names_no_machine() -> None:
    bases = sarif(unknown())["originalUriBaseIds"]
    assert set(bases) == {"%SRCROOT%"}
    assert "uri" not in bases["%SRCROOT%"]


def test_nothing_found_is_a_run_without_results() -> None:
    run = sarif()
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])
