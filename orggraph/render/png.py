"""Writer for PNG: the SVG, drawn by resvg with font files of our own.

No font of the machine is used, so that the same scene gives the same pixels everywhere.
"""

import zlib
from collections.abc import Sequence

from orggraph.errors import OrgGraphError
from orggraph.render.fonts import FALLBACK, drawable, font_files
from orggraph.render.svg import draw
from orggraph.render.writer import Settings, Writer
from orggraph.scene import Scene
from orggraph.scene.units import MM_PER_INCH, PIXELS_PER_INCH

_LONGEST_SIDE = 20_000
_MOST_PIXELS = 200_000_000  # of four bytes each, all of them in memory at once
_HEADER_END = 33  # the signature's 8 bytes and the first chunk's 25


def write(scenes: Sequence[Scene], settings: Settings) -> bytes:
    """Return the one scene as a PNG of ``settings.dpi`` pixels an inch.

    Raises OrgGraphError for a picture of too many pixels, and a font file that cannot be read.
    """
    import resvg_py

    scene = scenes[0]
    width, height = _pixels(scene, settings.dpi)
    if max(width, height) > _LONGEST_SIDE or width * height > _MOST_PIXELS:
        raise OrgGraphError(
            "png-too-large", width=width, height=height, dpi=settings.dpi, limit=_LONGEST_SIDE
        )
    drawn: bytes = resvg_py.svg_to_bytes(
        svg_string=draw(drawable(scene, settings.font_files), size=(width, height)),
        background=scene.background,  # where rounding to whole pixels leaves a seam at a side
        skip_system_fonts=True,
        font_files=list(font_files(settings.font_files)),
        font_family=FALLBACK,
        sans_serif_family=FALLBACK,
    )
    return bytes(drawn[:_HEADER_END]) + _density(settings.dpi) + bytes(drawn[_HEADER_END:])


def _pixels(scene: Scene, dpi: int) -> tuple[int, int]:
    inches = (
        (length / MM_PER_INCH for length in scene.paper)
        if scene.paper
        else (length / PIXELS_PER_INCH for length in (scene.width, scene.height))
    )
    width, height = (max(1, round(length * dpi)) for length in inches)
    return width, height


def _density(dpi: int) -> bytes:
    """Return the chunk that says how large the picture is on paper."""
    per_metre = round(dpi / MM_PER_INCH * 1000).to_bytes(4)
    chunk = b"pHYs" + per_metre + per_metre + b"\x01"
    return (9).to_bytes(4) + chunk + zlib.crc32(chunk).to_bytes(4)


WRITER = Writer(("png",), "PNG", write)
