"""DOT against the program it is for."""

import json

from orggraph.render.writers import write
from orggraph.scene import Scene
from tests.render.conftest import Run
from tests.render.scenes import HOSTILE, Box, card, hostile_scene, scene, text


def laid_out(run: Run, picture: Scene) -> dict[str, list[dict[str, str]]]:
    data = json.loads(run("dot", "-Tjson", given=write([picture], "dot")))
    return {"nodes": data["objects"], "edges": data["edges"]}


def shown(thing: dict[str, object], draw: str = "_ldraw_") -> list[str]:
    """The words that Graphviz draws, a line each."""
    operations = thing[draw]
    assert isinstance(operations, list)
    return [operation["text"] for operation in operations if operation["op"] == "T"]


def test_cards_and_lines_are_those_of_the_scene(run: Run) -> None:
    graph = laid_out(run, scene())
    assert [node["name"] for node in graph["nodes"]] == [card.id for card in scene().cards]
    for node, card_ in zip(graph["nodes"], scene().cards, strict=True):
        assert shown(node) == [text.words for text in card_.texts]
        assert node["fillcolor"] == card_.fill
    for edge, route in zip(graph["edges"], scene().routes, strict=True):
        assert route.label
        assert shown(edge) == [text.words for text in route.label.texts]
        assert (edge["color"], edge["class"]) == (route.style.colour, route.family)
    assert [edge["style"] for edge in graph["edges"]] == (
        ["solid", "dashed", "dashed", "dotted", "dotted", "solid"]
    )


def test_arrows_point_as_in_the_scene_and_superiors_stand_above(run: Run) -> None:
    graph = laid_out(run, scene())
    names = [node["name"] for node in graph["nodes"]]
    ends = [(names[int(e["tail"])], names[int(e["head"])], e["dir"]) for e in graph["edges"]]
    assert ends == [
        ("network", "steering", "back"),
        ("network", "steering", "forward"),
        ("region", "steering", "forward"),
        ("region", "forum", "none"),
        ("towns", "forum", "both"),
        ("steering", "board", "back"),
    ]
    heights = {n["name"]: float(n["pos"].split(",")[1]) for n in graph["nodes"]}
    assert heights["network"] > heights["steering"] > heights["board"]


def test_hostile_words_are_shown_as_they_are(run: Run) -> None:
    graph = laid_out(run, hostile_scene())
    assert len(graph["nodes"]) == len(HOSTILE) + 1
    for words, node, edge in zip(HOSTILE, graph["nodes"], graph["edges"], strict=False):
        if words.isprintable():
            assert shown(node) == [words, words]
            assert shown(edge) == [words]


def test_an_ampersand_is_no_letters_name(run: Run) -> None:
    picture = scene(cards=(card("a", Box(0, 0, 90, 40), '&lt; &amp; \\N "x"'),), routes=())
    svg = run("dot", "-Tsvg", given=write([picture], "dot")).decode()
    assert "&amp;lt; &amp;amp; \\N &quot;x&quot;</text>" in svg


def test_a_picture_that_reads_sideways_does_so_here_too(run: Run) -> None:
    first, second = scene().cards[0], scene().cards[1]
    line = scene().routes[0]._replace(source="network", target="region")
    points = tuple(
        p._replace(x=x, y=y)
        for p, (x, y) in zip(line.points, [(330, 140), (420, 140)], strict=True)
    )
    sideways = scene(cards=(first, second), routes=(line._replace(points=points),))
    assert b"rankdir=LR" in write([sideways], "dot")
    assert b"rankdir=TB" in write([scene()], "gv")


def test_a_line_to_a_card_that_is_not_shown_is_left_out(run: Run) -> None:
    """Graphviz would make a card up."""
    few = scene(cards=scene().cards[:3])
    assert "edges" not in json.loads(run("dot", "-Tjson", given=write([few], "dot")))


def test_a_card_without_words_shows_its_id(run: Run) -> None:
    bare = scene(cards=(scene().cards[0]._replace(texts=()),), routes=(), texts=(text(0, 0, ""),))
    assert shown(laid_out_one(run, bare)) == ["network"]


def laid_out_one(run: Run, picture: Scene) -> dict[str, object]:
    data = json.loads(run("dot", "-Tjson", given=write([picture], "dot")))
    (node,) = data["objects"]
    return node  # type: ignore[no-any-return]
