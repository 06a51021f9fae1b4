"""Write a report of an organisation, to hand over."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from orggraph.cli.command import command
from orggraph.cli.completion import complete_theme, complete_view
from orggraph.cli.context import data_path, language, setting
from orggraph.cli.output import print_error, print_file
from orggraph.cli.pictures import STANDARD_OUTPUT, Target, outputs_option
from orggraph.cli.progress import progress_bar
from orggraph.cli.settings import (
    common_options,
    load_data,
    named_sources,
    read_named,
    source_option,
)
from orggraph.cli.values import DateType, Words
from orggraph.errors import OrgGraphError
from orggraph.evidence.verify import Sources
from orggraph.model import PartialDate
from orggraph.reports.blocks import Paragraph
from orggraph.reports.findings import problem_blocks
from orggraph.words import say

if TYPE_CHECKING:
    from orggraph.documents.document import Document
    from orggraph.source import Problem
    from orggraph.views.view import View

_USUAL = "md"


@command()
@outputs_option
@click.option(
    "--to",
    type=Words(),
    metavar="SUFFIX",
    help="Format of standard output, and of files without a suffix (md).",
)
@click.option(
    "--view",
    "views",
    type=Words(),
    multiple=True,
    metavar="VIEW",
    help="A figure: a view file, or the name of one; may be repeated (all in ./diagrams).",
    shell_complete=complete_view,
)
@click.option("--title", type=Words(), metavar="TEXT", help="The title of the report.")
@click.option("--date", type=DateType(), help="The date of the report (today).")
@click.option("--as-of", type=DateType(), help="Leave out what does not hold on this date.")
@click.option(
    "--template",
    type=click.Path(readable=False),
    metavar="FILE",
    help="Your own style: a .docx or .dotx for DOCX, a .css for HTML.",
)
@click.option(
    "--theme",
    type=Words(),
    metavar="THEME",
    help="light, dark, print, or a theme file (light).",
    shell_complete=complete_theme,
)
@source_option
@common_options
def report(
    outputs: tuple[str, ...],
    to: str | None,
    views: tuple[str, ...],
    title: str | None,
    date: PartialDate | None,
    as_of: PartialDate | None,
    template: str | None,
    theme: str | None,
) -> None:
    """Write a report: summary, figures, rosters, relations, checks and notes.

    For example: report -o governance.docx.

    FILE ends in .docx, .html, .md or .pdf. Figures are the views in ./diagrams, the one that says
    most first, else one picture of all; in Markdown they are SVG files beside it. Without -o,
    Markdown goes to standard output, and tells figures in words. The report is in the language of
    --lang, else of the data.
    """
    from orggraph.documents.composing import compose
    from orggraph.documents.options import ReportOptions

    targets = _find_targets(outputs, to)
    chosen = None if template is None else Path(template)
    _refuse_read(
        targets, [data_path(), *([template] if template else []), *named_sources().values()]
    )
    graph = load_data()
    figures = _find_views(graph, views)
    options = ReportOptions(
        language=setting("lang"),
        title=title,
        date=date,
        as_of=as_of,
        views=figures,
        theme=theme,
        files=(data.name,) if (data := Path(data_path())).is_file() else (),
    )
    notices: list[Problem] = []
    with progress_bar(say("making-report", language())) as progress:
        sources = read_named(Sources(graph, named_sources()))
        document = compose(graph, options, sources, notify=notices.append, progress=progress)
        _write(document, targets, chosen, notices)


def _find_targets(outputs: tuple[str, ...], to: str | None) -> list[Target]:
    """Return where the report goes; raises OrgGraphError for a format that there is not."""
    from orggraph.documents.writers import document_suffixes, find_document_writer
    from orggraph.drawing.drawing import suffix_of

    targets = []
    for name in outputs or (STANDARD_OUTPUT,):
        if name == STANDARD_OUTPUT:
            targets.append(Target(None, to or _USUAL))
            continue
        path = Path(name)
        if not (suffix := suffix_of(path) or to):
            raise OrgGraphError("no-suffix", path=name, known=", ".join(document_suffixes()))
        targets.append(Target(path, suffix))
    if to and all(target.path and target.path.suffix for target in targets):
        raise OrgGraphError("option-unused", option="--to", command=f"report -o {outputs[-1]}")
    for target in targets:
        find_document_writer(target.suffix)
    return targets


def _refuse_read(targets: list[Target], read: list[str]) -> None:
    """Raise OrgGraphError where a report would replace a file that it is made from."""
    for path in (target.path for target in targets if target.path and target.path.is_file()):
        if any(Path(each).is_file() and path.samefile(each) for each in read):
            raise OrgGraphError("same-file", path=path)


def _find_views(graph: Any, names: tuple[str, ...]) -> "tuple[View, ...] | None":
    """Return the figures that were named, else those that fit; None for one of the whole."""
    from orggraph.documents.making import find_figures, read_figures
    from orggraph.views.reading import DIRECTORY

    if names:
        return read_figures(names)
    found = find_figures(graph, DIRECTORY)
    for view, error in found.misfits:
        told = say("view-left-out", language(), view=view.id, reason=error)
        print_error(Paragraph(told, "fair"))
    return found.views


def _write(
    document: "Document", targets: list[Target], template: Path | None, notices: "list[Problem]"
) -> None:
    """Write a report where it is to go, all of it or nothing, and tell what its maker should know.

    Raises OrgGraphError as `write_document` does, and for a file that cannot be written.
    """
    from orggraph.documents.making import find_report_files
    from orggraph.documents.writer import DocumentSettings
    from orggraph.documents.writers import write_document
    from orggraph.drawing.saving import save_files

    # Every format is made before anything is written: one that fails leaves nothing half done.
    saved = [
        find_report_files(document, target.path, target.suffix, template, notices.append)
        for target in targets
        if target.path
    ]
    settings = DocumentSettings(template, notify=notices.append)
    printed = [
        (write_document(document, target.suffix, settings)[0].data, target.suffix)
        for target in targets
        if not target.path
    ]
    once = [each for at, each in enumerate(notices) if each not in notices[:at]]
    print_error(*problem_blocks(tuple(once), language()))
    # Figures first: a document never refers to one that is not there.
    save_files([file for files in saved for file in (*files[1:], files[0])])
    for files in saved:
        if len(files) > 1:
            facts = {"first": files[1][0], "last": files[-1][0], "figures": len(files) - 1}
            key = "figures-written" if len(files) > 2 else "figure-written"
            print_error(Paragraph(say(key, language(), **facts)))
    for data, suffix in printed:
        print_file(data, suffix)
