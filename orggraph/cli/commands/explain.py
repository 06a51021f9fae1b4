"""Explain what check finds."""

import click

from orggraph.cli.command import command
from orggraph.cli.completion import complete_code
from orggraph.cli.context import language, setting
from orggraph.cli.output import print_report
from orggraph.cli.settings import common_options, format_option
from orggraph.cli.values import Words
from orggraph.errors import OrgGraphError, UnknownTermError
from orggraph.source.guessing import suggest
from orggraph.text import shorten
from orggraph.words import PROBLEMS, say
from orggraph.words.pages import Page, find_page, iter_pages


@command()
@click.argument("codes", type=Words(), nargs=-1, metavar="[CODE]...", shell_complete=complete_code)
@format_option
@common_options
def explain(codes: tuple[str, ...]) -> None:
    """Explain a finding: what it means, why it matters, what to do.

    CODE is its code or name, such as G001 or no-superior. Without CODE, a table of all.
    """
    from orggraph.reports.pages import report_index, report_pages

    if setting("data") is not None:
        raise OrgGraphError("option-unused", option="-d", command="explain")
    if codes:
        print_report(report_pages([_page(words) for words in codes], language()))
    else:
        print_report(report_index(list(iter_pages(language())), language()))


def _page(words: str) -> Page:
    page = find_page(words, language())
    if page is not None:
        return page
    known = [each for name, text in PROBLEMS.items() for each in (text.code, name)]
    guess = suggest(words, known)
    hint = "" if guess is None else say("did-you-mean", language(), suggestion=guess)
    raise UnknownTermError("no-such-rule", words=shorten(words), hint=hint)
