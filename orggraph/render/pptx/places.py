"""What the layout of a deck leaves for us: where its title and a picture stand, on which ground."""

from typing import Any

from orggraph.layout.metrics import Metrics
from orggraph.render.pptx.frame import EMU_PER_INCH, Room
from orggraph.render.pptx.frame import title_room as own_title_room
from orggraph.render.pptx.template import Deck, is_title
from orggraph.render.pptx.xml import find
from orggraph.scene.units import POINTS_PER_INCH

_LOWER, _UPPER, _WIDE = 0.7, 0.45, 0.5
_SIDE, _GAP = 0.04, 0.02
_INSETS = (182_880, 91_440)  # of text from both sides, and from above and below
_LINE = 1.2  # the height of a line, in sizes of its letters
_LEAST_SHARE = 30
_USUAL_SIZE = 1800


def title_room(deck: Deck) -> Room | None:
    """Return the room of the title in the layout; None where no title stands above a picture."""
    width, height = deck.size
    for place in deck.layout.placeholders:
        if is_title(place) and None not in (place.left, place.top, place.width, place.height):
            room = Room(int(place.left), int(place.top), int(place.width), int(place.height))
            above = room.y + room.height < _UPPER * height and room.width > _WIDE * width
            return room if above else None
    return None


def title_share(deck: Deck, words: str) -> int:
    """Return the size of a title, in per cent of its layout's, at which it stays in its room.

    How wide it is, is reckoned in our own fonts.
    """
    room = title_room(deck)
    if room is None or not deck.is_template:  # ours is as large as it has to be
        return 100
    metrics = Metrics()
    width, height = room.width - _INSETS[0], room.height - _INSETS[1]
    for share in range(100, _LEAST_SHARE, -10):
        letters = _title_size(deck.layout) * share / 100
        lines = metrics.wrap(words, letters, width, "semibold")
        if len(lines) * _LINE * letters <= height:
            return share
    return _LEAST_SHARE


def _title_size(layout: Any) -> float:
    """Return the size of the letters of a layout's title: its own, or as its master has it."""
    title = "p:cSld/p:spTree/p:sp[p:nvSpPr/p:nvPr/p:ph[@type='title' or @type='ctrTitle']]"
    own = f"{title}/p:txBody/a:lstStyle/a:lvl1pPr/a:defRPr/@sz"
    usual = "p:txStyles/p:titleStyle/a:lvl1pPr/a:defRPr/@sz"
    master = layout.slide_master._element
    sizes = [*find(layout._element, own), *find(master, own), *find(master, usual), _USUAL_SIZE]
    return float(sizes[0]) / 100 / POINTS_PER_INCH * EMU_PER_INCH


def picture_room(deck: Deck) -> Room:
    """Return the room that a layout leaves for a picture: below its title, above its footer."""
    width, height = deck.size
    side, gap = round(width * _SIDE), round(height * _GAP)
    title = title_room(deck) or own_title_room(deck.size)
    top, bottom = title.y + title.height + gap, height - side
    left, right = max(title.x, 0), min(title.x + title.width, width)
    for place in deck.layout.placeholders:
        low = place.top is not None and int(place.top) > _LOWER * height
        if low and not is_title(place):
            bottom = min(bottom, int(place.top) - gap)
    return Room(left, top, max(right - left, 1), max(bottom - top, 1))


def has_plain_ground(deck: Deck) -> bool:
    """Whether slides have the colour that a deck's text is made for, and no other, nor a photo."""
    layout = deck.layout._element
    grounds = [
        *find(layout, "p:cSld/p:bg"),
        *find(deck.layout.slide_master._element, "p:cSld/p:bg"),
    ]
    if not grounds:
        return True
    plain = "p:bgPr/a:solidFill/a:schemeClr|p:bgRef[@idx='0' or @idx='1001']/a:schemeClr"
    return any(colour.get("val") == "bg1" for colour in find(grounds[0], plain))
