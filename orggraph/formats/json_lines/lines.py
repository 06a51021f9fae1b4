"""The lines of a file, each of which is a JSON object with one key that says what it is about."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from orggraph.source import Location, Problem, problem
from orggraph.source.guessing import suggest
from orggraph.source.json_reading import show
from orggraph.source.json_tree import parse_json
from orggraph.source.yaml_tree import YamlMap, YamlNode
from orggraph.text import shorten

HEAD, NODE, SEAT, RELATION = SORTS = ("graph", "node", "seat", "relation")
"""What lines are about, in the order in which they are written."""

MOST_LETTERS = 16 * 1024 * 1024
"""The longest line that is read; the first has all sources in it."""

_SORT = re.compile(r'[ \t]*+\{[ \t]*+"(\w{1,20})"[ \t]*+:')
_OF_A_LINE = {"json-cut": "line-cut", "json-goes-on": "line-goes-on"}


class Line(NamedTuple):
    """What a line says: what it is about, and the object that says it; and if it is the first."""

    sort: str
    said: YamlMap
    is_first: bool = False


def iter_lines(
    texts: Iterable[str], path: str, wanted: Collection[str], *, first: bool = True
) -> Iterator[Line | Problem]:
    """Yield the lines of some sorts, and what is wrong with them; empty lines are nothing.

    ``texts`` are all lines of a file with their ends. Where a file is gone through several times,
    once for each sort, what may be of any sort is told when it is gone through ``first``. A line
    that is too long is the last.
    """
    is_first = True
    for number, text in enumerate(texts):
        if len(text) > MOST_LETTERS:
            if first:
                yield problem("line-too-long", Location(path, number, 0), limit=MOST_LETTERS)
            return
        found = _SORT.match(text)
        sort = found[1] if found and found[1] in SORTS else None
        if text.isspace():
            continue
        was_first, is_first = is_first, False
        if sort and sort not in wanted:
            continue
        line, problems = parse_line(text, path, number)
        if sort or first:
            yield from problems
        if line and line.sort in wanted and not problems:
            yield line._replace(is_first=was_first)


def parse_line(text: str, path: str, number: int) -> tuple[Line | None, list[Problem]]:
    """Return what a line says, or what is wrong with it; ``number`` is that of the line."""
    root, problems = parse_json(text.rstrip("\r\n"), path, number)
    if root is None:
        named = (p._replace(name=_OF_A_LINE.get(p.name, p.name)) for p in problems)
        return None, [*named]
    if not isinstance(root, YamlMap) or len(root.entries) != 1:
        return None, [*problems, _no_line(root)]
    ((key, said),) = root.entries
    if key.text not in SORTS or not isinstance(said, YamlMap):
        wrong = key if key.text not in SORTS else said
        return None, [*problems, _no_line(wrong, suggest(key.text, SORTS))]
    return Line(key.text, said), problems


def _no_line(node: YamlNode, guess: str | None = None) -> Problem:
    guess = None if guess in SORTS and show(node) == guess else guess
    return problem("not-a-line", node.location, did_you_mean=guess, found=shorten(show(node)))
