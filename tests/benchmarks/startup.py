"""How long a cold question takes, as a multiple of starting what any such tool would start.

Run by hand: ``python tests/benchmarks/startup.py [ROUNDS]``. The commands take turns in one loop,
so that whatever else the machine does falls on all of them alike; medians are shown. Bytecode is
compiled first, as an installed package's is.
"""

import compileall
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent

PROGRAMS = {
    "an empty interpreter": ["-c", "pass"],
    "import click": ["-c", "import click"],
    "import click, yaml": ["-c", "import click, yaml"],
    "import networkx": ["-c", "import networkx"],
    'orggraph path "reference group" KD-Net': [
        *("-c", "from orggraph.cli import main; main()"),
        *("path", "reference group", "KD-Net"),
    ],
}
YARDSTICK = "import click, yaml"


def measure(arguments: list[str]) -> float:
    """Return the milliseconds that one process of Python takes."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - start) * 1000


def main(rounds: int) -> None:
    """Print the median of each program, and its ratio to the yardstick."""
    compileall.compile_dir(ROOT / "orggraph", quiet=1)
    for arguments in PROGRAMS.values():
        measure(arguments)
    times: dict[str, list[float]] = {name: [] for name in PROGRAMS}
    for _ in range(rounds):
        for name, arguments in PROGRAMS.items():
            times[name].append(measure(arguments))
    yardstick = statistics.median(times[YARDSTICK])
    print(f"{'':40} {'median ms':>10} {'ratio':>6}")
    for name, measured in times.items():
        median = statistics.median(measured)
        print(f"{name:40} {median:10.0f} {median / yardstick:6.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 31)
