"""What a graph stands on: where its things are looked up, in memory or in a file."""

from collections.abc import Collection, Iterator, Mapping
from typing import Protocol

from orggraph.model.dates import PartialDate
from orggraph.model.evidence import Source
from orggraph.model.nodes import Node
from orggraph.model.parts import Parts
from orggraph.model.relations import Relation
from orggraph.model.seats import Seat
from orggraph.model.settings import RuleSetting
from orggraph.text import LocalText
from orggraph.vocabulary import Vocabulary

AHEAD = 512
"""How many nodes it pays to read ahead together: an index keeps several times as many."""


class Names(Protocol):
    """What nodes are called: their ids, names in every language and aliases, folded to keys.

    Where ids are yielded by key, they come in the order of the keys and then of the ids, each once.
    """

    def of_key(self, key: str) -> Collection[str]:
        """Return the ids of the nodes with a name that folds to ``key``, in order."""
        ...

    def of_identifier(self, value: str) -> Collection[str]:
        """Return the ids of the nodes that a register knows by ``value``, in order."""
        ...

    def starting(self, key: str) -> Iterator[str]:
        """Yield the ids of the nodes with a name that begins with ``key``, by key."""
        ...

    def containing(self, key: str) -> Iterator[str]:
        """Yield the ids of the nodes with a name that has ``key`` anywhere in it, by key."""
        ...

    def resembling(self, key: str) -> Iterator[tuple[str, str]]:
        """Yield the keys, and the ids of their nodes, that may be a misspelt ``key``.

        All that there are, or where they are very many, those that have most in common with it.
        """
        ...


class Index(Protocol):
    """The things of a graph, derived relations among them, each found without going through all.

    Nodes are in the order of their ids; relations in that of their sources, the ranks of their
    types, their targets and their own ids; seats by body, the chair's first. A mapping may read
    from a file with every look-up, and keeps no more than that.
    """

    title: LocalText | None
    language: str
    vocabulary: Vocabulary
    settings: tuple[RuleSetting, ...]
    sources: Mapping[str, Source]
    nodes: Mapping[str, Node]
    relations: Mapping[str, Relation]
    seats: Mapping[str, Seat]

    @property
    def names(self) -> Names:
        """What the nodes are called."""
        ...

    @property
    def parts(self) -> Parts:
        """All that was written down, in memory."""
        ...

    def relations_from(
        self, node: str, types: Collection[str] | None = None
    ) -> Collection[Relation]:
        """Return the relations whose source is a node, in order: of some types, or of all."""
        ...

    def relations_to(self, node: str, types: Collection[str] | None = None) -> Collection[Relation]:
        """Return the relations whose target is a node, in order: of some types, or of all."""
        ...

    def iter_relations(self, types: Collection[str] | None = None) -> Iterator[Relation]:
        """Yield the relations of some types, or all, in order."""
        ...

    def relations_to_each(
        self, nodes: Collection[str], types: Collection[str] | None = None
    ) -> Mapping[str, Collection[Relation]]:
        """Return the relations to each of some nodes, as `relations_to` does one by one."""
        ...

    def count_relations(self, types: Collection[str] | None = None) -> int:
        """Return how many relations of some types there are, or of all; never too few."""
        ...

    def read_ahead(self, nodes: Collection[str]) -> None:
        """Read nodes together that are asked for next, some `AHEAD` of them at most.

        It changes no answer, and saves the time that it takes to look up each by itself.
        """
        ...

    def nodes_by_name(self, kind: str) -> Iterator[Node]:
        """Yield the nodes of a kind by name, in the order of `collation_key`, and then by id."""
        ...

    def seats_of(self, body: str) -> Collection[Seat]:
        """Return the seats of a body, the chair's first."""
        ...

    def tops(self, types: Collection[str]) -> Collection[str]:
        """Return the nodes that relations of some types lead to, and none leads on from, by id."""
        ...

    def count_apart(self, types: Collection[str]) -> int:
        """Return how many nodes are no end of any relation of some types."""
        ...

    def count_below(self, node: str, types: Collection[str]) -> int:
        """Return how many other nodes reach a node, at any distance, by relations of some types."""
        ...

    def verify(self) -> None:
        """Raise OrgGraphError where what it reads from is damaged: the whole of it is read."""
        ...

    def restricted(self, when: PartialDate | None, types: Collection[str] | None) -> "Index":
        """Return the index of what may hold on a date, and of relations of some types only.

        None restricts nothing. Nothing comes back that is not in this index.
        """
        ...
