"""Which pictures a page in one file has: the likeliest first, as far as there is room."""

from collections.abc import Iterator
from itertools import product

from orggraph.explore.ground import MOST_WHOLE, Ground
from orggraph.explore.part import Part
from orggraph.explore.spec import Spec
from orggraph.model import PartialDate

DEEP = 2


def plan_scenes(
    ground: Ground, part: Part, first: Spec, dates: list[PartialDate], languages: list[str]
) -> Iterator[Spec]:
    """Yield what the pictures of a file are to show, each once; ``first`` is what it opens with.

    At first the whole in every language and theme, then what is around each node, then the whole on
    each date; then the same in other languages and themes, and further around.
    """
    seen: set[Spec] = set()
    for spec in _iter_wanted(ground, part, first, dates, languages):
        if spec not in seen:
            seen.add(spec)
            yield spec


def _iter_wanted(
    ground: Ground, part: Part, first: Spec, dates: list[PartialDate], languages: list[str]
) -> Iterator[Spec]:
    themes = list(dict.fromkeys((first.theme, *ground.setup.themes)))
    looks = [(theme, language) for theme, language in product(themes, languages)]
    looks.sort(key=lambda look: (look[0] != first.theme, look[1] != first.lang))
    wholes = [first]
    is_whole = part.cards is None
    if is_whole and len(part.nodes) <= MOST_WHOLE:
        wholes.append(Spec(first.theme, first.lang))
    for whole, (theme, language) in product(wholes, looks):
        yield whole._replace(theme=theme, lang=language)
    for at, (theme, language) in enumerate(looks):
        yield from _around(part, theme, language, 1)
        for whole, date in product(wholes, (None, *dates)):
            yield whole._replace(theme=theme, lang=language, as_of=date)
        if not at:
            yield from _around(part, theme, language, DEEP)
    for theme, language in looks:
        yield from _around(part, theme, language, DEEP)


def _around(part: Part, theme: str, language: str, depth: int) -> Iterator[Spec]:
    return (Spec(theme, language, around=node, depth=depth) for node in part.nodes)
