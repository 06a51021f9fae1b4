"""Serve a page on this machine, to whoever has its address."""

import json
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from secrets import compare_digest, token_urlsafe
from socket import socket
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

from orggraph.errors import OrgGraphError, UnknownNodeError
from orggraph.explore.bundle import bundle
from orggraph.explore.desk import Desk
from orggraph.explore.fonts import font_bytes, font_names, served_faces
from orggraph.explore.guard import is_allowed
from orggraph.explore.head import find_words
from orggraph.explore.page import SERVED_POLICY, page_style, served_page
from orggraph.explore.watching import State, Watch, error_json
from orggraph.source import ReadError
from orggraph.words import LANGUAGES, say

LOOPBACK = "127.0.0.1"
"""The one address that is listened at: nobody reaches it from another machine."""

_LONGEST = 8_192
_PATIENCE = 30.0  # seconds for a request to come in
_TOKEN_BYTES = 18

_HEADERS = {
    "Content-Security-Policy": SERVED_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Reply(NamedTuple):
    """What is sent back."""

    status: HTTPStatus
    media: str
    body: bytes
    headers: tuple[tuple[str, str], ...] = ()


class Server(ThreadingHTTPServer):
    """A server of one page, at an address that nobody guesses.

    Other users of this machine can reach the port as well, so that all there is lies below a path
    that is made up anew each time.
    """

    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 64  # several pages, of which each asks several things at once

    def __init__(self, watch: Watch, *, port: int = 0, language: str = "en") -> None:
        """Listen at a port, 0 for any; raises OSError where that is taken or refused."""
        self.watch = watch
        self.language = language
        self.token = token_urlsafe(_TOKEN_BYTES)
        super().__init__((LOOPBACK, port), _Handler)

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://{LOOPBACK}:{self.server_port}/{self.token}/"

    def handle_error(self, request: socket | tuple[bytes, socket], client_address: Any) -> None:
        """Say nothing of a browser that went away."""

    def reply(self, target: str) -> Reply:
        """Return what to send for the path and query of a request that is allowed."""
        parts = urlsplit(target)
        place = self.place_of(parts.path)
        if place is None:
            return _plain(HTTPStatus.NOT_FOUND)
        said = dict(parse_qsl(parts.query, keep_blank_values=True))
        if place.startswith("api/"):
            return self._answer(place.removeprefix("api/"), said)
        made = _FILES.get(place)
        return made(self) if made else _plain(HTTPStatus.NOT_FOUND)

    def place_of(self, path: str) -> str | None:
        """Return what a path asks for, below the one of this server; None for what is not."""
        _, _, rest = unquote(path, errors="replace").partition("/")
        token, slash, place = rest.partition("/")
        is_ours = compare_digest(token.encode(), self.token.encode())
        return place if is_ours and slash else None

    def _answer(self, name: str, said: dict[str, str]) -> Reply:
        language = said.get("lang", "")
        if language not in LANGUAGES:
            language = self.language
        try:
            state = self.watch.state()
            if "lang" not in said and state.desk is not None:
                language = state.desk.language
            if name == "version":
                problems = state.error and error_json(state.error, language)
                return _json({"version": state.version, "problems": problems})
            if state.desk is None:
                return _unreadable(state, language)
            return _reply_from(state.desk, name, said)
        except OrgGraphError as error:
            missing = isinstance(error, UnknownNodeError)
            status = HTTPStatus.NOT_FOUND if missing else HTTPStatus.BAD_REQUEST
            return _json({"error": _sentence(error, language)}, status)
        except Exception as error:  # a page is told, too
            kind = f"{type(error).__name__}: {error}"[:200]
            told = say("internal-error", language, kind=kind)
            return _json({"error": told}, HTTPStatus.INTERNAL_SERVER_ERROR)


def _sentence(error: OrgGraphError, language: str) -> str:
    """Return why there is no answer: each problem, where there are several."""
    if isinstance(error, ReadError):
        return " ".join(problem.message(language) for problem in error.problems)
    return error.message(language)


def _reply_from(desk: Desk, name: str, said: dict[str, str]) -> Reply:
    if name == "save":
        saved = desk.save(said)
        disposition = ("Content-Disposition", f'attachment; filename="{saved.name}"')
        return Reply(HTTPStatus.OK, saved.media, saved.data, (disposition,))
    try:
        return _json(desk.answer(name, said))
    except KeyError as error:
        if error.args != (name,):
            raise
        return _plain(HTTPStatus.NOT_FOUND)


def _unreadable(state: State, language: str) -> Reply:
    assert state.error is not None
    told = {"error": state.error.message(language), "problems": error_json(state.error, language)}
    # A page that is opened now was told no words yet.
    return _json({**told, "language": language, "words": find_words(language)}, HTTPStatus.CONFLICT)


def _json(value: object, status: HTTPStatus = HTTPStatus.OK) -> Reply:
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Reply(status, "application/json; charset=utf-8", body.encode(errors="replace"))


def _plain(status: HTTPStatus, *headers: tuple[str, str]) -> Reply:
    words = f"{status.value} {status.phrase}\n".encode()
    return Reply(status, "text/plain; charset=utf-8", words, headers)


def _page(server: Server) -> Reply:
    state = server.watch.state()
    title, language = "orggraph", server.language
    if state.desk is not None:
        graph = state.desk.ground.graph
        language = state.desk.ground.setup.language_for(graph)
        title = graph.title.in_language(language) if graph.title else title
    body = served_page(title, language, server.token).encode()
    return Reply(HTTPStatus.OK, "text/html; charset=utf-8", body)


def _style(server: Server) -> Reply:
    body = (served_faces() + page_style()).encode()
    return Reply(HTTPStatus.OK, "text/css; charset=utf-8", body)


def _script(server: Server) -> Reply:
    return Reply(HTTPStatus.OK, "text/javascript; charset=utf-8", bundle().encode())


def _font(weight: int) -> Callable[[Server], Reply]:
    return lambda server: Reply(HTTPStatus.OK, "font/ttf", font_bytes(weight))


_FILES: dict[str, Callable[[Server], Reply]] = {
    "": _page,
    "style.css": _style,
    "script.js": _script,
    **{f"font/{name}": _font(weight) for name, weight in font_names().items()},
}
"""All that there is beside answers, by fixed names: no path of a request is one of a file."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = _PATIENCE
    server: Server

    def do_GET(self) -> None:  # as http.server calls it
        self._send(self._find())

    def do_HEAD(self) -> None:
        self._send(self._find())

    def _refuse_method(self) -> None:
        self.close_connection = True
        self._send(_plain(HTTPStatus.METHOD_NOT_ALLOWED, ("Allow", "GET, HEAD")))

    do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = _refuse_method  # noqa: N815

    def _find(self) -> Reply:
        if len(self.path) > _LONGEST:
            return _plain(HTTPStatus.REQUEST_URI_TOO_LONG)
        if "Content-Length" in self.headers or "Transfer-Encoding" in self.headers:
            self.close_connection = True  # what follows is no request: it is left unread
        if not self.path.startswith("/"):  # a server of its own in it would be another Host
            return _plain(HTTPStatus.BAD_REQUEST)
        try:
            is_page = self.server.place_of(urlsplit(self.path).path) == ""
        except ValueError:
            return _plain(HTTPStatus.BAD_REQUEST)
        if not is_allowed(self.headers, self.server.server_port, is_page=is_page):
            return _plain(HTTPStatus.FORBIDDEN)
        return self.server.reply(self.path)

    def _send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        for name, value in (*_HEADERS.items(), *reply.headers):
            self.send_header(name, value)
        self.send_header("Content-Type", reply.media)
        self.send_header("Content-Length", str(len(reply.body)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(reply.body)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuse a request that cannot be read, with the headers that every answer has."""
        self.close_connection = True
        if not hasattr(self, "command"):
            self.command = ""
        self._send(_plain(HTTPStatus(code)))

    def version_string(self) -> str:
        """Return what the server calls itself: nobody needs to know more."""
        return "orggraph"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep no log."""
