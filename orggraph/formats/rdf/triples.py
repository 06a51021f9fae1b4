"""The triples of a file, and which of them have been understood so far."""

from collections.abc import Iterable, Iterator, Mapping

from orggraph.formats.rdf.terms import Blank, Iri, Term, Triple, Words, iri, local_part

_FIRST, _REST, _NIL = iri("rdf:first"), iri("rdf:rest"), iri("rdf:nil")
_ORIGINAL = iri("og:original")

Thing = Iri | Blank


class Triples:
    """Triples by subject and property, in an order of their own.

    Methods that begin with ``take`` return what they find and count it as understood.
    """

    def __init__(self, triples: Iterable[Triple]) -> None:
        self.all = sorted(set(triples), key=_order)
        self._left = dict.fromkeys(self.all)
        self._by_subject: dict[Thing, dict[Iri, list[Term]]] = {}
        for subject, property_, value in self.all:
            self._by_subject.setdefault(subject, {}).setdefault(property_, []).append(value)

    def __contains__(self, subject: object) -> bool:
        return subject in self._by_subject

    def subjects(self) -> Iterable[Thing]:
        """Return everything that something is said of."""
        return self._by_subject

    def properties(self, subject: Thing) -> Mapping[Iri, list[Term]]:
        """Return what is said of something."""
        return self._by_subject.get(subject, {})

    def look(self, subject: Thing, property_: Iri) -> list[Term]:
        """Return the values of a property, understood or not."""
        return self.properties(subject).get(property_, [])

    def left(self) -> Iterator[Triple]:
        """Yield what nothing has understood."""
        return (triple for triple in self.all if triple in self._left)

    def is_left(self, triple: Triple) -> bool:
        """Whether nothing has understood a triple."""
        return triple in self._left

    def take(self, subject: Thing, property_: Iri, value: Term) -> None:
        """Count one triple as understood."""
        self._left.pop((subject, property_, value), None)

    def give_back(self, subject: Thing) -> None:
        """Count all that is said of something as not understood after all."""
        for property_, values in self.properties(subject).items():
            self._left |= dict.fromkeys((subject, property_, value) for value in values)

    def take_things(self, subject: Thing, property_: Iri) -> list[Thing]:
        """Take the values of a property that are things."""
        found = [v for v in self.look(subject, property_) if not isinstance(v, Words)]
        for value in found:
            self.take(subject, property_, value)
        return found

    def take_thing(self, subject: Thing, property_: Iri) -> Thing | None:
        """Take the first value of a property that is a thing."""
        found = (v for v in self.look(subject, property_) if not isinstance(v, Words))
        if (first := next(found, None)) is not None:
            self.take(subject, property_, first)
        return first

    def take_plain(self, subject: Thing, property_: Iri) -> str | None:
        """Take the first literal of a property that is not empty, whatever its language."""
        found = (v for v in self.look(subject, property_) if isinstance(v, Words))
        first = next((v for v in found if v.text.strip()), None)
        if first is None:
            return None
        self.take(subject, property_, first)
        return first.text

    def take_text(self, subject: Thing, property_: Iri, lead: str) -> str | dict[str, str] | None:
        """Take the literals of a property, one a language, as a data file has them.

        Text without a language counts as that of the graph (``lead``). The original comes first,
        where a mark says which it is.
        """
        found: dict[str, Words] = {}
        for value in self.look(subject, property_):
            if isinstance(value, Words) and value.text.strip():
                language = lead if value.language is None else primary(value.language)
                if language and found.setdefault(language, value) == value:
                    self.take(subject, property_, value)
        if not found:
            return None
        if list(found) == [lead]:
            return found[lead].text
        original = self._take_original(subject, property_)
        in_order = sorted(found, key=lambda code: (code != original, code))
        return {code: found[code].text for code in in_order}

    def _take_original(self, subject: Thing, property_: Iri) -> str | None:
        for value in self.look(subject, _ORIGINAL):
            if isinstance(value, Words):
                name, _, language = value.text.partition("@")
                if name == local_part(property_):
                    self.take(subject, _ORIGINAL, value)
                    return language
        return None

    def take_list(self, subject: Thing, property_: Iri) -> list[Term]:
        """Take the items of an RDF list; of one that bites its own tail, each item once."""
        items: list[Term] = []
        at = self.take_thing(subject, property_)
        seen: set[Thing] = set()
        while at is not None and at != _NIL and at not in seen:
            seen.add(at)
            for item in self.look(at, _FIRST)[:1]:
                self.take(at, _FIRST, item)
                items.append(item)
            at = self.take_thing(at, _REST)
        return items


def primary(language: str) -> str | None:
    """Return the language without script and region: ``de`` for ``de-AT``; None for no such."""
    code = language.partition("-")[0].lower()
    return code if 2 <= len(code) <= 3 and code.isascii() and code.isalpha() else None


def _order(triple: Triple) -> tuple[tuple[str, ...], ...]:
    return tuple(map(_term_order, triple))


def _term_order(term: Term) -> tuple[str, ...]:
    if isinstance(term, Words):
        # Of several languages, text without a region comes before text with one.
        return ("2", term.language or "", term.text, term.datatype or "")
    return ("1" if isinstance(term, Blank) else "0", term)
