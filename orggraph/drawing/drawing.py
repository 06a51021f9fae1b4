"""A finished picture, which can be shown and saved."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from orggraph.drawing.saving import save_file
from orggraph.errors import OrgGraphError
from orggraph.render.writer import STANDARD_DPI, Settings
from orggraph.render.writers import find_writer, write, writer_suffixes
from orggraph.scene import Scene
from orggraph.source import Problem, problem

_WITH_OWN_LETTERS = frozenset({"png", "pdf"})
"""The formats in which we draw the letters, and not the program that shows the picture."""

_MOST_TOLD = 20  # characters


class Drawing(NamedTuple):
    """A picture: its scenes, one a page; what its maker should know; the theme's font files.

    A notebook shows it as it is.
    """

    scenes: tuple[Scene, ...]
    notices: tuple[Problem, ...]
    font_files: Mapping[str, str]

    def to_bytes(self, suffix: str, *, dpi: int = STANDARD_DPI) -> bytes:
        """Return the content of a file with ``suffix``; ``dpi`` is for pictures of pixels.

        Raises OrgGraphError for a suffix that nothing writes, and for what the format cannot hold.
        """
        return write(self.scenes, suffix, Settings(dpi, self.font_files))

    def notices_for(self, suffixes: Iterable[str]) -> tuple[Problem, ...]:
        """Return the notices, and what files with ``suffixes`` cannot show besides."""
        if _WITH_OWN_LETTERS.isdisjoint(suffix.lower() for suffix in suffixes):
            return self.notices
        from orggraph.render.fonts import missing_characters

        found = {c for scene in self.scenes for c in missing_characters(scene, self.font_files)}
        if not found:
            return self.notices
        told = " ".join(sorted(found)[:_MOST_TOLD]) + (" …" if len(found) > _MOST_TOLD else "")
        return (*self.notices, problem("missing-characters", characters=told))

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
        self, path: Path, suffix: str, *, dpi: int = STANDARD_DPI
    ) -> tuple[tuple[Path, bytes], ...]:
        """Return the files that hold the picture, with their content: ``path``, or one a page.

        The pages of a format that has none go into ``picture-1.svg``, ``picture-2.svg`` and so on.
        Raises OrgGraphError as `to_bytes` does.
        """
        if len(self.scenes) == 1 or find_writer(suffix).many:
            return ((path, self.to_bytes(suffix, dpi=dpi)),)
        digits = len(str(len(self.scenes)))
        return tuple(
            (
                path.with_name(f"{path.stem}-{page:0{digits}}{path.suffix}"),
                self._replace(scenes=(scene,)).to_bytes(suffix, dpi=dpi),
            )
            for page, scene in enumerate(self.scenes, start=1)
        )

    def save(self, path: str | Path, *, dpi: int = STANDARD_DPI) -> tuple[Path, ...]:
        """Write the picture to a file; the suffix of its name decides the format.

        Returns the files that were written: of several pages, one each in a format without pages.
        An older file is replaced whole, or not at all. Raises OrgGraphError as `to_bytes` does, and
        for a file that cannot be written.
        """
        suffix = suffix_of(Path(path))
        if not suffix:
            raise OrgGraphError("no-format-in-name", path=path, known=", ".join(writer_suffixes()))
        files = self.to_files(Path(path), suffix, dpi=dpi)
        for file, data in files:
            save_file(file, data)
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


def suffix_of(path: Path) -> str:
    """Return the suffix of a file's name, without its dot; empty where it has none."""
    return path.suffix.removeprefix(".").lower()
