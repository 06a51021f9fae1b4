"""The command that explores: a page that is served, or one file."""

import json
import os
import re
import signal
import subprocess
import sys
import urllib.request
import webbrowser
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from orggraph.cli.commands import explore
from tests.cli.conftest import Ask

Served = subprocess.Popen[str]


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("orggraph.explore.embedding.MOST_SCENES", 4)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """Start the command in a process of its own, as people do."""
    call = [sys.executable, "-m", "orggraph", "explore", "--no-open", "--lang", "en"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", "BROWSER": "false"}
    with subprocess.Popen(
        call,
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # What runs the tests in the background may have Ctrl-C ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    ) as process:
        yield process
        process.kill()


def test_it_serves_until_ctrl_c_and_follows_the_data(served: Served, tmp_path: Path) -> None:
    assert served.stdout is not None
    said = served.stdout.readline()
    address = re.search(r"http://127\.0\.0\.1:\d+/[\w-]+/", said)
    assert address
    assert "Ctrl-C" in said

    def head() -> dict[str, object]:
        with urllib.request.urlopen(f"{address[0]}api/head") as answer:
            told: dict[str, object] = json.load(answer)
            return told

    first = head()
    assert (first["title"], first["language"]) == ("Havnen", "en")
    data = tmp_path / "data" / "havn.yaml"
    changed = data.read_text("utf-8").replace("title: Havnen", "title: Den nye havn")
    data.write_text(changed, encoding="utf-8")
    assert head()["title"] == "Den nye havn"
    assert head()["version"] != first["version"]
    served.send_signal(signal.SIGINT)
    out, err = served.communicate(timeout=60)
    assert (served.returncode, out, err.strip()) == (0, "", "")
    parts = urlsplit(address[0])
    with pytest.raises(OSError, match=r"."):
        HTTPConnection(str(parts.hostname), parts.port, timeout=5).connect()


def test_one_file_is_written(ask: Ask, tmp_path: Path) -> None:
    answer = ask("explore", "-o", "havn.html")
    assert (answer.code, answer.out) == (0, "")
    assert re.fullmatch(r"havn\.html: nodes: 5, pictures: 4, size: \d\.\d MB\n", answer.err)
    text = (tmp_path / "havn.html").read_text("utf-8")
    assert text.startswith("<!doctype html>")
    assert text.endswith("</html>\n")
    assert ask("explore", "-o", "havn.html").code == 0
    assert (tmp_path / "havn.html").read_text("utf-8") == text
    assert [path.name for path in tmp_path.glob(".*")] == []


def test_the_language_and_theme_of_the_file(ask: Ask, tmp_path: Path) -> None:
    assert ask("explore", "-o", "a.html", "--lang", "en", "--theme", "dark").code == 0
    assert '<html lang="en">' in (tmp_path / "a.html").read_text("utf-8")


def test_a_file_of_a_part(ask: Ask) -> None:
    answer = ask("explore", "-o", "a.html", "--around", "Driftsudvalget", "--depth", "1")
    assert answer.err.startswith("a.html: nodes: 4,")
    assert ask("explore", "-o", "b.html", "--around", "følgegruppen").err.startswith(
        "b.html: nodes: 2,"
    )


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("-o", "a.pdf"), "let its name end in .html"),
        (("-o", "nowhere/a.html"), "nowhere"),
        (("-o", "a.html", "--port", "80"), "has no use for --port"),
        (("-o", "a.html", "--no-open"), "has no use for --no-open"),
        (("--depth", "2"), "--depth needs a node"),
        (("--around", "rådet", "--depth", "6"), "a depth of 6 is too much"),
        (("--around", "ingen"), "'ingen'"),
        (("--port", "x"), "'x' is no port"),
        (("--port", "65536"), "'65536' is no port"),
        (("--theme", "blue"), "there is no theme 'blue'"),
        (("--as-of", "soon"), "soon"),
        (("--source", "x=y"), "y"),
        (("-d", "wrong.yaml"), "nobody"),
        (("-d", "nowhere"), "nowhere"),
    ],
)
def test_a_wrong_call_is_told_in_a_sentence(ask: Ask, args: tuple[str, ...], told: str) -> None:
    answer = ask("explore", *args)
    assert (answer.code, answer.out) == (2, "")
    assert told in answer.err
    assert "Traceback" not in answer.err
    danish = ask("explore", *args, "--lang", "da")
    assert danish.err != answer.err


def test_nothing_is_written_where_it_fails(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("old", encoding="utf-8")
    assert ask("explore", "-o", "a.html", "-d", "wrong.yaml").code == 2
    assert ask("explore", "-o", "a.html", "--around", "ingen").code == 2
    assert (tmp_path / "a.html").read_text("utf-8") == "old"


def test_a_port_that_is_taken_is_told(ask: Ask) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        answer = ask("explore", "--port", str(port), "--no-open")
    assert answer.code == 2
    assert f"port {port} cannot be used: another program uses it" in answer.err


class _Browser(webbrowser.BackgroundBrowser):
    def __init__(self) -> None:
        super().__init__("nothing")
        self.opened: list[str] = []

    def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:
        self.opened.append(url)
        return True


class _OfText(webbrowser.GenericBrowser):
    def __init__(self) -> None:
        super().__init__("nothing")

    def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:
        raise AssertionError("it would take the terminal")


def test_a_browser_with_windows_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    browser = _Browser()
    monkeypatch.setattr(webbrowser, "get", lambda: browser)
    explore._open("http://127.0.0.1:1/x/").join()
    assert browser.opened == ["http://127.0.0.1:1/x/"]


def test_no_browser_and_one_of_text_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webbrowser, "get", _OfText)
    assert explore._open("http://127.0.0.1:1/") is None

    def none() -> webbrowser.BaseBrowser:
        raise webbrowser.Error("no browser")

    monkeypatch.setattr(webbrowser, "get", none)
    assert explore._open("http://127.0.0.1:1/") is None


@pytest.mark.parametrize("no_open", [True, False])
def test_the_address_is_said_and_opened_unless_refused(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, no_open: bool
) -> None:
    from orggraph.explore.server import Server

    opened: list[str] = []
    monkeypatch.setattr(explore, "_open", opened.append)

    def stop(server: Server) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Server, "serve_forever", stop)
    answer = ask("explore", *(["--no-open"] if no_open else []))
    assert answer.code == 0
    address = re.search(r"http://\S+/", answer.out)
    assert address
    assert opened == ([] if no_open else [address[0]])


def test_what_cannot_be_written_is_told_before_it_is_made(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr("orggraph.explore.embedding._scenes")
    answer = ask("explore", "-o", "missing/a.html")
    assert answer.code == 2
    assert "'missing'" in answer.err
