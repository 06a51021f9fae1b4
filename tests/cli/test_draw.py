"""`draw` makes one picture, for a file, a pipe or a terminal."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.conftest import Ask, Screen, Spawn

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def draw_bytes(monkeypatch: pytest.MonkeyPatch) -> Callable[..., bytes]:
    """Return a function that gives what a call writes to a pipe, as bytes."""
    from orggraph.cli.run import run

    def call(*args: str) -> bytes:
        screen = Screen("latin-1")
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", screen)
            assert run(["draw", *args]) == 0
        return screen.bytes.getvalue()

    return call


def text_of(svg: str | bytes) -> str:
    return " ".join(ElementTree.fromstring(svg).itertext())


def drawn(ask: Ask, *args: str) -> str:
    """Return what a picture says, in words."""
    answer = ask("draw", "--to", "txt", *args)
    assert (answer.code, answer.err) == (0, "")
    return answer.out


def test_svg_goes_to_a_pipe(ask: Ask) -> None:
    answer = ask("draw")
    assert (answer.code, answer.err) == (0, "")
    assert "Havnerådet" in text_of(answer.out)


def test_a_pipe_gets_the_bytes_of_the_format_whatever_its_encoding(
    draw_bytes: Callable[..., bytes],
) -> None:
    assert "Havnerådet" in text_of(draw_bytes())
    assert "Havnerådet".encode() in draw_bytes("--to", "txt")
    assert draw_bytes("--to", "png").startswith(PNG)
    assert draw_bytes("-o", "-", "--to", "PNG").startswith(PNG)


def test_a_terminal_shows_the_picture_in_words(ask: Ask, on_screen: Callable[..., str]) -> None:
    shown = on_screen("draw", columns=80)
    assert shown == ask("draw", "--to", "txt").out
    assert "<svg" not in shown
    assert "Aase Moeller" in on_screen("draw", columns=80, encoding="ascii")
    assert on_screen("draw", "--to", "svg", columns=80).lstrip().startswith("<")


def test_a_terminal_is_told_how_to_get_the_picture(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ask("draw").err == ""
    monkeypatch.setattr(sys, "stdout", Screen("utf-8", terminal=True))
    assert ask("draw").err == "This is the picture in words; -o picture.svg draws it.\n"
    assert ask("draw", "--lang", "da").err.startswith("Dette er billedet i ord")
    assert ask("draw", "--to", "txt").err == ""
    refused = ask("draw", "--to", "png")
    assert refused.code == 2
    assert refused.err.startswith("png is no text that a terminal can show")


def test_files_in_the_formats_of_their_names(ask: Ask) -> None:
    answer = ask("draw", "-o", "a.svg", "-o", "b.PNG", "-o", "c.mmd", "-o", "d", "--to", "json")
    assert answer == (0, "", "")
    assert "Havnerådet" in text_of(Path("a.svg").read_bytes())
    assert Path("b.PNG").read_bytes().startswith(PNG)
    assert Path("d").read_bytes() == Path("d").read_text("utf-8").encode()
    assert ask("draw", "-o", "a.svg", "-o", "-").out == Path("a.svg").read_text("utf-8")


def test_what_is_drawn(ask: Ask) -> None:
    whole = drawn(ask)
    assert all(name in whole for name in ("Havnerådet", "Driftsudvalget", "Følgegruppen"))
    for call in (["udvalget"], ["--around", "udvalget"]):
        near = drawn(ask, *call, "--depth", "1", "--family", "reporting")
        assert "Havnerådet" in near
        assert "refererer til" in near
        assert "kontakt" not in near
    assert "Følgegruppen" not in drawn(ask, "--without", "følgegruppen")
    assert "Østby" not in drawn(ask, "--kind", "body")
    assert "Havnerådet" not in drawn(ask, "--only", "udvalget", "--only", "følgegruppen")
    assert "refererer" not in drawn(ask, "--type", "kontakt for")
    assert "refererer" not in drawn(ask, "--as-of", "2025")
    assert "Åse" in whole
    assert "Åse" not in drawn(ask, "--members", "hidden")
    assert "udpeger" in whole
    assert drawn(ask, "--no-derived") != whole
    assert drawn(ask, "--derived") == whole
    assert "Min havn" in drawn(ask, "--title", "Min havn")
    assert "Med forbehold" in drawn(ask, "--footnote", "Med forbehold")
    above = drawn(ask, "udvalget", "--side", "above", "--depth", "1")
    assert "Havnerådet" in above


@pytest.mark.parametrize(
    "options",
    [
        ["--direction", "right"],
        ["--theme", "dark"],
        ["--paper", "slide"],
        ["--labels", "none"],
        ["--path", "følgegruppen", "rådet"],
        ["--members", "nodes"],
        ["--engine", "tidy", "--members", "nodes"],
    ],
    ids=lambda options: " ".join(options),
)
def test_how_it_is_drawn(ask: Ask, options: list[str]) -> None:
    answer = ask("draw", *options)
    assert answer.code == 0
    assert answer.out != ask("draw").out
    ElementTree.fromstring(answer.out)


def test_the_language_is_that_of_the_call_else_of_the_view_else_of_the_data(ask: Ask) -> None:
    Path("v.yaml").write_text("languages: [en, da]", encoding="utf-8")
    assert "Havnerådet" in drawn(ask)
    assert "The harbour council" in drawn(ask, "--lang", "en")
    assert "The harbour council" in drawn(ask, "--view", "v.yaml")
    assert "Havnerådet" in drawn(ask, "--view", "v.yaml", "--lang", "da")


def test_a_view_and_what_goes_before_it(ask: Ask) -> None:
    Path("diagrams").mkdir()
    Path("diagrams/near.yaml").write_text(
        "around: udvalget\ndepth: 1\ntitle: Nær\nfamilies: reporting", encoding="utf-8"
    )
    seen = drawn(ask, "--view", "near")
    assert "Nær" in seen
    assert "Havnerådet" in seen
    assert drawn(ask, "--view", "diagrams/near.yaml") == seen
    assert "Nær" not in drawn(ask, "--view", "near", "--title", "Fjern")
    other = drawn(ask, "følgegruppen", "--view", "near", "--family", "contact")
    assert "Havnerådet" not in other
    assert "Driftsudvalget" in other


def test_what_the_maker_should_know_goes_to_standard_error(ask: Ask) -> None:
    Path("faint.yaml").write_text('ink: "#dddddd"', encoding="utf-8")
    answer = ask("draw", "--theme", "./faint.yaml")
    assert answer.code == 0
    assert answer.err
    assert all(line.startswith("warning T201: ") for line in answer.err.splitlines())
    ElementTree.fromstring(answer.out)


def test_letters_that_no_font_has_are_told(ask: Ask) -> None:
    for name, told in (("a.svg", ""), ("a.png", "warning D109: no font at hand has: ⛴; PNG")):
        answer = ask("draw", "--title", "Færgen ⛴", "-o", name)
        assert answer.code == 0
        assert answer.err.startswith(told)
        assert bool(answer.err) == bool(told)


@pytest.mark.parametrize(
    ("args", "english", "danish"),
    [
        (["-o", "x.pgn"], "'pgn' is no format of pictures; did you mean 'png'", "'pgn' er ikke et"),
        (["--to", "docx"], "'docx' is no format of pictures", "'docx' er ikke et"),
        (
            ["-o", "x"],
            "'x' says no format; let it end in one of: dot,",
            "angiver ikke noget format",
        ),
        (["-o", ""], "'' says no format", "'' angiver ikke"),
        (["-o", "no/x.svg"], "no directory 'no'; make it first", "mappen 'no' findes ikke; opret"),
        (["-o", "wrong.yaml/x.svg"], "cannot use 'wrong.yaml/x.svg'", "kan ikke bruge"),
        (["-o", "d.svg"], "'d.svg' is a directory; name a file", "'d.svg' er en mappe"),
        (["-o", "x.svg", "--to", "png"], "has no use for --to here", "kan ikke bruge --to her"),
        (["a", "--around", "b"], "has no use for --around here", "kan ikke bruge --around"),
        (["rådet", "--depth", "0"], "--depth: '0' is no depth", "'0' er ikke en dybde"),
        (["rådet", "--depth", "two"], "--depth: 'two' is no depth", "'two' er ikke en dybde"),
        (["--depth", "1"], "'depth' is reckoned from a node", "'depth' regnes fra en knude"),
        (["--side", "above"], "'side' is reckoned from a node", "'side' regnes fra en knude"),
        (["--side", "left"], "--side: 'left' is none of: above,", "'left' er ingen af: above,"),
        (["--path", "rådet", "rådet"], "both ends of the path are 'rådet'", "begge ender af stien"),
        (["--path", "rådet", "--depth", "1"], "'--depth' is an option, and", "er et tilvalg, men"),
        (["rådet", "--without", "rådet"], "'rådet' is left out here", "'rådet' er udeladt her"),
        (["xyzzy"], "'orggraph nodes' lists them", "'orggraph nodes' viser dem"),
        (["--family", "pony"], "'pony' is no family", "'pony' er ingen familie"),
        (["--kind", "pony"], "'pony' is no kind", "'pony' er ingen art"),
        (["--as-of", "soon"], "--as-of: 'soon' is no date", "'soon' er ingen dato"),
        (["--theme", "pink"], "there is no theme 'pink'", "der er intet tema 'pink'"),
        (["--engine", "steam"], "no layout engine 'steam'", "'steam'"),
        (
            ["--view", "pony"],
            "there is no view 'pony', and none in 'diagrams' yet; a view is a small file",
            "der er ingen visning 'pony' og endnu ingen i 'diagrams'; en visning er en lille fil",
        ),
        (["--view", "pony.yaml"], "no view file 'pony.yaml'", "ingen visningsfil 'pony.yaml'"),
        (["--view", "odd.yaml"], "odd.yaml:1:8: error R204: 'a5' is", "odd.yaml:1:8: fejl R204"),
        (["--title", ""], "expected text", "ventede tekst"),
    ],
    ids=str,
)
def test_a_misuse(ask: Ask, args: list[str], english: str, danish: str) -> None:
    Path("d.svg").mkdir()
    Path("odd.yaml").write_text("paper: a5", encoding="utf-8")
    before = sorted(Path().iterdir())
    for answer, words in (
        (ask("draw", *args), english),
        (ask("--lang", "da", "draw", *args), danish),
    ):
        assert (answer.code, answer.out) == (2, "")
        assert words in answer.err
        assert "Traceback" not in answer.err
        assert "its own mistake" not in answer.err
    assert sorted(Path().iterdir()) == before


def test_a_format_that_fails_leaves_no_half_of_the_work(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("a.svg").write_text("old", encoding="utf-8")
    assert ask("draw", "-o", "a.svg", "-o", "b.pgn").code == 2
    assert Path("a.svg").read_text(encoding="utf-8") == "old"

    def refuse(*_: object) -> None:
        raise OSError(errno.EACCES, "Permission denied", ".a.svg.xyz.tmp")

    monkeypatch.setattr("orggraph.drawing.saving.write_whole", refuse)
    assert ask("draw", "-o", "a.svg").err == "cannot use 'a.svg': permission denied\n"
    assert Path("a.svg").read_text(encoding="utf-8") == "old"


def test_a_protected_file_is_left_alone_and_that_is_said_in_the_users_language(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("a.svg").write_text("old", encoding="utf-8")
    # The superuser may read and write everywhere, and tests may run as that.
    really = os.access
    monkeypatch.setattr(
        "os.access", lambda path, mode: "a.svg" not in str(path) and really(path, mode)
    )
    answer = ask("draw", "-o", "a.svg", "--lang", "da")
    assert (answer.code, answer.err) == (2, "kan ikke bruge 'a.svg': adgang nægtet\n")
    assert Path("a.svg").read_text(encoding="utf-8") == "old"


def test_what_a_theme_says_of_nothing_in_the_data_is_told(ask: Ask) -> None:
    theme = 'kinds: {pony: {icon: person}}\nfamilies: {reportng: {colour: "#000000"}}'
    Path("odd.yaml").write_text(theme, encoding="utf-8")
    answer = ask("draw", "--theme", "odd.yaml", "--to", "txt")
    assert answer.code == 0
    kind, family = answer.err.splitlines()
    assert kind.startswith("warning T202: the theme 'odd' says how cards of the kind 'pony' look")
    assert family.startswith("warning T203: ")
    assert "the family 'reportng' look" in family
    assert "it has: reporting, " in family


def test_a_file_that_a_theme_names_is_told_with_its_place(ask: Ask) -> None:
    Path("odd.yaml").write_text("extends: no.yaml", encoding="utf-8")
    assert ask("draw", "--theme", "odd.yaml").err.startswith("odd.yaml:1:10: error T102: ")


def test_all_that_is_wrong_with_a_view_is_told(ask: Ask) -> None:
    wrong = "\n".join(f"key{i}: x" for i in range(9))
    Path("v.yaml").write_text(wrong, encoding="utf-8")
    answer = ask("draw", "--view", "v.yaml")
    assert answer.code == 2
    assert answer.err.count("R201") == 9
    assert answer.err.endswith("the views cannot be read; errors: 9\n")


@pytest.mark.parametrize("option", ["--view", "--theme"])
def test_much_that_is_wrong_with_a_file_stays_on_a_screen(ask: Ask, option: str) -> None:
    def told(keys: int) -> list[str]:
        wrong = "".join(f"key{i}: x\n" for i in range(keys))
        Path("v.yaml").write_text(wrong, encoding="utf-8")
        return ask("draw", option, "v.yaml").err.replace("\n\n", "\n").splitlines()

    few, many = told(5), told(16)
    assert len(few) == 5 * 3 + 1
    assert "    key4: x" in few
    assert len(many) == 16 + 1
    assert all(line.startswith(f"v.yaml:{i}:1: error ") for i, line in enumerate(many[:-1], 1))


def test_what_is_wrong_is_told_of_the_view_only_where_it_says_so(ask: Ask) -> None:
    Path("v.yaml").write_text("engine: steam\ntheme: light\n", encoding="utf-8")
    told = ask("draw", "--view", "v.yaml").err
    assert told.startswith("v.yaml:1:9: error D110: ")
    assert "    engine: steam\n" in told
    refused = ask("draw", "--view", "v.yaml", "--theme", "pink").err
    assert refused.startswith("there is no theme 'pink'")
    Path("pale.yaml").write_text("ink: pale\n", encoding="utf-8")
    Path("v.yaml").write_text("theme: pale.yaml\n", encoding="utf-8")
    assert ask("draw", "--view", "v.yaml").err.startswith("pale.yaml:1:6: error ")


def test_a_reader_that_goes_away_changes_nothing(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "orggraph", "draw"],
        cwd=tmp_path,
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_picture_that_cannot_be_written_is_an_error(spawn: Spawn) -> None:
    closed, full = spawn("draw", shell=">&-"), spawn("draw", shell=">/dev/full")
    assert (closed.returncode, full.returncode) == (2, 2)
    assert closed.stderr == b"cannot write the answer: standard output is closed\n"
    assert full.stderr == b"cannot write the answer: no space left on the device\n"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("draw --theme d", "dark"),
        ("draw --to pn", "png"),
        ("draw --view ne", "near"),
        ("draw følge", "følgegruppen"),
        ("draw --kind pers", "person"),
    ],
)
def test_words_are_completed(spawn: Spawn, words: str, expected: str) -> None:
    Path("diagrams").mkdir()
    Path("diagrams/near.yaml").write_text("", encoding="utf-8")
    line = f"orggraph {words}"
    environment = {
        "_ORGGRAPH_COMPLETE": "bash_complete",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(line.split()) - 1),
        "LC_ALL": "C.UTF-8",
    }
    assert expected in spawn(**environment).stdout.decode()


@pytest.fixture
def _wide() -> None:
    bodies = "".join(f"  b{i}: {{name: B{i}, reports to: top}}\n" for i in range(90))
    Path("wide.yaml").write_text(f"bodies:\n  top: Top\n{bodies}", encoding="utf-8")


@pytest.mark.usefixtures("_wide")
def test_several_pages(ask: Ask) -> None:
    call = ["-d", "wide.yaml", "draw", "--pages"]
    assert ask(*call, "-o", "x.svg", "-o", "x.txt") == (
        0, "", "Written: x-1.svg to x-2.svg (pages: 2)\n",
    )  # fmt: skip
    assert not Path("x.svg").exists()
    assert "Page 2 of 2" in text_of(Path("x-2.svg").read_bytes())
    assert "Page 2 of 2" in Path("x.txt").read_text("utf-8")
    assert "Side 2 af 2" in ask("--lang", "da", *call, "--to", "txt").out
    for refused, words in (
        (ask(*call), "'svg' holds one page, and this has 2; write it to a file, as -o picture.svg"),
        (
            ask("--lang", "da", *call),
            "'svg' rummer kun én side, og her er 2; skriv til en fil",
        ),
    ):
        assert (refused.code, refused.out) == (2, "")
        assert words in refused.err
    assert ask("-d", "wide.yaml", "draw", "--no-pages").code == 0


@pytest.mark.usefixtures("_wide")
def test_one_large_picture_shows_how_far_it_is_on_a_terminal(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    from orggraph.cli import progress

    screen = Screen("utf-8", terminal=True)
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    monkeypatch.setattr(sys, "stderr", screen)
    assert ask("-d", "wide.yaml", "draw", "-o", "x.svg").code == 0
    screen.flush()
    assert "Drawing" in screen.text()
    assert "100%" in screen.text()


def test_the_dots_of_a_png(ask: Ask) -> None:
    assert ask("draw", "-o", "a.png", "--dpi", "96", "-o", "a.svg") == (0, "", "")
    assert ask("draw", "-o", "b.png", "--dpi", "288").code == 0
    narrow, wide = (
        int.from_bytes(Path(name).read_bytes()[16:20], "big") for name in ("a.png", "b.png")
    )
    assert wide == pytest.approx(3 * narrow, abs=3)
    for args, told in (
        (["-o", "a.svg", "--dpi", "96"], "--dpi is for PNG only; leave it out"),
        (["--dpi", "96"], "--dpi is for PNG only; leave it out"),
        (["-o", "a.png", "--dpi", "0"], "--dpi: '0' is no number of dots"),
        (["-o", "a.png", "--dpi", "fine"], "--dpi: 'fine' is no number of dots"),
        (["-o", "a.png", "--dpi", "99999"], "pixels are too many for PNG at 99999 dpi"),
    ):
        refused = ask("draw", *args)
        assert refused.code == 2
        assert told in refused.err
