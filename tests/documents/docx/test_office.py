"""DOCX as LibreOffice shows it, converted once."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from orggraph.documents.document import Heading
from orggraph.documents.writers import write_document
from tests.documents.samples import LONG_WORD, document, roster


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The words of each page."""
    office = shutil.which("soffice")
    if not office:
        if os.environ.get("CI"):
            pytest.fail("LibreOffice is not installed; .ci/run should have done it")
        pytest.skip("LibreOffice is not installed")
    folder: Path = tmp_path_factory.mktemp("office")
    blocks = (*document().blocks, Heading(2, LONG_WORD, "long"), roster(120, number=2))
    ((_, data),) = write_document(document(blocks=blocks), "docx")
    (folder / "report.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder,
         folder / "report.docx"],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    done = subprocess.run(
        ["pdftotext", "-layout", folder / "report.pdf", "-"], check=True, capture_output=True
    )
    return done.stdout.decode().split("\f")[:-1]


def test_everything_is_shown_in_its_order(pages: list[str]) -> None:
    text = " ".join(" ".join(pages).split())
    places = [text.index(words) for words in (
        "Styringen af GovTech", "Rapport om organisation og styring", "Dato 23. november 2026",
        "Indhold", "Styregruppen refererer til KD-Net", "Én plads er ledig", "Figur 1: Hele",
        "Figur 2: Kun KD-Net", "Tabel 1: Styregruppens medlemmer", "KD-Net (udledt)", "Tabel 2:",
        "Mødereferat, afsnit 7: »KD-Net følger op«.",
    )]  # fmt: skip
    assert places == sorted(places)
    assert re.findall(r"Plads (\d+)", text)[4:] == [str(at) for at in range(1, 121)]


def test_headings_of_a_table_are_on_each_of_its_pages(pages: list[str]) -> None:
    with_rows = [page for page in pages if re.search(r"Plads \d+ ", page)]
    assert len(with_rows) >= 3
    for page in with_rows:
        assert re.search(r"Plads\s+Medlem\s+Udpeget af\s+Periode", page)


def test_pages_are_numbered(pages: list[str]) -> None:
    found = [re.search(r"Side (\d+) af (\d+)", page) for page in pages]
    numbers = [match.groups() for match in found if match]
    # LibreOffice gives the notes a page of their own, which has no foot.
    assert numbers == [(str(at), str(len(pages))) for at in range(1, len(pages))]


def test_marks_and_notes_have_the_same_numbers(pages: list[str]) -> None:
    text = " ".join(" ".join(pages).split())
    assert "refererer til KD-Net1,2" in re.sub(r"(?<=KD-Net) | (?=,)|(?<=,) ", "", text)
    assert "Én plads er ledig1" in re.sub(r"(?<=ledig) ", "", text)
    notes = " ".join(pages[-1].split())
    assert re.search(r"1 Kommissorium.*2 Mødereferat.*3 Vedtægt", notes)
