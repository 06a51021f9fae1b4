"""Lines: merged or apart, their words, and which end is above."""

import pytest

from orggraph.model import Count
from tests.conftest import LoadText
from tests.queries.build import graph_of, relation
from tests.views.pictures import card, govtech, lines, link, picture


def test_seats_of_one_appointer_are_summed() -> None:
    content = picture(govtech(), "da", families=("udpegning",))
    assert lines(content) == {
        "kd-net [udpeger 3] styregruppe",
        "forretningsudvalg [vælger 1] styregruppe",
        "region [udpeger 1] styregruppe",
        "region [udpeger 1] forretningsudvalg",
        "it-heads [udpeger 4-6] forretningsudvalg",
        "participating [udpeger 1 hver] følgegruppe",
    }
    told = link(content, "kd-net", "styregruppe").description
    assert told.startswith("KD-Net udpeger Den strategiske styregruppe (Formand, 1, 3 år); afledt.")


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ("1 2", "3"),
        ("1 4-6", "5-7"),
        ("1-2 4-6", "5-8"),
        ("2+ 1-3", "3+"),
        ("1_per_a 2_per_a", "3 each"),
        ("1_per_c 2", "2 + 1 for each of: c"),
    ],
)
def test_sums_of_seats(counts: str, told: str) -> None:
    seats = [Count.parse(words.replace("_", " ")) for words in counts.split()]
    relations = [relation("a appoints b", id=f"r{i}", seats=s) for i, s in enumerate(seats)]
    graph = graph_of(*relations)
    # `restricted` and `choose` need no collective c to tell its id.
    assert lines(picture(graph)) == {f"a [appoints {told}] b"}


PARALLEL = graph_of(
    relation("a appoints b", id="x", seats=Count()), "a elects b", "a informs b", "b informs a",
    relation("b reports_to a"), relation("b anchored_in a", line="dotted"),
)  # fmt: skip


def test_parallel_relations_of_a_family_are_one_line_or_each_its_own() -> None:
    assert lines(picture(PARALLEL)) == {
        "a [appoints 1 / elects] b", "a [informs] b", "b [reports to] a", "b [is anchored in] a",
    }  # fmt: skip
    apart = picture(PARALLEL, parallel="apart")
    assert {"a [appoints 1] b", "a [elects] b", "b [informs] a"} <= lines(apart)
    assert {(k.source, k.dotted) for k in apart.links if k.family == "reporting"} == {
        ("b", False), ("b", True),
    }  # fmt: skip


def test_a_symmetric_relation_is_one_line_from_whichever_end() -> None:
    graph = graph_of("a contact_for b", "b contact_for a", "a informs b")
    content = picture(graph)
    assert lines(content) == {"a [contact for] b", "a [informs] b"}
    symmetric = next(k for k in content.links if len(k.relations) == 2)
    assert not symmetric.arrow
    assert all(k.arrow for k in content.links if k is not symmetric)


@pytest.mark.parametrize(
    ("sentence", "above", "strength"),
    [
        ("a reports_to b", "target", 8),
        ("a part_of b", "target", 4),
        ("a appoints b", "source", 3),
        ("a member_of b", "target", 3),
        ("a represents b", None, 3),
        ("a advises b", None, 2),
        ("a contact_for b", None, 1),
    ],
)
def test_which_end_is_above(sentence: str, above: str | None, strength: int) -> None:
    (found,) = picture(graph_of(sentence), members="nodes").links
    assert (found.above, found.strength) == (above, strength)


def test_inferred_lines_are_marked_and_explained() -> None:
    content = picture(govtech(), families=("structure",))
    assert link(content, "itk", "aarhus").label == "part of*"
    assert link(content, "itk", "aarhus").description.endswith("; inferred.")
    assert "*" not in link(content, "responsible-chief", "govtech").label
    assert content.footnote.endswith("* inferred, not stated in the source")


def test_labels_can_be_left_to_the_legend() -> None:
    many = [f"n{i:02} reports_to top" for i in range(13)]
    graph = graph_of(*many, relation("top appoints n00", seats=Count(2, 2)))
    told = lines(picture(graph))
    assert {"n12 [] top", "top [appoints 2] n00"} <= told
    assert "n12 [reports to] top" in lines(picture(graph, labels="all"))
    assert all(not k.label for k in picture(graph, labels="none").links)
    assert "n12 [reports to] top" in lines(picture(graph_of(*many[1:])))  # twelve, and no more
    two = graph_of(*many, "n00 anchored_in n01")
    assert "n12 [reports to] top" in lines(picture(two))  # the legend cannot tell which


def test_many_seats_without_words_keep_their_number() -> None:
    graph = graph_of(
        *(relation(f"top appoints n{i:02}", seats=Count(2, 2)) for i in range(13)),
    )
    assert "top [2] n12" in lines(picture(graph))


def test_a_type_of_the_files_own_is_drawn(load_text: LoadText) -> None:
    graph = load_text(
        """\
        vocabulary:
          families: {money: {label: {en: money, da: penge}}}
          types:
            funds: {family: money, label: {en: funds, da: finansierer},
                    inverse: {en: funded by, da: finansieres af}, traits: [downward]}
        bodies: {a: {name: A, funds: b}, b: B}
        """
    )
    content = picture(graph, "da")
    (found,) = content.links
    assert (found.label, found.above, found.strength) == ("finansierer", "source", 2)
    assert content.families == (("money", "Finansierer"),)


def test_from_the_other_end_a_number_is_of_those_who_are_appointed() -> None:
    content = picture(govtech(), "da")
    found = link(content, "it-heads", "forretningsudvalg", "appointment")
    assert (found.words, found.inverse) == ("udpeger 4-6", "4-6 udpeges af")


def test_a_membership_marks_what_is_inferred_as_its_row_does(load_text: LoadText) -> None:
    graph = load_text(
        """\
        persons: {p: {name: P}}
        bodies:
          b:
            name: B
            seats: {s: {role: observer, vote: no}}
            members: [{person: p, seat: s, inferred: {seat: a guess}}]
        """
    )
    assert card(picture(graph), "b").rows[0].beside == "observer* · no vote*"
    assert lines(picture(graph, members="nodes")) == {"p [observer*, no vote*] b"}
