"""PNG against Pillow."""

import io
from pathlib import Path

import numpy
import pytest
from PIL import Image

from orggraph.errors import OrgGraphError
from orggraph.render.fonts import missing_characters
from orggraph.render.writer import Settings
from orggraph.render.writers import write
from orggraph.scene import Scene
from tests.render.scenes import hostile_scene, scene, text


def opened(picture: Scene, **settings: int) -> Image.Image:
    image = Image.open(io.BytesIO(write([picture], "png", Settings(**settings))))
    image.load()
    return image


def test_its_size_follows_the_dots_an_inch() -> None:
    assert opened(scene()).size == (1920, 1440)
    fine = opened(scene(), dpi=96)
    assert fine.size == (960, 720)
    assert fine.info["dpi"] == pytest.approx((96, 96), abs=0.1)
    paper = opened(scene(paper=(254.0, 190.5)), dpi=144)
    assert paper.size == (1440, 1080)


def test_the_background_reaches_all_sides() -> None:
    """The paper has not always the scene's proportions to the pixel."""
    bare = scene(cards=(), routes=(), legend=(), rules=(), texts=(), background="#123456")
    picture = opened(bare._replace(paper=(297.0, 210.0))).convert("RGBA")
    assert picture.getcolors() == [(picture.width * picture.height, (0x12, 0x34, 0x56, 255))]


def test_words_are_drawn_in_every_weight() -> None:
    """Without a font resvg draws no letter, and says nothing."""
    for weight in ("regular", "semibold", "bold"):
        words = text(20, 60, "Følgegruppe", 40.0, weight=weight)
        bare = scene(cards=(), routes=(), legend=(), rules=(), texts=(words,), font="Nonesuch")
        dark = numpy.asarray(opened(bare).convert("L")) < 128
        assert dark.sum() > 1000
        heavier = {"regular": 0, "semibold": 1, "bold": 2}[weight]
        assert heavier == sum(dark.sum() > least for least in _ink_of_lighter_weights())


def _ink_of_lighter_weights() -> list[int]:
    found = []
    for weight in ("regular", "semibold"):
        words = text(20, 60, "Følgegruppe", 40.0, weight=weight)
        bare = scene(cards=(), routes=(), legend=(), rules=(), texts=(words,))
        found.append(int((numpy.asarray(opened(bare).convert("L")) < 128).sum()))
    return found


def test_words_stand_where_their_anchor_says() -> None:
    for anchor, before in (("start", 0.0), ("middle", 0.5), ("end", 1.0)):
        words = text(400, 60, "HHHHHHHH", 40.0, anchor=anchor)
        bare = scene(cards=(), routes=(), legend=(), rules=(), texts=(words,))
        dark = numpy.where(numpy.asarray(opened(bare, dpi=96).convert("L")) < 128)[1]
        assert (400 - dark.min()) / numpy.ptp(dark) == pytest.approx(before, abs=0.03)


def test_a_picture_of_too_many_pixels_is_refused() -> None:
    for vast, dpi in (scene(width=12_000.0), 192), (scene(width=9e3, height=9e3), 192):
        with pytest.raises(OrgGraphError, match="too many for PNG at 192 dpi"):
            write([vast], "png", Settings(dpi=dpi))


def test_the_same_scene_gives_the_same_bytes() -> None:
    assert write([scene()], "png") == write([scene()], "png")
    assert write([hostile_scene()], "png") == write([hostile_scene()], "png")


def test_characters_without_a_drawing_are_found_and_marked() -> None:
    words = "Søn \u200d\ufe0f → 😀 مر\n"
    picture = scene(texts=(text(40, 60, words),))
    assert missing_characters(picture, {}) == ("ر", "م", "→", "😀")
    assert missing_characters(scene(), {}) == ()
    marked = scene(texts=(text(40, 60, "Søn \u200d\ufe0f \ufffd \ufffd \ufffd\ufffd\n"),))
    assert write([picture], "png") == write([marked], "png")


def test_the_theme_draws_with_its_own_font_and_misses_less() -> None:
    dejavu = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
    if not dejavu.exists():
        pytest.skip("no other font is on this machine")
    own = {"regular": str(dejavu)}
    picture = scene(font="DejaVu Sans", texts=(text(40, 60, "→ a"),))
    assert missing_characters(picture, own) == ()
    assert write([picture], "png", Settings(font_files=own)) != write([picture], "png")


@pytest.mark.parametrize("content", [None, b"no font", b""])
@pytest.mark.parametrize("suffix", ["png", "pdf"])
def test_a_font_file_that_is_none_is_told(
    tmp_path: Path, content: bytes | None, suffix: str
) -> None:
    path = tmp_path / "font.ttf"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(OrgGraphError, match=r"the font file '.*font\.ttf' cannot be used: ."):
        write([scene()], suffix, Settings(font_files={"regular": str(path)}))
