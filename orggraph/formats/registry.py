"""The formats by name, and how a file is known to be in one.

A format's module is imported when it is first needed.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from orggraph.errors import OrgGraphError
from orggraph.source.plugins import find_announced, load_announced
from orggraph.text import shorten

if TYPE_CHECKING:
    from orggraph.formats.exchange import Format, Origin


class Entry(NamedTuple):
    """Where a format is found, and the endings of its files; the most telling ending first."""

    place: str
    suffixes: tuple[str, ...]


DATA_FILE, TABLES, STORE = "yaml", "csv", "orgdb"
IN_DIRECTORIES = ("csv", "parquet")
"""The formats whose files belong together where they are in one directory, beside data files."""

# Of formats with the same ending, those that know their own files come before those that take any.
FORMATS = {
    "yaml": Entry("yaml.data_file.YAML", (".yaml", ".yml")),
    "orgdb": Entry("orgdb.ORGDB", (".orgdb",)),
    "organogram": Entry("organogram.organogram_format.ORGANOGRAM", (".csv",)),
    "csv": Entry("tables.csv_format.CSV", (".csv", ".tsv")),
    "parquet": Entry("tables.parquet_format.PARQUET", (".parquet", ".pq")),
    "xlsx": Entry("tables.xlsx_format.XLSX", (".xlsx",)),
    "popolo": Entry("popolo.popolo_format.POPOLO", (".popolo.json", ".json")),
    "turtle": Entry("rdf.rdf_format.TURTLE", (".ttl",)),
    "json-ld": Entry("rdf.rdf_format.JSON_LD", (".jsonld", ".json")),
    "n-triples": Entry("rdf.rdf_format.N_TRIPLES", (".nt",)),
    "rdf-xml": Entry("rdf.rdf_format.RDF_XML", (".rdf", ".owl")),
    "bods": Entry("bods.bods_format.BODS", (".bods.json", ".json", ".jsonl")),
    "jsonl": Entry("json_lines.lines_format.JSON_LINES", (".jsonl", ".ndjson")),
    "ftm": Entry("ftm.ftm_format.FTM", (".ftm.json", ".ijson", ".jsonl", ".json")),
    "graphml": Entry("graphs.graphml.GRAPHML", (".graphml",)),
    "gexf": Entry("graphs.gexf.GEXF", (".gexf",)),
    "node-link": Entry("graphs.node_link.NODE_LINK", (".nodelink.json", ".json")),
    "json": Entry("yaml.data_file.JSON", (".json",)),
    "dot": Entry("graphs.dot_text.DOT", (".dot", ".gv")),
    "mermaid": Entry("graphs.mermaid_text.MERMAID", (".mmd", ".mermaid")),
}


ENTRY_POINTS = "orggraph.formats"
"""The group in which others announce a `Format`, under its name."""

DATA_SUFFIXES = FORMATS[DATA_FILE].suffixes

_SAID_AS = {"language": "text-lang", "columns": "column"}
"""What the options of reading are called on the command line, where it is something else."""


def find_format(name: str) -> "Format":
    """Return the format of this name; raises OrgGraphError for no such."""
    if name not in FORMATS:
        from orggraph.formats.exchange import Format

        for entry in find_announced(ENTRY_POINTS).select(name=name):
            return load_announced(entry, Format, "orggraph.formats.exchange")
        known = ", ".join(format_names())
        raise OrgGraphError("no-such-format", name=shorten(name), known=known)
    module, _, attribute = FORMATS[name].place.rpartition(".")
    found: Format = getattr(import_module(f"orggraph.formats.{module}"), attribute)
    return found


def recognise(origin: "Origin") -> "Format":
    """Return the format that a file or a directory is in: by its ending, and what it begins with.

    Raises OrgGraphError where it is in none of those that its ending stands for.
    """
    if origin.path is not None and origin.path.is_dir():
        return find_format(_of_directory(origin.path, origin.shown))
    head = origin.head()
    if fitting := _by_ending(origin.shown, lambda format_: format_.is_read):
        known = next((format_ for format_ in fitting if format_.recognises(head)), None)
        if known or len(fitting) == 1 or not head:
            return known or fitting[-1]
        names = ", ".join(format_.name for format_ in fitting)
        raise OrgGraphError("format-unknown", path=origin.shown, formats=names)
    if not head:
        return find_format(DATA_FILE)  # whose reader tells that it is missing or empty
    if written := _by_ending(origin.shown, lambda format_: not format_.is_read):
        raise not_read(written[0])
    # A data file may be called anything; so it is what is nothing else.
    others = (find_format(name) for name in FORMATS if name != DATA_FILE)
    found = (f for f in others if f.is_read and f.recognises(head))
    return next(found, find_format(DATA_FILE))


def format_names() -> list[str]:
    """Return the names of all formats, ours first, without loading any."""
    announced = sorted(find_announced(ENTRY_POINTS).names)
    return [*FORMATS, *(name for name in announced if name not in FORMATS)]


def is_data_file(name: str) -> bool:
    """Whether a file of this name in a directory of data is read."""
    return name.lower().endswith(DATA_SUFFIXES)


def is_data(path: Path) -> bool:
    """Whether a file is a data file by its name, or a directory holds such as its data.

    Raises OrgGraphError for a directory that holds tables as well.
    """
    if path.is_dir():
        return _of_directory(path, str(path)) == DATA_FILE
    return is_data_file(path.name)


def find_data_files(folder: Path) -> list[Path]:
    """Return the data files of a directory, by name; raises OSError."""
    return sorted(p for p in folder.iterdir() if is_data_file(p.name) and p.is_file())


def not_read(format_: "Format") -> OrgGraphError:
    """Return the error of a format that is only written."""
    return OrgGraphError("not-read", format=format_.name, known=", ".join(names_read()))


def refuse_unused(format_: "Format", said: Mapping[str, object], heeded: Collection[str]) -> None:
    """Raise OrgGraphError for an option that was said and that a format has no use for."""
    for name, value in said.items():
        if value and name not in heeded:
            option = f"--{_SAID_AS.get(name, name)}"
            raise OrgGraphError("option-not-for", option=option, format=format_.name)


def names_read() -> list[str]:
    """Return the names of the formats that can be read."""
    return [name for name in format_names() if find_format(name).is_read]


def names_written() -> list[str]:
    """Return the names of the formats that can be written."""
    return [name for name in format_names() if find_format(name).write]


def choose(path: str) -> "Format":
    """Return the format to write a file in, by its ending; a directory can only be of tables.

    It may be one that is only read, which the writing tells. Raises OrgGraphError for an ending
    that stands for none.
    """
    if path.endswith("/") or Path(path).is_dir():
        return find_format(TABLES)
    name = path.lower()
    # The longest ending says most, and a plain .json is a data file.
    own = [n for n, entry in reversed(FORMATS.items()) if name.endswith(entry.suffixes[0])]
    if own:
        return find_format(max(own, key=lambda n: len(FORMATS[n].suffixes[0])))
    if fitting := _by_ending(path, lambda format_: format_.write is not None):
        return fitting[-1]
    endings = sorted({FORMATS[n].suffixes[0] for n in FORMATS if find_format(n).write})
    raise OrgGraphError("no-format-suffix", path=path, known=", ".join(endings))


def _by_ending(name: str, can: "Callable[[Format], bool]") -> "list[Format]":
    """Return the formats whose files end as ``name`` does; ours go before those of others."""
    ends = (n for n, entry in FORMATS.items() if name.lower().endswith(entry.suffixes))
    if ours := [format_ for format_ in map(find_format, ends) if can(format_)]:
        return ours
    return [f for f in _others() if can(f) and name.lower().endswith(f.suffixes)]


def _others() -> "Iterator[Format]":
    """Yield the formats of others; one that cannot be loaded is told when it is asked for."""
    for name in format_names()[len(FORMATS) :]:
        with suppress(OrgGraphError):
            yield find_format(name)


def _of_directory(path: Path, shown: str) -> str:
    """Return what the files of a directory are: data files, else tables or organograms."""
    try:
        names = sorted(found.name.lower() for found in path.iterdir())
    except OSError:
        return DATA_FILE  # whose reader tells why
    found = {form: _tables_of(form, names) for form in IN_DIRECTORIES}
    clashes = {
        form: clash
        for form, tables in found.items()
        if (clash := [t for t in tables if t.partition(".")[0] in ("nodes", "relations")])
    }
    if any(map(is_data_file, names)):
        if clashes:
            table = next(iter(clashes.values()))[0]
            raise OrgGraphError("two-formats", path=shown, table=table)
        return DATA_FILE
    if len(clashes) > 1:
        *_, (table, *_) = clashes.values()
        raise OrgGraphError("two-kinds-of-tables", path=shown, table=table)
    if any("senior" in name or "junior" in name for name in found[TABLES]):
        return "organogram"
    if form := next(chain(clashes, (form for form, tables in found.items() if tables)), None):
        return form
    if stores := sorted(path.glob(f"*{FORMATS[STORE].suffixes[0]}")):
        raise OrgGraphError("store-in-directory", path=shown, store=Path(shown) / stores[0].name)
    return DATA_FILE


def _tables_of(form: str, names: Iterable[str]) -> list[str]:
    return [name for name in names if name.endswith(FORMATS[form].suffixes)]
