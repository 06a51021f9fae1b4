"""What is said of XML and of the formats of graphs."""

from orggraph.words.entries import Phrase, ProblemText, error, note

PHRASES: dict[str, Phrase] = {
    # Types that a file gets for edges whose meaning is unknown
    "graph.family": ("other", "andet"),
    "graph.linked": ("is linked to", "er forbundet med"),
    "graph.inside": ("is drawn inside", "er tegnet inde i"),
    "graph.link-called": ("link: {words}", "forbindelse: {words}"),
    "graph.other-way": ("{words} (the other way)", "{words} (den anden vej)"),
}
PROBLEMS: dict[str, ProblemText] = {
    # XML
    "xml-syntax": error(
        "X401",
        "not XML: {reason}; save the file again from the program that wrote it",
        "ikke XML: {reason}; gem filen igen fra det program, der skrev den",
    ),
    "xml-doctype": error(
        "X402",
        "a document type (<!DOCTYPE …>) is not read, since it may expand or fetch other files; "
        "delete it",
        "en dokumenttype (<!DOCTYPE …>) læses ikke, da den kan svulme op eller hente andre filer; "
        "slet den",
    ),
    "xml-too-many": error(
        "X403",
        "more than {limit} elements and attributes; divide the file into several",
        "mere end {limit} elementer og attributter; del filen i flere",
    ),
    "xml-encoding": error(
        "X404",
        "the encoding that the file declares is not understood ({reason}); save it as UTF-8",
        "tegnsættet, som filen angiver, kan ikke læses ({reason}); gem den som UTF-8",
    ),
    "xml-defaults": error(
        "X405",
        "the defaults of attributes are too many or too long to be given to every node and edge; "
        "delete those that nobody needs",
        "attributternes standardværdier er for mange eller for lange til, at hver knude og kant "
        "kan få dem; slet dem, som ingen har brug for",
    ),
    # Graphs
    "not-this-format": error(
        "X411",
        "this is no {format}: {expected} is missing; name the format with --from",
        "dette er ikke {format}: {expected} mangler; angiv formatet med --from",
    ),
    "node-without-id": error(
        "X412",
        "this node or edge lacks '{key}', by which others find it; add it",
        "knuden eller kanten mangler '{key}', som andre henviser til; tilføj det",
    ),
    "edge-type-added": note(
        "X421",
        "what these edges mean is not known; they are kept as relations of that name, and count in "
        "no line of reporting: {words}",
        "det vides ikke, hvad disse kanter betyder; de er bevaret som relationer af det navn og "
        "tæller ikke med i nogen rapporteringslinje: {words}",
    ),
    "edge-names-many": note(
        "X423",
        "the edges have {count} different names, too many to be types of relations; each is kept "
        "as a note of its relation",
        "kanterne har {count} forskellige navne, for mange til at være typer af relationer; hvert "
        "navn er bevaret som note til sin relation",
    ),
    "node-kind-guessed": note(
        "X422",
        "the file does not say what these nodes are; taken as '{kind}': {count}, such as "
        "'{example}'",
        "filen siger ikke, hvad disse knuder er; opfattet som '{kind}': {count}, for "
        "eksempel '{example}'",
    ),
}
