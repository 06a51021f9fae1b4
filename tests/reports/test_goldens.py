"""Every answer about the harbour in every format, as `tests/golden` has it.

``REGENERATE=1 pytest tests/reports/test_goldens.py`` writes them anew, to be read before they are
kept.
"""

import os
from pathlib import Path

import pytest

from orggraph import OrgGraph
from orggraph.reports.formats import write
from orggraph.reports.registry import REPORTS
from tests.reports.conftest import GOLDEN, QUESTIONS, told

FILES = {
    "en.txt": ("text", "en"),
    "da.txt": ("text", "da"),
    "en.json": ("json", "en"),
    "en.csv": ("csv", "en"),
    "da.md": ("markdown", "da"),
}


def compare(golden: Path, shown: str) -> None:
    if os.environ.get("REGENERATE"):
        golden.write_text(shown, encoding="utf-8", newline="\n")
    assert shown == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("suffix", FILES)
@pytest.mark.parametrize("question", QUESTIONS)
def test_an_answer_is_told_as_before(harbour: OrgGraph, question: str, suffix: str) -> None:
    format_, language = FILES[suffix]
    shown = harbour.report(QUESTIONS[question](harbour), format_, language=language)
    compare(GOLDEN / f"{question}.{suffix}", shown)


# As on a terminal of so many columns.
TERMINALS = [
    ("members", 48), ("members", 80), ("show-body", 50), ("relations", 60), ("coverage", 70),
    ("path-links", 44), ("tree", 32), ("chain", 36), ("check", 64), ("path-apart", 80),
    ("diff", 60),
]  # fmt: skip


@pytest.mark.parametrize(("question", "width"), TERMINALS)
def test_a_terminal_shows_an_answer_as_before(harbour: OrgGraph, question: str, width: int) -> None:
    made = told(harbour, QUESTIONS[question](harbour))
    shown = write(made, "text", width=width, colour=True).replace("\x1b", "␛")
    compare(GOLDEN / f"{question}.{width}.ansi.txt", shown)


def test_no_golden_is_left_over() -> None:
    expected = {f"{question}.{suffix}" for question in QUESTIONS for suffix in FILES}
    expected |= {f"{question}.{width}.ansi.txt" for question, width in TERMINALS}
    kept = {p.name for p in GOLDEN.iterdir() if p.suffix in (".txt", ".json", ".csv", ".md")}
    assert kept == expected | {"harbour.txt"}


def test_the_questions_call_for_every_report(harbour: OrgGraph) -> None:
    assert {type(ask(harbour)).__name__ for ask in QUESTIONS.values()} == set(REPORTS)
