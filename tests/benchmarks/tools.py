"""What a register is asked with: how each tool saves it, is asked, and answers."""

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from processes import Run
from registers import Question

ENGINES = Path(__file__).parent / "engines"
OURS = "orggraph"
FORMS = {
    "path": ("path", "--format=json"),
    "links": ("path", "--format=json"),
    "chain": ("chain", "--format=json"),
    "who": ("who", "--format=json"),
    "name": ("show", "--format=json"),
    "misspelt": ("show", "--format=json"),
    "count": ("tree", "--depth=1", "--format=json"),
    "sweep": ("tree", "--format=csv"),
}
"""The command that answers a question, and the options of its answer."""


class Tool(NamedTuple):
    """A program that is asked: its name, the ending of the file that it keeps, and what runs it.

    `build` is None where it reads what another has built, or the tables themselves.
    """

    name: str
    ending: str
    build: Callable[[Path, Path], list[str]] | None
    ask: Callable[[Path, Question], list[str]]
    answer: Callable[[Run, Question], str]
    most: int | None = None
    """It is not asked about more nodes than these."""

    def file(self, folder: Path) -> Path:
        """Return where it keeps a register, or where that is read from."""
        return folder / f"register{self.ending}" if self.ending else folder


def command() -> list[str]:
    """Return the command that a user types."""
    installed = Path(sys.executable).with_name("orggraph")
    return [str(installed)] if installed.exists() else [sys.executable, "-m", "orggraph"]


def _convert(folder: Path, file: Path) -> list[str]:
    return [*command(), "convert", str(folder), str(file)]


def _ask_command(file: Path, question: Question) -> list[str]:
    name, *forms = FORMS[question.kind]
    return [*command(), "-d", str(file), "--lang=en", name, *question.words, *forms]


def _read_command(run: Run, question: Question) -> str:
    """Return the answer of our command line in the words that all engines answer in."""
    if question.kind == "misspelt":
        found = re.search(r"closest: (\S+) \(", run.said)
        return found[1] if found else run.said
    if question.kind == "sweep":
        return str(len(run.output.splitlines()) - 2)  # without the heading and the top
    told: Any = json.loads(run.output)
    if question.kind == "count":
        return str(sum(1 + row["folded"] for row in told["rows"]) - 1)
    if question.kind == "links":
        aside = sum(hop["family"] != "reporting" for hop in told["hops"])
        return f"{len(told['hops'])} hops, {aside} aside"
    if question.kind == "path":
        return "\n".join([told["source"], *(hop["target"] for hop in told["hops"])])
    if question.kind == "chain":
        return "\n".join(row["node"] for row in told["rows"])
    if question.kind == "who":
        asked = question.words[1]
        ends = [({row["source"], row["target"]} - {asked}, row["type"]) for row in told]
        return "\n".join(sorted(f"{other.pop()} {type_}" for other, type_ in ends))
    return str(told["id"])


def _engine(name: str) -> str:
    return str(ENGINES / f"with_{name}.py")


def _ask_engine(name: str) -> Callable[[Path, Question], list[str]]:
    def ask(file: Path, question: Question) -> list[str]:
        kind = "count" if question.kind == "sweep" and name != OURS else question.kind
        words = [kind, *question.words]
        return [sys.executable, _engine(name), "ask", str(file), *words]

    return ask


def _rival(name: str, ending: str) -> Tool:
    def build(folder: Path, file: Path) -> list[str]:
        return [sys.executable, _engine(name), "build", str(folder), str(file)]

    return Tool(name, ending, build, _ask_engine(name), _read_engine)


def _read_engine(run: Run, question: Question) -> str:
    return run.output.strip()


TOOLS = (
    Tool(OURS, ".orgdb", _convert, _ask_command, _read_command),
    Tool("orggraph-python", ".orgdb", None, _ask_engine("orggraph"), _read_engine),
    Tool("orggraph-csv", "", None, _ask_command, _read_command, most=10_000),
    _rival("networkx", ".networkx"),
    _rival("rustworkx", ".rustworkx"),
    _rival("igraph", ".igraph"),
    _rival("duckdb", ".duckdb"),
    _rival("ladybug", ".ladybug"),
)
