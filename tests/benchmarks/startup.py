"""How long a cold question takes, as a multiple of `import click`, and where that time goes.

Run by hand: ``python tests/benchmarks/startup.py [ROUNDS]``. The programs take turns in one loop,
so that whatever else the machine does falls on all of them alike; medians are shown. Bytecode is
compiled first, as an installed package's is. Our path is asked of data files without and with what
is kept of them (`orggraph.formats.cache`), and of a store. The second table is from runs that keep
time themselves: imports by the package or room that a module is in, without what it imports itself.
"""

import compileall
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

ROOT = Path(__file__).parent.parent.parent
PATH = ("path", "reference group", "KD-Net")
YARDSTICK = "import click"
FILES, KEPT, STORE = (
    "orggraph path, of data files",
    "orggraph path, of data files that are kept",
    "orggraph path, of a store",
)
GOAL = 1.5
CLI = "from orggraph.cli import main; main()"


class Program(NamedTuple):
    """What Python is given to run, and what the environment says."""

    arguments: tuple[str, ...]
    environment: Mapping[str, str] = {}


def programs(folder: Path) -> dict[str, Program]:
    """Return what is compared; ``folder`` is for what is kept, and has the store."""
    off, kept = {"ORGGRAPH_CACHE": "off"}, {"ORGGRAPH_CACHE": str(folder / "cache")}
    store = {**off, "ORGGRAPH_DATA": str(folder / "x.orgdb")}
    return {
        "an empty interpreter": Program(("-c", "pass")),
        YARDSTICK: Program(("-c", "import click")),
        "import click, yaml": Program(("-c", "import click, yaml")),
        "import click, sqlite3": Program(("-c", "import click, sqlite3")),
        "import networkx": Program(("-c", "import networkx")),
        FILES: Program(("-c", CLI, *PATH), off),
        KEPT: Program(("-c", CLI, *PATH), kept),
        STORE: Program(("-c", CLI, *PATH), store),
    }


# Runs in a process of its own. Python imports every module through one function, so that to wrap it
# is to time each, less what it imports itself; a step is timed the same way, less its imports.
PROBE = """
import atexit, functools, importlib, json, os, sys, time
bootstrap = sys.modules["_frozen_importlib"]
spent, inner = {}, [0.0]

def timed(name, function):
    def run(*args, **named):
        inner.append(0.0)
        start = time.perf_counter()
        try:
            return function(*args, **named)
        finally:
            took = time.perf_counter() - start
            key = name or "import " + args[0]
            spent[key] = spent.get(key, 0.0) + took - inner.pop()
            inner[-1] += took
    return functools.update_wrapper(run, function)

bootstrap._find_and_load = timed("", bootstrap._find_and_load)
import click
with_click = [name for name in sys.modules if name != "functools"]
from orggraph.cli import main
for step, place, name in STEPS:
    module, _, owner = place.partition(":")
    owner = functools.reduce(getattr, filter(None, [owner]), importlib.import_module(module))
    setattr(owner, name, timed(step, getattr(owner, name)))
def tell():
    rest = time.perf_counter() - start - inner[0] + before
    print(json.dumps([spent, with_click, rest]), file=sys.stderr)
atexit.register(tell)
start, before = time.perf_counter(), inner[0]
sys.argv = ["orggraph", *PATH]
main()
"""
_ANSWERING = (
    ("the query", "orggraph.api.graph:OrgGraph", "find_path"),
    ("the report, printed", "orggraph.cli.commands.paths", "answer"),
)
STEPS = {
    FILES: (
        ("the vocabulary", "orggraph.vocabulary.reading", "read_core"),
        ("YAML into a tree", "orggraph.source.yaml_tree:_TreeBuilder", "build"),
        ("the data: what the tree says", "orggraph.formats.loader", "read"),
        ("the data: laws and index", "orggraph.formats.loader", "finish"),
        *_ANSWERING,
    ),
    KEPT: (
        ("what is kept: is it of these files", "orggraph.cli.settings", "find_kept"),
        ("what is kept: opened", "orggraph.formats.cache:Kept", "open"),
        *_ANSWERING,
    ),
}


def measure(program: Program) -> float:
    """Return the milliseconds that one process of Python takes."""
    command = [sys.executable, *program.arguments]
    environment = {**os.environ, **program.environment}
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)
    return (time.perf_counter() - start) * 1000


def iter_parts(name: str, program: Program) -> Iterator[tuple[str, float]]:
    """Yield what one run of a program spends its milliseconds on, part by part."""
    script = f"STEPS, PATH = {STEPS[name]!r}, {PATH!r}{PROBE}"
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT, env={**os.environ, **program.environment},
        capture_output=True, check=True, text=True,
    )  # fmt: skip
    spent, with_click, rest = json.loads(done.stderr)
    for name, seconds in spent.items():
        module = name.removeprefix("import ")
        yield (name if module == name else _owner(module, with_click)), seconds * 1000
    yield "parsing the command line, and the rest", rest * 1000


def _owner(module: str, with_click: list[str]) -> str:
    package, _, below = module.partition(".")
    if package == "orggraph":
        return f"import orggraph.{below.partition('.')[0]}".rstrip(".")
    if module in with_click:
        return "import click, with what it imports"
    return "import yaml" if package == "yaml" else "import the standard library besides"


def main(rounds: int) -> None:
    """Print the times of each program with their ratios to the yardstick, and of each part."""
    compileall.compile_dir(ROOT / "orggraph", quiet=1)
    with TemporaryDirectory() as place:
        folder = Path(place)
        convert = ("-c", CLI, "convert", "data", str(folder / "x.orgdb"))
        measure(Program(convert, {"ORGGRAPH_CACHE": "off"}))
        compared = programs(folder)
        for program in compared.values():
            measure(program)
        times: dict[str, list[float]] = {name: [] for name in compared}
        parts: dict[str, list[dict[str, float]]] = {name: [] for name in STEPS}
        for _ in range(rounds):
            for name, program in compared.items():
                times[name].append(measure(program))
            for name, runs in parts.items():
                runs.append({})
                for part, spent in iter_parts(name, compared[name]):
                    runs[-1][part] = runs[-1].get(part, 0.0) + spent
    medians = {name: statistics.median(measured) for name, measured in times.items()}
    least = {name: min(measured) for name, measured in times.items()}
    print(f"{'':44} {'median ms':>10} {'ratio':>6} {'least ms':>10} {'ratio':>6}")
    for name, median in medians.items():
        print(
            f"{name:44} {median:10.0f} {median / medians[YARDSTICK]:6.2f}"
            f" {least[name]:10.0f} {least[name] / least[YARDSTICK]:6.2f}"
        )
    goal, lowest = medians[YARDSTICK] * GOAL, least[YARDSTICK] * GOAL
    print(f"{'the goal':44} {goal:10.0f} {GOAL:6.2f} {lowest:10.0f} {GOAL:6.2f}")
    for name, runs in parts.items():
        _print_parts(name, runs, medians)


def _print_parts(program: str, parts: list[dict[str, float]], medians: Mapping[str, float]) -> None:
    names = dict.fromkeys(name for run in parts for name in run)
    spent = {name: statistics.median(run.get(name, 0.0) for run in parts) for name in names}
    start = medians["an empty interpreter"]
    ends = medians[program] - start - sum(spent.values())
    print(f"\n{program + ', by part':44} {'median ms':>10}")
    print(f"{'starting Python':44} {start:10.1f}")
    for name in sorted(spent, key=lambda name: (not name.startswith("import"), -spent[name])):
        print(f"{name:44} {spent[name]:10.1f}")
    print(f"{'ending Python':44} {max(ends, 0.0):10.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 31)
