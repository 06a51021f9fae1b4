from orggraph.documents.breaking import softened
from tests.documents.samples import LONG_WORD


def test_long_words_break_between_syllables() -> None:
    made = softened(f"a {LONG_WORD}, b", "da")
    assert made.replace("\u00ad", "") == f"a {LONG_WORD}, b"
    assert "sta\u00adbi\u00adli\u00adse\u00adrings" in made
    assert max(map(len, made.split()[1].split("\u00ad"))) <= 12


def test_other_long_words_break_anywhere() -> None:
    made = softened("x" * 100, "da")
    assert made.replace("\u200b", "") == "x" * 100
    assert max(map(len, made.split("\u200b"))) == 12
    assert softened("x" * 100, "tlh") == made  # a language that nobody knows the syllables of


def test_usual_words_are_left_alone() -> None:
    assert softened("den strategiske styregruppe", "da") == "den strategiske styregruppe"


def test_which_words_are_wide_is_for_others_to_say() -> None:
    made = softened("en følgegruppe", "da", lambda word: len(word) > 3)
    assert made.startswith("en føl\u00adge")
