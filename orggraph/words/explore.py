"""Words of the page that explores a graph, as far as what answers it says them."""

from orggraph.words.entries import Phrase

PHRASES: dict[str, Phrase] = {
    # The command
    "explore-serving": (
        "The page is at {address}. Only this machine can open it; stop with Ctrl-C.",
        "Siden findes på {address}. Kun denne maskine kan åbne den; stop med Ctrl-C.",
    ),
    "explore-port-taken": (
        "port {port} cannot be used: {reason}; name another with --port, or leave it out",
        "port {port} kan ikke bruges: {reason}; angiv en anden med --port, eller udelad det",
    ),
    "explore-port-in-use": (
        "another program uses it",
        "et andet program bruger den",
    ),
    "explore-bad-port": (
        "'{text}' is no port; write a whole number from 0 to 65535",
        "'{text}' er ikke en port; skriv et helt tal fra 0 til 65535",
    ),
    "explore-depth-alone": (
        "--depth needs a node to begin at; name one with --around",
        "--depth kræver en knude at begynde ved; angiv en med --around",
    ),
    "explore-too-deep": (
        "a depth of {depth} is too much; the page shows up to {most} relations away from a node",
        "en dybde på {depth} er for stor; siden viser højst {most} relationer væk fra en knude",
    ),
    "explore-making": ("Making the page", "Laver siden"),
    "explore-written": (
        "{path}: nodes: {nodes}, pictures: {scenes}, size: {size} MB",
        "{path}: knuder: {nodes}, billeder: {scenes}, størrelse: {size} MB",
    ),
    "explore-no-html": (
        "'{path}' is to be a page; let its name end in .html",
        "'{path}' skal være en side; lad navnet ende på .html",
    ),
    "explore-too-many-for-file": (
        "a page in one file has room for {most} nodes, and these are {count}; narrow it with "
        "--around NODE --depth N, or leave -o out, and the page is served",
        "en side i én fil har plads til {most} knuder, og her er {count}; indsnævr med "
        "--around NODE --depth N, eller udelad -o, så serveres siden",
    ),
    "explore-needs": (
        "This page needs a browser of 2023 or later in which scripts may run; a preview in a mail "
        "program is not enough",
        "Siden kræver en browser fra 2023 eller senere, hvor scripts må køre; en forhåndsvisning "
        "i et mailprogram er ikke nok",
    ),
    # What cannot be shown
    "explore-bad-value": (
        "'{value}' is no {what}; known: {choices}",
        "'{value}' kan ikke bruges som {what}; kendte: {choices}",
    ),
    "explore-bad-path": (
        "'{value}' is no path; name two nodes with a comma between them",
        "'{value}' er ikke en sti; angiv to knuder med komma imellem",
    ),
    "explore-missing": (
        "the question lacks '{what}'",
        "spørgsmålet mangler '{what}'",
    ),
    "explore-no-relation": (
        "there is no relation '{id}' in what is shown",
        "der er ingen relation '{id}' i det, der vises",
    ),
    "explore-too-many": (
        "{count} cards are too many for one picture, which has room for {most}; look at what is "
        "around a node instead",
        "{count} kort er for mange til ét billede, som har plads til {most}; se i stedet på det, "
        "der er omkring en knude",
    ),
    "explore-too-many-around": (
        "that would be {count} cards or more, and one picture has room for {most}; choose a "
        "smaller depth, one side, or fewer families",
        "det ville blive {count} kort eller flere, og ét billede har plads til {most}; vælg en "
        "mindre dybde, én side eller færre familier",
    ),
    "explore-too-large-to-check": (
        "The data is too large to be checked while you wait: 'orggraph check' does it.",
        "Data er for store til at blive kontrolleret, mens du venter: det gør 'orggraph check'.",
    ),
    "explore-more-rows": (
        "The first {most} are shown; there are more.",
        "De første {most} er vist; der er flere.",
    ),
    # What is told
    "explore-untitled": ("Organisation", "Organisation"),
    "explore-theme-light": ("Light", "Lyst"),
    "explore-theme-dark": ("Dark", "Mørkt"),
    "explore-theme-print": ("Print", "Tryk"),
    "explore-evidence-verified": ("found in the source", "fundet i kilden"),
    "explore-evidence-not-found": ("not found in the source", "ikke fundet i kilden"),
    "explore-evidence-ambiguous": (
        "found in several places",
        "fundet flere steder",
    ),
    "explore-evidence-unchecked": (
        "not checked: the source is not at hand",
        "ikke kontrolleret: kilden er ikke ved hånden",
    ),
}
