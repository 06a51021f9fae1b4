"""What a writer is."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from orggraph.scene import Scene

STANDARD_DPI = 192


class Settings(NamedTuple):
    """What writers may be told beside the scenes.

    `dpi` is how fine a picture of pixels is, where 96 gives one pixel for each of the scene's.
    `font_files` are the theme's font files by weight ("regular", "semibold", "bold"), for formats
    that draw letters themselves; what they lack is drawn in Open Sans. `template` is a person's own
    file to begin from, for formats that have such. `quotes` are the words that relations rest on,
    by the language that they are told in and the relation's id, for formats with room for them.
    """

    dpi: int = STANDARD_DPI
    font_files: Mapping[str, str] = MappingProxyType({})
    template: Path | None = None
    quotes: Mapping[tuple[str, str], tuple[str, ...]] = MappingProxyType({})


STANDARD = Settings()


class Writer(NamedTuple):
    """A format: the `suffixes` of its files, the best first, its `name`, and what writes it.

    `write` takes the scenes and returns the content of one file. Only a writer with `many` takes
    more than one scene. It raises OrgGraphError for what the format cannot hold.
    """

    suffixes: tuple[str, ...]
    name: str
    write: Callable[[Sequence[Scene], Settings], bytes]
    many: bool = False
