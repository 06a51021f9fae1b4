"""What stands where on a card."""

import pytest

from orggraph.layout import sizes
from orggraph.layout.cards import Cards, measure_label
from orggraph.layout.metrics import Metrics
from orggraph.scene import Card
from orggraph.scene.measure import text_box
from orggraph.themes.theme import Theme
from orggraph.views.content import CardContent, Row

PLAIN = CardContent("a", "body", "Udvalg", "Udvalg, et organ")
LONG = "Kommunaldirektørnetværket i den midtjyske region og dets sekretariat"


@pytest.fixture
def setter(theme: Theme, metrics: Metrics) -> Cards:
    return Cards(theme, metrics)


def lines(card: Card, role: str) -> list[str]:
    return [text.words for text in card.texts if text.role == role]


def test_a_card_says_its_name_in_the_colours_of_its_kind(setter: Cards, theme: Theme) -> None:
    card = setter.build(PLAIN)
    assert lines(card, "name") == ["Udvalg"]
    assert (card.id, card.kind, card.label, card.layers, card.halo, card.rules) == (
        "a", "body", "Udvalg, et organ", 1, None, (),
    )  # fmt: skip
    style = theme.kind("body")
    assert (card.fill, card.line, card.bar, card.bar_ink, card.icon) == style
    assert card.box.width == sizes.CARD_LEAST
    assert card.box[:2] == (0, 0)


def test_a_long_name_and_its_subtitles_are_wrapped(setter: Cards) -> None:
    card = setter.build(PLAIN._replace(name=LONG, subtitles=(LONG, "kort")))
    assert len(lines(card, "name")) > 1
    assert " ".join(lines(card, "name")) == LONG
    assert " ".join(lines(card, "subtitle")) == f"{LONG} kort"
    texts = max(text_box(text).right for text in card.texts)
    assert card.box.width >= texts + sizes.PADDING
    assert card.box.width <= sizes.NAME_LIMIT + sizes.BAR + 2 * sizes.PADDING + 2


def test_text_does_not_touch_what_is_beside_it(setter: Cards) -> None:
    rows = (Row("Sofie Fast", "formand"), Row("Ledig plads", vacant=True))
    content = PLAIN._replace(subtitles=("et", "to"), rows=rows, summary="5 pladser", folded=3)
    boxes = [text_box(text) for text in setter.build(content).texts]
    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            apart = one.right <= other.x or other.right <= one.x
            assert apart or one.bottom <= other.y or other.bottom <= one.y


def test_a_roster_says_beside_each_who_what(setter: Cards, theme: Theme) -> None:
    rows = (Row("Sofie Fast", "formand"), Row("Ledig plads", vacant=True))
    card = setter.build(PLAIN._replace(rows=rows, summary="2 pladser"))
    who, beside = (next(t for t in card.texts if t.role == r) for r in ("member", "beside"))
    assert (who.words, beside.words) == ("Sofie Fast", "formand")
    assert who.y == beside.y
    assert beside.x == pytest.approx(who.x + who.width + sizes.COLUMNS_APART)
    assert lines(card, "vacancy") == ["Ledig plads"]
    vacancy = next(t for t in card.texts if t.role == "vacancy")
    assert (vacancy.colour, who.colour, beside.colour) == (theme.vacancy, theme.ink, theme.quiet)
    assert len(card.rules) == 2
    for rule in card.rules:
        assert rule.start.y == rule.end.y
        assert sizes.BAR < rule.start.x < rule.end.x < card.box.width
    name, last = card.texts[0].y, card.texts[-1].y
    assert name < card.rules[0].start.y < who.y < vacancy.y < card.rules[1].start.y < last
    assert card.texts[-1].words == "2 pladser"


def test_a_roster_is_a_table_of_two_columns(setter: Cards) -> None:
    rows = (Row("Sofie Fast Nielsen", LONG), Row("Bo", "formand"), Row("En gruppe uden mere " * 3))
    card = setter.build(PLAIN._replace(rows=rows))
    beside = [t for t in card.texts if t.role == "beside"]
    assert " ".join(t.words for t in beside) == f"{LONG} formand"
    assert len({t.x for t in beside}) == 1
    assert len({t.y for t in beside}) == len(beside)
    who = {t.words: t for t in card.texts if t.role == "member"}
    assert who["Sofie Fast Nielsen"].y == beside[0].y
    assert who["Bo"].y == beside[-1].y
    # What has nothing beside it may be as wide as both columns.
    assert max(t.x + t.width for t in who.values()) > beside[0].x


def test_a_summary_without_a_roster_stands_below_the_name(setter: Cards) -> None:
    card = setter.build(PLAIN._replace(summary="5 pladser, 1 ledig"))
    assert lines(card, "subtitle") == ["5 pladser, 1 ledig"]
    assert card.rules == ()


def test_a_badge_counts_what_is_folded(setter: Cards) -> None:
    card = setter.build(PLAIN._replace(folded=12, name="Et udvalg med et navn"))
    badge = next(t for t in card.texts if t.role == "badge")
    assert (badge.words, badge.anchor) == ("+12", "end")
    assert badge.x < card.box.width
    assert badge.y < card.box.height
    assert badge.x - badge.width > card.texts[0].x + card.texts[0].width
    assert lines(setter.build(PLAIN), "badge") == []


def test_sides_are_even_and_as_long_as_lines_need(setter: Cards) -> None:
    for width, height in ((0, 0), (301, 0), (0, 99), (433.5, 77.2)):
        card = setter.build(PLAIN, width=width, height=height)
        assert card.box.width % 2 == card.box.height % 2 == 0
        assert card.box.width >= width
        assert card.box.height >= height
        text = text_box(card.texts[0])
        middle = (text.y + text.bottom) / 2
        assert middle == pytest.approx(card.box.height / 2, abs=3)


def test_several_are_a_stack_and_marked_ones_have_a_halo(setter: Cards, theme: Theme) -> None:
    assert setter.build(PLAIN._replace(several=True)).layers == 3
    assert setter.build(PLAIN._replace(marked=True)).halo == theme.highlight


def test_the_icon_is_on_the_bar(setter: Cards) -> None:
    for content in (PLAIN, PLAIN._replace(name=LONG, rows=(Row("A"),) * 9)):
        card = setter.build(content)
        assert card.icon_box.x > 0
        assert card.icon_box.right < card.bar_width
        assert card.icon_box.y > 0
        assert card.icon_box.bottom < card.box.height


def test_a_label_has_the_size_of_its_words(metrics: Metrics) -> None:
    assert measure_label("", metrics) is None
    assert measure_label("  ", metrics) is None
    short = measure_label("udpeger", metrics)
    assert short
    ((words, width),) = short.lines
    assert words == "udpeger"
    assert width == pytest.approx(metrics.width("udpeger", sizes.LABEL), abs=0.01)
    assert width < short.width < width + 10
    long = measure_label("rådgiver og understøtter sekretariatet og formandskabet", metrics)
    assert long
    assert len(long.lines) > 1
    assert long.height >= len(long.lines) * sizes.LABEL * 1.2
    assert long.width <= sizes.LABEL_LIMIT + 10


def test_a_badge_is_written_as_the_language_writes_numbers(theme: Theme, metrics: Metrics) -> None:
    content = PLAIN._replace(folded=1204)
    for language, words in {"en": "+1,204", "da": "+1.204"}.items():
        card = Cards(theme, metrics, language).build(content)
        assert lines(card, "badge") == [words]
