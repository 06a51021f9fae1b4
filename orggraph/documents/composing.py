"""From a graph to a report: a document that is read from top to bottom."""

from collections.abc import Callable, Iterator

from orggraph.checks import check
from orggraph.documents.content.bodies import tell_bodies
from orggraph.documents.content.figures import tell_figures
from orggraph.documents.content.findings import tell_checks, tell_sources
from orggraph.documents.content.nodes import tell_nodes
from orggraph.documents.content.parts import Making
from orggraph.documents.content.prose import tell_date
from orggraph.documents.content.relations import tell_families
from orggraph.documents.content.summary import tell_summary
from orggraph.documents.document import Block, Document, Fact, Labels
from orggraph.documents.options import STANDARD, ReportOptions
from orggraph.documents.version import find_files, find_version
from orggraph.evidence.verify import Sources
from orggraph.model import Graph, PartialDate
from orggraph.reports.teller import Teller
from orggraph.source import Problem
from orggraph.themes.reading import find_theme
from orggraph.views.view import View

Progress = Callable[[float], None]

MOST_FINDINGS = 1_000
"""How many findings of a rule, quotations and seats the checks of a report tell one by one."""

_CHECKED, _DRAWN = 0.4, 0.8


def compose(
    graph: Graph,
    options: ReportOptions = STANDARD,
    sources: Sources | None = None,
    *,
    notify: Callable[[Problem], None] = lambda notice: None,
    progress: Progress = lambda done: None,
) -> Document:
    """Return the report of a graph: summary, figures, bodies, relations, checks and sources.

    It tells of the date that the options or the graph itself are restricted to, else of all that is
    written down; seats and terms are those of that date, else of the report's. What it says rests
    on ``sources``, else on the documents that the graph names. ``notify`` is told what the maker
    should know of each figure, ``progress`` how much is done, from 0 to 1. Raises OrgGraphError for
    a view that does not fit, and for a theme that there is not.
    """
    date = options.date or PartialDate.today()
    day = options.as_of or graph.day
    whole = graph.undated or graph
    shown = graph.with_sources(graph.sources) if day is None else graph.restricted(as_of=day)
    shown.day = day or date  # on which seats and terms are judged
    options = options._replace(as_of=day)
    theme = find_theme(options.theme or View().theme)
    language = options.language or graph.language
    tell = Teller(shown, language, sources)
    making = Making(tell)
    found = check(
        shown,
        tell.sources,
        most=MOST_FINDINGS,
        progress=lambda done: progress(done * _CHECKED),
    )

    def blocks() -> Iterator[Block]:
        yield from tell_summary(making, found)
        drawn = _DRAWN - _CHECKED
        yield from tell_figures(
            making,
            whole,
            options,
            lambda done: progress(_CHECKED + done * drawn),
            notify,
        )
        yield from tell_bodies(making, lambda done: progress(_DRAWN + done * (1 - _DRAWN)))
        yield from tell_families(making)
        yield from tell_nodes(making)
        yield from tell_checks(making, found)
        yield from tell_sources(making, found)

    made = tuple(blocks())
    facts = _facts(tell, options, date)
    progress(1)
    return Document(
        title=options.title or tell.text(graph.title) or tell.say("report-title"),
        subtitle=tell.say("report-subtitle"),
        language=language,
        facts=facts,
        blocks=made,
        notes=making.notes.all(),
        labels=_labels(tell),
        theme=theme,
        date=date,
    )


def _facts(tell: Teller, options: ReportOptions, date: PartialDate) -> tuple[Fact, ...]:
    """Return what stands under the title."""
    files = options.files or find_files(tell.graph)
    facts = [
        ("fact-date", tell_date(tell, date)),
        ("fact-as-of", "" if options.as_of is None else tell_date(tell, options.as_of)),
        ("fact-data", ", ".join(files)),
        ("fact-version", find_version(tell.graph)),
    ]
    return tuple(Fact(tell.say(key), value) for key, value in facts if value)


def _labels(tell: Teller) -> Labels:
    return Labels(
        contents=tell.say("label-contents"),
        figure=tell.say("label-figure"),
        table=tell.say("label-table"),
        notes=tell.say("label-notes"),
        page=tell.say("label-page"),
        of=tell.say("label-of"),
        back=tell.say("label-back"),
        outline=tell.say("label-outline"),
    )
