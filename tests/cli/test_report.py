"""`report` writes a report to hand over, to files or to a pipe."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ask, Spawn

DAY = ("--date", "2026-01-01")


def test_it_writes_markdown_to_a_pipe(ask: Ask) -> None:
    answer = ask("report", *DAY)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("# Havnen\n\n*Rapport om organisation og styring*\n")
    assert "- **Dato:** 1. januar 2026" in answer.out
    assert "- **Data:** havn.yaml" in answer.out
    assert "Driftsudvalget refererer" not in answer.out  # that is over
    assert "Figuren i ord" in answer.out
    assert "[^1]: Vedtægten, afsnit 1: »Byen udpeger formanden« (bekræftet)" in answer.out
    assert ask("report", "-o", "-", *DAY).out == answer.out


def test_the_language_is_as_asked(ask: Ask) -> None:
    out = ask("report", *DAY, "--lang", "en").out
    assert "East Town appoints 1 member of the harbour council (chair).[^1]" in out
    assert "All seats are filled in the harbour council." in out


def test_it_writes_several_files_at_once(ask: Ask, tmp_path: Path) -> None:
    answer = ask("report", "-o", "r.html", "-o", "r.md", *DAY, "--title", "Min <titel>")
    assert (answer.code, answer.out) == (0, "")
    assert answer.err == "r-1.svg: the figure of the report\n"
    assert "<h1>Min &lt;titel&gt;</h1>" in (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "](<r-1.svg>)" in (tmp_path / "r.md").read_text(encoding="utf-8")
    first = (tmp_path / "r.html").read_bytes()
    ask("report", "-o", "r.html", *DAY, "--title", "Min <titel>")
    assert (tmp_path / "r.html").read_bytes() == first


def test_a_format_may_be_said(ask: Ask, tmp_path: Path) -> None:
    assert ask("report", "--to", "html", *DAY).out.startswith("<!DOCTYPE html>")
    assert ask("report", "-o", "report", "--to", "html", *DAY).code == 0
    assert (tmp_path / "report").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_figures_are_the_views_that_are_named_or_kept(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "diagrams").mkdir()
    view = tmp_path / "diagrams" / "one.yaml"
    view.write_text("title: {da: Første, en: First}\nfamilies: contact\n", encoding="utf-8")
    (tmp_path / "diagrams" / "two.yaml").write_text("title: Second\naround: mars\n")
    kept = ask("report", *DAY)
    assert "**Figur 1.** Første" in kept.out
    assert "Figur 2" not in kept.out
    assert kept.err.startswith("The view 'two' does not fit this data and is left out: ")
    assert kept.code == 0
    named = ask("report", *DAY, "--view", "one", "--view", "diagrams/one.yaml")
    assert "**Figur 2.** Første" in named.out
    assert named.err == ""
    wrong = ask("report", *DAY, "--view", "two")
    assert (wrong.code, wrong.out) == (2, "")
    assert "the view 'two'" in wrong.err


def test_a_date_and_sources_are_heeded(ask: Ask, tmp_path: Path) -> None:
    then = ask("report", *DAY, "--as-of", "2022", "--lang", "en")
    assert "- **As of:** 2022" in then.out
    assert "The operations committee reports to the harbour council" in then.out
    (tmp_path / "other.txt").write_text("Intet.", encoding="utf-8")
    other = ask("report", *DAY, "--source", "vedtaegt=other.txt", "--lang", "en")
    assert "(not found in the source)" in other.out
    assert ask("report", "--source", "vedtaegt=gone.txt").code == 2


def test_a_template_and_a_theme_are_heeded(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "own.css").write_text("h1 { color: teal }", encoding="utf-8")
    page = ask("report", "--to", "html", "--template", "own.css", "--theme", "dark", *DAY).out
    assert "<style>h1 { color: teal }</style>" in page
    assert "background: #ffffff" not in page
    assert ask("report", "--to", "md", "--template", "own.css").code == 2


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("-o", "report"), "says no format"),
        (("-o", "r.odt"), "'odt' is no format of reports"),
        (("--to", "docz"), "did you mean 'docx'"),
        (("-o", "r.html", "--to", "md"), "has no use for --to"),
        (("-o", "gone/r.html"), "there is no directory"),
        (("--theme", "neon"), "neon"),
        (("--date", "soon"), "soon"),
        (("--template", "gone.css", "--to", "html"), "gone.css"),
        (("--view", "none"), "none"),
        (("word",), "word"),
    ],
)
def test_wrong_use_is_told_in_a_sentence(ask: Ask, args: tuple[str, ...], told: str) -> None:
    answer = ask("report", *args)
    assert answer.code == 2
    assert told in answer.err
    assert "Traceback" not in answer.err
    assert answer.out == ""


def test_nothing_is_written_where_one_format_fails(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "own.css").write_text("", encoding="utf-8")
    answer = ask("report", "-o", "r.html", "-o", "r.md", "--template", "own.css")
    assert answer.code == 2
    assert "Markdown takes no template" in answer.err
    assert not list(tmp_path.glob("r*"))


def test_a_report_replaces_nothing_that_it_is_made_from(ask: Ask, tmp_path: Path) -> None:
    assert ask("report", "-o", "house.docx", *DAY).code == 0
    before = (tmp_path / "house.docx").read_bytes()
    answer = ask("report", "-o", "./house.docx", "--template", "house.docx", *DAY)
    assert answer.code == 2
    assert "'house.docx' is what is read; name another file" in answer.err
    assert (tmp_path / "house.docx").read_bytes() == before
    (tmp_path / "text.md").write_text("Byen udpeger formanden", encoding="utf-8")
    assert ask("report", "-o", "text.md", "--source", "vedtaegt=text.md").code == 2
    assert (tmp_path / "text.md").read_text(encoding="utf-8") == "Byen udpeger formanden"


def test_letters_that_a_pdf_cannot_show_are_told_once(ask: Ask) -> None:
    answer = ask("report", "-o", "a.pdf", "-o", "b.pdf", "--title", "Havn 🦊", *DAY)
    assert answer.code == 0
    assert answer.err.count("no font at hand has: 🦊") == 1


def test_figures_beside_it_are_told(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text("families: contact\n")
    answer = ask("report", "-o", "r.md", *DAY, "--view", "one.yaml", "--view", "one.yaml")
    assert answer.err == "r-1.svg to r-2.svg: figures of the report, 2 in all\n"


def test_a_terminal_shows_markdown_and_no_bytes(on_screen: Callable[..., str], ask: Ask) -> None:
    assert on_screen("report", *DAY, columns=80).startswith("# Havnen")
    assert on_screen("report", "--to", "docx", *DAY, columns=80) == ""


def test_a_store_is_reported_as_its_data_is(ask: Ask, tmp_path: Path) -> None:
    ask("convert", "x.orgdb")
    first, second = ask("report", *DAY).out, ask("-d", "x.orgdb", "report", *DAY).out
    assert "- **Data:** x.orgdb" in second
    assert second.replace("x.orgdb", "havn.yaml") == first


def test_it_works_in_any_locale(spawn: Spawn, tmp_path: Path) -> None:
    done = spawn("report", "-o", "r.html", *DAY, LANG="C", LC_ALL="C", PYTHONUTF8="0")
    assert done.returncode == 0, done.stderr
    assert "Havnerådet" in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_help_is_in_danish_too(ask: Ask) -> None:
    help_ = ask("report", "--help", "--lang", "da").out
    assert "Skriv en rapport" in help_
    assert "Rapportens dato (i dag)." in help_
