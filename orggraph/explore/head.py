"""What a page asks first: what there is to be shown, and in which words."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from importlib.util import find_spec
from typing import Any

from orggraph.explore.blocks import Json
from orggraph.explore.ground import MOST_WHOLE, Ground
from orggraph.explore.spec import Spec
from orggraph.model import Graph, PartialDate, Period
from orggraph.queries.times import parse_date
from orggraph.render.writers import writer_suffixes
from orggraph.reports.teller import Teller
from orggraph.source import Problem
from orggraph.vocabulary import Family, RelationType
from orggraph.words import LANGUAGES

_DARK = "dark"

_OF_PATHS = (
    *("path-reporting", "path-links", "path-connected", "path-none", "same-node"),
    *("strict-links", "strict-connected", "not-connected", "pure-line", "not-pure"),
    *("not-pure-against", "line-ends", "reports-to-nobody", "nobody-reports", "who-reports"),
    *("also", "no-evidence"),
)
"""What is said of paths, which a page in a file finds itself."""


def tell_head(ground: Ground, spec: Spec) -> Json:
    """Return what a page needs to begin with, in the language of ``spec`` and its theme."""
    graph, setup = ground.graph, ground.setup
    tell = Teller(graph, spec.lang, ground.sources)
    return {
        "title": tell.text(graph.title) or tell.say("explore-untitled"),
        "language": spec.lang,
        "languages": list(LANGUAGES),
        "themes": [_theme(tell, ground, theme) for theme in setup.themes],
        "default_theme": setup.theme,
        "dark_theme": _DARK if _DARK in setup.themes else None,
        "families": [_family(tell, ground, spec, each) for each in _families(graph)],
        "kinds": _kinds(tell, ground),
        "dates": [str(date) for date in dates_of(ground)],
        "counts": {"nodes": len(graph.nodes), "relations": graph.index.count_relations()},
        "start": dict(ground.start),
        "most_whole": MOST_WHOLE,
        "can": {"pptx": _can_make_slides(), "search_all": True},
        "words": find_words(spec.lang),
        "problems": [problem_json(each, spec.lang) for each in ground.notices],
        "version": ground.version,
    }


def problem_json(problem: Problem, language: str) -> Json:
    """Return a problem of the data as a page shows it."""
    return {
        "code": problem.code,
        "severity": problem.severity,
        "message": problem.message(language),
        "location": str(problem.location) if problem.location else None,
        "excerpt": problem.excerpt,
    }


def dates_of(ground: Ground) -> list[PartialDate]:
    """Return the dates that a page goes through: those of changes, and the one it begins with."""
    if ground.is_large:
        return []
    first = ground.start.get("as_of")
    return find_dates(ground.graph, [parse_date(first)] if first else ())


def find_dates(graph: Graph, others: Iterable[PartialDate] = ()) -> list[PartialDate]:
    """Return the dates on which something begins, or is over for the first time, in order.

    Those of ``others`` stand among them.
    """
    found = {*_iter_changes(_periods(graph)), *others}
    return sorted(found, key=lambda date: (date.first_day(), date.month or 0, date.day or 0))


def find_words(language: str) -> dict[str, str]:
    """Return the phrases that the page itself says, with the places of their facts."""
    from orggraph.words import PHRASES

    place = 1 if language == "da" else 0
    return {key: PHRASES[key][place] for key in _page_keys()}


def _page_keys() -> Iterable[str]:
    from orggraph.words import explore_page

    return (*explore_page.PHRASES, *_OF_PATHS)


def _theme(tell: Teller, ground: Ground, theme: str) -> Json:
    known = {"light", _DARK, "print"}
    label = tell.say(f"explore-theme-{theme}") if theme in known else theme
    files = ground.setup.find_theme(theme).font.files
    return {"id": theme, "label": label, "own_font": bool(files)}


def _families(graph: Graph) -> Iterator[tuple[Family, list[RelationType]]]:
    vocabulary = graph.vocabulary
    for family in vocabulary.families.values():
        yield family, [type_ for type_ in vocabulary.types.values() if type_.family == family.id]


def _family(
    tell: Teller, ground: Ground, spec: Spec, each: tuple[Family, list[RelationType]]
) -> Json:
    family, types = each
    style = ground.setup.find_theme(spec.theme).family(family.id)
    themes = {theme: ground.setup.find_theme(theme) for theme in ground.setup.themes}
    told: list[dict[str, Any]] = [
        {
            "id": type_.id,
            "label": tell.label(type_.id),
            "inverse": tell.label(type_.id, inverse=True),
            "count": ground.counts[type_.id],
        }
        for type_ in types
    ]
    return {
        "id": family.id,
        "label": tell.text(family.label),
        "colour": style.colour,
        "colours": {id_: theme.family(family.id).colour for id_, theme in themes.items()},
        "dash": list(style.dash),
        "count": sum(type_["count"] for type_ in told),
        "types": told,
    }


def _kinds(tell: Teller, ground: Ground) -> list[Json]:
    kinds, nodes = ground.graph.vocabulary.kinds, ground.graph.nodes
    counts: dict[str, int | None] = dict.fromkeys(kinds)
    if not ground.is_large:
        counts = {kind: sum(node.kind == kind for node in nodes.values()) for kind in kinds}
    return [
        {"id": kind.id, "label": tell.text(kind.label), "count": counts[kind.id]}
        for kind in kinds.values()
    ]


def _can_make_slides() -> bool:
    return "pptx" in writer_suffixes() and find_spec("pptx") is not None


def _periods(graph: Graph) -> Iterator[Period]:
    for node in graph.iter_nodes():
        yield node.period
    for seat in graph.iter_seats():
        yield seat.period
    for relation in graph.iter_relations():
        yield relation.period


def _iter_changes(periods: Iterable[Period]) -> Iterator[PartialDate]:
    for period in periods:
        if period.start:
            yield period.start
        if period.end and (after := _after(period.end)):
            yield after


def _after(end: PartialDate) -> PartialDate | None:
    """Return the first date after ``end``, known as exactly; None where the calendar ends."""
    try:
        day = end.last_day() + timedelta(days=1)
    except OverflowError:
        return None
    return PartialDate(day.year, end.month and day.month, end.day and day.day)
