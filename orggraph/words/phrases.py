"""Phrases for people, each in English and Danish, as templates of `str.format`."""

PHRASES: dict[str, tuple[str, str]] = {
    "did-you-mean": ("; did you mean '{suggestion}'?", "; mente du '{suggestion}'?"),
    "a-mapping": ("keys with values", "nøgler med værdier"),
    "a-list": ("a list", "en liste"),
    "a-text": ("text", "tekst"),
    "a-truth": ("yes or no", "ja eller nej"),
    "cannot-read": (
        "the data cannot be read; errors: {count}",
        "data kan ikke læses; fejl: {count}",
    ),
    "unknown-node-id": ("there is no node '{query}'", "der er ingen knude '{query}'"),
    "unknown-node": (
        "no node is called '{query}'; closest: {shown}",
        "ingen knude hedder '{query}'; nærmest: {shown}",
    ),
    "no-node-like": (
        "no node is called '{query}', or anything like it; 'orggraph nodes' lists them",
        "ingen knude hedder '{query}' eller noget lignende; 'orggraph nodes' viser dem",
    ),
    "ambiguous-node": (
        "'{query}' fits several nodes; name one of: {shown}",
        "'{query}' passer på flere knuder; nævn en af: {shown}",
    ),
    "no-such-source": (
        "the data has no source '{source}'; sources: {known}",
        "data har ingen kilde '{source}'; kilder: {known}",
    ),
    "source-named-twice": (
        "--source names two files for '{source}'; keep one",
        "--source angiver to filer for '{source}'; behold én",
    ),
    "source-file-missing": (
        "--source {source}: there is no file '{path}'",
        "--source {source}: der er ingen fil '{path}'",
    ),
    "no-file-named": ("no file is named", "ingen fil er angivet"),
    "source-without-file": (
        "the data names no file for the source '{source}'; give it with --source {source}=FILE",
        "data angiver ingen fil for kilden '{source}'; angiv den med --source {source}=FIL",
    ),
    "source-unreadable": (
        "the document of '{source}' is not at hand: {reason}; give it with --source {source}=FILE",
        "dokumentet bag '{source}' er ikke ved hånden: {reason}; angiv det med --source "
        "{source}=FIL",
    ),
    "unknown-kind": (
        "'{words}' is no kind; kinds: {kinds}",
        "'{words}' er ingen art; arter: {kinds}",
    ),
    "unknown-family": (
        "'{words}' is no family; families: {families}",
        "'{words}' er ingen familie; familier: {families}",
    ),
    "no-such-relation": ("'{words}' is no relation", "'{words}' er ingen relation"),
    "unknown-relation": (
        "'{words}' is no relation; types: {types}; families: {families}",
        "'{words}' er ingen relation; typer: {types}; familier: {families}",
    ),
    # Small words
    "yes": ("yes", "ja"),
    "no": ("no", "nej"),
    "error": ("error", "fejl"),
    "warning": ("warning", "advarsel"),
    "stated": ("stated", "oplyst"),
    "inferred": ("inferred", "udledt"),
    "derived": ("derived", "afledt"),
    "dotted": ("dotted line", "stiplet linje"),
    "marked-inferred": ("{words} (inferred)", "{words} (udledt)"),
    "inferred-why": ("{what} inferred: {why}", "{what} udledt: {why}"),
    "from-until": ("{start} to {end}", "{start} til {end}"),
    "from": ("from {date}", "fra {date}"),
    "until": ("until {date}", "til og med {date}"),
    "year": ("{number} year", "{number} år"),
    "years": ("{number} years", "{number} år"),
    "month": ("{number} month", "{number} måned"),
    "months": ("{number} months", "{number} måneder"),
    "count-per": ("{amount} for each of: {collective}", "{amount} for hver af: {collective}"),
    "collective-of": ("{kind}, collective", "{kind}, kollektiv"),
    "also": ("also: {sentence}", "også: {sentence}"),
    "no-evidence": ("no evidence given", "intet belæg angivet"),
    "in-paragraph": (", paragraph {paragraph}", ", afsnit {paragraph}"),
    "evidence-not_found": (" (NOT FOUND)", " (IKKE FUNDET)"),
    "evidence-ambiguous": (" (in several paragraphs)", " (i flere afsnit)"),
    "evidence-unchecked": (" (unchecked)", " (ikke kontrolleret)"),
    "see-above": ("shown above", "vist ovenfor"),
    "none-found": ("Nothing found.", "Intet fundet."),
    # Headings of columns
    "col-id": ("id", "id"),
    "col-kind": ("kind", "art"),
    "col-name": ("name", "navn"),
    "col-title": ("title", "titel"),
    "col-classification": ("classification", "klassifikation"),
    "col-from-node": ("who", "hvem"),
    "col-relation": ("relation", "relation"),
    "col-to-node": ("to whom", "til hvem"),
    "col-seat": ("seat", "plads"),
    "col-count": ("places", "pladser"),
    "col-term": ("term", "periode"),
    "col-role": ("role", "rolle"),
    "col-basis": ("basis", "grundlag"),
    "col-member": ("member", "medlem"),
    "col-vote": ("vote", "stemmeret"),
    "col-represents": ("represents", "repræsenterer"),
    "col-employer": ("employer", "arbejdsgiver"),
    "col-filled-by": ("filled by", "besættes"),
    "col-from": ("start", "start"),
    "col-until": ("end", "slut"),
    "col-line": ("line", "linje"),
    "col-body": ("body", "organ"),
    "col-filled": ("known", "kendte"),
    "col-state": ("state", "tilstand"),
    # Paths
    "path-reporting": (
        "{source} → {target}: a reporting line",
        "{source} → {target}: en rapporteringslinje",
    ),
    "path-links": (
        "{source} → {target}: a path with links, not a pure reporting line",
        "{source} → {target}: en sti med andre led, ikke en ren rapporteringslinje",
    ),
    "path-connected": (
        "{source} → {target}: connected only, some relations read backwards",
        "{source} → {target}: kun forbundet, nogle relationer læst baglæns",
    ),
    "path-none": ("{source} → {target}: no such line", "{source} → {target}: ingen sådan linje"),
    "pure-line": (
        "A pure reporting line. Hops: {count}.",
        "En ren rapporteringslinje. Led: {count}.",
    ),
    "not-pure": (
        "Not a pure reporting line. Hops that do not report: {others} of {count} ({labels}).",
        "Ikke en ren rapporteringslinje. Led, der ikke er rapportering: {others} af {count} "
        "({labels}).",
    ),
    "not-pure-against": (
        "Not a pure reporting line. Hops that do not report upwards: {others} of {count} "
        "({labels}); read against their direction: {against}.",
        "Ikke en ren rapporteringslinje. Led, der ikke er rapportering opad: {others} af {count} "
        "({labels}); læst mod deres retning: {against}.",
    ),
    "strict-links": (
        "There is no reporting line; without --strict there is a path with other links.",
        "Der er ingen rapporteringslinje; uden --strict er der en sti med andre led.",
    ),
    "strict-connected": (
        "There is no reporting line; without --strict the two are connected, with relations read "
        "backwards.",
        "Der er ingen rapporteringslinje; uden --strict er de to forbundet, med relationer læst "
        "baglæns.",
    ),
    "not-connected": (
        "No relations connect the two, in any direction.",
        "Ingen relationer forbinder de to, i nogen retning.",
    ),
    "same-node": ("{node} is both ends.", "{node} er begge ender."),
    "reports-to-nobody": (
        "Nothing says that {node} reports to anyone.",
        "Intet siger, at {node} refererer til nogen.",
    ),
    "line-ends": (
        "The reporting line of {node} ends at: {ends}.",
        "Rapporteringslinjen fra {node} ender hos: {ends}.",
    ),
    "who-reports": ("Reporting to {node}: {nodes}.", "Til {node} refererer: {nodes}."),
    "nobody-reports": (
        "Nothing says that anyone reports to {node}.",
        "Intet siger, at nogen refererer til {node}.",
    ),
    "several-paths": ("Equally short paths: {count}.", "Lige korte stier: {count}."),
    "more-paths": (
        "More than {count} shortest paths; the first {count} are listed.",
        "Mere end {count} korteste stier; de første {count} er vist.",
    ),
    # Lines
    "no-lines": (
        "No reporting relations are written down.",
        "Ingen rapporteringsrelationer er skrevet ned.",
    ),
    "outside-lines": (
        "Nodes in no reporting line: {count}.",
        "Knuder uden for rapporteringslinjerne: {count}.",
    ),
    "common": (
        "Lowest common superior of {nodes}: {superiors}",
        "Laveste fælles overordnede for {nodes}: {superiors}",
    ),
    "no-common": (
        "{nodes} have no common superior.",
        "{nodes} har ingen fælles overordnet.",
    ),
    # Lists, nodes and rosters
    "also-in-family": ("Of the same family: {sentences}.", "Af samme familie: {sentences}."),
    "purposes": ("Purposes", "Formål"),
    "members": ("Members", "Medlemmer"),
    "seats": ("Seats", "Pladser"),
    "outgoing-relations": ("Relations from it", "Relationer fra den"),
    "incoming-relations": ("Relations to it", "Relationer til den"),
    "no-members": (
        "Neither members nor seats of {body} are written down.",
        "Hverken medlemmer eller pladser i {body} er skrevet ned.",
    ),
    "roster-complete": ("The roster is complete.", "Medlemslisten er fuldstændig."),
    "roster-partial": (
        "The roster is partial: there may be members who are not written down.",
        "Medlemslisten er delvis: der kan være medlemmer, som ikke er skrevet ned.",
    ),
    "roster-unknown": (
        "Nothing says that these are all the members.",
        "Intet siger, at dette er alle medlemmer.",
    ),
    "vacant": ("— vacant ({count})", "— ledig ({count})"),
    "not-written-down": ("— not written down ({count})", "— ikke skrevet ned ({count})"),
    # Checks
    "check-clean": ("No problems found.", "Ingen problemer fundet."),
    "check-counts": (
        "Errors: {errors}. Warnings: {warnings}.",
        "Fejl: {errors}. Advarsler: {warnings}.",
    ),
    "evidence-counts": (
        "Evidence: {n_verified} verified, {n_not_found} not found, {n_ambiguous} ambiguous, "
        "{n_unchecked} unchecked.",
        "Belæg: {n_verified} bekræftet, {n_not_found} ikke fundet, {n_ambiguous} flertydige, "
        "{n_unchecked} ikke kontrolleret.",
    ),
    "seat-filled": ("filled", "besat"),
    "seat-vacant": ("vacant", "ledig"),
    "seat-over-filled": ("over-filled", "overbesat"),
    "seat-unknown": ("unknown", "ukendt"),
    "seat-closed": ("not in force", "ikke i kraft"),
    "paragraph-covered": ("covered", "dækket"),
    "paragraph-set_aside": ("set aside", "lagt til side"),
    "paragraph-uncovered": ("nothing rests on it", "intet hviler på det"),
    "coverage": (
        "{source}: {covered} of {total} paragraphs covered, {aside} set aside, {left} left.",
        "{source}: {covered} af {total} afsnit dækket, {aside} lagt til side, {left} tilbage.",
    ),
    # The command line
    "no-date": (
        "'{words}' is no date; write 2025, 2025-03 or 2025-03-01",
        "'{words}' er ingen dato; skriv 2025, 2025-03 eller 2025-03-01",
    ),
    "no-source-file": (
        "'{words}' is not ID=FILE, such as organisering=text.txt",
        "'{words}' er ikke ID=FIL, som organisering=tekst.txt",
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
    "value-missing": ("{option} needs a value", "{option} mangler en værdi"),
    "value-unwanted": ("{option} takes no value", "{option} tager ingen værdi"),
    "not-a-choice": ("'{words}' is none of: {choices}", "'{words}' er ingen af: {choices}"),
    "too-many-words": (
        "more words than expected: {words}; a name of several words goes in quotes",
        "flere ord end ventet: {words}; et navn på flere ord skal i anførselstegn",
    ),
    "two-nodes": ("name two nodes or more", "nævn to knuder eller flere"),
    "no-such-language": (
        "$ORGGRAPH_LANG: '{words}' is none of: {known}",
        "$ORGGRAPH_LANG: '{words}' er ingen af: {known}",
    ),
    "help-usage": ("Usage:", "Brug:"),
    "help-options": ("Options", "Tilvalg"),
    "help-commands": ("Commands", "Kommandoer"),
    "missing-argument": ("{name} is missing", "{name} mangler"),
    "see-help": ("See '{command} --help'.", "Se '{command} --help'."),
    "more-problems": (
        "Further problems: {count}; 'orggraph check' shows them all.",
        "Flere problemer: {count}; 'orggraph check' viser dem alle.",
    ),
    "os-error": ("cannot use '{path}': {reason}", "kan ikke bruge '{path}': {reason}"),
    "os-missing": ("there is no such file or directory", "der er ingen sådan fil eller mappe"),
    "os-denied": ("permission denied", "adgang nægtet"),
    "os-exists": ("it exists already", "den findes allerede"),
    "os-no-directory": ("part of the path is no directory", "en del af stien er ingen mappe"),
    "os-directory": ("it is a directory", "det er en mappe"),
    "os-full": ("no space left on the device", "der er ikke plads på enheden"),
    "os-read-only": ("the file system is read-only", "filsystemet kan kun læses"),
    "os-long-name": ("the name is too long", "navnet er for langt"),
    "is-closed": ("standard output is closed", "standard output er lukket"),
    "cannot-write": ("cannot write the answer: {reason}", "kan ikke skrive svaret: {reason}"),
    "internal-error": (
        "orggraph failed ({kind}); this is its own mistake: --debug shows where",
        "orggraph fejlede ({kind}); fejlen er dens egen: --debug viser hvor",
    ),
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
}
