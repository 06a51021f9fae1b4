"""Read trees of JSON: objects that know which of their members were understood."""

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from orggraph.source.fields import describe
from orggraph.source.location import Location
from orggraph.source.problems import Problem, problem
from orggraph.source.yaml_tree import YamlList, YamlMap, YamlNode, YamlText
from orggraph.text import shorten
from orggraph.words import Word

_TRUTHS = ("true", "false")
_PART = re.compile(r'"((?:[^"\\]|\\.)*+)"|[\[\]{}:,]|[^\s"\[\]{}:,]++', re.DOTALL)
_HEAD_KEYS = 200


class Peek(NamedTuple):
    """How a JSON file begins: its outermost bracket, and the keys of its first mapping.

    `keys` has the first character of each value.
    """

    start: str
    keys: dict[str, str]


def peek(head: bytes) -> Peek:
    """Return how a file begins, from as much of it as is at hand; empty for what is no JSON."""
    text = head.decode("utf-8-sig", errors="replace")
    keys: dict[str, str] = {}
    start, depth, key, map_depth = "", 0, None, 0
    previous: re.Match[str] | None = None
    for found in _PART.finditer(text):
        part = found.group()
        if not start:
            if part not in "[{":
                break
            start = part
        if depth == map_depth and key is not None:
            keys[key] = part[0]
            key = None
        if part in "[{":
            depth += 1
            if part == "{" and not map_depth:
                map_depth = depth
        elif part in "]}":
            depth -= 1
            if depth < map_depth or len(keys) > _HEAD_KEYS:
                break
        elif part == ":" and depth == map_depth and previous is not None:
            key = previous[1]
        previous = found
    return Peek(start, keys)


def plain(value: Any) -> Any:
    """Return a tree, or mappings and lists of trees, as dicts, lists and texts."""
    if isinstance(value, YamlText):
        return value.text
    if isinstance(value, YamlMap):
        return {key.text: plain(item) for key, item in value.entries}
    if isinstance(value, YamlList):
        return [plain(item) for item in value.items]
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return str(value)


def show(node: YamlNode, limit: int = 60) -> str:
    """Return a tree on one short line, as JSON has it; text as it is."""
    if isinstance(node, YamlText):
        return shorten(node.text, limit)
    return shorten(_written(node), limit)


def _written(node: YamlNode) -> str:
    if isinstance(node, YamlText):
        return node.text if node.plain else json.dumps(node.text, ensure_ascii=False)
    if isinstance(node, YamlList):
        return f"[{', '.join(map(_written, node.items))}]"
    return f"{{{', '.join(f'{_written(k)}: {_written(v)}' for k, v in node.entries)}}}"


def is_empty(node: YamlNode) -> bool:
    """Return whether a node says nothing: null, or empty text, list or mapping."""
    if isinstance(node, YamlText):
        return node.is_absent or not node.text.strip()
    return not (node.entries if isinstance(node, YamlMap) else node.items)


def wrong_shape(expected: str, node: YamlNode) -> Problem:
    """Return the problem of a node that should have been ``expected``, such as ``a-text``."""
    return problem("wrong-shape", node.location, expected=Word(expected), found=describe(node))


class JsonObject:
    """An object whose members are taken one by one; `iter_left` has those that nobody took.

    Members that say nothing (null, empty) are not there. What has a wrong type is a problem.
    """

    def __init__(self, node: YamlMap, problems: list[Problem]) -> None:
        self.location: Location = node.location
        self._left = {key.text: value for key, value in node.entries if not is_empty(value)}
        self.problems = problems

    def __contains__(self, key: str) -> bool:
        return key in self._left

    def take(self, key: str) -> YamlNode | None:
        """Return a member of any type; None where there is none."""
        return self._left.pop(key, None)

    def take_text(self, key: str) -> YamlText | None:
        """Return a member that is text or a number, without white space at its ends."""
        node = self._left.pop(key, None)
        if node is None:
            return None
        if not isinstance(node, YamlText) or (node.plain and node.text in _TRUTHS):
            self.problems.append(wrong_shape("a-text", node))
            return None
        return YamlText(node.text.strip(), False, node.location)

    def take_map(self, key: str) -> YamlMap | None:
        """Return a member that is an object."""
        node = self._left.pop(key, None)
        if node is None or isinstance(node, YamlMap):
            return node
        self.problems.append(wrong_shape("a-mapping", node))
        return None

    def take_list(self, key: str) -> tuple[YamlNode, ...]:
        """Return the items of a member that is a list."""
        node = self._left.pop(key, None)
        if node is None:
            return ()
        if isinstance(node, YamlList):
            return tuple(item for item in node.items if not is_empty(item))
        self.problems.append(wrong_shape("a-list", node))
        return ()

    def take_maps(self, key: str) -> Iterator[YamlMap]:
        """Yield the items of a member that is a list of objects."""
        for item in self.take_list(key):
            if isinstance(item, YamlMap):
                yield item
            else:
                self.problems.append(wrong_shape("a-mapping", item))

    def iter_left(self) -> Iterator[tuple[str, YamlNode]]:
        """Yield the members that nobody took."""
        yield from self._left.items()
