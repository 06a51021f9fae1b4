"""How a picture is laid out where nobody says how, and what is said about it."""

from collections.abc import Mapping, Sequence
from math import isqrt

import pytest

from orggraph.layout import compose, lay_out
from orggraph.layout.engines import Engine, EngineError, Spot
from orggraph.layout.orient import Pull
from orggraph.layout.tidy_engine import TidyEngine
from orggraph.scene import Scene
from orggraph.scene.measure import measure
from orggraph.themes.theme import Theme
from tests.layout.pictures import chain, fan, picture, plain


class Counting(TidyEngine):
    """Our own engine, which says which it was asked as."""

    def __init__(self, name: str, asked: list[str]) -> None:
        self.name, self.asked = name, asked

    def find_ranks(self, nodes: Sequence[str], pulls: Sequence[Pull]) -> Mapping[str, int]:
        self.asked.append(self.name)
        return super().find_ranks(nodes, pulls)


class Failing:
    """An engine that never gets there."""

    def find_ranks(self, nodes: Sequence[str], pulls: Sequence[Pull]) -> Mapping[str, int]:
        raise EngineError("engine-slow", program="graphviz-pure", seconds="20")

    def find_places(
        self, spots: Sequence[Spot], pulls: Sequence[Pull], *, gap: float
    ) -> Mapping[str, float]:
        raise AssertionError


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    names: list[str] = []
    monkeypatch.setattr(compose, "find_engine", lambda name: Counting(name, names))
    return names


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> None:
    def find(name: str) -> Engine:
        return TidyEngine() if name == "tidy" else Failing()

    monkeypatch.setattr(compose, "find_engine", find)


def columns(scene: Scene) -> int:
    """Return in how many columns the cards stand."""
    return len({card.box.x for card in scene.cards})


def test_a_small_picture_is_laid_out_by_the_embedded_engine(asked: list[str], theme: Theme) -> None:
    lay_out(chain(5), theme)
    assert set(asked) == {"embedded"}


def test_an_engine_that_is_asked_for_is_used(asked: list[str], theme: Theme) -> None:
    lay_out(chain(5), theme, engine="dot")
    assert set(asked) == {"dot"}


def test_a_large_picture_is_laid_out_by_our_own(asked: list[str], theme: Theme) -> None:
    most = compose.MOST_FOR_ENGINE
    assert len(lay_out(fan(most), theme).scene.cards) == most + 1
    assert set(asked) == {"tidy"}
    asked.clear()
    lay_out(fan(most - 1), theme)
    assert set(asked) == {"embedded"}
    asked.clear()
    few = isqrt(2 * most) + 2  # cards, each in line with each of the others
    lines = [(a, b) for a in range(few) for b in range(a)]
    lay_out(plain(few, lines[: most + 1]), theme, leaves="spread")
    assert set(asked) == {"tidy"}


def test_where_the_engine_fails_our_own_takes_its_place(failing: None, theme: Theme) -> None:
    content = picture(1, 12)
    laid = lay_out(content, theme)
    (notice,) = laid.notices
    assert (notice.code, notice.severity) == ("D201", "warning")
    assert "graphviz-pure" in notice.message()
    assert "was used instead" in notice.message()
    assert "blev brugt i stedet" in notice.message("da")
    assert "stoppet efter 20 sekunder" in notice.message("da")
    assert laid.scene == lay_out(content, theme, engine="tidy").scene


def test_where_the_engine_that_was_asked_for_fails_that_is_an_error(
    failing: None, theme: Theme
) -> None:
    for engine in ("embedded", "dot"):
        with pytest.raises(EngineError, match="stopped after 20 seconds"):
            lay_out(chain(3), theme, engine=engine)


def test_an_unknown_engine_is_an_error(theme: Theme) -> None:
    with pytest.raises(EngineError, match="there is no layout engine 'elk'"):
        lay_out(chain(3), theme, engine="elk")


def test_a_picture_that_is_too_large_for_its_paper_is_told(theme: Theme) -> None:
    laid = lay_out(chain(60), theme, paper="slide")
    (notice,) = laid.notices
    assert (notice.code, notice.facts["paper"]) == ("D202", "slide")
    smallest = min(text.size for r in laid.scene.routes if r.label for text in r.label.texts)
    points = smallest / laid.scene.width * 338.67 / 25.4 * 72
    assert float(str(notice.facts["size"])) == pytest.approx(points, abs=0.06)
    assert "for stort til papiret" in notice.message("da")
    assert lay_out(chain(60), theme).notices == ()
    assert lay_out(chain(4), theme, paper="slide").notices == ()


def test_print_may_be_smaller_than_a_slide(theme: Theme) -> None:
    """Between the two limits: nothing to say of paper, something of a slide."""
    slide, paper = compose.SMALLEST_ON_SLIDE, compose.SMALLEST_IN_PRINT
    for size in range(5, 40):
        notices = lay_out(chain(size), theme, paper="slide").notices
        if notices:
            assert paper < float(str(notices[0].facts["size"])) < slide
            break
    else:
        pytest.fail("no chain is too long for a slide")
    for size in range(5, 60):
        notices = lay_out(chain(size), theme, paper="a4").notices
        if notices:
            assert paper - 1 < float(str(notices[0].facts["size"])) <= paper
            return
    pytest.fail("no chain is too long for paper")


def test_leaves_are_spread_where_there_is_room_and_stacked_where_not(theme: Theme) -> None:
    assert columns(lay_out(fan(4), theme).scene) == 5
    assert columns(lay_out(fan(4), theme, leaves="stacked").scene) == 2
    many = lay_out(fan(30), theme).scene
    assert columns(many) == 4
    assert many.width < lay_out(fan(30), theme, leaves="spread").scene.width / 5
    assert columns(lay_out(fan(30), theme, leaves="spread").scene) == 31
    assert columns(lay_out(fan(12), theme, paper="a4-portrait").scene) == 2


def test_two_leaves_are_stacked_only_where_one_says_so(theme: Theme) -> None:
    assert columns(lay_out(fan(2), theme).scene) == 3
    assert columns(lay_out(fan(2), theme, leaves="stacked").scene) == 2


def test_with_superiors_to_the_left_leaves_stand_under_each_other(theme: Theme) -> None:
    scene = lay_out(fan(9), theme, direction="right").scene
    assert columns(scene) == 2
    assert scene == lay_out(fan(9), theme, direction="right", leaves="stacked").scene


def test_superiors_stand_above_or_to_the_left(theme: Theme) -> None:
    for direction, at in (("down", 1), ("right", 0)):
        for engine in ("embedded", "tidy"):
            scene = lay_out(chain(4), theme, direction=direction, engine=engine).scene  # type: ignore[arg-type]
            places = {card.id: card.box[at] for card in scene.cards}
            assert sorted(places, key=places.__getitem__) == [f"node-{n}" for n in range(4)]
            assert len({card.box[1 - at] for card in scene.cards}) == 1


def test_cards_of_one_rank_stand_on_one_line_by_their_middles(theme: Theme) -> None:
    content = plain(4, [(1, 0), (2, 0), (3, 0)])
    high = content.cards[2]._replace(subtitles=("en", "to", "tre"))
    cards = (*content.cards[:2], high, content.cards[3])
    scene = lay_out(content._replace(cards=cards), theme).scene
    middles = {card.id: card.box.y + card.box.height / 2 for card in scene.cards}
    assert len({card.box.height for card in scene.cards}) == 2
    assert middles["node-1"] == middles["node-2"] == middles["node-3"] > middles["node-0"]


def test_lines_to_one_card_alone_are_straight(theme: Theme) -> None:
    for direction in ("down", "right"):
        for engine in ("embedded", "tidy"):
            scene = lay_out(chain(6), theme, direction=direction, engine=engine).scene  # type: ignore[arg-type]
            assert measure(scene).bends == 0


def test_progress_is_told_up_to_the_end(theme: Theme) -> None:
    told: list[float] = []
    lay_out(picture(1, 12), theme, progress=told.append)
    assert told[-1] == 1
    assert all(0 <= done <= 1 for done in told)


def test_a_thousand_cards_are_laid_out(theme: Theme) -> None:
    content = plain(1000, [(n, (n - 1) // 6) for n in range(1, 1000)])
    scene = lay_out(content, theme, leaves="spread").scene
    assert len(scene.cards) == 1000
    assert len(scene.routes) == 999
    part = scene._replace(cards=scene.cards[:150], routes=())
    assert measure(part).is_clean
