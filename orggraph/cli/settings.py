"""What every command can be told, and the graph that follows from it."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from orggraph.api import OrgGraph, load, parse_date, select_types
from orggraph.errors import OrgGraphError
from orggraph.evidence import Sources
from orggraph.model import PartialDate
from orggraph.reports.formats import FORMATS
from orggraph.words import LANGUAGES

F = TypeVar("F", bound=Callable[..., Any])

if TYPE_CHECKING:
    _ParamType = click.ParamType[Any]
else:
    _ParamType = click.ParamType

_PREFIX = "orggraph."
DEFAULT_DATA = "data"


class DateType(_ParamType):
    """A date known to the year, the month or the day."""

    name = "date"

    def convert(self, value: Any, param: Any, ctx: Any) -> PartialDate:
        """Return the date; fails as click does."""
        try:
            return value if isinstance(value, PartialDate) else parse_date(value)
        except OrgGraphError as error:
            self.fail(error.message(language()), param, ctx)


class SourceFile(_ParamType):
    """A source's id and the file that has it, as ``ID=FILE``."""

    name = "id=file"

    def convert(self, value: Any, param: Any, ctx: Any) -> tuple[str, str]:
        """Return the id and the path; fails as click does."""
        if isinstance(value, tuple):
            return value
        source, sign, path = value.partition("=")
        if not (source and sign and path):
            error = OrgGraphError("no-source-file", words=value)
            self.fail(error.message(language()), param, ctx)
        return source, path


def _remember(ctx: click.Context, param: click.Parameter, value: Any) -> Any:
    # The last one said wins: a command's option over the group's.
    if value not in (None, (), False):
        ctx.meta[_PREFIX + str(param.name)] = value
    return value


def _shared(*names: str, **attributes: Any) -> Callable[[F], F]:
    return click.option(*names, expose_value=False, callback=_remember, **attributes)


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
        help="Data file or directory; else $ORGGRAPH_DATA, else ./data.",
    ),
    _shared("--lang", type=click.Choice(LANGUAGES), help="Language of the answer."),
    _shared("--debug", is_flag=True, help="Show the traceback of an error."),
)
format_option: Callable[[F], F] = _shared(
    "--format", type=click.Choice(FORMATS), help="Form of the answer (text)."
)
source_option: Callable[[F], F] = _shared(
    "--source",
    "source_files",
    type=SourceFile(),
    multiple=True,
    metavar="ID=FILE",
    help="The document of a source; may be repeated.",
)
query_options: Callable[[F], F] = _bundle(
    format_option,
    _shared("--as-of", type=DateType(), help="Leave out what does not hold on this date."),
    source_option,
    common_options,
)
type_options: Callable[[F], F] = _bundle(
    _shared("--family", multiple=True, help="Only relations of this family; may be repeated."),
    _shared("--type", multiple=True, help="Only relations of this type; may be repeated."),
)


def setting(name: str, default: Any = None) -> Any:
    """Return what was said for an option, by the command or before it."""
    ctx = click.get_current_context(silent=True)
    return default if ctx is None else ctx.meta.get(_PREFIX + name, default)


def language() -> str:
    """Return the language to answer in: as said, else of the environment, else English."""
    if said := setting("lang"):
        return str(said)
    return default_language()


def default_language() -> str:
    """Return the language of ``$ORGGRAPH_LANG``, else of the locale, else English."""
    chosen = os.environ.get("ORGGRAPH_LANG", "").lower()
    if chosen:
        return _supported(chosen)
    locale = next(
        (os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)),
        "",
    )
    return _supported(locale.lower())


def _supported(code: str) -> str:
    return next((name for name in LANGUAGES if code[:2] == name), "en")


def data_path() -> str:
    """Return the path of the data: as said, else ``$ORGGRAPH_DATA``, else ``./data``."""
    return str(setting("data") or os.environ.get("ORGGRAPH_DATA") or DEFAULT_DATA)


def load_graph() -> OrgGraph:
    """Return the graph that was asked for, on the date and of the types that were asked for."""
    graph = load(data_path())
    types = select_types(graph, families=setting("family", ()), types=setting("type", ()))
    as_of = setting("as_of")
    if types is None and as_of is None:
        return graph
    return graph.restricted(as_of=as_of, types=types)


def named_sources() -> dict[str, str]:
    """Return the files that were named as sources, by source id.

    A file that is not there is an error: whoever names it wants it read.
    """
    named: dict[str, str] = dict(setting("source_files", ()))
    for source, path in named.items():
        if not Path(path).is_file():
            raise OrgGraphError("source-file-missing", source=source, path=path)
    return named


def sources_of(graph: OrgGraph) -> Sources:
    """Return the source documents, those named on the command line first."""
    return Sources(graph, named_sources())
