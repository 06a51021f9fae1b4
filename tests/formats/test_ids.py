"""Ids for what another format knows by something else."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orggraph.formats.ids import is_id, make_ids, make_slug


def test_what_can_be_an_id_is_kept() -> None:
    ids = ["kd-net", "åse", "1", "a.b_c-d", "Ωμέγα"]
    assert make_ids(ids) == {text: text for text in ids}


@pytest.mark.parametrize(
    ("foreign", "id_"),
    [
        ("https://example.org/id/organisation-0ff", "organisation-0ff"),
        ("https://example.org/ns#board", "board"),
        ("urn:x:person:7/", "7"),
        ("Jesper Thyrring Møller", "jesper-thyrring-moeller"),
        ("Café & Båd", "cafe-baad"),
    ],
)
def test_a_foreign_id_gets_one_that_people_can_type(foreign: str, id_: str) -> None:
    assert make_ids([foreign])[foreign] == id_


def test_two_that_would_get_the_same_are_told_apart_and_neither_takes_a_true_id() -> None:
    one, other = "https://a.example/x/board", "https://b.example/y/board"
    ids = make_ids([one, other])
    assert ids[one] != ids[other]
    assert all(found.startswith("board-") for found in ids.values())
    with_own = make_ids(["board", one])
    assert with_own["board"] == "board"
    assert with_own[one].startswith("board-")


@given(st.lists(st.text(max_size=200), unique=True, max_size=12), st.randoms())
def test_ids_are_ids_and_unique_whatever_the_order(texts: list[str], mix: random.Random) -> None:
    ids = make_ids(texts)
    assert set(ids) == set(texts)
    assert len(set(ids.values())) == len(texts)
    assert all(map(is_id, ids.values()))
    assert make_ids(mix.sample(texts, len(texts))) == ids


def test_a_slug_of_nothing_is_empty() -> None:
    assert make_slug("— !") == ""
    assert make_slug("x" * 300) == "x" * 80


def test_ids_that_are_taken_get_a_mark() -> None:
    made = make_ids(["a", "https://x.org/b", "c"], taken={"a", "b"})
    assert made["a"].startswith("a-")
    assert made["https://x.org/b"].startswith("b-")
    assert made["c"] == "c"


def test_an_id_that_is_too_long_to_type_is_none() -> None:
    assert is_id("a" * 80)
    assert not is_id("a" * 81)
    (made,) = make_ids(["a" * 500]).values()
    assert made == "a" * 80
