"""JSON (RFC 8259) as the tree that YAML makes: texts, lists and mappings that know their places.

Numbers stay as they are written, so that none is too large or loses digits. Depth is bounded, and
the parser keeps a stack of its own in place of recursion.
"""

import re
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]
from typing import NoReturn

from orggraph.source.location import Location
from orggraph.source.problems import Problem, problem
from orggraph.source.yaml_tree import YamlList, YamlMap, YamlNode, YamlText

MAX_DEPTH = 60
"""The deepest nesting that is read; formats of organisations need about ten levels."""

MAX_BROKEN = 100
"""How many broken lines are told of one file of JSON lines."""

_SHOWN = 60  # characters of a key
_new = tuple.__new__  # a large file has millions of texts; calling their class takes twice as long
# Possessive throughout: what does not match is known after one look at each character.
_TOKEN = re.compile(
    r"""[ \t\r\n]*+(?:
        "([^"\\\x00-\x1f]*+)"                                      # a text without escapes
      | ([\[\]{}:,])
      | ((?:-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][-+]?[0-9]++)?+|true|false|null)(?![\w.+-]))
      | (")                                                        # any other text
    )""",
    re.VERBOSE,
)
_SPACE = re.compile(r"[ \t\r\n]*+")
_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # as str.splitlines has them
_SURROGATE = re.compile("[\ud800-\udfff]")
_SPECIAL = re.compile(r"[-+]?(?:NaN|Infinity|inf|nan)\b")


def parse_json(text: str, path: str, line: int = 0) -> tuple[YamlNode | None, list[Problem]]:
    """Return what ``text`` holds, and what is wrong with it.

    The node is None where the text is empty or breaks JSON's syntax; of a repeated key the first
    is kept and the others are reported. ``null`` is absent, true and false are plain texts, and so
    are numbers. ``path`` is what locations show, and ``line`` where in it the text begins.
    """
    parser = _Parser(text, path, line)
    try:
        root = None if parser.is_at_end() else parser.parse()
        if not parser.is_at_end():
            parser.refuse("json-goes-on", parser.position)
    except _BrokenError as broken:
        return None, [*parser.problems, broken.problem]
    return root, parser.problems


def parse_json_lines(text: str, path: str) -> tuple[list[YamlNode], list[Problem]]:
    """Return the values of JSON lines, or the items of one list, and what is wrong with them.

    A value may take several lines. After a broken one, reading goes on where a line begins.
    """
    parser = _Parser(text, path)
    values: list[YamlNode] = []
    broken_lines = 0
    while not parser.is_at_end():
        start = parser.position
        try:
            values.append(parser.parse())
        except _BrokenError as broken:
            parser.problems.append(broken.problem)
            broken_lines += 1
            if broken_lines == MAX_BROKEN:
                break
            parser.skip_line(start)
    if len(values) == 1 and isinstance(values[0], YamlList):
        values = list(values[0].items)
    return values, parser.problems


class _BrokenError(Exception):
    def __init__(self, problem: Problem) -> None:
        self.problem = problem


class _Open:
    """A list or mapping whose end has not come yet."""

    __slots__ = ("entries", "is_map", "items", "key", "location")

    def __init__(self, is_map: bool, location: Location) -> None:
        self.is_map = is_map
        self.location = location
        self.items: list[YamlNode] = []
        self.entries: dict[str, tuple[YamlText, YamlNode]] = {}
        self.key: YamlText | None = None


class _Parser:
    """Takes values from a text, one after another."""

    def __init__(self, text: str, path: str, above: int = 0) -> None:
        self.text = text
        self._above = above
        self.path = path
        self.position = 0
        self.problems: list[Problem] = []
        self._starts = [0, *(found.end() for found in _LINE_END.finditer(text)), len(text) + 2]
        self._line = 0

    def is_at_end(self) -> bool:
        """Pass over white space, and tell whether it was the last."""
        found = _SPACE.match(self.text, self.position)
        assert found is not None
        self.position = found.end()
        return self.position == len(self.text)

    def skip_line(self, start: int) -> None:
        """Go on from a broken value that began at ``start``: where the next line begins.

        That may be here, where the line before was cut short.
        """
        place = self._place(self.position, 1)
        begins = self.position - place.column
        if begins <= start or self.text[begins : self.position].strip():
            self.position = min(self._starts[place.line + 1], len(self.text))

    def parse(self) -> YamlNode:
        """Return the next value; raises _BrokenError at what is no JSON."""
        match, text = _TOKEN.match, self.text
        stack: list[_Open] = []
        top: _Open | None = None
        may_close = False
        while True:
            # A value or a key comes next, or, in what has just been opened, its end.
            found = match(text, self.position)
            kind = found.lastindex if found else None
            mark = found[2] if found and kind == 2 else ""
            if found is None or (mark and mark not in "[{]}"):
                self._refuse_value(top)
            node: YamlNode
            start = found.start(kind or 0)
            if mark in ("[", "{"):
                if top and top.is_map and top.key is None:
                    self._refuse_value(top)
                if len(stack) == MAX_DEPTH:
                    self.refuse("too-deep", start, limit=MAX_DEPTH)
                top = _Open(mark == "{", self._place(start, 1))
                stack.append(top)
                self.position = found.end()
                may_close = True
                continue
            if mark:
                if not may_close or top is None or (mark == "}") != top.is_map:
                    self._refuse_value(top)
                self.position = found.end()
                node = self._close(stack)
            elif kind == 1:
                end = self.position = found.end()
                node = _new(YamlText, (found[1], False, self._place(start - 1, end - start + 1)))
            elif kind == 3:
                if top and top.is_map and top.key is None:
                    self._refuse_value(top)
                self.position = found.end()
                node = YamlText(found[3], True, self._place(start, self.position - start))
            else:
                node = self._escaped(start)
            may_close = False
            top = stack[-1] if stack else None
            if top and top.is_map and top.key is None:
                assert isinstance(node, YamlText)
                top.key = node
                self._take_colon()
                continue
            # A value is whole, and with it perhaps what it ends.
            while top is not None:
                self._put(top, node)
                found = match(text, self.position)
                mark = found[2] or "" if found else ""
                if found and mark == ",":
                    self.position = found.end()
                    break
                if not found or mark != ("}" if top.is_map else "]"):
                    self._refuse_next(top)
                self.position = found.end()
                node = self._close(stack)
                top = stack[-1] if stack else None
            else:
                return node

    def refuse(self, name: str, position: int, **facts: object) -> NoReturn:
        """Raise the problem called ``name`` at a place that the parser has not passed."""
        raise _BrokenError(Problem(name, self._place(position, 1), facts))

    def _place(self, position: int, length: int) -> Location:
        line = self._line
        starts = self._starts
        while starts[line + 1] <= position:
            line += 1
        self._line = line
        return _new(Location, (self.path, line + self._above, position - starts[line], length))

    def _close(self, stack: list[_Open]) -> YamlNode:
        closed = stack.pop()
        if closed.is_map:
            return YamlMap(tuple(closed.entries.values()), closed.location)
        return YamlList(tuple(closed.items), closed.location)

    def _put(self, parent: _Open, node: YamlNode) -> None:
        if not parent.is_map:
            parent.items.append(node)
            return
        key = parent.key
        assert key is not None
        parent.key = None
        if first := parent.entries.get(key.text):
            line = first[0].location.line + 1
            shown = key.text[:_SHOWN]
            self.problems.append(problem("repeated-key", key.location, key=shown, line=line))
        else:
            parent.entries[key.text] = (key, node)

    def _escaped(self, start: int) -> YamlText:
        """Return a text with escapes in it, from its opening quotation mark."""
        try:
            value, self.position = scanstring(self.text, start + 1, True)
        except JSONDecodeError as error:
            if error.msg.startswith("Unterminated"):
                self.refuse("json-quote", start)
            if error.msg.startswith("Invalid control"):
                # Most often the end of the line: then it is the closing mark that is missing.
                at_end = self.text[error.pos : error.pos + 1] in "\r\n"
                self.refuse("json-quote" if at_end else "json-control", start)
            self._place(start, 1)
            self.refuse("json-escape", max(start, min(error.pos, len(self.text))))
        place = self._place(start, self.position - start)
        if _SURROGATE.search(value):
            self.problems.append(problem("json-surrogate", place))
            value = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", value)
        return YamlText(value, False, place)

    def _take_colon(self) -> None:
        found = _TOKEN.match(self.text, self.position)
        if not found or found[2] != ":":
            self._refuse_at_end()
            self.refuse("json-colon", self.position)
        self.position = found.end()

    def _refuse_value(self, top: _Open | None) -> NoReturn:
        self._refuse_at_end()
        following = self.text[self.position]
        if _SPECIAL.match(self.text, self.position):
            self.refuse("json-no-number", self.position)
        before = self.text[: self.position].rstrip(" \t\r\n")
        if top and before.endswith(",") and following == ("}" if top.is_map else "]"):
            self.refuse("json-comma-last", self.position)
        self.refuse("json-key" if top and top.is_map and not top.key else "json-value",
                    self.position)  # fmt: skip

    def _refuse_next(self, top: _Open) -> NoReturn:
        self._refuse_at_end()
        self.refuse("json-comma", self.position, close="}" if top.is_map else "]")

    def _refuse_at_end(self) -> None:
        """Raise the problem of a text that ends too early, where it does."""
        if self.is_at_end():
            self.refuse("json-cut", self.position)
