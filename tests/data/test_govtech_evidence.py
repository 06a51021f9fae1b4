"""What the data file rests on: each quotation against the document itself."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orggraph import Evidence, OrgGraph
from orggraph.evidence.claims import iter_claims
from orggraph.evidence.coverage import Coverage, ParagraphStatus, find_coverage
from orggraph.evidence.documents import Document
from orggraph.evidence.verify import EvidenceStatus, Sources
from tests.data.conftest import DATA

THOROUGH = settings(max_examples=300, deadline=None)


def test_everything_stated_has_evidence(org: OrgGraph) -> None:
    relations = (r for r in org.relations.values())
    bare = [r.id for r in relations if not r.evidence]
    bare += [seat.id for seat in org.seats.values() if not seat.evidence]
    bare += [node.id for node in org.nodes.values() for p in node.purposes if not p.evidence]
    assert bare == []


def test_every_node_rests_on_words_of_its_own_or_of_a_relation(org: OrgGraph) -> None:
    claimed = {claim.subject.split(":")[0] for claim in iter_claims(org)}
    assert set(org.nodes) <= claimed


def test_quotations_are_short(org: OrgGraph) -> None:
    long = [
        claim.evidence.quote
        for claim in iter_claims(org)
        if len(" ".join(claim.evidence.parts).split()) > 8
    ]
    assert long == []
    aside = [aside.quote for s in org.sources.values() for aside in s.set_aside]
    assert all(len(quote.split()) <= 8 for quote in aside)


def test_every_quotation_is_found_in_one_paragraph(org: OrgGraph, sources: Sources) -> None:
    statuses = {c.evidence.quote: sources.verify(c.evidence).status for c in iter_claims(org)}
    failed = {quote: s for quote, s in statuses.items() if s is not EvidenceStatus.VERIFIED}
    assert failed == {}
    assert len(statuses) > 60


def test_nothing_in_the_document_is_left_out(org: OrgGraph, sources: Sources) -> None:
    found: Coverage = find_coverage(org, sources, "organisering")
    left = [p.text for p in found.paragraphs if p.status is ParagraphStatus.UNCOVERED]
    assert left == []
    assert [p.number for p in found.paragraphs if p.status is ParagraphStatus.SET_ASIDE] == [5, 24]
    assert len(found.paragraphs) == 32


def test_the_check_finds_only_what_the_text_leaves_open(org: OrgGraph, source_file: Path) -> None:
    found = org.check({"organisering": str(source_file)})
    # Each of them read against the text: nothing says since when KD-Net's members sit, nor that
    # anyone hears the reference group, nor who fills the region's seat in it.
    assert [(p.code, p.severity, p.subjects[0]) for p in found.problems] == [
        ("G031", "note", "styregruppe/chair"),
        ("G031", "note", "styregruppe/specialist"),
        ("G001", "note", "følgegruppe"),
        ("G014", "note", "følgegruppe"),
    ]
    assert {k for k, n in found.evidence_counts.items() if n} == {"verified"}


def test_every_node_is_named_in_danish_and_english(org: OrgGraph) -> None:
    missing = [
        node.id
        for node in org.nodes.values()
        if not {"da", "en"} <= node.name.translations.keys()
        and not (node.kind == "person" and not node.collective)
    ]
    assert missing == []


def test_all_other_words_are_in_danish_and_english(org: OrgGraph) -> None:
    nodes = [t for n in org.nodes.values() for t in (n.title, n.classification, n.note)]
    purposes = [p.text for n in org.nodes.values() for p in n.purposes]
    seats = [t for s in org.seats.values() for t in (s.name, s.note)]
    relations = [r.note for r in org.relations.values()]
    reasons = [reason for r in org.relations.values() for _, reason in r.inferred]
    texts = [t for t in (*nodes, *purposes, *seats, *relations, *reasons, org.title) if t]
    assert [t.original for t in texts if not {"da", "en"} <= t.translations.keys()] == []
    assert len(texts) > 60


def test_the_document_itself_is_not_handed_on(document: Document) -> None:
    """The file quotes words; it never carries a whole paragraph."""
    text = " ".join(DATA.read_text(encoding="utf-8").split())
    whole = [p for p in document.paragraphs if len(p.split()) > 8 and p.strip(" •") in text]
    assert whole == []


@pytest.fixture(scope="session")
def quotes(org: OrgGraph) -> list[Evidence]:
    return [claim.evidence for claim in iter_claims(org)]


@THOROUGH
@given(data=st.data())
def test_a_changed_or_extra_letter_is_not_found(
    data: st.DataObject, quotes: list[Evidence], sources: Sources
) -> None:
    quote = data.draw(st.sampled_from(quotes)).quote
    letters = [i for i, c in enumerate(quote) if c.isalnum()]
    place = data.draw(st.sampled_from(letters))
    # A letter that Danish does not use within words, so that no other word comes of it.
    changed = data.draw(
        st.sampled_from(
            [quote[:place] + "q" + quote[place + 1 :], quote[:place] + "q" + quote[place:]]
        )
    )
    assert sources.verify(Evidence("organisering", changed)).status is EvidenceStatus.NOT_FOUND


@THOROUGH
@given(data=st.data())
def test_a_letter_left_out_is_not_found(
    data: st.DataObject, quotes: list[Evidence], sources: Sources
) -> None:
    quote = data.draw(st.sampled_from(quotes)).quote
    # A word of one letter may be left out at the beginning of a part; another letter never.
    start, end = data.draw(st.sampled_from([m.span() for m in re.finditer(r"\w{2,}", quote)]))
    place = data.draw(st.integers(start, end - 1))
    shorter = quote[:place] + quote[place + 1 :]
    assert sources.verify(Evidence("organisering", shorter)).status is EvidenceStatus.NOT_FOUND


@THOROUGH
@given(data=st.data())
def test_a_changed_or_extra_word_is_not_found(
    data: st.DataObject, quotes: list[Evidence], sources: Sources
) -> None:
    quote = data.draw(st.sampled_from(quotes)).quote
    words = quote.split()
    place = data.draw(st.sampled_from([i for i, w in enumerate(words) if any(map(str.isalnum, w))]))
    extra = data.draw(st.sampled_from(["næppe", "aldrig", "kongen"]))
    changed = data.draw(
        st.sampled_from(
            [
                [*words[:place], extra, *words[place + 1 :]],
                [*words[:place], extra, *words[place:]],
            ]
        )
    )
    status = sources.verify(Evidence("organisering", " ".join(changed))).status
    assert status is EvidenceStatus.NOT_FOUND
