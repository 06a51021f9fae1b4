"""Reading, writing and converting by way of Python, and the warnings of what got lost."""

import json
import warnings
from pathlib import Path

import pytest

import orggraph
from orggraph import LossWarning
from orggraph.errors import OrgGraphError
from orggraph.formats.convert import LossyError
from orggraph.formats.exchange import ReadOptions, Remarks, WriteOptions

DATA = "bodies: {a: {name: A, note: n, reports to: b}, b: B}"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a data file in a directory of its own."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "a.yaml").write_text(DATA, encoding="utf-8")
    return folder / "a.yaml"


def test_what_gets_lost_in_writing_is_a_warning_at_the_callers_line(data: Path) -> None:
    graph = orggraph.load(data)
    with pytest.warns(LossWarning) as caught:
        orggraph.dump(graph, data.parent / "x.mmd")
    assert [warning.filename for warning in caught] == [__file__]
    (warning,) = caught
    assert isinstance(warning.message, LossWarning)
    assert ("node.note", 1) in [(r.what, r.times) for r in warning.message.remarks]


def test_what_is_not_understood_is_a_warning_at_the_callers_line(tmp_path: Path) -> None:
    path = tmp_path / "x.popolo.json"
    person = {"id": "p", "name": "P", "gender": "f", "image": "x"}
    path.write_text(json.dumps({"persons": [person]}), encoding="utf-8")
    with pytest.warns(LossWarning, match="gender") as caught:
        graph = orggraph.load(path, "popolo")
    assert (list(graph.nodes), [w.filename for w in caught]) == (["p"], [__file__])


def test_a_lossless_way_there_and_back_warns_of_nothing(data: Path) -> None:
    graph = orggraph.load(data)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        orggraph.dump(graph, data.parent / "x.xml", "graphml")
        assert orggraph.load(data.parent / "x.xml", "graphml") == graph


def test_a_warning_names_the_most_frequent_and_says_that_there_are_more() -> None:
    remarks = Remarks()
    for number in range(11):
        remarks.add("column", "x", f"c{number}!", times=number + 1)
    told = str(LossWarning(remarks.all()))
    assert told.index("c10!") < told.index("c9!") < told.index("c1!")
    assert "c0!" not in told
    assert told.endswith("; …")
    assert "…" not in str(LossWarning(remarks.all()[:10]))
    assert len(LossWarning(remarks.all()).remarks) == 11


def test_a_conversion_says_what_became_of_it(data: Path, tmp_path: Path) -> None:
    made = orggraph.convert(data, tmp_path / "x.mmd")
    assert (made.source, made.target, made.carried["nodes"]) == ("yaml", "mermaid", 2)
    assert (made.is_lossless, made.files) == (False, (str(tmp_path / "x.mmd"),))
    assert orggraph.convert(data, tmp_path / "x.csv").is_lossless
    with pytest.raises(LossyError) as refused:
        orggraph.convert(data, tmp_path / "y.mmd", strict=True)
    assert refused.value.conversion.lost == made.lost
    assert not (tmp_path / "y.mmd").exists()


def test_a_conversion_never_replaces_what_is_read(data: Path) -> None:
    for source, target in ((data, data), (data.parent, data), (data.parent, data.parent / "b.yml")):
        with pytest.raises(OrgGraphError):
            orggraph.convert(source, target)
    assert data.read_text(encoding="utf-8") == DATA
    assert [path.name for path in data.parent.iterdir()] == ["a.yaml"]


def test_formats_and_options_can_be_said(data: Path, tmp_path: Path) -> None:
    text, turtle = tmp_path / "x.txt", tmp_path / "y.txt"
    options = WriteOptions(base="https://example.org/id/")
    orggraph.convert(data, turtle, target_format="turtle", write_options=options)
    assert "https://example.org/id/" in turtle.read_text(encoding="utf-8")
    text.write_bytes("id;kind;name\nå;body;Råd\n".replace("å;", "a;").encode("cp865"))
    said = ReadOptions(encoding="cp865", language="da")
    orggraph.convert(
        text, tmp_path / "x.json", source_format="csv", target_format="yaml", read_options=said
    )
    assert orggraph.load(tmp_path / "x.json", "yaml").node("a").name.in_language("da") == "Råd"
    with pytest.raises(OrgGraphError, match="means nothing to yaml"):
        orggraph.load(data, options=said)
