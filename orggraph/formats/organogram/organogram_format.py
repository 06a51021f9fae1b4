"""Read organograms of the British government: a file of posts, a pair, or those of a directory.

A file of senior posts stands on its own: it is read alone, and a file of junior posts beside it is
told. Junior posts report to senior ones, so a file of them is read with the senior one beside it.
The files of a directory are one chart, so that it can have only one release of each organisation.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from orggraph.formats.exchange import (
    Format,
    Gathered,
    Origin,
    ReadOptions,
    Remarks,
    unreadable,
)
from orggraph.formats.organogram.chart import make_document
from orggraph.formats.organogram.rows import Row, Table, find_kind, read_rows
from orggraph.source import Location, Problem, problem
from orggraph.source.decoding import decode

_OTHER = {"senior": "junior", "junior": "senior"}
_MOST_NAMES = 5


def _read(origin: Origin, options: ReadOptions) -> Gathered:
    remarks, notices, texts = Remarks(), list[Problem](), dict[str, str]()
    is_directory = origin.path is not None and origin.path.is_dir()
    origins = _within(origin, notices) if is_directory else [origin]
    if isinstance(origins, Problem):
        return unreadable(origins)
    tables = [_read_table(one, options, remarks, notices, texts) for one in origins]
    if len(tables) == 1 and not tables[0].problem:
        place = Location(origin.shown, 0, 0)
        kind = tables[0].kind
        other = None if is_directory else _beside(origin, kind)
        if other and kind == "junior":
            tables.append(_read_table(other, options, remarks, notices, texts))
            notices.append(problem("organogram-senior", place, path=other.shown))
        elif other:
            notices.append(problem("organogram-junior", place, path=other.shown))
        elif kind == "junior":
            notices.append(problem("organogram-no-senior", place))
    problems = [table.problem for table in tables if table.problem] or _find_repeated(tables)
    if problems:
        return unreadable(*problems, texts=texts)
    senior, junior = ([r for t in tables if t.kind == kind for r in t.rows] for kind in _OTHER)
    document = make_document(origin.shown, senior, junior, remarks, notices)
    gathered = document.gather()
    gathered.draft.texts.update(texts)
    return Gathered(gathered.draft, remarks, notices)


def _read_table(
    origin: Origin,
    options: ReadOptions,
    remarks: Remarks,
    notices: list[Problem],
    texts: dict[str, str],
) -> Table:
    data = origin.read()
    if isinstance(data, Problem):
        return Table("", (), data)
    decoded = decode(data, origin.shown, options.encoding)
    if isinstance(decoded, Problem):
        return Table("", (), decoded)
    texts[origin.shown] = decoded.text
    if decoded.encoding != "utf-8" and not options.encoding:
        start = Location(origin.shown, 0, 0)
        notices.append(problem("organogram-encoding", start, encoding=decoded.encoding))
    return read_rows(decoded.text, origin.shown, options.delimiter, remarks)


def _within(directory: Origin, notices: list[Problem]) -> list[Origin] | Problem:
    """Return the files of a directory with a kind of post in their names; or that there are none.

    Other tables are told in ``notices``.
    """
    start = Location(directory.shown, 0, 0)
    try:
        names = sorted(path.name for path in Path(str(directory.path)).iterdir())
    except OSError:
        names = []
    tables = [name for name in names if name.lower().endswith(".csv")]
    found = [name for name in tables if any(kind in name.lower() for kind in _OTHER)]
    if not found:
        return problem("organogram-pair", start, path=directory.shown)
    if others := [name for name in tables if name not in found]:
        shown = ", ".join(others[:_MOST_NAMES])
        notices.append(problem("organogram-others", start, names=shown, count=len(others)))
    return [file for name in found if (file := directory.within(name))]


def _find_repeated(tables: Sequence[Table]) -> list[Problem]:
    """Return the files with an organisation that an earlier one of the same kind has as well.

    They are most often two releases of a chart, which together would be none.
    """
    first: dict[tuple[str, str], str] = {}
    problems = []
    for table in tables:
        own = {(table.kind, _organisation(row)): row.place for row in table.rows[::-1]}
        told = [(key, place) for key, place in own.items() if key in first]
        if told:
            key, place = min(told, key=lambda pair: pair[1])
            facts = {"organisation": key[1], "path": first[key]}
            problems.append(problem("organogram-releases", place, **facts))
        for key, place in own.items():
            first.setdefault(key, place.path)
    return problems


def _organisation(row: Row) -> str:
    return row.text("organisation") or row.text("parent") or "–"


def _beside(origin: Origin, kind: str) -> Origin | None:
    """Return the file of the other posts: named alike, with ``junior`` for ``senior``."""
    name = Path(origin.shown).name
    for found in re.finditer(kind, name, re.IGNORECASE):
        other = _OTHER[kind]
        spelled = other.title() if found.group().istitle() else other
        spelled = other.upper() if found.group().isupper() else spelled
        if beside := origin.beside(name[: found.start()] + spelled + name[found.end() :]):
            return beside
    return None


def _recognises(head: bytes) -> bool:
    text = head.replace(b"\0", b"").decode("latin-1").lstrip("ÿþï»¿ \r\n")
    first = text.partition("\n")[0]
    return any(find_kind(first.replace('"', "").split(mark)) for mark in ",;\t|")


ORGANOGRAM = Format(
    "organogram",
    "UK organogram",
    read=_read,
    recognises=_recognises,
    read_options=frozenset({"encoding", "delimiter"}),
)
