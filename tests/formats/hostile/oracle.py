"""How many records a file has, as others count them: to hold against what a reader tells of it."""

import csv
import io
import json
from collections.abc import Callable, Mapping
from typing import Any
from xml.etree import ElementTree

import pyarrow
from pyarrow import parquet


def text_of(data: bytes) -> str:
    """Return the text of a file as a spreadsheet reads it."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def _rows(data: bytes) -> int | None:
    rows = list(csv.reader(io.StringIO(text_of(data), newline="")))
    return sum(any(map(str.strip, row)) for row in rows[1:])


def _elements(*tags: str) -> Callable[[bytes], int | None]:
    def count(data: bytes) -> int | None:
        found = (element.tag.rpartition("}")[2] for element in ElementTree.fromstring(data).iter())
        return sum(tag in tags for tag in found)

    return count


def _objects(*keys: str) -> Callable[[bytes], int | None]:
    """Return what counts the objects in the lists under some keys of one JSON object."""

    def count(data: bytes) -> int | None:
        whole = json.loads(data)
        if not isinstance(whole, dict):
            return None
        lists = [whole[key] for key in keys if isinstance(whole.get(key), list)]
        return sum(isinstance(item, dict) for items in lists for item in items)

    return count


def _statements(data: bytes) -> int | None:
    try:
        whole: Any = json.loads(data)
    except ValueError:
        whole = [json.loads(line) for line in data.splitlines() if line.strip()]
    return sum(isinstance(item, dict) for item in whole) if isinstance(whole, list) else None


def _parquet(data: bytes) -> int | None:
    try:
        return parquet.read_metadata(io.BytesIO(data)).num_rows if _is_counted(data) else 0
    except (OSError, pyarrow.ArrowException):
        return None


def _is_counted(data: bytes) -> bool:
    """Whether it is a table of its own, and not a copy of what others say."""
    return "derived" not in parquet.read_schema(io.BytesIO(data)).names


COUNTS: Mapping[str, Callable[[bytes], int | None]] = {
    "organogram": _rows,
    "csv": _rows,
    "popolo": _objects("persons", "organizations", "posts", "memberships"),
    "bods": _statements,
    "ftm": _statements,
    "jsonl": _statements,
    "parquet": _parquet,
    "graphml": _elements("node", "edge"),
    "gexf": _elements("node", "edge"),
    "node-link": _objects("nodes", "edges", "links"),
}


def count_records(format_name: str, data: bytes) -> int | None:
    """Return how many records are in a file; None where that cannot be told."""
    count = COUNTS.get(format_name)
    if count is None:
        return None
    try:
        return count(data)
    except (ValueError, csv.Error, ElementTree.ParseError, RecursionError):
        return None
