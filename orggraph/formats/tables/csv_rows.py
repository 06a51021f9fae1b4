"""The rows of a CSV file (RFC 4180), each with its place in the file, one at a time."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from orggraph.formats.tables.headings import MOST_COLUMNS
from orggraph.source import Location, Problem, problem

MOST_LETTERS = 1_000_000
"""The longest row that is read; a spreadsheet has room for less in a cell."""

_GUARDED = re.compile("'+[=+\\-@\t\r]")
_NEEDS_GUARD = re.compile("'*[=+\\-@\t\r]")


def guard(cell: str) -> str:
    """Return a cell with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{cell}" if _NEEDS_GUARD.match(cell) else cell


def unguard(cell: str) -> str:
    """Return a cell as it was before `guard`."""
    return cell[1:] if cell[:1] == "'" and _GUARDED.match(cell) else cell


class CsvRow(NamedTuple):
    """A row; ``raw`` is its text, from which the places of its cells follow when asked for."""

    cells: Sequence[str]
    path: str
    line: int
    raw: str
    delimiter: str

    def place(self, at: int) -> Location:
        """Return where the cell of this number begins, a quotation mark before it included."""
        if at == 0:
            return Location(self.path, self.line, 0)
        starts = [start for start, _ in split_row(self.raw, self.delimiter)]
        start = starts[at] if at < len(starts) else len(self.raw.rstrip("\r\n"))
        before = self.raw[:start]
        lines = re.split("\r\n|\r|\n", before)
        return Location(self.path, self.line + len(lines) - 1, len(lines[-1]))


def split_row(raw: str, delimiter: str) -> list[tuple[int, str]]:
    """Return where each cell of a row starts, and what is in it."""
    text = raw.removesuffix("\n").removesuffix("\r")
    cells: list[tuple[int, str]] = []
    at = 0
    while True:
        start = at
        quoted = _quoted_end(text, at)
        if quoted is None:
            end = text.find(delimiter, at)
            end = len(text) if end < 0 else end
            cells.append((start, text[at:end]))
        else:
            end = text.find(delimiter, quoted)
            end = len(text) if end < 0 else end
            begin = text.index('"', at) + 1
            inside = text[begin : quoted - 1].replace('""', '"')
            cells.append((start, inside + text[quoted:end]))
        if end >= len(text):
            return cells
        at = end + 1


def _quoted_end(text: str, at: int) -> int | None:
    """Return where a cell in quotation marks ends, its closing mark included; None for others."""
    while at < len(text) and text[at] == " ":
        at += 1
    if text[at : at + 1] != '"':
        return None
    return _closing(text, at + 1)


def _closing(text: str, at: int) -> int:
    """Return where a cell that is open at ``at`` ends; beyond the text where it does not."""
    while (at := text.find('"', at)) >= 0:
        if text[at + 1 : at + 2] != '"':
            return at + 1
        at += 2
    return len(text) + 1


def _is_open(text: str, delimiter: str, *, inside: bool = False) -> bool:
    """Whether a cell in quotation marks goes on after a line; ``inside`` if one did before it."""
    at = 0
    while True:
        quoted = _closing(text, at) if inside else _quoted_end(text, at)
        inside = False
        if quoted is not None and quoted > len(text):
            return True
        end = text.find(delimiter, at if quoted is None else quoted)
        if end < 0:
            return False
        at = end + 1


def iter_rows(lines: Iterable[str], path: str, delimiter: str) -> Iterator[CsvRow | Problem]:
    """Yield the rows in the lines of a file, whose ends are still on them.

    A row that cannot be read is a problem, and the last; so memory stays bounded whatever comes.
    """
    held: list[str] = []
    letters, first = 0, 0
    for number, line in enumerate(lines):
        if not held and '"' not in line:
            if len(line) > MOST_LETTERS or line.count(delimiter) >= MOST_COLUMNS:
                yield _too_large(path, number, line, delimiter)
                return
            text = line.rstrip("\r\n")
            cells = [unguard(cell.strip()) for cell in text.split(delimiter)]
            yield CsvRow(cells, path, number, line, delimiter)
            continue
        first = first if held else number
        letters = letters + len(line) if held else len(line)
        is_open = _is_open(line, delimiter, inside=bool(held))
        held.append(line)
        if letters > MOST_LETTERS:
            yield _too_large(path, first, "".join(held), delimiter)
            return
        if not is_open:
            raw = "".join(held)
            split = split_row(raw, delimiter)
            if len(split) > MOST_COLUMNS:
                yield _too_large(path, first, raw, delimiter)
                return
            yield CsvRow([unguard(c.strip()) for _, c in split], path, first, raw, delimiter)
            held = []
    if held:
        yield _unclosed(path, first, "".join(held), delimiter)


def _too_large(path: str, line: int, raw: str, delimiter: str) -> Problem:
    if _is_open(raw, delimiter):
        return _unclosed(path, line, raw, delimiter)
    if len(raw) > MOST_LETTERS:
        return problem("row-too-long", Location(path, line, 0), limit=MOST_LETTERS)
    return problem("too-many-columns", Location(path, line, 0), limit=MOST_COLUMNS)


def _unclosed(path: str, line: int, raw: str, delimiter: str) -> Problem:
    cells = split_row(raw, delimiter)
    row = CsvRow((), path, line, raw, delimiter)
    return problem("unclosed-quote", row.place(len(cells) - 1))
