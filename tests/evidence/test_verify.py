"""What becomes of quotations, and what of a document they cover."""

from collections.abc import Callable
from pathlib import Path

import pytest

from orggraph.errors import OrgGraphError
from orggraph.evidence.claims import iter_claims
from orggraph.evidence.coverage import ParagraphStatus, find_coverage, merge_stretches
from orggraph.evidence.verify import EvidenceStatus, Sources
from orggraph.model import Evidence, Graph
from orggraph.source import Problem
from tests.conftest import LoadText
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


def test_a_verified_quotation_tells_its_characters(make_sources: MakeSources) -> None:
    sources = make_sources(TEXT)
    found = sources.verify(Evidence("d", "B appoints … THE member"))
    assert found.span is not None
    paragraph = "A reports to B. B appoints one member; P is the member."
    assert paragraph[found.span.start : found.span.end] == "B appoints one member; P is the member"
    assert sources.verify(Evidence("d", "a reports to")).span is None


def test_coverage_tells_where_each_thing_rests(
    make_graph: Callable[..., Graph], make_sources: MakeSources
) -> None:
    found = find_coverage(make_graph(), make_sources(TEXT), "d")
    first, second = found.paragraphs[:2]
    told = [(s.id, s.kind.value, [first.text[a:b] for a, b in s.places]) for s in first.subjects]
    assert told == [
        ("a", "node", ["Alpha is a body"]),
        ("a", "purpose", ["it exists just to exist"]),
    ]
    assert first.subjects[1].text is not None
    assert first.subjects[1].text.original == "To exist"
    assert [s.kind.value for s in second.subjects] == ["seat", "relation", "member"]
    quoted = [second.text[a:b] for a, b in second.quoted]
    assert quoted == ["reports to B", "B appoints one member", "P is the member"]
    assert found.paragraphs[3].quoted == ()


def test_an_ambiguous_quotation_is_shown_where_it_may_belong(
    make_graph: Callable[..., Graph], make_sources: MakeSources
) -> None:
    text = "A reports to B.\n\nIt reports to B, too"
    found = find_coverage(make_graph(), make_sources(text), "d")
    for paragraph, place in zip(found.paragraphs, ((2, 14), (3, 15)), strict=True):
        assert paragraph.subjects == ()
        assert [(c.id, c.places) for c in paragraph.candidates] == [("a:reports_to:b", (place,))]


def test_words_that_several_paragraphs_have_set_none_aside(
    make_graph: Callable[..., Graph], make_sources: MakeSources
) -> None:
    found = find_coverage(make_graph(), make_sources("Not for us\n\nNot for us either"), "d")
    assert found.tally(ParagraphStatus.SET_ASIDE) == 0


def test_the_share_accounted_for_is_exact(
    make_graph: Callable[..., Graph], make_sources: MakeSources
) -> None:
    found = find_coverage(make_graph(), make_sources(TEXT), "d")
    assert found.percent == 75
    assert find_coverage(make_graph(), make_sources(""), "d").percent == 100
    third = find_coverage(make_graph(), make_sources("Not for us\n\nx\n\ny"), "d").percent
    assert third * 3 == 100


@pytest.mark.parametrize(
    ("stretches", "merged"),
    [
        ([], ()),
        ([(3, 5), (0, 2)], ((0, 2), (3, 5))),
        ([(0, 4), (1, 2), (4, 6)], ((0, 6),)),
    ],
)
def test_stretches_that_touch_are_one(
    stretches: list[tuple[int, int]], merged: tuple[tuple[int, int], ...]
) -> None:
    assert merge_stretches(stretches) == merged


def test_a_recorded_hash_tells_whether_the_document_changed(
    make_graph: Callable[..., Graph], make_sources: MakeSources, load_text: LoadText, tmp_path: Path
) -> None:
    (tmp_path / "d.txt").write_bytes(b"abc")
    known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"  # of FIPS 180-2
    data = "sources: {{d: {{title: D, file: d.txt, sha256: {hash}}}}}"
    for hash_, changed in ((known, False), (known.upper(), False), ("0" * 64, True)):
        graph = load_text(data.format(hash=hash_))
        found = find_coverage(graph, Sources(graph), "d")
        assert (found.sha256, found.is_changed) == (known, changed)
    assert find_coverage(make_graph(), make_sources("abc"), "d").is_changed is None
