"""The deck that slides go into: one of our own, or a person's template.

python-pptx does what it knows; the rest follows ECMA-376, part 1, 19.
"""

import re
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from orggraph.errors import OrgGraphError, os_reason
from orggraph.render.pptx.frame import Room
from orggraph.render.pptx.frame import title_room as own_title_room
from orggraph.render.pptx.xml import find

_CONTENT_TYPES = "[Content_Types].xml"
_MAIN = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
# Templates, shows, and those with macros, which a .pptx may not have.
_OTHER_MAIN = re.compile(
    rb"application/vnd\.(?:openxmlformats-officedocument\.presentationml\.(?:template|slideshow)"
    rb"|ms-powerpoint\.(?:presentation|template|slideshow)\.macroEnabled)\.main\+xml"
)
_OF_NO_USE = ("/vbaProject", "/printerSettings", "/thumbnail")
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_LOWER, _UPPER, _WIDE = 0.7, 0.45, 0.5
_SIDE, _GAP = 0.04, 0.02


class Deck(NamedTuple):
    """An opened deck without slides, the layout for ours, and whether it is a person's own."""

    presentation: Any
    layout: Any
    is_template: bool

    @property
    def size(self) -> tuple[int, int]:
        """The size of its slides."""
        return int(self.presentation.slide_width), int(self.presentation.slide_height)


def open_template(path: Path) -> Deck:
    """Return a person's own deck, without the slides in it; its masters and theme stay.

    The layout is the one for a title alone, whatever it is called; else the one with a title and
    the fewest other places. Raises OrgGraphError for a file that cannot be read or is no deck.
    """
    from pptx import Presentation

    try:
        data = path.read_bytes()
    except OSError as error:
        raise OrgGraphError("template-unreadable", path=path, reason=os_reason(error)) from error
    try:
        presentation: Any = Presentation(BytesIO(_as_presentation(data)))
        _empty(presentation)
        layout = _title_only(presentation)
        if not (presentation.slide_width and presentation.slide_height):
            raise ValueError
    except Exception as error:  # a broken file may break its reader anywhere
        raise OrgGraphError("template-no-deck", path=path) from error
    return Deck(presentation, layout, is_template=True)


def title_room(deck: Deck) -> Room | None:
    """Return the room of the title in the layout; None where it has no title."""
    for place in deck.layout.placeholders:
        if _is_title(place) and None not in (place.left, place.top, place.width, place.height):
            return Room(int(place.left), int(place.top), int(place.width), int(place.height))
    return None


def picture_room(deck: Deck) -> Room:
    """Return the room that a layout leaves for a picture: below its title, above its footer."""
    width, height = deck.size
    side, gap = round(width * _SIDE), round(height * _GAP)
    left, top, right, bottom = side, side, width - side, height - side
    title = title_room(deck) or own_title_room(deck.size)
    if title.y + title.height < _UPPER * height and title.width > _WIDE * width:
        top = title.y + title.height + gap
        left, right = max(title.x, 0), min(title.x + title.width, width)
    for place in deck.layout.placeholders:
        low = place.top is not None and int(place.top) > _LOWER * height
        if low and not _is_title(place):
            bottom = min(bottom, int(place.top) - gap)
    return Room(left, top, max(right - left, 1), max(bottom - top, 1))


def _as_presentation(data: bytes) -> bytes:
    """Return a template or a show, with macros or without, as a plain presentation."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        types = package.read(_CONTENT_TYPES)
        plain = _OTHER_MAIN.sub(_MAIN, types)
        if plain == types:
            return data
        made = BytesIO()
        with zipfile.ZipFile(made, "w") as copy:
            for name in package.namelist():
                copy.writestr(name, plain if name == _CONTENT_TYPES else package.read(name))
    return made.getvalue()


def _empty(presentation: Any) -> None:
    """Take the slides out of a deck, with all that refers to them."""
    listed = presentation.slides._sldIdLst
    for slide in list(listed):
        presentation.part.drop_rel(slide.rId)
        listed.remove(slide)
    root = presentation.part._element
    for shows in find(root, "p:custShowLst"):
        root.remove(shows)
    for extension in find(root, "p:extLst/p:ext"):
        if extension.get("uri") == _SECTIONS:
            extension.getparent().remove(extension)
    for listing in find(root, "p:extLst[not(*)]"):
        root.remove(listing)
    drop_useless(presentation)


def drop_useless(presentation: Any) -> None:
    """Drop macros, the settings of a printer, and the picture of a deck that is no more."""
    for part in (presentation.part, presentation.part.package):
        for key, relation in list(part._rels.items()):
            if relation.reltype.endswith(_OF_NO_USE):
                part._rels.pop(key)


def _title_only(presentation: Any) -> Any:
    layouts = [layout for master in presentation.slide_masters for layout in master.slide_layouts]
    for layout in layouts:
        if layout._element.get("type") == "titleOnly":
            return layout
    titled = [layout for layout in layouts if any(map(_is_title, layout.placeholders))]
    return min(titled or layouts, key=lambda layout: len(layout.placeholders))


def _is_title(place: Any) -> bool:
    from pptx.enum.shapes import PP_PLACEHOLDER as KIND

    kind = place.placeholder_format.type
    return kind in (KIND.TITLE, KIND.CENTER_TITLE, KIND.VERTICAL_TITLE)
