"""Words in pictures, and what is wrong with views, their files, formats and layouts."""

from orggraph.words.entries import Phrase, ProblemText, error, warning

PHRASES: dict[str, Phrase] = {
    # What stands in a picture
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
    "folded": ("further neighbours, not shown: {number}", "yderligere naboer, ikke vist: {number}"),
    "page-of": ("{title} ({page} of {pages})", "{title} ({page} af {pages})"),
    "page-number": ("Page {page} of {pages}", "Side {page} af {pages}"),
    "to-page": ("continued on page {pages}", "fortsættes på side {pages}"),
    "to-pages": ("continued on pages {pages}", "fortsættes på side {pages}"),
    "from-page": ("from page {page}", "fra side {page}"),
    "on-page": ("{names} (page {pages})", "{names} (side {pages})"),
    "many-on-page": ("{number} on page {pages}", "{number} på side {pages}"),
    "many-on-pages": ("{number} on pages {pages}", "{number} på side {pages}"),
    "outline-path": ("Path: {nodes}", "Sti: {nodes}"),
    "legend-added": ("Added", "Tilføjet"),
    "legend-removed": ("Removed", "Udgået"),
    "legend-changed": ("Changed", "Ændret"),
    "picture-added": ("added", "tilføjet"),
    "picture-removed": ("removed", "udgået"),
    "picture-changed": ("changed", "ændret"),
    "compares": ("Changes from {old} to {new}", "Ændringer fra {old} til {new}"),
    "compares-same": ("No changes from {old} to {new}", "Ingen ændringer fra {old} til {new}"),
    "formerly": ("formerly {name}", "tidligere {name}"),
    "changes-in": ("{title}: changes", "{title}: ændringer"),
    "old-version": ("the old version", "den gamle udgave"),
    "new-version": ("the new version", "den nye udgave"),
    "changes-title": ("Changes", "Ændringer"),
    "only-changed": (
        "only what changed is shown, and what is next to it",
        "kun det ændrede og dets naboer er vist",
    ),
    "legend-path": ("The marked path", "Den markerede sti"),
    "picture-source": ("Source: {sources}", "Kilde: {sources}"),
    "picture-sources": ("Sources: {sources}", "Kilder: {sources}"),
    "picture-date": ("as of {date}", "pr. {date}"),
    "mark-inferred": (
        "{mark} inferred, not stated in the source",
        "{mark} udledt, ikke angivet i kilden",
    ),
    "mark-folded": ("+n: n further neighbours, not shown", "+n: n yderligere naboer, ikke vist"),
    "both-ways": ("both ways", "begge veje"),
    # What cannot be drawn
    "cannot-draw": (
        "this cannot be drawn; errors: {count}",
        "det kan ikke tegnes; fejl: {count}",
    ),
    "no-path-to-mark": (
        "nothing connects {source} and {target}, so there is no path to mark; name other nodes in "
        "'path', or leave it out",
        "intet forbinder {source} og {target}, så der er ingen sti at markere; nævn andre knuder "
        "i 'path', eller udelad den",
    ),
    "no-nodes": (
        "there is nothing to draw: the data has no nodes; write some under 'bodies'",
        "der er intet at tegne: dataene har ingen knuder; skriv nogle under 'organer'",
    ),
    "no-nodes-then": (
        "there is nothing to draw: no node of the data holds at the date {date}; choose another",
        "der er intet at tegne: ingen af dataenes knuder gælder pr. {date}; vælg en anden dato",
    ),
    "nothing-to-draw": (
        "nothing is left to draw; choose more families, types, kinds or nodes, or leave out fewer",
        "der er intet tilbage at tegne; vælg flere familier, typer, arter eller knuder, eller "
        "udelad færre",
    ),
    # Views and their files
    "cannot-read-view": (
        "the views cannot be read; errors: {count}",
        "visningerne kan ikke læses; fejl: {count}",
    ),
    "no-views": (
        "there is no view (*.yaml) in '{path}'; write one, such as '{path}/overview.yaml' with "
        "'families: reporting'",
        "der er ingen visning (*.yaml) i '{path}'; skriv en, for eksempel '{path}/overblik.yaml' "
        "med 'families: reporting'",
    ),
    "no-view-directory": (
        "'{path}' is no directory; name the one that the views are in, or draw one view with "
        "'orggraph draw --view'",
        "'{path}' er ikke en mappe; angiv den, som visningerne ligger i, eller tegn én visning "
        "med 'orggraph draw --view'",
    ),
    "no-such-view": (
        "there is no view '{words}'; name a file, or one of those in 'diagrams': {known}",
        "der er ingen visning '{words}'; angiv en fil eller en af visningerne i 'diagrams': "
        "{known}",
    ),
    "no-views-yet": (
        "there is no view '{words}', and none in 'diagrams' yet; a view is a small file, such as "
        "'diagrams/NAME.yaml' with 'families: reporting'",
        "der er ingen visning '{words}' og endnu ingen i 'diagrams'; en visning er en lille fil, "
        "for eksempel 'diagrams/NAVN.yaml' med 'families: reporting'",
    ),
    "no-such-view-but": (
        "there is no view '{words}'; did you mean '{suggestion}'?",
        "der er ingen visning '{words}'; mente du '{suggestion}'?",
    ),
    "in-view": ("the view '{view}': {reason}", "visningen '{view}': {reason}"),
    "same-view": (
        "'{first}' and '{second}' are views of the same name; give one another name",
        "'{first}' og '{second}' er visninger af samme navn; giv den ene et andet navn",
    ),
    "same-picture": (
        "the views '{first}' and '{second}' both make '{path}'; give one another name",
        "visningerne '{first}' og '{second}' giver begge '{path}'; giv den ene et andet navn",
    ),
    "is-a-directory": (
        "'{path}' is a directory; name a file",
        "'{path}' er en mappe; angiv en fil",
    ),
    "not-a-directory": (
        "'{path}' is no directory; name one to put the pictures in",
        "'{path}' er ikke en mappe; angiv en, som billederne kan lægges i",
    ),
    "directory-missing": (
        "there is no directory '{path}'; make it first",
        "mappen '{path}' findes ikke; opret den først",
    ),
    # Formats
    "no-format-in-name": (
        "the name '{path}' has no suffix to say a format; let it end in one of: {known}",
        "navnet '{path}' har ingen endelse, der angiver et format; lad det ende på en af: {known}",
    ),
    "no-writer": (
        "'{suffix}' is no format of pictures; formats: {known}",
        "'{suffix}' er ikke et billedformat; formater: {known}",
    ),
    "no-writer-but": (
        "'{suffix}' is no format of pictures; did you mean '{suggestion}'? Formats: {known}",
        "'{suffix}' er ikke et billedformat; mente du '{suggestion}'? Formater: {known}",
    ),
    "one-scene-a-file": (
        "'{suffix}' holds one page, and this has {amount}; write it to a file, as -o "
        "picture.{suffix} does, which makes one for each page, or choose pdf, json or txt",
        "'{suffix}' rummer kun én side, og her er {amount}; skriv til en fil, for eksempel med -o "
        "billede.{suffix}, så får hver side sin egen, eller vælg pdf, json eller txt",
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

PROBLEMS: dict[str, ProblemText] = {
    # Views
    "not-a-view": error(
        "D101",
        "a view is made of keys such as 'title:' and 'families:'",
        "en visning består af nøgler som 'title:' og 'families:'",
    ),
    "view-missing": error(
        "D102",
        "there is no view file '{path}'; write one, or name another",
        "der er ingen visningsfil '{path}'; skriv en, eller angiv en anden",
    ),
    "bad-depth": error(
        "D103",
        "'{text}' is no depth; write a whole number, 1 or more",
        "'{text}' er ikke en dybde; skriv et helt tal på mindst 1",
    ),
    "not-two-ends": error(
        "D104",
        "a path has two ends; write [from, to]",
        "en sti har to ender; skriv [fra, til]",
    ),
    "same-ends": error(
        "D105",
        "both ends of the path are '{node}'; name two nodes",
        "begge ender af stien er '{node}'; nævn to knuder",
    ),
    "empty-list": error(
        "D106",
        "the list is empty; name something, or leave the key out",
        "listen er tom; nævn noget, eller udelad nøglen",
    ),
    "needs-around": error(
        "D107",
        "'{key}' is reckoned from a node; name it with 'around'",
        "'{key}' regnes fra en knude; angiv den med 'around'",
    ),
    "needed-and-left-out": error(
        "D108",
        "'{node}' is left out here, and needed by '{key}'; keep one",
        "'{node}' er udeladt her, men '{key}' kræver den; behold én af delene",
    ),
    "view-misfit": error(
        "D110", "this view cannot be drawn: {reason}", "visningen kan ikke tegnes: {reason}"
    ),
    # What a picture cannot show
    "missing-characters": warning(
        "D109",
        "no font at hand has: {characters}; PNG and PDF show a mark instead, which a theme with "
        "another font may prevent",
        "ingen tilgængelig skrifttype har: {characters}; PNG og PDF viser et erstatningstegn, "
        "hvilket et tema med en anden skrifttype kan afhjælpe",
    ),
    "engine-replaced": warning(
        "D201",
        "{reason}; our own layout for trees was used instead",
        "{reason}; orggraphs eget layout til træer blev brugt i stedet",
    ),
    "too-large-for-paper": warning(
        "D202",
        "the picture is too large for its paper ({paper}): its smallest text would be {size} pt; "
        "show less with --around and --depth, choose a larger paper, or use --pages",
        "billedet er for stort til papiret ({paper}): den mindste tekst ville blive {size} pt; "
        "vis mindre med --around og --depth, vælg større papir, eller brug --pages",
    ),
    "page-too-large": warning(
        "D203",
        "page {page} is too large for its paper ({paper}) still: its smallest text would be {size} "
        "pt; choose a larger paper, or show less, as with --members hidden",
        "side {page} er stadig for stor til papiret ({paper}): den mindste tekst ville blive "
        "{size} pt; vælg større papir, eller vis mindre, for eksempel med --members hidden",
    ),
}
