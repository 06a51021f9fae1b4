import pytest

from orggraph.model import Evidence
from orggraph.source import Location


@pytest.mark.parametrize(
    ("text", "source", "parts"),
    [
        ("doc: a few words", "doc", ("a few words",)),
        ("  doc :  a \n few\twords ", "doc", ("a few words",)),
        ("doc: start … end", "doc", ("start", "end")),
        ("doc: start ... end", "doc", ("start", "end")),
        ("doc: start [...] end", "doc", ("start", "end")),
        ("doc: start [ … ] end", "doc", ("start", "end")),
        ("doc: … end", "doc", ("end",)),
        ("doc: a: b … c", "doc", ("a: b", "c")),
        ("doc: start…end", "doc", ("start", "end")),
    ],
)
def test_a_quotation_is_a_source_and_words(text: str, source: str, parts: tuple[str, ...]) -> None:
    evidence = Evidence.parse(text)
    assert evidence.source == source
    assert evidence.parts == parts
    assert Evidence.parse(str(evidence)) == evidence


@pytest.mark.parametrize("text", ["", "doc", "doc:", "doc:  ", ": words", "doc: …", "doc: [...]"])
def test_what_quotes_nothing_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        Evidence.parse(text)


def test_the_same_words_are_the_same_evidence_wherever_they_stand() -> None:
    here, there = (Evidence.parse("doc: words", Location("f", line, 0)) for line in (1, 2))
    assert here == there
    assert len({here, there}) == 1
    assert here.location != there.location
