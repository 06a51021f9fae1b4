"""The options that commands share, and the graph that follows from them."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from orggraph import __version__
from orggraph.api.graph import OrgGraph
from orggraph.cli.completion import complete_family, complete_file, complete_source, complete_type
from orggraph.cli.context import afterwards, data_path, language, remember, setting
from orggraph.cli.values import DateType, OneOf, SourceFile, Words
from orggraph.errors import OrgGraphError
from orggraph.evidence.verify import Sources
from orggraph.formats.cache import find_kept
from orggraph.reports.formats import FORMATS
from orggraph.source import Problem
from orggraph.source.keeping import find_folder
from orggraph.words import LANGUAGES, say

if TYPE_CHECKING:
    from orggraph.formats.exchange import Origin

F = TypeVar("F", bound=Callable[..., Any])

AS_OF = "Leave out what does not hold on this date."


def _shared(*names: str, **attributes: Any) -> Callable[[F], F]:
    return click.option(*names, expose_value=False, callback=remember, **attributes)


def _bundle(*options: Callable[[F], F]) -> Callable[[F], F]:
    def decorate(function: F) -> F:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


common_options: Callable[[F], F] = _bundle(
    _shared(
        "-d",
        "--data",
        metavar="DATA",
        # click's own Path would look up translations, and whether there is such a file, each time.
        type=str,
        shell_complete=complete_file,
        help="Data file or directory; else $ORGGRAPH_DATA, else ./data.",
    ),
    _shared("--lang", type=OneOf(LANGUAGES), help="Language of the answer."),
    _shared("--debug", is_flag=True, help="Show the traceback of an error."),
)
format_option: Callable[[F], F] = _shared(
    "--format", type=OneOf(FORMATS), help="Form of the answer (text)."
)
source_option: Callable[[F], F] = _shared(
    "--source",
    "source_files",
    type=SourceFile(),
    multiple=True,
    metavar="ID=FILE",
    shell_complete=complete_source,
    help="The document of a source; may be repeated.",
)
_as_of_option: Callable[[F], F] = _shared("--as-of", type=DateType(), help=AS_OF)
query_options: Callable[[F], F] = _bundle(
    format_option, _as_of_option, source_option, common_options
)
FINDING_FORMATS = ("github", "sarif")
"""Formats that only findings have: annotations of GitHub, and SARIF."""

check_options: Callable[[F], F] = _bundle(
    _shared(
        "--format", type=OneOf((*FORMATS, *FINDING_FORMATS)), help="Form of the answer (text)."
    ),
    _as_of_option,
    source_option,
    common_options,
)
type_options: Callable[[F], F] = _bundle(
    _shared(
        "--family",
        type=Words(),
        multiple=True,
        metavar="FAMILY",
        help="Only relations of this family; may be repeated.",
        shell_complete=complete_family,
    ),
    _shared(
        "--type",
        type=Words(),
        multiple=True,
        metavar="TYPE",
        help="Only relations of this type; may be repeated.",
        shell_complete=complete_type,
    ),
)


def load_data() -> OrgGraph:
    """Return the whole graph that was asked for."""
    path = data_path()
    if not path:  # an empty shell variable; as a path it would be the directory that one is in
        raise OrgGraphError("problem.file-missing", path=path)
    folder = find_folder(os.environ)
    kept = None if folder is None else find_kept(folder, path, __version__)
    if kept is None:
        return _read_data(path)
    graph = kept.open(OrgGraph)
    if graph is None:
        graph = read = kept.read(OrgGraph)
        afterwards(lambda: kept.keep(read))
    return graph


def _read_data(path: str) -> OrgGraph:
    """Return what is read from a file, and tell what was found out about it."""
    from orggraph.cli.exchange import origin_of, tell_reading
    from orggraph.formats.loader import read

    origin = origin_of(path)
    _verify_new(origin)
    imported = read(origin, OrgGraph)
    tell_reading(imported)
    return imported.graph


def _verify_new(origin: "Origin") -> None:
    """Verify a large store that was not seen before, which takes a while, for who watches."""
    from orggraph.cli.output import is_terminal

    if not is_terminal(sys.stderr):
        return
    from orggraph.cli.progress import progress_bar
    from orggraph.formats.orgdb import verify_new

    with progress_bar(say("verifying", language())) as show:
        verify_new(origin, show)


def load_graph() -> OrgGraph:
    """Return the graph that was asked for, on the date and of the types that were asked for."""
    graph = load_data()
    words = {"families": setting("family", ()), "types": setting("type", ())}
    types = graph.vocabulary.choose_types(**words)
    as_of = setting("as_of")
    if types is None and as_of is None:
        return graph
    return graph.restricted(as_of=as_of, types=types)


def named_sources() -> dict[str, str]:
    """Return the files that were named as sources, by source id.

    A file that is not there is an error: whoever names it wants it read.
    """
    named: dict[str, str] = {}
    for source, path in setting("source_files", ()):
        if named.setdefault(source, path) != path:
            raise OrgGraphError("source-named-twice", source=source)
        if not Path(path).is_file():
            key = "source-file-missing" if not Path(path).exists() else "source-no-file"
            raise OrgGraphError(key, source=source, path=path)
    return named


def sources_of(graph: OrgGraph) -> Sources:
    """Return the source documents, those named on the command line first."""
    return read_named(Sources(graph, named_sources()))


def read_named(sources: Sources) -> Sources:
    """Return the documents as they are; one that was named and cannot be read is an error, too."""
    for source in named_sources():
        if source in sources.sources and isinstance(sources.document(source), Problem):
            reason = sources.why_not_at_hand(source)
            raise OrgGraphError("source-unreadable", source=source, reason=reason)
    return sources
