"""The tables that say something of the whole: title, sources, rules, terms of the file's own."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from orggraph.formats.document import Document
from orggraph.formats.exchange import Gathered, Remarks
from orggraph.formats.tables import cells
from orggraph.formats.tables.headings import LANGUAGE, Slot, is_language
from orggraph.formats.tables.row_values import Row
from orggraph.source import Location, Problem, problem
from orggraph.source.yaml_tree import YamlList, YamlMap, YamlNode, YamlText
from orggraph.text import shorten

Entry = tuple[dict[str, YamlNode], Location]


class Head:
    """What the rows of these tables say, as the top of a data file, to be read as one."""

    def __init__(self, shown: str, language: str, remarks: Remarks) -> None:
        self.document = Document(shown)
        self.language = language
        self.remarks = remarks
        self.problems: list[Problem] = []
        self._tables: dict[str, list[Entry]] = {}

    def add(
        self, table: str, slots: list[Slot | None], headings: list[str], rows: Iterable[Row]
    ) -> None:
        """Add the rows of a table; the one called ``graph`` comes before all others."""
        if table == "graph":
            rows = self._one(rows)
            for row in rows:
                self._read_language(slots, row)
        found = [(self._entry(slots, headings, row), row.place(0)) for row in rows]
        self._tables.setdefault(table, []).extend(e for e in found if e[0])

    def _one(self, rows: Iterable[Row]) -> list[Row]:
        """Return the one row that the graph as a whole has."""
        full = (row for row in rows if any(row.cells))
        first = [*islice(full, 1)]
        if second := next(full, None):
            self.problems.append(problem("second-row", second.place(0)))
        return first

    def _read_language(self, slots: list[Slot | None], row: Row) -> None:
        """Heed the language that plain text is in, from here on."""
        for at, (cell, slot) in enumerate(zip(row.cells, slots, strict=False)):
            if cell and slot and slot.column.name == "language":
                if is_language(cell):
                    self.language = cell.lower()
                else:
                    self.problems.append(problem("bad-language", row.place(at), code=shorten(cell)))

    def _entry(
        self, slots: list[Slot | None], headings: list[str], row: Row
    ) -> dict[str, YamlNode]:
        entry: dict[str, YamlNode] = {}
        texts: dict[str, dict[str, YamlText]] = {}
        for at, cell in enumerate(row.cells):
            slot = slots[at] if at < len(slots) else None
            if not cell:
                continue
            if slot is None:
                name = headings[at] if at < len(headings) else str(at + 1)
                self.remarks.add("column", shorten(cell), name=shorten(name))
                continue
            text = YamlText(cell, False, row.place(at))
            if slot.column.name == "language":
                text = YamlText(self.language, False, row.place(at))
            if slot.column.is_local:
                texts.setdefault(slot.column.heading, {})[slot.part] = text
            elif slot.column.cell is cells.ITEMS:
                items = (YamlText(i, False, text.location) for i in cells.split_items(cell))
                entry[slot.column.heading] = YamlList(tuple(items), text.location)
            else:
                entry[slot.column.heading] = text
        for heading, parts in texts.items():
            if local := self._local(parts):
                entry[heading] = local
        return entry

    def _local(self, parts: dict[str, YamlText]) -> YamlMap | None:
        own = parts.pop(LANGUAGE, None)
        main = parts.pop("", None)
        if main is None and not parts:
            return None
        place = (main or next(iter(parts.values()))).location
        entries: list[tuple[YamlText, YamlNode]] = []
        if main is not None:
            code = own.text if own else self.language
            if parts.setdefault(code, main).text != main.text:
                self.problems.append(problem("two-texts", place, code=code))
            parts = {code: main, **parts}
        entries += [(YamlText(code, False, t.location), t) for code, t in parts.items()]
        return YamlMap(tuple(entries), place)

    def gather(self) -> Gathered:
        """Return the draft of what these tables say, without anything else in it yet."""
        head = self.document.head
        for entry, _ in self._tables.get("graph", ())[:1]:
            head |= entry
        head.setdefault("language", self.language)
        aside: dict[str, list[YamlNode]] = {}
        for key, rest, place in self._keyed("set_aside", "source"):
            aside.setdefault(key.text, []).append(_map(rest, place))
        sources = dict(self._terms("sources"))
        for key, rest, place in self._keyed("sources", "id"):
            if several := aside.pop(key.text, None):
                rest["set aside"] = YamlList(tuple(several), place)
                sources[key] = _map(rest, place)
        for left, several in aside.items():
            self.remarks.add("reference", shorten(left), name="source", times=len(several))
        rules: dict[str, list[YamlNode]] = {}
        for key, rest, place in self._keyed("rules", "rule"):
            rules.setdefault(key.text, []).append(_map(rest, place))
        vocabulary = {
            name: found
            for name in ("families", "types", "roles")
            if (found := dict(self._terms(name)))
        }
        parts: dict[str, Any] = {"sources": sources, "rules": rules, "vocabulary": vocabulary}
        head.update({heading: value for heading, value in parts.items() if value})
        gathered = self.document.gather(self.language)
        gathered.draft.problems.extend(self.problems)
        return gathered

    def _terms(self, table: str) -> Iterator[tuple[YamlText, YamlNode]]:
        first: dict[str, Location] = {}
        for key, rest, place in self._keyed(table, "id"):
            if (earlier := first.setdefault(key.text, place)) is not place:
                self.problems.append(
                    problem("repeated-key", place, key=shorten(key.text), line=earlier.line + 1)
                )
            else:
                yield key, _map(rest, place)

    def _keyed(
        self, table: str, heading: str
    ) -> Iterator[tuple[YamlText, dict[str, YamlNode], Location]]:
        for entry, place in self._tables.get(table, ()):
            rest = dict(entry)
            key = rest.pop(heading, None)
            if isinstance(key, YamlText):
                yield key, rest, place
            else:
                self.problems.append(problem("empty-cell", place, heading=heading))


def _map(entries: Mapping[str, YamlNode], place: Location) -> YamlMap:
    pairs = ((YamlText(key, False, node.location), node) for key, node in entries.items())
    return YamlMap(tuple(pairs), place)
