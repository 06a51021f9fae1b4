"""Where the people of a list are kept while it is read: here in memory.

A list of any length is kept on disk instead (`orggraph.formats.streaming.ledger`); what its rows
mean is decided by the same code (`orggraph.formats.tables.staff`), which asks no more than this.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from orggraph.source import Location

MOST_FITTING = 1000
"""As many that one word fits are told apart; nobody is meant by a word that fits so many."""

Managers = tuple[tuple[str, ...], Location]
"""How a row calls a manager, the surest way first, and the place of it."""


class Person(NamedTuple):
    """A person, with what makes one the same in two rows; not listed who is only named."""

    number: int
    key: str
    id: str
    values: Mapping[str, str]
    place: Location
    is_listed: bool


class Unit(NamedTuple):
    """A unit that rows name."""

    id: str
    name: str
    place: Location


class Index(Protocol):
    """Numbers of people by a word; all are added before the first is asked for."""

    def add(self, word: str, number: int) -> None:
        """Add a person whom a word fits."""
        ...

    def find(self, word: str) -> Sequence[int]:
        """Return the first `MOST_FITTING` whom a word fits."""
        ...


class Ledger(Protocol):
    """People by number, in the order in which they were added."""

    def put(self, person: Person) -> tuple[Person, bool]:
        """Return the person of the same key, and whether that is this one, now with a number."""
        ...

    def get(self, number: int) -> Person:
        """Return a person."""
        ...

    def people(self) -> Iterator[Person]:
        """Yield all."""
        ...

    def add_managers(self, number: int, found: Managers, *, is_first: bool) -> bool:
        """Add how a row calls a manager; False where another row of the person did the same.

        ``is_first`` says that there can be no other.
        """
        ...

    def managers(self) -> Iterator[tuple[int, Iterator[Managers]]]:
        """Yield the number of each person with managers, and those."""
        ...

    def index(self, name: str) -> Index:
        """Return a new index."""
        ...

    def is_new(self, word: str) -> bool:
        """Whether this is asked of a word for the first time."""
        ...

    def add_line(self, below: int, above: int, place: Location) -> None:
        """Add whom a person reports to."""
        ...

    def lines(self) -> Iterator[tuple[str, str, Location]]:
        """Yield the ids of who reports, and to whom, and where that is said."""
        ...

    def find_shared(self) -> Sequence[int]:
        """Return the people whose id is empty or another's too."""
        ...

    def rename(self, number: int, id_: str) -> None:
        """Give a person an id."""
        ...

    def add_unit(self, unit: Unit) -> None:
        """Add a unit of a new name."""
        ...

    def unit(self, name: str) -> Unit | None:
        """Return the unit of a name."""
        ...

    def units(self) -> Iterator[Unit]:
        """Yield all units."""
        ...

    def is_taken(self, id_: str) -> bool:
        """Whether a person or a unit has an id."""
        ...


class MemoryIndex:
    """An `Index` in memory."""

    def __init__(self) -> None:
        self._found: dict[str, list[int]] = defaultdict(list)

    def add(self, word: str, number: int) -> None:
        """Add a person whom a word fits."""
        found = self._found[word]
        if len(found) < MOST_FITTING:
            found.append(number)

    def find(self, word: str) -> Sequence[int]:
        """Return those whom a word fits."""
        return self._found.get(word, ())


class MemoryLedger:
    """A `Ledger` in memory."""

    def __init__(self) -> None:
        self._people: list[Person] = []
        self._numbers: dict[str, int] = {}
        self._managers: dict[int, dict[tuple[str, ...], Location]] = defaultdict(dict)
        self._words: set[str] = set()
        self._lines: list[tuple[int, int, Location]] = []
        self._units: dict[str, Unit] = {}
        self._taken: set[str] = set()

    def put(self, person: Person) -> tuple[Person, bool]:
        """Return the person of the same key, and whether that is this one."""
        count = len(self._people)
        number = self._numbers.setdefault(person.key, count)
        if number < count:
            return self._people[number], False
        self._people.append(person._replace(number=number))
        return self._people[-1], True

    def get(self, number: int) -> Person:
        """Return a person."""
        return self._people[number]

    def people(self) -> Iterator[Person]:
        """Yield all."""
        yield from self._people

    def add_managers(self, number: int, found: Managers, *, is_first: bool) -> bool:
        """Add how a row calls a manager."""
        words, place = found
        known = self._managers[number]
        return known.setdefault(words, place) is place

    def managers(self) -> Iterator[tuple[int, Iterator[Managers]]]:
        """Yield the number of each person with managers, and those."""
        for number in sorted(self._managers):
            yield number, iter(self._managers[number].items())

    def index(self, name: str) -> Index:
        """Return a new index."""
        return MemoryIndex()

    def is_new(self, word: str) -> bool:
        """Whether this is asked of a word for the first time."""
        count = len(self._words)
        self._words.add(word)
        return len(self._words) > count

    def add_line(self, below: int, above: int, place: Location) -> None:
        """Add whom a person reports to."""
        self._lines.append((below, above, place))

    def lines(self) -> Iterator[tuple[str, str, Location]]:
        """Yield the ids of who reports, and to whom, and where that is said."""
        for below, above, place in self._lines:
            yield self._people[below].id, self._people[above].id, place

    def find_shared(self) -> Sequence[int]:
        """Return the people whose id is empty or another's too."""
        times = Counter(person.id for person in self._people)
        return [p.number for p in self._people if not p.id or times[p.id] > 1]

    def rename(self, number: int, id_: str) -> None:
        """Give a person an id."""
        self._people[number] = self._people[number]._replace(id=id_)

    def add_unit(self, unit: Unit) -> None:
        """Add a unit of a new name."""
        self._taken = self._taken or {person.id for person in self._people}
        self._units[unit.name] = unit
        self._taken.add(unit.id)

    def unit(self, name: str) -> Unit | None:
        """Return the unit of a name."""
        return self._units.get(name)

    def units(self) -> Iterator[Unit]:
        """Yield all units."""
        yield from self._units.values()

    def is_taken(self, id_: str) -> bool:
        """Whether a person or a unit has an id."""
        self._taken = self._taken or {person.id for person in self._people}
        return id_ in self._taken
