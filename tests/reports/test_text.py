"""Reports as plain text: widths, colours, trees and carets."""

import re
import unicodedata

import pytest

from orggraph.reports.blocks import (
    Block,
    Finding,
    Heading,
    Outline,
    OutlineLine,
    Paragraph,
    Report,
    Route,
    RouteStep,
    Table,
)
from orggraph.reports.formats import write

COLOUR = re.compile("\x1b\\[[0-9;]*m")
NAMES = Table(
    ("id", "navn", "opgave"),
    (
        ("a", "Hovedstadens Vandforsyningsselskab", "fører tilsyn med de fælles anlæg på øerne"),
        ("b", "東京都庁舎管理委員会事務局", "運営"),
        ("c", "Æ\N{COMBINING RING ABOVE}ø\N{SOFT HYPHEN}", "kort"),
    ),
)


def text_of(*blocks: Block, width: int | None = None, colour: bool = False) -> str:
    return write(Report(dict, tuple, lambda: blocks), "text", width=width, colour=colour)


def columns(text: str) -> int:
    """Return the columns that a terminal takes, counted by itself here."""
    composed = unicodedata.normalize("NFC", text)
    return sum(
        0 if unicodedata.combining(c) or unicodedata.category(c) == "Cf"
        else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in composed
    )  # fmt: skip


def test_a_table_has_a_line_for_each_row_where_there_is_room() -> None:
    table = Table(("id", "name"), (("a", "Alpha"), ("bcd", "")))
    assert text_of(table) == "id   name\n───  ─────\na    Alpha\nbcd\n"
    assert text_of(table, width=80) == text_of(table)


@pytest.mark.parametrize("width", [46, 50, 60, 70, 80])
def test_a_table_fits_the_width_that_there_is(width: int) -> None:
    told = text_of(NAMES, width=width)
    assert max(map(columns, told.splitlines())) <= width
    unbroken = re.sub(r"[\s-]", "", told)
    for word in "fører tilsyn med de fælles anlæg på øerne kort".split():
        assert word in unbroken


def test_columns_stand_under_each_other_whatever_the_script() -> None:
    told = text_of(NAMES).splitlines()
    starts = [line.index(word) for line, word in zip(told, ("opgave", "─", "fører", "運営", "kort"),
                                                     strict=True)]  # fmt: skip
    starts[1] = told[1].rindex("  ") + 2
    assert len({columns(line[:start]) for line, start in zip(told, starts, strict=True)}) == 1


@pytest.mark.parametrize("width", [24, 30, 44])
def test_wide_characters_are_counted_twice_when_lines_are_folded(width: int) -> None:
    wide = "東京都 庁舎管理 委員会 事務局 " * 4
    assert (
        max(columns(line) for line in text_of(Paragraph(wide), width=width).splitlines()) <= width
    )
    told = text_of(Table(("a", "b"), ((wide, "x"),)), width=width)
    assert max(map(columns, told.splitlines())) <= width


def test_prose_is_folded_between_words_and_no_word_is_lost() -> None:
    text = "Rapporteringslinjen fra Den strategiske styregruppe ender hos Kommunaldirektørnetværket"
    told = text_of(Paragraph(text), width=30)
    assert told.split() == text.split()
    assert max(map(len, told.splitlines())) <= 30
    assert text_of(Paragraph(text)) == text + "\n"


def test_a_no_break_space_does_not_break() -> None:
    told = text_of(Paragraph("aaaa bbbb cccc\N{NO-BREAK SPACE}dddd eeee ffff"), width=20)
    assert "cccc\N{NO-BREAK SPACE}dddd" in told


def test_an_outline_is_drawn_as_a_tree() -> None:
    lines = (
        OutlineLine(0, "top"),
        OutlineLine(1, "a", "first"),
        OutlineLine(2, "a1"),
        OutlineLine(3, "a11"),
        OutlineLine(2, "a2"),
        OutlineLine(1, "b"),
        OutlineLine(2, "b1"),
        OutlineLine(0, "other"),
        OutlineLine(1, "c"),
    )
    assert text_of(Outline(lines)) == (
        "top\n├─ a  first\n│  ├─ a1\n│  │  └─ a11\n│  └─ a2\n└─ b\n   └─ b1\nother\n└─ c\n"
    )


def test_a_route_goes_downwards_step_by_step() -> None:
    route = Route(
        "A", (RouteStep("reports to", ("said so", "twice"), "B"), RouteStep("x", (), "C"))
    )
    assert text_of(route) == (
        "  A\n  │ reports to\n  │   said so\n  │   twice\n  ▼\n  B\n  │ x\n  ▼\n  C\n"
    )


def test_blocks_stand_apart_and_a_heading_close_to_what_it_names() -> None:
    table, outline = Table(("t",), (("1",),)), Outline((OutlineLine(0, "o"),))
    words = (Heading("H"), Paragraph("p"), Paragraph("q"))
    blocks = (*words, table, Heading("I"), outline, Finding("f", "bad"), Finding("g", "bad"))
    assert text_of(*blocks) == "H\np\nq\n\nt\n─\n1\n\nI\no\n\nf\ng\n"


@pytest.mark.parametrize("width", [None, 60])
def test_colour_changes_no_words(width: int | None) -> None:
    blocks = (
        Heading("H"), Paragraph("good", "good"), Paragraph("", "bad"), NAMES,
        Outline((OutlineLine(0, "o", "note"),)), Finding("f", "bad", "  excerpt", 2, 3),
        Route("A", (RouteStep("r", ("d",), "B"),)),
    )  # fmt: skip
    coloured = text_of(*blocks, width=width, colour=True)
    plain = text_of(*blocks, width=width)
    assert "\x1b" not in plain
    assert COLOUR.sub("", coloured) == plain


@pytest.mark.parametrize(
    ("block", "code"),
    [
        (Heading("x"), "1"),
        (Paragraph("x", "good"), "32"),
        (Paragraph("x", "fair"), "33"),
        (Paragraph("x", "bad"), "31"),
        (Paragraph("x", "dim"), "2"),
    ],
)
def test_a_tone_has_its_colour(block: Block, code: str) -> None:
    assert text_of(block, colour=True) == f"\x1b[{code}mx\x1b[0m\n"
    assert text_of(Paragraph("x"), colour=True) == "x\n"


def test_a_caret_points_under_what_is_wrong() -> None:
    told = text_of(Finding("wrong", "bad", "\tå 東: xyz", 6, 3)).splitlines()
    assert told[0] == "wrong"
    assert columns(told[2][: told[2].index("^")]) == columns(told[1][: told[1].index("xyz")])
    assert told[2].strip() == "^^^"


@pytest.mark.parametrize("column", [0, 50, 190])
def test_a_long_line_is_cut_around_what_is_wrong(column: int) -> None:
    excerpt = "a" * column + "XY" + "b" * (198 - column)
    told = text_of(Finding("wrong", "bad", excerpt, column, 2), width=60).splitlines()
    assert max(map(len, told)) <= 60
    place = told[2].index("^^")
    assert told[1][place : place + 2] == "XY"


def test_a_place_on_an_empty_line_has_nothing_to_show() -> None:
    assert text_of(Finding("wrong", "bad", "   ", 1)) == "wrong\n"
    assert text_of(Finding("wrong", "bad", None)) == "wrong\n"
