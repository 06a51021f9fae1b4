"""Parse the syntaxes of RDF with rdflib, in bounded time and memory, and locate what is in them.

rdflib tells no positions of what it has read, so things are located by the first line that begins
with their name. Nothing is ever fetched: a JSON-LD context has to be in the file.
"""

import io
import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from orggraph.formats.rdf.json_ld_data import read_json_ld
from orggraph.formats.rdf.terms import Blank, Iri, Term, Triple, Words
from orggraph.source import Location, Problem, problem
from orggraph.source.files import MAX_BYTES, decode_text
from orggraph.source.xml_tree import parse_xml
from orggraph.text import shorten

if TYPE_CHECKING:
    import rdflib

MOST_CHARACTERS = 10 * MAX_BYTES
"""The characters that all terms may have together when prefixes are written out."""

MOST_TRIPLES = 500_000
"""The triples that are read; a list has two for each item, which may be no more than a digit."""

_BASE = "http://file.invalid/"
"""What relative IRIs are put behind; RFC 2606 keeps the name from meaning anything."""

_NAMES = {
    "turtle": re.compile(r"^(\S+)", re.MULTILINE),
    "json-ld": re.compile(r'"@?id"\s*:\s*"([^"]*)"'),
}
_PREFIX = re.compile(r'(?:@prefix\s+([^\s:]*):\s*<([^>]*)>|"([^"\s:@]+)"\s*:\s*"([^"]+[/#:])")')
_UNFORESEEN = (AttributeError, TypeError, LookupError, AssertionError)
"""What rdflib's parsers stumble into where a value is not of the type that they expect."""

_OLD_SCHEMA, _SCHEMA = "http://schema.org/", "https://schema.org/"


class Parsed(NamedTuple):
    """What a file says: its triples, its text, and where things stand in it."""

    triples: list[Triple]
    text: str
    places: Callable[[str], Location]


class _TooMuchError(Exception):
    """The terms of a file are too long together."""


def parse_rdf(data: bytes, shown: str, syntax: str) -> Parsed | Problem:
    """Return the triples of a file in a syntax, or what is wrong with it."""
    text = decode_text(data, shown)
    if isinstance(text, Problem):
        return text
    start = Location(shown, 0, 0)
    store = _store()
    import rdflib

    graph = rdflib.Graph(store=store, bind_namespaces="none")
    try:
        with _quiet():
            if syntax == "json-ld":
                found = read_json_ld(text, shown)
                if isinstance(found, Problem):
                    return found
                _load_json_ld(found, graph)
            elif syntax == "xml" and isinstance(refused := parse_xml(data, shown), Problem):
                return refused
            elif syntax == "nt":
                _load_n_triples(text, graph)
            elif syntax == "turtle":
                _load_turtle(text, graph)
            else:
                graph.parse(data=text, format=syntax, publicID=_BASE)
            blanks: dict[str, Blank] = {}
            triples = [_triple(triple, blanks) for triple in store.found]
    except RecursionError:
        return problem("rdf-too-deep", start)
    except _TooMuchError:
        millions = MOST_CHARACTERS // 1_000_000
        return problem("rdf-too-much", start, limit=millions, triples=MOST_TRIPLES)
    except UnicodeError:
        return problem("rdf-half-character", start)
    except Exception as error:  # rdflib's parsers let anything through
        return _syntax_problem(error, text, shown, syntax)
    return Parsed(triples, text, _Places(text, shown, syntax).find)


def _store() -> Any:
    from rdflib.store import Store

    class Bounded(Store):
        """Collects triples until they are too many, or too long: a prefix can stand for much."""

        size = 0

        def __init__(self) -> None:
            super().__init__()
            self.found: dict[tuple[Any, Any, Any], None] = {}

        def add(self, triple: Any, context: Any, quoted: bool = False) -> None:
            self.size += sum(map(len, triple))
            if self.size > MOST_CHARACTERS or len(self.found) >= MOST_TRIPLES:
                raise _TooMuchError
            self.found[triple] = None

    return Bounded()


def _load_json_ld(data: Any, graph: "rdflib.Graph") -> None:
    from rdflib.plugins.parsers.jsonld import to_rdf

    to_rdf(data, graph, base=_BASE)


def _load_turtle(text: str, graph: "rdflib.Graph") -> None:
    from orggraph.formats.rdf.turtle_reading import load_turtle

    load_turtle(text, graph, _BASE)


def _load_n_triples(text: str, graph: "rdflib.Graph") -> None:
    from rdflib.plugins.parsers.ntriples import NTGraphSink, W3CNTriplesParser

    lines = iter(re.split("\r\n|[\r\n]", text))

    class Parser(W3CNTriplesParser):
        """Has its lines at hand; rdflib's own looks for each end again in every 2 kilobytes."""

        def readline(self) -> str | None:
            return next(lines, None)

    Parser(NTGraphSink(graph)).parse(io.StringIO(""))


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep what rdflib logs and warns of to itself, and literals as they are written."""
    import warnings

    import rdflib

    log, normalizes = logging.getLogger("rdflib"), rdflib.NORMALIZE_LITERALS
    was_off, log.disabled = log.disabled, True
    others = [logging.getLogger(f"rdflib.{name}") for name in ("term", "plugins", "namespace")]
    before = [other.disabled for other in others]
    rdflib.NORMALIZE_LITERALS = False
    for other in others:
        other.disabled = True
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        log.disabled, rdflib.NORMALIZE_LITERALS = was_off, normalizes
        for other, off in zip(others, before, strict=True):
            other.disabled = off


def _triple(triple: tuple[Any, Any, Any], blanks: dict[str, Blank]) -> Triple:
    """Return a triple of rdflib in our terms; ``blanks`` keeps what nameless things are called."""
    subject, property_, value = (_term(term, blanks) for term in triple)
    assert not isinstance(subject, Words)
    assert isinstance(property_, Iri)
    return subject, property_, value


def _term(term: Any, blanks: dict[str, Blank]) -> Term:
    import rdflib

    str(term).encode()  # raises UnicodeError for half of a character
    if isinstance(term, rdflib.Literal):
        datatype = None if term.datatype is None else str(term.datatype)
        return Words(str(term), term.language, datatype)
    if isinstance(term, rdflib.BNode):
        # rdflib's own names are random; the order of the file is not.
        return blanks.setdefault(str(term), Blank(f"_:{len(blanks) + 1:06}"))
    full = str(term).removeprefix(_BASE)
    if full.startswith(_OLD_SCHEMA):
        full = _SCHEMA + full.removeprefix(_OLD_SCHEMA)
    return Iri(full)


def _syntax_problem(error: Exception, text: str, shown: str, syntax: str) -> Problem:
    """Return a mistake as a problem, at its place where the library tells it."""
    if syntax == "json-ld" and isinstance(error, _UNFORESEEN):
        return problem("rdf-wrong-shape", Location(shown, 0, 0))
    why = str(getattr(error, "_why", "") or error)
    if "integer string conversion" in why:
        return problem("rdf-long-number", Location(shown, 0, 0))
    if isinstance(error, LookupError):  # the parser reads beyond the end
        return problem("rdf-breaks-off", _place(len(text.rstrip()), text, shown))
    at = getattr(error, "_i", None)  # of rdflib's Turtle parser
    if not isinstance(at, int):
        at = text.find(why.partition("Invalid line: ")[2] or text)  # of N-Triples
    return problem("rdf-syntax", _place(at, text, shown), detail=shorten(why, 100))


def _place(at: int, text: str, shown: str) -> Location:
    before = text[: max(at, 0)]
    return Location(shown, before.count("\n"), len(before) - before.rfind("\n") - 1)


class _Places:
    """Where things are first written about."""

    def __init__(self, text: str, shown: str, syntax: str) -> None:
        self.start = Location(shown, 0, 0)
        self._names: dict[str, Location] = {}
        pattern = _NAMES["json-ld" if syntax == "json-ld" else "turtle"]
        line, line_at = 0, 0
        for found in pattern.finditer(text):
            at = found.start(1)
            line += text.count("\n", line_at, at)
            line_at = at
            column = at - text.rfind("\n", 0, at) - 1
            name = found.group(1)
            place = Location(shown, line, column, max(len(name), 1))
            self._names.setdefault(name.strip("<>"), place)
        self._prefixes = [
            (full, f"{prefix}:")
            for a, b, c, d in _PREFIX.findall(text)
            for prefix, full in ((a, b), (c, d))
            if full
        ]

    def find(self, name: str) -> Location:
        """Return where a thing is first written about; the start where that is not known."""
        if name in self._names:
            return self._names[name]
        for full, prefix in self._prefixes:
            if name.startswith(full) and prefix + name[len(full) :] in self._names:
                return self._names[prefix + name[len(full) :]]
        return self.start
