"""Words of the command line: what people type, help, and what was written."""

from orggraph.words.entries import Phrase

PHRASES: dict[str, Phrase] = {
    # What people type
    "no-date": (
        "'{words}' is no date; write 2025, 2025-03 or 2025-03-01",
        "'{words}' er ingen dato; skriv 2025, 2025-03 eller 2025-03-01",
    ),
    "no-source-file": (
        "'{words}' is not ID=FILE, such as organisering=text.txt",
        "'{words}' er ikke ID=FIL, som organisering=tekst.txt",
    ),
    "no-sources": (
        "the data names no document; write one under the heading 'sources'",
        "data angiver intet dokument; skriv et under overskriften 'sources'",
    ),
    "name-a-source": (
        "name the source to show; sources: {known}",
        "angiv den kilde, der skal vises; kilder: {known}",
    ),
    "no-relation-named": (
        "name a relation; types: {types}",
        "angiv en relation; typer: {types}",
    ),
    "no-such-command": (
        "there is no command '{command}'",
        "der er ingen kommando '{command}'",
    ),
    "no-such-option": ("there is no option {option}", "der er intet tilvalg {option}"),
    "option-too-early": (
        "{option} belongs after the command",
        "{option} skal stå efter kommandoen",
    ),
    "option-unused": (
        "'orggraph {command}' has no use for {option} here; leave it out",
        "'orggraph {command}' kan ikke bruge {option} her; udelad det",
    ),
    "option-without-picture": (
        "{option} is for a picture; name a file to draw into, such as -o changes.svg",
        "{option} gælder et billede; angiv en fil at tegne i, for eksempel -o changes.svg",
    ),
    "value-missing": ("{option} needs a value", "{option} mangler en værdi"),
    "option-for-node": (
        "'{words}' is an option, and the name of a node is expected here",
        "'{words}' er et tilvalg, men her ventes navnet på en knude",
    ),
    "value-unwanted": ("{option} takes no value", "{option} tager ingen værdi"),
    "not-a-choice": ("'{words}' is none of: {choices}", "'{words}' er ingen af: {choices}"),
    "too-many-words": (
        "more words than expected: {words}; a name of several words goes in quotes",
        "flere ord end ventet: {words}; et navn på flere ord skal i anførselstegn",
    ),
    "two-nodes": ("name two nodes or more", "nævn to knuder eller flere"),
    "bad-dpi": (
        "'{text}' is no number of dots; write a whole number, 1 or more, such as 300",
        "'{text}' er ikke et antal punkter; skriv et helt tal på mindst 1, for eksempel 300",
    ),
    "dpi-without-png": (
        "--dpi is for PNG only; leave it out, or write a file that ends in .png",
        "--dpi gælder kun PNG; udelad det, eller skriv en fil, der ender på .png",
    ),
    "no-suffix": (
        "the name '{path}' says no format; let it end in one of: {known}; or give --to",
        "navnet '{path}' angiver ikke noget format; lad det ende på en af: {known}; eller angiv "
        "--to",
    ),
    "no-suffix-here": (
        "the name '{path}' says no format; let it end in one of: {known}",
        "navnet '{path}' angiver ikke noget format; lad det ende på en af: {known}",
    ),
    "output-taken": (
        "'orggraph {command}' prints its answer; name a file for the picture, such as -o x.svg",
        "'orggraph {command}' udskriver sit svar; angiv en fil til billedet, såsom -o x.svg",
    ),
    "not-for-terminals": (
        "{suffix} is no text that a terminal can show; name a file with -o",
        "{suffix} er ikke tekst, som en terminal kan vise; angiv en fil med -o",
    ),
    "no-such-language": (
        "$ORGGRAPH_LANG: '{words}' is none of: {known}",
        "$ORGGRAPH_LANG: '{words}' er ingen af: {known}",
    ),
    # Help and endings
    "help-usage": ("Usage:", "Brug:"),
    "help-options": ("Options", "Tilvalg"),
    "help-commands": ("Commands", "Kommandoer"),
    "missing-argument": ("{name} is missing", "{name} mangler"),
    "see-help": ("See '{command} --help'.", "Se '{command} --help'."),
    "more-problems": (
        "Further problems: {count}; 'orggraph check' shows them all.",
        "Flere problemer: {count}; 'orggraph check' viser dem alle.",
    ),
    "is-closed": ("standard output is closed", "standard output er lukket"),
    "cannot-write": ("cannot write the answer: {reason}", "kan ikke skrive svaret: {reason}"),
    "internal-error": (
        "orggraph failed ({kind}); this is its own mistake: --debug shows where",
        "orggraph fejlede ({kind}); fejlen er dens egen: --debug viser hvor",
    ),
    # Files that are written
    "file-exists": (
        "'{path}' is there already; name another file",
        "'{path}' findes allerede; angiv en anden fil",
    ),
    "not-a-yaml-name": (
        "'{path}' is no name for a YAML file; let it end in .yaml",
        "'{path}' er ikke et navn til en YAML-fil; lad det ende på .yaml",
    ),
    "written": (
        "Written: {path}\nOpen it in an editor, then try: orggraph{options} check",
        "Skrevet: {path}\nÅbn den i en editor, og prøv så: orggraph{options} check",
    ),
    "drawing": ("Drawing", "Tegner"),
    "answering": ("Answering", "Svarer"),
    "drawn-in-words": (
        "This is the picture in words; -o picture.svg draws it.",
        "Dette er billedet i ord; -o billede.svg tegner det.",
    ),
    "pages-written": (
        "Written: {first} to {last} (pages: {pages})",
        "Skrevet: {first} til {last} (sider: {pages})",
    ),
    "picture-written": ("Written: {path}", "Skrevet: {path}"),
    "would-change": ("Would change: {path}", "Ville blive ændret: {path}"),
    "left-over": (
        "Left over: {path}; no view makes it any more: delete it, unless you keep it on purpose",
        "Til overs: {path}; ingen visning danner den længere: slet den, medmindre den skal gemmes",
    ),
    "build-counts": (
        "Changed: {changed}. Unchanged: {unchanged}.",
        "Ændret: {changed}. Uændret: {unchanged}.",
    ),
}
