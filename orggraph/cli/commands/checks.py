"""Hold the data against its rules and its sources."""

from collections.abc import Sequence

import click

from orggraph.checks.check import LeftOut
from orggraph.checks.settings import SetAsideFinding
from orggraph.cli.command import command
from orggraph.cli.context import language, setting
from orggraph.cli.output import answer, print_report, print_text
from orggraph.cli.progress import progress_bar
from orggraph.cli.settings import FINDING_FORMATS, check_options, load_graph, named_sources
from orggraph.source import Problem, ReadError
from orggraph.words import say


@command()
@click.option("--strict", is_flag=True, help="Let warnings count as problems.")
@check_options
def check(strict: bool) -> int:
    """Check the data, its quotations, its seats and the rules of governance.

    Every quotation is looked up in its source; what a rule means, explain tells. Exit code 1 where
    there are errors, or with --strict warnings. The formats github and sarif are for the review of
    a change.
    """
    as_findings = setting("format") in FINDING_FORMATS
    try:
        graph = load_graph()
    except ReadError as error:
        if as_findings:
            _print_findings(error.problems)
            return 2 if error.is_unreadable else 1
        if error.is_unreadable:
            raise
        from orggraph.reports.findings import report_problems

        print_report(report_problems(error.problems, language()))
        return 1
    with progress_bar(say("checking", language())) as progress:
        found = graph.check(named_sources(), progress=progress)
    if as_findings:
        _print_findings(found.problems, found.set_aside, found.left_out)
    else:
        answer(graph, found)
    return 1 if found.tally("error") or (strict and found.tally("warning")) else 0


def _print_findings(
    problems: Sequence[Problem],
    set_aside: Sequence[SetAsideFinding] = (),
    left_out: LeftOut = LeftOut(),  # noqa: B008  # frozen
) -> None:
    if setting("format") == "github":
        from orggraph.reports.annotations import write_github

        print_text(write_github(problems, language(), left_out))
        return
    from orggraph import __version__
    from orggraph.reports.sarif import write_sarif

    print_text(write_sarif(problems, language(), set_aside, left_out, version=__version__))
