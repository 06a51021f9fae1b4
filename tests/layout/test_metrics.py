"""The widths of text against a shaper that we did not write, and where lines break."""

import string
import unicodedata
from itertools import combinations, pairwise, product
from pathlib import Path

import pytest
import ttf_opensans
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageFont

from orggraph.layout.metrics import OPEN_SANS, Metrics
from orggraph.scene.elements import Weight

TTF = Path(ttf_opensans.__path__[0]) / "ttf"
WEIGHTS: tuple[Weight, ...] = ("regular", "semibold", "bold")
TEXTS = (
    "Kommunaldirektørnetværket i den midtjyske region",
    "Sofie Fast · formand (Struer Kommune)",
    "reports to",
    "AVATAR To. We, VA",
    "åäöæøéüß ÅÆØ 0123456789 %&@",
    "“Quoted” – dash — …",
)
METRICS = Metrics(language="da")
OPEN = Metrics({weight: str(TTF / OPEN_SANS[weight]) for weight in WEIGHTS})
LIBERATION = Path("/usr/share/fonts/truetype/liberation")


@pytest.mark.parametrize(("words", "weight"), list(product(TEXTS, WEIGHTS)))
def test_widths_are_those_of_a_shaper(words: str, weight: Weight) -> None:
    shaped = ImageFont.truetype(str(TTF / OPEN_SANS[weight]), 1000).getlength(words)
    assert OPEN.width(words, 1000, weight) == pytest.approx(shaped, rel=0.02)
    assert OPEN.width(words, 12, weight) * 1000 / 12 == pytest.approx(shaped, rel=0.02)


def test_every_letter_has_the_advance_of_the_font() -> None:
    font = ImageFont.truetype(str(TTF / OPEN_SANS["regular"]), 2048)
    for letter in string.printable.strip() + "æøåÆØÅéü":
        assert OPEN.width(letter, 2048) == pytest.approx(font.getlength(letter), abs=1)


@pytest.mark.skipif(not LIBERATION.exists(), reason="fonts-liberation is not installed")
@pytest.mark.parametrize(
    ("weight", "face"), [("regular", "Regular"), ("semibold", "Bold"), ("bold", "Bold")]
)
def test_what_is_measured_fits_in_open_sans_and_in_arial(weight: Weight, face: str) -> None:
    """Liberation Sans has the widths of Arial."""
    arial = ImageFont.truetype(str(LIBERATION / f"LiberationSans-{face}.ttf"), 2048)
    for letter in string.printable.strip() + "æøåÆØÅéüßŁžΩЖ–—“”…€·":
        wider = max(OPEN.width(letter, 2048, weight), arial.getlength(letter))
        assert METRICS.width(letter, 2048, weight) == pytest.approx(wider, abs=1)
    capitals = "JUSTITSMINISTERIETS KOMMUNALBESTYRELSER"
    assert METRICS.width(capitals, 2048, weight) >= arial.getlength(capitals)


def test_a_weight_with_a_file_is_measured_in_it() -> None:
    bold = str(TTF / OPEN_SANS["bold"])
    made = Metrics({"regular": bold})
    assert made.width("Struer", 12) == OPEN.width("Struer", 12, "bold")
    assert made.width("Struer", 12, "semibold") == METRICS.width("Struer", 12, "semibold")
    assert METRICS.width("Struer", 12) < METRICS.width("Struer", 12, "bold")


def test_letters_that_the_font_lacks_have_some_room() -> None:
    assert METRICS.width("漢", 10) == 13
    assert METRICS.width("😀", 10) == 13
    assert METRICS.width("ᚠ", 10) == 10.5
    assert METRICS.width("", 10) == 0
    for invisible in "\u1ab0\u20dd\u2060":  # a mark on a letter, one around it, and a joiner
        assert METRICS.width(f"a{invisible}", 10) == METRICS.width("a", 10)


def test_lines_break_at_spaces_and_after_hyphens_and_slashes() -> None:
    def wrap(words: str, limit: float) -> list[str]:
        return METRICS.wrap(words, 10, limit)

    assert wrap("one two", 200) == ["one two"]
    assert wrap("  one \n two\t", 200) == ["one two"]
    assert wrap("one two", 30) == ["one", "two"]
    assert wrap("IT-chefer/direktører", 60) == ["IT-chefer/", "direktører"]
    assert wrap("digitaliserings-cheferne", 90) == ["digitaliserings-", "cheferne"]
    assert wrap("digitaliserings–cheferne", 90) == ["digitaliserings–", "cheferne"]
    assert wrap("IT-/digital-cheferne", 75) == ["IT-/digital-", "cheferne"]
    assert wrap("", 50) == []
    assert wrap(" \n ", 50) == []


def test_a_hyphen_stays_with_a_few_letters() -> None:
    assert METRICS.wrap("x-ray A/S", 10, 28) == ["x-ray", "A/S"]


def test_long_words_break_between_syllables_of_the_language() -> None:
    word = "Kommunaldirektørnetværket"
    lines = METRICS.wrap(word, 15, 120, "semibold")
    assert lines == ["Kommunaldi-", "rektørnetvær-", "ket"]
    english = Metrics(language="en").wrap("governmentally", 10, 45)
    assert english == ["govern-", "mentally"]


def test_a_language_without_syllables_breaks_anywhere() -> None:
    lines = Metrics(language="xx").wrap("Kommunaldirektør", 10, 40)
    assert "".join(lines).replace("-", "") == "Kommunaldirektør"
    assert all(METRICS.width(line, 10) <= 40 for line in lines)


def test_a_letter_keeps_its_accents() -> None:
    word = "xq́̂" * 20
    lines = Metrics(language="xx").wrap(word, 10, 40)
    assert len(lines) > 3
    assert all(not unicodedata.combining(line[0]) for line in lines)


def test_two_hundred_letters_without_a_space_break() -> None:
    lines = METRICS.wrap("m" * 200, 15, 220, "semibold")
    assert "".join(line.rstrip("-") for line in lines) == "m" * 200
    assert all(METRICS.width(line, 15, "semibold") <= 220 for line in lines)


def test_one_letter_wider_than_the_limit_stands_alone() -> None:
    assert METRICS.wrap("W W", 10, 3) == ["W", "W"]


def test_a_line_is_full_when_it_is_as_wide_as_the_limit() -> None:
    width = METRICS.width("one two six", 10)
    assert METRICS.wrap("one two six", 10, width + 0.01) == ["one two six"]
    assert len(METRICS.wrap("one two six", 10, width - 0.01)) == 2


@pytest.mark.parametrize("limit", range(190, 420, 10))
def test_lines_are_as_even_as_their_number_allows(limit: int) -> None:
    """Against every way to break the text into as many lines."""
    words = "Kommunaldirektørnetværket i den midtjyske region og kommuner".split()

    def width(line: str) -> float:
        return METRICS.width(line, 15, "semibold")

    lines = METRICS.wrap(" ".join(words), 15, limit, "semibold")
    assert max(map(width, lines)) <= limit
    ways = [
        [" ".join(words[a:b]) for a, b in pairwise([0, *cuts, len(words)])]
        for cuts in combinations(range(1, len(words)), len(lines) - 1)
    ]
    least = min(max(map(width, way)) for way in ways)
    assert max(map(width, lines)) <= least + 1
    fewer = combinations(range(1, len(words)), len(lines) - 2) if len(lines) > 1 else ()
    for cuts in fewer:
        way = [" ".join(words[a:b]) for a, b in pairwise([0, *cuts, len(words)])]
        assert max(map(width, way)) > limit


@settings(max_examples=150, deadline=None)
@given(
    st.text(alphabet="abkmørtenæVW -–/.12é\u0301😀漢", max_size=60),
    st.integers(25, 200),
)
def test_lines_are_never_too_wide_and_nothing_is_lost(words: str, limit: int) -> None:
    lines = METRICS.wrap(words, 12, limit)
    assert all(line and line == line.strip() for line in lines)
    kept = "".join(lines).replace("-", "").replace(" ", "")
    assert kept == "".join(words.split()).replace("-", "")
    for line in lines:
        # Accents stay with their letter, whatever the limit.
        letters = [c for c in line if not unicodedata.combining(c)]
        assert METRICS.width(line, 12) <= limit or len(letters) <= 2 or "\u0301" in line
