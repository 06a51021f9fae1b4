"""Cards and lines as they come out of the layout, before they are put on a page."""

import pytest

from orggraph.layout.arrange import Manner, Stacking
from orggraph.layout.arrange import arrange as arrange_
from orggraph.layout.components import Arrangement
from orggraph.layout.engines import EngineError, Spot
from orggraph.layout.metrics import Metrics
from orggraph.layout.orient import Pull
from orggraph.layout.routing import simplify
from orggraph.layout.tidy_engine import TidyEngine
from orggraph.scene.measure import text_box
from orggraph.themes.theme import Theme
from orggraph.views.content import Content
from tests.layout.pictures import as_content, odd_pictures, picture, plain

PAIR = plain(2, [(1, 0)])


def arranged(content: Content, theme: Theme, *, down: bool = True) -> Arrangement:
    return arrange_(content, Manner(theme, Metrics(), TidyEngine(), down=down))


@pytest.mark.parametrize(
    ("places", "kept"),
    [
        ([(0, 0), (0, 0), (0, 5), (0, 9), (3, 9)], ((0, 0), (0, 9), (3, 9))),
        ([(0, 0), (4, 0), (9, 0)], ((0, 0), (9, 0))),
        ([(0, 0), (4, 0), (4, 0), (4, 7)], ((0, 0), (4, 0), (4, 7))),
        ([], ()),
    ],
)
def test_a_way_has_no_places_where_it_goes_straight_on(
    places: list[tuple[float, float]], kept: tuple[tuple[float, float], ...]
) -> None:
    assert simplify(places) == kept


@pytest.mark.parametrize("down", [True, False])
def test_the_corner_of_it_all_is_at_the_origin(theme: Theme, down: bool) -> None:
    for content in (picture(3, 20), PAIR, odd_pictures()["mutual without words"]):
        made = arranged(content, theme, down=down)
        boxes = [card.box for card in made.cards]
        boxes += [route.label.box for route in made.routes if route.label]
        points = [point for route in made.routes for point in route.points]
        assert min(*(b.x for b in boxes), *(p.x for p in points)) >= 0
        assert min(*(b.y for b in boxes), *(p.y for p in points)) >= 0
        assert made.width >= max(*(b.right for b in boxes), *(p.x for p in points))
        assert made.height >= max(*(b.bottom for b in boxes), *(p.y for p in points))


def test_nothing_takes_no_room(theme: Theme) -> None:
    assert arranged(as_content([], []), theme) == ((), (), 0, 0)


def test_a_marker_pen_around_a_card_has_room(theme: Theme) -> None:
    upper, lower = PAIR.cards
    marked = PAIR._replace(cards=(upper._replace(marked=True), lower))
    plain_one, made = arranged(PAIR, theme), arranged(marked, theme)
    assert made.cards[0].halo == theme.highlight
    assert min(card.box.x for card in made.cards) == 8
    assert min(card.box.y for card in made.cards) == 8
    assert (made.width, made.height) == (plain_one.width + 16, plain_one.height + 16)


def test_a_line_looks_like_its_family(theme: Theme) -> None:
    (link,) = PAIR.links

    plain_one = arranged(PAIR, theme).routes[0]
    assert plain_one.style == theme.family("reporting")
    assert (plain_one.start, plain_one.end, plain_one.halo) == ("none", "arrow", None)
    assert (plain_one.dash_from, plain_one.description) == ("target", link.description)
    assert (plain_one.relations, plain_one.types) == (link.relations, link.types)
    dotted = arranged(PAIR._replace(links=(link._replace(dotted=True),)), theme).routes[0]
    assert dotted.style.dash
    assert dotted.style._replace(dash=()) == plain_one.style._replace(dash=())
    assert dotted.style.dash != theme.family("appointment").dash
    marked = arranged(PAIR._replace(links=(link._replace(marked=True),)), theme).routes[0]
    assert marked.halo == theme.highlight
    mutual = arranged(PAIR._replace(links=(link._replace(mutual=True),)), theme).routes[0]
    assert (mutual.start, mutual.end) == ("arrow", "arrow")
    silent = arranged(PAIR._replace(links=(link._replace(arrow=False),)), theme).routes[0]
    assert (silent.start, silent.end) == ("none", "none")


def test_a_label_is_in_the_middle_of_its_box(theme: Theme) -> None:
    (link,) = PAIR.links
    long = link._replace(label="rådgiver og understøtter sekretariatet og formandskabet")
    (route,) = arranged(PAIR._replace(links=(long,)), theme).routes
    assert route.label
    box, texts = route.label.box, [text_box(text) for text in route.label.texts]
    assert len(texts) > 1
    assert all(text.anchor == "middle" for text in route.label.texts)
    assert all(text.colour == route.style.colour for text in route.label.texts)
    above, below = texts[0].y - box.y, box.bottom - texts[-1].bottom
    assert above == pytest.approx(below, abs=3)
    assert min(above, below) >= 0


def test_what_the_engine_says_goes_up(theme: Theme) -> None:
    class Failing(TidyEngine):
        def find_places(
            self, spots: list[Spot], pulls: list[Pull], *, gap: float
        ) -> dict[str, float]:
            raise EngineError("engine-missing", program="dot")

    with pytest.raises(EngineError, match="'dot' is not installed"):
        arrange_(PAIR, Manner(theme, Metrics(), Failing()))


def test_columns_of_one_rank_begin_at_the_same_height(theme: Theme) -> None:
    ends = [(1, 0), (2, 0), *((leaf, 1) for leaf in range(3, 6)), *((n, 2) for n in range(6, 12))]
    manner = Manner(theme, Metrics(), TidyEngine(), stacking=Stacking(3))
    made = arrange_(plain(12, ends), manner)
    tops = {card.id: card.box.y for card in made.cards}
    assert tops["node-3"] == tops["node-6"] < tops["node-4"] == tops["node-7"]
