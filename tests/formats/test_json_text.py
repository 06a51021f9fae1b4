"""JSON that our readers take, whatever is in the texts."""

import json

from hypothesis import given
from hypothesis import strategies as st

from orggraph.formats.json_text import render_json
from orggraph.source.files import decode_text
from orggraph.source.json_tree import parse_json


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_every_text_comes_back_and_no_character_is_refused(text: str) -> None:
    written = render_json({"a": text})
    assert json.loads(written) == {"a": text}
    assert isinstance(decode_text(written.encode(), "x.json"), str)
    assert parse_json(written, "x.json")[1] == []


def test_letters_are_written_as_they_are() -> None:
    assert render_json({"a": "Ærø\x7f\ufffe"}, None) == '{"a": "Ærø\\u007f\\ufffe"}'
