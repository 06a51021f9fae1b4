"""Read tables and lists of any length into a graph on disk."""

from collections.abc import Mapping, Sequence

from orggraph.formats.draft import Draft
from orggraph.formats.exchange import ReadOptions, Remarks, Told
from orggraph.formats.streaming.bulk import TABLE_OF, in_order, read_plain
from orggraph.formats.streaming.checking import Checked
from orggraph.formats.streaming.columns import TableText
from orggraph.formats.streaming.ledger import StoredLedger
from orggraph.formats.tables.columns import TABLES
from orggraph.formats.tables.gathering import Grid, find_unknown_columns, gather_head
from orggraph.formats.tables.headings import find_slots
from orggraph.formats.tables.row_values import Sheet
from orggraph.formats.tables.staff import read_staff
from orggraph.formats.tables.staff_list import Staff
from orggraph.formats.tables.things import iter_things
from orggraph.source import Problem, ReadError
from orggraph.store.scratch import Scratch
from orggraph.vocabulary import core_vocabulary


def read_tables(
    scratch: Scratch,
    grids: Sequence[tuple[str, Grid]],
    shown: str,
    options: ReadOptions,
    texts: Sequence[TableText] = (),
) -> Told:
    """Put what tables say into a graph on disk; return what is to be said of it.

    ``texts`` are those of the tables, where there are any: they are read fast where that can be.
    Raises ReadError with every problem, or as many of them as a person might read.
    """
    head = gather_head(grids, shown, options)
    draft = head.gathered.draft
    scratch.set_head(
        draft.title, draft.language or "en", draft.vocabulary, draft.sources, draft.settings
    )
    if texts:
        found = read_plain(scratch, grids, texts, head, options)
        if found is not None:
            return _told(head.gathered.remarks, found)
        scratch.empty()
    checked = Checked(scratch, draft)
    checked.failures.extend(head.failures)
    reading = _Reading(checked, head.language, options)
    for at in in_order(grids):
        reading.read(*grids[at], at)
    checked.failures.extend(find_unknown_columns(grids, shown, options))
    if problems := checked.problems(shown):
        raise ReadError(problems)
    return _told(head.gathered.remarks, reading.remarks)


def _told(remarks: Remarks, by_file: Mapping[int, Remarks]) -> Told:
    for at in sorted(by_file):
        for what, name, times, example in by_file[at].all():
            remarks.add(what, example, name, times)
    return Told(remarks.all(), ())


def read_people(scratch: Scratch, grid: Grid, shown: str, options: ReadOptions) -> Told:
    """Put what a list of people says into a graph on disk; return what is to be said of it.

    Raises ReadError as `read_tables`.
    """
    draft = Draft(core_vocabulary())
    checked = Checked(scratch, draft)
    with StoredLedger(grid.place.path) as ledger:
        staff = read_staff(grid, options, ledger)
        if not isinstance(staff, Staff):
            checked.failures.extend(staff)
            raise ReadError(checked.failures.all(shown))
        scratch.set_head(None, staff.language, draft.vocabulary, (), ())
        for node in staff.nodes():
            checked.add(node)
        checked.close_before("relation")
        for relation in staff.relations():
            checked.add(relation)
    if problems := checked.problems(shown):
        raise ReadError(problems)
    return Told(staff.remarks.all(), tuple(staff.notices()))


class _Reading:
    """Reads tables one after the other."""

    def __init__(self, checked: Checked, language: str, options: ReadOptions) -> None:
        self.checked = checked
        self.language = language
        self.options = options
        self.remarks: dict[int, Remarks] = {}

    def read(self, table: str, grid: Grid, number: int) -> None:
        """Read the rows of a table; ``number`` is that of the file."""
        vocabulary, checked = self.checked.draft.vocabulary, self.checked
        slots, problems = find_slots(
            TABLES[table], grid.headings, vocabulary, grid.place, self.options.columns
        )
        checked.failures.extend(problems)
        if problems:
            return
        checked.close_before(TABLE_OF[table])
        remarks = self.remarks[number] = Remarks()
        sheet = Sheet(table, slots, grid.headings, vocabulary, self.language, remarks)
        for found in iter_things(sheet, checked.sound(grid.rows)):
            if isinstance(found, Problem):
                checked.failures.extend([found])
            else:
                checked.add(found.thing, found.place)
