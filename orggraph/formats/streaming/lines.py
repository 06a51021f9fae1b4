"""Read JSON Lines of any length into a graph on disk."""

from collections.abc import Callable, Iterator
from functools import partial

from orggraph.formats.exchange import Origin, ReadOptions, Told
from orggraph.formats.json_lines.lines import HEAD, MOST_LETTERS, NODE, RELATION, SEAT, iter_lines
from orggraph.formats.json_lines.reading import LineReader
from orggraph.formats.streaming.checking import Checked
from orggraph.formats.streaming.text import LargeFile, excerpted, find_text
from orggraph.model import Node, Relation, Seat
from orggraph.source import Location, Problem, ReadError, problem
from orggraph.store.scratch import Scratch

_PASSES = ((HEAD, NODE), (SEAT,), (RELATION,))


def measure(origin: Origin) -> int:
    """Return how large a file is, in bytes; 0 for what is none."""
    return origin.path.stat().st_size if origin.path and origin.path.is_file() else 0


def fill(
    scratch: Scratch, origin: Origin, options: ReadOptions, told: Callable[[int], None]
) -> Told:
    """Put what lines say into a graph on disk (`orggraph.formats.exchange.Large`).

    The file is gone through once for nodes, for seats and for relations, whatever their order.
    """
    assert origin.path is not None
    file = find_text(origin.path, origin.shown, "utf-8")
    if isinstance(file, Problem):
        raise ReadError([file])
    reader = LineReader(origin.shown, options)
    draft = reader.draft
    checked: Checked | None = None
    for number, sorts in enumerate(_PASSES):
        lines = _lines(file, partial(_tell, told, number * file.path.stat().st_size))
        for line in iter_lines(lines, origin.shown, sorts, first=number == 0):
            before = len(reader.reading.problems)
            is_told = reader.read(line)
            if checked is None:
                # All that is said of the whole is said by the first line.
                scratch.set_head(
                    draft.title, draft.language or "en", draft.vocabulary, draft.sources,
                    draft.settings,
                )  # fmt: skip
                checked = Checked(scratch, draft)
            if not is_told:
                checked.failures.extend(reader.reading.problems[before:])
                del reader.reading.problems[before:]
            checked.close_before(_TABLES[number])
            things: tuple[Node | Seat | Relation, ...]
            things = (*draft.nodes, *draft.seats, *draft.relations)
            for thing in things:
                checked.add(thing, partial(draft.place, thing))
                draft.forget_places(thing)
            draft.nodes, draft.seats, draft.relations = [], [], []
    if checked is None:
        empty = problem("empty-file", Location(origin.shown, 0, 0), path=origin.shown)
        raise ReadError([empty])
    draft.problems.extend(reader.reading.problems)
    if problems := checked.problems(origin.shown):
        raise ReadError(excerpted(problems, [file]))
    return Told((), ())


_TABLES = ("node", "seat", "relation")  # of the graph on disk, by the pass that fills it


def _lines(file: LargeFile, told: Callable[[int], None]) -> Iterator[str]:
    return file.lines(told, MOST_LETTERS + 2)


def _tell(told: Callable[[int], None], before: int, read: int) -> None:
    told((before + read) // len(_PASSES))
