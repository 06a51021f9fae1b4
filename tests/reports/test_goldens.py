"""Every answer about the harbour in every format, as `tests/golden` has it.

``REGENERATE=1 pytest tests/reports/test_goldens.py`` writes them anew, to be read before they are
kept.
"""

import os

import pytest

from orggraph import OrgGraph
from orggraph.reports.registry import REPORTS
from tests.reports.conftest import GOLDEN, QUESTIONS

FILES = {
    "en.txt": ("text", "en"),
    "da.txt": ("text", "da"),
    "en.json": ("json", "en"),
    "en.csv": ("csv", "en"),
    "da.md": ("markdown", "da"),
}


@pytest.mark.parametrize("suffix", FILES)
@pytest.mark.parametrize("question", QUESTIONS)
def test_an_answer_is_told_as_before(harbour: OrgGraph, question: str, suffix: str) -> None:
    format_, language = FILES[suffix]
    told = harbour.report(QUESTIONS[question](harbour), format_, language=language)
    golden = GOLDEN / f"{question}.{suffix}"
    if os.environ.get("REGENERATE"):
        golden.write_text(told, encoding="utf-8", newline="\n")
    assert told == golden.read_text(encoding="utf-8")


def test_no_golden_is_left_over() -> None:
    expected = {f"{question}.{suffix}" for question in QUESTIONS for suffix in FILES}
    kept = {p.name for p in GOLDEN.iterdir() if p.suffix in (".txt", ".json", ".csv", ".md")}
    assert kept == expected | {"harbour.txt"}


def test_the_questions_call_for_every_report(harbour: OrgGraph) -> None:
    assert {type(ask(harbour)).__name__ for ask in QUESTIONS.values()} == set(REPORTS)
