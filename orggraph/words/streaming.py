"""What is said of files that are too large to be held in memory."""

from orggraph.words.entries import Phrase, ProblemText, error

PHRASES: dict[str, Phrase] = {
    "converting": ("Converting", "Konverterer"),
    "no-scratch": (
        "the temporary database that large tables go through failed ({reason}); is there room on "
        "the disk of temporary files?",
        "den midlertidige database, som store tabeller går igennem, fejlede ({reason}); er der "
        "plads på disken til midlertidige filer?",
    ),
    "too-large-for": (
        "'{path}' is too large to be converted to {format} (limit {limit} MB), which is written "
        "from the whole graph in memory; formats without a limit: {known}",
        "'{path}' er for stor til at blive konverteret til {format} (grænse {limit} MB), som "
        "skrives ud fra hele grafen i hukommelsen; formater uden grænse: {known}",
    ),
}
PROBLEMS: dict[str, ProblemText] = {
    "more-problems": error(
        "X050",
        "and more problems than are told here: {count}",
        "der er flere problemer end dem, der er vist her: {count}",
    ),
}
