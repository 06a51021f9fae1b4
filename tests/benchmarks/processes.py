"""What a process of its own takes: the seconds on the clock, and the most memory that it had."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent.parent

WATCH = """
import os, resource, signal, sys, time
spare = float(sys.argv[1])
def look(*_):
    with open("/proc/meminfo") as file:
        free = next(int(line.split()[1]) for line in file if line.startswith("MemAvailable"))
    if free < spare * 1024:
        os.kill(child, signal.SIGKILL)
        print("\\nout of memory", file=sys.stderr)
        os._exit(1)
start = time.perf_counter()
child = os.posix_spawn(sys.argv[2], sys.argv[2:], os.environ)
if os.path.exists("/proc/meminfo"):
    signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, 0.5, 0.5)
_, status = os.waitpid(child, 0)
signal.setitimer(signal.ITIMER_REAL, 0)
seconds = time.perf_counter() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
most = used.ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)
print(f"\\n{seconds} {used.ru_utime + used.ru_stime} {most}", file=sys.stderr)
sys.exit(os.waitstatus_to_exitcode(status) % 256)
"""
"""Runs a program, and says at the end of standard error what it took. A process counts the memory
of the one that started it as its own, so that one has to be small. It ends the program where less
memory is left than others need."""

SPARE = 1_500
"""How many megabytes are left to others."""


class NotRunError(Exception):
    """Why there is nothing to measure."""


class Run(NamedTuple):
    """What one process took, and what it printed."""

    seconds: float
    megabytes: float
    output: str
    said: str
    """What it printed on standard error."""
    busy: float
    """Seconds of a processor: what `seconds` are where nothing else is done."""


def run(command: list[str], limit: float, *, codes: tuple[int, ...] = (0,)) -> Run:
    """Run a process; raises NotRunError where it fails, or takes longer than ``limit``."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            [sys.executable, "-S", "-c", WATCH, str(SPARE), *command],
            stdout=output,
            stderr=errors,
            cwd=ROOT,
            start_new_session=True,
        )
        try:
            code = process.wait(limit)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            raise NotRunError(f"> {limit:g} s") from None
        errors.seek(0)
        lines = errors.read().decode("utf-8", "replace").splitlines()
        *said, figures = filter(None, map(str.strip, lines))
        if figures == "out of memory":
            raise NotRunError(figures)
        if code not in codes:
            raise NotRunError(f"failed: {said[-1][:60] if said else code}")
        seconds, busy, megabytes = map(float, figures.split())
        output.seek(0)
        words = output.read().decode("utf-8", "replace")
        return Run(seconds, megabytes, words, "\n".join(said), busy)
