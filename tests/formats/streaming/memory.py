"""How much memory of Python's own a conversion of large tables takes at most."""

import os
import subprocess
import sys
from pathlib import Path

# Nothing measures coverage in the child: it would be most of the time, and some of the memory.
CHILD = """
import sys, tracemalloc
from pathlib import Path
from orggraph.formats.exchange import Origin
from orggraph.formats.registry import find_format
from orggraph.formats.streaming import conversion
from orggraph.formats.tables import staff
source, target, format_name = sys.argv[1:]
conversion.LARGE = 1
staff.MOST_ROWS = 1_000  # are held to guess the columns from
origin = Origin("tables", Path(source))
tracemalloc.start()
assert conversion.convert_large(origin, None, find_format(format_name), Path(target))
print(tracemalloc.get_traced_memory()[1])
"""


def find_peak(source: Path, format_name: str) -> int:
    """Return the bytes that converting ``source``, a file or a directory, takes at most.

    The cache of the database, which is bounded by itself, is not part of them.
    """
    unmeasured = {k: v for k, v in os.environ.items() if not k.startswith("COV_")}
    target = source.parent / "out" / "written"
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(source), str(target), format_name],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env=unmeasured,
    )
    return int(done.stdout)
