"""What stands around a picture, and how it is put on its paper."""

import pytest

from orggraph.layout import lay_out, sizes
from orggraph.layout.page import PAPERS
from orggraph.scene import Box, Scene
from orggraph.scene.measure import measure, text_box
from orggraph.text import LocalText
from orggraph.themes.theme import Header, Theme
from orggraph.views.content import Content
from orggraph.views.view import Paper
from tests.layout.pictures import chain, fan, picture, plain

SMALL = plain(3, [(1, 0), (2, 0)])
ON_PAPER: tuple[Paper, ...] = ("slide", "a4", "a4-portrait", "a3", "a3-portrait")
LONG_TITLE = "Styringen af den fælles digitaliseringsindsats i de midtjyske kommuner " * 3


def words(scene: Scene, role: str) -> str:
    return " ".join(text.words for text in scene.texts if text.role == role)


def bounds(scene: Scene) -> Box:
    boxes = [card.box for card in scene.cards]
    left, top = min(b.x for b in boxes), min(b.y for b in boxes)
    right, bottom = max(b.right for b in boxes), max(b.bottom for b in boxes)
    return Box(left, top, right - left, bottom - top)


def frame(scene: Scene) -> tuple[float, float]:
    """Return where the head ends and the foot begins."""
    head = [text_box(t).bottom for t in scene.texts if t.role in ("title", "header")]
    foot = [scene.rules[0].start.y] if scene.rules else []
    return max(head, default=0), min(foot, default=scene.height)


@pytest.mark.parametrize("paper", ON_PAPER)
@pytest.mark.parametrize("content", [SMALL, picture(5, 20), chain(40), fan(30)])
def test_a_page_has_the_shape_of_its_paper(content: Content, paper: Paper, theme: Theme) -> None:
    scene = lay_out(content, theme, paper=paper, engine="tidy").scene
    assert scene.paper == PAPERS[paper]
    across, down = scene.paper
    assert scene.width / scene.height == pytest.approx(across / down, rel=1e-4)
    assert measure(scene).is_clean


def test_papers_are_those_of_the_standard() -> None:
    """ISO 216: the sides of A sizes are as one to the root of two; a slide is 16 to 9."""
    for paper in ("a4", "a3"):
        across, down = PAPERS[paper]
        assert PAPERS[f"{paper}-portrait"] == (down, across)
        assert across / down == pytest.approx(2**0.5, rel=2e-3)
    assert PAPERS["slide"][0] / PAPERS["slide"][1] == pytest.approx(16 / 9, rel=1e-3)


@pytest.mark.parametrize("paper", ["free", *ON_PAPER])
def test_a_picture_stands_in_the_middle_of_its_page(paper: Paper, theme: Theme) -> None:
    scene = lay_out(SMALL, theme, paper=paper).scene
    box, (head, foot) = bounds(scene), frame(scene)
    assert box.x - 0 == pytest.approx(scene.width - box.right, abs=2)
    assert head < box.y
    assert box.bottom < foot
    if paper != "free":
        assert box.y - head == pytest.approx(foot - box.bottom, abs=8)
        assert box.x >= sizes.MARGIN / 1.35


@pytest.mark.parametrize("paper", ["free", "a4-portrait"])
def test_title_legend_and_footnote_stand_around_it(paper: Paper, theme: Theme) -> None:
    content = picture(2, 20)
    scene = lay_out(content, theme, paper=paper).scene
    assert words(scene, "title") == content.title == scene.title
    assert words(scene, "footnote") == content.footnote
    told = " ".join(entry.text.words for entry in scene.legend)
    assert told == " ".join(label for _, label in (*content.kinds, *content.families))
    box = bounds(scene)
    for entry in scene.legend:
        assert bool(entry.card) != bool(entry.style)
        assert entry.box.y > box.bottom
        if entry.card:
            assert entry.card.kind in dict(content.kinds)
            assert entry.card.fill == theme.kind(entry.card.kind).fill
            assert entry.box.x <= entry.card.box.x
            assert entry.card.box.right <= entry.box.right
            assert entry.box.y <= entry.card.box.y
            assert entry.card.box.bottom <= entry.box.bottom
    styles = [entry.style for entry in scene.legend if entry.style]
    assert styles == [theme.family(family) for family, _ in content.families]
    marks = [entry.mark for entry in scene.legend if entry.style]
    assert marks == ["none" if family == "contact" else "arrow" for family, _ in content.families]


def test_a_long_title_is_wrapped(theme: Theme) -> None:
    scene = lay_out(SMALL._replace(title=LONG_TITLE), theme).scene
    titles = [text for text in scene.texts if text.role == "title"]
    assert len(titles) > 2
    assert words(scene, "title").split() == LONG_TITLE.split()
    assert all(text.width <= scene.width - 2 * sizes.MARGIN + 1 for text in titles)
    assert measure(scene).is_clean


def test_a_long_legend_is_wrapped(theme: Theme) -> None:
    families = tuple((f"f{n}", f"Rapporterer til og rådgiver nummer {n} " * n) for n in range(1, 6))
    scene = lay_out(SMALL._replace(families=families), theme).scene
    told = " ".join(entry.text.words for entry in scene.legend).split()
    assert told == " ".join(label for _, label in (*SMALL.kinds, *families)).split()
    assert len({entry.box.y for entry in scene.legend}) > 3
    assert measure(scene).is_clean


def test_nothing_around_it_leaves_nothing(theme: Theme) -> None:
    content = SMALL._replace(title="", footnote="", kinds=(), families=())
    scene = lay_out(content, theme).scene
    assert (scene.texts, scene.legend, scene.rules) == ((), (), ())
    box = bounds(scene)
    assert box.y == pytest.approx(scene.height - box.bottom, abs=2)
    without = lay_out(SMALL._replace(kinds=(), families=()), theme).scene
    assert without.rules
    assert words(without, "footnote") == SMALL.footnote


def test_a_theme_puts_its_header_above_the_title(theme: Theme) -> None:
    text = LocalText.of("Region Midtjylland", "da", en="Central Denmark Region")
    made = theme._replace(header=Header(text, "#123456"))
    scene = lay_out(SMALL, made).scene
    header, title = scene.texts[:2]
    assert (header.words, header.role, header.colour) == (
        "Region Midtjylland", "header", "#123456",
    )  # fmt: skip
    assert header.y < title.y - title.size * 0.8
    english = lay_out(SMALL._replace(language="en"), made).scene
    assert english.texts[0].words == "Central Denmark Region"
    plain_scene = lay_out(SMALL, theme).scene
    assert scene.height > plain_scene.height


def test_a_scene_says_what_the_content_says(theme: Theme) -> None:
    scene = lay_out(SMALL, theme).scene
    assert (scene.id, scene.language, scene.outline) == (SMALL.id, "da", SMALL.outline)
    assert (scene.background, scene.font) == (theme.background, theme.font.family)
    assert scene.paper is None


def test_the_title_keeps_its_size_on_paper_when_the_picture_shrinks(theme: Theme) -> None:
    sizes_on_paper = []
    for content in (picture(5, 20), picture(5, 40)):
        scene = lay_out(content, theme, paper="a4", engine="tidy").scene
        title = next(text for text in scene.texts if text.role == "title")
        sizes_on_paper.append(title.size * 297 / scene.width)
    assert sizes_on_paper[0] == pytest.approx(sizes_on_paper[1], rel=0.01)


@pytest.mark.parametrize(
    ("language", "words"), [("da", "Den markerede sti"), ("en", "The marked path")]
)
def test_the_legend_explains_the_marker_pen(language: str, words: str, theme: Theme) -> None:
    content = plain(2, [(1, 0)])._replace(language=language)
    without = {entry.text.words for entry in lay_out(content, theme).scene.legend}
    assert words not in without
    legend = lay_out(content._replace(path=("A", "B")), theme).scene.legend
    pen = next(entry for entry in legend if entry.text.words == words)
    assert pen.style
    assert pen.style.colour == theme.highlight
