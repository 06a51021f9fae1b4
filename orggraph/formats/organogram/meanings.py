"""The relation types that organograms need, found by what they mean."""

from orggraph.vocabulary import REPORTING, core_vocabulary

_ORG = "http://www.w3.org/ns/org#"


class Meanings:
    """The ids of relation types of the core vocabulary, by the W3C ORG term that means the same."""

    def __init__(self) -> None:
        core = core_vocabulary()
        by_iri = {type_.iri: type_.id for type_ in core.types.values() if type_.iri}
        self.reports_to = by_iri[f"{_ORG}reportsTo"]
        assert core.types[self.reports_to].family == REPORTING
        self.holds = by_iri[f"{_ORG}holds"]
        self.part_of = by_iri[f"{_ORG}unitOf"]
        self.post_in = by_iri[f"{_ORG}postIn"]
        (self.employed_by,) = core.types_of(trait="employment")
