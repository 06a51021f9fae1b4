"""What is said of tables that are kept as Parquet."""

from orggraph.words.entries import Phrase, ProblemText, error

PHRASES: dict[str, Phrase] = {
    "parquet-extra-missing": (
        "Parquet needs one more package: pip install 'orggraph[parquet]'",
        "Parquet kræver en pakke mere: pip install 'orggraph[parquet]'",
    ),
    "two-kinds-of-tables": (
        "'{path}' has tables both as CSV and as Parquet ('{table}'); move one kind elsewhere, or "
        "name the format with --from",
        "'{path}' har tabeller både som CSV og som Parquet ('{table}'); flyt den ene slags et "
        "andet sted hen, eller angiv formatet med --from",
    ),
}
PROBLEMS: dict[str, ProblemText] = {
    "parquet-library-missing": error(
        "X151",
        "'{path}' needs one more package to be read: pip install 'orggraph[parquet]'",
        "'{path}' kræver en pakke mere for at kunne læses: pip install 'orggraph[parquet]'",
    ),
    "parquet-broken": error(
        "X152",
        "'{path}' cannot be read as Parquet; it is damaged, or its end is missing",
        "'{path}' kan ikke læses som Parquet; den er beskadiget, eller slutningen mangler",
    ),
    "nested-column": error(
        "X153",
        "the column '{heading}' has lists or structures where one text is expected; write one "
        "value a cell",
        "kolonnen '{heading}' har lister eller strukturer, hvor der skulle være én tekst; skriv én "
        "værdi i hver celle",
    ),
    "cell-not-text": error(
        "X154",
        "the bytes in this cell are no text in UTF-8; write it again as text",
        "bytene i denne celle er ikke tekst i UTF-8; skriv den igen som tekst",
    ),
    "edges-not-read": error(
        "X155",
        "'{path}' is a copy of all relations for other programs, derived ones too; read the "
        "directory with nodes.parquet and relations.parquet",
        "'{path}' er en kopi af alle relationer til andre programmer, også de afledte; læs mappen "
        "med nodes.parquet og relations.parquet",
    ),
    "too-much-for-memory": error(
        "X156",
        "'{path}' unpacks to more than {limit} MB of tables, too much for memory; convert it to "
        "a format that is written a row at a time: {known}",
        "'{path}' fylder udpakket over {limit} MB tabeller, for meget til hukommelsen; konvertér "
        "den til et format, der skrives en række ad gangen: {known}",
    ),
}
