"""Parts that no line joins are laid out one by one, and put beside and below each other."""

import networkx as nx
import pytest

from orggraph.layout.components import Arrangement, find_components, pack
from orggraph.layout.compose import lay_out
from orggraph.scene import Box, Card
from orggraph.scene.measure import measure, overlap
from orggraph.themes.theme import Theme
from tests.layout.pictures import picture, plain


def box(id_: str, width: float, height: float) -> Arrangement:
    square = Box(0, 0, width, height)
    card = Card(id_, "body", square, "#fff", "#000", "#000", "#fff", 20, "group", square, id_)
    return Arrangement((card,), (), width, height)


@pytest.mark.parametrize("seed", range(12))
def test_the_parts_are_those_that_networkx_finds(seed: int) -> None:
    content = picture(seed, 40, 0.02)
    graph = nx.Graph([(link.source, link.target) for link in content.links])
    graph.add_nodes_from(card.id for card in content.cards)
    expected = {frozenset(part) for part in nx.connected_components(graph)}
    parts = find_components(content)
    assert {frozenset(card.id for card in part.cards) for part in parts} == expected
    assert sorted(link.id for part in parts for link in part.links) == sorted(
        link.id for link in content.links
    )
    sizes = [len(part.cards) for part in parts]
    assert sizes == sorted(sizes, reverse=True)


@pytest.mark.parametrize("ratio", [0.7, 1.0, 1.6])
def test_packed_parts_do_not_overlap_and_have_about_the_ratio(ratio: float) -> None:
    packed = pack([box(f"c{i:02}", 150, 60) for i in range(40)], ratio)
    boxes = [card.box for card in packed.cards]
    assert not any(overlap(a, b) for i, a in enumerate(boxes) for b in boxes[:i])
    assert packed.width == max(b.right for b in boxes)
    assert packed.height == max(b.bottom for b in boxes)
    assert packed.width / packed.height == pytest.approx(ratio, rel=0.4)


def test_forty_cards_without_lines_stand_in_rows(theme: Theme) -> None:
    scene = lay_out(plain(40, []), theme).scene
    rows = {card.box.y for card in scene.cards}
    assert 3 <= len(rows) <= 12
    assert measure(scene).is_clean


def test_nothing_and_one_part_stay_as_they_are() -> None:
    assert pack([], 1.6) == ((), (), 0, 0)
    assert pack([box("a", 10, 20)], 1.6) == box("a", 10, 20)
