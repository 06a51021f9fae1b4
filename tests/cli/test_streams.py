"""Answers reach any stream: terminals, pipes, files, of any encoding, or none at all."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ask, Spawn

OnScreen = Callable[..., str]
PATH = ["path", "følgegruppen", "rådet", "--lang", "da"]


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "cp850", "utf-8"])
def test_stand_ins_for_what_a_stream_has_no_character_for(
    ask: Ask, on_screen: OnScreen, encoding: str
) -> None:
    whole, shown = ask(*PATH).out, on_screen(*PATH, encoding=encoding)
    if encoding == "utf-8":
        assert shown == whole
    if encoding == "ascii":
        assert shown.startswith("Foelgegruppen -> Havneraadet: ")
        assert '|   vedtaegt, afsnit 2: "Udvalget refererer ... til raadet"' in shown
    if encoding == "latin-1":
        assert shown.startswith("Følgegruppen -> Havnerådet: ")
    assert "?" not in shown
    assert len(shown.splitlines()) == len(whole.splitlines())


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
@pytest.mark.parametrize("command", [PATH, ["nodes"], ["members", "rådet"], ["check"]])
def test_json_is_the_same_in_any_encoding(
    ask: Ask, on_screen: OnScreen, encoding: str, command: list[str]
) -> None:
    call = [*command, "--format", "json"]
    shown = on_screen(*call, encoding=encoding)
    assert shown.isascii()
    assert json.loads(shown) == json.loads(ask(*call).out)


@pytest.mark.parametrize("format_", ["csv", "markdown"])
def test_tables_can_be_written_in_ascii(on_screen: OnScreen, format_: str) -> None:
    assert "Aase Moeller" in on_screen("nodes", "--format", format_, encoding="ascii")


def test_columns_stay_in_line_with_stand_ins(on_screen: OnScreen) -> None:
    lines = on_screen("nodes", encoding="ascii").splitlines()
    starts = [i for i, sign in enumerate(lines[1]) if sign == "-" and lines[1][i - 1] != "-"]
    for line in (lines[0], *lines[2:]):
        for start in starts[1:]:
            assert line[start - 2 : start] == "  " or len(line) < start


def test_a_caret_stays_in_place_with_stand_ins(on_screen: OnScreen, tmp_path: Path) -> None:
    text = "bodies:\n  ø: {name: Æblegrød, reports to: forkært}\n"
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    shown = on_screen("-d", "a.yaml", "check", encoding="ascii").splitlines()
    assert shown[1].index("forkaert") == shown[2].index("^")
    assert shown[2].count("^") == len("forkaert")


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
@pytest.mark.parametrize(
    "args",
    [PATH, ["check"], ["members", "rådet"], ["relations"], ["show", "rådet"], ["tree"], ["nodes"]],
    ids=lambda args: args[0],
)
def test_text_fits_the_terminal(on_screen: OnScreen, args: list[str], columns: int) -> None:
    shown = on_screen(*args, columns=columns).replace("\x1b[", "\0")
    for line in shown.splitlines():
        visible = "".join(
            part.partition("m")[2] if i else part for i, part in enumerate(line.split("\0"))
        )
        assert len(visible) <= columns


def test_colour_on_a_terminal_only(
    ask: Ask, on_screen: OnScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "\x1b[" not in ask("check").out
    assert "\x1b[32mErrors: 0. Warnings: 0. Notes: 6." in on_screen("check", columns=80)
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b[" not in on_screen("check", columns=80)
    monkeypatch.setenv("TERM", "xterm")
    assert "\x1b[" in on_screen("check", columns=80)
    monkeypatch.setenv("NO_COLOR", "")
    assert "\x1b[" in on_screen("check", columns=80)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in on_screen("check", columns=80)


def test_complaints_fit_the_terminal_too(on_screen: OnScreen) -> None:
    shown = on_screen("chain", "xyzzy", columns=40, stream="stderr")
    assert len(shown.splitlines()) == 2
    assert "\x1b[31m" in shown


def test_nothing_is_cut_in_a_pipe(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = ask("relations")
    monkeypatch.setenv("COLUMNS", "20")
    assert ask("relations") == whole


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (["relations"], 0),
        (["-d", "wrong.yaml", "check"], 1),
        (["--help"], 0),
        (["--version"], 0),
    ],
    ids=str,
)
def test_a_reader_that_goes_away_changes_nothing(
    tmp_path: Path, call: list[str], code: int
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "orggraph", *call],
        cwd=tmp_path,
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (code, b"")


@pytest.mark.parametrize("call", [["tree"], ["schema"], ["--help"], ["--version"]], ids=str)
def test_an_answer_that_cannot_be_written_is_an_error(spawn: Spawn, call: list[str]) -> None:
    closed = spawn(*call, shell=">&-")
    assert closed.returncode == 2
    assert closed.stderr == b"cannot write the answer: standard output is closed\n"
    full = spawn(*call, shell=">/dev/full")
    assert full.returncode == 2
    assert full.stderr == b"cannot write the answer: no space left on the device\n"


@pytest.mark.parametrize("shell", ["2>&-", "2>/dev/full", ">&- 2>&-"])
def test_a_complaint_that_nobody_hears(spawn: Spawn, shell: str) -> None:
    done = spawn("chain", "xyzzy", shell=shell)
    assert (done.returncode, done.stdout, done.stderr) == (2, b"", b"")


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "ascii:strict"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
    ids=str,
)
def test_a_terminal_without_danish_letters(spawn: Spawn, environment: dict[str, str]) -> None:
    answer = spawn(*PATH, **environment)
    assert (answer.returncode, answer.stderr) == (0, b"")
    assert answer.stdout.startswith(b"Foelgegruppen -> Havneraadet: ")
    complaint = spawn("chain", "følgegruppexx", **environment)
    assert complaint.returncode == 2
    assert b"no node is called 'foelgegruppexx'" in complaint.stderr


def test_a_name_typed_in_latin_1(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "orggraph", "chain", "følgegruppen".encode("latin-1")],
        cwd=tmp_path,
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "ORGGRAPH_CACHE": "off"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert done.stdout.startswith(b"The reference group\n")


def test_nothing_is_read_from_standard_input(spawn: Spawn) -> None:
    assert spawn("tree", shell="<&-").stdout == spawn("tree").stdout != b""


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_one_may_not_read(ask: Ask) -> None:
    Path("data/havn.yaml").chmod(0)
    answer = ask("tree")
    assert (answer.code, answer.out) == (2, "")
    assert "R002: cannot read 'data/havn.yaml': " in answer.err


@pytest.mark.parametrize("module", ["orggraph.cli.run", "yaml", "orggraph.cli.commands.lines"])
def test_ctrl_c_is_silent_while_it_starts_too(tmp_path: Path, module: str) -> None:
    code = """
import sys

class CtrlC:
    def find_spec(self, name, *rest):
        if name == sys.argv[1]:
            raise KeyboardInterrupt

sys.meta_path.insert(0, CtrlC())
from orggraph.cli import main
main(["tree"])
"""
    done = subprocess.run(
        [sys.executable, "-c", code, module],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr.strip()) == (130, "", "")


def test_words_stay_whole_in_a_table_or_each_row_is_a_list(
    on_screen: OnScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    path = tmp_path / "data" / "havn.yaml"
    text = path.read_text(encoding="utf-8").replace("Driftsudvalget", "Forretningsudvalget")
    path.write_text(text, encoding="utf-8")
    call = ["nodes", "--kind", "organ", "--lang", "da"]
    wide, narrow = (on_screen(*call, columns=n) for n in (80, 30))
    assert "udvalget      organ  Forretningsudvalget\n" in wide
    assert "id    udvalget\nart   organ\nnavn  Forretningsudvalget\n" in narrow
