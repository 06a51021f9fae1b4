"""Reports are made from views, and saved whole or not at all."""

from pathlib import Path

import pytest

from orggraph import OrgGraph
from orggraph.documents.document import Document, Figure
from orggraph.documents.making import (
    find_figures,
    find_report_files,
    make_report,
    read_figures,
    save_report,
)
from orggraph.documents.writers import document_suffixes, find_document_writer
from orggraph.errors import OrgGraphError, UnknownTermError
from orggraph.source import ReadError
from orggraph.views.view import View
from tests.documents.samples import document


@pytest.mark.parametrize("suffix", ["html", ".HTML", "md", "markdown", "htm", "docx", "pdf"])
def test_each_format_has_its_writer(suffix: str) -> None:
    writer = find_document_writer(suffix)
    assert suffix.lower().removeprefix(".") in (*writer.suffixes, "markdown", "htm")
    assert document_suffixes() == ("docx", "htm", "html", "markdown", "md", "pdf")


@pytest.mark.parametrize(("suffix", "guess"), [("docs", "did you mean 'docx'"), ("xyz", "formats")])
def test_another_format_is_refused(suffix: str, guess: str) -> None:
    with pytest.raises(OrgGraphError, match="no format of reports") as caught:
        find_document_writer(suffix)
    assert guess in caught.value.message()
    assert "docx, htm, html" in caught.value.message()


def test_a_document_and_its_pictures_are_saved(tmp_path: Path) -> None:
    written = save_report(document(), tmp_path / "r.md")
    assert [path.name for path in written] == ["r.md", "r-1.svg", "r-2.svg"]
    assert "](<r-1.svg>)" in written[0].read_text(encoding="utf-8")
    assert save_report(document(), tmp_path / "r.html") == (tmp_path / "r.html",)


def test_nothing_is_written_where_something_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "r-2.svg").mkdir()
    with pytest.raises(OrgGraphError):
        save_report(document(), tmp_path / "r.md")
    assert not (tmp_path / "r.md").exists()
    with pytest.raises(OrgGraphError, match="says no format"):
        save_report(document(), tmp_path / "report")
    with pytest.raises(OrgGraphError, match="no directory"):
        save_report(document(), tmp_path / "none" / "r.html")


def test_a_format_may_be_said(harbour_report: Document, tmp_path: Path) -> None:
    files = find_report_files(harbour_report, tmp_path / "report", "md")
    assert [path.name for path, _ in files] == ["report", "report-1.svg"]


def test_a_template_that_the_format_does_not_take_is_refused() -> None:
    for name, told in (("x.css", "takes no template"), ("x.docx", "takes .css")):
        suffix = "md" if name == "x.css" else "html"
        with pytest.raises(OrgGraphError, match=told):
            find_report_files(document(), f"r.{suffix}", template=Path(name))


def test_views_that_fit_are_figures_and_the_others_are_told(
    harbour: OrgGraph, tmp_path: Path
) -> None:
    (tmp_path / "a.yaml").write_text("families: reporting\n")
    (tmp_path / "b.yaml").write_text("around: nobody here\n")
    found = find_figures(harbour, tmp_path)
    assert found.views is not None
    assert [view.id for view in found.views] == ["a"]
    assert [(view.id, error.key) for view, error in found.misfits] == [("b", "unknown-node")]
    (tmp_path / "a.yaml").unlink()
    assert find_figures(harbour, tmp_path).views is None
    assert find_figures(harbour, tmp_path / "none").views is None
    (tmp_path / "c.yaml").write_text("familie: x\n")
    with pytest.raises(ReadError):
        find_figures(harbour, tmp_path)


def test_the_view_that_says_the_most_comes_first(harbour: OrgGraph, tmp_path: Path) -> None:
    said = {"a": "contact", "b": "reporting", "c": "[reporting, contact]", "d": "support"}
    for name, families in said.items():
        (tmp_path / f"{name}.yaml").write_text(f"families: {families}\n")
    found = find_figures(harbour, tmp_path)
    assert found.views is not None
    assert [view.id for view in found.views] == ["c", "a", "b", "d"]


def test_a_report_is_made_from_what_people_say(harbour: OrgGraph, tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("title: Mine\nfamilies: reporting\n")
    made = make_report(
        harbour, language="en", title="T", date="2026-05", as_of="2025", views=[file, View()]
    )
    assert (made.title, str(made.date), made.language) == ("T", "2026-05", "en")
    assert dict(made.facts)["As of"] == "2025"
    captions = [block.caption for block in made.blocks if isinstance(block, Figure)]
    assert captions == ["Mine", "The Harbour Trust"]
    letter = tmp_path / "letter.txt"
    letter.write_text("vi orienterer byrådet", encoding="utf-8")
    other = make_report(harbour, date="2026", views=[], sources={"letter": str(letter)})
    assert not any(isinstance(block, Figure) for block in other.blocks)
    assert any("orienterer" in n.words[0].text and "bekræftet" in n.words[0].text
               for n in other.notes)  # fmt: skip
    with pytest.raises(UnknownTermError):
        make_report(harbour, date="soon")


def test_views_are_read_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "diagrams").mkdir()
    (tmp_path / "diagrams" / "a.yaml").write_text("families: reporting\n")
    assert [view.id for view in read_figures(["a", "diagrams/a.yaml"])] == ["a", "a"]
    with pytest.raises(UnknownTermError):
        read_figures(["b"])
