"""The departments, organisations and units that the rows of organograms name."""

from collections.abc import Iterable

from orggraph.formats.document import Document
from orggraph.formats.organogram.meanings import Meanings
from orggraph.formats.organogram.names import Ids, fold_name
from orggraph.formats.organogram.rows import Row

_Key = tuple[str, ...]  # an organisation, folded; and a unit in it


class Units:
    """Adds each department, organisation and unit once, and tells where a row belongs.

    An organisation is part of the department that a row has beside it. A unit belongs to its
    organisation, so that each organisation may have its own unit of finance; one that is called as
    its organisation is that organisation.
    """

    def __init__(self, rows: Iterable[Row], ids: Ids, document: Document) -> None:
        self._document = document
        self._ids: dict[_Key, str] = {}
        part_of = Meanings().part_of
        in_order = sorted(rows, key=lambda row: row.content)
        for row in in_order:
            self._add_organisations(row, ids)
        for row in in_order:
            self._add_unit(row, ids, part_of)
        above = {
            (_home(row), parent): row
            for row in reversed(in_order)
            if (parent := row.text("parent")) and _home(row) not in ("", fold_name(parent))
        }
        for (organisation, parent), row in sorted(above.items()):
            ends = self._ids[(organisation,)], self._ids[(fold_name(parent),)]
            if ends[0] != ends[1]:
                document.add_relation(ends[0], part_of, ends[1], None, row.place)

    def find(self, row: Row, *, own_unit: bool = True) -> str | None:
        """Return the unit that a row belongs to, else its organisation; None where it has none."""
        home, unit = _home(row), row.text("unit")
        within = self._ids.get((home, fold_name(unit))) if own_unit and unit else None
        return within or self._ids.get((home,))

    def _add_organisations(self, row: Row, ids: Ids) -> None:
        for name in (row.text("parent"), row.text("organisation")):
            if name and (key := (fold_name(name),)) not in self._ids:
                self._ids[key] = ids.take(*key)
                self._document.add_node("organisation", self._ids[key], {"name": name}, row.place)

    def _add_unit(self, row: Row, ids: Ids, part_of: str) -> None:
        name, home = row.text("unit"), _home(row)
        key = (home, fold_name(name))
        if not name or key in self._ids or fold_name(name) == home:
            return
        self._ids[key] = ids.take(".".join(part for part in key if part))
        self._document.add_node("body", self._ids[key], {"name": name}, row.place)
        if home:
            organisation = self._ids[(home,)]
            self._document.add_relation(self._ids[key], part_of, organisation, None, row.place)


def _home(row: Row) -> str:
    """Return the organisation of a row, folded: its department where it names no other."""
    name = row.text("organisation") or row.text("parent")
    return fold_name(name) if name else ""
