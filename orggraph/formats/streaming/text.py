"""The text of a large file, a piece at a time: its encoding, and its lines."""

import codecs
import io
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from orggraph.errors import os_reason
from orggraph.source import Location, Problem, problem
from orggraph.source.decoding import find_encoding
from orggraph.source.files import CONTROL

_PIECE = 256 * 1024
_HEAD = 1_000_000
_AROUND = 2000  # bytes that show what one of them means
_LONGEST = 16 * 1024 * 1024 + 2  # letters of a line; those of any reader are no longer


class LargeFile(NamedTuple):
    """A file of text: where it is, what messages call it, and its encoding."""

    path: Path
    shown: str
    encoding: str
    is_guess: bool

    def head(self) -> str:
        """Return the beginning of its text."""
        with self.path.open("rb") as stream:
            decoder = codecs.getincrementaldecoder(with_mark(self.encoding))()
            return decoder.decode(stream.read(_PIECE))

    def lines(self, told: Callable[[int], None], longest: int) -> Iterator[str]:
        """Yield its lines with their ends; one that is too long comes in parts of that length.

        ``told`` hears how many bytes have been read, now and then.
        """
        with self.path.open("rb") as stream:
            text = io.TextIOWrapper(stream, encoding=with_mark(self.encoding), newline="")
            at = 0
            while line := text.readline(longest):
                at += 1
                if at % 10_000 == 0:
                    told(stream.tell())
                yield line


def find_text(path: Path, shown: str, encoding: str | None = None) -> LargeFile | Problem:
    """Return a file with the encoding that it is read in, as `decode` finds it; or the problem.

    All of it is looked through, so that nothing is found wrong halfway through the reading.
    """
    start = Location(shown, 0, 0)
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
        found = find_encoding(head, encoding)
        if found == ("utf-8", False) and encoding is None:
            bad = _first_bad(path, "utf-8")
            if bad is not None:  # far into the file, and no UTF-8 after all
                with path.open("rb") as stream:
                    stream.seek(max(bad - _AROUND // 2, 0))
                    found = find_encoding(head[: _HEAD - _AROUND] + stream.read(_AROUND))
        if found is None:
            name = "unknown-encoding" if encoding else "encoding-unclear"
            return problem(name, start, **({"encoding": encoding} if encoding else {}))
        file = LargeFile(path, shown, *found)
        return _look_through(file) or file
    except FileNotFoundError:
        return problem("file-missing", start, path=shown)
    except OSError as error:
        return problem("file-unreadable", start, path=shown, reason=os_reason(error))


def excerpted(problems: Iterable[Problem], files: Iterable[LargeFile]) -> tuple[Problem, ...]:
    """Return problems with the lines that they stand on, for which the files are read again."""
    found = tuple(problems)
    texts: dict[str, dict[int, str]] = {}
    for file in files:
        wanted = {p.location.line for p in found if p.location and p.location.path == file.shown}
        texts[file.shown] = dict(_wanted_lines(file, wanted))
    return tuple(
        p._replace(excerpt=texts[p.location.path].get(p.location.line))
        if p.location and p.location.path in texts
        else p
        for p in found
    )


def _wanted_lines(file: LargeFile, wanted: set[int]) -> Iterator[tuple[int, str]]:
    last = max(wanted, default=-1)
    for number, line in enumerate(file.lines(lambda read: None, _LONGEST)):
        if number > last:
            return
        if number in wanted:
            yield number, line.rstrip("\r\n")


def _look_through(file: LargeFile) -> Problem | None:
    """Return the first thing that is wrong with the characters of a file."""
    place = Location(file.shown, 0, 0)
    try:
        for text in _pieces(file.path, file.encoding):
            if found := CONTROL.search(text):
                code = f"U+{ord(found.group()):04X}"
                there = _after(place, text[: found.start()])
                return problem("control-character", there, character=code)
            place = _after(place, text)
    except UnicodeDecodeError as error:
        if file.encoding == "utf-8":
            before = error.object[: error.start].decode(errors="replace")
            return problem("not-utf8", _after(place, before), encoding="Windows-1252")
        at = _first_bad(file.path, file.encoding)
        return problem("wrong-encoding", Location(file.shown, 0, 0), encoding=file.encoding, at=at)
    return None


def _after(place: Location, text: str) -> Location:
    """Return where a text ends that begins at a place."""
    breaks = text.count("\n") + text.count("\r") - text.count("\r\n")
    last = max(text.rfind("\n"), text.rfind("\r"))
    column = len(text) - last - 1 if breaks else place.column + len(text)
    return Location(place.path, place.line + breaks, column)


def _pieces(path: Path, encoding: str) -> Iterator[str]:
    """Yield the text of a file in pieces that do not part a line break."""
    decoder = codecs.getincrementaldecoder(with_mark(encoding))()
    held = ""
    with path.open("rb") as stream:
        while data := stream.read(_PIECE):
            try:
                text = held + decoder.decode(data)
            except UnicodeDecodeError:
                yield held
                raise
            held = "\r" if text.endswith("\r") else ""
            yield text[:-1] if held else text
        yield held + decoder.decode(b"", final=True)


def _first_bad(path: Path, encoding: str) -> int | None:
    """Return the position of the first byte that makes no sense; None where all do."""
    decoder = codecs.getincrementaldecoder(encoding)()
    done = 0
    with path.open("rb") as stream:
        while True:
            data = stream.read(_PIECE)
            waiting = len(decoder.getstate()[0])
            try:
                decoder.decode(data, final=not data)
            except UnicodeDecodeError as error:
                return done - waiting + error.start
            done += len(data)
            if not data:
                return None


def with_mark(encoding: str) -> str:
    """Return the name of the decoder that takes a byte-order mark off."""
    return "utf-8-sig" if encoding == "utf-8" else encoding
