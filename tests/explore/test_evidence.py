"""Quotations with their paragraph, and the words marked as a browser counts."""

from orggraph import OrgGraph
from orggraph.explore.evidence import tell_evidence
from orggraph.model import Evidence
from orggraph.reports.teller import Teller


def tell(graph: OrgGraph, source: str, quote: str, language: str = "da") -> dict[str, object]:
    (told,) = tell_evidence(Teller(graph, language), [Evidence(source, quote)])
    return told


def marked(told: dict[str, object]) -> list[str]:
    """Return the marked words, cut out in units of UTF-16 as JavaScript does."""
    units = str(told["text"]).encode("utf-16-le")
    marks: list[tuple[int, int]] = told["marks"]  # type: ignore[assignment]
    return [units[2 * start : 2 * end].decode("utf-16-le") for start, end in marks]


def test_the_words_are_marked_in_their_paragraph(island: OrgGraph) -> None:
    told = tell(island, "vedtaegt", "udpeger formanden")
    assert told["paragraph"] == 1
    assert told["text"] == "Byen \N{PALM TREE} udpeger formanden for rådet."
    assert marked(told) == ["udpeger formanden"]
    assert (told["status"], told["status_label"]) == ("verified", "fundet i kilden")
    assert (told["title"], told["source"]) == ("Vedtægten", "vedtaegt")


def test_each_part_of_a_quotation_is_marked(island: OrgGraph) -> None:
    told = tell(island, "vedtaegt", "Rådet … TIL kommunen", "en")
    assert marked(told) == ["Rådet", "til kommunen"]
    assert told["title"] == "The statutes"


def test_what_is_not_found_has_no_paragraph(island: OrgGraph) -> None:
    told = tell(island, "brev", "står her ikke")
    assert (told["status"], told["paragraph"], told["text"]) == ("not_found", None, None)
    assert told["marks"] == []


def test_what_stands_in_two_places_is_in_none(island: OrgGraph) -> None:
    told = tell(island, "vedtaegt", "rådet")
    assert (told["status"], told["text"]) == ("ambiguous", None)


def test_addresses_are_of_the_web_only(island: OrgGraph) -> None:
    assert str(tell(island, "vedtaegt", "Åse Møller")["href"]).startswith(
        "https://example.org/vedtaegt#:~:text="
    )
    assert tell(island, "brev", "Et brev")["href"] is None


def test_a_source_that_is_not_at_hand_is_said_to_be_so(island: OrgGraph) -> None:
    from orggraph.evidence.verify import Sources

    sources = Sources(island, {"vedtaegt": "nowhere.txt"})
    quote = Evidence("vedtaegt", "udpeger")
    (told,) = tell_evidence(Teller(island, "en", sources), [quote])
    assert told["status"] == "unchecked"
    assert told["status_label"] == "not checked: the source is not at hand"
