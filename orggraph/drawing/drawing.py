"""A finished picture, which can be shown and saved."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from orggraph.drawing.quotes import Quotes
from orggraph.drawing.saving import save_files
from orggraph.errors import OrgGraphError
from orggraph.render.writer import STANDARD_DPI, Settings
from orggraph.render.writers import find_writer, write, writer_suffixes
from orggraph.scene import Scene
from orggraph.source import Problem, problem

_WITH_OWN_LETTERS = frozenset({"png", "pdf"})
"""The formats in which we draw the letters, and not the program that shows the picture."""

SLIDES = "pptx"
"""The suffix of files of slides."""

_SAYS_SMALL = frozenset({"too-large-for-paper", "page-too-large"})


class Drawing(NamedTuple):
    """A picture: its scenes, one a page; what its maker should know; the theme's font files.

    `quotes` are the words that its lines rest on. A notebook shows it as it is.
    """

    scenes: tuple[Scene, ...]
    notices: tuple[Problem, ...]
    font_files: Mapping[str, str]
    quotes: Quotes = MappingProxyType({})

    def to_bytes(
        self, suffix: str, *, dpi: int = STANDARD_DPI, template: str | Path | None = None
    ) -> bytes:
        """Return the content of a file with ``suffix``; ``dpi`` is for pictures of pixels.

        Slides go into the deck that ``template`` names, if any. Raises OrgGraphError for a suffix
        that nothing writes, for what the format cannot hold, and for a template that is none.
        """
        return write(self.scenes, suffix, self._settings(dpi, template))

    def _settings(self, dpi: int, template: str | Path | None) -> Settings:
        chosen = None if template is None else Path(template)
        return Settings(dpi, self.font_files, chosen, self.quotes)

    def notices_for(
        self, suffixes: Iterable[str], *, template: str | Path | None = None
    ) -> tuple[Problem, ...]:
        """Return the notices, and what files with ``suffixes`` cannot show besides.

        Raises OrgGraphError as `to_bytes` does for a ``template``.
        """
        asked = {suffix.lower() for suffix in suffixes}
        found = self._missing() if asked & _WITH_OWN_LETTERS else ()
        return (*self.notices, *found, *(self._small(template) if SLIDES in asked else ()))

    def _small(self, template: str | Path | None) -> tuple[Problem, ...]:
        from orggraph.render.pptx.slides import SMALLEST, find_smallest

        size = find_smallest(self.scenes, self._settings(STANDARD_DPI, template))
        if size >= SMALLEST or any(notice.name in _SAYS_SMALL for notice in self.notices):
            return ()
        return (problem("small-on-slides", size=round(size, 1)),)

    def _missing(self) -> tuple[Problem, ...]:
        from orggraph.render.fonts import missing_characters, tell_missing

        own = self.font_files
        return tell_missing({c for scene in self.scenes for c in missing_characters(scene, own)})

    def to_svg(self) -> str:
        """Return the picture as SVG."""
        return self.to_bytes("svg").decode("utf-8")

    def to_png(self, *, dpi: int = STANDARD_DPI) -> bytes:
        """Return the picture as PNG, at 96 ``dpi`` one pixel for each of the scene's."""
        return self.to_bytes("png", dpi=dpi)

    @property
    def outline(self) -> str:
        """What the picture says, as nested lines of text."""
        return self.to_bytes("txt").decode("utf-8")

    def to_files(
        self,
        path: Path,
        suffix: str,
        *,
        dpi: int = STANDARD_DPI,
        template: str | Path | None = None,
    ) -> tuple[tuple[Path, bytes], ...]:
        """Return the files that hold the picture, with their content: ``path``, or one a page.

        The pages of a format that has none go into ``picture-1.svg``, ``picture-2.svg`` and so on.
        Raises OrgGraphError as `to_bytes` does, and where ``path`` is the template itself.
        """
        if template is not None and _is_same(path, Path(template)):
            raise OrgGraphError("template-is-output", path=path)
        if len(self.scenes) == 1 or find_writer(suffix).many:
            return ((path, self.to_bytes(suffix, dpi=dpi, template=template)),)
        digits = len(str(len(self.scenes)))
        return tuple(
            (
                path.with_name(f"{path.stem}-{page:0{digits}}{path.suffix}"),
                self._replace(scenes=(scene,)).to_bytes(suffix, dpi=dpi),
            )
            for page, scene in enumerate(self.scenes, start=1)
        )

    def save(
        self,
        path: str | Path,
        *,
        dpi: int = STANDARD_DPI,
        template: str | Path | None = None,
    ) -> tuple[Path, ...]:
        """Write the picture to a file; the suffix of its name decides the format.

        Returns the files that were written: of several pages, one each in a format without pages.
        An older file is replaced whole, or not at all. Raises OrgGraphError as `to_bytes` does, and
        for a file that cannot be written.
        """
        suffix = suffix_of(Path(path))
        if not suffix:
            raise OrgGraphError("no-format-in-name", path=path, known=", ".join(writer_suffixes()))
        files = self.to_files(Path(path), suffix, dpi=dpi, template=template)
        save_files(files)
        return tuple(file for file, _ in files)

    def __repr__(self) -> str:
        titles = ", ".join(repr(scene.title) for scene in self.scenes)
        return f"<Drawing {titles}>"

    def _repr_html_(self) -> str | None:
        """Return the pages under each other; None for a single one, which needs no HTML."""
        if len(self.scenes) == 1:
            return None
        return "".join(self._replace(scenes=(scene,)).to_svg() for scene in self.scenes)

    def _repr_svg_(self) -> str | None:
        return self.to_svg() if len(self.scenes) == 1 else None


def join(drawings: Sequence[Drawing]) -> Drawing:
    """Return pictures as the pages of one, with the fonts of the first."""
    quotes: dict[tuple[str, str], tuple[str, ...]] = {}
    for drawing in drawings:
        quotes |= drawing.quotes
    scenes = tuple(scene for drawing in drawings for scene in drawing.scenes)
    told = tuple(notice for drawing in drawings for notice in drawing.notices)
    notices = tuple(n for place, n in enumerate(told) if n not in told[:place])
    return Drawing(scenes, notices, drawings[0].font_files, quotes)


def _is_same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)


def suffix_of(path: Path) -> str:
    """Return the suffix of a file's name, without its dot; empty where it has none."""
    return path.suffix.removeprefix(".").lower()
