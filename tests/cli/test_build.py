"""`build` makes the pictures of all views, and says what it did."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from orggraph.cli import progress
from orggraph.cli.progress import with_progress
from tests.cli.conftest import Ask, Screen


@pytest.fixture(autouse=True)
def _views() -> None:
    Path("diagrams").mkdir()
    Path("diagrams/all.yaml").write_text("languages: [da, en]", encoding="utf-8")
    Path("diagrams/near.yaml").write_text("around: udvalget\noutputs: txt", encoding="utf-8")


def test_a_build_says_what_it_wrote(ask: Ask) -> None:
    assert ask("build") == (
        0,
        "Written: diagrams/all.da.svg\nWritten: diagrams/all.en.svg\n"
        "Written: diagrams/near.txt\nChanged: 3. Unchanged: 0.\n",
        "",
    )
    assert ask("build") == (0, "Changed: 0. Unchanged: 3.\n", "")
    assert ask("build", "--check") == (0, "Changed: 0. Unchanged: 3.\n", "")


def test_the_language_of_the_call_is_that_of_the_messages_only(ask: Ask) -> None:
    assert ask("build").code == 0
    assert ask("build", "--lang", "da") == (0, "Ændret: 0. Uændret: 3.\n", "")
    assert "Driftsudvalget" in Path("diagrams/near.txt").read_text("utf-8")


def test_a_check_tells_what_would_change_and_writes_nothing(ask: Ask) -> None:
    answer = ask("build", "--check")
    assert answer.code == 1
    assert answer.out.startswith("Would change: diagrams/all.da.svg\n")
    assert sorted(p.suffix for p in Path("diagrams").iterdir()) == [".yaml", ".yaml"]
    ask("build")
    Path("diagrams/near.txt").write_text("by hand", encoding="utf-8")
    answer = ask("build", "--check", "--lang", "da")
    assert answer == (1, "Ville blive ændret: diagrams/near.txt\nÆndret: 1. Uændret: 2.\n", "")
    assert Path("diagrams/near.txt").read_text("utf-8") == "by hand"


def test_what_is_left_over_is_told(ask: Ask) -> None:
    ask("build")
    Path("diagrams/near-8.txt").write_text("old", encoding="utf-8")
    for call in (("build",), ("build", "--check")):
        answer = ask(*call)
        assert (answer.code, answer.err) == (0, "")
        assert answer.out.startswith("Left over: diagrams/near-8.txt; no view makes it any more")
    assert ask("build", "--lang", "da").out.startswith("Til overs: diagrams/near-8.txt; ingen")
    assert Path("diagrams/near-8.txt").read_text("utf-8") == "old"


def test_other_directories(ask: Ask) -> None:
    Path("diagrams").rename("views")
    answer = ask("build", "views", "-o", "out/pictures")
    assert answer.code == 0
    assert "Written: out/pictures/near.txt\n" in answer.out
    assert Path("out/pictures/all.en.svg").is_file()


def test_notices_name_their_view(ask: Ask) -> None:
    Path("faint.yaml").write_text('ink: "#dddddd"', encoding="utf-8")
    Path("diagrams/all.yaml").write_text("theme: ../faint.yaml", encoding="utf-8")
    answer = ask("build")
    assert answer.code == 0
    assert answer.err
    for line in answer.err.splitlines():
        assert line.startswith("the view 'all': warning T201: ")


@pytest.mark.parametrize(
    ("args", "view", "english", "danish"),
    [
        (["nowhere"], "", "there is no view (*.yaml) in 'nowhere'", "der er ingen visning"),
        (["wrong.yaml"], "", "'wrong.yaml' is no directory", "'wrong.yaml' er ikke en mappe"),
        (["-o", "wrong.yaml"], "", "'wrong.yaml' is no directory", "'wrong.yaml' er ikke en mappe"),
        (["-d", "nope"], "", "no file or directory 'nope'", "ingen fil eller mappe 'nope'"),
        (["a", "b"], "", "more words than expected: b", "flere ord end ventet: b"),
        (
            [],
            "around: xyzzy",
            "diagrams/odd.yaml:1:9: error D110",
            "diagrams/odd.yaml:1:9: fejl D110",
        ),
        (
            [],
            "kinds: xyzzy",
            "be drawn: 'xyzzy' is no kind",
            "kan ikke tegnes: 'xyzzy' er ingen art",
        ),
        ([], "kinds: post\nfamilies: contact", "the view 'odd': ", "visningen 'odd': "),
        ([], "outputs: pgn", "diagrams/odd.yaml:1:10: error R204", "diagrams/odd.yaml:1:10: fejl"),
        (
            [],
            "engine: steam",
            "diagrams/odd.yaml:1:9: error D110",
            "kan ikke tegnes: der er ingen layoutm",
        ),
        (
            [],
            "theme: no.yaml",
            "the view 'odd': there is no theme file",
            "visningen 'odd': der er ingen",
        ),
        ([], "theme: ../wrong.yaml", "wrong.yaml:", "wrong.yaml:"),
    ],
    ids=str,
)
def test_a_misuse(ask: Ask, args: list[str], view: str, english: str, danish: str) -> None:
    Path("diagrams/odd.yaml").write_text(view, encoding="utf-8")
    before = sorted(Path("diagrams").iterdir())
    for answer, words in (
        (ask("build", *args), english),
        (ask("--lang", "da", "build", *args), danish),
    ):
        assert (answer.code, answer.out) == (2, "")
        assert words in answer.err
        assert "its own mistake" not in answer.err
    assert sorted(Path("diagrams").iterdir()) == before


@pytest.mark.parametrize("file", ["data", "view", "theme"])
def test_each_schema_is_printed(ask: Ask, file: str) -> None:
    answer = ask("schema", file)
    assert (answer.code, answer.err) == (0, "")
    assert f"orggraph {file}" in answer.out
    assert ask("schema").out == ask("schema", "data").out
    refused = ask("schema", "pony")
    assert (refused.code, refused.out) == (2, "")
    assert "'pony' is none of: data, view, theme" in refused.err


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Return a function that gives what is shown of work whose steps take some seconds each."""

    def call(steps: Sequence[float], *, terminal: bool) -> str:
        screen = Screen("utf-8", terminal=terminal)
        now = 0.0
        monkeypatch.setattr(progress, "monotonic", lambda: now)
        monkeypatch.setattr(sys, "stderr", screen)
        done = []
        for step in with_progress(steps, "Drawing"):
            now += step
            done.append(step)
        assert done == list(steps)
        screen.flush()
        return screen.text()

    return call


def test_long_work_shows_how_far_it_is_on_a_terminal_only(watched: Callable[..., str]) -> None:
    shown = watched([2.0, 2.0, 2.0, 2.0], terminal=True)
    assert "Drawing" in shown
    assert "25%" in shown
    assert "100%" in shown
    assert watched([2.0, 2.0, 2.0, 2.0], terminal=False) == ""
    assert watched([0.1, 0.1, 0.1], terminal=True) == ""
    assert watched([], terminal=True) == ""
