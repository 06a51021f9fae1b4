"""What differs between a quotation and the paragraph nearest to it."""

import pytest

from orggraph.evidence.differences import Nearest, find_nearest
from orggraph.evidence.matching import fold_text
from orggraph.evidence.telling import NearestTold
from orggraph.model import Evidence

RULE = "KD-net indstiller fire medlemmer til styregruppen, herunder for\u00admanden for perioden."


def nearest(quote: str, *paragraphs: str) -> Nearest | None:
    parts = Evidence("d", quote).parts
    return find_nearest(parts, [fold_text(p) for p in paragraphs], paragraphs)


@pytest.mark.parametrize(
    ("quote", "differs"),
    [
        ("KD-net udpeger fire medlemmer", [("udpeger", "indstiller")]),
        ("udpeger fire medlemmer", [("udpeger", "indstiller")]),
        ("KD-net indstiller fem", [("fem", "fire")]),
        ("kd-net INDSTILLER fire medlem", [("medlem", "medlemmer")]),
        ("indstiller medlemmer til", [("", "fire")]),
        ("KD-net indstiller de fire medlemmer", [("de", "")]),
        ("til styregruppen herunder formanden", [("", ",")]),
        ("fire Medlemmer til Udvalget, herunder", [("Udvalget", "styregruppen")]),
        ("indstiller fire … herunder næstformanden for", [("næstformanden", "for\u00admanden")]),
        ("KD-net udpeger … til bestyrelsen, herunder", [
            ("udpeger", "indstiller"), ("bestyrelsen", "styregruppen"),
        ]),
        ("KD-net udnævner straks fire medlemmer til", [("udnævner straks", "indstiller")]),
        ("styregruppen,herunder formanden", [
            ("styregruppen,herunder formanden", "styregruppen, herunder for\u00admanden"),
        ]),
        ("for formanden for perioden", [("for", "herunder")]),
    ],
)  # fmt: skip
def test_just_the_words_that_differ_are_told(quote: str, differs: list[tuple[str, str]]) -> None:
    found = nearest(quote, "Formand", RULE, "Noget helt andet står her om medlemmer")
    assert found is not None
    assert found.paragraph == 1
    assert [tuple(difference) for difference in found.differences] == differs
    assert found.is_near
    assert not found.scattered


@pytest.mark.parametrize(
    ("quote", "text", "differs"),
    [
        ("voting members", "non-voting members", ("voting", "non-voting")),
        ("IT", "regionens IT- og andet", ("IT", "IT-")),
        ("members can", "members can't vote", ("can", "can't")),
        ("5 medlemmer", "4,5 medlemmer", ("5", "4,5")),
    ],
)
def test_a_word_within_another_is_told_with_what_it_is_joined_to(
    quote: str, text: str, differs: tuple[str, str]
) -> None:
    found = nearest(quote, text)
    assert found is not None
    assert found.differences == (differs,)


def test_a_short_paragraph_is_not_nearest_for_being_in_the_quotation() -> None:
    found = nearest("medlemmer af udvalget og formanden", "af", "medlemmer af udvalget og næstfmd.")
    assert found is not None
    assert found.paragraph == 1


def test_parts_in_different_paragraphs_are_told_with_their_numbers() -> None:
    found = nearest("fire medlemmer … hjælper", RULE, "x", "Hun hjælper os", "Han hjælper dem")
    assert found is not None
    assert (found.paragraph, found.differences) == (0, (("hjælper", ""),))
    told = NearestTold.of(found, [RULE, "x", "y", "z"])
    assert told.message("en") == (
        "its parts stand in different paragraphs: “fire medlemmer” in paragraph 1; “hjælper” in "
        "paragraph 3, 4"
    )
    assert told.message("da").endswith("“fire medlemmer” i afsnit 1; “hjælper” i afsnit 3, 4")


def test_parts_in_another_order_are_told() -> None:
    found = nearest("herunder formanden … fire medlemmer", "x", RULE)
    assert found is not None
    assert (found.paragraph, found.differences) == (1, ())
    told = NearestTold.of(found, ["x", RULE])
    assert told.message("en") == "paragraph 2 has its parts, but not one after the other"


def test_what_has_little_in_common_is_not_compared_word_by_word() -> None:
    found = nearest("noget helt andet her", RULE)
    assert found is not None
    assert not found.is_near
    told = NearestTold.of(found, [RULE])
    assert told.message("en").startswith("no paragraph has half of its words, the closest being 1:")
    assert "“" not in told.message("en")


def test_differences_are_told_in_both_languages() -> None:
    told = NearestTold.of(nearest("KD-net udpeger fire de medlemmer herunder", RULE), [RULE])
    start = "KD-net indstiller fire medlemmer til styregruppen"
    assert told.message("en").startswith(f"closest is paragraph 1: {start}")
    assert "; the quotation has “udpeger”, the paragraph “indstiller”; " in told.message("en")
    assert "; only the quotation has “de”" in told.message("en")
    assert "; citatet har “udpeger”, afsnittet “indstiller”; kun citatet har “de”" in (
        told.message("da")
    )


def test_many_differences_are_cut_short() -> None:
    text = "et to tre fire fem seks syv otte ni ti"
    told = NearestTold.of(nearest("et x tre y fem z syv w ni ti", text), [text]).message("en")
    assert told.count("the quotation has") == 3
    assert told.endswith("; and more")


def test_an_empty_document_has_nothing_near() -> None:
    assert nearest("a") is None
    assert NearestTold.of(None, []).message("da") == "dokumentet har ingen tekst"


def test_the_nearest_of_many_paragraphs_is_found_by_how_its_words_begin() -> None:
    many = [f"The council of town {n} appoints members of board {n}." for n in range(900)]
    many[700] = RULE
    found = nearest("KD-nett indstilling fire medlemer", *many)
    assert found is not None
    assert found.paragraph == 700
    none = nearest("zyxw", *many)
    assert none is not None
    assert not none.is_near
