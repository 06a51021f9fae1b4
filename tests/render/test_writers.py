"""The registry, against entry points that are really installed."""

from pathlib import Path

import pytest

from orggraph.errors import OrgGraphError
from orggraph.render.writers import find_writer, write, writer_suffixes
from tests.render.scenes import hostile_scene, scene


@pytest.fixture
def plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package of somebody else, as pip lays it out."""
    (tmp_path / "shout.py").write_text(
        "from orggraph.render.writer import Writer\n"
        "WRITER = Writer(('shout',), 'Shouted', lambda scenes, settings:"
        " scenes[0].title.upper().encode())\n"
        "NONE = 5\n"
    )
    about = tmp_path / "shouting-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: shouting\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text(
        "[orggraph.writers]\n"
        "shout = shout:WRITER\nsvg = shout:WRITER\nnone = shout:NONE\n"
        "broken = no_such_module:WRITER\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))


def test_every_suffix_has_a_writer_that_knows_it() -> None:
    assert {"svg", "png", "pdf", "dot", "mmd", "json", "txt"} <= set(writer_suffixes())
    for suffix in writer_suffixes():
        assert suffix in find_writer(suffix).suffixes
        assert find_writer(f".{suffix.upper()}") is find_writer(suffix)


def test_an_unknown_suffix_gets_the_list_and_a_guess() -> None:
    with pytest.raises(OrgGraphError, match=r"did you mean 'svg'\? Formats: dot, drawio, gv, json"):
        find_writer("svgg")
    with pytest.raises(
        OrgGraphError, match="'docx' is no format of pictures; formats: dot, drawio, gv"
    ):
        find_writer("docx")


@pytest.mark.parametrize("suffix", ["svg", "png", "dot", "mmd"])
def test_one_scene_a_file(suffix: str) -> None:
    with pytest.raises(OrgGraphError, match="holds one page, and this has 2"):
        write([scene(), scene()], suffix)
    with pytest.raises(OrgGraphError, match="this has 0"):
        write([], suffix)


def test_every_writer_stands_hostile_words() -> None:
    for suffix in writer_suffixes():
        assert write([hostile_scene()], suffix) == write([hostile_scene()], suffix)


@pytest.mark.usefixtures("plugin")
def test_others_can_add_a_writer_but_not_replace_ours() -> None:
    assert "shout" in writer_suffixes()
    assert write([scene()], "shout") == scene().title.upper().encode()
    assert find_writer("svg").name == "SVG"


@pytest.mark.usefixtures("plugin")
def test_a_broken_writer_is_told_by_its_package() -> None:
    with pytest.raises(OrgGraphError, match=r"'shouting' cannot be loaded.*no_such_module"):
        find_writer("broken")
    with pytest.raises(OrgGraphError, match="'shouting' announces 'shout:NONE' as 'none'"):
        find_writer("none")
