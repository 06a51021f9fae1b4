"""The deck of our own that slides go into where there is no template.

It is the one that comes with python-pptx, in the size, the fonts and the colours of the scenes.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from orggraph.render.pptx.frame import Room, slide_size, title_room
from orggraph.render.pptx.template import Deck, drop_useless
from orggraph.render.pptx.xml import add, find, read, write
from orggraph.scene import Scene

_ACCENTS = 6
_INK, _QUIET, _RULE = "#000000", "#444444", "#cccccc"
_TITLE_POINTS = 1800
_TITLE_ONLY = "titleOnly"


def make_deck(scenes: Sequence[Scene]) -> Deck:
    """Return an empty deck for scenes."""
    from pptx import Presentation

    presentation: Any = Presentation()
    before = Deck(presentation, None, is_template=False).size
    size = slide_size(scenes)
    presentation.slide_width, presentation.slide_height = size
    sizes = find(presentation.part._element, "p:sldSz")[0]
    sizes.attrib.pop("type", None)
    drop_useless(presentation)
    master = presentation.slide_master
    for part in (master, *master.slide_layouts):
        _stretch(part._element, size[0] / before[0], size[1] / before[1])
    _set_theme(presentation, scenes)
    layout = next(e for e in master.slide_layouts if e._element.get("type") == _TITLE_ONLY)
    _set_title(master._element, layout._element, title_room(size))
    return Deck(presentation, layout, is_template=False)


def _stretch(root: Any, across: float, down: float) -> None:
    """Stretch the places of a layout to a slide of another size."""
    for name, factors in (("off", ("x", "y")), ("ext", ("cx", "cy"))):
        for place in find(root, f".//p:sp/p:spPr/a:xfrm/a:{name}"):
            for key, factor in zip(factors, (across, down), strict=True):
                place.set(key, str(round(int(place.get(key)) * factor)))


def _set_title(master: Any, layout: Any, room: Room) -> None:
    """Let titles look and stand as they do above our pictures."""
    style = find(master, "p:txStyles/p:titleStyle/a:lvl1pPr")[0]
    style.set("algn", "l")
    letters = find(style, "a:defRPr")[0]
    letters.set("sz", str(_TITLE_POINTS))
    letters.set("b", "1")
    for root in (master, layout):
        for title in find(root, ".//p:sp[p:nvSpPr/p:nvPr/p:ph/@type='title']"):
            for place in find(title, "p:spPr/a:xfrm/a:off"):
                place.set("x", str(room.x))
                place.set("y", str(room.y))
            for extent in find(title, "p:spPr/a:xfrm/a:ext"):
                extent.set("cx", str(room.width))
                extent.set("cy", str(room.height))


def _set_theme(presentation: Any, scenes: Sequence[Scene]) -> None:
    """Give the deck the colours and the font of the scenes, to choose from in PowerPoint."""
    from pptx.opc.constants import RELATIONSHIP_TYPE

    part = presentation.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = read(part.blob)
    first = scenes[0]
    names = [text.colour for card in first.cards for text in card.texts if text.role == "name"]
    titles = [text.colour for text in first.texts if text.role == "title"]
    quiet = [entry.text.colour for entry in first.legend]
    ink = next(iter(titles + names), _INK)
    colours = {
        "dk1": ink,
        "lt1": first.background,
        "dk2": next(iter(quiet), _QUIET),
        "lt2": next((rule.colour for rule in first.rules), _RULE),
        "hlink": ink,
        "folHlink": ink,
    }
    accents = islice(dict.fromkeys(_colours(scenes)), _ACCENTS)
    colours |= {f"accent{at}": colour for at, colour in enumerate(accents, start=1)}
    for name, colour in colours.items():
        value = colour.removeprefix("#").upper()
        for place in find(theme, f"a:themeElements/a:clrScheme/a:{name}"):
            for old in list(place):
                place.remove(old)
            add(place, "a", "srgbClr", val=value)
    fonts = "a:themeElements/a:fontScheme/*/a:latin"
    for latin in find(theme, fonts):
        latin.set("typeface", font_name(first))
    part._blob = write(theme)


def font_name(scene: Scene) -> str:
    """Return the first of a scene's font families, as office programs know it."""
    return scene.font.split(",")[0].strip().strip("'\"") or "Arial"


def _colours(scenes: Sequence[Scene]) -> Iterator[str]:
    """Yield the colours of kinds, and then of families, in the order of the legends."""
    for scene in scenes:
        yield from (entry.card.bar for entry in scene.legend if entry.card)
    for scene in scenes:
        yield from (entry.style.colour for entry in scene.legend if entry.style)
    for scene in scenes:
        yield from (card.bar for card in scene.cards)
        yield from (route.style.colour for route in scene.routes)
