"""Hold the data against its rules and its sources."""

import click

from orggraph.cli.command import command
from orggraph.cli.completion import complete_source
from orggraph.cli.context import language
from orggraph.cli.output import answer, print_report
from orggraph.cli.settings import load_graph, named_sources, query_options, sources_of
from orggraph.errors import OrgGraphError
from orggraph.source import ReadError


@command()
@click.option("--strict", is_flag=True, help="Let warnings count as problems.")
@query_options
def check(strict: bool) -> int:
    """Check the data, its quotations and its seats.

    Every quotation is looked up in its source. Exit code 1 where there are errors, or with --strict
    warnings.
    """
    try:
        graph = load_graph()
    except ReadError as error:
        if error.is_unreadable:
            raise
        from orggraph.reports.findings import report_problems

        print_report(report_problems(error.problems, language()))
        return 1
    found = graph.check(named_sources())
    answer(graph, found)
    return 1 if found.tally("error") or (strict and found.problems) else 0


@command()
@click.argument("source", required=False, shell_complete=complete_source)
@query_options
def coverage(source: str | None) -> int:
    """Show what rests on each paragraph of a SOURCE.

    Exit code 1 where nothing rests on a paragraph and it is not set aside.
    """
    from orggraph.evidence.coverage import ParagraphStatus, find_coverage

    graph = load_graph()
    if source is None:
        if len(graph.sources) != 1:
            known = ", ".join(graph.sources) or "–"
            raise OrgGraphError("name-a-source", known=known)
        source = next(iter(graph.sources))
    found = find_coverage(graph, sources_of(graph), source)
    answer(graph, found)
    return 1 if found.tally(ParagraphStatus.UNCOVERED) else 0
