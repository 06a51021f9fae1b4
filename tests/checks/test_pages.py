"""Every finding has a page in both languages, and the example of each has its finding."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from orggraph.checks import CheckReport
from orggraph.model import iter_rules
from orggraph.source import ReadError
from orggraph.words import LANGUAGES, PROBLEMS
from orggraph.words.pages import find_page, iter_pages

WRITTEN = sorted(p.code for p in PROBLEMS.values() if p.code[0] in "EGMS")
# What a program's own graph may break, or takes two files.
WITHOUT_EXAMPLE = {"M103", "M104", "M116", "M117"}


@pytest.mark.parametrize("code", WRITTEN)
def test_every_finding_is_explained_in_both_languages(code: str) -> None:
    pages = [find_page(code, language) for language in LANGUAGES]
    for page in pages:
        assert page is not None
        assert all([page.title, page.meaning, page.why, page.remedy]), page
        assert page.literature or code.startswith("M")
        assert page.meaning.endswith(".")
        assert not page.title.endswith(".")
        assert "…" not in page.title
    assert pages[0] != pages[1]
    danish, english = pages
    assert danish.title != english.title  # type: ignore[union-attr]


def test_no_page_is_of_a_code_that_there_is_not() -> None:
    import orggraph.words.pages as pages

    written = yaml.safe_load(Path(pages._FILE).read_text(encoding="utf-8"))
    assert sorted(written) == WRITTEN


@pytest.mark.parametrize("code", sorted(set(WRITTEN) - WITHOUT_EXAMPLE))
def test_every_example_has_its_finding(code: str, examine: Callable[..., CheckReport]) -> None:
    page = find_page(code, "en")
    assert page is not None
    try:
        found = {problem.code for problem in examine(page.example, page.document).problems}
    except ReadError as error:
        found = {problem.code for problem in error.problems}
    assert code in found
    assert not {each for each in found if each.startswith("R")}


def test_what_has_no_page_tells_its_sentence() -> None:
    page = find_page("R101", "da")
    assert page is not None
    assert (page.meaning, page.example) == ("", "")
    assert page.title == "ikke YAML"
    assert page.sentence == "ikke YAML: …"
    assert "{" not in page.title


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_fits_a_terminal(language: str) -> None:
    widest = max(len(page.title) for page in iter_pages(language))
    assert widest <= 46
    assert all(any(map(str.isalpha, page.title)) for page in iter_pages(language))


def test_codes_and_names_in_any_case_find_a_page() -> None:
    assert find_page(" g001 ", "en") == find_page("No-Superior", "en") is not None
    assert find_page("G000", "en") is None
    assert find_page("G001", "sv") == find_page("G001", "en")


def test_the_table_has_every_problem_by_code() -> None:
    codes = [page.code for page in iter_pages("en")]
    assert codes == sorted(p.code for p in PROBLEMS.values())
    assert {rule.code for rule in iter_rules()} <= set(codes)
