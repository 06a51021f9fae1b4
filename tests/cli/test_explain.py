"""`explain` tells what findings mean; `check` tells them in every format."""

import json
from pathlib import Path

import pytest

from orggraph.words import PROBLEMS
from tests.cli.conftest import Ask


def test_a_page_in_both_languages(ask: Ask) -> None:
    answer = ask("explain", "G001")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("G001 A body outside every line\n")
    assert "island: {name: The island committee}" in answer.out
    danish = ask("explain", "no-superior", "--lang", "da").out
    assert danish.startswith("G001 Et organ uden for enhver linje\n")
    assert "Hvad man gør" in danish


def test_the_table_of_all(ask: Ask) -> None:
    assert len(json.loads(ask("explain", "--format", "json").out)) == len(PROBLEMS)
    lines = ask("explain", "--format", "csv").out.splitlines()
    assert lines[0] == "code,name,severity,title"
    assert "G002,two-superiors,warning,Several superiors at once" in lines


def test_several_pages_as_data(ask: Ask) -> None:
    pages = json.loads(ask("explain", "g002", "S101", "--format", "json").out)
    assert [page["code"] for page in pages] == ["G002", "S101"]
    assert all(page["meaning"] and page["example"] for page in pages)
    assert "```yaml\n" in ask("explain", "G002", "--format", "markdown").out


def test_what_has_no_page_says_so(ask: Ask) -> None:
    answer = ask("explain", "R101")
    assert answer.code == 0
    assert "no page of its own" in answer.out
    assert "made of headings such as 'bodies:' and" in ask("explain", "R113").out


def test_an_unknown_code_has_a_guess(ask: Ask) -> None:
    answer = ask("explain", "no-superor")
    assert (answer.code, answer.out) == (2, "")
    assert "did you mean 'no-superior'?" in answer.err
    assert ask("explain", "xyzzy").code == 2
    assert ask("-d", "x", "explain").code == 2


def test_notes_are_told_and_do_not_count(ask: Ask) -> None:
    answer = ask("check")
    assert answer.code == 0
    assert "note G001: The reference group stands outside every line" in answer.out
    assert "Notes: " in answer.out


def test_findings_set_aside_are_counted(ask: Ask) -> None:
    path = Path("data/havn.yaml")
    rules = (
        "rules:\n  G001: "
        "{severity: off, for: følgegruppen, reason: {da: Uafhængig, en: Independent}}\n"
    )
    path.write_text(path.read_text(encoding="utf-8") + rules, encoding="utf-8")
    answer = ask("check")
    assert "Findings that the data file sets aside: 1." in answer.out
    assert "G001 (1): Independent" in answer.out
    (aside,) = json.loads(ask("check", "--format", "json").out)["set_aside"]
    assert (aside["code"], aside["subjects"]) == ("G001", ["følgegruppen"])
    assert aside["reason"] == "Independent"
    raised = path.read_text(encoding="utf-8").replace("severity: off", "severity: error")
    path.write_text(raised, encoding="utf-8")
    assert ask("check").code == 1


def test_the_sources_are_told_as_they_are_now(ask: Ask) -> None:
    (source,) = json.loads(ask("check", "--format", "json").out)["sources"]
    assert source["id"] == "vedtaegt"
    assert len(source["sha256"]) == 64
    assert (source["recorded"], source["changed"]) == (None, None)


def test_the_formats_of_findings(ask: Ask) -> None:
    assert "::notice file=data/havn.yaml,line=" in ask("check", "--format", "github").out
    log = json.loads(ask("check", "--format", "sarif").out)
    assert {r["level"] for r in log["runs"][0]["results"]} <= {"note", "warning"}


@pytest.mark.parametrize(
    ("data", "code", "name"), [("wrong.yaml", 1, "M101"), ("unreadable.yaml", 2, "R108")]
)
def test_what_cannot_be_read_is_told_in_them_too(ask: Ask, data: str, code: int, name: str) -> None:
    github = ask("-d", data, "check", "--format", "github")
    assert (github.code, github.err) == (code, "")
    assert f"title={name}" in github.out
    sarif = ask("-d", data, "check", "--format", "sarif")
    assert sarif.code == code
    assert {r["ruleId"] for r in json.loads(sarif.out)["runs"][0]["results"]} == {name}


def test_a_format_of_findings_is_for_check_alone(ask: Ask) -> None:
    assert ask("nodes", "--format", "sarif").code == 2


def test_a_check_on_a_date(ask: Ask) -> None:
    early, late = ask("check", "--as-of", "2022"), ask("check", "--as-of", "2030")
    assert "G001: The operations committee" not in early.out
    assert "G001: The operations committee" in late.out


def test_very_many_of_a_kind_are_cut_short(ask: Ask) -> None:
    many = "".join(f"  b{n}: {{name: B{n}}}\n" for n in range(50))
    Path("many.yaml").write_text(
        "bodies:\n  a: {name: A, reports to: z}\n  z: {name: Z}\n" + many, encoding="utf-8"
    )
    text = ask("-d", "many.yaml", "check").out
    assert text.count("note G001") == 3
    assert "More of G001: 47." in text
    assert (
        len(json.loads(ask("-d", "many.yaml", "check", "--format", "json").out)["problems"]) == 50
    )
