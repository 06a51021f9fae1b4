"""`diff -o` draws both versions in one picture, beside its answer."""

from pathlib import Path

import pytest

from tests.cli.conftest import Ask

GOLDEN = Path(__file__).parents[1] / "golden"
OLD, NEW = str(GOLDEN / "harbour-old.yaml"), str(GOLDEN / "harbour-new.yaml")


def test_the_picture_is_written_and_the_answer_printed(ask: Ask, tmp_path: Path) -> None:
    file = tmp_path / "changes.svg"
    answer = ask("diff", OLD, NEW, "-o", str(file), "--lang", "da", "--only-changed")
    assert answer.code == 1
    assert "Climate forum" in answer.out
    assert "<svg" not in answer.out
    picture = file.read_text(encoding="utf-8")
    assert "Ændringer fra harbour-old.yaml til harbour-new.yaml" in picture
    assert "tilføjet: Climate forum (organ)" in picture


def test_the_versions_are_called_as_is_said(ask: Ask, tmp_path: Path) -> None:
    file = tmp_path / "changes.svg"
    names = ("--old-name", "the statutes of 2024", "--new-name", "Udkast <2>")
    answer = ask("diff", OLD, NEW, *names, "-o", str(file))
    assert "From the statutes of 2024 to Udkast <2>." in answer.out
    picture = file.read_text(encoding="utf-8")
    assert "Changes from the statutes of 2024 to Udkast &lt;2&gt;" in picture
    assert "harbour-new" not in picture
    told = ask("diff", OLD, NEW, *names, "--lang", "da", "--format", "markdown").out
    assert told.startswith("# Harbour authority: ændringer\n\nFra the statutes of 2024 til Udkast")


@pytest.mark.parametrize(
    ("output", "told"),
    [("-", "-o x.svg"), ("folder", "let it end in"), (".svg", "let it end in"),
     ("none/x.svg", "there is no directory")],
)  # fmt: skip
def test_a_picture_that_cannot_go_there_leaves_the_answer_out(
    ask: Ask, output: str, told: str
) -> None:
    answer = ask("diff", OLD, NEW, "-o", output)
    assert (answer.code, answer.out) == (2, "")
    assert told in answer.err
    assert "--to" not in answer.err


@pytest.mark.parametrize(
    ("suffix", "told"),
    [("txt", "formerly Safety panel"), ("dot", "+ Climate forum"), ("mmd", "Climate forum"),
     ("json", '"change": "added"'), ("pdf", "%PDF")],
)  # fmt: skip
def test_each_format_of_a_picture_is_written(
    ask: Ask, tmp_path: Path, suffix: str, told: str
) -> None:
    file = tmp_path / f"x.{suffix}"
    assert ask("diff", OLD, NEW, "-o", str(file)).code == 1
    assert told in file.read_bytes().decode("utf-8", "replace")


def test_a_picture_of_several_pages_has_a_file_for_each(ask: Ask, tmp_path: Path) -> None:
    bodies = [f"  b{at}: {{name: Body {at}, reports to: b{at // 3}}}" for at in range(1, 120)]
    for name, last in (("old", "Last"), ("new", "Very last")):
        text = "\n".join(["bodies:", "  b0: {name: Top}", *bodies, f"  z: {{name: {last}}}", ""])
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    paths = (str(tmp_path / "old.yaml"), str(tmp_path / "new.yaml"))
    output = str(tmp_path / "x.svg")
    answer = ask("diff", *paths, "-o", output, "--paper", "a4", "--pages", "--everything")
    assert answer.code == 1
    pages = sorted(tmp_path.glob("x*.svg"))
    assert len(pages) > 1
    texts = [page.read_text(encoding="utf-8") for page in pages]
    assert all("Changes from old.yaml to new.yaml" in text for text in texts)
    assert sum("formerly Last" in text for text in texts) >= 1


def test_a_view_with_a_date_draws_both_versions_on_it(ask: Ask, tmp_path: Path) -> None:
    text = "bodies: {{a: {{name: A}}, b: {{name: B, reports to: {{a: {{until: {end}}}}}}}}}\n"
    for name, end in (("old", 2021), ("new", 2030)):
        (tmp_path / f"{name}.yaml").write_text(text.format(end=end), encoding="utf-8")
    (tmp_path / "on.yaml").write_text("as_of: 2025\nlanguages: [en]\n", encoding="utf-8")
    paths = [str(tmp_path / "old.yaml"), str(tmp_path / "new.yaml")]
    for change, versions in (("added", paths), ("removed", paths[::-1])):
        view = str(tmp_path / "on.yaml")
        assert ask("diff", *versions, "--view", view, "-o", "x.txt").code == 1
        told = Path("x.txt").read_text(encoding="utf-8")
        assert "As of 2025" in told
        assert f"{change}: reports to: A" in told


@pytest.mark.parametrize("option", [["--theme", "dark"], ["--only-changed"], ["--dpi", "96"]])
def test_an_option_of_a_picture_needs_a_file(ask: Ask, option: list[str]) -> None:
    answer = ask("diff", OLD, NEW, *option)
    assert (answer.code, answer.out) == (2, "")
    assert option[0] in answer.err


def test_a_format_that_there_is_not_leaves_no_file(ask: Ask, tmp_path: Path) -> None:
    answer = ask("diff", OLD, NEW, "-o", str(tmp_path / "x.sgv"))
    assert answer.code == 2
    assert not list(tmp_path.glob("x.*"))
