"""A small organisation in the working directory, and ways to ask about it."""

import subprocess
import sys
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import NamedTuple

import pytest

from orggraph.cli.run import run

HARBOUR = """\
title: Havnen
language: da
sources:
  vedtaegt: {title: {da: Vedtægten, en: The statutes}, file: vedtaegt.txt}
organisations:
  byen: {name: Østby Kommune, en: East Town}
bodies:
  rådet:
    name: Havnerådet
    en: The harbour council
    roster: complete
    seats:
      formand:
        role: chair
        count: 1
        appointed by: byen
        evidence: "vedtaegt: Byen udpeger formanden"
    members:
      - {person: åse, seat: formand}
  udvalget:
    name: Driftsudvalget
    en: The operations committee
    reports to:
      rådet:
        from: 2020
        until: 2024
        evidence: "vedtaegt: Udvalget refererer … til rådet"
  følgegruppen:
    name: Følgegruppen
    en: The reference group
    contact for: udvalget
persons:
  åse: {name: Åse Møller}
"""

STATUTES = """\
Byen udpeger formanden for rådet.

Udvalget refererer hvert kvartal til rådet.

Havnen ligger ved vandet.
"""

WRONG = """\
bodies:
  a: {name: A, reports to: nobody}
  b: {name: B, reports to: none}
"""

UNREADABLE = 'bodies: {a: "x\n'


class Answer(NamedTuple):
    code: int
    out: str
    err: str


Ask = Callable[..., Answer]
Spawn = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture(autouse=True)
def _harbour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in a directory that has data, in an environment that says nothing else."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "ORGGRAPH_DATA", "COLUMNS", "NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ORGGRAPH_LANG", "en")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "havn.yaml").write_text(HARBOUR, encoding="utf-8")
    (tmp_path / "data" / "vedtaegt.txt").write_text(STATUTES, encoding="utf-8")
    (tmp_path / "wrong.yaml").write_text(WRONG, encoding="utf-8")
    (tmp_path / "unreadable.yaml").write_text(UNREADABLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Ask:
    """Return a function that runs one command in this process."""

    def call(*args: str) -> Answer:
        code = run(args)
        return Answer(code, *capsys.readouterr())

    return call


class Screen(TextIOWrapper):
    """A stream of some encoding, which may be a terminal."""

    def __init__(self, encoding: str, *, terminal: bool = False) -> None:
        self.bytes = BytesIO()
        self.terminal = terminal
        super().__init__(self.bytes, encoding=encoding)

    def isatty(self) -> bool:
        return self.terminal

    def text(self) -> str:
        return self.bytes.getvalue().decode(self.encoding)


@pytest.fixture
def on_screen(monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Return a function that runs a command on a terminal, or a stream of another encoding."""

    def call(
        *args: str, encoding: str = "utf-8", columns: int | None = None, stream: str = "stdout"
    ) -> str:
        screen = Screen(encoding, terminal=columns is not None)
        with monkeypatch.context() as patch:
            patch.setattr(sys, stream, screen)
            if columns is not None:
                patch.setenv("COLUMNS", str(columns))
            run(args)
        return screen.text()

    return call


@pytest.fixture
def spawn(tmp_path: Path) -> Spawn:
    """Return a function that runs a command in a process of its own; it is slow."""

    def call(
        *args: str, shell: str = "", **environment: str
    ) -> "subprocess.CompletedProcess[bytes]":
        command = 'exec "$0" -m orggraph "$@" ' + shell
        return subprocess.run(
            ["/bin/sh", "-c", command, sys.executable, *args],
            cwd=tmp_path,
            env={
                "PATH": "/usr/bin:/bin",
                "ORGGRAPH_LANG": "en",
                "ORGGRAPH_CACHE": "off",
                **environment,
            },
            capture_output=True,
            check=False,
        )

    return call
