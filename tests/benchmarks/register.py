"""How long a cold question takes of a register of any size, beside what one would ask instead.

Run by hand, with ``pip install duckdb igraph ladybug rustworkx``::

    python tests/benchmarks/register.py [SIZE ...] [--only TOOL ...] [--markdown]

Each tool makes its own saved form of the same two CSV files, as its documentation advises, and is
asked the same questions of it: the reporting path of the lowest node to the top, the path between
two nodes that takes other relations, the chain upwards, who is a contact, a name, a misspelt name,
how many are under the top, and who they are, for which the others
tell how many too. Every question is a process of its own, from its start to its end,
with compiled bytecode, on a file that the system still has in memory; one is asked again after the
file has left it. The tools take turns; medians are shown, with the multiple of what ours takes.
Their answers are compared: where two differ, or one differs from what is known, that is told and
the exit code is 1.

A tool that takes longer than ``--limit``, or more memory than there is, is told as such. Numbers
are kept in ``--save FILE`` and shown with those of other runs; ``--show`` runs nothing.
"""

import argparse
import compileall
import json
import os
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from processes import ROOT, NotRunError, Run, run
from registers import Question, Register
from tables import disagreements, write_tables
from tools import ENGINES, OURS, TOOLS, Tool

SIZES = (100, 10_000, 1_000_000, 10_000_000)
ROUNDS, LONG = 7, 15.0
"""How often a question is asked, but once where the seconds so far are more than these."""
AGAIN = "path"
"""The question that is asked once more of a file that the system has no longer in memory."""
WRITER = Path(__file__).parent / "registers.py"

Results = dict[str, dict[str, Any]]


def main() -> int:
    """Measure what is asked for, print the table, and say where answers differ."""
    said = _arguments()
    results: Results = {}
    if said.save and said.save.exists():
        results = json.loads(said.save.read_text(encoding="utf-8"))
    chosen = [tool for tool in TOOLS if tool.name in (said.only or [t.name for t in TOOLS])]
    if not said.show:  # as what pip installs is
        for compiled in (ROOT / "orggraph", ENGINES):
            compileall.compile_dir(compiled, quiet=1)
    for size in () if said.show else said.sizes or SIZES:
        with _folder(said.keep, size) as folder:
            of_size = results.setdefault(str(size), {})
            tools = [tool for tool in chosen if size <= (tool.most or size)]
            _write_tables(folder, size, said.limit)
            for tool in tools:
                of_size[tool.name] = _build(tool, folder, of_size, said)
                _save(results, said.save)
            for question in Register(size).questions():
                _ask_all(question, tools, folder, of_size, said.limit)
                _save(results, said.save)
    print(write_tables(results, said.times, markdown=said.markdown))
    found = [line for size in results for line in disagreements(size, results[size])]
    print("\n".join(found), file=sys.stderr)
    return 1 if found else 0


def _arguments() -> argparse.Namespace:
    names = [tool.name for tool in TOOLS]
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, metavar="SIZE", help="nodes")
    parser.add_argument("--only", nargs="+", choices=names, metavar="TOOL", help=", ".join(names))
    parser.add_argument("--limit", type=float, default=600, metavar="SECONDS")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="where files stay and are reused")
    parser.add_argument("--rebuild", action="store_true", help="make kept files again")
    parser.add_argument("--save", type=Path, metavar="FILE", help="add the numbers to this file")
    parser.add_argument("--show", action="store_true", help="show what is saved, run nothing")
    parser.add_argument("--markdown", action="store_true")
    parser.add_argument(
        "--times",
        choices=("seconds", "least", "busy"),
        default="seconds",
        help="medians, the least (seconds of the clock), or medians of processor time, which are"
        " less disturbed by what else the machine does",
    )
    return parser.parse_args()


@contextmanager
def _folder(keep: Path | None, size: int) -> Iterator[Path]:
    if keep:
        folder = keep / str(size)
        folder.mkdir(parents=True, exist_ok=True)
        yield folder.resolve()
    else:
        with tempfile.TemporaryDirectory() as name:
            yield Path(name)


def _write_tables(folder: Path, size: int, limit: float) -> None:
    _tables(folder).mkdir(exist_ok=True)
    if not any(_tables(folder).iterdir()):
        run([sys.executable, str(WRITER), str(_tables(folder)), str(size)], limit)


def _tables(folder: Path) -> Path:
    return folder / "tables"


def _build(tool: Tool, folder: Path, of_size: dict[str, Any], said: argparse.Namespace) -> Any:
    """Make the saved form of a tool, unless it is kept, and return what is known of that."""
    file, known = _file(tool, folder), of_size.get(tool.name, {})
    if tool.build is None or (file.exists() and "build" in known and not said.rebuild):
        return {key: known[key] for key in known if key == "build"}
    file.unlink(missing_ok=True)
    _tell(folder, tool.name, "build")
    try:
        done = run(tool.build(_tables(folder), file), said.limit)
    except NotRunError as error:
        file.unlink(missing_ok=True)
        return {"build": {"why": str(error)}}
    loaded = float(done.output) if tool.name != OURS else None
    built = {**_numbers([done]), "bytes": file.stat().st_size, "loaded": loaded}
    return {"build": built}


def _save(results: Results, file: Path | None) -> None:
    if file:
        file.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _ask_all(
    question: Question, tools: list[Tool], folder: Path, of_size: dict[str, Any], limit: float
) -> None:
    """Ask every tool a question, in turns, and put down what it took and what it answered."""
    asked = [tool for tool in tools if _file(tool, folder).exists()]
    runs: dict[str, list[Run]] = {tool.name: [] for tool in asked}
    for _ in range(ROUNDS):
        for tool in asked:
            so_far = sum(run.seconds for run in runs[tool.name])
            if so_far > LONG or question.kind in of_size[tool.name]:
                continue  # long enough, or it failed
            _tell(folder, tool.name, question.kind)
            try:
                runs[tool.name].append(_ask(tool, folder, question, limit))
            except NotRunError as error:
                of_size[tool.name][question.kind] = {"why": str(error)}
    for tool in asked:
        if question.kind in of_size[tool.name]:
            continue
        done = runs[tool.name]
        answer = tool.answer(done[-1], question)
        numbers = {**_numbers(done), "answer": answer, "known": question.answer}
        if question.kind == AGAIN:
            _evict(_file(tool, folder))
            with suppress(NotRunError):
                numbers["evicted"] = _ask(tool, folder, question, limit).seconds
        of_size[tool.name][question.kind] = numbers


def _ask(tool: Tool, folder: Path, question: Question, limit: float) -> Run:
    # A name that is not there is the user's mistake, whoever tells it the likeliest one.
    codes = (0, 2) if question.kind == "misspelt" else (0,)
    return run(tool.ask(_file(tool, folder), question), limit, codes=codes)


def _file(tool: Tool, folder: Path) -> Path:
    return tool.file(folder) if tool.ending else _tables(folder)


def _numbers(runs: list[Run]) -> dict[str, Any]:
    return {
        "seconds": statistics.median(run.seconds for run in runs),
        "busy": statistics.median(run.busy for run in runs),
        "megabytes": statistics.median(run.megabytes for run in runs),
        "least": min(run.seconds for run in runs),
        "rounds": len(runs),
    }


def _evict(place: Path) -> None:
    """Have the system forget what it holds of a file; what runs it stays."""
    for file in [place] if place.is_file() else place.iterdir():
        with file.open("rb") as opened:
            os.fsync(opened.fileno())
            os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _tell(folder: Path, *words: str) -> None:
    if sys.stderr.isatty():
        print(f"\r{' '.join((folder.name, *words)):60}", end="\r", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
