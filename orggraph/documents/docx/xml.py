"""XML of WordprocessingML (ISO/IEC 29500-1) as text, everything in it escaped."""

import re
from html import escape

from orggraph.documents.paper import plain

_MAIN = "http://schemas.openxmlformats.org/"
_DRAWING = f"{_MAIN}drawingml/2006"

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": f"{_MAIN}wordprocessingml/2006/main",
        "r": f"{_MAIN}officeDocument/2006/relationships",
        "wp": f"{_DRAWING}/wordprocessingDrawing",
        "a": f"{_DRAWING}/main",
        "pic": f"{_DRAWING}/picture",
        "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    }.items()
)

PICTURE_URI = f"{_DRAWING}/picture"


def tag(name: str, /, *children: str, **attributes: object) -> str:
    """Return an element of the main namespace with ``children``, which are XML already.

    Attributes are of that namespace too; one whose value is None is left out. ``val`` is ``w:val``.
    """
    told = {f"w:{key}": value for key, value in attributes.items()}
    return other(f"w:{name}", *children, **told)


def other(name: str, /, *children: str, **attributes: object) -> str:
    """Return an element whose name, and those of its attributes, are written with their prefix."""
    written = "".join(
        f' {key}="{escape(plain(str(value)))}"'
        for key, value in attributes.items()
        if value is not None
    )
    inside = "".join(children)
    return f"<{name}{written}>{inside}</{name}>" if inside else f"<{name}{written}/>"


def rooted(element: str) -> str:
    """Return an element with the namespaces that it may need to stand alone."""
    return re.sub(r"^<[\w:]+", lambda start: f"{start[0]} {NAMESPACES}", element, count=1)


def text(words: str) -> str:
    """Return words as the text of a run; a hyphen that only the end of a line shows is an element.

    Word would show the character for it everywhere.
    """
    parts = (escape(part, quote=False) for part in plain(words).split("\u00ad"))
    return "<w:softHyphen/>".join(f'<w:t xml:space="preserve">{part}</w:t>' for part in parts)


def run(words: str, *, style: str | None = None) -> str:
    """Return words as a run, in a style of characters by its id."""
    return tag("r", _look(style), text(words)) if words else ""


def field(code: str, result: str) -> str:
    """Return a field with what it shows until it is brought up to date; ``result`` is of runs."""
    return tag("fldSimple", result, instr=f" {code} ")


def paragraph(*children: str, style: str | None = None, settings: str = "") -> str:
    """Return a paragraph in a style by its id, with settings of its own."""
    look = tag("pStyle", val=style) if style else ""
    inside = tag("pPr", look, settings) if look or settings else ""
    return tag("p", inside, *children)


def bookmark(id_: int, name: str, *children: str) -> str:
    """Return ``children`` with a name that links and fields lead to."""
    start = tag("bookmarkStart", id=id_, name=name)
    return f"{start}{''.join(children)}{tag('bookmarkEnd', id=id_)}"


def _look(style: str | None) -> str:
    return tag("rPr", tag("rStyle", val=style)) if style else ""


def twips(millimetres: float) -> int:
    """Return a length in twentieths of a point."""
    return round(millimetres / 25.4 * 1440)
