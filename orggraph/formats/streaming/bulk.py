"""The fast lane: tables that are plain and right go to disk by their columns, thousands at a time.

Nothing is ever said here of what is wrong, or of what is not plain: then the lane is left, and all
is read again a row at a time, by what tells it.
"""

from collections.abc import Sequence

from orggraph.formats.draft import Draft
from orggraph.formats.exchange import ReadOptions, Remarks
from orggraph.formats.streaming.bulk_laws import keeps_laws
from orggraph.formats.streaming.bulk_rows import Nodes, Relations
from orggraph.formats.streaming.checking import Checked, Subjects
from orggraph.formats.streaming.columns import Batch, DoubtError, TableText
from orggraph.formats.tables.columns import TABLES, THINGS
from orggraph.formats.tables.gathering import Grid, HeadRead, find_unknown_columns
from orggraph.formats.tables.headings import find_slots, is_language
from orggraph.formats.tables.row_values import Row, Sheet
from orggraph.formats.tables.things import iter_things
from orggraph.formats.yaml.rules import find_setting_problems
from orggraph.source import Location, Problem
from orggraph.store.scratch import Scratch

TABLE_OF = {
    "nodes": "node",
    "purposes": "purpose",
    "seats": "seat",
    "relations": "relation",
    "members": "relation",
}
"""The tables of a graph on disk that those of files go to, in the order in which they are read."""

_SAME = {
    "node": {"collective": 0, "letter": 0, "length": 1},
    "relation": {"derived": 0, "letter": 0, "length": 1},
}


def in_order(grids: Sequence[tuple[str, Grid]]) -> list[int]:
    """Return the numbers of the tables of things, in the order in which they are to be read."""
    found = [at for at, (name, _) in enumerate(grids) if name in THINGS]
    order = [*dict.fromkeys(TABLE_OF.values())]
    return sorted(found, key=lambda at: order.index(TABLE_OF[grids[at][0]]))


def read_plain(
    scratch: Scratch,
    grids: Sequence[tuple[str, Grid]],
    texts: Sequence[TableText],
    head: HeadRead,
    options: ReadOptions,
) -> dict[int, Remarks] | None:
    """Put what tables say into a graph on disk, and return remarks by the numbers of the tables.

    None is for what is not plain, or not right; then what is on disk is to be thrown away.
    """
    draft = head.gathered.draft
    language = head.language
    if head.failures or draft.problems or not draft.is_whole:
        return None
    if find_unknown_columns(grids, "", options):
        return None
    if language != scratch.language or language != language.lower() or not is_language(language):
        return None
    lane = _Lane(scratch, draft, language, options)
    try:
        for at in in_order(grids):
            lane.read(at, *grids[at], texts[at])
        lane.finish()
    except DoubtError:
        return None
    return lane.remarks


class _Lane:
    """Reads tables one after the other; raises DoubtError."""

    def __init__(self, scratch: Scratch, draft: Draft, language: str, options: ReadOptions) -> None:
        self.remarks: dict[int, Remarks] = {}
        self._scratch = scratch
        self._draft = draft
        self._language = language
        self._options = options
        self._checked = Checked(scratch, draft)
        self._has_nodes = False

    def read(self, number: int, table: str, grid: Grid, text: TableText) -> None:
        """Read the rows of a table; ``number`` is that of the file."""
        slots, problems = find_slots(
            TABLES[table], grid.headings, self._draft.vocabulary, grid.place, self._options.columns
        )
        if problems:
            raise DoubtError
        remarks = self.remarks[number] = Remarks()
        sheet = Sheet(table, slots, grid.headings, self._draft.vocabulary, self._language, remarks)
        goes_to = TABLE_OF[table]
        if goes_to not in ("node", "purpose"):
            self._end_nodes()
        reader: Nodes | Relations | None = None
        if goes_to == "node":
            reader = Nodes(sheet, self._scratch.packing)
        elif goes_to == "relation":
            reader = Relations(sheet, self._scratch.packing)
        for batch in text.batches(grid.headings):
            plain = _without_all(batch) if reader is None else reader.split(batch)
            if plain.others:
                self._add_one_by_one(sheet, goes_to, plain.others)
            if reader is not None and plain.lines:
                place = self._scratch.packing.place(Location(grid.place.path, 0, 0))
                same = {**_SAME[goes_to], "file": place[0] or 0}
                self._scratch.add_columns(goes_to, reader.columns(plain), same)

    def finish(self) -> None:
        """See to it that all of it together is right."""
        self._end_nodes()
        checked, scratch = self._checked, self._scratch
        if self._draft.settings:
            checked.close_before(None)
            found = find_setting_problems(self._draft, Subjects(scratch))
            if any(True for _ in found):
                raise DoubtError
        if not keeps_laws(scratch):
            raise DoubtError
        if scratch.growing is None or not scratch.growing.is_named:
            checked.close_before(None)  # the writer will look things up

    def _end_nodes(self) -> None:
        """Say that all nodes are there, with their purposes."""
        if self._has_nodes:
            return
        self._has_nodes = True
        if self._scratch.counts["purpose"]:
            self._checked.close_before("seat")
        else:
            self._scratch.begin()

    def _add_one_by_one(self, sheet: Sheet, table: str, rows: Sequence[Row]) -> None:
        if table != "node":
            self._checked.close_before(table)
        for found in iter_things(sheet, rows):
            if isinstance(found, Problem):
                raise DoubtError
            self._checked.add(found.thing, found.place)
        if self._checked.has_problems:
            raise DoubtError


def _without_all(batch: Batch) -> Batch:
    return batch.without([True] * len(batch.lines))
