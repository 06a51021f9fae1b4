"""Beginning: a data file that works, and the schema."""

import json
import shlex
from pathlib import Path

import pytest

from tests.cli.conftest import Ask


@pytest.fixture
def somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a directory without data."""
    (tmp_path / "new").mkdir()
    monkeypatch.chdir(tmp_path / "new")
    return tmp_path / "new"


@pytest.mark.parametrize(
    ("language", "top", "question"),
    [
        ("en", "The board\n", ["path", "harbour committee", "town"]),
        ("da", "Bestyrelsen\n", ["path", "havneudvalget", "byen"]),
    ],
)
def test_a_beginner_gets_from_nothing_to_an_answer(
    ask: Ask, somewhere: Path, language: str, top: str, question: list[str]
) -> None:
    said = ["--lang", language]
    missing = ask(*said, "tree")
    assert missing.code == 2
    assert "orggraph init" in missing.err

    written = ask(*said, "init")
    assert (written.code, written.err) == (0, "")
    assert "data/organisation.yaml" in written.out
    assert written.out.endswith("orggraph check\n")

    assert ask(*said, "check").code == 0
    assert ask(*said, "tree").out.startswith(top)
    assert ask(*said, *question).code == 0


@pytest.mark.parametrize("language", ["en", "da"])
def test_the_file_says_what_to_try_and_that_answers(
    ask: Ask, somewhere: Path, language: str
) -> None:
    ask("--lang", language, "init")
    text = Path("data/organisation.yaml").read_text(encoding="utf-8")
    tries = [
        shlex.split(line)[2:] for line in text.splitlines() if line.startswith("#   orggraph ")
    ]
    assert {"terms", "history"} <= {words[0] for words in tries}
    for words in tries:
        answer = ask("--lang", language, *words)
        assert (answer.code, answer.err) == (0, "")


def test_a_file_is_never_replaced(ask: Ask, somewhere: Path) -> None:
    (somewhere / "mine.yaml").write_text("mine", encoding="utf-8")
    assert ask("init", "mine.yaml").code == 2
    assert (somewhere / "mine.yaml").read_text(encoding="utf-8") == "mine"
    (somewhere / "link.yaml").symlink_to("nowhere.yaml")
    assert ask("init", "link.yaml").code == 2
    assert (somewhere / "link.yaml").is_symlink()


@pytest.mark.parametrize(
    ("call", "path", "options"),
    [
        (["init", "a/b/c.yaml"], "a/b/c.yaml", " -d a/b/c.yaml"),
        (["init", "folder"], "folder/organisation.yaml", " -d folder/organisation.yaml"),
        (["-d", "folder", "init"], "folder/organisation.yaml", " -d folder/organisation.yaml"),
        (["init", "my file.yaml"], "my file.yaml", " -d 'my file.yaml'"),
    ],
    ids=str,
)
def test_where_the_file_goes(
    ask: Ask, somewhere: Path, call: list[str], path: str, options: str
) -> None:
    answer = ask(*call)
    assert answer.out.startswith(f"Written: {path}\n")
    assert answer.out.endswith(f"orggraph{options} check\n")
    assert ask("-d", path, "check").code == 0


def test_it_goes_where_the_environment_has_the_data(
    ask: Ask, somewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ORGGRAPH_DATA", "theirs.yaml")
    assert ask("init").out.endswith("try: orggraph check\n")
    assert (somewhere / "theirs.yaml").is_file()
    assert ask("check").code == 0


def test_two_places_are_one_too_many(ask: Ask, somewhere: Path) -> None:
    answer = ask("-d", "a", "init", "b.yaml")
    assert (answer.code, answer.out) == (2, "")
    assert "-d" in answer.err
    assert list(somewhere.iterdir()) == []


def test_a_file_that_cannot_be_written_is_named_as_it_was_typed(
    ask: Ask, somewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied", ".x.yaml.123.tmp")

    monkeypatch.setattr("orggraph.formats.files.write_whole", refuse)
    assert ask("init", "x.yaml").err == "cannot use 'x.yaml': permission denied\n"


def test_the_schema_is_json(ask: Ask) -> None:
    answer = ask("schema")
    assert (answer.code, answer.err) == (0, "")
    assert json.loads(answer.out)["$schema"].startswith("https://json-schema.org/")
