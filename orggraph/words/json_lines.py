"""What is said of JSON Lines."""

from orggraph.words.entries import Phrase, ProblemText, error

PHRASES: dict[str, Phrase] = {}
PROBLEMS: dict[str, ProblemText] = {
    "not-a-line": error(
        "X601",
        "each line is an object with one key, graph, node, seat or relation, that has an object; "
        "found: {found}",
        "hver linje er et objekt med én nøgle, graph, node, seat eller relation, som indeholder et "
        "objekt; fandt: {found}",
    ),
    "line-cut": error(
        "X602",
        "the line ends before its object does; write each object on one line",
        "linjen slutter, før dens objekt gør; skriv hvert objekt på én linje",
    ),
    "line-goes-on": error(
        "X603",
        "something follows the object of this line; give each object a line of its own",
        "der følger noget efter linjens objekt; giv hvert objekt sin egen linje",
    ),
    "line-too-long": error(
        "X604",
        "a line of more than {limit} characters; is there one object a line?",
        "en linje på over {limit} tegn; står der ét objekt på hver linje?",
    ),
    "head-not-first": error(
        "X605",
        "the line 'graph' is about the whole, and must be the first and the only one",
        "linjen 'graph' gælder det hele og skal være den første og den eneste",
    ),
    "line-of-its-own": error(
        "X606",
        "'{key}' cannot stand here; give each node, seat and relation a line of its own",
        "'{key}' kan ikke stå her; giv hver knude, plads og relation sin egen linje",
    ),
}
