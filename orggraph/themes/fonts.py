"""Font files that a theme names."""

from pathlib import Path

from orggraph.source.fields import Reading, read_text
from orggraph.source.yaml_tree import YamlNode


def read_font_file(node: YamlNode, reading: Reading) -> str | None:
    """Read the path of a font file, which starts from the directory of the theme's own file.

    Returns the path from the working directory. A file that is missing, or that text cannot be
    measured with, is reported, and None returned.
    """
    text = read_text(node, reading)
    if text is None:
        return None
    path = Path(node.location.path).parent / text
    if not path.is_file():
        reading.report("font-missing", node.location, path=text)
        return None
    if not _is_usable(path):
        reading.report("font-unreadable", node.location, path=text)
        return None
    return str(path)


def _is_usable(path: Path) -> bool:
    """Whether the file is a single font with the widths of its letters."""
    from fontTools.ttLib import TTFont  # only themes with fonts of their own need it

    try:
        with path.open("rb") as stream, TTFont(stream, lazy=True) as font:
            return bool(font.getBestCmap()) and bool(font["hmtx"].metrics) and "head" in font
    except Exception:  # a broken file may break its reader anywhere
        return False
