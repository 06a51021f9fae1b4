"""What folds away when a quotation is looked up, and what does not."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orggraph.evidence import matching
from orggraph.evidence.matching import Span, find_quote, fold_text
from orggraph.model import Evidence


def places(quote: str, *paragraphs: str) -> list[int]:
    """Return the paragraphs that a quotation stands in, as the data file writes it."""
    parts = Evidence.parse(f"d: {quote}").parts
    return [span.paragraph for span in find_quote(parts, [fold_text(p) for p in paragraphs])]


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("the board meets", "Then the\N{NO-BREAK SPACE}board  \t meets."),
        ("the board meets", "the\nboard\u2003meets"),
        ("the board", "the bo\N{SOFT HYPHEN}ard"),
        ("the board", "the\N{ZERO WIDTH SPACE} bo\N{ZERO WIDTH JOINER}ard\N{WORD JOINER}"),
        ("the\N{NO-BREAK SPACE}bo\N{SOFT HYPHEN}ard", "the board"),
        ("THE Board", "the bOARD"),
        ("'board' it's", "“board” it’s"),
        ('"board"', "»board«"),
        ("„board‟", "'board'"),
        ("2024-2026", "in 2024–2026"),
        ("KD-Net", "KD\N{NON-BREAKING HYPHEN}Net"),
        ("KD—Net", "KD−Net"),
        ("formanden på", unicodedata.normalize("NFD", "formanden på")),
        (unicodedata.normalize("NFD", "æøå Ærø é"), "ÆØÅ ÆRØ É"),
        ("straße", "STRASSE"),
        ("Århus", "\N{ANGSTROM SIGN}rhus"),
        ("Århus", unicodedata.normalize("NFD", "ÅRHUS")),
        ("300 \N{KELVIN SIGN}", "300 k"),
        ("the board", "the\N{NARROW NO-BREAK SPACE}board"),
        ("the\N{NARROW NO-BREAK SPACE}\N{NO-BREAK SPACE}board", "the board"),
        ("formanden", "for\N{SOFT HYPHEN}manden"),
        ("for\N{SOFT HYPHEN}man\N{SOFT HYPHEN}den", "formanden"),
        ("mø\N{ZERO WIDTH NON-JOINER}de", "møde"),
        ("på", "pa\N{SOFT HYPHEN}\N{COMBINING RING ABOVE}"),
        ("the board", "the\N{LEFT-TO-RIGHT MARK} board"),
        ("「board」", '"board"'),
        ("KD\N{SMALL HYPHEN-MINUS}net", "KD-net"),
        (unicodedata.normalize("NFD", "한국"), "한국"),
        (unicodedata.normalize("NFD", "కొ"), "కొ"),
        ("\N{GREEK SMALL LETTER IOTA WITH DIALYTIKA AND TONOS}", "Ϊ\N{COMBINING ACUTE ACCENT}"),
    ],
)
def test_spelling_of_the_same_words_folds_away(quote: str, text: str) -> None:
    assert places(quote, text) == [0]


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("the board", "the boards"),
        ("the boards", "the board"),
        ("the board", "the big board"),
        ("the big board", "the board"),
        ("board the", "the board"),
        ("the board", "the bord"),
        ("the board", "theboard"),
        ("på", "pa"),
        ("pa", unicodedata.normalize("NFD", "på")),
        ("møde", "moede"),
        ("ord", "x\N{COMBINING CARON}ord"),
        ("board", "the chalkboard"),
        ("a b", "a, b"),
        ("not seated", "now seated"),
        ("4 members", "14 members"),
        ("4 members", "4.members"),
        ("finde", "ﬁnde"),
        ("ﬂertal", "flertal"),
        ("dikkat", "dıkkat"),
        ("dıkkat", "DIKKAT"),
        ("½ board", "1/2 board"),
        ("m²", "m2"),
        ("the board", "the_board"),
        ("a -- b", "a - b"),
        ("wor", "word"),
        ("rd", "word"),
    ],
)
def test_another_word_or_letter_is_not_found(quote: str, text: str) -> None:
    assert places(quote, text) == []


def test_a_word_begins_at_a_capital_where_words_have_run_together() -> None:
    text = "refererer til KD-netKommunaldirektørnetværket i regionen"
    assert places("refererer til KD-net", text) == [0]
    assert places("Kommunaldirektørnetværket i", text) == [0]
    assert places("KD-net Kommunaldirektørnetværket", text) == []
    assert places("KD-netKommunaldirektørnetværket", text) == [0]
    assert places("KD-netK", text) == []
    assert places("Net", "KDNet") == []


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("voting", "non-voting members"),
        ("non", "non-voting members"),
        ("non-", "non-voting members"),
        ("-voting", "non-voting members"),
        ("voting", "non\N{NON-BREAKING HYPHEN}voting"),
        ("voting", "non\N{HYPHEN}voting"),
        ("voting", "non\N{SOFT HYPHEN}voting"),
        ("voting", "non-\N{SOFT HYPHEN}voting"),
        ("voting", "non\N{EN DASH}voting"),
        ("Midtjylland", "Region-Midtjylland"),
        ("4 … medlemmer", "4-6 medlemmer"),
        ("6 medlemmer", "4–6 medlemmer"),
        ("IT", "IT- og digitalisering"),
        ("chefer", "IT-ansvarlige og -chefer"),
        ("non", "non- and for-profit"),
        ("5 percent", "grew by -5 percent"),
        ("5 percent", "grew by \N{MINUS SIGN}5 percent"),
        ("5", "-5"),
        ("members can", "members can't vote"),
        ("members can", "members can’t vote"),
        ("t vote", "members can't vote"),
        ("5 medlemmer", "4,5 medlemmer"),
        ("1", "1.000 kr."),
        ("000 kr", "1.000 kr."),
        ("2024", "i 2024/25"),
        ("stras", "straß"),
        ("s", "ß"),
    ],
)
def test_no_word_begins_or_ends_within_another(quote: str, text: str) -> None:
    assert places(quote, text) == []


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("IT-", "IT- og digitalisering"),
        ("IT- og digitalisering", "dens IT- og digitaliseringschef, IT- og digitalisering"),
        ("og -chefer", "IT-ansvarlige og -chefer"),
        ("regionen", "i regionen - og drives"),
        ("og drives", "i regionen – og drives"),
        ("meets", "the board meets—often"),
        ("often", "the board meets—often"),
        ("Formanden", "-Formanden vælges"),
        ("can", "the 'can' is empty"),
        ("kr", "1.000 kr."),
        ("2024", "i 2024, 2025."),
        ("leder", "a/leder:x"),
        ("Desuden", "styregruppen.Desuden"),
    ],
)  # fmt: skip
def test_a_dash_with_spaces_and_other_signs_bound_words(quote: str, text: str) -> None:
    assert places(quote, text) == [0]


def test_words_may_be_bounded_by_any_punctuation() -> None:
    text = "Jesper Møller (fmd.), kommunaldirektør/leder: Struer"
    for quote in ("(fmd.)", "fmd", "kommunaldirektør", "leder: Struer", "Møller (fmd.),"):
        assert places(quote, text) == [0], quote


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("one … four", True),
        ("one ... two … four", True),
        ("one […] four", True),
        ("one … two", True),
        ("… two", True),
        ("two … one", False),
        ("one two … two", False),
        ("four … four", False),
        ("one … five", False),
        ("one … tw", False),
    ],
)
def test_an_ellipsis_leaves_words_out_and_keeps_their_order(quote: str, found: bool) -> None:
    assert bool(places(quote, "one two three four")) is found


def test_the_parts_of_a_quotation_stand_in_one_paragraph() -> None:
    assert places("one … two", "one", "two") == []
    assert places("one … two", "one", "one and two") == [1]


def test_every_paragraph_with_the_words_is_told_once() -> None:
    assert places("the board", "the board the board", "no", "The board") == [0, 2]


def test_a_span_gives_its_place_in_the_original() -> None:
    text = "Så:  bo\N{SOFT HYPHEN}ard  A\N{COMBINING RING ABOVE} ender"
    (span,) = find_quote(("board å",), [fold_text("x"), fold_text(text)])
    assert span == Span(1, 5, 15)
    assert text[span.start : span.end] == "bo\N{SOFT HYPHEN}ard  A\N{COMBINING RING ABOVE}"


def test_no_words_are_found_nowhere() -> None:
    assert find_quote(("\N{ZERO WIDTH SPACE}",), [fold_text("a b")]) == []
    assert find_quote((), [fold_text("a b")]) == []
    assert find_quote(("a",), [fold_text("")]) == []


# Letters that fold to two, or only with others; marks, jamo, spaces, quotes and what has no width.
TELLING = (
    "abZ Q1.,-'\"`“~}_^ \t\n\u00a0\u00ad\u200b\u0301\u030aæøÅéﬁßİıΐΣς\u1100\u1161\u11a8\u2212—"
)


@given(st.one_of(st.text(TELLING, max_size=30), st.text(max_size=30)))
def test_plain_words_fold_together_as_each_of_their_characters_does(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(matching, "_PLAIN", re.compile("(?!)"))
        by_character = fold_text(text)
    assert fold_text(text) == by_character
