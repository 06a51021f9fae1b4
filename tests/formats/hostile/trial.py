"""One trial: break a file, let its reader read it, and judge what came of it."""

import sys
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from orggraph.errors import OrgGraphError
from orggraph.formats.exchange import Origin
from orggraph.formats.loader import Imported, read
from orggraph.formats.yaml.writer import dump_yaml
from orggraph.model import Graph
from orggraph.source import ReadError
from orggraph.words import say
from tests.formats.hostile.mutations import mutations_for
from tests.formats.hostile.names import Named, find_names
from tests.formats.hostile.oracle import count_records
from tests.formats.hostile.seeds import Files, seeds_of

MOST_CALLS = 3_000_000
"""The most calls that reading may take: a file of some kilobytes takes some ten thousand."""


_PARTS = ("property", "column")
"""Remarks on a part of a record, which do not tell that the record is left out."""


class Broken(NamedTuple):
    """Files that were broken, and how to break them the same way again."""

    format: str
    number: int
    files: Files
    seed: int = 0


class HangError(Exception):
    """Reading took more calls than any reader needs."""


def break_files(format_name: str, number: int) -> Broken:
    """Return the files of the trial with this number: the same ones every time."""
    random = Random(f"{format_name} {number}")  # not for secrets
    seed = random.randrange(len(seeds_of(format_name)))
    files = dict(seeds_of(format_name)[seed])
    name = random.choice(sorted(files))
    for _ in range(random.choice([1, 1, 2, 3])):
        files[name] = random.choice(mutations_for(name))(files[name], random)
    return Broken(format_name, number, files, seed)


@cache
def names_of_seed(format_name: str, seed: int) -> frozenset[Named]:
    """Return whom the files name that a format's trials begin with."""
    return frozenset(find_names(format_name, seeds_of(format_name)[seed]))


def read_broken(
    broken: Broken, most_calls: int | None = MOST_CALLS
) -> Imported[Graph] | OrgGraphError:
    """Return the graph in broken files, or the error that tells what is wrong with them."""
    with TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in broken.files]
        for path, data in zip(paths, broken.files.values(), strict=True):
            path.write_bytes(data)
        whole = "nodes.csv" in broken.files
        origin = Origin("x", Path(folder)) if whole else Origin(paths[0].name, paths[0])
        if most_calls:
            sys.setprofile(_Counter(most_calls))
        try:
            return read(origin, Graph, broken.format)
        except OrgGraphError as error:
            return error
        finally:
            sys.setprofile(None)


class _Counter:
    def __init__(self, most: int) -> None:
        self.left = most

    def __call__(self, frame: Any, event: str, argument: Any) -> None:
        self.left -= 1
        if self.left < 0:
            sys.setprofile(None)
            raise HangError(f"{frame.f_code.co_filename}:{frame.f_lineno}")


def judge(broken: Broken, found: Imported[Graph] | OrgGraphError) -> str | None:
    """Return what is wrong with the outcome of a trial; None where nothing is."""
    if isinstance(found, OrgGraphError):
        if isinstance(found, ReadError):
            if not found.problems:
                return "an error without a problem"
            for problem in found.problems:
                problem.message("da")
        return None if found.message("en") and found.message("da") else "an error without words"
    for notice in found.notices:
        notice.message("da")
    told = 0
    for remark in found.remarks:
        told += remark.times if remark.what not in _PARTS else 0
        for language in ("da", "en"):
            say(f"gap.{remark.what}", language, name=remark.name)
    if len(dump_yaml(found.graph)) == 0:
        return "a graph that cannot be written"
    if broken.format == "organogram":
        return _lost_rows(broken, found.graph, told)
    return _lost_names(broken, found.graph, told) or _lost(broken, found.graph, told)


def _lost_names(broken: Broken, graph: Graph, told: int) -> str | None:
    """Return who is missing of whom the broken files still say all that the whole ones said."""
    known = {text for node in graph.iter_nodes() for _, text in node.name.values}
    untouched = names_of_seed(broken.format, broken.seed) & find_names(broken.format, broken.files)
    missing = sorted({named.name for named in untouched} - known)
    return f"{', '.join(missing)} missing, and {told} told" if len(missing) > told else None


def _lost_rows(broken: Broken, graph: Graph, told: int) -> str | None:
    """Return how many rows are missing: each is a post, a further holder, a person or told."""
    records = count_records(broken.format, broken.files[min(broken.files)])
    posts = {node.id for node in graph.iter_nodes() if node.kind == "post"}
    held = [relation.target for relation in graph.iter_stated() if relation.type == "holds"]
    idle = {node.id for node in graph.iter_nodes() if node.kind == "person"}
    idle -= {relation.source for relation in graph.iter_stated() if relation.type == "holds"}
    has = len(posts) + len(held) - len(set(held)) + len(idle) + told
    return None if records is None or has >= records else f"{records} rows, {has} told"


def _lost(broken: Broken, graph: Graph, told: int) -> str | None:
    records = [count_records(broken.format, data) for data in broken.files.values()]
    if not records or None in records:
        return None
    expected = sum(count or 0 for count in records)
    has = len(graph.nodes) + len(list(graph.iter_stated())) + len(graph.seats) + told
    has += len(graph.sources) + len(graph.settings) + _terms(graph)
    return f"{expected} records, and only {has} of them told" if has < expected else None


def _terms(graph: Graph) -> int:
    purposes = sum(len(node.purposes) for node in graph.iter_nodes())
    aside = sum(len(source.set_aside) for source in graph.sources.values())
    own = graph.vocabulary
    return purposes + aside + len(own.types) + len(own.families) + len(own.roles) + 1


class Outcome(NamedTuple):
    """What came of a trial: whether a graph was read, and what is wrong with that; None if not."""

    is_read: bool
    wrong: str | None = None


def run(format_name: str, number: int, most_calls: int | None = MOST_CALLS) -> Outcome:
    """Return what comes of the trial with this number."""
    broken = break_files(format_name, number)
    try:
        found = read_broken(broken, most_calls)
        return Outcome(not isinstance(found, OrgGraphError), judge(broken, found))
    except HangError as error:
        return Outcome(is_read=False, wrong=f"a hang at {error}")
    except RecursionError:
        return Outcome(is_read=False, wrong="RecursionError")
    except Exception as error:  # whatever escapes is what is looked for
        last = error.__traceback__
        while last is not None and last.tb_next is not None:
            last = last.tb_next
        place = f"{last.tb_frame.f_code.co_filename}:{last.tb_lineno}" if last else ""
        return Outcome(is_read=False, wrong=f"{type(error).__name__}: {error} ({place})")
