"""What a writer of RDF says, before any syntax: things, and what is said of each."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias, Union

from orggraph.formats.rdf.terms import Iri, Words, iri
from orggraph.model import Evidence, PartialDate
from orggraph.text import LocalText


class Nested(NamedTuple):
    """A thing without an IRI, that is written where it is spoken of."""

    said: "tuple[Said, ...]"


class Listed(NamedTuple):
    """Values in an order."""

    items: "tuple[Value, ...]"


Value: TypeAlias = Union[Iri, Words, Nested, Listed]  # noqa: UP007 (refers to itself)


class Said(NamedTuple):
    """A property and its values; several may say of the same property."""

    property: Iri
    values: tuple[Value, ...]


class Described(NamedTuple):
    """A thing and what is said of it."""

    subject: Iri
    said: tuple[Said, ...]


TYPE = iri("rdf:type")
_DATE_TYPES = ("xsd:gYear", "xsd:gYearMonth", "xsd:date")
_INSTANTS = ("time:inXSDgYear", "time:inXSDgYearMonth", "time:inXSDDate")


def say_types(*types: Iri) -> Said:
    """Say what something is."""
    return Said(TYPE, types)


def say_plain(short: str, text: object | None) -> Iterator[Said]:
    """Say a plain text; nothing for None."""
    if text is not None:
        yield Said(iri(short), (Words(str(text)),))


def say_truth(short: str, truth: bool | None) -> Iterator[Said]:
    """Say whether something is so; nothing for None."""
    if truth is not None:
        word = "true" if truth else "false"
        yield Said(iri(short), (Words(word, datatype=iri("xsd:boolean")),))


def say_iris(short: str, iris: Iterable[Iri | None]) -> Iterator[Said]:
    """Say which things something has to do with; nothing for none."""
    if found := tuple(each for each in iris if each is not None):
        yield Said(iri(short), found)


def say_text(short: str, text: LocalText | None, lead: str) -> Iterator[Said]:
    """Say a text in its languages.

    RDF has no order of languages, so where the original is not in the graph's language (``lead``),
    a mark tells which it is.
    """
    if text is None:
        return
    by_language = sorted(text.translations.items())
    yield Said(iri(short), tuple(Words(words, language) for language, words in by_language))
    if len(by_language) > 1 and text.language != lead:
        mark = f"{short.partition(':')[2]}@{text.language}"
        yield Said(iri("og:original"), (Words(mark),))


def date_words(date: PartialDate) -> Words:
    """Return a date as the literal of its accuracy."""
    return Words(str(date), datatype=iri(_DATE_TYPES[_accuracy(date)]))


def say_instant(short: str, date: PartialDate | None) -> Iterator[Said]:
    """Say when an interval begins or ends, in the terms of OWL-Time; nothing for None."""
    if date is not None:
        when = Said(iri(_INSTANTS[_accuracy(date)]), (date_words(date),))
        yield Said(iri(short), (Nested((say_types(iri("time:Instant")), when)),))


def _accuracy(date: PartialDate) -> int:
    return sum(part is not None for part in date[1:])


def say_selector(evidence: Evidence) -> Said:
    """Say which words of a source are quoted, as a selector of the Web Annotation model.

    A quotation that leaves words out is not exact, and gets a term of our own.
    """
    if evidence.parts == (evidence.quote,):
        kind, short = "oa:TextQuoteSelector", "oa:exact"
    else:
        kind, short = "og:QuoteSelector", "og:quote"
    words = Said(iri(short), (Words(evidence.quote),))
    return Said(iri("oa:hasSelector"), (Nested((say_types(iri(kind)), words)),))
