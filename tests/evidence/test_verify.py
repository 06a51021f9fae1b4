"""What becomes of quotations, and what of a document they cover."""

from collections.abc import Callable
from pathlib import Path

import pytest

from orggraph.errors import OrgGraphError
from orggraph.evidence.claims import iter_claims
from orggraph.evidence.coverage import ParagraphStatus, find_coverage
from orggraph.evidence.verify import EvidenceStatus, Sources
from orggraph.model import Evidence, Graph
from orggraph.source import Problem
from tests.evidence.conftest import MakeSources

TEXT = """\
Alpha is a body, and it exists just to exist.

A reports to B. B appoints one member; P is the member.

Not for us.

Nobody has read this. A reports to C.
"""


def test_a_quotation_is_found_missing_or_ambiguous(make_sources: MakeSources) -> None:
    sources = make_sources(TEXT)
    verified = sources.verify(Evidence("d", "reports to B"))
    assert (verified.status, verified.paragraph) == (EvidenceStatus.VERIFIED, 2)
    missing = sources.verify(Evidence("d", "B appoints two members"))
    assert (missing.status, missing.paragraph, missing.closest) == (
        EvidenceStatus.NOT_FOUND, None, 1,
    )  # fmt: skip
    several = sources.verify(Evidence("d", "a reports to"))
    assert (several.status, several.paragraph) == (EvidenceStatus.AMBIGUOUS, None)
    assert [span.paragraph for span in several.spans] == [1, 3]


@pytest.mark.parametrize("text", [None, "Århus: reports to B".encode("cp1252"), b"\xff\xfea\x00"])
def test_a_document_that_is_not_at_hand_leaves_its_quotations_unchecked(
    make_sources: MakeSources, text: bytes | None
) -> None:
    sources = make_sources(text)
    found = sources.verify(Evidence("d", "reports to B"))
    assert (found.status, found.spans) == (EvidenceStatus.UNCHECKED, ())
    assert isinstance(sources.document("d"), Problem)


def test_a_source_without_a_file_leaves_its_quotations_unchecked(
    make_sources: MakeSources,
) -> None:
    sources = make_sources(TEXT)
    assert sources.document("bare") is None
    assert sources.verify(Evidence("bare", "x")).status is EvidenceStatus.UNCHECKED


def test_an_empty_document_has_nothing(make_sources: MakeSources) -> None:
    found = make_sources("").verify(Evidence("d", "a"))
    assert (found.status, found.closest) == (EvidenceStatus.NOT_FOUND, None)


def test_a_file_named_by_the_user_comes_before_that_of_the_data(
    make_graph: Callable[..., Graph], tmp_path: Path
) -> None:
    other = tmp_path / "other.html"
    other.write_text("<p>A reports to B</p>", encoding="utf-8")
    sources = Sources(make_graph(), {"d": str(other), "bare": str(other)})
    assert sources.verify(Evidence("d", "reports to B")).status is EvidenceStatus.VERIFIED
    assert sources.verify(Evidence("bare", "reports to B")).status is EvidenceStatus.VERIFIED
    with pytest.raises(OrgGraphError, match=r"no source 'x'; sources: bare, d"):
        Sources(make_graph(), {"x": str(other)})


def test_a_document_is_read_once(make_sources: MakeSources, tmp_path: Path) -> None:
    sources = make_sources(TEXT)
    before = sources.document("d")
    (tmp_path / "d.txt").unlink()
    assert sources.document("d") is before


def test_every_quotation_is_claimed_once_with_what_rests_on_it(
    make_graph: Callable[..., Graph],
) -> None:
    claims = list(iter_claims(make_graph()))
    assert [(claim.subject, claim.evidence.quote) for claim in claims] == [
        ("a", "Alpha is a body"),
        ("a", "it exists … to exist"),
        ("a/s", "B appoints one member"),
        ("a:reports_to:b", "reports to B"),
        ("a:reports_to:b", "nobody knows"),
        ("p:member_of:a:s", "P is the member"),
    ]
    assert [claim.location for claim in claims] == [c.evidence.location for c in claims]
    assert all(claim.location for claim in claims)
    assert len({claim.location for claim in claims}) == len(claims)


def test_coverage_tells_what_rests_on_each_paragraph(
    make_graph: Callable[..., Graph], make_sources: MakeSources
) -> None:
    sources = make_sources(TEXT)
    found = find_coverage(make_graph(), sources, "d")
    rows = [(p.number, p.status, p.rests_on) for p in found.paragraphs]
    assert rows == [
        (1, ParagraphStatus.COVERED, ("a",)),
        (2, ParagraphStatus.COVERED, ("a/s", "a:reports_to:b", "p:member_of:a:s")),
        (3, ParagraphStatus.SET_ASIDE, ()),
        (4, ParagraphStatus.UNCOVERED, ()),
    ]
    assert found.paragraphs[2].reason is not None
    assert found.paragraphs[2].reason.in_language("da") == "et andet sted"
    assert found.paragraphs[3].text == "Nobody has read this. A reports to C."
    assert [found.tally(status) for status in ParagraphStatus] == [2, 1, 1]


def test_an_ambiguous_quotation_covers_nothing(
    make_graph: Callable[..., Graph], make_sources: MakeSources
) -> None:
    text = "A reports to B.\n\nIt reports to B, too, and is\n\nNot for us: P is the member"
    found = find_coverage(make_graph(), make_sources(text), "d")
    assert [p.status.value for p in found.paragraphs] == ["uncovered", "uncovered", "covered"]


@pytest.mark.parametrize(
    ("source", "text", "key", "words"),
    [
        ("x", TEXT, "no-such-source", ("bare, d", "bare, d")),
        ("bare", TEXT, "source-without-file", ("--source bare=FILE", "--source bare=FIL")),
        ("d", None, "source-unreadable", ("d.txt; give it", "d.txt; angiv det")),
        ("d", b"\xe5", "source-unreadable", ("save it again as UTF-8", "gem den igen som UTF-8")),
    ],
)
def test_coverage_of_what_is_not_at_hand_is_refused_in_the_language_asked_for(
    make_graph: Callable[..., Graph],
    make_sources: MakeSources,
    source: str,
    text: str | bytes | None,
    key: str,
    words: tuple[str, str],
) -> None:
    with pytest.raises(OrgGraphError) as caught:
        find_coverage(make_graph(), make_sources(text), source)
    assert caught.value.key == key
    assert words[0] in caught.value.message("en")
    assert words[1] in caught.value.message("da")
