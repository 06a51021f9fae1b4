"""YAML as a tree that remembers where each part stands.

The tree is built from libyaml's events, not by a YAML constructor. So every scalar stays the text
that was written (YAML 1.2 in effect: ``no`` is a word until a field asks for a truth value), no tag
can create an object, and depth and alias expansion are bounded before anything is built.
"""

from typing import Any, NamedTuple

import yaml

from orggraph.source.location import Location
from orggraph.source.problems import Problem, problem

MAX_DEPTH = 40
"""The deepest nesting that is read; the format itself needs seven levels."""

MAX_EXPANSION = 10
"""How many times larger than written a file may become when its aliases are followed."""

_FREE_EXPANSION = 10_000
_SHOWN = 60  # characters of a tag
_STANDARD_TAGS = {f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null")}
_ABSENT = frozenset({"", "~", "null", "Null", "NULL"})

# libyaml explains itself to programmers; these are the mistakes that people make, by its words on
# what it was doing and what it met.
_SYNTAX = (
    ("mapping values are not allowed", "syntax-colon"),
    ("cannot start any token", "syntax-start"),
    ("while scanning an alias", "syntax-alias"),
    ("did not find expected ',' or", "syntax-bracket"),
    ("did not find expected key", "syntax-indent"),
    ("did not find expected '-' indicator", "syntax-indent"),
    ("could not find expected ':'", "syntax-no-colon"),
    ("found unexpected end of stream", "syntax-quote"),
    ("found unknown escape character", "syntax-escape"),
)


class YamlText(NamedTuple):
    """A scalar, as written. `plain` is false where it stood in quotes or in a block."""

    text: str
    plain: bool
    location: Location

    @property
    def is_absent(self) -> bool:
        """Whether this stands for nothing: empty, ``~`` or ``null``, without quotes."""
        return self.plain and self.text in _ABSENT


class YamlList(NamedTuple):
    """A sequence."""

    items: tuple["YamlNode", ...]
    location: Location


class YamlMap(NamedTuple):
    """A mapping; its keys are scalars and no two of them are the same text."""

    entries: tuple[tuple[YamlText, "YamlNode"], ...]
    location: Location


YamlNode = YamlText | YamlList | YamlMap


def parse_yaml(text: str, path: str) -> tuple[YamlMap | None, list[Problem]]:
    """Return the mapping that ``text`` holds, and what is wrong with it.

    The mapping is None where the text is empty or breaks YAML's syntax; repeated keys are reported
    and the first of them is kept. ``path`` is what locations show.
    """
    builder = _TreeBuilder(path)
    try:
        root = builder.build(text)
    except yaml.MarkedYAMLError as error:
        builder.problems.append(_syntax_problem(error, text, path))
        return None, builder.problems
    except yaml.YAMLError as error:
        builder.problems.append(problem("syntax", Location(path, 0, 0), detail=str(error)))
        return None, builder.problems
    except _RefusedError as refused:
        builder.problems.append(refused.problem)
        return None, builder.problems
    if root is None or (isinstance(root, YamlText) and root.is_absent):
        return None, builder.problems
    if not isinstance(root, YamlMap):
        builder.problems.append(problem("not-a-mapping", root.location))
        return None, builder.problems
    return root, builder.problems


class _RefusedError(Exception):
    def __init__(self, problem: Problem) -> None:
        self.problem = problem


class _Open:
    """A mapping or sequence whose end has not come yet. `height` counts the levels from it down."""

    __slots__ = ("anchor", "children", "height", "is_map", "location", "size")

    def __init__(self, event: Any, location: Location) -> None:
        self.is_map = isinstance(event, yaml.MappingStartEvent)
        self.anchor = event.anchor
        self.location = location
        self.children: list[YamlNode] = []
        self.height = 1
        self.size = 1


class _Anchored(NamedTuple):
    """A part that aliases can stand for, with the number of its nodes and of its levels."""

    node: YamlNode
    size: int
    height: int


class _TreeBuilder:
    """Turns events into a tree, with a stack of its own in place of recursion."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self._anchors: dict[str, _Anchored] = {}
        self._stack: list[_Open] = []
        self._root: YamlNode | None = None
        self._written = 0
        self._followed = 0

    def build(self, text: str) -> YamlNode | None:
        documents = 0
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        for event in yaml.parse(text, Loader=loader):
            if isinstance(event, yaml.ScalarEvent):
                self._check_tag(event)
                # A plain scalar's style is None to PyYAML's own parser, and "" to libyaml's.
                scalar = YamlText(event.value, not event.style, self._place(event))
                self._add(_Anchored(scalar, 1, 0), event.anchor)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._check_tag(event)
                self._check_depth(event, 1)
                self._stack.append(_Open(event, self._place(event)))
            elif isinstance(event, yaml.CollectionEndEvent):
                opened = self._stack.pop()
                closed = _Anchored(self._close(opened), opened.size, opened.height)
                self._add(closed, opened.anchor)
            elif isinstance(event, yaml.AliasEvent):
                self._follow(event)
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _RefusedError(problem("several-documents", self._place(event)))
        return self._root

    def _place(self, event: Any) -> Location:
        start, end = event.start_mark, event.end_mark
        same_line = isinstance(event, yaml.ScalarEvent) and end.line == start.line
        length = max(end.column - start.column, 1) if same_line else 1
        return Location(self.path, start.line, start.column, length)

    def _check_tag(self, event: Any) -> None:
        if event.tag and event.tag != "!" and event.tag not in _STANDARD_TAGS:
            self.problems.append(problem("tag", self._place(event), tag=event.tag[:_SHOWN]))

    def _check_depth(self, event: Any, height: int) -> None:
        if len(self._stack) + height > MAX_DEPTH:
            raise _RefusedError(problem("too-deep", self._place(event), limit=MAX_DEPTH))

    def _add(self, added: _Anchored, anchor: str | None) -> None:
        self._written += 1
        if anchor:
            self._anchors[anchor] = added
        if self._stack:
            parent = self._stack[-1]
            parent.children.append(added.node)
            parent.size += added.size
            parent.height = max(parent.height, added.height + 1)
        else:
            self._root = added.node

    def _follow(self, event: Any) -> None:
        if event.anchor not in self._anchors:
            # Unknown, or still open: a structure that would contain itself.
            raise _RefusedError(problem("syntax-alias", self._place(event)))
        target = self._anchors[event.anchor]
        self._check_depth(event, target.height)
        self._followed += target.size
        if self._followed > self._written * MAX_EXPANSION + _FREE_EXPANSION:
            raise _RefusedError(problem("alias-bomb", self._place(event), times=MAX_EXPANSION))
        self._add(target, None)

    def _close(self, opened: _Open) -> YamlNode:
        if not opened.is_map:
            return YamlList(tuple(opened.children), opened.location)
        entries: dict[str, tuple[YamlText, YamlNode]] = {}
        pairs = iter(opened.children)
        for key, value in zip(pairs, pairs, strict=True):
            if not isinstance(key, YamlText):
                self.problems.append(problem("key-not-text", key.location))
            elif key.text in entries:
                first = entries[key.text][0].location.line + 1
                repeated = problem("repeated-key", key.location, key=key.text, line=first)
                self.problems.append(repeated)
            else:
                entries[key.text] = (key, value)
        return YamlMap(tuple(entries.values()), opened.location)


def _syntax_problem(error: yaml.MarkedYAMLError, text: str, path: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    detail = error.problem or ""
    said = f"{error.context}: {detail}"
    name = next((name for words, name in _SYNTAX if words in said), "syntax")
    if name == "syntax-quote":
        mark = error.context_mark or mark  # where it opens; the other is the end of the file
    elif name == "syntax-indent" and mark and not _begins_line(text, mark):
        name = "syntax-goes-on"
    place = Location(path, mark.line, mark.column) if mark else Location(path, 0, 0)
    return problem(name, place, detail=detail)


def _begins_line(text: str, mark: Any) -> bool:
    lines = text.splitlines()
    return mark.line >= len(lines) or not lines[mark.line][: mark.column].strip()
