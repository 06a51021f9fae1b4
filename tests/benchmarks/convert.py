"""How long the conversion of large tables takes, and how much memory, beside networkx.

Run by hand: ``python tests/benchmarks/convert.py [SIZE]…``, sizes in nodes. Each size is an
administration of that many posts, with names, dates and notes, and one and a half relations a node,
as ``nodes.csv`` and ``relations.csv``. Each conversion is a cold process of its own; seconds are
those on the clock, megabytes the most that was resident. networkx reads the same files with
Python's csv module and writes GraphML, which checks nothing of them.
"""

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from organisations import WORDS

SIZES = (10_000, 100_000, 1_000_000)
TARGETS = {"CSV": "out/", "GraphML": "out.graphml", "node-link": "out.nodelink.json"}
NETWORKX = """
import csv, sys
import networkx
source, target = sys.argv[1:]
graph = networkx.MultiDiGraph()
with open(f"{source}/nodes.csv", encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file):
        graph.add_node(row.pop("id"), **{key: value for key, value in row.items() if value})
with open(f"{source}/relations.csv", encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file):
        graph.add_edge(row["source"], row["target"], type=row["type"])
networkx.write_graphml(graph, target)
"""


def write_administration(folder: Path, size: int) -> None:
    """Write the tables of an administration of ``size`` posts, with 1.5 relations a node."""
    chance = random.Random(size)
    with (folder / "nodes.csv").open("w", encoding="utf-8") as file:
        file.write("id,kind,name,classification,from,note\n")
        for number in range(size):
            name = " ".join(chance.choices(WORDS, k=3)).capitalize()
            unit = chance.choice(["team", "unit", ""])
            start = chance.choice(["2020-01-01", "2021-03", ""])
            note = "" if number % 10 else "Set up again"
            file.write(f"p{number},post,{name} {number},{unit},{start},{note}\n")
    with (folder / "relations.csv").open("w", encoding="utf-8") as file:
        file.write("source,type,target\n")
        for number in range(1, size):
            superior = chance.randrange((number - 1) // 8, number)
            file.write(f"p{number},reports_to,p{superior}\n")
            if number % 2:
                # Each informs another once, so that no relation is there twice.
                file.write(f"p{number},informs,p{(number * 7919 + 1) % size}\n")


def measure(command: list[str]) -> tuple[float, float]:
    """Return the seconds that a program takes, and its most resident megabytes."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status:
        raise SystemExit(f"{command}: {status}")
    return seconds, _megabytes(used)


def _megabytes(used: resource.struct_rusage) -> float:
    return used.ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)


def main() -> None:
    print(f"{'nodes':>9}  {'conversion':<24}  seconds       MB")
    for size in map(int, sys.argv[1:] or SIZES):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            source = folder / "in"
            source.mkdir()
            write_administration(source, size)
            ours = [sys.executable, "-m", "orggraph", "convert", str(source)]
            runs = {
                f"orggraph to {label}": [*ours, f"{folder}/{out}"] for label, out in TARGETS.items()
            }
            rival = [sys.executable, "-c", NETWORKX, str(source), str(folder / "rival.graphml")]
            runs["networkx to GraphML"] = rival
            for label, command in runs.items():
                seconds, megabytes = measure(command)
                print(f"{size:>9}  {label:<24}  {seconds:7.1f}  {megabytes:7.0f}", flush=True)


if __name__ == "__main__":
    main()
