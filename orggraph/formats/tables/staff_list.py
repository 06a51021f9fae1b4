"""The rows of a list of people as persons, units and relations.

The rows go into a ledger, in memory or on disk, and nothing is kept here that grows with the list.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from orggraph.formats.exchange import Remarks
from orggraph.formats.ids import make_ids, make_slug
from orggraph.formats.tables.gathering import Grid
from orggraph.formats.tables.ledger import Ledger, Managers, Person, Unit
from orggraph.formats.tables.people import NOBODY, VACANT, People
from orggraph.formats.tables.row_values import Row
from orggraph.formats.tables.staff_columns import Choice
from orggraph.formats.tables.staff_ids import first_id, settle_ids
from orggraph.model import Node, Relation, relation_id
from orggraph.source import Location, Problem, problem
from orggraph.text import LocalText, fold, shorten
from orggraph.vocabulary import REPORTING, Vocabulary, core_vocabulary

_PERSON = "person"
_UNIT = "body"
_NO_MANAGER = NOBODY | VACANT | {""}
_EXAMPLES = 5
_TOTALS = frozenset(
    fold(word)
    for word in (
        "total", "totals", "grand total", "subtotal", "sum", "i alt", "ialt", "hovedtotal",
        "samlet", "antal", "count", "antal medarbejdere", "medarbejdere i alt", "headcount",
    )
)  # fmt: skip


class Staff:
    """The persons, units and relations in the rows of a list.

    The rows are read, then settled, and then the rest is asked for.
    """

    def __init__(self, grid: Grid, choice: Choice, language: str, ledger: Ledger) -> None:
        self.grid = grid
        self.columns = choice.columns
        self.is_guess = choice.is_guess
        self.language = language
        self.vocabulary = core_vocabulary()
        self.remarks = Remarks()
        self._ledger = ledger
        self._people = People(ledger)
        self._counts: Counter[str] = Counter()
        self._examples: dict[str, list[str]] = {"managers-taken": [], "manager-not-listed": []}

    def read(self, rows: Iterable[Row]) -> None:
        """Read the rows."""
        for row in rows:
            self._read_row(row)

    def settle(self) -> None:
        """Find the managers, when all rows have been read, and give everyone an id."""
        for number, found in self._ledger.managers():
            for above, place in self._lines(number, found).items():
                self._ledger.add_line(number, above, place)
        settle_ids(self._ledger)
        for person in self._ledger.people():
            name = person.values.get("unit")
            if name and not self._ledger.unit(name):
                self._ledger.add_unit(Unit(self._unit_id(name), name, person.place))

    def _unit_id(self, name: str) -> str:
        # A unit that is called as a person is must not become that person.
        slug = make_slug(name) or next(iter(make_ids([name]).values()))
        while self._ledger.is_taken(slug):
            slug = f"{slug}-{_UNIT}"
        return slug

    def notices(self) -> list[Problem]:
        """Return how the list was understood."""
        place = self.grid.place
        columns = ", ".join(f"{n} = '{self.grid.headings[at]}'" for n, at in self.columns.items())
        name = "columns-guessed" if self.is_guess else "columns-found"
        found = [problem(name, place, columns=columns)]
        for name in ("own-manager", "managers-taken", "manager-not-listed", "several-managers"):
            if count := self._counts[name]:
                facts: dict[str, Any] = {"count": count}
                if name in self._examples:
                    facts["names"] = ", ".join(self._examples[name])
                found.append(Problem(name, place, facts))
        return found

    def _read_row(self, row: Row) -> None:
        values = {
            name: row.cells[at]
            for name, at in self.columns.items()
            if at < len(row.cells) and row.cells[at]
        }
        if left := self._left_out(values, row):
            self.remarks.add(left, shorten("; ".join(filter(None, row.cells))))
            return
        self._count_others(row)
        several = [values.pop(name, "") for name in ("first_name", "last_name")]
        if name := " ".join(filter(None, several)):
            values["name"] = name
        said = [n for n in ("manager_id", "manager") if fold(values.get(n, "")) not in _NO_MANAGER]
        words = tuple(values[name] for name in said)
        key = _key(values)
        one = Person(0, key, first_id(values), values, row.place(0), is_listed=True)
        person, is_new = self._ledger.put(one)
        if is_new:
            self._people.add(person)
        adds = False
        if said:
            place = row.place(self.columns[said[0]])
            adds = self._ledger.add_managers(person.number, (words, place), is_first=is_new)
        if not is_new:
            self._count_repeated(person, values, adds=adds)

    def _count_repeated(self, person: Person, values: Mapping[str, str], *, adds: bool) -> None:
        """Count what gets lost of a further row of one person: all but another manager."""
        others = {n: v for n, v in values.items() if n not in ("manager_id", "manager")}
        lost = {n: v for n, v in others.items() if person.values.get(n) != v}
        for name, value in lost.items():
            self.remarks.add("value", shorten(value), name=self._heading(name))
        if not lost and not adds:
            example = values.get("name", values.get("id", ""))
            self.remarks.add("repeated", shorten(example), name=self._heading("name"))

    def _heading(self, name: str) -> str:
        """Return the heading of a column, or what it means where it has been made of several."""
        return self.grid.headings[self.columns[name]] if name in self.columns else name

    def _left_out(self, values: Mapping[str, str], row: Row) -> str | None:
        """Return why a row is about no person; None for one that is."""
        if [*row.cells] == [*self.grid.headings]:
            return "headings-again"
        first = next(filter(None, row.cells))
        named = [values[n] for n in ("name", "first_name", "last_name", "id") if n in values]
        if fold(first.rstrip(":")) in _TOTALS or any(fold(word) in _TOTALS for word in named[:1]):
            return "sum-row"
        if named and fold(named[0]) in VACANT:
            return "vacant-row"
        return None if named and fold(named[0]) not in NOBODY else "nameless-row"

    def _count_others(self, row: Row) -> None:
        known = set(self.columns.values())
        for at, cell in enumerate(row.cells):
            if cell and at not in known:
                heading = self.grid.headings[at] if at < len(self.grid.headings) else ""
                self.remarks.add("column", shorten(cell), name=shorten(heading) or str(at + 1))

    def _lines(self, number: int, managers: Iterable[Managers]) -> Mapping[int, Location]:
        """Return whom a person reports to, with the place that says so."""
        found: dict[int, Location] = {}
        for ways, place in managers:
            for word in self._managers(ways):
                fitting = self._people.find(word)
                if len(fitting.numbers) > 1:
                    self.remarks.add("two-of-name", shorten(word))
                elif tuple(fitting.numbers) == (number,):
                    self._counts["own-manager"] += 1
                elif fitting.numbers:
                    found[fitting.numbers[0]] = place
                    if not fitting.is_sure:
                        self._tell_taken(word, fitting.numbers[0])
                else:
                    found[self._put_outside(word, place)] = place
        self._counts["several-managers"] += len(found) > 1
        return found

    def _tell_taken(self, word: str, number: int) -> None:
        if self._ledger.is_new(word):
            self._tell("managers-taken", f"{word} = {self._name(number, word)}")

    def _name(self, number: int, word: str) -> str:
        return self._ledger.get(number).values.get("name", word)

    def _put_outside(self, word: str, place: Location) -> int:
        values = {"name": word}
        one = Person(0, f"\0{fold(word)}", first_id(values), values, place, is_listed=False)
        person, is_new = self._ledger.put(one)
        if is_new:
            self._tell("manager-not-listed", word)
        return person.number

    def _tell(self, name: str, example: str) -> None:
        self._counts[name] += 1
        if len(self._examples[name]) < _EXAMPLES:
            self._examples[name].append(example)

    def _managers(self, ways: Sequence[str]) -> list[str]:
        """Return the managers of one row, by the first way of calling them that leads anywhere."""
        for words in ways:
            several = self._people.split(words)
            known = {one for word in several for one in self._people.find(word).numbers}
            if known:
                other = self._people.find(ways[-1])
                if other.is_sure and known.isdisjoint(other.numbers):
                    self.remarks.add("other-manager", shorten(f"{words}, {ways[-1]}"))
                return [word for word in several if fold(word) not in _NO_MANAGER]
        # Nobody in the list: a name says more than a number.
        return [word for word in self._people.split(ways[-1]) if fold(word) not in _NO_MANAGER]

    def nodes(self) -> Iterator[Node]:
        """Yield the persons, and then the units."""
        for person in self._ledger.people():
            yield self._person(person)
        for unit in self._ledger.units():
            name = LocalText.of(unit.name, self.language)
            yield Node(id=unit.id, kind=_UNIT, name=name, location=unit.place)

    def _person(self, person: Person) -> Node:
        values = person.values
        schemes = {"email": values.get("email")}
        if values.get("id", person.id) != person.id:
            schemes["staff"] = values["id"]
        title = values.get("title")
        return Node(
            id=person.id,
            kind=_PERSON,
            name=LocalText.of(values.get("name") or values["id"], self.language),
            title=LocalText.of(title, self.language) if title else None,
            identifiers=tuple(sorted((s, v) for s, v in schemes.items() if v)),
            location=person.place,
        )

    def relations(self) -> Iterator[Relation]:
        """Yield who is employed by which unit, and then who reports to whom."""
        employment = _type(self.vocabulary, trait="employment")
        for person in self._ledger.people():
            if (name := person.values.get("unit")) and (unit := self._ledger.unit(name)):
                yield _relation(employment, person.id, unit.id, person.place)
        reporting = _type(self.vocabulary, family=REPORTING)
        for below, above, place in self._ledger.lines():
            yield _relation(reporting, below, above, place)


def _relation(type_: str, source: str, target: str, place: Location) -> Relation:
    return Relation(
        id=relation_id(type_, source=source, target=target),
        type=type_,
        source=source,
        target=target,
        location=place,
    )


def _key(values: Mapping[str, str]) -> str:
    """Return what makes a person the same as in another row."""
    if "id" in values:
        return values["id"]
    return "\0".join(fold(values.get(name, "")) for name in ("name", "title", "unit", "email"))


def _type(vocabulary: Vocabulary, *, family: str | None = None, trait: str | None = None) -> str:
    """Return the first relation type of a family or with a trait that may start from a person."""
    fitting = vocabulary.types_of(family=family, trait=trait)
    return next(t.id for t in vocabulary.types.values() if t.id in fitting and _PERSON in t.sources)
