"""The letters of a page: those that pictures are measured with."""

from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from io import BytesIO
from pathlib import Path

WEIGHTS = (400, 600, 700)
FAMILY = "Orggraph Sans"

_ALWAYS = "".join(map(chr, range(0x20, 0x7F))) + "ÆØÅæøåÄÖÜäöüéÉèüß–—…·•×→←↑↓“”‘’»«°±−≤≥✓\u00a0"


def font_names() -> dict[str, int]:
    """Return the names that fonts are served by, with their weights."""
    return {f"sans-{weight}.ttf": weight for weight in WEIGHTS}


@cache
def font_bytes(weight: int) -> bytes:
    """Return the font of a weight, whole."""
    from ttf_opensans import opensans

    return Path(str(opensans(weight).path)).read_bytes()


def served_faces() -> str:
    """Return the rules of style that name the fonts that are served."""
    return "".join(_face(weight, f"font/{name}") for name, weight in font_names().items())


def embedded_faces(letters: Iterable[str]) -> str:
    """Return the rules of style that hold the fonts themselves, with some letters only."""
    wanted = frozenset(_ALWAYS).union(letters)
    return "".join(
        _face(weight, "data:font/ttf;base64," + b64encode(_subset(weight, wanted)).decode())
        for weight in WEIGHTS
    )


def _face(weight: int, address: str) -> str:
    return (
        f'@font-face {{ font-family: "{FAMILY}"; font-weight: {weight}; '
        f'src: url("{address}") format("truetype"); }}\n'
    )


def _subset(weight: int, letters: Iterable[str]) -> bytes:
    """Return the font of a weight with no other letters; the same bytes each time."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    font = TTFont(BytesIO(font_bytes(weight)), recalcTimestamp=False)
    options = Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    options.hinting = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[ord(letter) for letter in letters])
    subsetter.subset(font)
    made = BytesIO()
    font.save(made)
    return made.getvalue()
