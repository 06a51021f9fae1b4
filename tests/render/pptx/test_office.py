"""Slides against a program that we did not write: LibreOffice draws them, and we look where.

LibreOffice 7 runs elbows along ways of its own, whatever the file says; their ends are held here,
their courses in `test_pptx.py`.
"""

import re
from pathlib import Path
from typing import NamedTuple

from orggraph.api.files import load
from orggraph.drawing.drawing import join
from orggraph.render.pptx.frame import frame, slide_size
from orggraph.scene import Box, Point, Scene, Text
from tests.render.conftest import Run
from tests.render.pptx.decks import PIXEL

ROOT = Path(__file__).parents[3]
VIEWS = ("contacts", "governance", "reporting-line")
_WORD = re.compile(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<')


class Word(NamedTuple):
    box: Box
    words: str


def pages(bbox: str) -> list[list[Word]]:
    """The words on each page as pdftotext finds them, in pixels."""
    found = []
    for page in bbox.split("<page ")[1:]:
        words = []
        for match in _WORD.finditer(page):
            left, top, right, bottom = (float(n) * 96 / 72 for n in match.groups()[:4])
            words.append(Word(Box(left, top, right - left, bottom - top), match[5]))
        found.append(words)
    return found


def on_slide(made: Scene, box: Box, size: tuple[int, int]) -> Box:
    stands = frame(made, size)
    x, y = stands.at(Point(box.x, box.y))
    factor = stands.scale / PIXEL
    return Box(x / PIXEL, y / PIXEL, box.width * factor, box.height * factor)


def find(words: list[Word], text: Text, place: Box) -> Word:
    """The first word of a line, where the line is."""
    first = text.words.split()[0]
    near = [w for w in words if w.words == first and abs(w.box.x - place.x) < 4
            and abs(w.box.bottom - place.bottom) < 8]  # fmt: skip
    assert near, (first, place, [w for w in words if w.words == first])
    return near[0]


def test_every_text_stands_in_its_card_where_the_scene_has_it(run: Run, tmp_path: Path) -> None:
    graph = load(ROOT / "data")
    drawings = [graph.draw(ROOT / "diagrams" / f"{view}.yaml", language="da") for view in VIEWS]
    members = graph.draw(around="styregruppe", depth=1, paper="slide", language="da")
    deck = join([*drawings, members])
    path = tmp_path / "deck.pptx"
    deck.save(path)
    run("soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/office",
        "--convert-to", "pdf", "--outdir", tmp_path, path)  # fmt: skip
    bbox = run("pdftotext", "-bbox", tmp_path / "deck.pdf", "-").decode()
    drawn = pages(bbox)
    assert len(drawn) == len(deck.scenes)
    size = slide_size(deck.scenes)
    lines = 0
    for made, words in zip(deck.scenes, drawn, strict=True):
        factor = frame(made, size).scale / PIXEL
        for card in made.cards:
            room = on_slide(made, card.box, size)
            for text in card.texts:
                if text.anchor != "start" or not text.words.split()[0].isalnum():
                    continue
                top = text.y - 0.8 * text.size
                wanted = on_slide(made, Box(text.x, top, text.width, text.size), size)
                found = find(words, text, wanted)
                assert found.box.x >= room.x
                assert found.box.bottom <= room.bottom + 1
                # The line ends before the card does: its last word stands on the same height.
                last = [w for w in words if w.words == text.words.split()[-1]
                        and abs(w.box.bottom - found.box.bottom) < 1
                        and room.x < w.box.x < room.right]  # fmt: skip
                assert last
                assert last[0].box.right <= room.right
                lines += 1
            assert factor > 0.5
        for entry in made.legend:
            wanted = on_slide(made, Box(entry.text.x, entry.text.y - 10, 1, 12.5), size)
            find(words, entry.text, wanted)
    assert lines > 40
