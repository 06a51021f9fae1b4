"""View files say what they say, and everything that is wrong with them is told at its place."""

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from orggraph.errors import OrgGraphError, UnknownTermError
from orggraph.model import PartialDate
from orggraph.source import Problem, ReadError
from orggraph.text import LocalText
from orggraph.views.fields import VIEW_FIELDS
from orggraph.views.reading import find_view_file, read_view, read_views, view_names
from orggraph.views.view import View
from tests.conftest import told

ALL = """\
title: {da: Styringen, en: The governance}
footnote: Draft
families: [reporting, contact]
types: appoints
kinds: [body, post]
nodes: [board, council]
without: staff
around: board
depth: 2
side: above
path: [staff group, council]
as of: 2025-06
members: nodes
derived: no
direction: right
languages: [da, en]
theme: dark
paper: slide
pages: yes
parallel: apart
labels: all
leaves: stacked
engine: dot
outputs: [svg, .PNG, svg]
"""

EVERYTHING = View(
    id="overview",
    title=LocalText.of("The governance", "en", da="Styringen"),
    footnote=LocalText.of("Draft"),
    families=("reporting", "contact"),
    types=("appoints",),
    kinds=("body", "post"),
    nodes=("board", "council"),
    without=("staff",),
    around="board",
    depth=2,
    side="above",
    path=("staff group", "council"),
    as_of=PartialDate(2025, 6),
    members="nodes",
    derived=False,
    direction="right",
    languages=("da", "en"),
    theme="dark",
    paper="slide",
    pages=True,
    parallel="apart",
    labels="all",
    leaves="stacked",
    engine="dot",
    outputs=("svg", "png"),
)


@pytest.fixture
def problems_of(tmp_path: Path) -> Callable[..., tuple[Problem, ...]]:
    """Return a function that gives the problems of a view file."""

    def find(text: str | bytes, outputs: tuple[str, ...] = ()) -> tuple[Problem, ...]:
        path = tmp_path / "v.yaml"
        path.write_bytes(text if isinstance(text, bytes) else dedent(text).encode())
        with pytest.raises(ReadError) as caught:
            read_view(path, outputs)
        return caught.value.problems

    return find


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_every_key_is_read(tmp_path: Path) -> None:
    assert read_view(write(tmp_path / "overview.yaml", ALL)) == EVERYTHING
    assert {field.name for field in VIEW_FIELDS} == set(View._fields) - {"id"}
    for name, default in View._field_defaults.items():
        assert getattr(EVERYTHING, name) != default, f"{name} is not put to the test"


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "title:\n", "~"])
def test_a_view_that_says_nothing_shows_everything(tmp_path: Path, text: str) -> None:
    assert read_view(write(tmp_path / "v.yaml", text)) == View(id="v")


@pytest.mark.parametrize("key", [field.written[0] for field in VIEW_FIELDS])
def test_a_key_without_a_value_is_as_if_it_were_not_there(tmp_path: Path, key: str) -> None:
    assert read_view(write(tmp_path / "v.yaml", f"{key}:\n")) == View(id="v")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("familes: reporting", "1:1 R201"),
        ("families: []", "1:11 D106"),
        ("families: {a: b}", "1:11 R203"),
        ("nodes: [a, [b]]", "1:12 R203"),
        ("around: a\nside: up", "2:7 R204"),
        ("around: a\ndepth: 0", "2:8 D103"),
        ("around: a\ndepth: -1", "2:8 D103"),
        ("around: a\ndepth: two", "2:8 D103"),
        ("around: a\ndepth: 1.5", "2:8 D103"),
        ("depth: 2", "1:8 D107"),
        ("side: below", "1:7 D107"),
        ("path: [a]", "1:7 D104"),
        ("path: a", "1:7 D104"),
        ("path: [a, b, c]", "1:7 D104"),
        ("path: [a, {b: c}]", "1:11 R203"),
        ("path: [KD-Net, kd net]", "1:7 D105"),
        ("around: Bjørn\nwithout: [x, bjoern]", "2:10 D108"),
        ("path: [a, b]\nwithout: [b]", "2:10 D108"),
        ("nodes: [a]\nwithout: [a]", "2:10 D108"),
        ("as of: yesterday", "1:8 R205"),
        ("members: outside", "1:10 R204"),
        ("derived: maybe", "1:10 R203"),
        ("languages: [da, fr]", "1:17 R204"),
        ("paper: a5", "1:8 R204"),
        ("outputs: [svg, pgn]", "1:16 R204"),
        ("outputs: []", "1:10 D106"),
        ("title: {english: x}", "1:9 R209"),
        ("- title: x", "1:1 D101"),
        ("just words", "1:1 D101"),
        ("title: [x", "2:1 R105"),
        ("paper: a4\npaper: a3", "2:1 R215"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(
    problems_of: Callable[..., tuple[Problem, ...]], text: str, place: str
) -> None:
    problems = problems_of(text, ("svg", "png"))
    (found,) = told(problems)
    assert found.partition(" ")[2] == place.partition(" ")[2], problems
    assert found == place


def test_all_of_it_is_told_at_once_with_guesses(
    problems_of: Callable[..., tuple[Problem, ...]],
) -> None:
    text = "familes: x\ndepth: 2\nleaves: staked\noutputs: pgn\n"
    problems = problems_of(text, ("svg", "png"))
    assert [p.excerpt for p in problems] == text.splitlines()
    assert told(problems) == ["1:1 R201", "2:8 D107", "3:9 R204", "4:10 R204"]
    assert [p.did_you_mean for p in problems] == ["families", None, "stacked", "png"]


def test_any_output_will_do_where_nobody_says_what_can_be_written(tmp_path: Path) -> None:
    assert read_view(write(tmp_path / "v.yaml", "outputs: bpmn")).outputs == ("bpmn",)


def test_bytes_that_are_no_text(problems_of: Callable[..., tuple[Problem, ...]]) -> None:
    assert told(problems_of("title: Ø".encode("latin-1"))) == ["1:8 R004"]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        read_view(tmp_path / "no.yaml")
    assert [p.code for p in caught.value.problems] == ["D102"]


def test_a_theme_lies_where_the_view_says_from_where_it_is(tmp_path: Path) -> None:
    write(tmp_path / "d" / "a.yaml", "theme: ./ours.yaml")
    write(tmp_path / "d" / "b.yaml", "theme: ../ours.yaml")
    write(tmp_path / "d" / "c.yaml", "theme: print")
    themes = [Path(view.theme) for view in read_views(tmp_path / "d")]
    assert themes == [
        tmp_path / "d" / "ours.yaml",
        tmp_path / "d" / ".." / "ours.yaml",
        Path("print"),
    ]


def test_a_theme_beside_the_views_is_no_view(tmp_path: Path) -> None:
    write(tmp_path / "ours.yaml", 'ink: "#123456"')
    with pytest.raises(ReadError, match="unknown key 'ink'"):
        read_views(tmp_path)
    for name in ("ours.yaml", "./ours.yaml", f"../{tmp_path.name}/ours.yaml"):
        write(tmp_path / "z.yaml", f"theme: {name}")
        assert [view.id for view in read_views(tmp_path)] == ["z"]


def test_the_views_of_a_directory_come_by_name(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml", "c.txt", "ø.yaml"):
        write(tmp_path / name, "paper: a4")
    (tmp_path / "d.yaml").mkdir()
    assert [view.id for view in read_views(tmp_path)] == ["a", "b", "ø"]


def test_the_problems_of_all_views_are_told_together(tmp_path: Path) -> None:
    write(tmp_path / "a.yaml", "paper: a5")
    write(tmp_path / "b.yaml", "depth: 1\nside: above")
    with pytest.raises(ReadError, match="the views cannot be read; errors: 3") as caught:
        read_views(tmp_path)
    assert told(caught.value.problems) == ["1:8 R204", "1:8 D107", "2:7 D107"]


@pytest.mark.parametrize(
    ("directory", "words"),
    [("nowhere", "there is no view"), ("empty", "there is no view"), ("file.txt", "no directory")],
)
def test_a_directory_without_views(tmp_path: Path, directory: str, words: str) -> None:
    (tmp_path / "empty").mkdir()
    write(tmp_path / "file.txt", "x")
    with pytest.raises(OrgGraphError, match=words):
        read_views(tmp_path / directory)


def test_a_view_is_found_by_name_or_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert view_names() == ()
    for _ in ("missing", "empty"):
        with pytest.raises(
            UnknownTermError, match="no view 'overview', and none in 'diagrams' yet"
        ):
            find_view_file("overview")
        (tmp_path / "diagrams").mkdir(exist_ok=True)
    write(tmp_path / "diagrams" / "overview.yaml", "paper: a4")
    write(tmp_path / "else.yaml", "paper: a3")
    assert view_names() == ("overview",)
    assert read_view(find_view_file("overview")) == View(id="overview", paper="a4")
    assert read_view(find_view_file(Path("else.yaml"))) == View(id="else", paper="a3")
    with pytest.raises(UnknownTermError, match="did you mean 'overview'"):
        find_view_file("overveiw")
    with pytest.raises(UnknownTermError, match="in 'diagrams': overview"):
        find_view_file("xyzzy")
    with pytest.raises(ReadError, match="no view file"):
        read_view(find_view_file("xyzzy.yaml"))
