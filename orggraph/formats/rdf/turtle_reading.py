"""Parse Turtle with rdflib's parser, but its quoted texts in time that grows with their length.

rdflib adds to such a text at each escape, which for a long one takes time by the square of it.
"""

import re
from typing import TYPE_CHECKING

from rdflib.plugins.parsers.notation3 import BadSyntax, RDFSink, SinkParser

if TYPE_CHECKING:
    import rdflib

_MEANINGFUL = re.compile(r"[\\\r\n\"']")
_ESCAPE = re.compile(r"\\(?:([abfrtvn\\\"'])|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))")
_LETTERS = dict(zip("abfrtvn\\\"'", "\a\b\f\r\t\v\n\\\"'", strict=True))


def load_turtle(text: str, graph: "rdflib.Graph", base: str) -> None:
    """Add what Turtle says to a graph; raises what rdflib raises."""
    # What rdflib's own TurtleParser does, with another class.
    _Parser(RDFSink(graph), baseURI=base, turtle=True).loadBuf(text)


class _Parser(SinkParser):
    def strconst(self, argstr: str, i: int, delim: str) -> tuple[int, str]:
        """Return where a text ends that begins at ``i``, and the text (the name is rdflib's)."""
        quote, is_long = delim[0], len(delim) == 3
        parts: list[str] = []
        at = i
        while found := _MEANINGFUL.search(argstr, at):
            parts.append(argstr[at : found.start()])
            at, mark = found.end(), found.group()
            if mark == "\\":
                at = self._add_escaped(argstr, found.start(), parts)
                continue
            if mark == quote and not is_long:
                return at, "".join(parts)
            if mark == quote and argstr.startswith(quote * 2, at):
                # Of four or five quotes the last three end it.
                more = next(n for n in (2, 1, 0) if argstr.startswith(quote * n, at + 2))
                return at + 2 + more, "".join([*parts, quote * more])
            if mark in "\r\n":
                if not is_long:
                    raise self._wrong(argstr, found.start(), "newline found in string literal")
                self.lines += 1
                self.startOfLine = at
            parts.append(mark)
        raise self._wrong(argstr, i, "unterminated string literal")

    def _add_escaped(self, text: str, at: int, parts: list[str]) -> int:
        escape = _ESCAPE.match(text, at)
        code = escape and (escape[2] or escape[3])
        if escape is None or (code and int(code, 16) > 0x10FFFF):
            raise self._wrong(text, at, "bad escape")
        parts.append(chr(int(code, 16)) if code else _LETTERS[escape[1]])
        return escape.end()

    def _wrong(self, text: str, at: int, why: str) -> BadSyntax:
        return BadSyntax(self._thisDoc, self.lines, text, at, why)
