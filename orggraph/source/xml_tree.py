"""XML as a tree that remembers where each part stands, and that opens and expands nothing.

A document type is refused as soon as it begins, so no entity is ever declared, expanded or fetched
(the attacks that defusedxml lists); depth and the number of parts are bounded while reading.
"""

from collections.abc import Iterator
from typing import NamedTuple
from xml.parsers import expat

from orggraph.source.location import Location
from orggraph.source.problems import Problem, problem

MAX_DEPTH = 100
"""The deepest nesting that is read; groups within groups of a drawn graph take two levels each."""

MAX_PARTS = 1_000_000
"""The most elements and attributes that are read."""

_SEPARATOR = " "  # between namespace and name; neither can have it
_NONE: dict[str, str] = {}


class XmlElement(NamedTuple):
    """An element. `tag` is its name without a prefix, `namespace` the IRI that the prefix means.

    `attributes` go by name; one with a prefix by ``{namespace}name``. `text` is all text directly
    in it, whatever stands between.
    """

    tag: str
    namespace: str
    attributes: dict[str, str]
    text: str
    children: tuple["XmlElement", ...]
    location: Location

    def get(self, name: str) -> str | None:
        """Return the attribute of this name; None where there is none."""
        return self.attributes.get(name)

    def iter_named(self, *tags: str) -> Iterator["XmlElement"]:
        """Yield the children with one of these names, of any namespace."""
        return (child for child in self.children if child.tag in tags)

    def first(self, *tags: str) -> "XmlElement | None":
        """Return the first child with one of these names; None where there is none."""
        return next(self.iter_named(*tags), None)

    def all_text(self) -> str:
        """Return the text in it and in what it holds, its own before that of its children."""
        return self.text + "".join(child.all_text() for child in self.children)


def parse_xml(data: bytes, path: str) -> XmlElement | Problem:
    """Return the outermost element of a document, or what is wrong with it and where.

    ``path`` is what locations show. The encoding is the one that the document declares, UTF-8 or
    UTF-16 where it declares none.
    """
    builder = _TreeBuilder(path)
    try:
        return builder.build(data)
    except expat.ExpatError as error:
        return _syntax_problem(error, path)
    except (LookupError, ValueError) as error:  # an encoding that is unknown, or of many bytes
        return problem("xml-encoding", Location(path, 0, 0), reason=str(error))
    except _RefusedError as refused:
        return refused.problem


class _RefusedError(Exception):
    def __init__(self, problem: Problem) -> None:
        self.problem = problem


class _Open(NamedTuple):
    """An element whose end has not come yet."""

    tag: str
    namespace: str
    attributes: dict[str, str]
    text: list[str]
    children: list[XmlElement]
    location: Location


class _TreeBuilder:
    """Turns what expat finds into a tree, with a stack of its own in place of recursion."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._parser = parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
        parser.buffer_text = True
        parser.buffer_size = 65_536
        parser.ordered_attributes = True
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._add_text
        self._stack: list[_Open] = []
        self._parts = 0
        self._root: XmlElement | None = None

    def build(self, data: bytes) -> XmlElement:
        self._parser.Parse(data, True)
        assert self._root is not None  # expat raises where there is no element
        return self._root

    def _place(self) -> Location:
        parser = self._parser
        return Location(self._path, parser.CurrentLineNumber - 1, parser.CurrentColumnNumber)

    def _refuse_doctype(self, *_: object) -> None:
        raise _RefusedError(problem("xml-doctype", self._place()))

    def _start(self, name: str, attributes: list[str]) -> None:
        self._parts += 1 + len(attributes) // 2
        if self._parts > MAX_PARTS:
            raise _RefusedError(problem("xml-too-many", self._place(), limit=MAX_PARTS))
        if len(self._stack) >= MAX_DEPTH:
            raise _RefusedError(problem("too-deep", self._place(), limit=MAX_DEPTH))
        namespace, tag = _split(name)
        pairs = iter(attributes)
        named = {_attribute(key): value for key, value in zip(pairs, pairs, strict=True)} or _NONE
        self._stack.append(_Open(tag, namespace, named, [], [], self._place()))

    def _end(self, _name: str) -> None:
        opened = self._stack.pop()
        text, children = "".join(opened.text), tuple(opened.children)
        closed = XmlElement(*opened[:3], text, children, opened.location)
        if self._stack:
            self._stack[-1].children.append(closed)
        else:
            self._root = closed

    def _add_text(self, text: str) -> None:
        self._stack[-1].text.append(text)


def _split(name: str) -> tuple[str, str]:
    namespace, _, local = name.rpartition(_SEPARATOR)
    return namespace, local


def _attribute(name: str) -> str:
    namespace, local = _split(name)
    return f"{{{namespace}}}{local}" if namespace else local


def _syntax_problem(error: expat.ExpatError, path: str) -> Problem:
    reason = expat.errors.messages.get(error.code, str(error))
    place = Location(path, max(error.lineno - 1, 0), max(error.offset, 0))
    return problem("xml-syntax", place, reason=reason)
