"""No file, however broken, gets more out of a reader than a graph or an error in words."""

import json
import os
import subprocess
import sys

import pytest

from orggraph.formats import loader
from orggraph.formats.draft import Draft
from orggraph.formats.registry import FORMATS, find_format
from orggraph.model import Graph
from tests.formats.hostile.oracle import count_records
from tests.formats.hostile.seeds import seeds_of
from tests.formats.hostile.trial import (
    MOST_CALLS,
    Broken,
    break_files,
    judge,
    read_broken,
    run,
)
from tests.formats.laws import ROOT

TRIALS = 60
COUNTED = 10
"""Of so many trials one is held to a number of calls: to count them takes most of the time."""


@pytest.mark.parametrize("name", FORMATS)
def test_reader_survives_broken_files(name: str) -> None:
    if find_format(name).read is not None:
        most = {0: MOST_CALLS}
        outcomes = {n: run(name, n, most.get(n % COUNTED)) for n in range(TRIALS)}
        assert {number: o.wrong for number, o in outcomes.items() if o.wrong} == {}
        assert any(outcome.is_read for outcome in outcomes.values())


@pytest.mark.parametrize("name", FORMATS)
def test_whole_files_are_read_and_leave_nothing_untold(name: str) -> None:
    if find_format(name).read is None:
        return
    assert seeds_of(name)
    for seed, files in enumerate(seeds_of(name)):
        broken = Broken(name, 0, files, seed)
        found = read_broken(broken)
        assert judge(broken, found) is None


def test_trials_are_the_same_every_time() -> None:
    assert break_files("organogram", 7) == break_files("organogram", 7)
    assert len({str(break_files("organogram", n).files) for n in range(50)}) > 40


def test_records_are_counted() -> None:
    assert count_records("organogram", b'a,b\n1,"2\n3"\n,\n\n4,5\n') == 2
    assert count_records("node-link", json.dumps({"nodes": [{}, {}], "links": [{}]}).encode()) == 3
    assert count_records("graphml", b"<g xmlns='x'><node/><edge/><data/></g>") == 2
    assert count_records("ftm", b'{"id": 1}\n{"id": 2}\n') == 2
    assert count_records("bods", b"{") is None


def test_seeds_are_the_same_in_every_process() -> None:
    """Sets have another order in each; a trial must be found again by its number."""
    code = (
        "import hashlib; from tests.formats.hostile.seeds import seeds_of; "
        "from orggraph.formats.registry import names_read; "
        "print([hashlib.md5(repr(seeds_of(n)).encode()).hexdigest() for n in names_read()])"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(found) == 1


def test_a_reader_that_loses_someone_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def lossy(draft: Draft, graph_class: type[Graph]) -> Graph:
        lost = draft.nodes[-1]
        draft.relations = [r for r in draft.relations if lost.id not in (r.source, r.target)]
        draft.nodes.remove(lost)
        return graph_class.from_sound(draft.parts())

    for name in ("csv", "json-ld", "gexf", "yaml", "xlsx", "ftm"):
        seeds_of(name)
    with monkeypatch.context() as changed:
        changed.setattr(loader, "finish", lossy)
        for name in ("csv", "json-ld", "gexf", "yaml", "xlsx", "ftm"):
            found = read_broken(Broken(name, 0, seeds_of(name)[0]))
            assert "missing" in str(judge(Broken(name, 0, seeds_of(name)[0]), found)), name
