"""How each style of a report looks in Word."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from orggraph.documents.docx.xml import tag, twips
from orggraph.documents.paper import Inks

_MAJOR = tag("rFonts", asciiTheme="majorHAnsi", hAnsiTheme="majorHAnsi", cstheme="majorBidi")
_KEPT = tag("keepNext") + tag("keepLines") + tag("suppressAutoHyphens")

Ids = Mapping[str, str]
"""The ids of styles by their names."""

DEFAULTS = MappingProxyType(
    {
        "Normal": "Normal",
        "Default Paragraph Font": "DefaultParagraphFont",
        "Normal Table": "TableNormal",
        "No List": "NoList",
    }
)
"""The ids of the styles that every document has, by their names."""


class Base(NamedTuple):
    """What styles are made from.

    `width` is that of the text, in millimetres; `bullets` the number of the list of bullets.
    """

    inks: Inks
    width: float
    language: str
    bullets: int


def colour_of(colour: str) -> str:
    """Return a colour of letters."""
    return tag("color", val=colour.removeprefix("#").upper())


def size_of(points: float) -> tuple[str, str]:
    """Return a size of letters."""
    return tag("sz", val=round(2 * points)), tag("szCs", val=round(2 * points))


def margins_of(upright: int, level: int) -> str:
    """Return the room within cells, in twips."""
    sides = {"top": upright, "left": level, "bottom": upright, "right": level}
    return tag("tblCellMar", *(tag(side, w=width, type="dxa") for side, width in sides.items()))


def _of_paragraph(
    ids: Ids,
    name: str,
    settings: str = "",
    look: str = "",
    *,
    based: str = "Normal",
    after: str | None = "Normal",
) -> str:
    return tag(
        "style",
        tag("name", val=name),
        tag("basedOn", val=ids[based]),
        tag("next", val=ids[after]) if after else "",
        tag("qFormat"),
        tag("pPr", settings) if settings else "",
        tag("rPr", look) if look else "",
        type="paragraph",
        styleId=ids[name],
        customStyle=1 if name.startswith("Report") else None,
    )


def _of_letters(ids: Ids, name: str, look: str) -> str:
    return tag(
        "style",
        tag("name", val=name),
        tag("basedOn", val=ids["Default Paragraph Font"]),
        tag("qFormat"),
        tag("rPr", look),
        type="character",
        styleId=ids[name],
        customStyle=1 if name.startswith("Report") else None,
    )


def _heading(level: int, points: float, above: int, below: int) -> Callable[[Ids, Base], str]:
    name = f"heading {level}"

    def make(ids: Ids, base: Base) -> str:
        settings = (
            _KEPT,
            tag("spacing", before=above, after=below, line=240, lineRule="auto"),
            tag("outlineLvl", val=level - 1),
        )
        look = (_MAJOR, tag("b"), tag("bCs"), colour_of(base.inks.ink), *size_of(points))
        return _of_paragraph(ids, name, "".join(settings), "".join(look))

    return make


def _contents(level: int) -> Callable[[Ids, Base], str]:
    def make(ids: Ids, base: Base) -> str:
        stop = tag("tabs", tag("tab", val="right", leader="dot", pos=twips(base.width)))
        room = tag("spacing", before=80 if level == 1 else 0, after=20)
        indent = tag("ind", left=240 * (level - 1))
        look = tag("b") + tag("bCs") if level == 1 else ""
        return _of_paragraph(ids, f"toc {level}", stop + room + indent, look)

    return make


def _title(ids: Ids, base: Base) -> str:
    settings = _KEPT + tag("spacing", before=0, after=80, line=240, lineRule="auto")
    look = (_MAJOR, tag("b"), tag("bCs"), colour_of(base.inks.ink), *size_of(26))
    return _of_paragraph(ids, "Title", settings, "".join(look))


def _subtitle(ids: Ids, base: Base) -> str:
    settings = _KEPT + tag("spacing", before=0, after=240)
    return _of_paragraph(
        ids, "Subtitle", settings, "".join((colour_of(base.inks.quiet), *size_of(13)))
    )


def _contents_title(ids: Ids, base: Base) -> str:
    settings = tag("spacing", before=480, after=120) + tag("outlineLvl", val=9)
    return _of_paragraph(ids, "TOC Heading", settings, based="heading 1")


def _caption(ids: Ids, base: Base) -> str:
    settings = tag("keepLines") + tag("spacing", before=120, after=120, line=240, lineRule="auto")
    return _of_paragraph(
        ids, "caption", settings, "".join((colour_of(base.inks.quiet), *size_of(9)))
    )


def _bullet(ids: Ids, base: Base) -> str:
    numbered = tag("numPr", tag("numId", val=base.bullets))
    settings = numbered + tag("spacing", after=60)
    return _of_paragraph(ids, "List Bullet", settings, after=None)


def _foot(ids: Ids, base: Base) -> str:
    settings = tag("spacing", after=0, line=240, lineRule="auto")
    look = "".join((colour_of(base.inks.quiet), *size_of(8)))
    return _of_paragraph(ids, "Report Foot", settings, look, after=None)


def _note(ids: Ids, base: Base) -> str:
    stop = tag("tabs", tag("tab", val="left", pos=425))
    indent = tag("spacing", after=60, line=252, lineRule="auto") + tag("ind", left=425, hanging=425)
    return _of_paragraph(ids, "endnote text", stop + indent, "".join(size_of(9)), after=None)


def _note_mark(ids: Ids, base: Base) -> str:
    return _of_letters(ids, "endnote reference", tag("vertAlign", val="superscript"))


def _link(ids: Ids, base: Base) -> str:
    return _of_letters(ids, "Hyperlink", colour_of(base.inks.ink) + tag("u", val="single"))


def _strong(ids: Ids, base: Base) -> str:
    return _of_letters(ids, "Strong", tag("b") + tag("bCs"))


def _quiet(ids: Ids, base: Base) -> str:
    return _of_letters(ids, "Report Quiet", colour_of(base.inks.quiet))


def _fact(ids: Ids, base: Base) -> str:
    stop = tag("tabs", tag("tab", val="left", pos=twips(32)))
    indent = tag("ind", left=twips(32), hanging=twips(32))
    settings = stop + tag("spacing", after=40) + indent
    return _of_paragraph(ids, "Report Fact", settings, after=None)


def _cell(ids: Ids, base: Base) -> str:
    settings = tag("spacing", after=0, line=240, lineRule="auto")
    return _of_paragraph(ids, "Report Table Text", settings, "".join(size_of(8.5)), after=None)


def _figure(ids: Ids, base: Base) -> str:
    settings = tag("keepNext") + tag("spacing", before=120, after=0, line=240, lineRule="auto")
    return _of_paragraph(ids, "Report Figure", settings)


def _table(ids: Ids, base: Base) -> str:
    def border(side: str, colour: str, eighths: int) -> str:
        code = colour.removeprefix("#").upper()
        return tag(side, val="single", sz=eighths, space=0, color=code)

    lines = border("bottom", base.inks.rule, 4) + border("insideH", base.inks.rule, 4)
    head = tag(
        "tblStylePr",
        tag("rPr", tag("b"), tag("bCs")),
        tag(
            "tcPr",
            tag("tcBorders", border("bottom", base.inks.ink, 8)),
            tag("vAlign", val="bottom"),
        ),
        type="firstRow",
    )
    return tag(
        "style",
        tag("name", val="Report Table"),
        tag("basedOn", val=ids["Normal Table"]),
        tag("qFormat"),
        tag("tblPr", tag("tblBorders", lines), margins_of(50, 70)),
        head,
        type="table",
        styleId=ids["Report Table"],
        customStyle=1,
    )


SPECS: Mapping[str, Callable[[Ids, Base], str]] = MappingProxyType(
    {
        "Title": _title,
        "Subtitle": _subtitle,
        "heading 1": _heading(1, 16, 480, 120),
        "heading 2": _heading(2, 12.5, 320, 100),
        "heading 3": _heading(3, 10.5, 240, 80),
        "TOC Heading": _contents_title,
        "toc 1": _contents(1),
        "toc 2": _contents(2),
        "caption": _caption,
        "List Bullet": _bullet,
        "Report Foot": _foot,
        "endnote text": _note,
        "endnote reference": _note_mark,
        "Hyperlink": _link,
        "Strong": _strong,
        "Report Quiet": _quiet,
        "Report Fact": _fact,
        "Report Table Text": _cell,
        "Report Figure": _figure,
        "Report Table": _table,
    }
)
"""What makes each style, from the ids of all, by its name."""
