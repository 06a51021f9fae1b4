"""Write a report for other programs: JSON and CSV."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from json.encoder import encode_basestring, encode_basestring_ascii
from typing import Any

from orggraph.queries.rows import Rows
from orggraph.reports.blocks import Report

# A spreadsheet runs a cell that begins with one of these.
_FORMULA = ("=", "+", "-", "@", "\t", "\n")

_INDENT = "  "
_CONSTANTS = {None: "null", True: "true", False: "false"}


def json_pieces(report: Report, *, ascii_only: bool = False) -> Iterator[str]:
    """Yield the report's data as JSON, indented; beyond ASCII as escapes if ``ascii_only``.

    Many rows are written one by one. It is what `json.dumps` makes of all of them.
    """
    data, encode = report.data(), _encoder(ascii_only=ascii_only)
    if isinstance(data, Rows):
        yield from _list_pieces(data, encode, "")
    elif isinstance(data, Mapping) and any(isinstance(value, Rows) for value in data.values()):
        for at, (key, value) in enumerate(data.items()):
            yield ",\n" if at else "{\n"
            yield f"{_INDENT}{encode(key, '')}: "
            if isinstance(value, Rows):
                yield from _list_pieces(value, encode, _INDENT)
            else:
                yield encode(value, _INDENT)
        yield "\n}"
    else:
        yield encode(data, "")
    yield "\n"


def _list_pieces(
    rows: Iterable[object], encode: Callable[[object, str], str], indent: str
) -> Iterator[str]:
    within = indent + _INDENT
    sign = "["
    for row in rows:
        yield f"{sign}\n{within}{encode(row, within)}"
        sign = ","
    yield "[]" if sign == "[" else f"\n{indent}]"


def _encoder(*, ascii_only: bool) -> Callable[[object, str], str]:
    """Return what says a value in JSON, of which all lines but the first are indented.

    The json module is slow where it indents, and leaves cycles behind for each value, which nobody
    collects while a command runs.
    """
    quote = encode_basestring_ascii if ascii_only else encode_basestring
    other = json.JSONEncoder(ensure_ascii=ascii_only, default=str).encode

    def encode(value: object, indent: str) -> str:
        if isinstance(value, str):
            return quote(value)
        if value is None or isinstance(value, bool):
            return _CONSTANTS[value]
        within = indent + _INDENT
        if isinstance(value, dict):
            said = [f"{quote(_key(key))}: {encode(each, within)}" for key, each in value.items()]
            signs = "{}"
        elif isinstance(value, (list, tuple)):
            said = [encode(each, within) for each in value]
            signs = "[]"
        else:
            return other(value)
        inside = f",\n{within}".join(said)
        return f"{signs[0]}\n{within}{inside}\n{indent}{signs[1]}" if said else signs

    return encode


def _key(key: object) -> str:
    """Return the key of an object as the json module says it, which makes a text of a number."""
    return key if isinstance(key, str) else next(iter(json.loads(json.dumps({key: 0}))))


def csv_pieces(report: Report) -> Iterator[str]:
    """Yield the report's records as CSV (RFC 4180 with plain line ends), headed by their keys.

    A list is joined with semicolons, and a quotation is written ``source: words``. Text that a
    spreadsheet would run as a formula begins with an apostrophe.
    """
    keys: list[str] | None = None
    line = csv.writer(_Line(), lineterminator="\n").writerow
    for record in report.records():
        if keys is None:
            keys = list(record)
            yield str(line(keys))
        yield str(line([_cell(record[key]) for key in keys]))


class _Line:
    """Where the csv module writes a line, which it then returns."""

    def write(self, text: str) -> str:
        return text


def _cell(value: Any) -> str:
    if type(value) is str:
        return _safe(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        if "quote" in value:
            return f"{value['source']}: {value['quote']}"
        if "id" in value:
            return str(value["id"])
        return "; ".join(f"{key}: {_cell(item)}" for key, item in value.items())
    if isinstance(value, (list, tuple)):
        return _safe("; ".join(_cell(item) for item in value))
    return _safe(str(value)) if isinstance(value, str) else str(value)


def _safe(text: str) -> str:
    # The csv module would leave a lone carriage return unquoted.
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{text}" if text.startswith(_FORMULA) else text
