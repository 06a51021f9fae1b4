"""A theme: the colours, line styles, icons and fonts of a picture."""

from collections.abc import Mapping
from typing import NamedTuple

from orggraph.scene import Change, LineStyle
from orggraph.text import LocalText
from orggraph.themes.contrast import mixed

_TOUCH = 0.09
"""How much of its colour is in the ground of a card that differs."""

_THINNER = 0.6
"""How much thinner lines are that are as they were, in pixels."""


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
    `vacancy` for empty seats, `highlight` for the marker pen along a path; `added`, `removed` and
    `changed` for what differs between two versions.
    `other_kind` and `other_family` are for kinds and families that the theme does not know.
    """

    name: str
    background: str
    ink: str
    quiet: str
    rule: str
    vacancy: str
    highlight: str
    added: str
    removed: str
    changed: str
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

    def change(self, change: Change) -> str:
        """Return the colour of what differs between two versions."""
        return {"added": self.added, "removed": self.removed, "changed": self.changed}[change]

    def tint(self, change: Change) -> str:
        """Return the ground of cards of what differs: the background with a touch of its colour."""
        return mixed(self.background, self.change(change), _TOUCH)

    def muted(self) -> "Theme":
        """Return the theme for a picture of two versions: what is as it was has no colour.

        Kinds are told by their icons and families by their dashes, as in every theme.
        """

        def kind(style: KindStyle) -> KindStyle:
            return KindStyle(self.background, self.quiet, self.quiet, self.background, style.icon)

        def family(style: LineStyle) -> LineStyle:
            return LineStyle(self.quiet, max(style.width - _THINNER, 1.0), style.dash)

        return self._replace(
            kinds={id_: kind(style) for id_, style in self.kinds.items()},
            families={id_: family(style) for id_, style in self.families.items()},
            other_kind=kind(self.other_kind),
            other_family=family(self.other_family),
            vacancy=self.quiet,
        )
