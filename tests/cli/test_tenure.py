"""`terms` and `history`, as people call them."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Ask

DATA = """\
language: da
bodies:
  råd:
    name: Rådet
    seats: {s: {count: 3, term: 2 years}}
    members:
      - {person: åse, seat: s, from: 2020-01-01, until: 2021-06-30}
      - {person: bo, seat: s, from: 2021-07-01}
      - {person: dan, from: 2025}
persons: {åse: Åse, bo: Bo, dan: {name: Dan, from: 2024}}
"""


@pytest.fixture(autouse=True)
def _data() -> None:
    Path("data/havn.yaml").write_text(DATA, encoding="utf-8")


def members(ask: Ask, *args: str) -> list[tuple[str, str]]:
    answer = ask("terms", *args, "--format", "json")
    assert (answer.code, answer.err) == (0, "")
    return [(row["member"], row["state"]) for row in json.loads(answer.out)["terms"]]


def test_those_who_have_left_are_told_on_demand(ask: Ask) -> None:
    there = [("bo", "sitting"), ("dan", "to_come")]
    assert members(ask, "--as-of", "2022") == there
    assert members(ask, "--as-of", "2022", "--all") == [("åse", "ended"), *there]


def test_what_runs_out_is_told_for_a_span_in_either_language(ask: Ask) -> None:
    for span in ("12 months", "1 år", "365 dage"):
        assert members(ask, "--within", span, "--as-of", "2022-07-01") == [("bo", "sitting")]
    assert members(ask, "--within", "11 months", "--as-of", "2022-07-01") == []
    assert members(ask, "--within", "1 day", "--as-of", "2030") == [("bo", "expired")]


def test_a_node_is_named_as_people_name_it(ask: Ask) -> None:
    assert members(ask, "raadet", "--as-of", "2022") == [("bo", "sitting"), ("dan", "to_come")]
    assert members(ask, "Åse", "--all", "--as-of", "2022") == [("åse", "ended")]


def test_a_history_of_whom_the_date_does_not_know_yet_is_told(ask: Ask) -> None:
    answer = ask("history", "dan", "--as-of", "2020")
    assert (answer.code, answer.err) == (0, "")
    assert "Nothing is dated." in answer.out
    assert "2025" in ask("history", "dan").out
    assert ask("history", "nobody").code == 2


def test_an_answer_names_whoever_is_gone_by_the_date(ask: Ask) -> None:
    assert "Dan" in ask("terms", "--as-of", "2019").out
    assert "Dan" in ask("history", "råd").out
