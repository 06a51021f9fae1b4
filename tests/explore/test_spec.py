"""What an address says, and what it cannot say."""

import pytest

from orggraph.errors import OrgGraphError
from orggraph.explore.spec import Spec, key_of, parse_spec
from orggraph.model import PartialDate


def parse(**said: str) -> Spec:
    return parse_spec(said, theme="light", lang="da")


def test_nothing_is_the_whole_in_the_usual_look() -> None:
    assert parse() == Spec("light", "da")
    assert not parse().is_filtered


def test_everything_that_can_be_said() -> None:
    spec = parse(
        theme="dark",
        lang="en",
        around="rådet",
        depth="3",
        side="above",
        families="reporting,contact,reporting",
        without_types="informs",
        members="nodes",
        as_of="2025-03",
        path="a,b",
    )
    assert spec == Spec(
        *("dark", "en", "rådet", 3, "above", ("reporting", "contact"), ("informs",), "nodes"),
        PartialDate(2025, 3),
        ("a", "b"),
    )
    assert spec.is_filtered
    assert not spec.unfiltered.is_filtered


def test_no_family_is_not_every_family() -> None:
    assert parse(families="").families == ()
    assert parse().families is None


def test_depth_and_side_need_a_node() -> None:
    assert parse(depth="3", side="above") == parse()
    assert parse(around="a").depth == 1


@pytest.mark.parametrize(
    ("key", "value"),
    [
        *[("lang", "sv"), ("side", "left"), ("members", "x"), ("as_of", "soon"), ("path", "a")],
        *[("path", "a,b,c"), ("path", "a,"), ("depth", "0"), ("depth", "6"), ("depth", "²")],
    ],
)
def test_a_value_that_cannot_be_is_refused_in_a_sentence(key: str, value: str) -> None:
    with pytest.raises(OrgGraphError) as caught:
        parse(**{"around": "a", key: value})
    assert value in caught.value.message("en")
    assert caught.value.message("da") != caught.value.message("en")


def test_the_key_of_a_scene_is_as_javascript_writes_it() -> None:
    spec = parse(around="r/å d(1)", depth="2", as_of="2025", families="x")
    assert key_of(spec) == "around=r%2F%C3%A5%20d(1)&depth=2&as_of=2025&theme=light&lang=da"
    assert key_of(parse()) == "theme=light&lang=da"
