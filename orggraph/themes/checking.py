"""Say where a theme's colours are hard to read on each other."""

from collections.abc import Collection, Iterator
from typing import NamedTuple, get_args

from orggraph.scene import Change
from orggraph.source import Problem, problem
from orggraph.themes.contrast import GRAPHICS_LEAST, TEXT_LEAST, contrast_ratio
from orggraph.themes.theme import KindStyle, Theme
from orggraph.words import Word, say


class Part(NamedTuple):
    """A part of a picture, by the key of its phrase; it is said in the language of the sentence."""

    key: str
    id: str | Word = ""
    colour: str = ""

    def message(self, language: str, /) -> str:
        """Return what the part is called in ``language``."""
        return say(self.key, language, id=self.id, colour=self.colour)


class Pair(NamedTuple):
    """Two colours that meet: those of a part, and of the ground that it stands on."""

    part: Part
    colour: str
    ground: Part
    least: float

    @property
    def ratio(self) -> float:
        """The contrast of the two."""
        return contrast_ratio(self.colour, self.ground.colour)


def find_theme_problems(theme: Theme) -> tuple[Problem, ...]:
    """Return a warning for each pair of colours with less contrast than WCAG AA asks for.

    Text needs 4.5:1 on what it stands on; lines, borders and icons need 3:1.
    """
    return tuple(
        problem(
            "low-contrast",
            theme=theme.name,
            part=pair.part,
            colour=pair.colour,
            ground=pair.ground,
            # Rounded down: 4.49 is not enough, and must not look so.
            ratio=int(pair.ratio * 100) / 100,
            least=float(pair.least),
        )
        for pair in iter_pairs(theme)
        if pair.ratio < pair.least
    )


def find_unused_styles(
    theme: Theme, kinds: Collection[str], families: Collection[str]
) -> tuple[Problem, ...]:
    """Return a warning for each kind and family of a theme that is none of those given, by id."""
    parts = (("unused-kind", theme.kinds, kinds), ("unused-family", theme.families, families))
    return tuple(
        problem(name, theme=theme.name, id=id_, known=", ".join(known))
        for name, styles, known in parts
        for id_ in styles
        if id_ not in known
    )


def iter_pairs(theme: Theme) -> Iterator[Pair]:
    """Yield every pair of colours that a picture can put together, with the contrast it needs.

    Thin rules are left out: they only decorate, and nothing is lost with them.
    """
    background = Part("theme-background", colour=theme.background)
    highlight = Part("theme-highlight", colour=theme.highlight)
    grounds = (background, highlight)
    ink, quiet, vacancy = Part("theme-ink"), Part("theme-quiet"), Part("theme-vacancy")
    for ground in grounds:
        yield Pair(ink, theme.ink, ground, TEXT_LEAST)
        yield Pair(quiet, theme.quiet, ground, TEXT_LEAST)
    yield Pair(vacancy, theme.vacancy, background, TEXT_LEAST)
    if theme.header:
        yield Pair(Part("theme-header"), theme.header.colour, background, TEXT_LEAST)
    for id_, kind in _iter_kinds(theme):
        fill = Part("theme-fill", id_, kind.fill)
        yield Pair(ink, theme.ink, fill, TEXT_LEAST)
        yield Pair(quiet, theme.quiet, fill, TEXT_LEAST)
        yield Pair(vacancy, theme.vacancy, fill, TEXT_LEAST)
        for ground in (*grounds, fill):
            yield Pair(Part("theme-border", id_), kind.line, ground, GRAPHICS_LEAST)
        bar = Part("theme-bar", id_, kind.bar)
        yield Pair(Part("theme-icon", id_), kind.bar_ink, bar, GRAPHICS_LEAST)
    lines = {**theme.families, Word("theme-other"): theme.other_family}
    for id_, line in lines.items():
        # The words on a line have its colour, so that it has to carry text.
        for ground in grounds:
            yield Pair(Part("theme-line", id_), line.colour, ground, TEXT_LEAST)
    yield from _iter_changes(theme)


def _iter_changes(theme: Theme) -> Iterator[Pair]:
    """Yield the pairs of a picture of two versions, where what is as it was is quiet."""
    ink, quiet = Part("theme-ink"), Part("theme-quiet")
    changes: tuple[Change, ...] = get_args(Change)
    for change in changes:
        part, colour = Part(f"theme-{change}"), theme.change(change)
        background = Part("theme-background", colour=theme.background)
        tint = Part("theme-tint", colour=theme.tint(change))
        # The words on a line have its colour; the sign has that of the background, on a disc.
        yield Pair(part, colour, background, TEXT_LEAST)
        yield Pair(part, colour, tint, GRAPHICS_LEAST)
        yield Pair(ink, theme.ink, tint, TEXT_LEAST)
        yield Pair(quiet, theme.quiet, tint, TEXT_LEAST)


def _iter_kinds(theme: Theme) -> Iterator[tuple[str, KindStyle]]:
    yield from theme.kinds.items()
    yield Word("theme-other"), theme.other_kind
