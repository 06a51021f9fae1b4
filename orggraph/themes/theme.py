"""A theme: the colours, line styles, icons and fonts of a picture."""

from collections.abc import Mapping
from typing import NamedTuple

from orggraph.scene import LineStyle
from orggraph.text import LocalText


class KindStyle(NamedTuple):
    """How the cards of one kind look: `ink` is the bar's icon, `icon` its name."""

    fill: str
    line: str
    bar: str
    bar_ink: str
    icon: str


class Font(NamedTuple):
    """What text is set in.

    `family` is a list of families as CSS has it. `files` are font files by weight ("regular",
    "semibold", "bold") that text is measured and drawn with; without them Open Sans is.
    """

    family: str
    files: Mapping[str, str]


class Header(NamedTuple):
    """A line of text above the title, such as the name of an authority."""

    text: LocalText
    colour: str


class Theme(NamedTuple):
    """How a picture looks. Colours are ``#rrggbb``.

    `ink` is for names and titles, `quiet` for what is said beside them, `rule` for thin lines,
    `vacancy` for empty seats, `highlight` for the marker pen along a path.
    `other_kind` and `other_family` are for kinds and families that the theme does not know.
    """

    name: str
    background: str
    ink: str
    quiet: str
    rule: str
    vacancy: str
    highlight: str
    kinds: Mapping[str, KindStyle]
    families: Mapping[str, LineStyle]
    other_kind: KindStyle
    other_family: LineStyle
    font: Font
    header: Header | None = None

    def kind(self, kind: str) -> KindStyle:
        """Return how cards of a kind look."""
        return self.kinds.get(kind, self.other_kind)

    def family(self, family: str) -> LineStyle:
        """Return how lines of a family look."""
        return self.families.get(family, self.other_family)
