"""The checker of pictures, on scenes made by hand: each fault is found under its own name."""

import pytest

from orggraph.scene import Box, Card, Label, LegendEntry, LineStyle, Point, Route, Scene, Text
from orggraph.scene.measure import Quality, measure, overlap, text_box

INK = "#000000"
SOLID, DASHED = LineStyle(INK, 2.0), LineStyle(INK, 2.0, (6.0, 4.0))


def text(x: float, y: float, words: str, **more: object) -> Text:
    made = Text(x, y, words, 12.0, 6.0 * len(words), INK, "name")
    return made._replace(**more)  # type: ignore[arg-type]


def card(id_: str, x: float, y: float, **more: object) -> Card:
    """A card of 120 by 60 with one line of text."""
    made = Card(
        id=id_,
        kind="body",
        box=Box(x, y, 120.0, 60.0),
        fill="#ffffff",
        line=INK,
        bar=INK,
        bar_ink="#ffffff",
        bar_width=20.0,
        icon="group",
        icon_box=Box(x + 2, y + 20, 16, 16),
        label=id_,
        texts=(text(x + 26, y + 30, id_),),
    )
    return made._replace(**more)  # type: ignore[arg-type]


def route(id_: str, ends: str, *points: tuple[float, float], **more: object) -> Route:
    """A line between two cards whose ids are the two letters of ``ends``."""
    made = Route(
        id=id_,
        source=ends[0],
        target=ends[1],
        family="reporting",
        types=("reports-to",),
        relations=(id_,),
        points=tuple(Point(*point) for point in points),
        style=SOLID,
        description=ends,
    )
    return made._replace(**more)  # type: ignore[arg-type]


def label(x: float, y: float, words: str = "elects") -> Label:
    """A label with its middle at a place."""
    width = 6.0 * len(words)
    return Label(
        Box(x - width / 2 - 3, y - 9, width + 6, 18.0),
        (text(x, y + 4, words, anchor="middle", role="label"),),
    )


A, B, C, D = card("A", 40, 80), card("B", 240, 80), card("C", 40, 300), card("D", 240, 300)
DOWN = route("1", "CA", (100, 300), (100, 140), label=label(100, 220))
BESIDE = route("2", "DB", (300, 300), (300, 140), label=label(300, 220))
TITLE = text(40, 40, "Who decides", role="title")
LEGEND = LegendEntry(Box(40, 420, 40, 20), text(90, 434, "reports to"), style=SOLID)


def scene(*routes: Route, **more: object) -> Scene:
    """Four cards, two above two, and the lines given."""
    made = Scene(
        id="made",
        title="Made",
        language="en",
        description="",
        width=400.0,
        height=460.0,
        background="#ffffff",
        font="sans-serif",
        corner=8.0,
        cards=(A, B, C, D),
        routes=routes,
        legend=(LEGEND,),
        texts=(TITLE,),
        rules=(),
        outline=(),
    )
    return made._replace(**more)  # type: ignore[arg-type]


def faults(made: Scene) -> dict[str, object]:
    """Return what is wrong with a scene, by the name of the fault."""
    found = measure(made)._asdict()
    assert measure(made).is_clean == (not any(list(found.values())[:7]))
    return {name: set(v) for name, v in found.items() if v and name not in ("crossings", "bends")}


def test_a_clean_scene_is_clean() -> None:
    assert measure(scene(DOWN, BESIDE)) == Quality()
    assert measure(scene(cards=(), legend=(), texts=())).is_clean


CLOSE = card("E", 159.5, 80)
THROUGH = route("3", "CB", (100, 300), (100, 250), (260, 250), (260, 140))
ON_CARD = DOWN._replace(label=label(100, 295))
WIDE = card("A", 40, 80, texts=(text(66, 110, "far too long a name"),))
OVER_BAR = card("A", 40, 80, texts=(text(50, 110, "A"),))
HIGH = card("A", 40, 80, texts=(text(66, 86, "A"),))
DOUBLE = card("A", 40, 80, texts=(text(66, 110, "A"), text(68, 114, "B")))
BURST = DOWN._replace(
    label=Label(Box(95, 211, 10, 18), (text(100, 224, "elects", anchor="middle"),))
)
SHORT = route("3", "BA", (240, 100), (170, 100))
LATERAL = route("3", "BA", (240, 100), (160, 100))

FAULTS = {
    "card on card": (scene(cards=(A, CLOSE)), {"card_overlaps": (("A", "E"),)}),
    "card on the cards behind another": (
        scene(cards=(card("A", 40, 80, layers=3), card("B", 165, 80))),
        {"card_overlaps": (("A", "B"),)},
    ),
    "line through a foreign card": (
        scene(route("3", "CD", (160, 320), (200, 320), (200, 110), (300, 110), (300, 300))),
        {"pierced": (("3", "B"),)},
    ),
    "line through its own card": (
        scene(route("3", "CA", (100, 360), (100, 140))), {"pierced": (("3", "C"),)},
    ),
    "label on a card": (scene(ON_CARD), {"covered": (("1", "C"),)}),
    "label on a label": (
        scene(
            DOWN,
            route("3", "CA", (115, 300), (115, 140), family="contact", label=label(115, 205)),
        ),
        {"covered": (("1", "3"), ("3", "1"))},
    ),
    "label on a label, no line in it": (
        scene(
            DOWN._replace(label=label(100, 220, "electsandelects")),
            route("3", "CA", (150, 300), (150, 140), family="contact",
                  label=label(150, 233, "contact")),
        ),
        {"covered": (("1", "3"),)},
    ),
    "another line through a label": (scene(DOWN, THROUGH._replace(
        points=(Point(150, 300), Point(150, 220), Point(85, 220), Point(85, 140)),
        target="A", family="contact")), {"covered": (("1", "3"),)}),
    "two lines upon each other": (
        scene(DOWN._replace(label=None), route("3", "CA", (102, 300), (102, 140))),
        {"merged": (("1", "3"),)},
    ),
    "two level lines upon each other": (
        scene(LATERAL, route("4", "BA", (240, 102), (160, 102))), {"merged": (("3", "4"),)},
    ),
    "one line drawn over another of the same sort": (
        scene(DOWN._replace(label=None), route("3", "AC", (100, 140), (100, 300))),
        {"merged": (("1", "3"),)},
    ),
    "text out of its card": (
        scene(cards=(WIDE, B, C, D)), {"overflow": (("A", "far too long a name"),)},
    ),
    "text on the bar": (scene(cards=(OVER_BAR, B)), {"overflow": (("A", "A"),)}),
    "text above its card": (scene(cards=(HIGH, B)), {"overflow": (("A", "A"),)}),
    "text on text": (scene(cards=(DOUBLE, B)), {"overflow": (("A", "A / B"),)}),
    "text out of its label": (scene(BURST), {"overflow": (("1", "elects"),)}),
    "card off the page": (scene(width=350.0), {"overflow": (("scene", "B"), ("scene", "D"))}),
    "card above the page": (
        scene(cards=(card("A", 40, -1),), texts=()), {"overflow": (("scene", "A"),)},
    ),
    "the card behind off the page": (
        scene(cards=(card("A", 272, 80, layers=3),)), {"overflow": (("scene", "A"),)},
    ),
    "line off the page": (
        scene(route("3", "CA", (40, 330), (-1, 330), (-1, 110), (40, 110))),
        {"overflow": (("scene", "3"),)},
    ),
    "label off the page": (
        scene(route("3", "CA", (40, 330), (20, 330), (20, 110), (40, 110), label=label(20, 220))),
        {"overflow": (("scene", "3"),)},
    ),
    "title off the page": (
        scene(texts=(text(340, 40, "Who decides"),)),
        {"overflow": (("scene", "title, legend or footnote"),)},
    ),
    "legend off the page": (
        scene(legend=(LEGEND.moved(0, 30),)),
        {"overflow": (("scene", "title, legend or footnote"),)},
    ),
    "title on the legend": (
        scene(texts=(text(60, 430, "Who decides"),)),
        {"overflow": (("scene", "title, legend or footnote"),)},
    ),
    "sample of the legend off the page": (
        scene(legend=(LEGEND._replace(box=Box(-4, 420, 40, 20)),)),
        {"overflow": (("scene", "title, legend or footnote"),)},
    ),
    "legend on a card": (
        scene(legend=(LEGEND.moved(0, -75),)),
        {"overflow": (("scene", "C on title, legend or footnote"),)},
    ),
    "loose at its source": (scene(route("3", "CA", (100, 290), (100, 140))), {"loose": ("3",)}),
    "loose at its target": (scene(SHORT), {"loose": ("3",)}),
    "at the wrong cards": (scene(DOWN._replace(source="A", target="C", label=None)),
                           {"loose": ("1",)}),
    "label beside its line": (scene(DOWN._replace(label=label(150, 220))), {"loose": ("1",)}),
    "slanted": (scene(route("3", "CA", (100, 300), (104, 140))), {"slanted": ("3",)}),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_found_and_nothing_else(name: str) -> None:
    made, expected = FAULTS[name]
    assert faults(made) == {fault: set(found) for fault, found in expected.items()}


def test_lines_may_touch_their_cards_and_the_cards_behind_them() -> None:
    several = card("B", 240, 80, layers=3)
    level = route("3", "AB", (160, 100), (240, 100))
    below = route("4", "DB", (300, 300), (300, 150), family="contact")
    assert measure(scene(level, below, cards=(A, several, C, D))).is_clean


def test_every_side_of_a_card_holds_a_line() -> None:
    for points in (
        [(100, 80), (100, 60), (200, 60), (200, 110), (240, 110)],
        [(160, 110), (240, 110)],
        [(100, 140), (100, 160), (300, 160), (300, 140)],
        [(40, 110), (20, 110), (20, 60), (300, 60), (300, 80)],
    ):
        assert measure(scene(route("3", "AB", *points), texts=())).is_clean, points


def test_lines_of_one_trunk_share_their_way_and_their_label() -> None:
    shared = label(100, 170)
    one = route("1", "CA", (100, 300), (100, 140), label=shared)
    other = route("2", "DA", (300, 300), (300, 220), (100, 220), (100, 140),
                  label=Label(shared.box, ()))  # fmt: skip
    up = {"dash_from": "target"}
    assert measure(scene(one._replace(**up), other._replace(**up))).is_clean
    strangers = faults(scene(one._replace(**up), other._replace(**up, family="contact")))
    assert strangers == {"covered": {("1", "2")}, "merged": {("1", "2")}}


@pytest.mark.parametrize(
    "unlike",
    [{"style": DASHED}, {"start": "arrow"}, {"end": "none"}, {"halo": INK}, {"types": ("elects",)}],
)
def test_lines_that_look_unlike_are_no_trunk(unlike: dict[str, object]) -> None:
    one = route("1", "CA", (100, 300), (100, 140), dash_from="target")
    other = route("2", "DA", (300, 300), (300, 220), (100, 220), (100, 140), dash_from="target")
    assert measure(scene(one, other)).is_clean
    assert faults(scene(one, other._replace(**unlike))) == {"merged": {("1", "2")}}  # type: ignore[arg-type]


def test_lines_side_by_side_are_not_upon_each_other() -> None:
    beside = route("3", "CA", (104, 300), (104, 140), family="contact")
    assert measure(scene(DOWN._replace(label=None), beside)).is_clean
    ahead = route("3", "AB", (160, 100), (180, 100), (180, 60), (200, 60), (200, 100), (240, 100))
    assert measure(scene(ahead, texts=())).is_clean


def test_crossings_and_bends_are_counted() -> None:
    across = route("3", "CB", (120, 300), (120, 260), (280, 260), (280, 140))
    back = route("4", "DA", (286, 300), (286, 200), (130, 200), (130, 140), family="contact")
    found = measure(scene(across, back))
    assert found.is_clean
    assert (found.crossings, found.bends) == (1, 4)
    turns = [(260, 300), (260, 230), (292, 230), (292, 200), (130, 200), (130, 140)]
    found = measure(scene(across, back._replace(points=tuple(Point(*p) for p in turns))))
    assert found.is_clean
    assert (found.crossings, found.bends) == (3, 6)


def test_what_happens_to_a_trunk_counts_once() -> None:
    """Two lines of one trunk turn at one corner, and cross a third where they are still one."""
    up = {"dash_from": "target"}
    one = route("1", "CA", (60, 300), (60, 240), (100, 240), (100, 140), **up)
    other = route("2", "DA", (300, 300), (300, 240), (100, 240), (100, 140), **up)
    third = route("3", "CB", (150, 300), (150, 270), (180, 270), (180, 190), (80, 190), (80, 160),
                  (270, 160), (270, 140), family="contact")  # fmt: skip
    alone = measure(scene(one, other))
    assert (alone.crossings, alone.bends) == (0, 3)
    found = measure(scene(one, other, third))
    assert found.is_clean
    # Twice across the trunk, once across the second line's own piece.
    assert (found.crossings, found.bends) == (3, 3 + 6)


def test_boxes_that_only_touch_do_not_overlap() -> None:
    box = Box(0, 0, 10, 10)
    assert not overlap(box, Box(10, 0, 10, 10))
    assert not overlap(box, Box(0, 10, 10, 10))
    assert overlap(box, Box(9.9, 9.9, 10, 10))
    assert overlap(box, box)


@pytest.mark.parametrize(("anchor", "left"), [("start", 100), ("middle", 82), ("end", 64)])
def test_a_text_is_where_its_anchor_says(anchor: str, left: float) -> None:
    box = text_box(text(100, 50, "elects", anchor=anchor))
    assert (box.x, box.right) == (left, left + 36)
    assert box.y < 50 < box.bottom
