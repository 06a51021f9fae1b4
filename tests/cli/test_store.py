"""A store in place of the data: every command gives the same answer, or says what is wrong."""

import shlex
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from orggraph.cli.run import run
from orggraph.formats.registry import names_written
from tests.cli.conftest import Ask

STORE = "data/x.orgdb"
"""Beside the data, so that documents are called the same from both."""
QUESTIONS = (
    "nodes", "nodes --kind person", "relations", "relations --family appointment",
    "relations --type contact_for", "relations --as-of 2030",
    "show rådet", "show Havnerådet --as-of 2022", "show 'the harbour council'", "show harb",
    "show misspelt", "show 'havneråd'", "show zzz", "show e", "chain udvalget", "tree",
    "tree --depth 1", "tree --as-of 2030", "common udvalget rådet",
    "path åse byen", "path udvalget rådet --all", "path byen udvalget --strict",
    "who appoints rådet", "who appoints", "who contact_for", "whom byen appoints",
    "members rådet", "members rådet --as-of 2022", "terms", "terms rådet", "terms --all",
    "history rådet", "history udvalget", "check", "check --strict", "coverage",
    "coverage vedtaegt",
)  # fmt: skip
FORMS = ("text", "json", "markdown", "csv")
PICTURES = (
    "draw -o x.svg", "draw -o x.mmd --around rådet --depth 1", "draw -o x.dot --members nodes",
    "draw -o x.svg --as-of 2022 --theme dark", "draw -o x.svg --family reporting",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _stored(_harbour: None, ask: Ask) -> None:
    """Make a store of the data that all tests here have."""
    assert ask("convert", "data", STORE).code == 0


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_has_the_same_answer(ask: Ask, question: str) -> None:
    for language in ("en", "da"):
        ways = [
            ["-d", data, "--lang", language, *shlex.split(question)] for data in ("data", STORE)
        ]
        one, other = (ask(*way) for way in ways)
        assert other == one
    for form in FORMS:
        ways = [["-d", data, *shlex.split(question), "--format", form] for data in ("data", STORE)]
        one, other = (ask(*way) for way in ways)
        assert other == one


@pytest.mark.parametrize("picture", PICTURES)
def test_every_picture_is_the_same(ask: Ask, picture: str) -> None:
    made = []
    for data in ("data", STORE):
        assert ask("-d", data, *shlex.split(picture)).code == 0
        (file,) = Path().glob("x.*")
        made.append(file.read_bytes())
        file.unlink()
    assert made[0] == made[1]


@pytest.mark.parametrize("form", names_written())
def test_it_is_converted_to_the_same_in_every_format(ask: Ask, form: str) -> None:
    found = []
    for data in ("data", STORE):
        out = Path("out")
        out.mkdir()
        target = out if form in ("csv", "parquet") else out / "x"
        answer = ask("convert", data, str(target), "--to", form)
        assert answer.code == 0
        found.append({path.name: path.read_bytes() for path in out.iterdir()})
        shutil.rmtree(out)
    assert found[1] == found[0]
    assert found[0]


@pytest.mark.parametrize("form", ["github", "sarif"])
def test_findings_are_the_same_for_a_review(ask: Ask, form: str) -> None:
    assert ask("-d", STORE, "check", "--format", form) == ask(
        "-d", "data", "check", "--format", form
    )


def test_a_diff_finds_nothing_between_a_store_and_what_it_was_made_of(ask: Ask) -> None:
    for one, other in (("data", STORE), (STORE, "data"), (STORE, STORE)):
        answer = ask("diff", one, other, "--format", "json")
        assert answer.code == 0
        assert answer.err == ""


def test_a_diff_of_a_store_is_that_of_its_data(ask: Ask) -> None:
    newer = Path("data/newer.txt")
    old = Path("data/havn.yaml").read_text(encoding="utf-8")
    newer.write_text(old.replace("Åse Møller", "Åse Holm"), encoding="utf-8")
    text, store = str(newer), "data/newer.orgdb"
    assert ask("convert", text, store).code == 0
    for pair in ((STORE, text), ("data", store), (STORE, store)):
        one, other = ask("diff", "data", text), ask("diff", *pair)
        assert other.code == one.code == 1
        assert other.out.splitlines()[2:] == one.out.splitlines()[2:]


def test_pictures_of_a_directory_are_up_to_date_with_a_store(ask: Ask) -> None:
    Path("diagrams").mkdir()
    Path("diagrams/a.yaml").write_text("outputs: [svg]\n", encoding="utf-8")
    assert ask("-d", "data", "build").code == 0
    assert ask("-d", STORE, "build", "--check").code == 0


def test_words_are_completed_from_a_store(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("_ORGGRAPH_COMPLETE", "bash_complete")
    for line in ("show ha", "members d", "who app", "coverage v", "relations --family r"):
        monkeypatch.setenv("COMP_CWORD", str(len(line.split()) + 2))
        found = []
        for data in ("data", STORE):
            monkeypatch.setenv("COMP_WORDS", f"orggraph -d {data} {line}")
            with pytest.raises(SystemExit):
                run([])
            found.append(capsys.readouterr())
        assert found[1] == found[0]
        assert found[0].out


def test_the_environment_may_name_it(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ORGGRAPH_DATA", STORE)
    assert ask("chain", "udvalget") == ask("-d", "data", "chain", "udvalget")


def damaged() -> Iterator[tuple[str, bytes]]:
    """Yield what a store may have become, and the code of what is then said."""
    sound = Path(STORE).read_bytes()
    yield "X060", b"bodies: {}\n"
    yield "X060", b""
    yield "X061", sound[:63] + b"\x63" + sound[64:]
    yield "X062", sound[:-1]
    yield "X063", sound[:-9] + bytes([sound[-9] ^ 1]) + sound[-8:]


@pytest.mark.parametrize("command", ["chain udvalget", "check", "convert IT y.yaml", "draw -o -"])
def test_what_is_wrong_with_it_is_told_on_a_screen(ask: Ask, command: str) -> None:
    for code, damage in damaged():
        Path(STORE).write_bytes(damage)
        for language in ("en", "da"):
            said = [STORE if word == "IT" else word for word in shlex.split(command)]
            data = [] if STORE in said else ["-d", STORE]
            answer = ask("--lang", language, *data, *said)
            assert answer.code == 2
            assert answer.out == ""
            assert code in answer.err
            assert STORE in answer.err
            assert len(answer.err.splitlines()) < 6
    assert not Path("y.yaml").exists()


def test_check_reads_all_of_a_store(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a large one that was known to be whole not everything is read when it is opened."""
    from orggraph.store import opening

    monkeypatch.setattr(opening, "_READ_WHOLE", 0)
    monkeypatch.setattr(opening, "is_known", lambda path, memory: True)
    sound = Path(STORE).read_bytes()
    Path(STORE).write_bytes(sound.replace("Åse Møller".encode(), "Åse Mæller".encode()))
    assert ask("-d", STORE, "show", "rådet").code == 0
    answer = ask("-d", STORE, "check")
    assert answer.code == 2
    assert "X063" in answer.err


def test_who_changed_it_is_told(ask: Ask) -> None:
    database = sqlite3.connect(STORE)
    database.execute("UPDATE node SET name = 'X' WHERE number = 1")
    database.commit()
    database.close()
    answer = ask("-d", STORE, "nodes")
    assert answer.code == 2
    assert "X063" in answer.err


def test_a_store_in_a_directory_is_named(ask: Ask) -> None:
    Path("folder").mkdir()
    shutil.copy(STORE, "folder")
    answer = ask("-d", "folder", "nodes")
    assert answer.code == 2
    assert "folder/x.orgdb" in answer.err
    assert "lager" in ask("--lang", "da", "-d", "folder", "nodes").err
    shutil.copy("data/havn.yaml", "folder")  # data files come first
    assert ask("-d", "folder", "nodes").out == ask("-d", "data", "nodes").out


def test_it_is_read_from_no_pipe_and_no_revision(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    from io import BytesIO, TextIOWrapper

    piped = TextIOWrapper(BytesIO(Path(STORE).read_bytes()))
    monkeypatch.setattr("sys.stdin", piped)
    answer = ask("-d", "-", "nodes")
    assert answer.code == 2
    assert ".orgdb" in answer.err


def test_it_is_not_written_over_what_is_read(ask: Ask) -> None:
    before = Path(STORE).read_bytes()
    assert ask("convert", STORE, STORE).code == 2
    assert Path(STORE).read_bytes() == before


def test_a_store_says_where_documents_are_from_where_it_is(ask: Ask) -> None:
    Path("elsewhere").mkdir()
    assert ask("convert", STORE, "elsewhere/x.orgdb").code == 0
    one, other = (ask("-d", data, "check") for data in (STORE, "elsewhere/x.orgdb"))
    assert b"../data/vedtaegt.txt" in Path("elsewhere/x.orgdb").read_bytes()
    assert other == one
