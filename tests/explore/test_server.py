"""The server answers this machine's own page, and nobody else."""

import json
import re
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Thread
from typing import NamedTuple
from urllib.parse import quote

import pytest

from orggraph.explore.ground import Setup
from orggraph.explore.server import Server
from orggraph.explore.watching import Watch
from orggraph.formats.loader import read_graph
from orggraph.model import Graph
from orggraph.words import say
from tests.explore.helpers import MARKUP, put_island
from tests.explore.test_watching import write


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes

    def json(self) -> object:
        return json.loads(self.body)


class Site(NamedTuple):
    server: Server
    data: Path

    def ask(self, place: str = "", method: str = "GET", **headers: str) -> Answer:
        return self.send(f"/{self.server.token}/{place}", method, headers)

    def send(self, path: str, method: str = "GET", headers: dict[str, str] | None = None) -> Answer:
        named = {name.replace("_", "-"): value for name, value in (headers or {}).items()}
        connection = HTTPConnection("127.0.0.1", self.server.server_port, timeout=60)
        with closing(connection):
            connection.request(method, path, headers=named)
            return read(connection.getresponse())

    def raw(self, text: str, *, whole: bool = False) -> bytes:
        """Return what is sent back for a request that no client would write."""
        with socket.create_connection(("127.0.0.1", self.server.server_port), timeout=60) as sent:
            sent.sendall(text.encode("latin-1"))
            received = b""
            while piece := sent.recv(65_536):
                received += piece
                if b"\r\n\r\n" in received and not whole:
                    break
            return received

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.server.server_port}"


def read(response: HTTPResponse) -> Answer:
    body = response.read()
    return Answer(response.status, dict(response.getheaders()), body)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    data = put_island(tmp_path_factory.mktemp("site") / "data")
    watch = Watch(lambda: (read_graph(data, Graph), ()), data, Setup())
    with Server(watch) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield Site(server, data)
        server.shutdown()
        thread.join()


def test_it_listens_on_this_machine_alone(site: Site) -> None:
    assert site.server.server_address[0] == "127.0.0.1"
    assert site.server.address == f"http://{site.host}/{site.server.token}/"
    assert len(site.server.token) >= 20


def test_the_page_and_its_parts(site: Site) -> None:
    page = site.ask()
    assert (page.status, page.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    text = page.body.decode()
    assert "<title>Øen &lt;1&gt;</title>" in text
    assert '<html lang="da">' in text
    assert "orggraph:" not in text
    assert "{{" not in text
    for place, media in (
        ("style.css", "text/css; charset=utf-8"),
        ("script.js", "text/javascript; charset=utf-8"),
        ("font/sans-400.ttf", "font/ttf"),
        ("api/head", "application/json; charset=utf-8"),
    ):
        answer = site.ask(place)
        assert (answer.status, answer.headers["Content-Type"]) == (200, media)
        assert answer.body


def test_every_answer_has_the_headers_that_guard_it(site: Site) -> None:
    for answer in (
        *(site.ask(), site.ask("api/head"), site.ask("nothing"), site.ask("api/node?id=x")),
        *(site.send("/"), site.ask(method="POST"), site.ask("api/head", Host="evil.example")),
    ):
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["X-Frame-Options"] == "DENY"
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert "Access-Control-Allow-Origin" not in answer.headers
        assert "Python" not in answer.headers["Server"]


@pytest.mark.parametrize("path", ["/", "/api/head", "/x/api/head", "//api/head", "/{}", "/{}x/"])
def test_without_the_token_there_is_nothing(site: Site, path: str) -> None:
    assert site.send(path.format(site.server.token)).status == 404


@pytest.mark.parametrize(
    "host",
    [
        *("evil.example", "evil.example:{}", "127.0.0.1", "127.0.0.1:1", "0.0.0.0:{}", ""),
        *("localhost", "localhost:{}.evil.example", "127.0.0.1.evil.example:{}", "[::2]:{}"),
    ],
)
def test_by_another_name_it_is_refused(site: Site, host: str) -> None:
    host = host.format(site.server.server_port)
    for place in ("", "api/head", "font/sans-400.ttf"):
        assert site.ask(place, Host=host).status == 403


@pytest.mark.parametrize("host", ["127.0.0.1:{}", "localhost:{}", "LocalHost:{}", "[::1]:{}"])
def test_by_its_own_names_it_answers(site: Site, host: str) -> None:
    assert site.ask("api/version", Host=host.format(site.server.server_port)).status == 200


def test_a_request_with_no_name_or_two_is_refused(site: Site) -> None:
    start = f"GET /{site.server.token}/ HTTP/1.1\r\n"
    assert b" 403 " in site.raw(start + "\r\n").splitlines()[0]
    twice = f"Host: {site.host}\r\nHost: evil.example\r\n\r\n"
    assert b" 403 " in site.raw(start + twice).splitlines()[0]


def test_a_request_that_names_a_server_itself_is_refused(site: Site) -> None:
    target = f"http://evil.example/{site.server.token}/"
    answer = site.raw(f"GET {target} HTTP/1.1\r\nHost: {site.host}\r\n\r\n")
    assert b" 400 " in answer.splitlines()[0]


def test_what_follows_a_question_in_its_body_is_no_question(site: Site) -> None:
    ask = f"GET /{site.server.token}/api/version HTTP/1.1\r\nHost: {site.host}\r\n"
    hidden = f"{ask}\r\n"
    answer = site.raw(f"{ask}Content-Length: {len(hidden)}\r\n\r\n{hidden}")
    assert answer.count(b"HTTP/1.1 200") == 1
    assert b"Connection: close" in answer


@pytest.mark.parametrize(
    "origin",
    ["https://evil.example", "null", "http://127.0.0.1", "https://127.0.0.1:{}", "file://"],
)
def test_pages_elsewhere_are_refused(site: Site, origin: str) -> None:
    told = origin.format(site.server.server_port)
    assert site.ask("api/head", Origin=told).status == 403


def test_its_own_page_is_answered(site: Site) -> None:
    same = {"Origin": f"http://{site.host}", "Sec_Fetch_Site": "same-origin"}
    assert site.ask("api/version", **same).status == 200


@pytest.mark.parametrize("from_", ["cross-site", "same-site"])
def test_other_sites_may_lead_to_the_page_and_to_nothing_else(site: Site, from_: str) -> None:
    followed = {
        "Sec_Fetch_Site": from_,
        "Sec_Fetch_Mode": "navigate",
        "Sec_Fetch_Dest": "document",
    }
    assert site.ask("", **followed).status == 200
    assert site.ask("api/head", **followed).status == 403
    assert site.ask("", **{**followed, "Sec_Fetch_Dest": "iframe"}).status == 403
    assert site.ask("", **{**followed, "Sec_Fetch_Mode": "no-cors"}).status == 403
    assert site.ask("script.js", Sec_Fetch_Site=from_, Sec_Fetch_Mode="no-cors").status == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_nothing_can_be_changed(site: Site, method: str) -> None:
    answer = site.ask("api/head", method)
    assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")


def test_other_words_are_no_requests(site: Site) -> None:
    for text in ("TRACE / HTTP/1.1\r\n\r\n", "BREW /pot HTTP/1.1\r\n\r\n", "nonsense\r\n\r\n"):
        answer = site.raw(text)
        assert re.match(rb"(HTTP/1\.\d )?(400|501) ", answer)
        assert b"Traceback" not in answer
    assert site.ask("api/version").status == 200


@pytest.mark.parametrize(
    "place",
    [
        *("../../data/o.yaml", "..%2f..%2fdata%2fo.yaml", "%2e%2e/%2e%2e/o.yaml", "o.yaml"),
        *("font/../../o.yaml", "font/", "font", "page/main.js", "main.js", "api/", "api/../head"),
        *("font/sans-400.ttf/", "font//etc/passwd", "file:///etc/passwd", "style.css%00"),
    ],
)
def test_no_path_is_one_of_a_file(site: Site, place: str) -> None:
    assert site.ask(place).status == 404


def test_a_query_that_is_too_long_is_refused(site: Site) -> None:
    assert site.ask("api/search?q=" + "x" * 9_000).status == 414
    assert site.ask("api/search?q=" + "x" * 8_000).json() == []
    assert b" 414 " in site.raw("GET /" + "x" * 70_000 + " HTTP/1.1\r\n\r\n").splitlines()[0]


def test_head_is_get_without_its_body(site: Site) -> None:
    for place in ("", "api/version", "nothing"):
        got, head = site.ask(place), site.ask(place, "HEAD")
        assert (head.status, head.body) == (got.status, b"")
        assert head.headers["Content-Length"] == str(len(got.body))


def test_nothing_follows_the_headers_of_a_head(site: Site) -> None:
    asked = f"HEAD /{site.server.token}/ HTTP/1.1\r\nHost: {site.host}\r\nConnection: close\r\n\r\n"
    assert site.raw(asked, whole=True).endswith(b"\r\n\r\n")


def test_answers_are_those_of_the_desk(site: Site) -> None:
    desk = site.server.watch.state().desk
    assert desk is not None
    for name, said in (
        ("head", {"lang": "en"}),
        ("scene", {"around": "rådet", "depth": "2"}),
        ("search", {"q": "råd & ø"}),
        ("node", {"id": "markup"}),
        ("checks", {}),
    ):
        query = "&".join(f"{key}={quote(value)}" for key, value in said.items())
        expected = json.loads(json.dumps(desk.answer(name, said)))
        assert site.ask(f"api/{name}?{query}").json() == expected


def test_what_cannot_be_answered_is_a_sentence(site: Site) -> None:
    for place, status in (
        ("api/node?id=ingen", 404),
        ("api/scene?around=ingen", 404),
        ("api/scene?depth=9&around=bo", 400),
        ("api/scene?theme=/etc/passwd", 400),
        ("api/relation?id=x", 400),
        ("api/scene?path=bo,bo", 400),
        ("api/save?format=exe", 400),
    ):
        danish, english = site.ask(place), site.ask(f"{place}&lang=en")
        assert (danish.status, english.status) == (status, status)
        assert danish.json()["error"] != english.json()["error"]  # type: ignore[index]
    told = site.ask("api/scene?path=bo,bo&lang=en").json()["error"]  # type: ignore[index]
    assert "'bo'" in told
    assert site.ask("api/nothing").status == 404


def test_a_defect_is_told_and_ends_nothing(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyError("inside")

    monkeypatch.setattr("orggraph.explore.desk.tell_node", fail)
    answer = site.ask("api/node?id=bo&lang=en")
    assert answer.status == 500
    assert "KeyError" in answer.json()["error"]  # type: ignore[index]
    assert site.ask("api/version").status == 200


def test_names_with_markup_reach_the_page_as_json(site: Site) -> None:
    answer = site.ask("api/node?id=markup")
    assert answer.json()["name"] == MARKUP  # type: ignore[index]
    assert answer.headers["Content-Type"].startswith("application/json")


def test_a_picture_is_saved_under_a_name(site: Site) -> None:
    answer = site.ask("api/save?format=png&around=r%C3%A5det")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="r_e5_det-da.png"'
    assert answer.headers["Content-Type"] == "image/png"
    assert answer.body.startswith(b"\x89PNG")


def test_many_ask_at_once(site: Site) -> None:
    places = [f"api/scene?around={node}" for node in ("bo", "markup", "udvalget")] * 4
    places += ["api/version", "api/search?q=bo", "api/checks", "api/list"] * 4
    with ThreadPoolExecutor(16) as pool:
        assert {answer.status for answer in pool.map(site.ask, places)} == {200}


def test_one_connection_serves_several_questions(site: Site) -> None:
    connection = HTTPConnection("127.0.0.1", site.server.server_port, timeout=60)
    for _ in range(3):
        connection.request("GET", f"/{site.server.token}/api/version")
        assert read(connection.getresponse()).status == 200
    connection.close()


def test_changes_and_problems_reach_the_page(site: Site) -> None:
    whole = (site.data / "o.yaml").read_text(encoding="utf-8")
    first = site.ask("api/version").json()
    assert first["problems"] is None  # type: ignore[index]
    write(site.data / "o.yaml", "bodies: [")
    broken = site.ask("api/version?lang=en").json()
    assert broken["version"] != first["version"]  # type: ignore[index]
    assert broken["problems"][0]["severity"] == "error"  # type: ignore[index]
    for name in ("head", "scene", "node?id=bo", "save"):
        answer = site.ask(f"api/{name}")
        assert answer.status == 409
        assert answer.json()["problems"][0]["location"].startswith(str(site.data))  # type: ignore[index]
    english = site.ask("api/head?lang=en").json()
    # A page that is opened meanwhile has words to tell it with.
    assert english["language"] == "en"  # type: ignore[index]
    assert english["words"]["explore-search"] == say("explore-search", "en")  # type: ignore[index]
    assert site.ask().status == 200
    write(site.data / "o.yaml", whole)
    assert site.ask("api/version").json()["problems"] is None  # type: ignore[index]
    assert site.ask("api/head").status == 200
