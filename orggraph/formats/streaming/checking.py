"""A graph that goes to disk a thing at a time, held against the laws of the model."""

from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import chain
from typing import TypeVar

from orggraph.formats.draft import Draft
from orggraph.formats.streaming.laws import (
    MOST_NAMED,
    MOST_PROBLEMS,
    StoredLaws,
    StoredSeats,
    find_circles,
    find_repeated,
)
from orggraph.formats.tables.things import Purpose
from orggraph.formats.yaml.rules import find_setting_problems
from orggraph.model import Node, Relation, Seat
from orggraph.model.integrity import Thing
from orggraph.source import Location, Problem, problem
from orggraph.store.scratch import Scratch

T = TypeVar("T")


class Problems:
    """Problems as they are found: the first of them, and how many more there are."""

    def __init__(self) -> None:
        self.first: list[Problem] = []
        self.more = 0

    def extend(self, found: Iterable[Problem]) -> None:
        """Keep what is found, or count it."""
        for each in found:
            if len(self.first) < MOST_PROBLEMS:
                self.first.append(each)
            else:
                self.more += 1

    def all(self, shown: str) -> list[Problem]:
        """Return those that are kept, and one that tells of the others."""
        if not self.more:
            return self.first
        return [*self.first, problem("more-problems", Location(shown, 0, 0), count=self.more)]


class Checked:
    """Puts things on disk; nodes come first, then purposes, seats and relations.

    `failures` are what could not be read at all; ``draft`` has the vocabulary, and what is wrong
    with what stands in memory.
    """

    def __init__(self, scratch: Scratch, draft: Draft) -> None:
        self.scratch = scratch
        self.draft = draft
        self.failures = Problems()
        self._against = Problems()
        self._laws = StoredLaws(scratch, self._place)
        self._find_place: Callable[[str], Location | None] | None = None
        self._open = ["node", "purpose", "seat", "relation"]
        self._strangers: set[str] = set()
        self._knows_types = True

    def sound(self, rows: Iterable[T | Problem]) -> Iterator[T]:
        """Yield what could be read, and keep the rest as failures."""
        for row in rows:
            if isinstance(row, Problem):
                self.failures.extend([row])
            else:
                yield row

    def close_before(self, table: str | None) -> None:
        """Close the tables that are read before one, so that they can be looked up in."""
        while self._open and self._open[0] != table:
            self.scratch.close_table(self._open.pop(0))

    def add(
        self,
        thing: Node | Relation | Seat | Purpose,
        place: Callable[[str], Location | None] | None = None,
    ) -> None:
        """Add a thing; ``place`` tells where its attributes stand, where it does not itself."""
        self._find_place = place
        laws = self._laws
        match thing:
            case Relation():
                if problems := [*laws.of_relation(thing)]:
                    self._against.extend(problems)
                    self._note_ends(thing)
            case Node():
                self._against.extend(laws.of_node(thing))
            case Seat():
                self._against.extend(laws.of_seat(thing))
            case Purpose():
                self._add_purpose(thing)
                return
        self.scratch.add(thing)

    def _place(self, thing: Thing, attribute: str) -> Location | None:
        return self._find_place(attribute) if self._find_place else thing.location

    def _note_ends(self, relation: Relation) -> None:
        """Remember what circles need to know that the scratch does not."""
        if relation.type not in self.draft.vocabulary.types:
            self._knows_types = False
        for end in (relation.source, relation.target):
            if end not in self._laws.nodes and len(self._strangers) < MOST_PROBLEMS:
                self._strangers.add(end)

    def _add_purpose(self, purpose: Purpose) -> None:
        node = self._laws.nodes.get(purpose.node)
        if node is not None:
            self._against.extend(self._laws.of_evidence(node, purpose.statement.evidence))
            self.scratch.add_purpose(purpose.node, purpose.statement)
        elif purpose.node not in self._strangers and len(self._strangers) < MOST_PROBLEMS:
            self._strangers.add(purpose.node)
            place = self._find_place("node") if self._find_place else None
            self._against.extend([problem("unknown-node", place, node=purpose.node)])

    @property
    def has_problems(self) -> bool:
        """Whether anything is known to be wrong so far."""
        return bool(self.failures.first or self._against.first or self.draft.problems)

    def problems(self, shown: str) -> list[Problem]:
        """Return all that is wrong, when all has been added."""
        self.close_before(None)
        stated = [*self.failures.first, *self.draft.problems]
        if self.failures.first or not self.draft.is_whole:
            # What could not be read would seem unknown to the rest.
            found = Problems()
            found.extend(p for p in stated if p.name != "unknown-key")
            found.more += self.failures.more
            return found.all(shown)
        found = self._against
        found.extend(self.draft.problems)
        found.extend(find_repeated(self.scratch))
        if self._knows_types:
            found.extend(find_circles(self.scratch, self._strangers))
        found.extend(find_setting_problems(self.draft, Subjects(self.scratch)))
        return found.all(shown)


class Subjects(Collection[str]):
    """The ids of all that a rule may be set for."""

    def __init__(self, scratch: Scratch) -> None:
        self._scratch = scratch
        self._seats = StoredSeats(scratch)

    def __contains__(self, id_: object) -> bool:
        known = "SELECT 1 FROM node WHERE id = ? UNION ALL SELECT 1 FROM relation WHERE full_id = ?"
        return (
            next(self._scratch.rows(known, (id_, id_)), None) is not None
            or id_ in self._seats
            or id_ in self._scratch.sources
        )

    def __iter__(self) -> Iterator[str]:
        if len(self) > MOST_NAMED:
            return iter(())
        nodes = self._scratch.rows("SELECT id FROM node ORDER BY row")
        relations = self._scratch.rows("SELECT full_id FROM relation ORDER BY row")
        return chain(
            (id_ for (id_,) in nodes), self._seats, (s.id for s in self._scratch.sources.values()),
            (id_ for (id_,) in relations),
        )  # fmt: skip

    def __len__(self) -> int:
        return sum(self._scratch.counts.values())
