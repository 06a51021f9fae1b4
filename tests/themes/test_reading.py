"""Theme files of users: what they change, and what is said of mistakes in them."""

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest
import ttf_opensans
from fontTools.ttLib import TTFont

from orggraph.errors import OrgGraphError
from orggraph.scene import LineStyle
from orggraph.source import ReadError
from orggraph.themes.checking import find_theme_problems
from orggraph.themes.reading import find_theme, is_theme_file, theme_names
from orggraph.themes.theme import Font, Theme
from tests.conftest import told

OPEN_SANS = Path(ttf_opensans.__path__[0]) / "ttf"
LIGHT = find_theme("light")
DARK = find_theme("dark")

LoadTheme = Callable[..., Theme]


@pytest.fixture
def load(tmp_path: Path) -> LoadTheme:
    """Return a function that writes theme files, by name, and reads the first of them."""

    def read(text: str, **others: str) -> Theme:
        for name, words in {"house": text, **others}.items():
            (tmp_path / f"{name}.yaml").write_text(dedent(words), encoding="utf-8")
        return find_theme(tmp_path / "house.yaml")

    return read


@pytest.fixture
def refused(load: LoadTheme) -> Callable[..., ReadError]:
    """Return a function that gives the error that theme files are refused with."""

    def read(text: str, **others: str) -> ReadError:
        with pytest.raises(ReadError) as caught:
            load(text, **others)
        return caught.value

    return read


Refused = Callable[..., ReadError]


def test_a_file_says_only_what_differs(load: LoadTheme) -> None:
    theme = load("""
        ink: "#036"
        kinds: {body: {fill: "#FFEEEE"}}
        families: {contact: {width: 3, dash: solid}}
        other family: {color: "#111111"}
        """)
    assert theme.name == "house"
    assert theme.ink == "#003366"
    assert theme.background == LIGHT.background
    assert theme.kind("body") == LIGHT.kind("body")._replace(fill="#ffeeee")
    assert theme.kind("post") == LIGHT.kind("post")
    assert theme.family("contact") == LineStyle(LIGHT.family("contact").colour, 3.0, ())
    assert theme.family("reporting") == LIGHT.family("reporting")
    assert theme.family("none such") == LIGHT.other_family._replace(colour="#111111")
    assert theme.font == LIGHT.font
    assert theme.header is None


def test_kinds_and_families_of_ones_own_start_as_all_others(load: LoadTheme) -> None:
    theme = load("""
        kinds: {robot: {icon: chair}}
        families: {etik: {dash: [3, 1, 1, 1]}}
        other kind: {fill: "#fafafa"}
        """)
    assert theme.kind("robot") == LIGHT.other_kind._replace(fill="#fafafa", icon="chair")
    assert theme.family("etik") == LIGHT.other_family._replace(dash=(3.0, 1.0, 1.0, 1.0))


def test_a_theme_can_extend_another_by_name_or_file(load: LoadTheme, tmp_path: Path) -> None:
    assert load("extends: dark").ink == DARK.ink
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.yml").write_text("extends: ../c.yaml\nquiet: '#222222'")
    theme = load("extends: sub/b.yml\nink: '#111111'", c="extends: dark\nink: '#333333'")
    assert (theme.ink, theme.quiet, theme.rule) == ("#111111", "#222222", DARK.rule)


def test_a_file_that_is_found_by_a_relative_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("house.yaml").write_text("ink: '#111111'")
    assert find_theme("house.yaml").ink == "#111111"
    assert find_theme("./house.yaml") == find_theme(Path("house.yaml"))


def test_the_header_is_taken_whole_and_has_the_ink_of_titles(load: LoadTheme) -> None:
    theme = load("ink: '#111111'\nheader: {text: {da: Odense Kommune, en: City of Odense}}")
    assert theme.header is not None
    assert theme.header.text.in_language("en") == "City of Odense"
    assert theme.header.colour == "#111111"
    theme = load(
        "extends: b.yaml\nheader: {text: X, colour: '#222222'}",
        b="header: {text: Y, colour: '#333333'}",
    )
    assert theme.header is not None
    assert (theme.header.text.in_language("da"), theme.header.colour) == ("X", "#222222")


def test_font_files_stand_beside_the_theme_and_weights_fall_back(
    load: LoadTheme, tmp_path: Path
) -> None:
    for name in ("Regular", "Bold"):
        (tmp_path / f"{name}.ttf").write_bytes((OPEN_SANS / f"OpenSans-{name}.ttf").read_bytes())
    regular, bold = str(tmp_path / "Regular.ttf"), str(tmp_path / "Bold.ttf")
    both = load(
        "font: {family: \"'My Sans', Arial\", files: {regular: Regular.ttf, bold: Bold.ttf}}"
    )
    assert both.font.family == "'My Sans', Arial"
    assert dict(both.font.files) == {"regular": regular, "semibold": bold, "bold": bold}
    one = load("extends: b.yaml", b="font: {family: My, files: {regular: Regular.ttf}}")
    assert set(one.font.files.values()) == {regular}
    # Another family does not keep the files of the first.
    assert load("extends: b.yaml\nfont: {family: Arial}").font == Font("Arial", {})


@pytest.mark.parametrize(
    ("text", "code", "guess"),
    [
        ('inc: "#111111"', "1:1 T-R201", "ink"),
        ("kinds: {body: {fil: '#111111'}}", "1:16 T-R201", "fill"),
        ("kinds: {body: {icon: gruop}}", "1:22 T-R204", "group"),
        ("kinds: [body]", "1:8 T-R203", None),
        ("kinds: {body: blue}", "1:15 T-R203", None),
        ("ink: #111111", "1:1 T-T104", None),
        ("kinds:\n  body:\n    fill: #111111", "3:5 T-T104", None),
        ("ink: navy", "1:6 T-T105", None),
        ("ink: '#12345'", "1:6 T-T105", None),
        ("ink: '#1234567'", "1:6 T-T105", None),
        ("ink: ['#111111']", "1:6 T-R203", None),
        ("families: {contact: {width: thick}}", "1:29 T-T106", None),
        ("families: {contact: {width: 0}}", "1:29 T-T106", None),
        ("families: {contact: {width: nan}}", "1:29 T-T106", None),
        ("families: {contact: {dash: [4]}}", "1:28 T-T107", None),
        ("families: {contact: {dash: [4, 2, 1]}}", "1:28 T-T107", None),
        ("families: {contact: {dash: 4}}", "1:28 T-T107", None),
        ("families: {contact: {dash: [4, -1]}}", "1:28 T-T107", None),
        ("families: {contact: {dash: [4, 0]}}", "1:28 T-T107", None),
        ("families: {contact: {dash: [4, [1]]}}", "1:28 T-T107", None),
        ("families: {contact: {dash: dotty}}", "1:28 T-T107", None),
        ("families: {contact: {dash: []}}", "1:28 T-T107", None),
        ("font: {family: 'x; fill: red'}", "1:16 T-T108", None),
        ("font: {}", "1:7 T-R202", None),
        ("font: {family: x, files: {regular: [a]}}", "1:36 T-R203", None),
        ("font: {family: x, files: {regular: no.ttf}}", "1:36 T-T109", None),
        ("font: {family: x, files: {regular: house.yaml}}", "1:36 T-T110", None),
        ("header: {colour: '#111111'}", "1:9 T-R202", None),
        ("header: Odense", "1:9 T-R203", None),
        ("extends: drak", "1:10 T-R204", "dark"),
        ("extends: other.yaml", "1:10 T-T102", None),
        ("extends: house.yaml", "1:10 T-T103", None),
        ("", "1:1 T-T101", None),
        ("- ink", "1:1 T-T101", None),
        ("ink: [", "1:6 T-R1", None),
    ],
)
def test_a_mistake_is_told_with_its_place(
    refused: Refused, text: str, code: str, guess: str | None
) -> None:
    place, name = code.split(" T-")
    (problem,) = refused(text).problems
    if name != "R1":
        assert told([problem]) == [f"{place} {name}"]
        assert problem.excerpt == (text.splitlines()[problem.location.line] if text else None)
    else:
        assert problem.code.startswith("R1")
    assert problem.did_you_mean == guess
    assert problem.message("da") != problem.message("en")


def test_all_mistakes_of_all_files_are_told_at_once(refused: Refused, tmp_path: Path) -> None:
    error = refused("extends: b.yaml\nink: red\nquiet: blue", b="inkk: '#111111'\nrule: thin")
    assert told(error.problems) == ["1:1 R201", "2:7 T105", "2:6 T105", "3:8 T105"]
    assert [p.location.path for p in error.problems if p.location][1:3] == [
        str(tmp_path / "b.yaml"),
        str(tmp_path / "house.yaml"),
    ]
    assert all(p.excerpt for p in error.problems)
    assert error.message("en") == "the theme cannot be read; errors: 4"
    assert error.message("da") == "temaet kan ikke læses; fejl: 4"


def test_a_circle_of_two_is_told_where_it_closes(refused: Refused, tmp_path: Path) -> None:
    (problem,) = refused("extends: b.yaml", b="ink: '#111111'\nextends: house.yaml").problems
    assert str(problem.location) == f"{tmp_path / 'b.yaml'}:2:10"
    assert problem.excerpt == "extends: house.yaml"
    for name in ("house.yaml", "b.yaml"):
        assert name in problem.message("en")
    assert "bygger på sig selv" in problem.message("da")


def test_a_theme_file_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"there is no theme file .*none\.yaml"):
        find_theme(tmp_path / "none.yaml")
    with pytest.raises(ReadError, match="T102"):
        find_theme(tmp_path)


def test_an_unreadable_file_is_told_as_for_data(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"header: {text: \xf8}")
    with pytest.raises(ReadError, match="R004"):
        find_theme(tmp_path / "a.yaml")


@pytest.mark.parametrize("cut", [0, 3, 200, 20_000])
def test_a_broken_font_file_is_told(refused: Refused, tmp_path: Path, cut: int) -> None:
    whole = (OPEN_SANS / "OpenSans-Regular.ttf").read_bytes()
    (tmp_path / "cut.ttf").write_bytes(whole[:cut])
    error = refused("font: {family: x, files: {regular: cut.ttf}}")
    assert told(error.problems) == ["1:36 T110"]


@pytest.mark.parametrize("table", ["hmtx", "cmap"])
def test_a_font_without_what_text_is_measured_by_is_told(
    refused: Refused, tmp_path: Path, table: str
) -> None:
    with TTFont(OPEN_SANS / "OpenSans-Regular.ttf", lazy=True) as font:
        del font[table]
        font.save(tmp_path / "cut.ttf")
    error = refused("font: {family: x, files: {regular: cut.ttf}}")
    assert told(error.problems) == ["1:36 T110"]


def test_an_unknown_name_is_told_with_the_known_ones() -> None:
    with pytest.raises(OrgGraphError) as caught:
        find_theme("drak")
    assert "did you mean 'dark'?" in caught.value.message("en")
    assert "mente du 'dark'?" in caught.value.message("da")
    with pytest.raises(OrgGraphError) as caught:
        find_theme("xyzzy")
    for language in ("da", "en"):
        assert ", ".join(theme_names()) in caught.value.message(language)
        assert "mean" not in caught.value.message(language)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("light", False),
        ("house", False),
        ("house.yaml", True),
        ("house.yml", True),
        ("themes/house", True),
        (Path("house"), True),
    ],
)
def test_what_is_a_file_and_what_a_name(name: str | Path, expected: bool) -> None:
    assert is_theme_file(name) is expected


def test_poor_contrast_is_a_warning(load: LoadTheme) -> None:
    theme = load("""
        quiet: "#999999"
        header: {text: Odense, colour: "#888888"}
        kinds: {body: {line: "#cccccc", bar ink: "#4060a0"}}
        other family: {colour: "#909090"}
        """)
    problems = find_theme_problems(theme)
    assert {p.severity for p in problems} == {"warning"}
    english = [p.message("en") for p in problems]
    danish = [p.message("da") for p in problems]
    assert english[0] == (
        "the theme 'house': what stands beside names, #999999 on the background (#ffffff), has a "
        "contrast of 2.84:1; WCAG AA asks for 4.5:1 or more"
    )
    assert danish[0] == (
        "temaet 'house': det, der står ved navne, #999999 på baggrunden (#ffffff), har en kontrast "
        "på 2,84:1; WCAG AA kræver mindst 4,5:1"
    )
    for sentences, words in (
        (english, ("line above", "border of cards", "icon of the kind 'body'", "'other'")),
        (danish, ("linjen over", "kanten på kort", "ikonet for arten 'body'", "'anden'")),
    ):
        assert all(any(word in sentence for sentence in sentences) for word in words)


def test_contrast_that_is_just_too_low_does_not_look_enough(load: LoadTheme) -> None:
    (problem, *_) = find_theme_problems(load('header: {text: X, colour: "#777777"}'))
    assert problem.facts["ratio"] == 4.47
