"""Write findings as GitHub shows them beside the lines of a change: workflow commands."""

from collections.abc import Iterable, Iterator

from orggraph.checks.check import LeftOut, MoreOfRule
from orggraph.reports.places import find_path
from orggraph.source import Problem
from orggraph.words import say
from orggraph.words.pages import find_page

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def write_github(
    problems: Iterable[Problem],
    language: str,
    left_out: LeftOut = LeftOut(),  # noqa: B008  # frozen
) -> str:
    """Return a workflow command a line, such as ``::error file=…,line=…,col=…,title=…::message``.

    As GitHub's documentation of workflow commands says, percent signs and line ends are escaped
    everywhere, and colons and commas in properties too. Lines and columns count from one. What the
    check has left out is told by rule.
    """
    commands = [_command(problem, language) for problem in problems]
    commands += [_more(more, language) for more in left_out.problems]
    return "".join(f"{command}\n" for command in commands)


def _more(more: MoreOfRule, language: str) -> str:
    said = say("findings-left-out", language, code=more.code, count=more.times)
    return f"::{_COMMANDS[more.severity]} title={_property(more.code)}::{_data(said)}"


def _command(problem: Problem, language: str) -> str:
    properties = ",".join(
        f"{name}={_property(str(v))}" for name, v in _properties(problem, language)
    )
    message = _data(problem.message(language))
    return f"::{_COMMANDS[problem.severity]} {properties}::{message}"


def _properties(problem: Problem, language: str) -> Iterator[tuple[str, object]]:
    if place := problem.location:
        yield "file", find_path(place)
        yield "line", place.line + 1
        yield "col", place.column + 1
    page = find_page(problem.code, language)
    has_page = page is not None and page.meaning
    yield "title", f"{problem.code} {page.title}" if page and has_page else problem.code


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
