"""A graph as tables of texts: what its columns are, and its rows one at a time."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from types import SimpleNamespace
from typing import Any

from orggraph.formats.exchange import Content
from orggraph.formats.tables.cells import join_items
from orggraph.formats.tables.columns import TABLES, Column, Table
from orggraph.formats.tables.headings import LANGUAGE, find_slot
from orggraph.model import Node, Relation, identifiers_by_scheme
from orggraph.text import LocalText
from orggraph.vocabulary import core_vocabulary

Key = tuple[int, str]
"""A column of a file: the number of the column in its table, and the part of it."""


class Tables:
    """The tables of one graph.

    What is iterated over is taken twice: once to see which columns are used, and once for the rows.
    Nothing of it is kept.
    """

    def __init__(self, content: Content) -> None:
        self.content = content
        self.vocabulary = content.vocabulary
        self.language = content.language
        rosters = self.vocabulary.types_of(trait="roster")
        # Members are those of the type that the reader takes them for.
        self.roster = next((t for t in self.vocabulary.types if t in rosters), None)

    def used(self) -> dict[str, list[Key]]:
        """Return the columns of each table that is to be written, in their order."""
        found: dict[str, list[Key]] = {}
        for table in TABLES.values():
            keys = {(at, "") for at, c in enumerate(table.columns) if c.always}
            unsure = _unsure(table, keys)
            is_empty = True
            for thing in _THINGS[table.name](self):
                is_empty = False
                row = self._cells(thing, unsure)
                if not keys >= row.keys():
                    keys |= row.keys()
                    unsure = _unsure(table, keys)
            if not is_empty:
                found[table.name] = sorted(keys)
        return found

    def headings(self, table: Table, keys: Iterable[Key]) -> list[str]:
        """Return what stands above the columns of a table."""
        return [self._heading(table.columns[at], part) for at, part in keys]

    def _heading(self, column: Column, part: str) -> str:
        if column.name == "fillings":
            label = self.vocabulary.types[part].inverse.in_language("en")
            slot = find_slot(TABLES["seats"], label, self.vocabulary)
            return label if slot and slot.column.name == "fillings" else f"filled by {part}"
        return f"{column.heading} {part}" if part else column.heading

    def rows(self, table: Table, keys: list[Key]) -> Iterator[list[str]]:
        """Yield the rows of a table, a text for each column."""
        numbers = sorted({at for at, _ in keys})
        columns = [(at, table.columns[at]) for at in numbers]
        for thing in _THINGS[table.name](self):
            row = self._cells(thing, columns)
            yield [row.get(key, "") for key in keys]

    def _cells(self, thing: Any, columns: Iterable[tuple[int, Column]]) -> dict[Key, str]:
        row: dict[Key, str] = {}
        for at, column in columns:
            self._put(row, at, column, thing)
        return row

    def _put(self, row: dict[Key, str], at: int, column: Column, thing: Any) -> None:
        if column.is_open:
            for part, items in _open_values(thing).items():
                row[at, part] = join_items(items)
            return
        value = column.get(thing)
        if value is None or value == () or value == []:
            return
        if column.name == "id" and isinstance(thing, Relation):
            if value == thing.usual_id:
                return
        elif isinstance(value, LocalText):
            self._put_text(row, at, value)
            return
        row[at, ""] = column.cell.show(value)

    def _put_text(self, row: dict[Key, str], at: int, text: LocalText) -> None:
        row[at, ""] = text.original
        if text.language != self.language:
            row[at, LANGUAGE] = text.language
        for code, words in text.values[1:]:
            row[at, code] = words


def _unsure(table: Table, keys: Collection[Key]) -> list[tuple[int, Column]]:
    """Return the columns of which more may be used than is known."""
    columns = enumerate(table.columns)
    return [(at, c) for at, c in columns if c.is_local or c.is_open or (at, "") not in keys]


def _relations(tables: Tables) -> Iterator[Relation]:
    return (r for r in tables.content.iter_stated() if r.type != tables.roster)


def _members(tables: Tables) -> Iterator[Relation]:
    return (r for r in tables.content.iter_stated() if r.type == tables.roster)


def _purposes(tables: Tables) -> Iterator[Any]:
    for node in tables.content.iter_nodes():
        for purpose in node.purposes:
            yield SimpleNamespace(node=node.id, **purpose._asdict())


def _set_aside(tables: Tables) -> Iterator[Any]:
    for source in tables.content.sources.values():
        for aside in source.set_aside:
            yield SimpleNamespace(source=source.id, quote=aside.quote, reason=aside.reason)


def _own_terms(heading: str, tables: Tables) -> Iterator[Any]:
    """Yield the terms that the core vocabulary does not have, or not in these words."""
    core = getattr(core_vocabulary(), heading)
    for id_, term in getattr(tables.vocabulary, heading).items():
        if core.get(id_) != term:
            yield term


def _open_values(thing: Any) -> Mapping[str, list[str]]:
    if isinstance(thing, Node):
        return identifiers_by_scheme(thing)
    by_type: dict[str, list[str]] = {}
    for filling in thing.fillings:
        by_type.setdefault(filling.type, []).append(filling.by)
    return by_type


_THINGS: Mapping[str, Callable[[Tables], Iterable[Any]]] = {
    "nodes": lambda tables: tables.content.iter_nodes(),
    "relations": _relations,
    "members": _members,
    "seats": lambda tables: tables.content.iter_seats(),
    "purposes": _purposes,
    "sources": lambda tables: tables.content.sources.values(),
    "set_aside": _set_aside,
    "rules": lambda tables: tables.content.settings,
    "families": partial(_own_terms, "families"),
    "types": partial(_own_terms, "types"),
    "roles": partial(_own_terms, "roles"),
    "graph": lambda tables: [tables.content],
}
