"""Convert between formats."""

from pathlib import Path
from typing import Any

import click

from orggraph.api.graph import OrgGraph
from orggraph.cli.command import command
from orggraph.cli.completion import complete_file, complete_format
from orggraph.cli.context import data_path, language, setting
from orggraph.cli.exchange import origin_of, reading_options, said_options
from orggraph.cli.output import print_bytes, print_error, print_text
from orggraph.cli.progress import progress_bar
from orggraph.cli.settings import AS_OF, common_options
from orggraph.cli.values import DateType, Words
from orggraph.errors import OrgGraphError, os_reason
from orggraph.formats.convert import Conversion, LossyError
from orggraph.formats.convert import convert as convert_read
from orggraph.formats.exchange import Format, WriteOptions
from orggraph.formats.files import write_whole
from orggraph.formats.loader import read
from orggraph.formats.placing import list_places, refuse_read, refuse_same
from orggraph.formats.registry import choose, find_format
from orggraph.formats.streaming.conversion import convert_large
from orggraph.model import PartialDate, Parts
from orggraph.reports.blocks import Paragraph
from orggraph.reports.formats import write
from orggraph.reports.registry import report
from orggraph.reports.teller import Teller
from orggraph.words import Word, say

STANDARD = "-"
_PATH = click.Path(readable=False)  # what cannot be read is for the reader to tell


@command()
@click.argument("source", metavar="IN", type=_PATH, shell_complete=complete_file)
@click.argument("target", metavar="OUT", type=_PATH, required=False, shell_complete=complete_file)
@reading_options
@click.option(
    "--to",
    type=Words(),
    metavar="FORMAT",
    shell_complete=complete_format,
    help="Format of OUT; else its ending says it.",
)
@click.option(
    "--base", type=Words(), metavar="IRI", help="IRI that ids of nodes are put behind, in RDF."
)
@click.option("--strict", is_flag=True, help="Write nothing where anything would be lost.")
@click.option(
    "--report",
    "report_file",
    type=_PATH,
    metavar="FILE",
    help="Write what was carried and what was lost to FILE, as JSON; - is standard output.",
)
@click.option("--as-of", type=DateType(), help=AS_OF)
@common_options
def convert(
    source: str,
    target: str | None,
    to: str | None,
    base: str | None,
    strict: bool,
    report_file: str | None,
    as_of: PartialDate | None,
    **said: Any,
) -> int:
    """Convert IN to OUT, and tell what got lost.

    For example: convert data organisation.xlsx.

    Formats are known by the endings of files and by what is in them; --from and --to name them. -
    is standard input or output. With one file alone, that is OUT, which must be new, and the data
    is IN. Tables are written into a directory, or side by side: x.csv becomes x-nodes.csv and so
    on; older tables that would be read with them are refused.

    Exit code 1 where --strict refuses.
    """
    if is_alone := target is None:
        source, target = data_path(), source
    elif setting("data") is not None:
        raise OrgGraphError("option-unused", option="-d", command="convert IN OUT")
    chosen = _format_of(target, to)
    _refuse(source, target, chosen, report_file, is_alone=is_alone)
    options = WriteOptions(base, setting("lang") if "language" in chosen.write_options else None)
    path = None if target == STANDARD else Path(target)
    origin, how = origin_of(source), said_options(said)
    graph, made = OrgGraph(Parts()), None
    try:
        if as_of is None:
            with progress_bar(say("converting", language())) as show:
                made = convert_large(
                    origin, said["from_"], chosen, path, how, options, strict=strict, show=show
                )
        if made is None:
            imported = read(origin, OrgGraph, said["from_"], how)
            graph = imported.graph if as_of is None else imported.graph.restricted(as_of=as_of)
            imported = imported._replace(graph=graph)
            made = convert_read(imported, chosen, path, options, strict=strict)
    except LossyError as error:
        _tell(graph, error.conversion, report_file)
        print_error(Paragraph(error.message(language()), "bad"))
        return 1
    except OSError as error:
        raise OrgGraphError("os-error", path=target, reason=os_reason(error)) from error
    if made.content is not None:
        print_bytes(made.content)
    _tell(graph, made, report_file)
    return 0


def _format_of(target: str, to: str | None) -> Format:
    if to is not None:
        return find_format(to)
    if target == STANDARD:
        raise OrgGraphError("output-needs-format")
    return choose(target)


def _refuse(
    source: str, target: str, format_: Format, report_file: str | None, *, is_alone: bool
) -> None:
    """Raise OrgGraphError for names that do not go together, before anything is written."""
    for name, words in (("IN", source), ("OUT", target), ("--report", report_file)):
        if words == "":
            raise OrgGraphError("no-name", name=name)
    there = Path(target)
    if target != STANDARD:
        if source != STANDARD:
            refuse_same(Path(source), format_, there)
        # Whoever forgets OUT does not want IN to be replaced.
        if is_alone and setting("data") is None and (there.is_file() or there.is_dir()):
            raise OrgGraphError("overwrites", path=target, source=source)
    if report_file is not None:
        _refuse_report(report_file, source, target, format_)


def _refuse_report(report_file: str, source: str, target: str, format_: Format) -> None:
    if report_file == STANDARD:
        if target == STANDARD:
            raise OrgGraphError("report-and-output")
        return
    place = Path(report_file)
    if source != STANDARD:
        refuse_read(Path(source), place)
    if target != STANDARD:
        written = {there.resolve() for there in list_places(format_, Path(target))}
        if place.resolve() in written:
            raise OrgGraphError("report-is-output", path=report_file)
    if not place.parent.is_dir():
        raise OrgGraphError("os-error", path=report_file, reason=Word("os-missing"))
    if place.is_dir():
        raise OrgGraphError("os-error", path=report_file, reason=Word("os-directory"))


def _tell(graph: OrgGraph, made: Conversion, report_file: str | None) -> None:
    """Say what became of the conversion, to people and, if they want it, in a file."""
    told = report(Teller(graph, language()), made)
    if report_file == STANDARD:
        print_text(write(told, "json"))
    elif report_file is not None:
        try:
            write_whole(Path(report_file), write(told, "json"))
        except OSError as error:
            reason = os_reason(error)
            raise OrgGraphError("os-error", path=report_file, reason=reason) from error
    print_error(*told.blocks())
