"""Evidence: what statements rest on, held against the documents themselves."""

from orggraph.evidence.claims import Claim, iter_claims
from orggraph.evidence.coverage import (
    Coverage,
    ParagraphCoverage,
    ParagraphStatus,
    find_coverage,
)
from orggraph.evidence.documents import Document, read_document
from orggraph.evidence.verify import EvidenceStatus, Sources, Verification

__all__ = [
    "Claim",
    "Coverage",
    "Document",
    "EvidenceStatus",
    "ParagraphCoverage",
    "ParagraphStatus",
    "Sources",
    "Verification",
    "find_coverage",
    "iter_claims",
    "read_document",
]
