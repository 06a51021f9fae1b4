"""Read JSON Lines into memory."""

import io

from orggraph.formats.exchange import Gathered, Origin, ReadOptions, unreadable
from orggraph.formats.json_lines.lines import SORTS, iter_lines
from orggraph.formats.json_lines.reading import LineReader
from orggraph.source import Location, Problem, problem
from orggraph.source.files import decode_text

_BREAKS = str.maketrans(dict.fromkeys("\x85\u2028\u2029", " "))


def read_lines(origin: Origin, options: ReadOptions, most: int) -> Gathered:
    """Return what the lines of a file say; one of more than ``most`` bytes is refused.

    Problems in the draft: what is no JSON or no line of ours, and what a data file must not say.
    """
    data = origin.read(most)
    text = data if isinstance(data, Problem) else decode_text(data, origin.shown)
    if isinstance(text, Problem):
        return unreadable(text)
    reader = LineReader(origin.shown, options)
    draft = reader.draft
    is_empty = True
    for line in iter_lines(io.StringIO(text, newline=""), origin.shown, SORTS):
        is_empty = False
        draft.is_whole &= reader.read(line)
    if is_empty:
        return unreadable(problem("empty-file", Location(origin.shown, 0, 0), path=origin.shown))
    draft.problems.extend(reader.reading.problems)
    # Where lines are broken is not the same for text as for JSON.
    draft.texts[origin.shown] = text.translate(_BREAKS)
    return Gathered(draft)
