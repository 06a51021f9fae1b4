"""Read what attacks a format: ``python -m tests.formats.hostile.bounded FORMAT``.

A number after it is how many columns and levels are tried, in place of a million. Each file is read
in bounded memory, and what its reader says of it is printed as a line of JSON. The process is one
of its own, since memory can only be bounded for all of it.
"""

import json
import os
import resource
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from orggraph.errors import OrgGraphError
from orggraph.formats.exchange import Origin
from orggraph.formats.loader import read
from orggraph.formats.registry import FORMATS, names_read
from orggraph.model import Graph
from orggraph.source import ReadError
from tests.formats.hostile.attacks import attacks_on

MEMORY = 1024**3
"""The most bytes of addresses: the interpreter and the libraries take some two hundred million."""

SECRET = "root:x:0"  # what the file begins with that attackers are fond of


def outcome(name: str, data: bytes) -> dict[str, object]:
    """Return what a reader says of a file, as it can be printed."""
    suffix = FORMATS[name].suffixes[0]
    with TemporaryDirectory() as folder:
        path = Path(folder) / ("x-senior.csv" if name == "organogram" else f"x{suffix}")
        path.write_bytes(data)
        del data
        try:
            found = read(Origin(path.name, path), Graph, name)
        except ReadError as error:
            first = error.problems[0]
            place = first.location
            texts = {code: first.message(code)[:2_000] for code in ("en", "da")}
            at = [place.path, place.line, place.column] if place else None
            return {"said": first.name, "at": at, "problems": len(error.problems), **texts}
        except OrgGraphError as error:
            return {"said": "error", "at": None, "en": error.message(), "da": error.message("da")}
        said = {remark.key for remark in found.remarks} | {n.name for n in found.notices}
        names = "".join(node.name.original for node in found.graph.iter_nodes())
        return {"said": "read", "told": sorted(said)[:20], "secret": SECRET in names}


def main(name: str) -> None:
    """Print the outcome of each attack on a format."""
    assert name in names_read()
    # Arrow's own pool takes a thousand million addresses at once, though it need not use them.
    os.environ["ARROW_DEFAULT_MEMORY_POOL"] = "system"
    made = {}
    for what, make in attacks_on(name):
        made[what] = make  # some take more memory to make than they may take to read
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for what, make in made.items():
        try:
            found = outcome(name, make())
        except Exception as error:  # what is looked for
            import traceback

            last = traceback.extract_tb(error.__traceback__)[-1]
            found = {"said": type(error).__name__, "at": [last.filename, last.lineno or 0, 0]}
        sys.stdout.write(json.dumps({"attack": what} | found) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
