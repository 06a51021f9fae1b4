"""Writer for PowerPoint: one slide a scene, of shapes that are edited like any others.

A card is a group with one shape that has its text; lines are connectors glued to that shape, and
follow it. What PowerPoint has no words for is said in the modules beside this one.
"""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from datetime import datetime
from typing import Any

from orggraph.errors import OrgGraphError
from orggraph.formats.packages import settled
from orggraph.render.markup import branch
from orggraph.render.pptx import surroundings
from orggraph.render.pptx.cards import card_group
from orggraph.render.pptx.frame import Frame, frame, smallest_text
from orggraph.render.pptx.frame import title_room as own_title_room
from orggraph.render.pptx.lines import connectors, markers
from orggraph.render.pptx.notes import write_notes
from orggraph.render.pptx.own import make_deck
from orggraph.render.pptx.palette import Accents, choose, filled, find_accents, rgb
from orggraph.render.pptx.places import (
    has_plain_ground,
    picture_room,
    title_room,
    title_share,
)
from orggraph.render.pptx.sheet import Sheet
from orggraph.render.pptx.sites import find_ports
from orggraph.render.pptx.template import Deck, open_template
from orggraph.render.pptx.xml import DECLARED, find, parse
from orggraph.render.writer import Settings, Writer
from orggraph.scene import Scene
from orggraph.text.escapes import one_line

SMALLEST = 8.0
"""Text smaller than this, in points, is hard to read on a slide."""

_NO_DAY = datetime(2000, 1, 1)  # the same bytes on every day
_LONGEST_TITLE = 255


def write(scenes: Sequence[Scene], settings: Settings) -> bytes:
    """Return the scenes as a deck of slides, in the settings' template where there is one.

    Raises OrgGraphError where the extra `slides` is not installed, and for a template that cannot
    be used.
    """
    deck = _open(scenes, settings)
    accents = find_accents(scenes) if deck.is_template else None
    for scene in scenes:
        slide = deck.presentation.slides.add_slide(deck.layout)
        for place in list(slide.placeholders):  # ours come with their own numbers
            place._element.getparent().remove(place._element)
        _take_colours(slide, deck.layout)
        _fill(slide, scene, deck, accents)
        if not deck.is_template and scene.background != scenes[0].background:
            _set_background(slide, scene.background)
        write_notes(slide, scene, settings.quotes)
    _describe(deck.presentation, scenes[0])
    return settled(deck.presentation.save)


def find_smallest(scenes: Sequence[Scene], settings: Settings) -> float:
    """Return the size of the smallest text on the slides, in points; raises as `write` does."""
    deck = _open(scenes, settings)
    return min(smallest_text(scene, _frame(scene, deck)) for scene in scenes)


def _open(scenes: Sequence[Scene], settings: Settings) -> Deck:
    try:
        import pptx  # noqa: F401
    except ImportError as error:
        raise OrgGraphError("slides-extra-missing") from error
    return open_template(settings.template) if settings.template else make_deck(scenes)


def _frame(scene: Scene, deck: Deck) -> Frame:
    return frame(scene, deck.size, picture_room(deck) if deck.is_template else None)


def _fill(slide: Any, scene: Scene, deck: Deck, accents: Accents | None) -> None:
    from pptx.opc.constants import RELATIONSHIP_TYPE

    def link(href: str) -> str:
        return str(slide.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    title = None if title_room(deck) else own_title_room(deck.size)
    palette = choose(scene, accents)
    placed = _frame(scene, deck)
    share = title_share(deck, one_line(scene.title))
    sheet = Sheet(
        scene,
        placed,
        palette,
        link,
        title,
        title_share=share,
        has_own_fonts=deck.is_template,
        needs_backdrop=deck.is_template and not has_plain_ground(deck),
    )
    lines = branch("p:spTree", _shapes(sheet), **DECLARED)
    tree = slide.shapes._spTree
    for shape in list(parse(lines)):
        tree.append(shape)


def _shapes(sheet: Sheet) -> Iterator[str]:
    """Yield all that is on a slide, from the lowest to the topmost, which is how it is read."""
    scene = sheet.scene
    yield from surroundings.title(sheet)
    yield from surroundings.backdrop(sheet)
    ports = find_ports(scene)
    numbers, groups = {}, []
    for card in scene.cards:
        numbers[card.id], group = card_group(sheet, card, ports[card.id])
        groups += group
    yield from surroundings.rules(sheet)
    yield from markers(sheet, numbers, ports)
    yield from groups
    yield from connectors(sheet, numbers, ports)
    yield from surroundings.labels(sheet)
    yield from surroundings.texts(sheet)
    yield from surroundings.legend(sheet)


def _take_colours(slide: Any, layout: Any) -> None:
    """Let a slide have the colours of a layout that is light where its master is dark, or so."""
    for own in find(layout._element, "p:clrMapOvr[a:overrideClrMapping]"):
        for usual in find(slide._element, "p:clrMapOvr"):
            slide._element.replace(usual, deepcopy(own))


def _set_background(slide: Any, colour: str) -> None:
    inside = branch("p:bgPr", [filled(rgb(colour)), "<a:effectLst/>"])
    slide._element.cSld.insert(0, parse(branch("p:bg", inside, **DECLARED)))


def _describe(presentation: Any, scene: Scene) -> None:
    about = presentation.core_properties
    about.title = one_line(scene.title)[:_LONGEST_TITLE]
    about.language = scene.language
    about.author = about.last_modified_by = "orggraph"
    about.created = about.modified = _NO_DAY
    about.revision = 1
    for name in ("comments", "keywords", "subject", "category"):
        setattr(about, name, "")


WRITER = Writer(("pptx",), "PowerPoint", write, many=True)
