"""The deck that slides go into: one of our own, or a person's template.

python-pptx does what it knows; the rest follows ECMA-376, part 1, 19.
"""

import re
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from orggraph.errors import OrgGraphError, os_reason
from orggraph.render.pptx.xml import find, read, write

_CONTENT_TYPES = "[Content_Types].xml"
_MAIN = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
# Templates, shows, and those with macros, which a .pptx may not have.
_OTHER_MAIN = re.compile(
    rb"application/vnd\.(?:openxmlformats-officedocument\.presentationml\.(?:template|slideshow)"
    rb"|ms-powerpoint\.(?:presentation|template|slideshow)\.macroEnabled)\.main\+xml"
)
_OF_NO_USE = ("/vbaProject", "/printerSettings", "/thumbnail")
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_COVERS = frozenset({"title", "secHead"})
_MOST = 500  # megabytes, unpacked
_MEGABYTE = 1_000_000


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
    the fewest other places, which is no cover if it can be helped. Raises OrgGraphError for a file
    that cannot be read, is no deck, or is too large.
    """
    from pptx import Presentation

    data = _read(path)
    try:
        presentation: Any = Presentation(BytesIO(_as_presentation(data)))
        _empty(presentation)
        layout = _title_only(presentation)
        if not (presentation.slide_width and presentation.slide_height):
            raise ValueError
    except Exception as error:  # a broken file may break its reader anywhere
        raise OrgGraphError("template-no-deck", path=path) from error
    return Deck(presentation, layout, is_template=True)


def _read(path: Path) -> bytes:
    """Return the content of a file, unless it, or what is packed in it, is too large."""
    try:
        with path.open("rb") as file:
            data = file.read(_MOST * _MEGABYTE + 1)
    except OSError as error:
        raise OrgGraphError("template-unreadable", path=path, reason=os_reason(error)) from error
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            size = sum(entry.file_size for entry in package.infolist())
    except Exception:  # what is broken is told by who opens it
        size = len(data)
    if size > _MOST * _MEGABYTE:
        raise OrgGraphError("template-too-large", path=path, size=_MOST)
    return data


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
    for part in list(presentation.part.package.iter_parts()):
        _forget_slides(part)
    drop_useless(presentation)


def _forget_slides(part: Any) -> None:
    """Take out of a part what leads to slides, such as the button of a layout.

    One slide that is still referred to would stay, under the name that the first of ours gets.
    """
    from pptx.opc.constants import RELATIONSHIP_TYPE

    keys = [k for k, rel in part._rels.items() if rel.reltype == RELATIONSHIP_TYPE.SLIDE]
    if not keys:
        return
    is_parsed = hasattr(part, "_element")
    root = part._element if is_parsed else read(part.blob)
    for key in keys:
        part._rels.pop(key)
        for place in find(root, f".//*[@r:id='{key}']"):
            place.getparent().remove(place)
    if not is_parsed:
        part._blob = write(root)


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
    titled = [layout for layout in layouts if any(map(is_title, layout.placeholders))]

    def unfit(layout: Any) -> tuple[bool, int]:
        return layout._element.get("type") in _COVERS, len(layout.placeholders)

    return min(titled or layouts, key=unfit)


def is_title(place: Any) -> bool:
    """Whether a place of a layout is for its title."""
    from pptx.enum.shapes import PP_PLACEHOLDER as KIND

    kind = place.placeholder_format.type
    return kind in (KIND.TITLE, KIND.CENTER_TITLE, KIND.VERTICAL_TITLE)
