"""Find out by evidence how a CSV file is written: the sign between its cells."""

import io
from collections import Counter
from itertools import islice

from orggraph.formats.tables.csv_rows import CsvRow, iter_rows

DELIMITERS = (",", ";", "\t", "|")
NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_SAMPLE_ROWS = 50
_SAMPLE = 65_536


def find_delimiter(text: str) -> str:
    """Return the sign between the cells of a file: the one that divides its rows most alike.

    Where several do, the one that makes most cells; a comma where none does, since then there is
    one column and it does not matter.
    """
    best: tuple[float, int] = (0.0, 1)
    found = ","
    for delimiter in DELIMITERS:
        widths = _widths(text[:_SAMPLE], delimiter)
        if not widths:
            continue
        times = Counter(widths)
        # That of the headings, or that of most rows where a title stands above them.
        width = widths[0] if widths[0] > 1 else times.most_common(1)[0][0]
        alike = times[width] / len(widths)
        if width > 1 and (round(alike, 1), width) > best:
            best, found = (round(alike, 1), width), delimiter
    return found


def _widths(text: str, delimiter: str) -> list[int]:
    lines = io.StringIO(text, newline="")
    rows = islice(iter_rows(lines, "", delimiter), _SAMPLE_ROWS)
    return [len(row.cells) for row in rows if isinstance(row, CsvRow) and any(row.cells)]


def read_delimiter(words: str) -> str | None:
    """Return the sign that a person named, by itself or by its name; None for no such."""
    by_name = {name: sign for sign, name in NAMES.items()} | {"\\t": "\t"}
    found = by_name.get(words.strip().lower(), words)
    return found if len(found) == 1 and found not in '"\r\n' and not found.isalnum() else None
