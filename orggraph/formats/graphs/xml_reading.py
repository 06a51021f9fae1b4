"""What readers of formats in XML share: the tree of a file, and what is wrong with it."""

from collections import defaultdict
from collections.abc import Mapping

from orggraph.formats.exchange import Origin
from orggraph.source import Location, Problem, problem
from orggraph.source.xml_tree import XmlElement, parse_xml

MOST_DEFAULTS = 1_000_000
"""The defaults that nodes and edges may have together; each character more counts a hundredth."""


def read_xml(origin: Origin) -> XmlElement | Problem:
    """Return the outermost element of a file, or why there is none."""
    data = origin.read()
    return data if isinstance(data, Problem) else parse_xml(data, origin.shown)


def required(format_: str, expected: str, element: XmlElement) -> Problem:
    """Return that an element lacks something that its format has."""
    if format_ in ("node", "edge"):
        return problem("node-without-id", element.location, key=expected)
    return problem("not-this-format", element.location, format=format_, expected=expected)


class Defaults:
    """The values that a file declares for the nodes and edges which say none of their own.

    Each has all of them, so that a small file can stand for much: what is given out is bounded.
    """

    def __init__(self) -> None:
        self._texts: dict[str, dict[str, str]] = defaultdict(dict)
        self._given = 0.0
        self.problem: Problem | None = None
        """What is wrong where too much would be given out."""

    def declare(self, about: str, name: str, text: str) -> None:
        """Note the default of an attribute of ``about``: a graph, a node or an edge."""
        self._texts[about][name] = text

    def give(self, about: str, place: Location) -> Mapping[str, str]:
        """Return the defaults of one ``about``, by name; none when there were too many."""
        texts = self._texts[about]
        if self.problem is None:
            self._given += len(texts) + sum(map(len, texts.values())) / 100
            if self._given <= MOST_DEFAULTS:
                return texts
            self.problem = problem("xml-defaults", place)
        return {}
