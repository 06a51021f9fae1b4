"""Guesses at what was meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orggraph.source.guessing import Guesser, suggest


@pytest.mark.parametrize(
    ("words", "guess"),
    [
        ("nmae", "name"),
        ("ulr", "url"),
        ("report to", "reports to"),
        ("foelgegrupen", "følgegruppe"),
        ("FØLGEGRUPPEN", "følgegruppe"),
        ("xyz", None),
        ("", None),
        ("n", None),
    ],
)
def test_a_slip_gets_the_word_that_was_meant(words: str, guess: str | None) -> None:
    known = ["url", "name", "reports_to", "reports to", "følgegruppe", "styregruppe"]
    assert suggest(words, known) == guess
    assert suggest(words, []) is None


@given(st.lists(st.text(max_size=8), max_size=5), st.text(max_size=8))
def test_a_guess_is_always_one_of_the_known(known: list[str], words: str) -> None:
    assert suggest(words, known) in {None, *known}


def test_guessing_ends_when_it_has_looked_at_enough_words() -> None:
    guesser = Guesser(most=3)
    known = ["name", "url"]
    assert [guesser.guess("nmae", known) for _ in range(3)] == ["name", "name", None]
