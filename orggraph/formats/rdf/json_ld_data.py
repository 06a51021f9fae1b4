"""Read JSON-LD as data, and refuse what would reach beyond the file."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from orggraph.formats.rdf.terms import MADE_UP
from orggraph.source import Location, Problem, problem
from orggraph.text import shorten

MAX_DEPTH = 100
"""The deepest nesting that is read."""

MOST_TERMS = 10_000
LONGEST_IRI = 2_000
LONGEST_CHAIN = 10
_MOST_COPIED = 10_000_000  # terms, since a context within a context begins as its copy

_CATCH_ALL = {"@vocab": MADE_UP}
"""Keys that a file gives no meaning would vanish without a trace; so they get an IRI."""


def read_json_ld(text: str, shown: str) -> Any | Problem:
    """Return JSON as plain data, or what is wrong with it.

    A context that stands elsewhere is refused: it is not fetched, and without it nobody knows what
    the keys mean.
    """
    try:
        data = json.loads(text, parse_constant=_refuse, object_pairs_hook=_unique)
    except json.JSONDecodeError as error:
        place = Location(shown, error.lineno - 1, error.colno - 1)
        return problem("rdf-syntax", place, detail=error.msg)
    except RecursionError:
        return problem("rdf-too-deep", Location(shown, 0, 0))
    except _RepeatedKeyError as error:
        place = _find(text, error.key, shown)
        return problem("rdf-repeated-key", place, key=shorten(error.key))
    except _NoNumberError as error:
        return problem("rdf-syntax", Location(shown, 0, 0), detail=error.args[0])
    except ValueError:  # of all that is left, only a number of more digits than Python converts
        return problem("rdf-long-number", Location(shown, 0, 0))
    if not isinstance(data, (dict, list)):
        return problem("rdf-syntax", Location(shown, 0, 0), detail="{ }")
    largest = times = 0
    for depth, part in _walk(data):
        if depth > MAX_DEPTH:
            return problem("rdf-too-deep", Location(shown, 0, 0))
        if isinstance(part, dict):
            for remote in _remote(part):
                place = _find(text, remote, shown)
                return problem("rdf-remote-context", place, iri=shorten(remote))
            if any(map(_is_large, contexts := _contexts(part))):
                return _too_large(shown)
            largest = max([largest, *(len(c) for c in contexts if isinstance(c, dict))])
            times += len(contexts)
            if None in contexts:
                part["@context"] = [c or _CATCH_ALL for c in contexts]
    if largest * times > _MOST_COPIED:
        return _too_large(shown)
    for part in data if isinstance(data, list) else [data]:
        if isinstance(part, dict):
            part["@context"] = [_CATCH_ALL, *_contexts(part)]
    return data


class _NoNumberError(Exception):
    """NaN and Infinity, which Python's JSON has and JSON has not."""


class _RepeatedKeyError(Exception):
    def __init__(self, key: str) -> None:
        self.key = key


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        times = Counter(key for key, _ in pairs)
        raise _RepeatedKeyError(times.most_common(1)[0][0])
    return found


def _refuse(constant: str) -> Any:
    raise _NoNumberError(constant)


def _walk(data: Any) -> Iterator[tuple[int, Any]]:
    """Yield every part, with its depth, with a stack of its own in place of recursion."""
    stack = [(1, data)]
    while stack:
        depth, part = stack.pop()
        yield depth, part
        below = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
        if depth <= MAX_DEPTH:
            stack.extend((depth + 1, each) for each in below)


def _remote(part: dict[str, Any]) -> Iterator[str]:
    """Yield the contexts that a mapping names and does not hold."""
    yield from (context for context in _contexts(part) if isinstance(context, str))
    if isinstance(imported := part.get("@import"), str):
        yield imported


def _too_large(shown: str) -> Problem:
    return problem(
        "rdf-large-context", Location(shown, 0, 0),
        terms=MOST_TERMS, length=LONGEST_IRI, depth=LONGEST_CHAIN,
    )  # fmt: skip


def _is_large(context: Any) -> bool:
    """Whether a context would become many times larger when its terms are written out."""
    if not isinstance(context, dict):
        return False
    meant = {term: _meant(value) for term, value in context.items()}
    return (
        len(context) > MOST_TERMS
        or any(len(iri) > LONGEST_IRI for iri in meant.values())
        or any(_is_long_chain(term, meant) for term in meant)
    )


def _meant(value: Any) -> str:
    iri = value.get("@id") if isinstance(value, dict) else value
    return iri if isinstance(iri, str) else ""


def _is_long_chain(term: str, meant: dict[str, str]) -> bool:
    for _ in range(LONGEST_CHAIN):
        term, _, rest = meant[term].partition(":")
        if term not in meant or rest.startswith("//"):  # an IRI, whatever it begins with
            return False
    return True


def _contexts(part: dict[str, Any]) -> list[Any]:
    if "@context" not in part:
        return []
    context = part["@context"]
    return context if isinstance(context, list) else [context]


def _find(text: str, words: str, shown: str) -> Location:
    at = text.find(json.dumps(words, ensure_ascii=False)) + 1
    return Location(shown, text.count("\n", 0, at), at - text.rfind("\n", 0, at) - 1, len(words))
