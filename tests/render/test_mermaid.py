"""Mermaid by its own rules. It was parsed by Mermaid itself by hand: it needs node and a page."""

import html
import re

from orggraph.render.writers import write
from orggraph.scene import Point
from tests.render.scenes import HOSTILE, hostile_scene, scene

# A label, as the grammar's string token has it: no quote inside, whatever comes.
_NODE = re.compile(r'  (n\d+)\["([^"]*)"\]:::(k\d+)')
_LINK = re.compile(r'  (n\d+) (<?-\.?->|-\.-|---|<-->) ?(?:\|"([^"]*)"\|)? ?(n\d+)')
_CLASS = re.compile(r"  classDef (k\d+) fill:#[0-9a-f]{6},stroke:#[0-9a-f]{6},color:#[0-9a-f]{6}")
_STYLE = re.compile(
    r"  linkStyle \d+ stroke:#[0-9a-f]{6},stroke-width:[\d.]+px,color:#[0-9a-f]{6}"
    r"(?:,stroke-dasharray:[\d. ]+)?"
)


def lines(**changes: object) -> list[str]:
    return write([scene(**changes)], "mmd").decode().splitlines()


def shown(label: str) -> list[str]:
    """What a label says: Mermaid turns #N; into a character, by its number."""
    coded = label.split("<br/>")
    words = [html.unescape(re.sub(r"#(\d+);", r"&#\1;", line)) for line in coded]
    return [line.replace("\u2060", "") for line in words]  # which is not seen


def test_cards_and_lines_are_those_of_the_scene() -> None:
    told = lines()
    assert told[1] == 'title: "Governance: KD-Net, styregruppe og følgegruppe"'
    assert told[3] == "flowchart BT"
    assert told[5] == '  n2["Følgegruppe"]:::k1'
    assert told[10:16] == [
        '  n3 -->|"rapporterer til"| n6',
        '  n6 -.->|"udpeger 3"| n3',
        '  n4 -.->|"udpeger 1"| n3',
        '  n2 -.-|"kontakt"| n4',
        '  n2 <-.->|"kontakt"| n5',
        '  n1 -->|"rapporterer til"| n3',
    ]
    assert told[18] == "  classDef k2 fill:#eef2fb,stroke:#7a5a12,color:#16213a"
    assert told[20].endswith("color:#a63f12,stroke-dasharray:8 5")


def test_every_line_is_of_the_grammar_and_hostile_words_stay_words() -> None:
    told = write([hostile_scene()], "mermaid").decode().splitlines()
    body = told[told.index("---", 1) + 2 :]
    for line in body:
        assert any(rule.fullmatch(line) for rule in (_NODE, _LINK, _CLASS, _STYLE)), line
    nodes = [found for line in body if (found := _NODE.fullmatch(line))]
    links = [found for line in body if (found := _LINK.fullmatch(line))]
    assert len(nodes) == len(HOSTILE) + 1
    assert len(links) == len(HOSTILE)
    for words, node, link in zip(HOSTILE, nodes, links, strict=False):
        if words.isprintable():
            assert shown(node[2]) == [words, words]
            assert shown(link[3]) == [words]
    for found in nodes:
        plain = found[2].replace("<br/>", "")
        assert not re.search(r"[<>&\"`*_$%{}\[\]\\|]", plain)
        assert not re.match(r"\d+[.)]|[-+*]", plain)  # no list of Markdown
        assert "$$" not in html.unescape(re.sub(r"#(\d+);", r"&#\1;", plain))  # no formula


def test_what_is_above_in_the_picture_comes_later_in_the_flow() -> None:
    """A line against the flow alone would turn the order of its cards."""
    told = lines()
    assert told[16] == "  n3 ~~~ n4"  # under "udpeger 1"; "udpeger 3" has a line that goes back
    assert sum("~~~" in line for line in told) == 1
    upright = [card.box.y for card in scene().cards]
    shown = re.findall(r'n\d+\["(.*?)(?:<br/>|")', "\n".join(told))
    by_name = {card.texts[0].words: card.box.y for card in scene().cards}
    assert [by_name[name] for name in shown] == sorted(upright, reverse=True)


def test_an_arrow_at_the_start_is_written_the_other_way() -> None:
    back = scene().routes[0]._replace(start="arrow", end="none", label=None)
    assert "  n6 --> n3" in lines(routes=(back,))


def test_the_flow_goes_as_most_lines_do() -> None:
    line = scene().routes[0]
    for x, y, direction in ((0, 9, "TB"), (0, -9, "BT"), (9, 0, "LR"), (-9, 0, "RL")):
        route = line._replace(points=(Point(0, 0), Point(x, y)))
        assert lines(routes=(route,))[3] == f"flowchart {direction}"
