"""Every command that answers from the data answers as of a date."""

from pathlib import Path

import pytest

from orggraph.cli.app import COMMANDS
from tests.cli.conftest import Ask

DATA = """\
title: T
sources: {law: {title: Law, file: law.txt}}
bodies:
  top: Top
  old:
    name: Oldest
    until: 2020
    reports to: {top: {evidence: "law: The oldest reports"}}
  new: {name: Newest, from: 2021, reports to: top}
  board:
    name: Board
    roster: complete
    seats: {chair: {count: 1, appointed by: top, term: 2 years}}
    members:
      - {person: ann, seat: chair, from: 2018-01-01, until: 2020-12-31}
      - {person: bob, seat: chair, from: 2021-01-01}
    reports to:
      old: {until: 2020}
      new: {from: 2021}
  panel: {name: Panel, reports to: {old: {until: 2020}, new: {from: 2021}}}
persons: {ann: Ann, bob: Bob}
"""

OTHER = DATA.replace("until: 2020\n    reports", "until: 2020\n    title: Was\n    reports")

# What each command says as of 2019, and as of 2022 does not; and the other way round.
CALLS: dict[str, tuple[list[str], str, str]] = {
    "check": (["check", "--format", "json"], '"verified": 1', '"verified": 0'),
    "coverage": (["coverage", "--format", "json"], '"covered": 1', '"covered": 0'),
    "show": (["show", "board"], "Oldest", "Newest"),
    "nodes": (["nodes"], "Oldest", "Newest"),
    "relations": (["relations"], "Oldest", "Newest"),
    "path": (["path", "board", "top"], "Oldest", "Newest"),
    "who": (["who", "reports to", "top"], "Oldest", "Newest"),
    "whom": (["whom", "board", "reports to"], "Oldest", "Newest"),
    "chain": (["chain", "board"], "Oldest", "Newest"),
    "tree": (["tree"], "Oldest", "Newest"),
    "common": (["common", "board", "panel"], "Oldest", "Newest"),
    "members": (["members", "board"], "Ann", "Bob"),
    "terms": (["terms"], "Ann", "As of 2022"),
    "history": (["history", "board"], "after 2019", "Bob"),
    "diff": (["diff", "data", "other"], "Oldest", ""),
    "convert": (["convert", "data", "-", "--to", "json"], "Oldest", "Newest"),
    "draw": (["draw", "--to", "txt"], "Oldest", "Newest"),
    "build": (["build"], "Oldest", "Newest"),
    "report": (["report", "--date", "2022"], "report to Oldest", "report to Newest"),
}


@pytest.fixture(autouse=True)
def _data() -> None:
    Path("data/havn.yaml").unlink()
    Path("data/law.txt").write_text("The oldest reports upwards.", encoding="utf-8")
    Path("data/t.yaml").write_text(DATA, encoding="utf-8")
    Path("other").mkdir()
    Path("other/law.txt").write_text("The oldest reports upwards.", encoding="utf-8")
    Path("other/t.yaml").write_text(OTHER, encoding="utf-8")
    Path("diagrams").mkdir()
    Path("diagrams/v.yaml").write_text("outputs: txt\nas of: 1950", encoding="utf-8")


@pytest.mark.parametrize("command", CALLS)
def test_a_command_answers_as_of_a_date(ask: Ask, command: str) -> None:
    args, before, after = CALLS[command]
    then, now = (_told(ask, args, year) for year in ("2019", "2022"))
    assert before in then
    assert before not in now
    assert after in now
    assert not after or after not in then


def _told(ask: Ask, args: list[str], year: str) -> str:
    answer = ask(*args, "--as-of", year)
    assert answer.err == "" or args[0] == "convert"  # which tells what was lost
    built = Path("diagrams/v.txt")
    return answer.out + (built.read_text(encoding="utf-8") if built.exists() else "")


def test_no_command_is_forgotten() -> None:
    # These answer from no data, or begin with a date that is chosen anew in the page.
    assert set(CALLS) == set(COMMANDS) - {"explain", "init", "schema", "explore"}
