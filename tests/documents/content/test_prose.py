"""Names, lists and predicates agree with each other in a sentence."""

import pytest

from orggraph.documents.content.prose import (
    amount,
    is_plural,
    join,
    name_in_sentence,
    names_in_sentence,
    predicate,
    sentence,
    tell_date,
)
from orggraph.model import Count, Graph, PartialDate, Parts
from orggraph.reports.teller import Teller
from orggraph.text import LocalText
from tests.conftest import LoadText
from tests.queries.build import node


def teller(*names: LocalText, language: str = "en") -> Teller:
    nodes = tuple(node(f"n{at}", name=name) for at, name in enumerate(names))
    return Teller(Graph(Parts(nodes)), language)


@pytest.mark.parametrize(
    ("language", "name", "shown"),
    [
        ("en", "The steering group", "the steering group"),
        ("en", "The Council", "the Council"),
        ("en", "A committee", "a committee"),
        ("en", "A Place to Live", "A Place to Live"),
        ("en", "Theatre board", "Theatre board"),
        ("da", "Den strategiske styregruppe", "den strategiske styregruppe"),
        ("da", "Det Etiske Råd", "Det Etiske Råd"),
        ("da", "De ældres råd", "de ældres råd"),
        ("da", "Denmark House", "Denmark House"),
        ("da", "The steering group", "The steering group"),
    ],
)
def test_an_article_is_small_within_a_sentence(language: str, name: str, shown: str) -> None:
    tell = teller(LocalText.of(name, language), language=language)
    assert name_in_sentence(tell, "n0") == shown


def test_a_name_without_a_translation_follows_its_own_language() -> None:
    assert name_in_sentence(teller(LocalText.of("The group", "en"), language="da"), "n0") == (
        "the group"
    )


@pytest.mark.parametrize(
    ("words", "english", "danish"),
    [
        ([], "", ""),
        (["A"], "A", "A"),
        (["A", "B"], "A and B", "A og B"),
        (["A", "B", "C"], "A, B and C", "A, B og C"),
        (["A, of B", "C"], "A, of B; and C", "A, of B; og C"),
        (["1,000 a", "2,000 b"], "1,000 a and 2,000 b", "1,000 a og 2,000 b"),
    ],
)
def test_words_make_a_list(words: list[str], english: str, danish: str) -> None:
    assert join(teller(), words) == english
    assert join(teller(language="da"), words) == danish


def test_of_very_many_names_the_first_are_told_and_how_many_more() -> None:
    tell = teller(*(LocalText.of(f"N{at}") for at in range(12)))
    ids = [f"n{at}" for at in range(12)]
    assert names_in_sentence(tell, ids, 3) == "N0, N1, N2 and 9 more"
    assert names_in_sentence(tell, ids[:3], 3) == "N0, N1 and N2"
    assert names_in_sentence(tell, ["n1", "n1", "gone"]) == "N1 and gone"


@pytest.mark.parametrize(
    ("type_", "singular", "plural"),
    [
        ("reports_to", "reports to", "report to"),
        ("anchored_in", "is anchored in", "are anchored in"),
        ("advises", "advises", "advise"),
        ("oversees", "oversees", "oversee"),
        ("contact_for", "is contact for", "are contact for"),
        ("employed_by", "is employed by", "are employed by"),
        ("represents", "represents", "represent"),
    ],
)
def test_an_english_predicate_agrees_with_its_subject(
    type_: str, singular: str, plural: str
) -> None:
    assert predicate(teller(), type_, plural=False) == singular
    assert predicate(teller(), type_, plural=True) == plural


def test_a_danish_predicate_has_one_number() -> None:
    tell = teller(language="da")
    for plural in (False, True):
        assert predicate(tell, "reports_to", plural=plural) == "refererer til"
        assert predicate(tell, "contact_for", plural=plural) == "er kontakt for"
        assert predicate(tell, "anchored_in", plural=plural) == "er forankret i"


OWN = """
    vocabulary:
      types:
        supplies: {family: support, label: {en: supplies goods to}, inverse: {en: x}}
        watches: {family: support, label: {en: watches}, inverse: {en: xx}}
        has: {family: support, label: {en: has access to}, inverse: {en: xxx}}
        may: {family: support, label: {en: may dismiss}, inverse: {en: xxxx}}
        friend:
          family: support
          label: {en: friend of}
          inverse: {en: xxxxx}
          aliases: [is friend of]
    bodies: {a: {name: A}}
"""


def test_labels_of_ones_own_become_predicates_where_they_can(load_text: LoadText) -> None:
    graph = load_text(OWN)
    tell = Teller(graph, "en")
    told = {id_: predicate(tell, id_, plural=True) for id_ in ("supplies", "watches", "has")}
    assert told == {
        "supplies": "supply goods to",
        "watches": "watch",
        "has": "have access to",
    }
    assert predicate(tell, "friend", plural=False) == "is friend of"
    assert predicate(tell, "may", plural=False) is None


def test_several_take_the_plural_and_so_does_what_stands_for_several(load_text: LoadText) -> None:
    tell = Teller(load_text("bodies: {a: {name: A}, b: {name: B, collective: yes}}"), "en")
    assert [is_plural(tell, ids) for ids in (["a"], ["b"], ["a", "b"], ["a", "a"])] == [
        False, True, True, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "shown"), [("a b", "A b."), ("Æ.", "Æ."), ("what?", "What?"), ("so …", "So …")]
)
def test_a_sentence_has_a_capital_and_an_end(words: str, shown: str) -> None:
    assert sentence(words) == shown


@pytest.mark.parametrize(
    ("count", "english", "danish"),
    [
        (Count(1, 1), "1", "1"),
        (Count(4, 6), "4–6", "4–6"),
        (Count(2, None), "at least 2", "mindst 2"),
        (Count(1200, 1200), "1,200", "1.200"),
    ],
)
def test_a_number_of_places_is_told_in_words(count: Count, english: str, danish: str) -> None:
    assert amount(teller(), count) == english
    assert amount(teller(language="da"), count) == danish


@pytest.mark.parametrize(
    ("date", "english", "danish"),
    [
        ("2026-11-03", "3 November 2026", "3. november 2026"),
        ("2026-05", "May 2026", "maj 2026"),
        ("0987", "0987", "0987"),
    ],
)
def test_a_date_is_told_as_far_as_it_is_known(date: str, english: str, danish: str) -> None:
    parsed = PartialDate.parse(date)
    assert tell_date(teller(), parsed) == english
    assert tell_date(teller(language="da"), parsed) == danish
