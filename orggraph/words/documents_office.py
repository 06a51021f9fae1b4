"""What is wrong with reports for Word and as PDF."""

from orggraph.words.entries import Phrase

PHRASES: dict[str, Phrase] = {
    "report-extra-missing": (
        "reports as {format} need two more packages: pip install 'orggraph[report]'",
        "rapporter i {format} kræver to pakker mere: pip install 'orggraph[report]'",
    ),
    "no-word-file": (
        "it is no Word document, is damaged or is locked with a password; name a .docx or .dotx "
        "that Word opens",
        "den er ikke et Word-dokument, er beskadiget eller er låst med en adgangskode; angiv en "
        ".docx eller .dotx, som Word kan åbne",
    ),
    "pdf-not-set": (
        "the PDF cannot be made: {reason}; write .docx or .html, and tell us",
        "PDF-filen kan ikke dannes: {reason}; skriv .docx eller .html, og giv os besked",
    ),
}
