"""How long a comparison of two versions takes, beside what people use instead.

Run by hand: ``pip install deepdiff``, then ``python tests/benchmarks/changes.py [SIZE]…``, sizes in
nodes. Each program reads the same two data files, of which the second has one node in a hundred
renamed, retargeted or under another id, and tells what differs. The programs take turns; medians
are shown. ``git diff`` compares lines and deepdiff the trees of the files: neither knows that a
node with another id is the same one, so the numbers of what they tell stand beside the times.
"""

import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from organisations import write_organisation

ROUNDS = 3
DEEPDIFF = """
import sys, yaml
from deepdiff import DeepDiff
old, new = (yaml.load(open(path), yaml.CSafeLoader) for path in sys.argv[1:])
found = DeepDiff(old, new, ignore_order=True)
print(sum(map(len, found.values())))
sys.exit(bool(found))
"""


def write_versions(folder: Path, size: int) -> tuple[str, str]:
    """Write two versions of an organisation and return their paths."""
    old, new = folder / "old.yaml", folder / "new.yaml"
    write_organisation(old, size, 2)
    text = old.read_text(encoding="utf-8")
    for number in range(50, size, 300):  # its id only
        text = re.sub(rf"\bb{number}\b", f"renamed-{number}", text)
    for number in range(150, size, 300):
        text = re.sub(rf"(  b{number}:\n.*\n    reports to:) b\d+", r"\1 b0", text)
    for number in range(250, size, 300):
        text = re.sub(rf"(  b{number}:\n)    name: .*\n", r"\1    name: Another name\n", text)
    new.write_text(text, encoding="utf-8")
    return str(old), str(new)


def measure(command: list[str]) -> tuple[float, int]:
    """Return the seconds that a program takes, and the number of differences that it tells."""
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    seconds = time.perf_counter() - start
    if done.returncode != 1:
        raise SystemExit(f"{command}: {done.stderr}")
    told = done.stdout
    if "deepdiff" in command[2]:
        return seconds, int(told)
    if command[0] == "git":
        return seconds, len(re.findall(r"^[+-](?![+-])", told, flags=re.M))
    return seconds, len(re.findall(r"^[+~-] ", told, flags=re.M))


def main(sizes: list[int]) -> None:
    """Print the median seconds of each program, and ours as a multiple of the others'."""
    print(f"{'nodes':>7} {'program':10} {'seconds':>8} {'ours is':>8} {'told':>7}")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            versions = write_versions(Path(folder), size)
            programs = {
                "orggraph": [sys.executable, "-m", "orggraph", "diff", *versions],
                "deepdiff": [sys.executable, "-c", DEEPDIFF, *versions],
                "git diff": ["git", "diff", "--no-index", "--unified=0", *versions],
            }
            found: dict[str, list[tuple[float, int]]] = {name: [] for name in programs}
            for _ in range(ROUNDS):
                for name, command in programs.items():
                    found[name].append(measure(command))
        medians = {name: statistics.median(s for s, _ in runs) for name, runs in found.items()}
        for name, runs in found.items():
            ratio = medians["orggraph"] / medians[name]
            print(f"{size:7} {name:10} {medians[name]:8.2f} {ratio:7.1f}x {runs[0][1]:7}")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [100, 1_000])
