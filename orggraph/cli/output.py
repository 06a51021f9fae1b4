"""Print to a terminal, a pipe or a file, whatever it can show."""

import os
import sys
from collections.abc import Iterable, Iterator
from io import StringIO
from stat import S_ISREG
from time import monotonic
from typing import TextIO

from orggraph.api.graph import OrgGraph
from orggraph.cli.context import language, setting
from orggraph.cli.settings import sources_of
from orggraph.cli.stand_ins import ERRORS, is_utf8, to_writable_blocks
from orggraph.errors import OrgGraphError, os_reason
from orggraph.reports.blocks import Block, Report
from orggraph.reports.formats import write_pieces
from orggraph.reports.registry import report
from orggraph.reports.teller import Teller
from orggraph.words import Word

_USUAL_WIDTH = 80

_ENOUGH_AT_FIRST, _ENOUGH = 2_048, 65_536  # characters
_PATIENCE = 0.25  # seconds


def prepare_streams() -> None:
    """Let every text be written, on a terminal without UTF-8 too."""
    if sys.stderr is None:  # closed by the caller: then nobody is to be told anything
        sys.stderr = StringIO()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=ERRORS)


def answer(graph: OrgGraph, result: object) -> None:
    """Print the result of a question in the format and language that were asked for.

    Where it goes to a file, and somebody watches, long work gets a bar.
    """
    tell = Teller(graph, language(), sources_of(graph))
    if not (is_terminal(sys.stderr) and _is_file(sys.stdout)):
        print_report(report(tell, result))
        return
    from orggraph.cli.progress import progress_bar  # nobody watches most answers come
    from orggraph.queries.rows import watched

    with progress_bar(tell.say("answering")) as show:
        print_report(report(tell, watched(result, show)))


def print_report(told: Report) -> None:
    """Print a report to standard output, as it is made; raises as `print_text` does."""
    _print(_written(told, setting("format", "text"), _standard_output()))


def print_text(text: str) -> None:
    """Print text to standard output; raises OrgGraphError where that cannot take it.

    A reader who has seen enough of it, such as ``head``, is no error.
    """
    _print([text])


def _print(pieces: Iterable[str]) -> None:
    stream = _standard_output()
    for text in _gathered(pieces):
        try:
            stream.write(text)
            stream.flush()
        except BrokenPipeError:
            _discard(stream)
            return
        except OSError as error:
            _discard(stream)
            raise OrgGraphError("cannot-write", reason=os_reason(error)) from error


def _gathered(pieces: Iterable[str]) -> Iterator[str]:
    """Yield pieces together: at first few, so that they come at once, and none has to wait long."""
    gathered: list[str] = []
    size, enough, began = 0, _ENOUGH_AT_FIRST, monotonic()
    for piece in pieces:
        gathered.append(piece)
        size += len(piece)
        if size >= enough or monotonic() - began > _PATIENCE:
            yield "".join(gathered)
            gathered, size, enough, began = [], 0, min(2 * enough, _ENOUGH), monotonic()
    yield "".join(gathered)


def print_bytes(data: bytes) -> None:
    """Print bytes to standard output as they are; raises as `print_text` does."""
    stream = _standard_output()
    try:
        stream.flush()
        stream.buffer.write(data)
        stream.buffer.flush()
    except BrokenPipeError:
        _discard(stream)
    except OSError as error:
        _discard(stream)
        raise OrgGraphError("cannot-write", reason=os_reason(error)) from error


def is_terminal(stream: TextIO | None) -> bool:
    """Whether somebody watches a stream."""
    return stream is not None and stream.isatty()


def print_error(*blocks: Block) -> None:
    """Print blocks to standard error, if there are any, and anyone listens there."""
    if not blocks:
        return
    told = Report(dict, tuple, lambda: blocks)
    try:
        sys.stderr.write("".join(_written(told, "text", sys.stderr)))
        sys.stderr.flush()
    except OSError:
        _discard(sys.stderr)


def _is_file(stream: TextIO | None) -> bool:
    """Whether what is written to a stream is kept in a file."""
    try:
        return stream is not None and S_ISREG(os.fstat(stream.fileno()).st_mode)
    except (OSError, ValueError):
        return False


def _standard_output() -> TextIO:
    if sys.stdout is None:
        raise OrgGraphError("cannot-write", reason=Word("is-closed"))
    return sys.stdout


def _discard(stream: TextIO) -> None:
    """Let nothing more reach a stream that failed; Python writes the rest of it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _written(told: Report, chosen: str, stream: TextIO) -> Iterator[str]:
    encoding = stream.encoding or "ascii"
    plain = not is_utf8(encoding)
    if plain:
        blocks = told.blocks
        told = told._replace(blocks=lambda: to_writable_blocks(blocks(), encoding))
    width, colour = _width(stream), _has_colour(stream)
    return write_pieces(told, chosen, width=width, colour=colour, ascii_only=plain)


def _width(stream: TextIO) -> int | None:
    """Return the columns of a terminal; None for a pipe or a file, where nothing is wrapped."""
    if not stream.isatty():
        return None
    said = os.environ.get("COLUMNS", "")
    if said.isdecimal() and int(said):
        return int(said)
    try:
        return os.get_terminal_size(stream.fileno()).columns or _USUAL_WIDTH
    except OSError:
        return _USUAL_WIDTH


def _has_colour(stream: TextIO) -> bool:
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return stream.isatty() and not plain


def print_file(data: bytes, suffix: str) -> None:
    """Print what would be a file: to a terminal as the text that it can show, else as it is.

    Raises OrgGraphError for what is no text, on a terminal.
    """
    if not is_terminal(sys.stdout):
        print_bytes(data)
        return
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise OrgGraphError("not-for-terminals", suffix=suffix) from None
    print_text(text)
