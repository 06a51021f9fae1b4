"""What a summary claims is what the graph says on the day: all of it, and nothing besides."""

import random
import re
from collections.abc import Iterator

import pytest

from tests.conftest import LoadText
from tests.documents.conftest import chapter, report_of

YEAR = 2026  # of the report's day
Line = tuple[str, str]

_LINE = re.compile(r"(.+?) reports? to (.+?)(?: \(.*\))?")
_PLACES = re.compile(r"(.+?) (?:appoints|elects) (.+)")
_OF = re.compile(r"(up to \d+|any number of|at least \d+|\d+–\d+|\d+)(?: members?)? of (N\d)")


class _Made:
    """A small organisation at random, as a data file, and what holds on the day by its dates."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        names = [f"N{n}" for n in range(7)]
        self.text = "bodies:"
        self.lines: set[Line] = set()
        self.places: set[tuple[str, str, str]] = set()
        there = {}
        for at, name in enumerate(names):
            dates, there[name] = self._dates(0.15)
            self.text += f"\n  {name}: {{name: {name}, {dates}reports to: {{"
            for other in self._random.sample(names[:at], min(at, self._random.randrange(3))):
                dates, holds = self._dates(0.4)
                line = self._random.choice(["", "line: dotted, ", "status: inferred, "])
                self.text += f"{other}: {{{line}{dates}}}, "
                if holds and there[name] and there[other]:
                    self.lines.add((name, other))
            self.text += "}, seats: {" + self._seat(name, names, there) + "}}"

    def _dates(self, share: float) -> tuple[str, bool]:
        """Return dates as they stand in a file, and whether what they are of holds on the day."""
        if self._random.random() > share:
            return "", True
        start = YEAR + self._random.randrange(-3, 3)
        end = start + self._random.randrange(3)
        return f"from: {start}, until: {end}, ", start <= YEAR <= end

    def _seat(self, body: str, names: list[str], there: dict[str, bool]) -> str:
        count, told = self._random.choice(
            [
                ("2", "2"),
                ("0-1", "up to 1"),
                ("3+", "at least 3"),
                ("2-4", "2–4"),
                ("0+", "any number of"),
            ]
        )
        by = self._random.choice(names[: len(there)])
        dates, holds = self._dates(0.3)
        if holds and there[body] and there[by]:
            self.places.add((by, told, body))
        return f"s: {{count: {count}, {dates}appointed by: {by}}}"


def _names(words: str) -> list[str]:
    return re.findall(r"N\d", words)


def _sentences(lines: list[str], lead: str) -> Iterator[str]:
    """Yield the sentences about one thing, from its paragraph and the list below it."""
    start = next(at for at, line in enumerate(lines) if line.startswith(lead))
    yield from lines[start].removeprefix(lead).strip().removesuffix(".").split(". ")
    for line in lines[start + 1 :]:
        if not line.startswith("- "):
            return
        yield line[2:].removesuffix(".")


@pytest.mark.parametrize("seed", range(40))
def test_all_that_holds_on_the_day_is_told_and_nothing_else(load_text: LoadText, seed: int) -> None:
    made = _Made(seed)
    lines = chapter(report_of(load_text(made.text)), "Summary")

    told: list[Line] = []
    tops: set[str] = set()
    for each in filter(None, _sentences(lines, "Who reports to whom.")):
        if each.startswith("At the top"):
            tops.update(_names(each))
        elif found := _LINE.fullmatch(each):
            told += [(low, high) for low in _names(found[1]) for high in _names(found[2])]
    assert sorted(told) == sorted(made.lines)
    assert tops == {high for _, high in made.lines} - {low for low, _ in made.lines}

    places = [
        (found[1], number, body)
        for each in _sentences(lines, "Who appoints whom.")
        if (found := _PLACES.fullmatch(each))
        for number, body in _OF.findall(found[2])
    ]
    assert sorted(places) == sorted(made.places)
