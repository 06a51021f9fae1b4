"""What every engine does alike: read the tables, take a question, print an answer.

An engine is a script: ``build FOLDER FILE`` makes its saved form of the tables, and prints the
seconds after which it had them in memory; ``ask FILE KIND WORD…`` answers a question about it.
"""

import gc
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

FAMILIES = {
    "reports_to": "reporting",
    "member_of": "membership",
    "informs": "contact",
    "contact_for": "contact",
    "advises": "support",
    "supports": "support",
    "coordinates": "support",
    "appoints": "appointment",
    "nominates": "appointment",
    "approves": "appointment",
}
REPORTING, SYMMETRIC = "reporting", "contact_for"
ASIDE = 1_000_000
"""What a step that does not report costs more than one that does: fewest of those come first."""

Ask = Callable[..., Iterable[str]]


def serve(build: Callable[[str, str], None], questions: Mapping[str, Ask]) -> None:
    """Do what the command line says, without looking for garbage that nobody makes.

    To look for it makes a graph of Python's objects take two to three times as long to build, and
    as long to load: none of the documentation says so, but whoever has large graphs knows it.
    """
    gc.disable()
    what, *words = sys.argv[1:]
    if what == "build":
        build(*words)
    else:
        file, kind, *asked = words
        print("\n".join(questions[kind](file, *asked)))


def rows(folder: str, table: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a table, without what is empty."""
    import csv

    with Path(folder, f"{table}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield {key: value for key, value in row.items() if value}


def relations(folder: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Yield the ends and what is said of each relation, of symmetric ones from both ends."""
    for row in rows(folder, "relations"):
        source, target = row.pop("source"), row.pop("target")
        row["family"] = FAMILIES[row["type"]]
        if row["type"] == SYMMETRIC:
            yield target, source, dict(row)
        yield source, target, row


def cost(family: str) -> int:
    return 1 if family == REPORTING else ASIDE + 1


def told_cost(total: float) -> list[str]:
    """Return what a path costs in words: how many hops, and how many of them do not report."""
    aside, hops = divmod(round(total), ASIDE)
    return [f"{hops} hops, {aside} aside"]


def likest(names: list[str], query: str) -> int:
    """Return where the name most like ``query`` is, by rapidfuzz."""
    from rapidfuzz import fuzz, process

    return process.extract(query, names, scorer=fuzz.ratio, limit=5)[0][2]
