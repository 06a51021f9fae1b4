"""A build makes the pictures of all views, and leaves alone what is as it should be."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from orggraph.api.files import load
from orggraph.api.graph import OrgGraph
from orggraph.drawing.build import Task, build_views
from orggraph.errors import OrgGraphError
from orggraph.source import ReadError


def view(name: str, text: str = "") -> None:
    Path(f"diagrams/{name}.yaml").write_text(text, encoding="utf-8")


def pictures(directory: str = "diagrams") -> list[str]:
    return sorted(p.name for p in Path(directory).iterdir() if p.suffix != ".yaml")


def names(paths: Iterable[Path]) -> list[str]:
    return [path.as_posix() for path in paths]


def test_every_view_in_every_language_and_format(ferry: OrgGraph) -> None:
    view("all")
    view("both", "languages: [da, en]\noutputs: [svg, txt]")
    view("english", "languages: en\noutputs: txt")
    built = ferry.build()
    expected = [
        "all.svg",
        "both.da.svg",
        "both.da.txt",
        "both.en.svg",
        "both.en.txt",
        "english.txt",
    ]
    assert pictures() == expected
    assert names(built.changed) == [f"diagrams/{name}" for name in expected]
    assert built.unchanged == ()
    assert built.notices == ()
    assert "Rådet" in Path("diagrams/both.da.txt").read_text("utf-8")
    assert "The council" in Path("diagrams/both.en.txt").read_text("utf-8")
    assert "The council" in Path("diagrams/english.txt").read_text("utf-8")
    assert "Rådet" in Path("diagrams/all.svg").read_text("utf-8")
    assert Path("diagrams/all.svg").read_text("utf-8") == ferry.draw("all").to_svg()


def test_only_what_changed_is_written(ferry: OrgGraph) -> None:
    view("a")
    view("b", "outputs: txt")
    ferry.build()
    for name in ("a.svg", "b.txt"):
        os.utime(f"diagrams/{name}", (0, 0))
    assert names(ferry.build().unchanged) == ["diagrams/a.svg", "diagrams/b.txt"]
    view("b", "outputs: txt\nnodes: [rådet, styret]")
    built = ferry.build()
    assert names(built.changed) == ["diagrams/b.txt"]
    assert names(built.unchanged) == ["diagrams/a.svg"]
    assert Path("diagrams/a.svg").stat().st_mtime == 0
    assert Path("diagrams/b.txt").stat().st_mtime > 0
    # Of the same length, and yet another.
    text = Path("diagrams/b.txt").read_text("utf-8")
    Path("diagrams/b.txt").write_text(text.swapcase(), "utf-8")
    assert names(ferry.build().changed) == ["diagrams/b.txt"]
    assert Path("diagrams/b.txt").read_text("utf-8") == text


def test_a_check_writes_nothing(ferry: OrgGraph) -> None:
    view("a")
    assert names(ferry.build(check=True).changed) == ["diagrams/a.svg"]
    assert names(ferry.build(output="out", check=True).changed) == ["out/a.svg"]
    assert pictures() == []
    assert not Path("out").exists()
    ferry.build()
    assert ferry.build(check=True).changed == ()


def test_pictures_may_go_elsewhere(ferry: OrgGraph) -> None:
    view("a")
    ferry.build(output="out/pictures")
    assert pictures() == []
    assert pictures("out/pictures") == ["a.svg"]
    Path("file").write_text("x", "utf-8")
    with pytest.raises(OrgGraphError, match="'file' is no directory"):
        ferry.build(output="file")


def test_one_mistake_leaves_everything_as_it_was(ferry: OrgGraph) -> None:
    view("a")
    view("b", "title: B\naround: nobody at all")
    told = r"diagrams.b\.yaml:2:9: error D110: .*: no node is called 'nobody at all'"
    with pytest.raises(ReadError, match=told) as refused:
        ferry.build()
    assert refused.value.problems[0].excerpt == "around: nobody at all"
    assert pictures() == []
    view("b", "around: rådet\ndepth: 0")
    view("c", "outputs: pgn")
    with pytest.raises(ReadError) as caught:
        ferry.build()
    assert [p.code for p in caught.value.problems] == ["D103", "R204"]
    assert pictures() == []


def test_two_views_cannot_make_the_same_file(ferry: OrgGraph) -> None:
    view("a", "languages: [da, en]")
    view("a.da")
    with pytest.raises(OrgGraphError, match=r"'a.da' and 'a' both make 'diagrams/a.da.svg'"):
        ferry.build()
    Path("diagrams/a.da.yaml").unlink()
    view("A", "languages: [da, en]")
    with pytest.raises(OrgGraphError, match="'A' and 'a' both make"):  # on Windows and macOS
        ferry.build()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("path: [rådet, xyzzy]", "1:15"),
        ("types: xyzzy", "1:8"),
        ("title: Xyzzy\nfamilies:\n  - contact\n  - xyzzy", "4:5"),
        ("kinds: [body, xyzzy]", "1:15"),
        ("engine: xyzzy", "1:9"),
        ("theme: xyzzy", "1:8"),
        ("families: xyzzy", "1:11"),
        ("around: xyzzy", "1:9"),
    ],
)
def test_what_does_not_fit_the_data_is_told_with_its_line(
    ferry: OrgGraph, text: str, place: str
) -> None:
    view("a", text)
    for draw in (ferry.build, lambda: ferry.draw("a"), lambda: ferry.draw("diagrams/a.yaml")):
        with pytest.raises(ReadError, match=f"diagrams/a.yaml:{place}: error D110"):
            draw()


def test_one_node_by_two_names_is_found_with_the_data(ferry: OrgGraph) -> None:
    view("a", "without: The board\ntitle: A\nnodes: [styret, rådet]")
    with pytest.raises(ReadError, match=r"a.yaml:3:1: error D108: 'styret' is left out"):
        ferry.build()


def test_a_refusal_that_is_about_no_line_names_the_view(ferry: OrgGraph) -> None:
    view("a", "kinds: post\nfamilies: contact")
    with pytest.raises(OrgGraphError, match="the view 'a': nothing is left to draw"):
        ferry.build()


def test_two_files_cannot_be_one_view(ferry: OrgGraph) -> None:
    view("a")
    view("a.yarn")
    Path("diagrams/a.yml").write_text("", "utf-8")
    with pytest.raises(OrgGraphError, match=r"a.yaml' and '.*a.yml' are views of the same name"):
        ferry.build()


def test_a_notice_is_given_once_for_all_languages(ferry: OrgGraph) -> None:
    Path("faint.yaml").write_text('ink: "#dddddd"', "utf-8")
    view("a", "theme: ../faint.yaml\nlanguages: [da, en]\noutputs: txt")
    notices = ferry.build().notices
    assert {notice.view for notice in notices} == {"a"}
    sentences = [notice.problem.message() for notice in notices]
    assert sentences
    assert len(sentences) == len(set(sentences))
    view("a", "title: Færgen ⛴\noutputs: [svg, png]")
    assert [notice.problem.code for notice in ferry.build().notices] == ["D109"]


def test_the_steps_can_be_watched(ferry: OrgGraph) -> None:
    view("a", "outputs: txt")
    view("b", "outputs: txt\nlanguages: [da, en]")
    seen: list[tuple[str, str]] = []

    def watch(tasks: Sequence[Task]) -> Iterable[Task]:
        for task in tasks:
            seen.append((task.view.id, task.language))
            yield task

    build_views(ferry, steps=watch)
    assert seen == [("a", "da"), ("b", "da"), ("b", "en")]


def test_a_view_of_several_pages_makes_several_files(ferry: OrgGraph) -> None:
    bodies = "".join(f"  b{i}: {{name: B{i}, reports to: top}}\n" for i in range(90))
    Path("wide.yaml").write_text(f"bodies:\n  top: Top\n{bodies}", "utf-8")
    wide = load("wide.yaml")
    view("a", "pages: yes\noutputs: [svg, pdf]")
    assert names(wide.build().changed) == [
        f"diagrams/a{end}" for end in ("-1.svg", "-2.svg", ".pdf")
    ]
    assert names(wide.build(check=True).changed) == []
    view("a-1")
    with pytest.raises(OrgGraphError, match=r"both make 'diagrams/a-1.svg'"):
        wide.build()


def test_what_an_earlier_build_left_is_told_and_kept(ferry: OrgGraph) -> None:
    view("a", "languages: [da, en]")
    view("b")
    left = ["a-1.svg", "a-12.svg", "a.da-2.svg", "a.svg", "b.da.svg"]
    others = ["a-2024.svg", "a.da.png", "ab.svg", "c-1.svg", "a-b.svg", "a.de.svg"]
    for name in (*left, *others):
        Path(f"diagrams/{name}").write_text("old", "utf-8")
    Path("diagrams/a-3.svg").mkdir()
    for check in (True, False):
        assert names(ferry.build(check=check).leftovers) == [f"diagrams/{name}" for name in left]
    assert {*left, *others} <= set(pictures())
    assert ferry.build(output="elsewhere").leftovers == ()
    assert ferry.build(output="nowhere", check=True).leftovers == ()
