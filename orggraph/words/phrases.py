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
    "cannot-read-view": (
        "the views cannot be read; errors: {count}",
        "visningerne kan ikke læses; fejl: {count}",
    ),
    "cannot-draw": (
        "this cannot be drawn; errors: {count}",
        "det kan ikke tegnes; fejl: {count}",
    ),
    "no-views": (
        "there is no view (*.yaml) in '{path}'; write one, such as '{path}/overview.yaml' with "
        "'families: reporting'",
        "der er ingen visning (*.yaml) i '{path}'; skriv en, for eksempel '{path}/overblik.yaml' "
        "med 'families: reporting'",
    ),
    "no-such-view": (
        "there is no view '{words}'; name a file, or one of those in 'diagrams': {known}",
        "der er ingen visning '{words}'; angiv en fil, eller en af dem i 'diagrams': {known}",
    ),
    "no-such-view-but": (
        "there is no view '{words}'; did you mean '{suggestion}'?",
        "der er ingen visning '{words}'; mente du '{suggestion}'?",
    ),
    "is-a-directory": (
        "'{path}' is a directory; name a file",
        "'{path}' er en mappe; angiv en fil",
    ),
    "not-a-directory": (
        "'{path}' is no directory; name one to put the pictures in",
        "'{path}' er ingen mappe; angiv en at lægge billederne i",
    ),
    "directory-missing": (
        "there is no directory '{path}'; make it first",
        "der er ingen mappe '{path}'; opret den først",
    ),
    "same-picture": (
        "the views '{first}' and '{second}' both make '{path}'; give one another name",
        "visningerne '{first}' og '{second}' laver begge '{path}'; giv den ene et andet navn",
    ),
    "no-suffix": (
        "the name '{path}' says no format; let it end in one of: {known}; or give --to",
        "navnet '{path}' siger intet format; lad det ende på en af: {known}; eller angiv --to",
    ),
    "not-for-terminals": (
        "{suffix} is no text that a terminal can show; name a file with -o",
        "{suffix} er ikke tekst, som en terminal kan vise; angiv en fil med -o",
    ),
    "drawn-in-words": (
        "This is the picture in words; -o picture.svg draws it.",
        "Dette er billedet i ord; -o billede.svg tegner det.",
    ),
    "drawing": ("Drawing", "Tegner"),
    "pages-written": (
        "Written: {first} to {last} (pages: {pages})",
        "Skrevet: {first} til {last} (sider: {pages})",
    ),
    "bad-dpi": (
        "'{text}' is no number of dots; write a whole number, 1 or more, such as 300",
        "'{text}' er intet antal punkter; skriv et helt tal, 1 eller mere, for eksempel 300",
    ),
    "drawing-views": ("Drawing", "Tegner"),
    "picture-written": ("Written: {path}", "Skrevet: {path}"),
    "would-change": ("Would change: {path}", "Ville ændres: {path}"),
    "build-counts": (
        "Changed: {changed}. Unchanged: {unchanged}.",
        "Ændret: {changed}. Uændret: {unchanged}.",
    ),
    "in-view": ("the view '{view}': {reason}", "visningen '{view}': {reason}"),
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
    # Files of pictures
    "no-writer": (
        "'{suffix}' is no format of pictures; formats: {known}",
        "'{suffix}' er intet billedformat; formater: {known}",
    ),
    "no-writer-but": (
        "'{suffix}' is no format of pictures; did you mean '{suggestion}'? Formats: {known}",
        "'{suffix}' er intet billedformat; mente du '{suggestion}'? Formater: {known}",
    ),
    "writer-broken": (
        "the writer of '{suffix}' from the package '{package}' cannot be loaded ({reason}); "
        "update the package or uninstall it",
        "skriveren af '{suffix}' fra pakken '{package}' kan ikke indlæses ({reason}); opdatér "
        "pakken, eller afinstallér den",
    ),
    "writer-is-none": (
        "the package '{package}' announces '{what}' for '{suffix}', which is no Writer of "
        "orggraph.render.writer; update the package or uninstall it",
        "pakken '{package}' angiver '{what}' for '{suffix}', som ikke er en Writer fra "
        "orggraph.render.writer; opdatér pakken, eller afinstallér den",
    ),
    "one-scene-a-file": (
        "'{suffix}' holds one page, and this has {amount}; write it to a file, as -o "
        "picture.{suffix} does, which makes one for each page, or choose pdf, json or txt",
        "'{suffix}' rummer én side, og her er {amount}; skriv til en fil, som med -o "
        "billede.{suffix}, der bliver til én for hver side, eller vælg pdf, json eller txt",
    ),
    "png-too-large": (
        "{width} x {height} pixels are too many for PNG at {dpi} dpi (at most {limit} a side, and "
        "200 million); ask for fewer dpi, show less, or write SVG or PDF",
        "{width} x {height} billedpunkter er for mange til PNG ved {dpi} dpi (højst {limit} på "
        "hver led og 200 millioner i alt); vælg færre dpi, vis mindre, eller skriv SVG eller PDF",
    ),
    "pdf-extra-missing": (
        "PDF needs two more packages: pip install 'orggraph[pdf]'",
        "PDF kræver to pakker mere: pip install 'orggraph[pdf]'",
    ),
    "font-unreadable": (
        "the font file '{path}' cannot be used: {reason}; name another in the theme",
        "skrifttypefilen '{path}' kan ikke bruges: {reason}; angiv en anden i temaet",
    ),
    "no-scene": (
        "this is no scene in JSON as orggraph writes it: {reason}",
        "det er ikke en scene i JSON, som orggraph skriver den: {reason}",
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
    # Pictures
    "no-path-to-mark": (
        "nothing connects {source} and {target}, so there is no path to mark; name other nodes in "
        "'path', or leave it out",
        "intet forbinder {source} og {target}, så der er ingen sti at fremhæve; nævn andre knuder "
        "i 'path', eller udelad den",
    ),
    "nothing-to-draw": (
        "nothing is left to draw; choose more families, types, kinds or nodes, or leave out fewer",
        "der er intet tilbage at tegne; vælg flere familier, typer, arter eller knuder, eller "
        "udelad færre",
    ),
    "no-vote": ("no vote", "uden stemmeret"),
    "stands-for": ("for {node}", "for {node}"),
    "vacant-one": ("vacant", "ledig"),
    "vacant-seat": ("{number} vacant", "{number} ledig"),
    "vacant-seats": ("{number} vacant", "{number} ledige"),
    "places-besides": ("{count} more", "{count} mere"),
    "seat-summary": ("{amount} seat", "{amount} plads"),
    "seat-summary-many": ("{amount} seats", "{amount} pladser"),
    "member-summary": ("{number} member", "{number} medlem"),
    "member-summary-many": ("{number} members", "{number} medlemmer"),
    "known-summary": ("{number} known member", "{number} kendt medlem"),
    "known-summary-many": ("{number} known members", "{number} kendte medlemmer"),
    "over-filled": ("more members than seats", "flere medlemmer end pladser"),
    "to-itself": ("{label}: itself", "{label}: sig selv"),
    "count-each": ("{amount} each", "{amount} hver"),
    "folded": ("further neighbours, not shown: {number}", "flere naboer, ikke vist: {number}"),
    "page-of": ("{title} ({page} of {pages})", "{title} ({page} af {pages})"),
    "page-number": ("Page {page} of {pages}", "Side {page} af {pages}"),
    "to-page": ("continued on page {pages}", "fortsættes på side {pages}"),
    "to-pages": ("continued on pages {pages}", "fortsættes på side {pages}"),
    "from-page": ("from page {page}", "fra side {page}"),
    "on-page": ("{names} (page {pages})", "{names} (side {pages})"),
    "many-on-page": ("{number} on page {pages}", "{number} på side {pages}"),
    "many-on-pages": ("{number} on pages {pages}", "{number} på side {pages}"),
    "outline-path": ("Path: {nodes}", "Sti: {nodes}"),
    "picture-source": ("Source: {sources}", "Kilde: {sources}"),
    "picture-sources": ("Sources: {sources}", "Kilder: {sources}"),
    "picture-date": ("as of {date}", "pr. {date}"),
    "mark-inferred": (
        "{mark} inferred, not stated in the source",
        "{mark} udledt, ikke angivet i kilden",
    ),
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
    # Themes
    "cannot-read-theme": (
        "the theme cannot be read; errors: {count}",
        "temaet kan ikke læses; fejl: {count}",
    ),
    "unknown-theme": (
        "there is no theme '{theme}'; name a theme file (.yaml), or one of: {known}",
        "der er intet tema '{theme}'; angiv en temafil (.yaml) eller et af: {known}",
    ),
    "unknown-theme-like": (
        "there is no theme '{theme}'; did you mean '{guess}'? Themes: {known}, or a file (.yaml)",
        "der er intet tema '{theme}'; mente du '{guess}'? Temaer: {known} eller en fil (.yaml)",
    ),
    "theme-ink": ("names and titles", "navne og titler"),
    "theme-quiet": ("what stands beside names", "det, der står ved navne"),
    "theme-vacancy": ("empty seats", "ubesatte pladser"),
    "theme-header": ("the line above the title", "linjen over titlen"),
    "theme-border": ("the border of cards of the kind '{id}'", "kanten på kort af arten '{id}'"),
    "theme-icon": ("the icon of the kind '{id}'", "ikonet for arten '{id}'"),
    "theme-line": ("lines and words of the family '{id}'", "linjer og ord i familien '{id}'"),
    "theme-other": ("other", "anden"),
    "theme-background": ("the background ({colour})", "baggrunden ({colour})"),
    "theme-highlight": ("the marker pen ({colour})", "overstregningen ({colour})"),
    "theme-fill": ("cards of the kind '{id}' ({colour})", "kort af arten '{id}' ({colour})"),
    "theme-bar": ("its bar ({colour})", "dens bjælke ({colour})"),
    "both-ways": ("both ways", "begge veje"),
    # Layout engines
    "unknown-engine": (
        "there is no layout engine '{name}'; choose one of {known}",
        "der er ingen layoutmotor '{name}'; vælg en af {known}",
    ),
    "unknown-engine-guess": (
        "there is no layout engine '{name}'; did you mean '{guess}'? There are {known}",
        "der er ingen layoutmotor '{name}'; mente du '{guess}'? Der findes {known}",
    ),
    "engine-missing": (
        "the layout program '{program}' is not installed; install Graphviz, or leave --engine out",
        "layoutprogrammet '{program}' er ikke installeret; installér Graphviz, eller udelad "
        "--engine",
    ),
    "engine-slow": (
        "the layout program '{program}' was stopped after {seconds} seconds; use --engine tidy, "
        "or show less",
        "layoutprogrammet '{program}' blev stoppet efter {seconds} sekunder; brug --engine tidy, "
        "eller vis mindre",
    ),
    "engine-unreadable": (
        "the layout program '{program}' answered with something else than a layout; "
        "use --engine tidy",
        "layoutprogrammet '{program}' svarede med noget andet end et layout; brug --engine tidy",
    ),
    "engine-broken": (
        "the layout program '{program}' failed: {reason}; use --engine tidy",
        "layoutprogrammet '{program}' fejlede: {reason}; brug --engine tidy",
    ),
}
