"""Pages of paper: which figures lie across them, how large they are, and what ink is read there."""

import re
from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import urlsplit

from orggraph.documents.document import (
    Block,
    Bullets,
    Figure,
    Heading,
    Note,
    Paragraph,
    Run,
    Table,
    Words,
)
from orggraph.render.markup import printable
from orggraph.render.writer import STANDARD_DPI
from orggraph.scene import Scene
from orggraph.scene.units import MM_PER_INCH, PIXELS_PER_INCH, POINTS_PER_INCH
from orggraph.themes.contrast import contrast_ratio
from orggraph.themes.theme import Theme

WHITE = "#ffffff"

LOCALES = MappingProxyType({"da": ("da", "DK"), "en": ("en", "GB")})
"""The language and region of a document by its language."""

_INKS = ("#16213a", "#4a5670", "#d9dee7")
_LEAST_INK = 7.0  # the contrast of text at level AAA of WCAG 2.2
_LEAST_POINTS = 7.0
_PRINT_DPI = 300
_WORTH_TURNING = 1.15
MOST_COLUMNS = 6
"""How many columns a table has on an upright page."""
_CAPTION = 16.0  # millimetres for a caption of two lines, and the room around it
_LINE = 5.5
_MM_PER_LETTER = 1.85
_MOST_LEAD = 900  # letters
_SPACE = re.compile(r"\s+")


class Area(NamedTuple):
    """The room for text on a page, in millimetres."""

    width: float
    height: float


class Section(NamedTuple):
    """Blocks on pages that are all upright, or all turned."""

    turned: bool
    blocks: tuple[Block, ...]


class Inks(NamedTuple):
    """Colours on white paper: for text, for what is said beside it, and for thin lines."""

    ink: str
    quiet: str
    rule: str


def inks_of(theme: Theme) -> Inks:
    """Return the theme's colours for text where they can be read on paper, or else dark ones.

    Themes for dark screens have light letters.
    """
    if contrast_ratio(theme.ink, WHITE) < _LEAST_INK or contrast_ratio(theme.quiet, WHITE) < 4.5:
        return Inks(*_INKS)
    return Inks(theme.ink, theme.quiet, theme.rule)


def split_sections(blocks: Sequence[Block], upright: Area, turned: Area) -> tuple[Section, ...]:
    """Return the blocks in sections: figures and tables that are too wide lie on turned pages.

    The headings, and the few words that lead to such a figure, go with it.
    """
    found: list[tuple[bool, list[Block]]] = []
    for block in blocks:
        turns = _turns(block, upright, turned)
        last = found[-1] if found else None
        if last and last[0] == turns:
            last[1].append(block)
            continue
        lead = _take_lead(last[1]) if last and turns else []
        found.append((turns, [*lead, block]))
    return tuple(Section(turns, tuple(inside)) for turns, inside in found if inside)


def picture_size(figure: Figure, area: Area, above: Sequence[Block] = ()) -> Area:
    """Return how large a figure is drawn: at most as it is, and as there is room below ``above``.

    ``above`` is what stands on its page before it.
    """
    size = _natural(figure.scene)
    room = area.height - _CAPTION - sum(_height(block, area) for block in above)
    room = max(room, area.height / 3)
    share = min(1.0, area.width / size.width, room / size.height)
    return Area(size.width * share, size.height * share)


def picture_dpi(figure: Figure, size: Area) -> int:
    """Return how fine a picture of pixels is made that is drawn as large as ``size``.

    It is never finer than pictures usually are, and a very large one, made small, not finer than
    print shows.
    """
    share = size.width / _natural(figure.scene).width
    return max(1, min(STANDARD_DPI, round(_PRINT_DPI * share)))


def lead_of(blocks: Sequence[Block], place: int) -> Sequence[Block]:
    """Return what stands on the page before the figure at ``place`` in a turned section.

    Each figure of such a section begins a page but for what leads to it.
    """
    start = place
    while start and not isinstance(blocks[start - 1], (Figure, Table)):
        start -= 1
    return blocks[start:place]


def leads(blocks: Sequence[Block], place: int) -> bool:
    """Whether the block at ``place`` stays on the page of the next one: a list follows it."""
    return place + 1 < len(blocks) and isinstance(blocks[place + 1], Bullets)


def plain(words: str) -> str:
    """Return ``words`` with a space for each gap, and a mark for what no file of text can hold."""
    return _SPACE.sub(" ", printable(words))


def plain_words(words: Words) -> str:
    """Return a line of words without its looks and notes."""
    return plain("".join(run.text for run in words))


def note_words(note: Note) -> Words:
    """Return a note with where its source is on the web: the name of the site leads there."""
    site = urlsplit(note.href).hostname if note.href else None
    if not site or any(run.href for run in note.words):
        return note.words
    return (*note.words, Run(" "), Run(site, href=note.href))


def _turns(block: Block, upright: Area, turned: Area) -> bool:
    if isinstance(block, Table):
        return len(block.headings) > MOST_COLUMNS
    if not isinstance(block, Figure):
        return False
    here, there = (picture_size(block, area).width for area in (upright, turned))
    smallest = min(_sizes(block.scene), default=_LEAST_POINTS)
    points = smallest * here / block.scene.width / MM_PER_INCH * POINTS_PER_INCH
    return points < _LEAST_POINTS and there > _WORTH_TURNING * here


def _natural(scene: Scene) -> Area:
    if scene.paper:
        return Area(*scene.paper)
    return Area(*(side / PIXELS_PER_INCH * MM_PER_INCH for side in (scene.width, scene.height)))


def _sizes(scene: Scene) -> Iterator[float]:
    """Yield the sizes of the letters that have to be read."""
    for card in scene.cards:
        yield from (text.size for text in card.texts)
    for route in scene.routes:
        yield from (text.size for text in route.label.texts) if route.label else ()


def _take_lead(blocks: list[Block]) -> list[Block]:
    """Take from the end of ``blocks`` what leads to the next one: its heading and what follows."""
    letters = 0
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        if isinstance(block, Heading):
            while at and isinstance(blocks[at - 1], Heading):
                at -= 1
            lead = blocks[at:]
            del blocks[at:]
            return lead
        if isinstance(block, (Figure, Table)):
            break
        letters += len(_text(block))
        if letters > _MOST_LEAD:
            break
    return []


def _text(block: Block) -> str:
    if isinstance(block, Paragraph):
        return plain_words(block.words)
    if isinstance(block, Bullets):
        return " ".join(map(plain_words, block.items))
    return ""


def _height(block: Block, area: Area) -> float:
    """Return about how high a block stands on a page."""
    if isinstance(block, Heading):
        return 3 * _LINE
    lines = len(block.items) if isinstance(block, Bullets) else 1
    return _LINE * (lines + 0.5 + len(_text(block)) * _MM_PER_LETTER // area.width)
