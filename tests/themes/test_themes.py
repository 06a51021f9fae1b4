"""The shipped themes: can everybody read them, and tell their lines and cards apart?"""

from itertools import combinations, pairwise
from pathlib import Path
from typing import get_args

import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.svgLib.path import parse_path

from orggraph.scene import Change, LineStyle
from orggraph.scene.icons import GRID, ICONS
from orggraph.themes import reading
from orggraph.themes.checking import find_theme_problems, iter_pairs
from orggraph.themes.contrast import GRAPHICS_LEAST, TEXT_LEAST, contrast_ratio
from orggraph.themes.reading import find_theme, theme_names
from orggraph.themes.theme import Theme
from orggraph.vocabulary import core_vocabulary
from tests.themes.colour_vision import VISIONS, distance, seen

AT_A_GLANCE = 10.0
CHANGES: tuple[Change, ...] = get_args(Change)
THEMES = [find_theme(name) for name in theme_names()]
COLOURED = [theme for theme in THEMES if theme.name != "print"]
by_name = pytest.mark.parametrize("theme", THEMES, ids=theme_names())


def strokes(style: LineStyle) -> tuple[float, ...]:
    """Return the lengths of the dashes that repeat, without the gaps; none for a solid line."""
    return style.dash[::2]


def dashes_differ(one: LineStyle, other: LineStyle) -> bool:
    """Whether one can tell the patterns: by how many dashes repeat, or by their clear length."""
    if len(strokes(one)) != len(strokes(other)):
        return True
    lengths = zip(strokes(one), strokes(other), strict=True)
    return any(max(pair) >= 1.75 * min(pair) for pair in lengths)


def colours_of(theme: Theme) -> set[str]:
    kinds = [*theme.kinds.values(), theme.other_kind]
    lines = [*theme.families.values(), theme.other_family]
    whole = theme.background, theme.ink, theme.quiet, theme.rule, theme.vacancy, theme.highlight
    whole += tuple(c for change in CHANGES for c in (theme.change(change), theme.tint(change)))
    parts = {c for kind in kinds for c in (kind.fill, kind.line, kind.bar, kind.bar_ink)}
    return {*whole, *parts, *(line.colour for line in lines)}


def test_every_theme_file_that_is_shipped_has_a_name() -> None:
    files = Path(reading.__file__).parent.glob("*.yaml")
    assert sorted(file.stem for file in files) == sorted(theme_names())
    assert theme_names()[0] == "light"
    assert [theme.name for theme in THEMES] == list(theme_names())


@by_name
def test_a_theme_knows_all_kinds_and_families(theme: Theme) -> None:
    vocabulary = core_vocabulary()
    assert set(theme.kinds) == set(vocabulary.kinds)
    assert set(theme.families) == set(vocabulary.families)


@by_name
def test_everything_is_read_with_ease(theme: Theme) -> None:
    grounds = (theme.background, theme.highlight)
    kinds = [*theme.kinds.values(), theme.other_kind]
    lines = [*theme.families.values(), theme.other_family]
    text = [(c, g) for g in grounds for c in (theme.ink, theme.quiet)]
    text += [(c, k.fill) for k in kinds for c in (theme.ink, theme.quiet, theme.vacancy)]
    text += [(theme.vacancy, theme.background)]
    text += [(line.colour, ground) for line in lines for ground in grounds]
    shapes = [(k.line, ground) for k in kinds for ground in (*grounds, k.fill)]
    shapes += [(k.bar_ink, k.bar) for k in kinds]
    for change in CHANGES:
        colour, tint = theme.change(change), theme.tint(change)
        text += [(colour, theme.background)]
        text += [(c, tint) for c in (theme.ink, theme.quiet)]
        shapes += [(colour, tint)]
    assert [pair for pair in text if contrast_ratio(*pair) < TEXT_LEAST] == []
    assert [pair for pair in shapes if contrast_ratio(*pair) < GRAPHICS_LEAST] == []
    # What users are warned about is the same.
    assert {(p.colour, p.ground.colour) for p in iter_pairs(theme)} == {*text, *shapes}
    assert find_theme_problems(theme) == ()


@by_name
@pytest.mark.parametrize("vision", VISIONS)
def test_families_are_told_apart_by_everybody(theme: Theme, vision: str) -> None:
    for (one, a), (other, b) in combinations(theme.families.items(), 2):
        apart = distance(seen(a.colour, vision), seen(b.colour, vision))
        assert apart >= AT_A_GLANCE or dashes_differ(a, b), f"{one} and {other}: {apart:.1f}"


@by_name
def test_every_family_has_a_dash_of_its_own(theme: Theme) -> None:
    styles = [*theme.families.values(), theme.other_family]
    assert len({style.dash for style in styles}) == len(styles)
    assert all(dashes_differ(a, b) for a, b in combinations(theme.families.values(), 2))
    assert [family for family, style in theme.families.items() if not style.dash] == ["reporting"]


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
@pytest.mark.parametrize("vision", [v for v in VISIONS if v != "greyscale"])
def test_the_colours_of_the_main_families_differ_for_everybody(theme: Theme, vision: str) -> None:
    main = [theme.families[family].colour for family in ("reporting", "appointment", "contact")]
    for one, other in combinations(main, 2):
        assert distance(seen(one, vision), seen(other, vision)) >= AT_A_GLANCE


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
def test_all_families_have_colours_of_their_own(theme: Theme) -> None:
    colours = [style.colour for style in theme.families.values()]
    for one, other in combinations(colours, 2):
        assert distance(seen(one, "normal"), seen(other, "normal")) >= AT_A_GLANCE


@by_name
def test_lines_have_widths_that_print_and_reporting_is_heaviest(theme: Theme) -> None:
    widths = {family: style.width for family, style in theme.families.items()}
    assert all(1.6 <= width <= 2.6 for width in [*widths.values(), theme.other_family.width])
    assert [f for f, width in widths.items() if width == max(widths.values())] == ["reporting"]


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
@pytest.mark.parametrize("vision", [v for v in VISIONS if v != "greyscale"])
def test_what_differs_is_told_apart_by_everybody(theme: Theme, vision: str) -> None:
    """From each other, and from what is as it was; without colour, the signs tell it."""
    colours = [*map(theme.change, CHANGES), theme.quiet]
    for one, other in combinations(colours, 2):
        assert distance(seen(one, vision), seen(other, vision)) >= AT_A_GLANCE


@by_name
def test_what_is_as_it_was_is_quiet_and_keeps_its_icon_and_dash(theme: Theme) -> None:
    quiet = theme.muted()
    assert {kind.line for kind in quiet.kinds.values()} == {theme.quiet}
    assert {line.colour for line in quiet.families.values()} == {theme.quiet}
    for id_, style in theme.families.items():
        assert quiet.family(id_).dash == style.dash
    for id_, kind in theme.kinds.items():
        assert quiet.kind(id_).icon == kind.icon


@by_name
@pytest.mark.parametrize("vision", VISIONS)
def test_the_marker_pen_is_seen_by_everybody(theme: Theme, vision: str) -> None:
    """It has little contrast by nature, as what it marks must stay readable."""
    apart = distance(seen(theme.highlight, vision), seen(theme.background, vision))
    coloured_copy = vision == "greyscale" and theme.name != "print"
    assert apart >= (AT_A_GLANCE / 2 if coloured_copy else AT_A_GLANCE)


@by_name
def test_kinds_are_told_apart_without_colour(theme: Theme) -> None:
    icons = [kind.icon for kind in (*theme.kinds.values(), theme.other_kind)]
    assert len(set(icons)) == len(icons)
    assert set(icons) <= set(ICONS)


def test_the_print_theme_is_grey_only() -> None:
    for colour in colours_of(find_theme("print")):
        assert colour[1:3] == colour[3:5] == colour[5:7], colour


def test_the_greys_of_kinds_in_print_go_from_dark_to_light() -> None:
    bars = [int(kind.bar[1:3], 16) for kind in find_theme("print").kinds.values()]
    assert all(light - dark >= 0x15 for dark, light in pairwise(bars))


@pytest.mark.parametrize("icon", ICONS)
def test_an_icon_lies_within_its_grid_and_fills_it(icon: str) -> None:
    pen = BoundsPen(None)
    parse_path(ICONS[icon], pen)
    left, top, right, bottom = pen.bounds
    assert 0 <= left < right <= GRID
    assert 0 <= top < bottom <= GRID
    assert right - left >= 0.75 * GRID
    assert bottom - top >= 0.7 * GRID
    assert (left + right) / 2 == pytest.approx(GRID / 2)
