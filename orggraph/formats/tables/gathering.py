"""Tables, from wherever they come, as the draft of a graph."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from orggraph.formats.draft import Draft
from orggraph.formats.exchange import Gathered, ReadOptions, Remarks
from orggraph.formats.tables.columns import TABLES, THINGS
from orggraph.formats.tables.ends import find_named, make_ends, put_ids
from orggraph.formats.tables.head import Head
from orggraph.formats.tables.headings import find_slots, unknown_names
from orggraph.formats.tables.row_values import Row, Sheet
from orggraph.formats.tables.things import Placed, Purpose, iter_things
from orggraph.model import Node, Relation, Seat, Statement
from orggraph.source import Location, Problem, problem
from orggraph.text import fold
from orggraph.vocabulary import core_vocabulary


class Grid(NamedTuple):
    """A table as it stands in a file: where, its headings, and the rows under them, taken once."""

    place: Location
    headings: Sequence[str]
    rows: Iterable[Row | Problem]


class HeadRead(NamedTuple):
    """What the tables say that are about the whole, the language of plain text, and failures."""

    gathered: Gathered
    language: str
    failures: list[Problem]


def gather_tables(grids: Sequence[tuple[str, Grid]], shown: str, options: ReadOptions) -> Gathered:
    """Return what tables say, each given with its name; their order does not matter."""
    gathered, language, failures = gather_head(grids, shown, options)
    draft = gathered.draft
    reader = _Things(draft, language, gathered.remarks, options.columns)
    for name, grid in grids:
        if name in THINGS:
            reader.add(name, grid)
    if named := find_named(draft, reader.purposes):
        put_ids(draft, named)
        reader.put_ids(named)
        words = ", ".join(f"{name} = {id_}" for name, id_ in sorted(named.items())[:5])
        place = Location(shown, 0, 0)
        gathered.notices.append(problem("names-for-ids", place, count=len(named), names=words))
    failures += find_unknown_columns(grids, shown, options)
    draft.is_whole = not (failures or reader.failures)
    draft.problems.extend((*failures, *reader.failures))
    unknown = reader.finish()
    # Where rows could not be read, nodes that are there would seem unknown.
    draft.problems.extend(unknown if draft.is_whole else ())
    if {name for name, _ in grids} <= {"relations", "graph"}:
        gathered.notices.extend(make_ends(draft, shown))
    return gathered


def gather_head(grids: Sequence[tuple[str, Grid]], shown: str, options: ReadOptions) -> HeadRead:
    """Return what the tables say that are about the whole; the others are not touched."""
    remarks = Remarks()
    head = Head(shown, options.language or guess_language(grids), remarks)
    failures: list[Problem] = []
    order = [*sorted(TABLES, key=lambda name: name != "graph")]
    for name, grid in sorted(grids, key=lambda pair: order.index(pair[0])):
        if name not in THINGS:
            slots, problems = find_slots(
                TABLES[name], grid.headings, core_vocabulary(), grid.place, options.columns
            )
            failures += problems
            if not problems:
                rows = _sound_rows(grid.rows, failures)
                head.add(name, slots, list(grid.headings), rows)
    gathered = head.gather()
    gathered.remarks = remarks
    return HeadRead(gathered, head.language, failures)


def find_unknown_columns(
    grids: Sequence[tuple[str, Grid]], shown: str, options: ReadOptions
) -> list[Problem]:
    """Return a problem for each column that a person named and that no table has."""
    known = {column.name for name, _ in grids for column in TABLES[name].columns}
    return unknown_names(options.columns, known, Location(shown, 0, 0))


def guess_language(grids: Iterable[tuple[str, Grid]]) -> str:
    """Return the language that tables are in which do not say so: that of their headings."""
    danish = 0
    for name, grid in grids:
        english = {fold(column.heading) for column in TABLES[name].columns}
        others = {fold(word) for column in TABLES[name].columns for word in column.others}
        danish += sum(fold(h) in others and fold(h) not in english for h in grid.headings)
    return "da" if danish > 1 else "en"


def _sound_rows(rows: Iterable[Row | Problem], failures: list[Problem]) -> Iterator[Row]:
    for row in rows:
        if isinstance(row, Problem):
            failures.append(row)
        else:
            yield row


class _Things:
    """Puts what the rows of tables say into a draft."""

    def __init__(
        self, draft: Draft, language: str, remarks: Remarks, columns: Mapping[str, str]
    ) -> None:
        self.draft = draft
        self.language = language
        self.remarks = remarks
        self.columns = columns
        self.failures: list[Problem] = []
        self.purposes: dict[str, list[tuple[Statement, Location]]] = {}

    def add(self, table: str, grid: Grid) -> None:
        vocabulary = self.draft.vocabulary
        slots, problems = find_slots(
            TABLES[table], grid.headings, vocabulary, grid.place, self.columns
        )
        self.failures += problems
        if problems:
            return
        sheet = Sheet(table, slots, grid.headings, vocabulary, self.language, self.remarks)
        for found in iter_things(sheet, _sound_rows(grid.rows, self.failures)):
            if isinstance(found, Problem):
                self.failures.append(found)
            else:
                self._put(found)

    def _put(self, found: Placed) -> None:
        match thing := found.thing:
            case Purpose():
                said = (thing.statement, found.place("node"))
                self.purposes.setdefault(thing.node, []).append(said)
                return
            case Node():
                self.draft.nodes.append(thing)
            case Relation():
                self.draft.relations.append(thing)
            case Seat():
                self.draft.seats.append(thing)
        self.draft.put_places(thing, _Places(found))

    def put_ids(self, ids: Mapping[str, str]) -> None:
        """Put ids in the place of names, for purposes."""
        for name in [name for name in self.purposes if name in ids]:
            together = self.purposes.setdefault(ids[name], [])
            together += self.purposes.pop(name)
            together.sort(key=lambda said: said[1].line)

    def finish(self) -> list[Problem]:
        """Give the nodes their purposes; return a problem for each of a node that there is not."""
        for at, node in enumerate(self.draft.nodes if self.purposes else ()):
            if said := self.purposes.pop(node.id, None):
                full = replace(node, purposes=tuple(statement for statement, _ in said))
                self._replace(at, node, full)
        return [
            problem("unknown-node", said[0][1], node=node) for node, said in self.purposes.items()
        ]

    def _replace(self, at: int, node: Node, full: Node) -> None:
        self.draft.nodes[at] = full
        self.draft.put_places(
            full, {"evidence": self.draft.place(node, "evidence") or Location("", 0, 0)}
        )


class _Places(dict[str, Location]):
    """The places of the attributes of one thing, found when they are asked for."""

    def __init__(self, found: Placed) -> None:
        super().__init__()
        self._find = found.place

    def get(self, key: str, default: object = None) -> Location:
        return self._find(key)
