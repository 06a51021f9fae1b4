"""The command that tells what changed, between files and revisions in git."""

import json
import subprocess
from pathlib import Path

import pytest

from orggraph.formats.revisions import name_versions
from tests.cli.conftest import Ask

DATA = Path("data/havn.yaml")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return the working directory as a repository whose only commit has the data."""
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    for args in (("init", "-q"), ("add", "data"), (*who, "commit", "-qm", "one")):
        subprocess.run(["git", *args], cwd=tmp_path, check=True, capture_output=True)
    return tmp_path


def change(old: str, new: str, path: Path = DATA) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.usefixtures("repository")
def test_a_revision_is_compared_with_the_data(ask: Ask) -> None:
    assert ask("diff", "HEAD:data").code == 0
    change("name: Driftsudvalget", "name: Havneudvalget")
    answer = ask("diff", "HEAD:data", "--format", "json")
    assert answer.code == 1
    found = json.loads(answer.out)
    assert (found["old"], found["new"]) == ("HEAD:data", "data")
    (changed,) = found["nodes"]["changed"]
    assert changed["fields"] == [
        {"field": "name.da", "old": "Driftsudvalget", "new": "Havneudvalget"}
    ]
    assert ask("diff", "HEAD:data/havn.yaml", "HEAD:./data").code == 0
    assert ask("diff", "HEAD@{2100-01-01 10:00}:data", "HEAD:data").code == 0


@pytest.mark.usefixtures("repository")
def test_a_revision_is_held_against_its_own_documents(ask: Ask) -> None:
    change("refererer", "svarer", Path("data/vedtaegt.txt"))
    found = json.loads(ask("diff", "HEAD:data", "--format", "json").out)
    (changed,) = found["evidence"]["changed"]
    assert changed["fields"] == [{"field": "status", "old": "verified", "new": "not_found"}]


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("HEAD:nothing", "'nothing' is not in revision HEAD"),
        ("nowhere:data", "'nowhere' is no file here, and no revision"),
        ("--output=x:data", "--output=x"),
        ("HEAD:data/vedtaegt.txt", "vedtaegt.txt:1:"),
        ("x" * 300 + ":data", "is no file here, and no revision"),
        ("HEAD@{", "is no"),
    ],
)
def test_what_is_no_version_is_explained(ask: Ask, words: str, told: str) -> None:
    answer = ask("diff", "--", words)
    assert answer.code == 2
    assert told in answer.err
    assert "Traceback" not in answer.err


def test_a_revision_outside_a_repository_is_explained(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert "in no git repository" in ask("diff", "HEAD:data").err


def test_without_git_that_is_said(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    answer = ask("diff", "HEAD:data")
    assert (answer.code, answer.err.split(";")[0]) == (2, "git is not installed")


@pytest.mark.parametrize("words", ["HEAD", ":data", "", "nothing.yaml"])
def test_what_is_neither_a_path_nor_a_revision_is_explained(ask: Ask, words: str) -> None:
    answer = ask("diff", words, "data")
    assert (answer.code, answer.out) == (2, "")
    assert f"there is no file or directory '{words}'; name one, or a path in a rev" in answer.err


@pytest.mark.usefixtures("repository")
def test_a_name_of_any_letters_is_found_in_a_revision(ask: Ask, tmp_path: Path) -> None:
    folder = tmp_path / "æ ø å"
    folder.mkdir()
    (folder / "blå havn.yaml").write_text(DATA.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "læs mig.txt").write_text("not data", encoding="utf-8")
    commit(tmp_path)
    for path in ("æ ø å/blå havn.yaml", "æ ø å", "æ ø å/"):
        assert ask("diff", f"HEAD:{path}", path).code == 0


def commit(folder: Path) -> None:
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    for args in (("add", "-A"), (*who, "commit", "-qm", "more")):
        subprocess.run(["git", *args], cwd=folder, check=True, capture_output=True)


@pytest.mark.usefixtures("repository")
def test_a_bare_repository_has_revisions(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clone(tmp_path, "--bare", "bare.git")
    monkeypatch.chdir(tmp_path / "bare.git")
    assert ask("diff", "HEAD:data", "HEAD:data/havn.yaml").code == 0
    assert ask("diff", "HEAD:data/", "../data").code == 0


@pytest.mark.usefixtures("repository")
def test_a_shallow_clone_says_how_to_get_the_rest(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change("Driftsudvalget", "Udvalget")
    commit(tmp_path)
    clone(tmp_path, "--depth=1", "shallow")
    monkeypatch.chdir(tmp_path / "shallow")
    assert "git fetch --unshallow" in ask("diff", "HEAD~1:data").err


def clone(source: Path, option: str, target: str) -> None:
    args = ("clone", "-q", option, source.as_uri(), str(source / target))
    subprocess.run(["git", *args], check=True, capture_output=True)


@pytest.mark.usefixtures("repository")
def test_a_finding_is_not_another_where_its_document_lies_elsewhere(
    ask: Ask, tmp_path: Path
) -> None:
    Path("data/vedtaegt.txt").write_bytes(b"\xff\xfe\x00")
    subprocess.run(["git", "rm", "-q", "--cached", "data/vedtaegt.txt"], check=True)
    commit(tmp_path)
    answer = ask("diff", "HEAD:data", "data")
    assert (answer.code, answer.out.splitlines()[-1]) == (0, "No difference.")
    named = ask("diff", "HEAD:data", "data", "--source", "vedtaegt=data/vedtaegt.txt")
    assert (named.code, named.out) == (2, "")
    copy = tmp_path / "copy"
    copy.mkdir()
    (copy / "havn.yaml").write_text(DATA.read_text(encoding="utf-8"), encoding="utf-8")
    Path("data/vedtaegt.txt").unlink()
    assert ask("diff", "data", str(copy)).code == 0


@pytest.mark.usefixtures("repository")
def test_a_broken_document_of_a_revision_is_called_as_git_calls_it(
    ask: Ask, tmp_path: Path
) -> None:
    change("vedtaegt.txt}", "vedtaegt.pdf}")
    Path("data/vedtaegt.pdf").write_bytes(b"%PDF-1.4 broken")
    commit(tmp_path)
    change("vedtaegt.pdf}", "vedtaegt.txt}")
    told = ask("diff", "HEAD:data", "data").out
    (gone,) = (line for line in told.splitlines() if line.startswith("- warning E103"))
    assert "HEAD:data/vedtaegt.pdf" in gone
    assert str(tmp_path) not in told
    assert "orggraph-" not in told


@pytest.mark.parametrize(
    ("old", "new", "names"),
    [
        ("a/x.yaml", "b/x.yaml", ("a/x.yaml", "b/x.yaml")),
        ("a/x.yaml", "a/y.yaml", ("x.yaml", "y.yaml")),
        ("a", "b/../a/x.yaml", ("a", "x.yaml")),
        ("a/x.yaml", "a/x.yaml", ("x.yaml", "x.yaml")),
        ("HEAD~1:a", "a/", ("HEAD~1:a", "a")),
        ("HEAD:a", "HEAD:a", ("HEAD:a", "HEAD:a")),
    ],
)
def test_versions_are_called_by_what_tells_them_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str, names: tuple[str, str]
) -> None:
    for path in ("a/x.yaml", "a/y.yaml", "b/x.yaml"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).touch()
    monkeypatch.chdir(tmp_path)
    assert name_versions(old, new) == names


@pytest.mark.usefixtures("repository")
def test_a_path_that_exists_goes_before_a_revision(ask: Ask) -> None:
    Path("HEAD:data").write_text(DATA.read_text(encoding="utf-8"), encoding="utf-8")
    change("byen: {", "staden: {", Path("HEAD:data"))
    change("appointed by: byen", "appointed by: staden", Path("HEAD:data"))
    assert "staden" in ask("diff", "HEAD:data", "data/havn.yaml").out


def test_problems_of_both_versions_are_told(ask: Ask) -> None:
    Path("other.yaml").write_text("bodies: {c: {name: C, reports to: none}}\n", encoding="utf-8")
    answer = ask("diff", "wrong.yaml", "other.yaml")
    assert answer.code == 2
    assert "wrong.yaml:2" in answer.err
    assert "other.yaml:1" in answer.err


def test_both_versions_are_taken_on_one_date(ask: Ask) -> None:
    text = DATA.read_text(encoding="utf-8")
    Path("other.yaml").write_text(text.replace("until: 2024", "until: 2023"), encoding="utf-8")
    Path("vedtaegt.txt").write_text(Path("data/vedtaegt.txt").read_text(encoding="utf-8"))
    assert ask("diff", "data", "other.yaml").code == 1
    assert ask("diff", "data", "other.yaml", "--as-of", "2030").code == 0


@pytest.mark.parametrize("format_", ["text", "csv", "markdown"])
def test_each_format_names_the_change(ask: Ask, format_: str) -> None:
    text = DATA.read_text(encoding="utf-8")
    Path("data2.yaml").write_text(text.replace("contact for: udvalget", "note: x"))
    answer = ask("diff", "data", "data2.yaml", "--format", format_)
    assert "reference group" in answer.out
    assert answer.code == 1
