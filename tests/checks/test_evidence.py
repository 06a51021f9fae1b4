"""What checks tell of quotations and documents."""

from collections.abc import Callable
from pathlib import Path

import pytest

from orggraph.checks import check
from orggraph.evidence.verify import Sources
from orggraph.source import Problem, ReadError
from tests.conftest import LoadText

DATA = """\
sources:
  d:
    title: D
    file: d.txt
    {extra}
bodies:
  a:
    name: A
    evidence: "d: the board … sits"
    reports to: {{b: {{evidence: "d: reports to B"}}}}
  b: B
"""
TEXT = "The board of A sits.\n\nIt reports to B.\n\nThe weather is fine. The end."

Find = Callable[..., list[Problem]]


@pytest.fixture
def find(load_text: LoadText, tmp_path: Path) -> Find:
    """Return a function that gives the problems of evidence of a text and its source's fields."""

    def run(text: str = TEXT, extra: str = "date: 2024") -> list[Problem]:
        (tmp_path / "d.txt").write_text(text, encoding="utf-8", newline="")
        graph = load_text(DATA.format(extra=extra))
        return [p for p in check(graph, Sources(graph)).problems if p.code.startswith("E")]

    return run


def test_sound_evidence_is_no_problem(find: Find) -> None:
    assert find() == []


def test_a_changed_word_is_told_in_the_message(find: Find) -> None:
    (found,) = find(TEXT.replace("reports to", "answers to"))
    assert (found.code, found.severity, found.subjects) == ("E101", "error", ("a:reports_to:b",))
    assert found.message("en") == (
        "not in the source 'd': \"reports to B\"; closest is paragraph 2: It answers to B.; the "
        "quotation has “reports”, the paragraph “answers”"
    )
    assert found.message("da").endswith("citatet har “reports”, afsnittet “answers”")


def test_candidates_are_told_with_how_they_begin(find: Find) -> None:
    (found,) = find(TEXT + "\n\nNobody reports to B.")
    assert (found.code, found.subjects) == ("E102", ("a:reports_to:b",))
    assert found.message().endswith("2: It reports to B.; 4: Nobody reports to B.")


def test_a_changed_document_tells_what_rests_on_it(find: Find) -> None:
    text = TEXT.replace("B.", "C.")
    _, changed = sorted(find(text, f"sha256: {'a' * 64}"), key=lambda p: p.code)
    assert (changed.code, changed.severity) == ("E104", "warning")
    assert changed.subjects == ("a", "a:reports_to:b")
    message = changed.message()
    assert "a" * 64 in message
    assert str(changed.facts["present"]) in message
    assert "what rests on it: 2, quotations that no longer stand: 1;" in message
    assert changed.location is not None
    assert changed.location.line == 1
    (changed,) = find(extra=f"sha256: {'a' * 64}")
    assert "what rests on it: 2, quotations that no longer stand: 0;" in changed.message()


def test_the_recorded_document_is_no_problem(find: Find) -> None:
    (changed,) = find(extra=f"sha256: {'a' * 64}")
    assert find(extra=f"sha256: {changed.facts['present']}") == []


@pytest.mark.parametrize("text", ["abc", "g" * 64, "a" * 65, "'{}'".format("a" * 63)])
def test_a_malformed_hash_is_told_where_it_stands(find: Find, text: str) -> None:
    with pytest.raises(ReadError) as caught:
        find(extra=f"sha256: {text}")
    (found,) = caught.value.problems
    assert found.code == "R230"
    assert found.location is not None
    assert (found.location.line, found.location.column) == (4, 12)


@pytest.mark.parametrize(
    ("quote", "code", "words"),
    [
        ("The weather is bad", "E105", "the quotation has “bad”, the paragraph “fine”"),
        ("The", "E106", "1: The board of A sits.; 3: The weather is fine. The end."),
        ("It … B", "E107", "in paragraph 2, that something rests on after all: a:reports_to:b;"),
    ],
)
def test_what_is_set_aside_wrongly_is_told_at_the_entry(
    find: Find, quote: str, code: str, words: str
) -> None:
    extra = f"set aside: [{{quote: The weather is fine, reason: x}}, {{quote: {quote}, reason: x}}]"
    (found,) = find(extra=extra)
    assert (found.code, found.severity) == (code, "warning")
    assert words in found.message()
    assert found.location is not None
    assert (found.location.line, found.location.column > 50) == (4, True)
    assert found.subjects[0] == "d"
