"""What is said of the store: a graph in one SQLite file."""

from orggraph.words.entries import Phrase, ProblemText, error

PHRASES: dict[str, Phrase] = {
    "damaged-store": (
        "'{path}' is damaged: {reason}; convert the data again",
        "'{path}' er beskadiget: {reason}; konvertér dataene igen",
    ),
    "garbled-store": (
        "'{path}' says what no store of orggraph says; convert the data again",
        "'{path}' siger noget, som intet lager fra orggraph siger; konvertér dataene igen",
    ),
    "store-in-directory": (
        "there is no data file in '{path}', but a store; name the store itself: {store}",
        "der er ingen datafil i '{path}', men et lager; angiv selve lageret: {store}",
    ),
    "verifying": ("Verifying", "Efterprøver"),
    "store-from-pipe": (
        "'{path}' is a store, which can only be opened as a file; save it with the ending .orgdb, "
        "and name that file",
        "'{path}' er et lager, som kun kan åbnes som fil; gem det med endelsen .orgdb, og angiv "
        "den fil",
    ),
}
PROBLEMS: dict[str, ProblemText] = {
    "no-store": error(
        "X060",
        "'{path}' is no store of orggraph, whatever its name; 'orggraph convert' makes one",
        "'{path}' er ikke et lager fra orggraph, uanset navnet; 'orggraph convert' laver et",
    ),
    "newer-store": error(
        "X061",
        "'{path}' is a store of version {version}, and this orggraph knows versions up to {known}; "
        "update orggraph, or convert the data again",
        "'{path}' er et lager i version {version}, og denne orggraph kender versioner til og med "
        "{known}; opdatér orggraph, eller konvertér dataene igen",
    ),
    "cut-store": error(
        "X062",
        "'{path}' is not whole: it has {size} bytes in place of {expected}; copy it again, or "
        "convert the data again",
        "'{path}' er ikke hel: den har {size} byte i stedet for {expected}; kopiér den igen, eller "
        "konvertér dataene igen",
    ),
    "changed-store": error(
        "X063",
        "'{path}' is no longer as it was written: it is damaged, or somebody has changed it; "
        "convert the data again",
        "'{path}' er ikke længere, som den blev skrevet: den er beskadiget, eller nogen har ændret "
        "den; konvertér dataene igen",
    ),
}
