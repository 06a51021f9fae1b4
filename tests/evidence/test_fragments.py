"""Links to the words themselves, and that a browser finds them."""

import html
import shutil
import subprocess
from pathlib import Path
from urllib.parse import unquote

import pytest

from orggraph.evidence.documents import Document
from orggraph.evidence.fragments import quote_fragment, text_fragment, with_fragment
from orggraph.evidence.matching import Span, find_quote, fold_text
from orggraph.model import Evidence
from tests.render.browser import CHROMIUM

PAGE = (
    "The board meets in May.",
    "The board, which meets in June, appoints a chair. The chair reports.",
    "Members - one, two & three - sit for 50% of the term; the chair reports in May.",
    "Bestyrelsen refererer til KD-netKommunaldirektørnetværket i regionen.",
    "Det resumé står her. Det resume står der, og på pa\N{COMBINING RING ABOVE} ny.",
    "The chair\N{NO-BREAK SPACE}reports to the men\N{SOFT HYPHEN}tor, and the chair reports.",
)


def fragment(quote: str, number: int) -> str:
    evidence = Evidence("d", quote)
    (span,) = (s for s in find_quote(evidence.parts, [fold_text(p) for p in PAGE])
               if s.paragraph == number)  # fmt: skip
    return text_fragment(Document("d", PAGE), evidence, span)


@pytest.mark.parametrize(
    ("quote", "number", "expected"),
    [
        ("appoints a chair", 1, "appoints a chair"),
        ("meets … June", 1, "meets,June"),
        ("one, two & three", 2, "one, two & three"),
        ("refererer til KD-net", 3, "refererer til KD-netKommunaldirektørnetværket"),
    ],
)
def test_a_fragment_has_the_documents_words(quote: str, number: int, expected: str) -> None:
    told = unquote(fragment(quote, number))
    assert told.startswith("#:~:text=")
    assert told.endswith(expected)


def test_what_divides_a_directive_is_encoded() -> None:
    assert fragment("one, two & three - sit", 2) == (
        "#:~:text=one%2C%20two%20%26%20three%20%2D%20sit"
    )
    assert quote_fragment(Evidence("d", "KD-net, a … b … c & d")) == (
        "#:~:text=KD%2Dnet%2C%20a,c%20%26%20d"
    )
    assert quote_fragment(Evidence("d", "på én")) == "#:~:text=p%C3%A5%20%C3%A9n"


def test_a_long_document_may_have_many_quotations() -> None:
    words = [f"word{n * 7919 % 4001}" for n in range(60_000)]
    page = tuple(" ".join(words[n : n + 60]) for n in range(0, len(words), 60))
    document = Document("d", page)
    # A document that was divided into words for each of them would keep this busy for minutes.
    for number in range(0, 1000, 5):
        quote = " ".join(page[number].split()[5:9])
        span = Span(number, page[number].index(quote), page[number].index(quote) + len(quote))
        assert quote in unquote(text_fragment(document, Evidence("d", quote), span))


def test_context_is_given_only_where_another_place_comes_first() -> None:
    assert fragment("meets in May", 0) == "#:~:text=meets%20in%20May"
    assert fragment("The board … chair", 1) == "#:~:text=May.-,The%20board,chair"


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://x.dk/a", "https://x.dk/a#:~:text=b"),
        ("HTTP://x.dk/a#part", "HTTP://x.dk/a#part:~:text=b"),
        ("urn:isbn:1", "urn:isbn:1"),
        ("javascript:alert(1)", "javascript:alert(1)"),
    ],
)
def test_only_the_address_of_a_page_gets_a_fragment(url: str, linked: str) -> None:
    assert with_fragment(url, "#:~:text=b") == linked


SHOW = """
<script>
setTimeout(() => { document.title = "at " + Math.round(scrollY / 3000); }, 1500);
</script>
"""


@pytest.mark.skipif(shutil.which("chromium") is None, reason="no browser")
@pytest.mark.parametrize(
    ("quote", "number"),
    [
        ("meets in June", 1),
        ("The board … chair", 1),
        ("one, two & three - sit", 2),
        ("the chair reports in May", 2),
        ("refererer til KD-net", 3),
        ("resume", 4),
        ("på ny", 4),
        ("The chair … the chair reports", 5),
        ("the mentor", 5),
        ("reports to the mentor, and … reports", 5),
    ],
)
def test_a_browser_goes_to_the_place(quote: str, number: int, tmp_path: Path) -> None:
    """Each paragraph stands 3000 pixels below the one before; the page tells where it is."""
    blocks = "".join(
        f"<p style='margin:0 0 2900px;height:100px'>{html.escape(p)}</p>" for p in PAGE
    )
    page = tmp_path / "page.html"
    page.write_text(
        f"<!doctype html><meta charset=utf-8><body style='margin:0'><p style='height:2900px;"
        f"margin:0 0 100px'></p>{blocks}<p style='height:3000px'></p>{SHOW}",
        encoding="utf-8",
    )
    dom = subprocess.run(
        ["chromium", *CHROMIUM, f"--user-data-dir={tmp_path / 'p'}", "--window-size=800,600",
         "--virtual-time-budget=4000", "--dump-dom", page.as_uri() + fragment(quote, number)],
        capture_output=True, check=True, timeout=60,
    ).stdout.decode()  # fmt: skip
    assert f"<title>at {number + 1}</title>" in dom


def test_a_url_that_leads_to_words_already_leads_to_these_alone() -> None:
    there = "https://example.org/page#:~:text=old%20words"
    assert with_fragment(there, "#:~:text=new") == "https://example.org/page#:~:text=new"
