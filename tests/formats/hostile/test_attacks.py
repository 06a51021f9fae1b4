"""Files made to break a reader end in bounded memory, with a clear and located error."""

import json
import subprocess
import sys
from typing import Any

import pytest

from orggraph.formats.registry import find_format, names_read
from orggraph.words import PROBLEMS
from tests.formats.laws import ROOT

WIDTH = 60_000
"""The columns of wide files here; ``python -m tests.formats.hostile.bounded`` takes a million."""

REFUSED = {
    "NUL": {"control-character", "xml-syntax", "workbook-broken", "parquet-broken"},
    "nothing": {
        "xml-syntax", "empty-file", "empty-table", "popolo-nothing", "ftm-nothing", "rdf-nothing",
        "rdf-syntax", "not-this-format", "organogram-headings", "workbook-broken",
        "parquet-broken",
    },
    "entity bomb": {"xml-doctype", "workbook-entities", "alias-bomb"},
    "link to declarations": {"xml-doctype"},
    "zip bomb": {"workbook-too-large", "too-much-for-memory"},
    "rows of nothing": {"too-much-for-memory"},
    "half of a file": {"parquet-broken"},
    "deep nesting": {"too-deep", "rdf-too-deep", "workbook-broken", "read"},
    "deep mappings": {"too-deep", "rdf-too-deep"},
    "deep lists": {"rdf-too-deep"},
    "half a character": {"json-surrogate", "rdf-half-character"},
    "not a number": {"json-no-number", "rdf-syntax", "bad-date"},
    "infinity": {"json-no-number", "rdf-syntax"},
    "a control character": {"control-character"},
    "a quote that is not closed": {"unclosed-quote", "organogram-csv"},
    "many quotes": {"unclosed-quote", "organogram-csv"},
    "a cell far away": {"ragged-row"},
    "a circle": {"cycle"},
    "a circle of managers": {"cycle"},
    "a command": {"wrong-shape", "read"},
}  # fmt: skip
"""What the reader of any format may say of an attack; of others it may also be read."""

READ = {("graphml", "a circle")}  # edges of the file's own type, which may go round

ATTACKS: dict[str, list[dict[str, Any]]] = {}

# What is opened and not read has attacks of its own, in tests/store.
READERS = [name for name in names_read() if find_format(name).read]


def outcomes_of(name: str) -> list[dict[str, Any]]:
    """Return what the reader of a format says of each attack, in a process of its own."""
    if name not in ATTACKS:
        done = subprocess.run(
            [sys.executable, "-m", "tests.formats.hostile.bounded", name, str(WIDTH)],
            cwd=ROOT, capture_output=True, text=True, timeout=300, check=False,
        )  # fmt: skip
        assert done.stderr == ""
        assert done.returncode == 0
        ATTACKS[name] = [json.loads(line) for line in done.stdout.splitlines()]
    return ATTACKS[name]


@pytest.mark.parametrize("name", READERS)
def test_attacks_end_in_a_graph_or_in_an_error_with_its_place(name: str) -> None:
    outcomes = outcomes_of(name)
    assert len(outcomes) > 5
    for found in outcomes:
        if found["said"] == "read":
            assert not found["secret"], found
            continue
        assert found["said"] in PROBLEMS, found
        assert found["at"][0].startswith("x"), found
        assert found["en"] != found["da"], found
        assert found["problems"] <= 10_001, found


@pytest.mark.parametrize("name", READERS)
def test_what_can_only_be_refused_is_refused(name: str) -> None:
    said = {found["attack"]: found["said"] for found in outcomes_of(name)}
    for what in REFUSED.keys() & said.keys():
        if (name, what) not in READ:
            assert said[what] in REFUSED[what], what


@pytest.mark.parametrize("name", ["graphml", "gexf", "rdf-xml", "xlsx"])
def test_no_file_is_fetched_into_another(name: str) -> None:
    said = {found["attack"]: found for found in outcomes_of(name)}
    assert said["link to a file"]["said"] in ("xml-doctype", "workbook-entities")
