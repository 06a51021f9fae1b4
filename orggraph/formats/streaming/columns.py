"""The rows of large CSV files by their columns, some thousand cells at a time.

That is many times as fast as row by row, and for what is written plainly alone: one line a row, and
no more marks in it than are needed.
"""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from itertools import compress
from typing import NamedTuple

from orggraph.formats.streaming.text import LargeFile, with_mark
from orggraph.formats.tables.beginning import trimmed
from orggraph.formats.tables.csv_rows import MOST_LETTERS, CsvRow, unguard
from orggraph.formats.tables.dialect import DELIMITERS

_BLOCK = 32 * 1024  # letters; more of them do not stay near the processor

Column = Sequence[str]


class DoubtError(Exception):
    """What is read is not so plain that it can be told what is meant, or that it is right."""


class Batch(NamedTuple):
    """Some rows: full ones by their columns, and others; both with the numbers of their lines.

    The cells are as they are written, without their quotation marks.
    """

    columns: Sequence[Column]
    lines: Sequence[int]
    others: Sequence[CsvRow]
    row: Callable[[int], CsvRow]

    def without(self, mask: Sequence[bool]) -> "Batch":
        """Return the batch with the full rows that a mask tells among the others."""
        kept = [not out for out in mask]
        others = [*self.others, *map(self.row, compress(self.lines, mask))]
        return self._replace(
            columns=[list(compress(column, kept)) for column in self.columns],
            lines=list(compress(self.lines, kept)),
            others=sorted(others, key=lambda row: row.line),
        )


class TableText(NamedTuple):
    """The text of a table: its file, the number of the line with its headings, and its delimiter.

    ``told`` hears how many bytes of it have been read.
    """

    file: LargeFile
    headings_at: int
    delimiter: str
    told: Callable[[int], None]

    def batches(self, headings: Sequence[str]) -> Iterator[Batch]:
        """Yield the rows under the headings, which are known; raises DoubtError."""
        if self.delimiter not in DELIMITERS:
            raise DoubtError
        with self.file.path.open("rb") as stream:
            text = io.TextIOWrapper(stream, encoding=with_mark(self.file.encoding), newline="")
            for _ in range(self.headings_at):
                text.readline(MOST_LETTERS)
            (cells,) = self._split([text.readline(MOST_LETTERS).rstrip("\r\n")])
            if trimmed([unguard(cell.strip()) for cell in cells]) != list(headings):
                raise DoubtError
            at = self.headings_at + 1
            while block := text.read(_BLOCK):
                block += text.readline(MOST_LETTERS)
                self.told(stream.tell())
                if "\r" in block:
                    block = block.replace("\r\n", "\n")
                if len(block) > MOST_LETTERS or "\r" in block:
                    raise DoubtError
                batch = self._batch(block.removesuffix("\n"), at, len(cells))
                at += block.count("\n")
                yield batch

    def _batch(self, block: str, at: int, width: int) -> Batch:
        lines = block.split("\n")

        def row(number: int) -> CsvRow:
            raw = lines[number - at]
            (cells,) = self._split([raw])
            cells = [unguard(cell.strip()) for cell in cells]
            return CsvRow(cells, self.file.shown, number, raw, self.delimiter)

        numbers: Sequence[int] = range(at, at + len(lines))
        others: list[CsvRow] = []
        if '"' not in block:
            # A line break as a cell of its own shows that all rows are of one length.
            sign, breaks = self.delimiter, len(lines) - 1
            cells = block.replace("\n", f"{sign}\n{sign}").split(sign)
            is_even = cells[width :: width + 1].count("\n") == breaks
            if is_even and len(cells) == len(lines) * width + breaks:
                return Batch([cells[n :: width + 1] for n in range(width)], numbers, (), row)
        rows = self._split(lines)
        if any(len(cells) != width for cells in rows):
            numbered = list(zip(numbers, rows, strict=True))
            others = [row(number) for number, cells in numbered if len(cells) != width]
            numbers = [number for number, cells in numbered if len(cells) == width]
            rows = [cells for cells in rows if len(cells) == width]
        columns = list(zip(*rows, strict=True)) if rows else [()] * width
        return Batch(columns, numbers, others, row)

    def _split(self, lines: Sequence[str]) -> list[list[str]]:
        """Return the cells of lines, each of them a row."""
        try:
            sign = self.delimiter
            rows = [*csv.reader(lines, delimiter=sign, strict=True, skipinitialspace=True)]
        except csv.Error as error:
            raise DoubtError from error
        if len(rows) != len(lines):  # a cell has a line break in it
            raise DoubtError
        return rows
