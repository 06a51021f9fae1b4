"""The outline as text, and the scene as JSON."""

import json

import pytest

from orggraph.errors import OrgGraphError
from orggraph.render.json_scene import read_scenes
from orggraph.render.writers import write
from tests.render.scenes import hostile_scene, scene


def test_text_is_title_outline_and_footnote() -> None:
    assert write([scene()], "txt").decode() == (
        "Governance: KD-Net, styregruppe og følgegruppe\n\nSeks enheder og seks linjer\n\n"
        "KD-Net\n  Strategisk styregruppe rapporterer til KD-Net\n    Sofie Fast er formand\n"
        "Følgegruppe\n\nKilde: kommissoriet, 2026\n"
    )
    assert write([scene(), scene()], "txt").count(b"Kilde") == 2


def test_a_description_that_is_the_title_is_not_said_twice() -> None:
    told = write([scene(description=scene().title)], "txt").decode()
    assert told.count(scene().title) == 1
    assert "Seks enheder" not in told


def test_a_line_of_the_outline_stays_one_line() -> None:
    told = write([hostile_scene()], "txt").decode()
    assert "    line break and tab\n" not in told.replace("line break and tab\n", "", 1)
    assert "line break and tab\n" in told
    assert "\x1b" not in told
    assert "\x00" not in told


def test_json_reads_back_as_the_same_scenes() -> None:
    both = (scene(), scene(paper=(297.0, 210.0)))
    assert read_scenes(write(both, "json").decode()) == both
    hostile = hostile_scene()
    without_lone = json.loads(json.dumps(hostile.title).replace("\\ud800", "?"))
    (read,) = read_scenes(write([hostile], "json").decode())
    assert read.title == without_lone
    assert len(read.cards) == len(hostile.cards)


def test_json_names_its_version_and_its_fields() -> None:
    data = json.loads(write([scene()], "json"))
    assert data["schema"] == "orggraph-scene/1"
    assert data["scenes"][0]["cards"][0]["box"] == {"x": 80, "y": 110, "width": 250, "height": 76}
    assert data["scenes"][0]["routes"][0]["points"][0] == {"x": 140, "y": 300}


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", "5", '{"schema": "other"}', '{"schema": "orggraph-scene/1", "scenes": [{}]}',
     '{"schema": "orggraph-scene/1", "scenes": 5}'],
)  # fmt: skip
def test_what_is_no_scene_is_refused(text: str) -> None:
    with pytest.raises(OrgGraphError, match="this is no scene"):
        read_scenes(text)


@pytest.mark.parametrize(
    ("before", "after"),
    [('"width": 960.0', '"width": "960"'), ('"end": "none"', '"end": "circle"'),
     ('"paper": null', '"paper": [1]')],
)  # fmt: skip
def test_a_field_of_another_type_is_refused(before: str, after: str) -> None:
    text = write([scene()], "json").decode()
    assert before in text
    with pytest.raises(OrgGraphError, match="this is no scene"):
        read_scenes(text.replace(before, after))
