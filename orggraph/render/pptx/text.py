"""Text on slides: paragraphs whose lines stand where they do in the scene.

Lines have an exact height (`a:spcPts`), so that they keep their distance in whatever font.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from orggraph.render.markup import branch, leaf
from orggraph.render.pptx.frame import BASELINE, LEADING, Room
from orggraph.render.pptx.palette import filled
from orggraph.render.pptx.sheet import Sheet
from orggraph.scene import Box, Text
from orggraph.text.escapes import one_line

LANGUAGES = {"da": "da-DK", "en": "en-GB"}

_ALIGNED = {"start": "l", "middle": "ctr", "end": "r"}
_SAME = 0.5  # pixels
_BELOW = 0.15  # more room than lines need, in sizes of text
_JOINED = frozenset({"name", "subtitle", "title", "footnote", "label"})
_LINK_URI = "{A12FA001-AC4F-418D-AE19-62706E023703}"
_LINK_NAMESPACE = "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor"

Line = tuple[Text, ...]


def body(
    sheet: Sheet,
    texts: Iterable[Text],
    box: Box,
    *,
    right: float = 0.0,
    wrap: bool = True,
    fit: bool = False,
) -> list[str]:
    """Return the text of a shape at ``box``; texts of one height become columns of one line.

    ``right`` is the room that text leaves at its right side, in pixels. Text that is to ``fit`` is
    made smaller by the program that shows it, where its font is wider than what was measured.
    """
    lines = _lines(texts)
    first = lines[0][0] if lines else None
    flush = first is None or first.anchor == "start"
    left = min((line[0].x for line in lines), default=box.x) if flush else box.x
    top = first.y - BASELINE * first.size - box.y if first else 0.0
    properties = leaf(
        "a:bodyPr",
        wrap="square" if wrap else "none",
        lIns=max(sheet.frame.length(left - box.x), 0),
        tIns=max(sheet.frame.length(top), 0),
        rIns=sheet.frame.length(right),
        bIns=0,
        rtlCol="0",
        anchor="t",
    ).replace("/>", f">{leaf('a:normAutofit' if fit else 'a:noAutofit')}</a:bodyPr>")
    return branch(
        "p:txBody",
        [
            properties,
            leaf("a:lstStyle"),
            *(_paragraphs(sheet, lines, left) if lines else branch("a:p", [])),
        ],
    )


def text_box(
    sheet: Sheet,
    texts: Sequence[Text],
    box: Box,
    *,
    name: str,
    fill: str | None = None,
    wrap: bool = True,
) -> list[str]:
    """Return a box of text at ``box``, which reaches as far up as its first line does."""
    top = min((text.y - BASELINE * text.size for text in texts), default=box.y)
    whole = box._replace(y=min(top, box.y), height=box.bottom - min(top, box.y))
    return branch(
        "p:sp",
        [
            *branch(
                "p:nvSpPr",
                [
                    leaf("p:cNvPr", id=sheet.number(), name=name),
                    leaf("p:cNvSpPr", txBox="1"),
                    leaf("p:nvPr"),
                ],
            ),
            *branch(
                "p:spPr",
                [
                    *placed(sheet.frame.room(whole)),
                    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>',
                    filled(fill) if fill else leaf("a:noFill"),
                ],
            ),
            *body(sheet, texts, whole, wrap=wrap),
        ],
    )


def lines_box(texts: Sequence[Text], slack: float = 1.0) -> Box:
    """Return the box around lines of text, ``slack`` times as wide as they were measured."""
    width = max(text.width for text in texts) * slack
    shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[texts[0].anchor]
    top = min(text.y - BASELINE * text.size for text in texts)
    bottom = max(text.y + (_BELOW + LEADING - BASELINE) * text.size for text in texts)
    return Box(texts[0].x - shift * width, top, width, bottom - top)


def placed(room: Room, name: str = "a:xfrm", **turns: object) -> list[str]:
    """Return where a shape stands."""
    return branch(
        name,
        [leaf("a:off", x=room.x, y=room.y), leaf("a:ext", cx=room.width, cy=room.height)],
        **turns,
    )


def link(sheet: Sheet, href: str) -> str:
    """Return what makes a run of words a link that keeps the colour of its words."""
    kept = leaf("ahyp:hlinkClr", val="tx", **{"xmlns:ahyp": _LINK_NAMESPACE})
    extension = f'<a:extLst><a:ext uri="{_LINK_URI}">{kept}</a:ext></a:extLst>'
    return leaf("a:hlinkClick", **{"r:id": sheet.link(href)}).replace(
        "/>", f">{extension}</a:hlinkClick>"
    )


def _lines(texts: Iterable[Text]) -> list[Line]:
    """Return texts as lines from top to bottom, each from left to right."""
    ordered = sorted(texts, key=lambda text: (text.y, text.x))
    lines: list[list[Text]] = []
    for text in ordered:
        if lines and text.y - lines[-1][0].y < _SAME:
            lines[-1].append(text)
        else:
            lines.append([text])
    return [tuple(sorted(line, key=lambda text: text.x)) for line in lines]


def _paragraphs(sheet: Sheet, lines: Sequence[Line], left: float) -> Iterator[str]:
    before: Text | None = None
    for _, group in groupby(_numbered(lines), key=lambda pair: pair[0]):
        paragraph = [line for _, line in group]
        first = paragraph[0][0]
        tabs = sorted({text.x - left for line in paragraph for text in line if text.x > left + 1})
        gap = _gap(before, first) if before else 0.0
        flush = first.anchor == "start"
        inside = [
            *_exact("a:lnSpc", sheet.frame.points(LEADING * first.size)),
            *_exact("a:spcBef", sheet.frame.points(gap) if gap > 0.02 else 0),
            *_exact("a:spcAft", 0),
            leaf("a:buNone"),
        ]
        if tabs and flush:
            stops = (leaf("a:tab", pos=sheet.frame.length(x), algn="l") for x in tabs)
            inside += branch("a:tabLst", stops)
        runs = [run for at, line in enumerate(paragraph) for run in _line(sheet, line, left, at)]
        # With an indent of 0, LibreOffice takes no notice of the tabs.
        shape = {"marL": 0, "algn": _ALIGNED[first.anchor]}
        yield from branch("a:p", [*branch("a:pPr", inside, **shape), *runs])
        before = paragraph[-1][0]


def _numbered(lines: Sequence[Line]) -> Iterator[tuple[int, Line]]:
    """Yield each line with the number of its paragraph: a name of two lines is one."""
    number, before = -1, None
    for line in lines:
        joins = (
            before is not None
            and len(line) == len(before) == 1
            and line[0].role in _JOINED
            and (line[0].role, line[0].x, line[0].size, line[0].anchor)
            == (before[0].role, before[0].x, before[0].size, before[0].anchor)
            and abs(line[0].y - before[0].y - LEADING * line[0].size) < _SAME
        )
        number += not joins
        yield number, line
        before = line


def _gap(above: Text, below: Text) -> float:
    """Return the room between two lines beyond their own heights."""
    apart = below.y - above.y - LEADING * above.size
    return max(apart + BASELINE * (above.size - below.size), 0.0)


def _line(sheet: Sheet, line: Line, left: float, at: int) -> Iterator[str]:
    if at:
        yield from branch("a:br", _run_properties(sheet, line[0]))
    for place, text in enumerate(line):
        tabbed = text.anchor == "start" and (place or text.x > left + 1)
        yield from run(sheet, text, "\t" if tabbed else "")


def run(sheet: Sheet, text: Text, before: str = "") -> list[str]:
    """Return a text as a run, after a tab where one is ``before`` it."""
    words = leaf("a:t", before + one_line(text.words))
    return branch("a:r", [*_run_properties(sheet, text, linked=True), words])


def _run_properties(sheet: Sheet, text: Text, *, linked: bool = False) -> list[str]:
    inside = [filled(sheet.palette.text(text))]
    if linked and text.href:
        inside.append(link(sheet, text.href))
    return branch(
        "a:rPr",
        inside,
        lang=LANGUAGES.get(sheet.scene.language, "en-GB"),
        sz=sheet.frame.points(text.size),
        b=0 if text.weight == "regular" else 1,
        strike="sngStrike" if text.struck else None,
        dirty=0,
    )


def _exact(name: str, hundredths: int) -> list[str]:
    return [f'<{name}><a:spcPts val="{hundredths}"/></{name}>']
