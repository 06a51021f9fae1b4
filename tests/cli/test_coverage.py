"""The command coverage and its bar."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from orggraph.cli.app import app
from orggraph.errors import OrgGraphError

DATA = """\
sources: {d: {title: D, file: d.txt}}
bodies: {a: {name: A, evidence: "d: the board"}}
"""


@pytest.mark.parametrize(
    ("bar", "code"),
    [
        (None, 1), ("0", 0), ("33.3", 0), ("33,3 %", 0), ("33.34", 1), ("34%", 1), ("100", 1),
        ("101", 2), ("-1", 2), ("x", 2), ("nan", 2), ("1e1", 2), ("", 2),
    ],
)  # fmt: skip
def test_the_bar_decides_the_exit_code(tmp_path: Path, bar: str | None, code: int) -> None:
    (tmp_path / "a.yaml").write_text(DATA, encoding="utf-8")
    (tmp_path / "d.txt").write_text("The board.\n\nx\n\ny", encoding="utf-8")
    options = [] if bar is None else ["--fail-under", bar]
    words = ["-d", str(tmp_path / "a.yaml"), "coverage", "--lang", "en", *options]
    found = CliRunner().invoke(app, words, standalone_mode=False)
    assert (2 if found.exception else found.return_value) == code
    if code < 2:
        assert "Accounted for: 33.3%." in found.stdout
        assert "sha256: " in found.stdout


def test_an_empty_document_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(DATA, encoding="utf-8")
    (tmp_path / "d.txt").write_text(" \n\n", encoding="utf-8")
    words = ["-d", str(tmp_path / "a.yaml"), "coverage", "--lang", "en"]
    assert CliRunner().invoke(app, words).stdout == "d: the document has no text.\n"


@pytest.mark.parametrize(("language", "told"), [("en", "names no document"), ("da", "intet dok")])
def test_data_without_sources_is_told(tmp_path: Path, language: str, told: str) -> None:
    (tmp_path / "a.yaml").write_text("bodies: {a: {name: A}}", encoding="utf-8")
    words = ["-d", str(tmp_path / "a.yaml"), "coverage", "--lang", language]
    found = CliRunner().invoke(app, words, standalone_mode=False)
    assert isinstance(found.exception, OrgGraphError)
    assert told in found.exception.message(language)
