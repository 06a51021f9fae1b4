"""How long drawing takes, beside what one would draw with instead, and how much its lines cross.

Run by hand: ``python tests/benchmarks/drawing.py [--mermaid DIR] [--limit SECONDS] [NODES ...]``.
Every tool draws the same cards, lines and words, as its documentation advises: Graphviz boxes with
its own splines (``ortho`` would lose the labels), Mermaid a flowchart, in Chromium. DIR is where
``npm install mermaid`` was run; without it, that is done in a temporary directory.

Seconds are those of a cold process from its start to its end, the median where it was run more than
once. Memory is that of the largest process a tool starts. Crossings are the points at which lines
cross, counted in the same way for all of them.
"""

import argparse
import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from processes import ROOT, NotRunError, Run, run

sys.path.insert(0, str(ROOT))

from crossings import count_crossings, path_line, scene_lines
from organisations import write_organisation
from rivals import as_dot, as_page

from orggraph import load
from orggraph.layout import lay_out
from orggraph.render.writers import write
from orggraph.themes.reading import find_theme
from orggraph.views.content import Content
from orggraph.views.reading import read_view
from orggraph.views.select import choose
from orggraph.views.view import View

SIZES = ((100, 1.2), (300, 1.2), (300, 1.5), (1_000, 1.2), (10_000, 1.2))
"""Nodes, and relations a node."""
MOST_COUNTED = 1_000
"""Where a picture has more nodes, crossings are not counted."""
FEW, ROUNDS = 300, 3
"""Pictures of few nodes are drawn more than once."""
BROWSER = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


class Case(NamedTuple):
    """An organisation to draw: its data, the file of a view or none, and what is drawn of it."""

    name: str
    data: Path
    view: Path | None
    content: Content


class Drawn(NamedTuple):
    """A picture: what it took to draw, how large it is, and how often its lines cross."""

    seconds: float
    megabytes: float
    bytes: int
    crossings: int | None


def few(case: Case) -> bool:
    """Whether the crossings of a picture can be counted."""
    return len(case.content.cards) <= MOST_COUNTED


def draw_ours(case: Case, limit: float) -> Drawn:
    """Draw with our command line."""
    code = "from orggraph.cli import main; main()"
    view = ["--view", str(case.view)] if case.view else []
    command = [sys.executable, "-c", code, "draw", "-d", str(case.data), *view, "--to", "svg"]
    done = run(command, limit)
    size = len(done.output.encode())
    crossings = measure_stages(case)[1] if few(case) else None
    return Drawn(done.seconds, done.megabytes, size, crossings)


def draw_graphviz(program: str) -> Callable[[Case, float], Drawn]:
    """Return what draws with a program of Graphviz."""
    found = shutil.which(program, path=str(Path(sys.executable).parent)) or shutil.which(program)

    def draw(case: Case, limit: float) -> Drawn:
        if not found:
            raise NotRunError(f"not measured: no {program}")
        with tempfile.TemporaryDirectory() as directory:
            file = Path(directory, "picture.gv")
            file.write_text(as_dot(case.content), encoding="utf-8")
            done = run([found, "-Kdot", "-Tsvg", str(file)], limit)
        paths = re.findall(
            r'<g id="[^"]*" class="edge">.*?<path [^>]*\bd="([^"]*)"', done.output, re.S
        )
        return _drawn(case, done, len(done.output.encode()), paths)

    return draw


def draw_mermaid(directory: Path | None) -> Callable[[Case, float], Drawn]:
    """Return what draws with Mermaid, installed in ``directory``; None where it is not."""
    library = directory and directory / "node_modules/mermaid/dist/mermaid.min.js"
    chromium = shutil.which("chromium")

    def draw(case: Case, limit: float) -> Drawn:
        if not library or not library.is_file():
            raise NotRunError("not measured: no mermaid")
        if not chromium:
            raise NotRunError("not measured: no chromium")
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            page = Path(folder, "page.html")
            page.write_text(as_page(case.content, library.resolve().as_uri()), encoding="utf-8")
            flags = [*BROWSER, f"--user-data-dir={folder}/profile", "--dump-dom"]
            done = run([chromium, *flags, page.as_uri()], limit)
        found = re.search(r'<pre id="drawn">(.*?)</pre>', done.output, re.S)
        if not found:
            raise NotRunError("failed: no picture")
        drawn = json.loads(unescape(found[1]))
        return _drawn(case, done, drawn["bytes"], drawn["lines"])

    return draw


def _drawn(case: Case, done: Run, size: int, paths: list[str]) -> Drawn:
    crossings = count_crossings(map(path_line, paths)) if few(case) else None
    return Drawn(done.seconds, done.megabytes, size, crossings)


def measure_stages(case: Case) -> tuple[list[float], int | None]:
    """Return the seconds of reading, choosing, layout and writing, and the crossings."""
    times = [time.perf_counter()]
    graph = load(case.data)
    times.append(time.perf_counter())
    view = read_view(case.view) if case.view else View()
    content = choose(graph, view, graph.language)
    times.append(time.perf_counter())
    theme = find_theme(view.theme)
    scene = lay_out(
        content, theme, direction=view.direction, paper=view.paper, leaves=view.leaves
    ).scene
    times.append(time.perf_counter())
    write([scene], "svg")
    times.append(time.perf_counter())
    stages = [end - start for start, end in pairwise(times)]
    return stages, count_crossings(scene_lines(scene)) if few(case) else None


def make_cases(folder: Path, sizes: list[int]) -> list[Case]:
    """Return what is drawn; ``folder`` takes the data that is made for it."""
    govtech = ROOT / "data/govtech-midtjylland.yaml"
    files = [
        ("GovTech, governance", govtech, ROOT / "diagrams/governance.yaml"),
        ("GovTech, all of it", govtech, None),
    ]
    for size, relations in SIZES:
        if not sizes or size in sizes:
            path = folder / f"{size}-{relations}.yaml"
            write_organisation(path, size, relations)
            files.append((f"{size:,} nodes, {relations} a node", path, None))
    return [Case(name, data, view, _content(data, view)) for name, data, view in files]


def _content(data: Path, view: Path | None) -> Content:
    graph = load(data)
    return choose(graph, read_view(view) if view else View(), graph.language)


def install_mermaid(folder: Path) -> Path | None:
    """Return where Mermaid is installed now; None where npm does not do that."""
    npm = shutil.which("npm")
    if not npm:
        return None
    command = [npm, "install", "--prefix", str(folder), "--no-audit", "--no-fund", "mermaid"]
    done = subprocess.run(command, capture_output=True, check=False, cwd=folder)
    return folder if done.returncode == 0 else None


def repeat(draw: Callable[[Case, float], Drawn], case: Case, limit: float) -> Drawn:
    """Draw a picture once, or a few times if it is small; return the median of the seconds."""
    rounds = ROUNDS if len(case.content.cards) <= FEW else 1
    drawn = [draw(case, limit) for _ in range(rounds)]
    return drawn[0]._replace(seconds=statistics.median(one.seconds for one in drawn))


def main() -> None:
    """Print the table, a row for each picture and tool; then the stages of our own drawing."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("nodes", type=int, nargs="*")
    parser.add_argument("--mermaid", type=Path, metavar="DIR")
    parser.add_argument("--limit", type=float, default=60.0, metavar="SECONDS")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tools = {
            "orggraph": draw_ours,
            "dot": draw_graphviz("dot"),
            "graphviz-pure": draw_graphviz("graphviz-pure"),
            "mermaid": draw_mermaid(chosen.mermaid or install_mermaid(folder)),
        }
        cases = make_cases(folder, chosen.nodes)
        print(
            f"{'':24} {'':14} {'s':>7} {'MB':>6} {'SVG kB':>8} {'cross':>6}"
            f" {'ours/it: s':>10} {'cross':>6}"
        )
        for case in cases:
            print_case(case, tools, chosen.limit)
        print(
            f"\n{'in one process, seconds':39} {'read':>7} {'choose':>7} {'layout':>7} {'write':>7}"
        )
        for case in cases:
            stages = measure_stages(case)[0]
            print(f"{case.name:39}", *(f"{seconds:7.2f}" for seconds in stages), flush=True)


def print_case(case: Case, tools: dict[str, Callable[[Case, float], Drawn]], limit: float) -> None:
    """Print what each tool took for a picture."""
    ours: Drawn | None = None
    for tool, draw in tools.items():
        start = f"{case.name:24} {tool:14}"
        try:
            drawn = repeat(draw, case, limit)
        except NotRunError as failure:
            print(start, failure, flush=True)
            continue
        crossings = "" if drawn.crossings is None else drawn.crossings
        row = f"{start} {drawn.seconds:7.2f} {drawn.megabytes:6.0f} {drawn.bytes / 1024:8.0f}"
        row += f" {crossings:>6}"
        if tool == "orggraph":
            ours = drawn
        elif ours:
            row += f" {ours.seconds / drawn.seconds:10.2f}"
            if ours.crossings is not None and drawn.crossings:
                row += f" {ours.crossings / drawn.crossings:6.2f}"
        print(row, flush=True)


if __name__ == "__main__":
    main()
