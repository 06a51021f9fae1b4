"""Pages: nothing is lost, nothing is too full, and every reference leads somewhere."""

import re
from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orggraph.views.content import CardContent, Content, Link, LinkType, Row
from orggraph.views.page_plan import plan_pages
from orggraph.views.pages import MOST_NAMES, tell_pages
from tests.views.pictures import govtech
from tests.views.pictures import picture as picture_of

FAMILIES = {"reporting": (8, "target"), "appointment": (3, "source"), "contact": (1, None)}


def card(name: str) -> CardContent:
    return CardContent(
        name, "body", name.upper(), f"{name.upper()}, body", rows=(Row(f"of {name}"),),
        kind_words="body",
    )  # fmt: skip


def line(number: int, source: str, target: str, family: str = "reporting") -> Link:
    strength, above = FAMILIES[family]
    said = {"words": f"does {family}", "inverse": f"undergoes {family}"}
    return Link(
        f"r{number}", source, target, family, (family,), (f"r{number}",), "", "", above,  # type: ignore[arg-type]
        strength, family != "contact", **said,
    )  # fmt: skip


def picture(
    cards: Sequence[str], lines: Sequence[tuple[str, ...]], language: str = "en"
) -> Content:
    return Content(
        "p", "Title", "Note", language, tuple(map(card, cards)),
        tuple(line(i, *ends) for i, ends in enumerate(lines)), (("body", "Body"),),
        tuple((family, family) for family in FAMILIES), (),
        types=tuple(LinkType(family, family, family) for family in FAMILIES), provenance="Note",
    )  # fmt: skip


def paginate(content: Content, *, most: int) -> tuple[Content, ...]:
    return tell_pages(content, plan_pages(content, most=most))


def ids(page: Content) -> list[str]:
    return [card.id for card in page.cards]


def on(page: Content, id_: str) -> CardContent:
    return next(card for card in page.cards if card.id == id_)


def numbers(told: str) -> list[int]:
    """Return the page numbers at the end of a reference: "continued on pages 2, 4–6"."""
    found = []
    for run in re.findall(r"\d+(?:–\d+)?", told):
        first, _, last = run.partition("–")
        found += range(int(first), int(last or first) + 1)
    return found


def star(leaves: int) -> Content:
    below = [f"l{i:03}" for i in range(leaves)]
    return picture(["top", *below], [(leaf, "top") for leaf in below])


@st.composite
def pictures(draw: st.DrawFn) -> Content:
    """Return any picture: trees, circles, loose cards, lines of all sorts."""
    amount = draw(st.integers(1, 40))
    cards = [f"c{i:02}" for i in range(amount)]
    end = st.sampled_from(cards)
    ends = st.tuples(end, end, st.sampled_from(sorted(FAMILIES)))
    lines = draw(st.lists(ends.filter(lambda line: line[0] != line[1]), max_size=60))
    for i in range(1, amount):
        if draw(st.booleans()):
            lines.append((cards[i], cards[draw(st.integers(0, i - 1))], "reporting"))
    return picture(cards, lines)


@given(pictures(), st.integers(2, 15))
def test_nothing_is_lost_and_no_page_is_too_full(content: Content, most: int) -> None:
    pages = paginate(content, most=most)
    assert {id_ for page in pages for id_ in ids(page)} == {card.id for card in content.cards}
    assert all(len(set(ids(page))) == len(ids(page)) <= most for page in pages)
    for whole in content.cards:
        # Its members stand on exactly one page.
        shown = [page for page in pages if whole.id in ids(page) and on(page, whole.id).rows]
        assert len(shown) == 1
    drawn = [link.id for page in pages for link in page.links]
    assert len(drawn) == len(set(drawn))
    for page in pages:
        assert all({link.source, link.target} <= set(ids(page)) for link in page.links)
        assert {family for family, _ in page.families} == {link.family for link in page.links} or (
            len(pages) == 1
        )


@given(pictures(), st.integers(2, 15))
def test_a_line_that_is_on_no_page_is_told_at_both_ends(content: Content, most: int) -> None:
    pages = paginate(content, most=most)
    home = {c.id: n for n, page in enumerate(pages, 1) for c in page.cards if c.rows}
    drawn = {link.id for page in pages for link in page.links}
    for link in content.links:
        if link.id in drawn:
            continue
        inverse = link.inverse if link.arrow else link.words
        told = 0
        for end, other, words in (
            (link.source, link.target, link.words), (link.target, link.source, inverse),
        ):  # fmt: skip
            said = [s for s in on(pages[home[end] - 1], end).subtitles if s.startswith(words)]
            assert len(said) == 1
            pages_named = [int(number) for number in re.findall(r"\(page (\d+)\)", said[0])]
            assert pages_named == sorted(set(pages_named))
            name = re.escape(other.upper())
            told += bool(re.search(rf"\b{name}\b[^()]*\(page {home[other]}\)", said[0]))
            assert told or " on page" in said[0]
        assert told


@given(pictures(), st.integers(2, 15))
def test_references_are_right_both_ways(content: Content, most: int) -> None:
    pages = paginate(content, most=most)
    for whole in content.cards:
        stands = [n for n, page in enumerate(pages, 1) if whole.id in ids(page)]
        first, *others = stands
        onwards = [s for s in on(pages[first - 1], whole.id).subtitles if s.startswith("cont")]
        assert [numbers(said) for said in onwards] == ([others] if others else [])
        for other in others:
            back = [s for s in on(pages[other - 1], whole.id).subtitles if s.startswith("from")]
            assert back == [f"from page {first}"]
            assert on(pages[other - 1], whole.id).label.endswith(f"from page {first}")


@given(pictures(), st.integers(2, 15), st.randoms(use_true_random=False))
def test_the_order_of_what_is_given_does_not_matter(
    content: Content, most: int, random: Random
) -> None:
    cards, links = list(content.cards), list(content.links)
    random.shuffle(cards)
    random.shuffle(links)
    other = paginate(content._replace(cards=tuple(cards), links=tuple(links)), most=most)
    one = paginate(content, most=most)
    assert [set(ids(page)) for page in one] == [set(ids(page)) for page in other]
    assert [{link.id for link in page.links} for page in one] == [
        {link.id for link in page.links} for page in other
    ]
    assert paginate(content, most=most) == one


def test_what_fits_is_left_as_it_is() -> None:
    content = picture([f"c{i}" for i in range(10)], [("c1", "c0"), ("c3", "c2")])
    assert paginate(content, most=30) == (content,)
    alone = picture(["a"], [])
    assert paginate(alone, most=2) == (alone,)


def test_a_subtree_goes_on_a_page_of_its_own() -> None:
    below = {"top": ["a", "b"], "a": ["a1", "a2", "a3"], "b": ["b1", "b2", "b3"]}
    lines = [(low, top) for top, lows in below.items() for low in lows]
    content = picture(["top", "a", "b", "a1", "a2", "a3", "b1", "b2", "b3"], lines)
    pages = paginate(content, most=4)
    assert [set(ids(page)) for page in pages] == [
        {"top", "a", "b"}, {"a", "a1", "a2", "a3"}, {"b", "b1", "b2", "b3"},
    ]  # fmt: skip
    assert [page.title for page in pages] == ["Title (1 of 3)", "Title (2 of 3)", "Title (3 of 3)"]
    assert [page.id for page in pages] == ["p-1", "p-2", "p-3"]
    assert {page.footnote for page in pages} == {"Note"}
    assert on(pages[0], "a").subtitles == ("continued on page 2",)
    assert on(pages[0], "a").rows == ()
    assert on(pages[1], "a").subtitles == ("from page 1",)
    assert on(pages[1], "a").rows == (Row("of a"),)
    assert [item.words for item in pages[1].outline[:3]] == ["A (body)", "from page 1", "of a"]
    danish = paginate(content._replace(language="da", title=""), most=4)
    assert danish[2].title == "Side 3 af 3"
    assert on(danish[0], "b").subtitles == ("fortsættes på side 3",)


def test_siblings_that_are_too_many_share_their_superior() -> None:
    pages = paginate(star(500), most=24)
    assert len(pages) == 22
    assert all("top" in ids(page) and len(ids(page)) in range(18, 25) for page in pages)
    assert on(pages[0], "top").subtitles == ("continued on pages 2–22",)
    assert on(pages[21], "top").subtitles == ("from page 1",)
    assert [page.id for page in pages][:2] == ["p-01", "p-02"]
    assert sum(len(page.links) for page in pages) == 500


def test_small_subtrees_share_a_page() -> None:
    chiefs = [f"c{i}" for i in range(6)]
    lines = [(chief, "top") for chief in chiefs]
    lines += [(f"{chief}-{i}", chief) for chief in chiefs for i in range(4)]
    pages = paginate(picture(["top", *sorted({end for ends in lines for end in ends} - {"top"})],
                             lines), most=10)  # fmt: skip
    assert [len(ids(page)) for page in pages] == [7, 10, 10, 10]


def test_a_chain_a_circle_and_ten_thousand_cards() -> None:
    chain = [f"c{i:03}" for i in range(500)]
    pages = paginate(picture(chain, list(zip(chain[1:], chain, strict=False))), most=24)
    assert len(pages) == 22
    assert sum(len(page.links) for page in pages) == 499
    circle = list(zip([*chain[1:], chain[0]], chain, strict=True))
    assert len(paginate(picture(chain, circle), most=24)) == 22
    many = [f"n{i:05}" for i in range(10_000)]
    tree = [(many[i], many[(i - 1) // 6]) for i in range(1, 10_000)]
    pages = paginate(picture(many, tree), most=24)
    assert len({id_ for page in pages for id_ in ids(page)}) == 10_000
    assert len(paginate(picture(many, []), most=20)) == 500


def test_a_card_without_a_superior_goes_with_those_it_is_linked_to() -> None:
    lines = [(f"{tree}{i}", tree) for tree in "ab" for i in range(4)]
    lines += [("x", "b1", "contact"), ("x", "b2", "contact"), ("x", "a1", "contact")]
    content = picture(["a", "b", "x", *(end for end, *_ in lines[:8])], lines)
    with_x = [set(ids(page)) for page in paginate(content, most=6) if "x" in ids(page)]
    assert with_x == [{"b", "b1", "b2", "b3", "b0", "x"}]


def test_lines_to_very_many_are_named_at_the_other_end_only() -> None:
    lines = [(f"{tree}{i:02}", tree) for tree in "ab" for i in range(MOST_NAMES + 1)]
    lines += [(f"b{i:02}", "a", "contact") for i in range(MOST_NAMES + 1)]
    content = picture(["a", "b", *(end for end, *_ in lines[: 2 * MOST_NAMES + 2])], lines)
    first, second = paginate(content, most=MOST_NAMES + 2)
    assert on(first, "a").subtitles == (f"does contact: {MOST_NAMES + 1} on page 2",)
    assert on(second, "b00").subtitles == ("does contact: A (page 1)",)


@pytest.mark.parametrize(("language", "told"), [("en", "A (page 1)"), ("da", "A (side 1)")])
def test_a_far_end_is_named_with_its_page(language: str, told: str) -> None:
    lines = [("a1", "a"), ("b1", "b"), ("a", "b1", "contact"), ("b", "a1", "appointment")]
    lines += [("a2", "a"), ("b2", "b")]
    pages = paginate(picture(["a", "a1", "a2", "b", "b1", "b2"], lines, language), most=3)
    assert f"does contact: {told}" in on(pages[-1], "b1").subtitles
    assert f"undergoes appointment: {told.replace('A', 'B').replace('1', '2')}" in (
        on(pages[0], "a1").subtitles
    )


def test_far_ends_are_named_page_by_page() -> None:
    lines: list[tuple[str, ...]] = [
        ("z1", "a"),
        ("z2", "a"),
        ("y1", "b"),
        ("y2", "b"),
        ("c1", "c"),
        ("c2", "c"),
    ]
    lines += [("c1", end, "contact") for end in ("z1", "y1", "z2")]
    pages = paginate(picture(["a", "b", "c", *(end for end, *_ in lines[:6])], lines), most=3)
    assert on(pages[2], "c1").subtitles == ("does contact: Z1, Z2 (page 1); Y1 (page 2)",)


def test_the_legend_of_a_page_has_what_is_on_it() -> None:
    content = picture_of(govtech())
    words = {type_.id: type_.words for type_ in content.types}
    pages = paginate(content, most=6)
    assert any(page.families != content.families for page in pages)
    for page in pages:
        assert [kind for kind, _ in page.kinds] == [
            kind for kind, _ in content.kinds if kind in {card.kind for card in page.cards}
        ]
        for family, told in page.families:
            drawn = {t for link in page.links if link.family == family for t in link.types}
            assert sorted(told.casefold().split(" / ")) == sorted(words[t] for t in drawn)


def test_a_page_explains_the_marks_that_are_on_it_only() -> None:
    names = [f"c{i}" for i in range(8)]
    content = picture(names, [(name, "c0") for name in names[1:]])
    inferred = content.cards[-1]._replace(name="C7*")
    marked = content._replace(cards=(*content.cards[:-1], inferred))
    pages = paginate(marked, most=4)
    told = {any("*" in one.name for one in page.cards): page.footnote for page in pages}
    assert told == {True: "Note · * inferred, not stated in the source", False: "Note"}
