"""Words in the columns of a table: those that are wider than their column may break."""

from orggraph.documents.breaking import softened
from orggraph.documents.document import Document, Run
from orggraph.documents.paper import plain
from orggraph.layout.metrics import Metrics
from orggraph.scene.elements import Weight
from orggraph.scene.units import MM_PER_INCH, POINTS_PER_INCH

SIZE = 8.5
"""How large letters in tables are, in points."""

_RAISED = 0.7  # how large the numbers of notes are, of the letters before them
_INSET = 8.5  # points that stay free at the sides of a cell, and a hair


class Fitting:
    """Finds the words that do not fit, with the fonts and the language of a document."""

    def __init__(self, document: Document, *, anywhere: bool = True) -> None:
        """Have words break between syllables, and ``anywhere`` where they have none."""
        self._anywhere = anywhere
        self._language = document.language
        self._metrics = Metrics(document.theme.font.files, document.language)

    def fit(self, run: Run, width: float) -> str:
        """Return the text of a run for a column of ``width`` millimetres."""
        marks = ",".join(map(str, run.notes))  # which are tied to its last word
        taken = self._metrics.width(marks, _RAISED * SIZE)
        return self._fit(run.text, width, taken, "semibold" if run.strong else "regular")

    def fit_heading(self, words: str, width: float) -> str:
        """Return the heading of a column of ``width`` millimetres."""
        return self._fit(words, width, 0.0, "semibold")

    def _fit(self, words: str, width: float, taken: float, weight: Weight) -> str:
        room = width / MM_PER_INCH * POINTS_PER_INCH - _INSET - taken

        def is_wide(word: str) -> bool:
            return self._metrics.width(word, SIZE, weight) > room

        return softened(plain(words), self._language, is_wide, anywhere=self._anywhere)
