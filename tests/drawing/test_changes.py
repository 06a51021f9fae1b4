"""Two versions in one picture: what differs is marked in every format, and nothing overlaps."""

import os
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest

import orggraph
from orggraph.drawing.drawing import Drawing
from orggraph.scene import Change
from orggraph.scene.measure import measure
from orggraph.themes.reading import find_theme

GOLDEN = Path(__file__).parents[1] / "golden"
Load = Callable[[str], orggraph.OrgGraph]
SVG = "{http://www.w3.org/2000/svg}"


def old() -> orggraph.OrgGraph:
    return orggraph.load(GOLDEN / "harbour-old.yaml")


def new() -> orggraph.OrgGraph:
    return orggraph.load(GOLDEN / "harbour-new.yaml")


def draw(older: orggraph.OrgGraph, newer: orggraph.OrgGraph, **options: object) -> Drawing:
    drawing = newer.draw_changes(older, labels=("2024", "2025"), **options)  # type: ignore[arg-type]
    quality = measure(drawing.scenes[0])
    assert quality.is_clean, quality
    return drawing


@pytest.fixture
def load_text(tmp_path: Path) -> Load:
    def load(text: str) -> orggraph.OrgGraph:
        file = tmp_path / "data.yaml"
        file.write_text(text, encoding="utf-8")
        return orggraph.load(file)

    return load


def changes(drawing: Drawing) -> dict[str, Change | None]:
    return {card.id: card.change for card in drawing.scenes[0].cards}


def test_the_picture_is_as_it_was() -> None:
    made = draw(old(), new(), language="da").to_bytes("json").decode()
    golden = GOLDEN / "scenes" / "harbour-changes.json"
    if os.environ.get("REGENERATE"):
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
@pytest.mark.parametrize("direction", ["down", "right"])
def test_what_differs_is_marked_without_colour_as_well(theme: str, direction: str) -> None:
    scene = draw(old(), new(), theme=theme, direction=direction).scenes[0]
    cards = {card.id: card for card in scene.cards}
    assert {id_: card.change for id_, card in cards.items() if card.change} == {
        "works": "removed", "safety": "changed", "climate": "added",
    }  # fmt: skip
    for card in cards.values():
        assert [s.change for s in card.signs if s.box.width > 12] == [card.change] * bool(
            card.change
        )
    assert [t.words for t in cards["works"].texts if t.struck] == ["Works committee"]
    assert cards["works"].border
    assert cards["works"].border.dash
    rows = {t.words: (t.change, t.struck) for t in cards["board"].texts if t.role == "member"}
    assert rows == {
        "Bo Dahl": ("changed", False), "Ann Ek": ("changed", False), "Carl Lund": ("removed", True),
        "Dora Friis": (None, False), "Erik Holm": ("added", False),
    }  # fmt: skip
    lines = {(r.source, r.target): r for r in scene.routes if r.family == "reporting"}
    assert lines["safety", "board"].change == "added"
    assert lines["safety", "works"].change == "removed"
    gone = lines["safety", "works"].label
    assert gone
    assert gone.sign
    assert all(text.struck for text in gone.texts)
    # What is as it was has another colour, and thinner lines.
    same = lines["board", "city"]
    assert same.style.colour != lines["safety", "board"].style.colour
    assert same.style.width < lines["safety", "board"].style.width


def test_the_legend_tells_the_signs_that_occur_and_the_footnote_the_versions() -> None:
    scene = draw(old(), new(), language="da").scenes[0]
    signs = [(entry.sign.change, entry.text.words) for entry in scene.legend if entry.sign]
    assert signs == [("added", "Tilføjet"), ("removed", "Udgået"), ("changed", "Ændret")]
    assert scene.title == "Harbour authority: ændringer"
    assert scene.texts[-1].words.startswith("Ændringer fra 2024 til 2025 · ")
    fewer = draw(old(), old()).scenes[0]
    assert not [entry for entry in fewer.legend if entry.sign]
    assert fewer.texts[-1].words.startswith("No changes from 2024 to 2025")


def test_all_formats_tell_it() -> None:
    drawing = draw(old(), new())
    for line in ("added: Climate forum (body)", "removed: Carl Lund", "removed: reports to: Works"):
        assert line in drawing.outline
        assert line in drawing.to_svg()
    assert "#8722; Works committee" in drawing.to_bytes("mmd").decode()
    assert "+ Climate forum" in drawing.to_bytes("dot").decode()
    assert "change-removed" in drawing.to_bytes("dot").decode()
    root = ET.fromstring(drawing.to_svg())
    struck = {t.text for t in root.iter(f"{SVG}text") if t.get("text-decoration")}
    assert struck == {"Works committee", "Carl Lund", "reports to"}
    assert drawing.to_png().startswith(b"\x89PNG")


def test_words_lead_to_where_the_source_says_them() -> None:
    root = ET.fromstring(draw(old(), new()).to_svg())
    links = {a.get("href") for a in root.iter(f"{SVG}a")}
    assert (
        "https://example.org/plan?a=1&b=2#:~:text=Ann%20is%20chair" not in links
    )  # it has changed
    assert (
        "https://example.org/plan?a=1&b=2#:~:text=the%20board%20reports,to%20the%20council" in links
    )


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "plan.html", "https:"]
)
def test_only_addresses_of_the_web_are_links(load_text: Load, url: str) -> None:
    graph = load_text(
        f"sources: {{s: {{title: S, url: '{url}'}}}}\n"
        "bodies: {a: {name: A, reports to: {b: {evidence: 's: a b'}}}, b: {name: B}}"
    )
    assert "<a " not in graph.draw().to_svg()


def test_everything_may_be_gone_and_everything_new(load_text: Load) -> None:
    nothing = load_text("title: T\nlanguage: en\nbodies: {}")
    assert set(changes(draw(old(), nothing)).values()) == {"removed"}
    assert set(changes(draw(nothing, new())).values()) == {"added"}


def test_a_line_that_turned_round_is_drawn(load_text: Load) -> None:
    one = load_text("bodies: {a: {name: A, reports to: b}, b: {name: B}}")
    other = load_text("bodies: {b: {name: B, reports to: a}, a: {name: A}}")
    routes = draw(one, other).scenes[0].routes
    assert {(r.source, r.target, r.change) for r in routes} == {
        ("a", "b", "removed"), ("b", "a", "added"),
    }  # fmt: skip


def many(number: int, last: str) -> str:
    bodies = [f"  b{at}: {{name: Body {at}, reports to: b{at // 4}}}" for at in range(1, number)]
    return "\n".join(["bodies:", "  b0: {name: Top}", *bodies, f"  last: {{{last}}}"])


def test_a_large_picture_shows_what_changed_and_what_is_next_to_it(load_text: Load) -> None:
    one = load_text(many(80, "name: Last, reports to: b9"))
    other = load_text(many(80, "name: Last, reports to: b8"))
    drawing = draw(one, other)
    assert changes(drawing).keys() == {"last", "b8", "b9"}
    assert "only what changed is shown" in drawing.scenes[0].texts[-1].words + drawing.outline
    assert len(changes(draw(one, other, only_changed=False))) == 81
    assert len(changes(draw(one, one))) == 80 + 1


def test_a_hub_that_changed_does_not_bring_all_that_is_round_it(load_text: Load) -> None:
    units = "".join(f"\n  u{at}: {{name: Unit {at}, reports to: hub}}" for at in range(200))
    base = "bodies:\n  top: {name: Top}\n  hub: {name: HUB, reports to: top}" + units
    one = load_text(base.replace("HUB", "Hub"))
    other = load_text(
        base.replace("HUB", "Centre").replace("Unit 7, reports to: hub", "Unit 7, reports to: top")
    )
    drawing = draw(one, other, only_changed=True)
    assert changes(drawing) == {"top": None, "hub": "changed", "u7": None}
    assert "+199" in {text.words for card in drawing.scenes[0].cards for text in card.texts}
    few = load_text(base.replace("HUB", "Hub").split("\n  u12:")[0])
    fewer = load_text(base.replace("HUB", "Centre").split("\n  u12:")[0])
    # With the superior that would be one neighbour too many.
    assert changes(draw(few, fewer, only_changed=True)).keys() == {"top", "hub"}
    few = load_text(base.replace("HUB", "Hub").split("\n  u11:")[0])
    fewer = load_text(base.replace("HUB", "Centre").split("\n  u11:")[0])
    assert len(changes(draw(few, fewer, only_changed=True))) == 13


def test_a_card_says_what_it_was_called(load_text: Load) -> None:
    text = "language: da\nbodies: {a: {name: Rådet, en: NAME}, b: {name: B, reports to: a}}"
    one = load_text(text.replace("NAME", "Council"))
    other = load_text(text.replace("NAME", "Board"))

    def subtitles(language: str) -> list[str]:
        card = draw(one, other, language=language).scenes[0].cards[0]
        return [text.words for text in card.texts if text.role == "subtitle"]

    assert subtitles("en") == ["formerly Council"]
    assert subtitles("da") == []  # the name is as it was in this language


def test_an_empty_seat_has_no_colour_of_its_own() -> None:
    """The colour of vacancies would be taken for that of what went."""
    theme = find_theme("light")
    board = next(card for card in draw(old(), new()).scenes[0].cards if card.id == "board")
    (vacancy,) = {text.colour for text in board.texts if text.role == "vacancy"}
    assert vacancy == theme.quiet != theme.vacancy


@pytest.mark.parametrize("members", ["inside", "nodes", "hidden"])
def test_members_are_marked_wherever_they_are_told(members: str) -> None:
    scene = draw(old(), new(), members=members).scenes[0]
    board = next(card for card in scene.cards if card.id == "board")
    if members == "nodes":
        assert {r.change for r in scene.routes if r.source == "carl"} == {"removed"}
    else:
        assert board.signs
