"""Small parts of a report: words with notes, tables, and the numbers that they have."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import count

from orggraph.documents.content.notes import Notes
from orggraph.documents.content.order import order_of
from orggraph.documents.content.prose import capital
from orggraph.documents.document import Heading, Run, Table, Words
from orggraph.documents.paper import MOST_COLUMNS
from orggraph.model import Graph, PartialDate, Period, Relation, Seat
from orggraph.reports.blocks import Table as Plain
from orggraph.reports.teller import Teller

MOST_ROWS = 1_000
"""How many rows a table has at the most; what is left out is counted below it."""

# In letters: a line of a page, one of a turned page, the most that a column asks for, the longest
# word that it has room for, and what lies between two columns.
_LINE, _TURNED_LINE, _MOST, _LONGEST_WORD, _BETWEEN = 108.0, 165.0, 60, 20, 3.2


class Making:
    """What is handed from part to part while a report is made: its words, notes and numbers.

    `order` sorts ids of nodes, those at the top first. `is_past` says that something was left out
    of the sentences since it is over on the day of the report, or to come.
    """

    def __init__(self, tell: Teller) -> None:
        self.tell = tell
        self.is_past = False
        self.notes = Notes(tell)
        self.order = order_of(tell)
        self._tables, self._figures, self._headings = count(1), count(1), count(1)

    @cached_property
    def today(self) -> Graph:
        """The graph of what may hold on the day of the report."""
        return self.tell.graph.restricted(as_of=self.day)

    @property
    def day(self) -> PartialDate:
        """The day that the report tells of."""
        return self.tell.graph.day or PartialDate.today()

    def in_force(self, relations: Iterable[Relation]) -> list[Relation]:
        """Return the relations that may hold on the day of the report."""
        return [each for each in relations if self.is_in_force(each)]

    def notice_past(self, relations: Iterable[Relation]) -> None:
        """Notice whether any of the relations is over on the day of the report, or to come."""
        self.in_force(relations)

    def is_in_force(self, thing: Relation | Seat) -> bool:
        """Whether something may hold on the day of the report, and so may what it is about."""
        nodes = self.tell.graph.nodes
        ends = (thing.body,) if isinstance(thing, Seat) else (thing.source, thing.target)
        return self._may_hold(thing.period, *(nodes[end].period for end in ends))

    def is_there(self, node: str) -> bool:
        """Whether a node may be there on the day of the report."""
        return self._may_hold(self.tell.graph.nodes[node].period)

    def _may_hold(self, *periods: Period) -> bool:
        holds = not any(each.is_past(self.day) or each.is_to_come(self.day) for each in periods)
        self.is_past = self.is_past or not holds
        return holds

    def heading(self, level: int, text: str) -> Heading:
        """Return a heading with an id of its own."""
        return Heading(level, text, f"section-{next(self._headings)}")

    def next_figure(self) -> int:
        """Return the number of the next figure."""
        return next(self._figures)

    def table(
        self, caption: str, headings: Iterable[str], rows: Sequence[tuple[Words, ...]]
    ) -> Table:
        """Return a table with a number of its own, and columns as wide as their words ask for."""
        titles = tuple(map(capital, headings))
        return Table(next(self._tables), caption, titles, tuple(rows), _widths(titles, rows))


def words(text: str, notes: tuple[int, ...] = (), *, quiet: bool = False) -> Words:
    """Return words of one look; none for an empty text without notes."""
    return (Run(text, notes, quiet=quiet),) if text or notes else ()


def with_notes(table: Plain, notes: Sequence[Sequence[tuple[int, ...]]]) -> list[tuple[Words, ...]]:
    """Return the rows of an answer's table, with the ``notes`` of each of their cells."""
    return [
        tuple(words(cell, numbers) for cell, numbers in zip(row, of_row, strict=True))
        for row, of_row in zip(table.rows, notes, strict=True)
    ]


def plain(cell: Words) -> str:
    """Return words as plain text."""
    return "".join(run.text for run in cell)


def _widths(headings: Sequence[str], rows: Sequence[tuple[Words, ...]]) -> tuple[float, ...]:
    """Return the shares of columns: room for the longest word of each, and then by their texts."""
    least, wished = [], []
    for at, heading in enumerate(headings):
        # Headings are bold.
        cells = [
            (heading, len(heading) * 0.15),
            *((plain(row[at]), _raised(row[at])) for row in rows),
        ]
        longest_word = max(
            len(word) + raised for text, raised in cells for word in text.split() or [""]
        )
        least.append(min(longest_word, _LONGEST_WORD) + _BETWEEN)
        texts = sorted(len(text) + raised for text, raised in cells)
        # A few long ones among many short may take more lines.
        usual = texts[-1 - len(texts) // 10]
        wished.append(max(min(usual, _MOST) + _BETWEEN - least[-1], 0.0))
    line = _LINE if len(headings) <= MOST_COLUMNS else _TURNED_LINE
    rest = max(line - sum(least), 0.0)
    given = min(rest / (sum(wished) or 1.0), 1.0)
    asked = [room + given * wish for room, wish in zip(least, wished, strict=True)]
    whole = sum(asked) or 1.0
    return tuple(round(each / whole, 3) for each in asked)


def _raised(cell: Words) -> float:
    """Return the room, in letters, of the numbers of notes in a cell."""
    return sum(len(str(number)) + 1 for run in cell for number in run.notes) * 0.7
