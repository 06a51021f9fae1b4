"""What can be drawn and written of an organisation, from Python."""

from pathlib import Path

import pytest
from pptx import Presentation

import orggraph
from orggraph import OrgGraph, OrgGraphError

DATA = """
title: The port
language: en
bodies:
  board: {name: The board, members: [{person: ann, role: chair}]}
  crew: {name: The crew, reports to: board}
persons: {ann: Ann}
"""


@pytest.fixture
def org(tmp_path: Path) -> OrgGraph:
    path = tmp_path / "port.yaml"
    path.write_text(DATA, encoding="utf-8")
    return orggraph.load(path)


def test_a_report_is_saved_as_its_name_says(org: OrgGraph, tmp_path: Path) -> None:
    path = tmp_path / "port.md"
    told: list[float] = []
    written = org.save_report(
        path, title="A port", date="2026-01-31", language="da", progress=told.append
    )
    text = path.read_text("utf-8")
    assert written == (path, tmp_path / "port-1.svg")
    assert text.startswith("# A port\n")
    assert "31. januar 2026" in text
    assert "The crew refererer til the board." in text
    assert told[-1] == 1


def test_a_report_has_a_style_and_figures_of_ones_own(org: OrgGraph, tmp_path: Path) -> None:
    style = tmp_path / "own.css"
    style.write_text("h1 {color: teal}", encoding="utf-8")
    view = tmp_path / "sits.yaml"
    view.write_text("title: Who sits", encoding="utf-8")
    org.save_report(tmp_path / "a.html", template=str(style), date="2026", views=[view])
    text = (tmp_path / "a.html").read_text("utf-8")
    assert "h1 {color: teal}" in text
    assert "Who sits" in text


def test_a_report_as_of_a_date_has_what_holds(org: OrgGraph, tmp_path: Path) -> None:
    org.save_report(tmp_path / "a.md", as_of="2020", date="2026-01-31", theme="dark")
    assert "2020" in (tmp_path / "a.md").read_text("utf-8")


def test_a_page_is_one_file_of_all_or_of_what_is_near(org: OrgGraph, tmp_path: Path) -> None:
    org.save_page(tmp_path / "all.html", language="da", theme="dark")
    org.save_page(tmp_path / "near.html", around="the crew", depth=1, as_of="2020")
    pages = [(tmp_path / name).read_text("utf-8") for name in ("all.html", "near.html")]
    assert all(page.startswith("<!doctype html>") for page in pages)
    assert '<html lang="da"' in pages[0]
    assert '<html lang="en"' in pages[1]
    with pytest.raises(OrgGraphError, match="depth"):
        org.save_page(tmp_path / "no.html", depth=2)
    assert not (tmp_path / "no.html").exists()


def test_all_views_make_a_deck(org: OrgGraph, tmp_path: Path) -> None:
    views = tmp_path / "views"
    views.mkdir()
    for name in ("a", "b"):
        (views / f"{name}.yaml").write_text(f"title: {name.upper()}", encoding="utf-8")
    deck = tmp_path / "deck.pptx"
    found = org.build(views, deck=deck)
    assert deck in found.changed
    slides = Presentation(str(deck)).slides
    assert [slide.shapes.title.text for slide in slides] == ["A", "B"]
    template = tmp_path / "template.pptx"
    Presentation().save(str(template))
    with pytest.raises(OrgGraphError, match=r"template\.pptx"):
        org.build(views, deck=template, template=template)
