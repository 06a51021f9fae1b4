"""What is said of JSON, Popolo and FollowTheMoney."""

from orggraph.words.entries import Phrase, ProblemText, error

PHRASES: dict[str, Phrase] = {
    # What a reader did not understand; each stands before a number and an example
    "gap.said-twice": (
        "the same said again in '{name}'",
        "det samme sagt igen i '{name}'",
    ),
    "gap.nameless": (
        "things without a name in '{name}', called by their ids",
        "elementer uden navn i '{name}', der har fået deres id som navn",
    ),
}
PROBLEMS: dict[str, ProblemText] = {
    # What breaks JSON's syntax
    "json-value": error(
        "X201",
        "not JSON: expected here is a text in double quotes, a number, true, false, null, [ or {{",
        "ikke JSON: her ventes en tekst i dobbelte anførselstegn, et tal, true, false, null, [ "
        "eller {{",
    ),
    "json-key": error(
        "X202",
        "not JSON: expected here is a key in double quotes",
        "ikke JSON: her ventes en nøgle i dobbelte anførselstegn",
    ),
    "json-colon": error(
        "X203",
        "not JSON: a colon is missing between a key and its value",
        "ikke JSON: der mangler et kolon mellem en nøgle og dens værdi",
    ),
    "json-comma": error(
        "X204",
        "not JSON: a comma or a closing {close} is missing before this",
        "ikke JSON: her foran mangler et komma eller et afsluttende {close}",
    ),
    "json-comma-last": error(
        "X205",
        "not JSON: nothing follows the comma before this; remove the comma",
        "ikke JSON: der følger intet efter kommaet her foran; fjern kommaet",
    ),
    "json-quote": error(
        "X206",
        "not JSON: this text is not closed on its line; write \\n for a line break",
        "ikke JSON: teksten slutter ikke på sin linje; skriv \\n for et linjeskift",
    ),
    "json-control": error(
        "X207",
        "not JSON: a tab or another control character stands in this text; write \\t for a tab",
        "ikke JSON: der står en tabulator eller et andet kontroltegn i teksten; skriv \\t for en "
        "tabulator",
    ),
    "json-escape": error(
        "X208",
        "not JSON: this is no escape; write a backslash twice",
        "ikke JSON: dette er ikke en undvigesekvens; skriv omvendt skråstreg to gange",
    ),
    "json-no-number": error(
        "X209",
        "JSON has no NaN and no infinity; write null, or leave the value out",
        "JSON har hverken NaN eller uendelig; skriv null, eller udelad værdien",
    ),
    "json-cut": error(
        "X210",
        "the file ends too early; closing brackets are missing, or part of it got lost",
        "filen slutter for tidligt; der mangler slutparenteser, eller en del er gået tabt",
    ),
    "json-goes-on": error(
        "X211",
        "the file goes on after its end; it should hold one value",
        "filen fortsætter efter sin slutning; den bør kun indeholde én værdi",
    ),
    "json-surrogate": error(
        "X212",
        "this text has half a character (\\uD800 to \\uDFFF alone); write the whole character",
        "teksten har et halvt tegn (\\uD800 til \\uDFFF alene); skriv hele tegnet",
    ),
    "popolo-nothing": error(
        "X220",
        "nothing of Popolo is here; expected are lists such as 'persons', 'organizations', "
        "'posts' and 'memberships'",
        "her er intet fra Popolo; der skulle være lister som 'persons', 'organizations', 'posts' "
        "og 'memberships'",
    ),
    "json-kind": error(
        "X221",
        "'{kind}' is no kind of node; write person, organisation, body or post",
        "'{kind}' er ikke en art; skriv person, organisation, body eller post",
    ),
    "ftm-nothing": error(
        "X230",
        "the file is empty; expected are entities, each with 'id', 'schema' and 'properties'",
        "filen er tom; der skulle være entiteter, hver med 'id', 'schema' og 'properties'",
    ),
}
