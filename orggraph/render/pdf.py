"""Writer for PDF: the SVG, converted by svg2pdf, one page a scene, joined by pypdf.

Fonts are embedded and the text can be selected. svg2pdf numbers a page's objects as chance has it,
so they are put in order here: the same scenes give the same bytes.
"""

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from orggraph.errors import OrgGraphError
from orggraph.render.fonts import drawable, font_files
from orggraph.render.svg import draw
from orggraph.render.writer import Settings, Writer
from orggraph.scene import Scene
from orggraph.scene.units import MM_PER_INCH, PIXELS_PER_INCH, POINTS_PER_INCH
from orggraph.text.escapes import one_line

if TYPE_CHECKING:
    from pypdf.generic import PdfObject

_POINTS_PER_MM = POINTS_PER_INCH / MM_PER_INCH
_POINTS_PER_PIXEL = POINTS_PER_INCH / PIXELS_PER_INCH


def write(scenes: Sequence[Scene], settings: Settings) -> bytes:
    """Return the scenes as a PDF, each on a page as large as its paper or as itself.

    Raises OrgGraphError where the extra `pdf` is not installed, and for a font file that cannot be
    read.
    """
    try:
        import svg2pdf_py
        from pypdf import PdfReader, PdfWriter
        from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject
    except ImportError as error:
        raise OrgGraphError("pdf-extra-missing") from error
    healed = [drawable(scene, settings.font_files) for scene in scenes]
    fonts = svg2pdf_py.FontDatabase()
    for path in font_files(settings.font_files):
        fonts.load_font_file(path)
    document = PdfWriter()
    for scene in healed:
        picture = svg2pdf_py.svg_to_pdf(draw(scene, size=_points(scene)), fonts)
        page = PdfReader(BytesIO(picture)).pages[0]
        _sort(page, set())
        document.add_page(page)
    document.metadata = {"/Title": one_line(scenes[0].title)}
    document.root_object[NameObject("/Lang")] = TextStringObject(scenes[0].language)
    document.root_object[NameObject("/ViewerPreferences")] = DictionaryObject(
        {NameObject("/DisplayDocTitle"): BooleanObject(True)}
    )
    written = BytesIO()
    document.write(written)
    return written.getvalue()


def _points(scene: Scene) -> tuple[float, float]:
    # svg2pdf takes a pixel for a point.
    (width, height), factor = (
        (scene.paper, _POINTS_PER_MM)
        if scene.paper
        else ((scene.width, scene.height), _POINTS_PER_PIXEL)
    )
    return width * factor, height * factor


def _sort(thing: "PdfObject | None", done: set[int]) -> None:
    """Put the keys of all dictionaries below ``thing`` in order; numbers are given along them."""
    from pypdf.generic import ArrayObject, DictionaryObject

    found = thing.get_object() if thing else None
    if found is None or id(found) in done:
        return
    done.add(id(found))
    if isinstance(found, DictionaryObject):
        entries = sorted(found.items())
        found.clear()
        found.update(entries)
        for key, value in entries:
            if key != "/Parent":  # the way back up
                _sort(value, done)
    elif isinstance(found, ArrayObject):
        for value in found:
            _sort(value, done)


WRITER = Writer(("pdf",), "PDF", write, many=True)
