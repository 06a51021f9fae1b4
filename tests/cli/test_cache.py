"""A call answers the same from what was kept as from the files, and keeps nothing unasked."""

from collections.abc import Callable
from pathlib import Path

import pytest

from orggraph.formats.cache import Kept
from tests.cli.conftest import Answer, Ask, Spawn

WHOLE = Path(__file__).parents[1] / "formats" / "whole.yaml"
COMMANDS = (
    "check", "nodes", "relations", "relations rådet", "tree", "terms", "terms --all",
    "members havnerådet", "show rådet", "show udvalget", "history udvalget", "chain udvalget",
    "path følgegruppen rådet", "path følgegruppen rådet --all", "path rådet byen --strict",
    "common udvalget følgegruppen", "who appoints", "whom appoints byen", "coverage vedtaegt",
    "nodes --as-of 2023", "path udvalget rådet --as-of 2025", "relations --family appointment",
    "members rad", "show nowhere", "relations --family nothing",
)  # fmt: skip

Twice = Callable[..., tuple[Answer, Answer, Answer]]


@pytest.fixture
def twice(ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Twice:
    """Return a function that asks without what is kept, then while it is made, then from it."""
    opened: list[bool] = []
    really = Kept.open

    def watched(kept: Kept, *args: object) -> object:
        found = really(kept, *args)  # type: ignore[arg-type]
        opened.append(found is not None)
        return found

    monkeypatch.setattr(Kept, "open", watched)

    def call(*args: str) -> tuple[Answer, Answer, Answer]:
        plain = ask(*args)
        with monkeypatch.context() as patch:
            patch.setenv("ORGGRAPH_CACHE", str(tmp_path / "cache"))
            answers = plain, ask(*args), ask(*args)
        for file in (tmp_path / "cache").iterdir():
            file.unlink()
        assert opened == [False, True]
        opened.clear()
        return answers

    return call


@pytest.mark.parametrize("form", ["text", "json", "csv", "markdown"])
@pytest.mark.parametrize("command", COMMANDS)
def test_answers_are_the_same(twice: Twice, command: str, form: str) -> None:
    plain, first, second = twice(*command.split(), "--format", form)
    assert plain.out or plain.err or form == "csv"
    assert first == plain
    assert second == plain


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_findings_have_their_places_and_excerpts(twice: Twice, tmp_path: Path, form: str) -> None:
    (tmp_path / "data" / "vedtaegt.txt").write_text("Byen udpeger formanden.", encoding="utf-8")
    for data, code in ((tmp_path / "data", 1), (WHOLE, 0)):
        plain, *others = twice("-d", str(data), "check", "--format", form)
        assert plain.code == code
        assert (WHOLE.name if data == WHOLE else "havn.yaml") in plain.out
        assert others == [plain, plain]


@pytest.mark.parametrize("language", ["da", "en"])
def test_pictures_are_the_same(twice: Twice, tmp_path: Path, language: str) -> None:

    plain, *others = twice("--lang", language, "draw", "--around", "rådet", "-o", "-")
    assert plain.code == 0
    assert "<svg" in plain.out
    assert others == [plain, plain]


def test_a_change_is_seen(ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ORGGRAPH_CACHE", str(tmp_path / "cache"))
    file = tmp_path / "data" / "havn.yaml"
    for name in ("Havnerådet", "Havneråbet"):
        file.write_text(file.read_text(encoding="utf-8").replace("Havnerådet", name), "utf-8")
        for _ in range(2):
            assert f'"{name}"' in ask("--lang", "da", "show", "rådet", "--format", "json").out
    (tmp_path / "data" / "more.yml").write_text("bodies: {ny: {name: Nyt}}\n")
    assert ask("show", "ny").code == 0
    (tmp_path / "data" / "more.yml").unlink()
    assert ask("show", "ny").code == 2


def test_problems_of_data_are_told_and_not_kept(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = {name: ask("-d", name, "nodes") for name in ("wrong.yaml", "unreadable.yaml", "none")}
    monkeypatch.setenv("ORGGRAPH_CACHE", str(tmp_path / "cache"))
    for name, told in plain.items():
        assert ask("-d", name, "nodes") == told
        assert told.code == 2
    assert not (tmp_path / "cache").exists()


def test_it_is_kept_after_the_answer(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said: list[str] = []
    monkeypatch.setenv("ORGGRAPH_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(Kept, "keep", lambda *_: said.append("".join(capsys.readouterr())))
    ask("show", "rådet")
    ask("show", "nowhere")
    assert "The harbour council" in said[0]
    assert "nowhere" in said[1]


def test_it_can_be_turned_off(spawn: Spawn, tmp_path: Path) -> None:
    home = {"HOME": str(tmp_path / "home"), "XDG_CACHE_HOME": str(tmp_path / "xdg")}
    off = spawn("nodes", **home)
    assert not (tmp_path / "home").exists()
    assert not (tmp_path / "xdg").exists()
    for _ in range(2):
        assert spawn("nodes", **home, ORGGRAPH_CACHE="").stdout == off.stdout
    assert len(list((tmp_path / "xdg" / "orggraph").iterdir())) == 1
    assert not (tmp_path / "home").exists()


def test_standard_input_is_never_kept(spawn: Spawn, tmp_path: Path) -> None:
    done = spawn("-d", "-", "nodes", shell="< data/havn.yaml", ORGGRAPH_CACHE="cache")
    assert done.returncode == 0
    assert not (tmp_path / "cache").exists()
