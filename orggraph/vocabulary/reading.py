"""Read the vocabulary: the core's, and the terms that a data file adds in the same form."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any

from orggraph.source.fields import (
    LOCAL_TEXT,
    TEXT,
    Field,
    Read,
    Reading,
    choice,
    list_of,
    read_map,
)
from orggraph.source.problems import ReadError
from orggraph.source.yaml_tree import YamlMap, YamlNode, YamlText, parse_yaml
from orggraph.text import LocalText, fold
from orggraph.vocabulary.terms import TRAITS, Family, Kind, RelationType, Role, Vocabulary

_ID_LIST = list_of(TEXT)

_LABEL = Field("label", LOCAL_TEXT, "What it is called.", required=True)
_ALIASES = Field("aliases", _ID_LIST, "Other words for it, in any language.")
_IRI = Field("iri", TEXT, "The term of W3C ORG, Popolo or another standard that means the same.")

KIND_FIELDS = (
    Field("sections", _ID_LIST, "The headings that nodes of this kind stand under."),
    _LABEL,
    _ALIASES,
    _IRI,
)
FAMILY_FIELDS = (_LABEL,)
TYPE_FIELDS = (
    Field("family", TEXT, "The question it belongs to, such as reporting.", required=True),
    _LABEL,
    Field("inverse", LOCAL_TEXT, "The label read backwards.", required=True),
    Field("source", _ID_LIST, "The kinds of node it may start from; all, if not said."),
    Field("target", _ID_LIST, "The kinds of node it may lead to; all, if not said."),
    Field("traits", list_of(choice(*TRAITS)), "How it behaves."),
    _ALIASES,
    Field("inverse_aliases", _ID_LIST, "Other words for the label read backwards."),
    _IRI,
)
ROLE_FIELDS = (_LABEL, _ALIASES)

VOCABULARY_FIELDS = {
    "families": FAMILY_FIELDS,
    "types": TYPE_FIELDS,
    "roles": ROLE_FIELDS,
}
"""What a data file may add, by heading."""


def read_core() -> Vocabulary:
    """Return the vocabulary that comes with orggraph, read from its file."""
    path = Path(__file__).with_name("core.yaml")
    root, problems = parse_yaml(path.read_text(encoding="utf-8"), path.name)
    reading = Reading()
    kinds = (
        Kind(id_, read.get("label"), read.get("sections", ()), read.get("iri"), _aliases(read))
        for id_, read in _iter_terms(_entry(root, "kinds"), KIND_FIELDS, reading)
    )
    empty = Vocabulary({kind.id: kind for kind in kinds}, {}, {}, {})
    vocabulary = extend_vocabulary(empty, root, reading, ignore=("kinds",))
    if problems or reading.problems:
        raise ReadError([*problems, *reading.problems])
    return vocabulary


def extend_vocabulary(
    base: Vocabulary,
    node: YamlNode | None,
    reading: Reading,
    *,
    ignore: tuple[str, ...] = (),
    reserved: Iterable[str] = (),
) -> Vocabulary:
    """Return ``base`` with the terms that ``node`` adds; what is wrong with them is reported."""
    if node is None:
        return base
    if not isinstance(node, YamlMap):
        reading.expected("a-mapping", node)
        return base
    for key, _ in node.entries:
        if key.text not in VOCABULARY_FIELDS and key.text not in ignore:
            guess = reading.guesser.guess(key.text, VOCABULARY_FIELDS)
            reading.report("unknown-key", key.location, key=key.text, did_you_mean=guess)
    families = tuple(
        Family(id_, read.get("label") or LocalText.of(id_, reading.language))
        for id_, read in _iter_terms(_entry(node, "families"), FAMILY_FIELDS, reading)
    )
    wider = base.with_terms(families=families)
    return wider.with_terms(
        types=_iter_types(_entry(node, "types"), wider, reading, frozenset(map(fold, reserved))),
        roles=_iter_roles(_entry(node, "roles"), base, reading),
    )


def _iter_types(
    node: YamlNode | None, known: Vocabulary, reading: Reading, reserved: frozenset[str]
) -> Iterator[RelationType]:
    """Yield the types whose words are free; others would change what files already say."""
    taken = {fold(words): type_.id for words, type_, _ in known.iter_labels()}
    for id_, read in _iter_terms(node, TYPE_FIELDS, reading):
        type_ = _type(id_, read, known, reading)
        if type_ is None:
            continue
        own = tuple(type_.iter_words())
        if used := next((words for words in own if fold(words) in taken), None):
            reading.report("term-taken", read.location, words=used, type=taken[fold(used)])
        elif used := next((words for words in own if fold(words) in reserved), None):
            reading.report("term-reserved", read.location, words=used)
        else:
            taken |= {fold(words): id_ for words in own}
            yield type_


def _iter_roles(node: YamlNode | None, base: Vocabulary, reading: Reading) -> Iterator[Role]:
    """Yield the roles; one that says a known role in other words keeps its place in the roster."""
    next_rank = count(len(base.roles))
    for id_, read in _iter_terms(node, ROLE_FIELDS, reading):
        label = read.get("label") or LocalText.of(id_, reading.language)
        rank = base.roles[id_].rank if id_ in base.roles else next(next_rank)
        yield Role(id_, label, rank, _aliases(read))


def _entry(node: YamlNode | None, heading: str) -> YamlNode | None:
    if not isinstance(node, YamlMap):
        return None
    return next((value for key, value in node.entries if key.text == heading), None)


def _iter_terms(
    node: YamlNode | None, fields: tuple[Field, ...], reading: Reading
) -> Iterator[tuple[str, Read]]:
    if node is None or (isinstance(node, YamlText) and node.is_absent):
        return
    if not isinstance(node, YamlMap):
        reading.expected("a-mapping", node)
        return
    for key, value in node.entries:
        yield key.text, read_map(value, fields, reading)


def _aliases(read: Read) -> tuple[str, ...]:
    return tuple(read.get("aliases", ()))


def _type(id_: str, read: Read, vocabulary: Vocabulary, reading: Reading) -> RelationType | None:
    family = read.get("family")
    if family is None or read.get("label") is None or read.get("inverse") is None:
        return None  # reported as missing already
    if family not in vocabulary.families:
        _unknown(reading, read, "family", family, vocabulary.families)
        return None
    return RelationType(
        id_,
        family,
        read.get("label"),
        read.get("inverse"),
        _kinds(read, "source", vocabulary, reading),
        _kinds(read, "target", vocabulary, reading),
        frozenset(read.get("traits", ())),
        _aliases(read),
        tuple(read.get("inverse_aliases", ())),
        read.get("iri"),
    )


def _kinds(read: Read, name: str, vocabulary: Vocabulary, reading: Reading) -> frozenset[str]:
    found = set()
    for words in read.get(name, tuple(vocabulary.kinds)):
        if kind := vocabulary.find_kind(words):
            found.add(kind.id)
        elif words != "any":
            _unknown(reading, read, name, words, vocabulary.kinds)
        else:
            found.update(vocabulary.kinds)
    return frozenset(found)


def _unknown(reading: Reading, read: Read, name: str, words: str, known: Mapping[str, Any]) -> None:
    reading.report(
        "not-a-choice",
        read.places[name],
        text=words,
        choices=", ".join(known),
        did_you_mean=reading.guesser.guess(words, known),
    )
