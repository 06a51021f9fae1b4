"""`check` shows all that is wrong, where it stands, and exits by what it is."""

import json
import sys
import unicodedata
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from orggraph.checks import CheckReport
from orggraph.cli import progress
from tests.cli.conftest import Ask, Screen

check_module = import_module("orggraph.checks.check")  # its function has the same name


def columns(text: str) -> int:
    """Return how many columns a terminal takes for ``text``."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


@pytest.mark.parametrize(
    "line",
    [
        "  b: {name: B, reports to: wrong}",
        "  b: {name: Æblegrød på Ærø, reports to: wrong}",
        "  b: {name: 漢字 and ｆｕｌｌ, reports to: wrong}",
        '  b: {name: "tab\there", reports to: wrong}',
        "  b: {name: B,\treports to:\twrong}",
        "  b: {reports to: wrong, name: B}",
        "  b: {name: " + "long " * 40 + ", reports to: wrong}",
        "  b: {name: " + "漢字 " * 40 + ", reports to: wrong, en: B" + "x" * 99 + "}",
    ],
    ids=lambda line: line[:40],
)
@pytest.mark.parametrize("screen", [None, 60, 80])
def test_a_caret_under_what_is_wrong(
    ask: Ask, on_screen: Callable[..., str], tmp_path: Path, line: str, screen: int | None
) -> None:
    (tmp_path / "a.yaml").write_text(f"bodies:\n{line}\n", encoding="utf-8")
    call = ["-d", "a.yaml", "check"]
    out = ask(*call).out if screen is None else on_screen(*call, columns=screen)
    plain = out.replace("\x1b[31m", "").replace("\x1b[0m", "")
    lines = plain.splitlines()
    at = next(i for i, text in enumerate(lines) if text.strip(" ") == "^^^^^")
    assert lines[0].startswith(f"a.yaml:2:{line.index('wrong') + 1}: error M101: ")
    shown = lines[at - 1]
    assert columns(shown[: shown.index("wrong")]) == lines[at].index("^")
    assert "\t" not in shown
    if line.isascii() and len(line) < 50:
        assert shown == "    " + line.replace("\t", " ")


def test_errors_are_an_answer(ask: Ask) -> None:
    answer = ask("-d", "wrong.yaml", "check")
    assert (answer.code, answer.err) == (1, "")
    assert answer.out.count("M101") == 2
    assert answer.out.endswith("Errors: 2. Warnings: 0.\n")
    found = json.loads(ask("-d", "wrong.yaml", "check", "--format", "json").out)
    assert [problem["code"] for problem in found["problems"]] == ["M101", "M101"]
    assert found["problems"][0]["location"] == "wrong.yaml:2:28"
    danish = ask("-d", "wrong.yaml", "check", "--lang", "da")
    assert danish.out.startswith("wrong.yaml:2:28: fejl M101: ukendt knude 'nobody'")


def test_a_file_that_breaks_the_syntax_is_no_input(ask: Ask) -> None:
    answer = ask("-d", "unreadable.yaml", "check")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("unreadable.yaml:1:13: error R108: ")


def test_warnings_count_only_when_strict(ask: Ask) -> None:
    path = Path("data/havn.yaml")
    quoted = "rules: {G060: {severity: note, reason: Only the rules are quoted}}\n"
    path.write_text(path.read_text(encoding="utf-8") + quoted, encoding="utf-8")
    assert ask("check").code == 0
    assert ask("check", "--strict").code == 0
    Path("data/vedtaegt.txt").unlink()
    relaxed, strict = ask("check"), ask("check", "--strict")
    assert "warning E103" in relaxed.out
    assert (relaxed.code, strict.code) == (0, 1)
    assert relaxed.out == strict.out


def test_a_quotation_that_is_not_found(ask: Ask) -> None:
    path = Path("data/havn.yaml")
    text = path.read_text(encoding="utf-8").replace("udpeger formanden", "afsætter formanden")
    path.write_text(text, encoding="utf-8")
    answer = ask("check")
    assert answer.code == 1
    assert "E101" in answer.out
    assert "Evidence: 1 verified, 1 not found" in answer.out
    assert "^" in answer.out


def test_coverage_tells_what_nothing_rests_on(ask: Ask) -> None:
    assert ask("coverage", "vedtaegt") == ask("coverage")
    assert ask("coverage").code == 1
    path = Path("data/vedtaegt.txt")
    text = path.read_text(encoding="utf-8").replace("Havnen ligger ved vandet.\n", "")
    path.write_text(text, encoding="utf-8")
    assert ask("coverage").code == 0


def test_coverage_of_one_of_several_sources_must_be_named(ask: Ask) -> None:
    path = Path("data/havn.yaml")
    text = path.read_text(encoding="utf-8").replace("sources:\n", "sources:\n  b: {title: B}\n")
    path.write_text(text, encoding="utf-8")
    answer = ask("coverage")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == "name the source to show; sources: b, vedtaegt\n"
    assert ask("coverage", "vedtaegt").code == 1


def test_long_work_shows_how_far_it_is_on_a_terminal_only(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    piped = ask("check", "--lang", "da")
    assert piped.err == ""
    screen = Screen("utf-8", terminal=True)
    monkeypatch.setattr(sys, "stderr", screen)
    assert ask("check", "--lang", "da").out == piped.out
    screen.flush()
    assert "Kontrollerer" in screen.text()
    assert "100%" in screen.text()


@pytest.mark.parametrize(("strict", "code"), [((), 0), (("--strict",), 1)])
def test_what_is_only_counted_decides_as_well(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, strict: tuple[str, ...], code: int
) -> None:
    text = "bodies:\n  a: A\n  b: {name: B, reports to: a}\n  x: {name: X, seats: {s: {}}}\n"
    text += "persons:\n  p: {name: P, reports to: [a, b, x]}\n  q: {name: Q, reports to: [b, x]}\n"
    (tmp_path / "large.yaml").write_text(text, encoding="utf-8")
    whole = check_module.check

    def none_told(*args: Any, most: int | None, **others: Any) -> CheckReport:
        assert most == check_module.MOST
        return whole(*args, most=0, **others)

    monkeypatch.setattr(check_module, "check", none_told)
    answer = ask("-d", "large.yaml", "check", *strict)
    assert answer.code == code
    assert "More of G002: 2. With --format json the first 0 are listed" in answer.out
    assert "Errors: 0. Warnings: 2. Notes: 1." in answer.out
