"""The laws of the model, held against a graph on disk: the same problems as in memory."""

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from orggraph.model import Node
from orggraph.model.cycles import find_cycles
from orggraph.model.integrity import Laws, Places, acyclic_families, cycle_problem
from orggraph.source import Problem, problem
from orggraph.store.packing import PLACE
from orggraph.store.scratch import Scratch, told_errors
from orggraph.text import LocalText, fold

MOST_PROBLEMS = 1_000
"""As many are told one by one."""

MOST_NAMED = 50_000  # nodes that a correction is looked for among
_LONGEST_CYCLES = 100_000  # lines in all the circles that are told
_UNNAMED = LocalText((("en", ""),))


class StoredNodes(Mapping[str, Node]):
    """The nodes that have been added, by id, with no more of each than laws ask for."""

    def __init__(self, scratch: Scratch) -> None:
        self._scratch = scratch
        # Lines that stand near each other often lead to the same node.
        self._find = lru_cache(4_000)(self._look_up)

    def __getitem__(self, id_: str) -> Node:
        found = self._find(id_)
        if found is None:
            raise KeyError(id_)
        return found

    def get(self, id_: str, default: Node | None = None) -> Node | None:  # type: ignore[override]
        """Return a node; faster than by way of an exception."""
        return self._find(id_) or default

    def __contains__(self, id_: object) -> bool:
        return isinstance(id_, str) and self._find(id_) is not None

    def __iter__(self) -> Iterator[str]:
        return (id_ for (id_,) in self._scratch.rows("SELECT id FROM node ORDER BY row"))

    def __len__(self) -> int:
        return self._scratch.counts["node"]

    def _look_up(self, id_: str) -> Node | None:
        # Of two with the same id the last stands, as in memory.
        query = "SELECT kind, collective FROM node WHERE id = ? ORDER BY row DESC LIMIT 1"
        for kind, collective in self._scratch.rows(query, (id_,)):
            return Node(id=id_, kind=kind, name=_UNNAMED, collective=bool(collective))
        return None


class StoredSeats(Collection[str]):
    """The ids of the seats that have been added."""

    def __init__(self, scratch: Scratch) -> None:
        self._scratch = scratch

    def __contains__(self, id_: object) -> bool:
        body, _, key = str(id_).partition("/")
        query = "SELECT 1 FROM seat WHERE body = ? AND key = ?"
        return next(self._scratch.rows(query, (body, key)), None) is not None

    def __iter__(self) -> Iterator[str]:
        found = self._scratch.rows("SELECT body, key FROM seat ORDER BY row")
        return (f"{body}/{key}" for body, key in found)

    def __len__(self) -> int:
        return self._scratch.counts["seat"]


class StoredLaws(Laws):
    """The laws for one thing at a time, with the others on disk."""

    def __init__(self, scratch: Scratch, places: Places) -> None:
        nodes, seats = StoredNodes(scratch), StoredSeats(scratch)
        super().__init__(scratch.vocabulary, frozenset(scratch.sources), nodes, seats, places)
        self._scratch = scratch

    @cached_property
    def called(self) -> dict[str, str]:
        """The id of a node by everything that it is called; nothing where there are too many."""
        if len(self.nodes) > MOST_NAMED:
            return {}
        called: dict[str, str] = {}
        for node in self._scratch.iter_added_nodes():
            for spelling in (node.id, *node.name.all(), *node.aliases):
                called.setdefault(spelling, node.id)
        return called

    def keys_of(self, body: str) -> Sequence[str]:
        """Return the keys of the seats that a body has, in their order."""
        query = "SELECT DISTINCT key FROM seat WHERE body = ? ORDER BY key LIMIT ?"
        return [key for (key,) in self._scratch.rows(query, (body, MOST_PROBLEMS))]


def calls_by_name(scratch: Scratch, problems: Iterable[Problem]) -> bool:
    """Whether a node that is not known by its id may be one that is called so."""
    said = {fold(str(p.facts["node"])) for p in problems if p.name == "unknown-node"}
    return bool(said) and any(
        fold(name) in said for node in scratch.iter_added_nodes() for _, name in node.name.values
    )


_REPEATED = {
    "repeated-node": ("node", "id"),
    "repeated-seat": ("seat", "body || '/' || key"),
    "repeated-relation": ("relation", "full_id"),
}


def find_repeated(
    scratch: Scratch, tables: Collection[str] = ("node", "seat", "relation")
) -> Iterator[Problem]:
    """Yield a problem for each thing that has the id of one before it."""
    for name, (table, id_) in _REPEATED.items():
        if table not in tables:
            continue
        twice = f"SELECT {id_} FROM {table} GROUP BY {id_} HAVING count(*) > 1"
        query = (
            f"SELECT {id_}, {', '.join(PLACE)} FROM {table} WHERE {id_} IN ({twice}) ORDER BY row"
        )
        first: dict[str, str] = {}
        for found, *place in scratch.rows(query):
            location = scratch.location(place)
            where = str(location) if location else "?"
            if found in first:
                yield problem(name, location, id=found, first=first[found], subjects=[found])
            elif len(first) < MOST_PROBLEMS:
                first[found] = where


def find_circles(scratch: Scratch, strangers: Collection[str]) -> Iterator[Problem]:
    """Yield the circles among relations that must not lead in one.

    `strangers` are nodes that relations name and that there are not. Beside the search itself it
    takes 8 bytes a relation and 4 a node.
    """
    by_family: dict[str, list[str]] = defaultdict(list)
    for type_, family in sorted(acyclic_families(scratch.vocabulary).items()):
        by_family[family].append(type_)
    count = _number_nodes(scratch, strangers)
    left = _LONGEST_CYCLES
    for types in by_family.values():
        first, targets, rows = _lines(scratch, types, count)
        for cycle in find_cycles(first, targets):
            left -= len(cycle)
            if left < 0:
                return
            yield cycle_problem([scratch.relation(rows[at]) for at in cycle])


_NUMBERS = """
INSERT INTO number (id) SELECT id FROM node UNION SELECT id FROM other ORDER BY id
"""
_LINES = """
SELECT s.number - 1, t.number - 1, r.row FROM relation r
JOIN number s ON s.id = r.source JOIN number t ON t.id = r.target
WHERE r.type IN ({marks}) AND r.source <> r.target ORDER BY s.number, t.number, r.full_id
"""


def _number_nodes(scratch: Scratch, others: Iterable[str]) -> int:
    """Give the nodes numbers by id, and the ids of others too; return how many there are."""
    scratch.rows("CREATE TABLE number (number INTEGER PRIMARY KEY, id)")
    scratch.rows("CREATE TABLE other (id)")
    with told_errors():
        scratch.database.executemany("INSERT INTO other VALUES (?)", ((id_,) for id_ in others))
    scratch.rows(_NUMBERS)
    scratch.rows("CREATE INDEX numbered ON number (id)")
    ((count,),) = scratch.rows("SELECT count(*) FROM number")
    return int(count)


def _lines(
    scratch: Scratch, types: Sequence[str], count: int
) -> tuple[Sequence[int], Sequence[int], Sequence[int]]:
    """Return the lines of some types as numbers: the first of each node, targets, and rows."""
    first, targets, rows = array("i", [0]), array("i"), array("i")
    marks = ", ".join("?" * len(types))
    for source, target, row in scratch.rows(_LINES.format(marks=marks), tuple(types)):
        while len(first) <= source:
            first.append(len(targets))
        targets.append(target)
        rows.append(row)
    first.extend([len(targets)] * (count + 1 - len(first)))
    return first, targets, rows
