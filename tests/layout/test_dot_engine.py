"""Graphviz as a program of its own: what it finds, and what happens when it does not."""

import os
import random
import shutil
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from orggraph.layout.dot_engine import DotEngine
from orggraph.layout.engines import ENGINES, EngineError, Spot, find_engine
from orggraph.layout.orient import Pull

Fake = Callable[[str], DotEngine]


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fake:
    """Return a function that puts a program of that text in the path, as an engine."""

    def make(text: str) -> DotEngine:
        program = tmp_path / "fake-dot"
        program.write_text(f"#!{sys.executable}\nimport os, sys, time\n{text}\n")
        program.chmod(program.stat().st_mode | stat.S_IEXEC)
        monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
        return DotEngine("fake-dot", 10)

    return make


@pytest.fixture(params=["graphviz-pure", "dot"])
def engine(request: pytest.FixtureRequest) -> DotEngine:
    if request.param == "dot" and not shutil.which("dot"):
        assert not os.environ.get("CI"), "dot is not installed; .ci/run should have done it"
        pytest.skip("dot is not installed")
    return DotEngine(request.param, 20)


def acyclic(seed: int, size: int) -> tuple[list[str], list[Pull]]:
    chance = random.Random(seed)
    nodes = [f"node {n} \"'\\" for n in range(size)]
    pairs = {tuple(sorted(chance.sample(range(size), 2))) for _ in range(2 * size)}
    return nodes, [Pull(nodes[a], nodes[b], chance.randint(1, 8)) for a, b in sorted(pairs)]


@pytest.mark.parametrize("seed", range(4))
def test_the_upper_end_of_a_pull_is_above(engine: DotEngine, seed: int) -> None:
    nodes, pulls = acyclic(seed, 12)
    ranks = engine.find_ranks(nodes, pulls)
    assert ranks.keys() == set(nodes)
    assert set(ranks.values()) == set(range(max(ranks.values()) + 1))
    assert all(ranks[pull.upper] < ranks[pull.lower] for pull in pulls)


def test_ranks_make_heavy_lines_short(engine: DotEngine) -> None:
    """A node between a long chain and its end goes to whichever pulls more."""
    chain = [Pull("a", "b", 1), Pull("b", "c", 1), Pull("c", "d", 1)]
    for upper, lower, rank in ((1, 8, 2), (8, 1, 1)):
        pulls = [*chain, Pull("a", "x", upper), Pull("x", "d", lower)]
        assert engine.find_ranks("abcdx", pulls)["x"] == rank


def test_places_keep_their_ranks_and_distances(engine: DotEngine) -> None:
    spots = [Spot("top", 0, 100), *(Spot(f"leaf {n}", 1, 50 + 10 * n) for n in range(5))]
    spots += [Spot("low", 3, 40)]
    pulls = [Pull("top", spot.id, 1) for spot in spots[1:6]] + [Pull("leaf 2", "low", 8)]
    places = engine.find_places(spots, pulls, gap=30)
    assert places.keys() == {spot.id for spot in spots}
    row = sorted(spots[1:6], key=lambda spot: places[spot.id])
    for one, other in zip(row, row[1:], strict=False):  # noqa: RUF007
        apart = places[other.id] - places[one.id]
        assert apart >= (one.width + other.width) / 2 + 30 - 0.5
    assert places["low"] == pytest.approx(places["leaf 2"], abs=1)


def test_no_nodes_no_ranks(engine: DotEngine) -> None:
    assert engine.find_ranks([], []) == {}
    assert engine.find_places([], [], gap=10) == {}


@pytest.mark.parametrize("seed", range(12))
def test_the_embedded_engine_ranks_as_the_reference_does(seed: int) -> None:
    if not shutil.which("dot"):
        assert not os.environ.get("CI"), "dot is not installed; .ci/run should have done it"
        pytest.skip("dot is not installed")
    nodes, pulls = acyclic(seed, 4 + 2 * seed)
    embedded = DotEngine("graphviz-pure", 20).find_ranks(nodes, pulls)
    system = DotEngine("dot", 20).find_ranks(nodes, pulls)

    def cost(ranks: dict[str, int]) -> int:
        return sum(pull.weight * (ranks[pull.lower] - ranks[pull.upper]) for pull in pulls)

    # Of several best ranks, either may be chosen; the sum of the heights is the same.
    assert cost(dict(embedded)) == cost(dict(system))


def test_a_missing_program_is_told() -> None:
    with pytest.raises(EngineError, match="'no-such-dot' is not installed"):
        DotEngine("no-such-dot", 1).find_ranks(["a"], [])


def test_a_program_that_is_none_is_told(fake: Fake, tmp_path: Path) -> None:
    engine = fake("")
    (tmp_path / "fake-dot").write_bytes(b"\x7fELF no program")
    with pytest.raises(EngineError, match="'fake-dot' failed: Exec format error"):
        engine.find_ranks(["a"], [])


def test_a_failing_program_is_told_by_its_last_words(fake: Fake) -> None:
    engine = fake("print('first', file=sys.stderr); sys.exit('Error: out of memory\\n\\n')")
    with pytest.raises(EngineError) as caught:
        engine.find_ranks(["a"], [])
    assert "'fake-dot' failed: Error: out of memory; use --engine tidy" in str(caught.value)
    assert "brug --engine tidy" in caught.value.message("da")


def test_a_program_that_fails_without_a_word_is_told(fake: Fake) -> None:
    with pytest.raises(EngineError, match="failed: exit status 3"):
        fake("sys.exit(3)").find_ranks(["a"], [])


@pytest.mark.parametrize(
    "answer",
    ["", "hello", "node n0", "node n0 one two", "node other 1 1 1 1", "graph 1 1 1", "\\xff\\xfe"],
)
def test_an_answer_that_is_no_layout_is_told(fake: Fake, answer: str) -> None:
    engine = fake(f"print('{answer}')")
    with pytest.raises(EngineError, match="something else than a layout"):
        engine.find_ranks(["a"], [])


def test_a_slow_program_is_stopped(fake: Fake, tmp_path: Path) -> None:
    fake(f"open({str(tmp_path / 'pid')!r}, 'w').write(str(os.getpid())); time.sleep(600)")
    with pytest.raises(EngineError, match="stopped after 2 seconds; use --engine tidy"):
        DotEngine("fake-dot", 2).find_ranks(["a"], [])
    pid = int((tmp_path / "pid").read_text())
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_the_program_is_given_the_picture(fake: Fake, tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    engine = fake(
        f"open({str(seen)!r}, 'w').write(' '.join(sys.argv[1:]) + sys.stdin.read())\n"
        "print('node n0 1.5 2'); print('node n1 1.5 1')"
    )
    assert engine.find_ranks(["a", "b"], [Pull("a", "b", 5)]) == {"a": 0, "b": 1}
    assert engine.find_places([Spot("a", 0, 72), Spot("b", 2, 36)], [Pull("a", "b", 5)], gap=18)
    text = seen.read_text()
    for part in (
        "-Kdot",
        "-Tplain",
        "minlen=2",
        "weight=5",
        "nodesep=0.25",
        "width=1.0",
        "width=0.5",
    ):
        assert part in text.replace('"', "")


def test_engines_are_found_by_name() -> None:
    for name in ENGINES:
        assert find_engine(name)
    with pytest.raises(EngineError, match="did you mean 'tidy'"):
        find_engine("tidi")
    with pytest.raises(EngineError, match="choose one of embedded, dot, tidy"):
        find_engine("xyzzy-1")
