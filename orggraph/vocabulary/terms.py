"""The terms that an organisation is described in.

Kinds, families, relation types and roles are data: see `core.yaml`. Nothing outside that file names
a relation type; code asks for a family or a trait.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from orggraph.errors import UnknownTermError
from orggraph.text import LocalText, TextList, fold

REPORTING = "reporting"
"""The family whose relations make a reporting line."""

APPOINTMENT = "appointment"
"""The family whose relations fill seats."""

TRAITS: Mapping[str, str] = MappingProxyType(
    {
        "upward": "runs from the one below to the one above",
        "downward": "runs from the one above to the one below",
        "acyclic": "never leads back to where it began",
        "symmetric": "holds in both directions",
        "roster": "lists members of a body, with role, vote and seat",
        "incumbency": "tells who holds a post",
        "representation": "tells whom a member stands for",
        "employment": "tells who employs a person",
        "choosing": "decides alone who sits, as a nomination or an approval does not",
        "oversight": "controls what it leads to",
    }
)
"""What a relation type can be, beside its family."""


class Kind(NamedTuple):
    """What a node can be. `sections` are the headings it is listed under in a data file."""

    id: str
    label: LocalText
    sections: tuple[str, ...]
    iri: str | None = None
    aliases: tuple[str, ...] = ()


class Family(NamedTuple):
    """A group of relation types that answer one question."""

    id: str
    label: LocalText


class RelationType(NamedTuple):
    """A way in which one node relates to another.

    `sources` and `targets` are the kinds it may join; `label` reads from source to target and
    `inverse` from target to source, and both may be called other things; `traits` are among
    `TRAITS`; `iri` names the term of W3C ORG or Popolo that means the same.
    """

    id: str
    family: str
    label: LocalText
    inverse: LocalText
    sources: frozenset[str]
    targets: frozenset[str]
    traits: frozenset[str] = frozenset()
    aliases: tuple[str, ...] = ()
    inverse_aliases: tuple[str, ...] = ()
    iri: str | None = None

    @property
    def is_symmetric(self) -> bool:
        """Whether it holds in both directions."""
        return "symmetric" in self.traits

    def iter_words(self) -> Iterator[str]:
        """Yield everything that it is called, in both directions."""
        yield from (self.id, *self.label.all(), *self.aliases)
        yield from (*self.inverse.all(), *self.inverse_aliases)


class Role(NamedTuple):
    """What a member is in a body; `rank` orders a roster, the chair first."""

    id: str
    label: LocalText
    rank: int
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Vocabulary:
    """All the terms in use: the core's, and those that a data file adds.

    Mappings go from id to term, in the order of their files.
    """

    kinds: Mapping[str, Kind]
    families: Mapping[str, Family]
    types: Mapping[str, RelationType]
    roles: Mapping[str, Role]

    def with_terms(
        self,
        *,
        families: Iterable[Family] = (),
        types: Iterable[RelationType] = (),
        roles: Iterable[Role] = (),
    ) -> "Vocabulary":
        """Return this vocabulary with further terms."""
        return Vocabulary(
            self.kinds,
            {**self.families, **{family.id: family for family in families}},
            {**self.types, **{type_.id: type_ for type_ in types}},
            {**self.roles, **{role.id: role for role in roles}},
        )

    def types_of(self, *, family: str | None = None, trait: str | None = None) -> frozenset[str]:
        """Return the ids of the relation types of a family, or with a trait, or both."""
        return frozenset(
            type_.id
            for type_ in self.types.values()
            if (family is None or type_.family == family)
            and (trait is None or trait in type_.traits)
        )

    def rank_of(self, type_id: str) -> int:
        """Return the place of a type in the vocabulary: how it is sorted among others."""
        return self._ranks[type_id]

    def find_type(self, words: str) -> tuple[RelationType, bool] | None:
        """Return the type that is called ``words``, and whether they are its inverse label.

        Ids, labels and aliases in every language count; spelling folds as names do.
        """
        return self._labels.get(fold(words))

    def find_role(self, words: str) -> Role | None:
        """Return the role that is called ``words``, by id, label or alias."""
        return self._roles.get(fold(words))

    def find_kind(self, words: str) -> Kind | None:
        """Return the kind that is called ``words``, by id, label, alias or section heading."""
        return self._kinds.get(fold(words))

    def select_types(self, words: str) -> tuple[frozenset[str], bool]:
        """Return the ids of the types that ``words`` mean, and whether they name the inverse.

        The words may be a type or a family. Raises UnknownTermError, with all that could be meant.
        """
        if found := self.find_type(words):
            return frozenset({found[0].id}), found[1]
        if family := self._family(words):
            return self.types_of(family=family.id), False
        types = TextList(type_.label for type_ in self.types.values())
        families = TextList(family.label for family in self.families.values())
        raise UnknownTermError("unknown-relation", words=words, types=types, families=families)

    def choose_types(
        self, *, families: Iterable[str] = (), types: Iterable[str] = ()
    ) -> frozenset[str] | None:
        """Return the ids of the types that some words mean; None for no words: all of them.

        Raises UnknownTermError.
        """
        chosen = [self.types_of(family=self.find_family(words).id) for words in families]
        chosen += [self.select_types(words)[0] for words in types]
        return frozenset().union(*chosen) if chosen else None

    def find_family(self, words: str) -> Family:
        """Return the family that is called ``words``; raises UnknownTermError for none."""
        if family := self._family(words):
            return family
        families = TextList(family.label for family in self.families.values())
        raise UnknownTermError("unknown-family", words=words, families=families)

    def _family(self, words: str) -> Family | None:
        folded = fold(words)
        fitting = (
            family
            for family in self.families.values()
            if folded in {fold(family.id), *map(fold, family.label.all())}
        )
        return next(fitting, None)

    def iter_labels(self) -> Iterator[tuple[str, RelationType, bool]]:
        """Yield everything that a relation type is called, with the type and if it is inverse."""
        for type_ in self.types.values():
            for words in (type_.id, *type_.label.all(), *type_.aliases):
                yield words, type_, False
            for words in (*type_.inverse.all(), *type_.inverse_aliases):
                yield words, type_, True

    @cached_property
    def _ranks(self) -> dict[str, int]:
        return {type_id: rank for rank, type_id in enumerate(self.types)}

    @cached_property
    def _labels(self) -> dict[str, tuple[RelationType, bool]]:
        labels: dict[str, tuple[RelationType, bool]] = {}
        for words, type_, inverse in self.iter_labels():
            labels.setdefault(fold(words), (type_, inverse))
        return labels

    @cached_property
    def _roles(self) -> dict[str, Role]:
        return {
            fold(words): role
            for role in self.roles.values()
            for words in (role.id, *role.label.all(), *role.aliases)
        }

    @cached_property
    def _kinds(self) -> dict[str, Kind]:
        return {
            fold(words): kind
            for kind in self.kinds.values()
            for words in (kind.id, *kind.label.all(), *kind.aliases, *kind.sections)
        }
