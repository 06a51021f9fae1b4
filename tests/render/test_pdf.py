"""PDF against poppler's programs."""

import hashlib
import re
import subprocess
import sys

import pytest

from orggraph.errors import OrgGraphError
from orggraph.render.writers import write
from tests.render.conftest import Run
from tests.render.scenes import HOSTILE, hostile_scene, scene


def info(run: Run, pdf: bytes) -> dict[str, str]:
    lines = run("pdfinfo", "-f", "1", "-l", "9", "-", given=pdf).decode().splitlines()
    return {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in lines)}


def test_all_words_can_be_selected(run: Run) -> None:
    told = run("pdftotext", "-layout", "-", "-", given=write([scene()], "pdf")).decode()
    words = [text.words for card in scene().cards for text in card.texts]
    words += [text.words for route in scene().routes for text in route.label.texts if route.label]
    words += [entry.text.words for entry in scene().legend]
    words += [text.words for text in scene().texts]
    for line in words:
        assert line in told


def test_fonts_are_embedded(run: Run) -> None:
    lines = run("pdffonts", "-", given=write([scene()], "pdf")).decode().splitlines()[2:]
    assert {re.sub(r"^[A-Z]+\+", "", line.split()[0]) for line in lines} == {
        "OpenSans-Regular",
        "OpenSans-SemiBold",
    }
    assert all(re.search(r"yes\s+yes\s+yes", line) for line in lines)


def test_each_scene_is_a_page_as_large_as_its_paper(run: Run) -> None:
    pages = [scene(), scene(paper=(297.0, 210.0)), hostile_scene()]
    found = info(run, write(pages, "pdf"))
    assert found["Pages"] == "3"
    assert found["Page    1 size"] == "720 x 540 pts"
    assert found["Page    2 size"].startswith(("841.89 x 595.28", "841.89 x 595.276"))
    assert "JavaScript" not in found or found["JavaScript"] == "no"


def test_it_tells_its_title_and_language(run: Run) -> None:
    pdf = write([scene()], "pdf")
    found = info(run, pdf)
    assert found["Title"] == scene().title
    assert "CreationDate" not in found
    assert b"/Lang (da)" in pdf


def test_hostile_words_stay_words(run: Run) -> None:
    told = run("pdftotext", "-layout", "-", "-", given=write([hostile_scene()], "pdf")).decode()
    for words in HOSTILE:
        if words.isprintable() and words.isascii() and len(words) < 100:
            assert words in told


def test_every_process_writes_the_same_bytes() -> None:
    """The converter numbers objects by chance, afresh in each process."""
    code = (
        "import hashlib; from orggraph.render.writers import write; "
        "from tests.render.scenes import scene, hostile_scene; "
        "print(hashlib.sha256(write([scene(), hostile_scene()], 'pdf')).hexdigest())"
    )
    ours = hashlib.sha256(write([scene(), hostile_scene()], "pdf")).hexdigest()
    for _ in range(3):
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == ours


@pytest.mark.parametrize("package", ["svg2pdf_py", "pypdf"])
def test_without_the_extra_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(OrgGraphError, match=r"pip install 'orggraph\[pdf\]'"):
        write([scene()], "pdf")
