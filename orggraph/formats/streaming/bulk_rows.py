"""Columns of tables as rows of a graph on disk: what is said often is understood once."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from itertools import repeat
from operator import eq
from typing import Any, TypeVar

from orggraph.formats.streaming.columns import Batch, Column, DoubtError
from orggraph.formats.tables.cells import read_date
from orggraph.formats.tables.csv_rows import unguard
from orggraph.formats.tables.headings import Slot
from orggraph.formats.tables.row_values import Sheet
from orggraph.formats.tables.things import read_role, roster_type
from orggraph.model import Node, PartialDate, Period, Relation
from orggraph.store.packing import NODE, RELATION, Packing
from orggraph.text import LocalText

_REMEMBERED = 20_000
_NO_ID = re.compile(r"[^\w.\-\n]|^[\W_]|^$", re.MULTILINE)
"""What a column has that is not one id a line; it says the same as ``ID_PATTERN``."""

K = TypeVar("K")
V = TypeVar("V")

Columns = dict[str, Iterable[object]]


class Memo(dict[K, V]):
    """What a function returns, remembered for as many words as bounded memory allows."""

    def __init__(self, find: Callable[[K], V]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, key: K) -> V:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[key] = self._find(key)
        return found

    def all(self, keys: Iterable[K]) -> list[V]:
        """Return what is found for each of some words."""
        return list(map(self.__getitem__, keys))


class Reader:
    """Reads the columns of one table; what it does not know of is left for other hands.

    `direct` are the columns of the table that become some of the graph on disk, by their names;
    `said` those that go into the rest, in the order of that.
    """

    thing: type[Node | Relation]
    plain: tuple[str, ...]
    own: tuple[str, ...]

    def __init__(self, sheet: Sheet, packing: Packing) -> None:
        self.sheet, self.packing = sheet, packing
        self._direct: dict[str, int] = {}
        said: list[tuple[int, int, Memo[str, str]]] = []
        self._marked: list[int] = []
        order = [field.name for field in fields(self.thing)]
        for at, slot in enumerate(sheet.slots):
            if slot is not None and not slot.part and slot.column.name in self.own:
                self._direct[slot.column.name] = at
            elif slot is not None and not slot.part and slot.column.name in self.plain:
                place = order.index(slot.column.name)
                said.append((place, at, Memo(self._fragment(slot))))
            else:
                self._marked.append(at)
        self._said = [(at, memo) for _, at, memo in sorted(said, key=lambda each: each[0])]
        self._together: Memo[tuple[str, ...], str | None] = Memo(_joined)
        self._dates: Memo[str, str | None] = Memo(_date)
        self._sound: set[tuple[str | None, str | None]] = set()

    def split(self, batch: Batch) -> Batch:
        """Return a batch with all the rows among the others that are not plain."""
        width = len(self.sheet.slots)
        marked = [batch.columns[at] for at in self._marked]
        marked += batch.columns[width:]
        marked = [column for column in marked if any(column)]
        empty = [batch.columns[at] for at in self._needed() if "" in batch.columns[at]]
        if not (marked or empty):
            return batch
        mask = [False] * len(batch.lines)
        for column in marked:
            mask = [out or bool(cell) for out, cell in zip(mask, column, strict=True)]
        for column in empty:
            mask = [out or not cell for out, cell in zip(mask, column, strict=True)]
        return batch.without(mask)

    def _needed(self) -> list[int]:
        raise NotImplementedError

    def _column(self, batch: Batch, name: str) -> Column | None:
        at = self._direct.get(name)
        return None if at is None else batch.columns[at]

    def _rest(self, batch: Batch) -> Columns:
        """Return the columns that all things have."""
        found: Columns = {"line": batch.lines}
        dates: list[Sequence[str | None]] = []
        for name, column in (("start", "start"), ("until", "end")):
            cells = self._column(batch, column)
            if cells is not None and any(cells):
                dates.append(self._dates.all(cells))
                found[name] = dates[-1]
        if len(dates) == 2:
            self._check(set(zip(*dates, strict=True)))
        used = [(memo, batch.columns[at]) for at, memo in self._said if any(batch.columns[at])]
        if used:
            fragments = (memo.all(column) for memo, column in used)
            found["more"] = self._together.all(zip(*fragments, strict=True))
        return found

    def _check(self, periods: set[tuple[str | None, str | None]]) -> None:
        """Raise DoubtError for a span of time that ends before it begins."""
        for start, until in periods - self._sound:
            if not (start and until):
                continue
            if Period(PartialDate.parse(start), PartialDate.parse(until)).is_reversed:
                raise DoubtError
        if len(self._sound) > _REMEMBERED:
            self._sound.clear()
        self._sound |= periods

    def _fragment(self, slot: Slot) -> Callable[[str], str]:
        """Return what gives, for a cell, the JSON of the attribute that it is."""
        column, at = slot.column, (NODE if self.thing is Node else RELATION).index("more")

        def find(written: str) -> str:
            cell = unguard(written.strip())
            if not cell:
                return ""
            value: Any
            try:
                value = column.cell.read(cell)
            except ValueError as error:
                raise DoubtError from error
            if column.is_local:
                value = LocalText(((self.sheet.language, cell),))
            if column.name == "role":
                value = read_role(self.sheet.vocabulary, value)
            more = self._packed({column.name: value})[at]
            return more[1:-1] if more else ""

        return find

    def _packed(self, values: Mapping[str, Any]) -> tuple[Any, ...]:
        raise NotImplementedError


class Nodes(Reader):
    """Reads columns of nodes."""

    thing = Node
    own = ("id", "kind", "name", "start", "end")
    plain = ("aliases", "title", "classification", "roster", "status", "note")

    def __init__(self, sheet: Sheet, packing: Packing) -> None:
        super().__init__(sheet, packing)
        self._kinds: Memo[str, str] = Memo(self._kind)

    def columns(self, batch: Batch) -> Columns:
        """Return the columns of the graph on disk; raises DoubtError."""
        ids = _cleaned(batch.columns[self._direct["id"]])
        if not _are_ids(ids):
            raise DoubtError
        kinds = self._kinds.all(batch.columns[self._direct["kind"]])
        names = self._column(batch, "name") or ids
        if names is not ids:
            names = list(map(str.strip, names))
            if "\n'" in "\n" + "\n".join(names):
                names = list(map(unguard, names))
            if "" in names:
                names = [name or id_ for name, id_ in zip(names, ids, strict=True)]
        return {"id": ids, "kind": kinds, "name": names, **self._rest(batch)}

    def _needed(self) -> list[int]:
        if "id" not in self._direct:
            raise DoubtError
        return [self._direct["id"], self._direct["kind"]]

    def _kind(self, cell: str) -> str:
        kind = self.sheet.vocabulary.find_kind(unguard(cell.strip()))
        if kind is None:
            raise DoubtError
        return kind.id

    def _packed(self, values: Mapping[str, Any]) -> tuple[Any, ...]:
        unnamed = LocalText(((self.packing.language, ""),))
        return self.packing.node(Node(id="", kind="", name=unnamed, **values))


class Relations(Reader):
    """Reads columns of relations, or of members."""

    thing = Relation
    own = ("source", "type", "target", "start", "end", "id")
    plain = ("role", "vote", "line", "status", "note")

    def __init__(self, sheet: Sheet, packing: Packing) -> None:
        super().__init__(sheet, packing)
        self._types: Memo[str, tuple[str, int, bool]] = Memo(self._type)
        self._member = roster_type(sheet.vocabulary) if sheet.table == "members" else None

    def columns(self, batch: Batch) -> Columns:
        """Return the columns of the graph on disk; raises DoubtError."""
        sources = _cleaned(batch.columns[self._direct["source"]])
        targets = _cleaned(batch.columns[self._direct["target"]])
        if self._member:
            found = [self._types[self._member]] * len(batch.lines)
        else:
            found = self._types.all(batch.columns[self._direct["type"]])
        types, ranks, turned = zip(*found, strict=True) if found else ((), (), ())
        if any(turned):
            ends = [
                (target, source) if is_turned else (source, target)
                for source, target, is_turned in zip(sources, targets, turned, strict=True)
            ]
            sources, targets = zip(*ends, strict=True)
        if any(map(eq, sources, targets)):
            raise DoubtError
        made: Columns = {"type": types, "source": sources, "target": targets, "rank": ranks}
        made |= self._rest(batch)
        ids = self._column(batch, "id")
        if ids is not None and any(ids):
            made["id"] = self._ids(made, ids)
        return made

    def _needed(self) -> list[int]:
        own = [self._direct["source"], self._direct["target"]]
        return own if self._member else [*own, self._direct["type"]]

    def _ids(self, made: Columns, ids: Column) -> Iterable[str | None]:
        """Return the ids that are not those that relations have anyway."""
        starts = made.get("start") or repeat(None, len(ids))
        for id_, source, type_, target, start in zip(
            _cleaned(ids), made["source"], made["type"], made["target"], starts, strict=True
        ):
            usual = f"{source}:{type_}:{target}"
            yield None if not id_ or id_ == (f"{usual}:{start}" if start else usual) else id_

    def _type(self, cell: str) -> tuple[str, int, bool]:
        found = self.sheet.vocabulary.find_type(unguard(cell.strip()))
        if found is None:
            raise DoubtError
        return found[0].id, self.sheet.vocabulary.rank_of(found[0].id), found[1]

    def _packed(self, values: Mapping[str, Any]) -> tuple[Any, ...]:
        return self.packing.relation(Relation(id="", type="", source="", target="", **values))


def _are_ids(column: Column) -> bool:
    """Return whether all of some words can be ids."""
    # Most are letters and numbers alone, which is told many times as fast.
    is_plain = "".join(column).isalnum() and "" not in column
    return is_plain or not _NO_ID.search("\n".join(column))


def _cleaned(column: Column) -> Column:
    """Return ids without what may stand around them."""
    return column if _are_ids(column) else [unguard(cell.strip()) for cell in column]


def _date(cell: str) -> str | None:
    text = unguard(cell.strip())
    try:
        return str(read_date(text)) if text else None
    except ValueError as error:
        raise DoubtError from error


def _joined(fragments: tuple[str, ...]) -> str | None:
    said = ",".join(filter(None, fragments))
    return f"{{{said}}}" if said else None
