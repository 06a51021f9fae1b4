"""Chromium, to see what it makes of our pictures."""

import io
from base64 import b64encode
from math import ceil
from pathlib import Path

import numpy
from PIL import Image
from ttf_opensans import opensans

from orggraph.render.svg import draw
from orggraph.render.writers import write
from orggraph.scene import Scene
from tests.render.conftest import Run

CHROMIUM = """
    --headless --no-sandbox --disable-gpu --disable-quic --no-first-run
    --disable-background-networking --disable-component-update --disable-sync
    --hide-scrollbars --force-device-scale-factor=1
""".split()


def screenshot(run: Run, svg: str, size: tuple[int, int], where: Path) -> Image.Image:
    """What Chromium shows of an SVG file that is opened by itself."""
    page, picture = where / "picture.svg", where / "shot.png"
    page.write_text(svg, encoding="utf-8")
    run(
        "chromium",
        *CHROMIUM,
        f"--user-data-dir={where / 'profile'}",
        f"--window-size={size[0] + 200},{size[1] + 300}",  # a window has frames
        f"--screenshot={picture}",
        page.as_uri(),
    )
    with Image.open(picture) as shot:
        return shot.convert("RGB").crop((0, 0, *size))


def with_open_sans(svg: str) -> str:
    """The picture with the font inside, which the machine need not have then."""
    faces = ""
    for weight in (400, 600, 700):
        font = b64encode(Path(opensans(weight).path).read_bytes()).decode()
        faces += (
            f"@font-face{{font-family:'Open Sans';font-weight:{weight};"
            f"src:url(data:font/ttf;base64,{font})}}"
        )
    return svg.replace("<desc", f"<style>{faces}</style><desc", 1)


def assert_alike(run: Run, scene: Scene, where: Path) -> None:
    """Hold the PNG of a scene against what Chromium shows of its SVG, both in Open Sans."""
    # Without paper, and of whole pixels, a pixel of the scene is one of the screen.
    size = ceil(scene.width), ceil(scene.height)
    picture = scene._replace(font="'Open Sans'", paper=None, width=size[0], height=size[1])
    theirs = screenshot(run, with_open_sans(draw(picture)), size, where)
    with Image.open(io.BytesIO(write([picture], "png"))) as full:
        ours = full.convert("RGB").resize(theirs.size, Image.Resampling.BOX)
    apart = numpy.abs(numpy.asarray(ours, float) - numpy.asarray(theirs, float))
    assert apart.mean() < 1.5, apart.mean()
    assert numpy.asarray(theirs).std() > 5  # it shows something
