"""What the edges of a foreign graph mean: types of the vocabulary, or types of the file's own.

An edge whose meaning is unknown never becomes a line of reporting or an appointment: it gets a type
of the file's own, called what the edge is called, in a family apart. Where nearly every edge is
called something else, the names are no types but words about single edges, and become notes.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from orggraph.formats.exchange import Remarks
from orggraph.formats.graphs.fields import Fields
from orggraph.formats.graphs.raw import RawEdge
from orggraph.formats.ids import make_slug
from orggraph.formats.yaml.nodes import iter_reserved_words
from orggraph.text import fold, shorten
from orggraph.vocabulary import Vocabulary
from orggraph.words import LANGUAGES, say

MOST_TYPES = 100
"""The most types that the edges of a file add; of more names, none becomes a type."""

MEANINGS = ("type", "relation", "relationship", "interaction", "kind", "label", "name", "key")
"""The attributes that may say what an edge means, the most telling first."""

_FAMILY = "other"
_INSIDE = frozenset(fold(say("graph.inside", code)) for code in LANGUAGES)
_LONGEST = 80  # characters of a label; what is longer is a sentence, and is cut


class Meaning(NamedTuple):
    """The id of a relation type, and whether an edge runs against it.

    `called` is what the edge is called where its type is not called so.
    """

    type: str
    inverse: bool = False
    called: str | None = None


class EdgeTypes:
    """The types of the edges of one file: those that are known, and those that it adds."""

    def __init__(self, vocabulary: Vocabulary, language: str) -> None:
        self._vocabulary = vocabulary
        self._language = language
        self._taken = {fold(words) for words, _, _ in vocabulary.iter_labels()}
        self._taken |= set(map(fold, iter_reserved_words()))
        self._added: dict[str, str] = {}
        self._labels: dict[str, Any] = {}
        self._directed: set[str] = set()
        self._numbers: Counter[str] = Counter()
        self.names_left = 0
        """How many names are no types, since they are too many."""

    def find_meanings(self, edges: Sequence[RawEdge]) -> list[Meaning]:
        """Return what each edge means; types are added for those that the vocabulary has not."""
        said = [self._said(edge) for edge in edges]
        names = {fold(words) for known, words in said if known is None and words}
        if len(names) <= MOST_TYPES:
            return [
                known or self.add(words, directed=edge.directed)
                for edge, (known, words) in zip(edges, said, strict=True)
            ]
        self.names_left = len(names - _INSIDE)
        meanings = []
        for edge, (known, words) in zip(edges, said, strict=True):
            is_type = words is not None and fold(words) in _INSIDE
            meaning = known or self.add(words if is_type else None, directed=edge.directed)
            called = None if known or is_type else words
            meanings.append(meaning._replace(called=called))
        return meanings

    def _said(self, edge: RawEdge) -> tuple[Meaning | None, str | None]:
        """Return the known type of an edge, else what the edge is called."""
        fields = Fields(edge.attributes, Remarks())
        candidates = [words for key in MEANINGS if (words := fields.text(key))]
        # A mark such as an arrow or a number says nothing of what an edge means.
        words = next((w for w in candidates if any(map(str.isalpha, w))), None)
        return self.find(candidates), words

    def find(self, candidates: Iterable[str]) -> Meaning | None:
        """Return the type of the vocabulary that the first fitting words mean; None for none."""
        found = next(filter(None, map(self._vocabulary.find_type, candidates)), None)
        return found and Meaning(found[0].id, found[1])

    def is_symmetric(self, type_: str) -> bool:
        """Whether a type holds in both directions, which all edges must be found to tell."""
        if type_ in self._labels:
            return type_ not in self._directed
        known = self._vocabulary.types.get(type_)
        return known is not None and known.is_symmetric

    def add(self, words: str | None, *, directed: bool) -> Meaning:
        """Return a type of the file's own that is called ``words``; without them, linked to."""
        label = shorten(words, _LONGEST) if words else ""
        known = self._vocabulary.find_type(say("graph.linked"))
        if not label and known:  # read from a file that was written with it
            return Meaning(known[0].id)
        key = fold(label)
        if key not in self._added:
            self._added[key] = self._make(label)
        type_ = self._added[key]
        if directed:
            self._directed.add(type_)
        return Meaning(type_)

    def added(self) -> Mapping[str, str]:
        """Return the types of the file's own: what each is called, by its id."""
        return {id_: _words(label, self._language) for id_, label in self._labels.items()}

    def terms(self) -> dict[str, Any]:
        """Return what a data file says under `vocabulary`, for the types that were added."""
        if not self._labels:
            return {}
        types = {id_: self._entry(id_, label) for id_, label in self._labels.items()}
        family = {"label": {code: say("graph.family", code) for code in LANGUAGES}}
        families = {} if _FAMILY in self._vocabulary.families else {_FAMILY: family}
        return {"families": families, "types": types}

    def _make(self, words: str) -> str:
        """Return the id of a new type, with words that nothing else is called."""
        label: Any = words
        if not words or fold(words) in _INSIDE:  # what we call it ourselves, in all languages
            key = "graph.inside" if words else "graph.linked"
            label = {code: say(key, code) for code in LANGUAGES}
        # A key of a data file, or what a known type is called from its other end, is taken.
        while self._taken.intersection(map(fold, _all_words(label))):
            self._numbers[words] += 1
            number = self._numbers[words]
            other = words if number == 1 else f"{words} {number}"
            label = say("graph.link-called", self._language, words=other)
        slug = (make_slug(_words(label, "en")) or "link").replace("-", "_")
        id_ = slug
        while fold(id_) in self._taken and fold(id_) not in map(fold, _all_words(label)):
            self._numbers[slug] += 1
            id_ = f"{slug}_{self._numbers[slug] + 1}"
        self._taken |= {fold(id_), *map(fold, _all_words(label))}
        self._labels[id_] = label
        return id_

    def _entry(self, id_: str, label: Any) -> dict[str, Any]:
        entry = {"family": _FAMILY, "label": label}
        if id_ not in self._directed:
            return entry | {"inverse": label, "traits": ["symmetric"]}
        return entry | {"inverse": _inverse(label)}


def _inverse(label: Any) -> dict[str, str]:
    return {code: say("graph.other-way", code, words=_words(label, code)) for code in LANGUAGES}


def _words(label: Any, language: str) -> str:
    found: str = label if isinstance(label, str) else label[language]
    return found


def _all_words(label: Any) -> list[str]:
    """Return all that a type may be called that has this label, in both directions."""
    said = [label] if isinstance(label, str) else list(label.values())
    return [*said, *_inverse(label).values()]
