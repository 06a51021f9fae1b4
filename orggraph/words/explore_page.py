"""Words that stand on the page that explores a graph; its script says them."""

from orggraph.words.entries import Phrase

PHRASES: dict[str, Phrase] = {
    # The bar
    "explore-skip": ("Skip to the list", "Gå til listen"),
    "explore-search": ("Search for a name", "Søg efter et navn"),
    "explore-found": ("Found", "Fundet"),
    "explore-nothing-found": ("Nothing is called “{words}”.", "Intet hedder “{words}”."),
    "explore-show-as": ("Show as", "Vis som"),
    "explore-picture": ("Picture", "Billede"),
    "explore-list": ("List", "Liste"),
    "explore-language": ("Language", "Sprog"),
    "explore-theme": ("Theme", "Tema"),
    "explore-save": ("Save", "Gem"),
    "explore-save-svg": ("Picture for the web (SVG)", "Billede til nettet (SVG)"),
    "explore-save-png": ("Picture for documents (PNG)", "Billede til dokumenter (PNG)"),
    "explore-save-pptx": ("Slide to edit (PowerPoint)", "Slide til redigering (PowerPoint)"),
    "explore-no-pptx": (
        "Slides need 'orggraph[slides]' to be installed.",
        "Slides kræver, at 'orggraph[slides]' er installeret.",
    ),
    "explore-pptx-served": (
        "Slides are made with 'orggraph draw -o x.pptx', or from the page that 'orggraph explore' "
        "serves.",
        "Slides laves med 'orggraph draw -o x.pptx' eller fra den side, som 'orggraph explore' "
        "serverer.",
    ),
    "explore-print": ("Print", "Udskriv"),
    "explore-copy-link": ("Copy a link to this view", "Kopiér et link til denne visning"),
    "explore-link-copied": ("The link is copied.", "Linket er kopieret."),
    "explore-saving": ("Saving …", "Gemmer …"),
    "explore-saved": ("Saved.", "Gemt."),
    "explore-full-screen": ("Full screen", "Fuld skærm"),
    "explore-help": ("How to use this page", "Sådan bruges siden"),
    "explore-close": ("Close", "Luk"),
    # Panels
    "explore-tools": ("Tools", "Værktøjer"),
    "explore-close-panel": ("Close the panel", "Luk panelet"),
    "explore-filter": ("Filter", "Filtre"),
    "explore-path": ("Path", "Sti"),
    "explore-checks": ("Checks", "Kontrol"),
    "explore-details": ("Details", "Detaljer"),
    "explore-relations": ("Relations", "Relationer"),
    "explore-nodes": ("Nodes", "Knuder"),
    "explore-more": ("Not listed: {count} more.", "Ikke vist: {count} mere."),
    "explore-kinds": ("Kinds of nodes", "Knudernes arter"),
    "explore-types-of": ("Types: {family}", "Typer: {family}"),
    "explore-show-all": ("Show all relations", "Vis alle relationer"),
    "explore-members": ("Members", "Medlemmer"),
    "explore-members-inside": ("In the card of their body", "I organets kort"),
    "explore-members-nodes": ("As cards of their own", "Som egne kort"),
    "explore-members-hidden": ("Not shown", "Vises ikke"),
    # Paths
    "explore-path-title": ("Find a path", "Find en sti"),
    "explore-path-hint": (
        "A reporting line where there is one; else a path with other relations; else how the two "
        "are connected.",
        "En rapporteringslinje, hvis der er en; ellers en sti med andre relationer; ellers "
        "hvordan de to er forbundet.",
    ),
    "explore-path-source": ("From which node", "Fra hvilken knude"),
    "explore-path-target": ("To which node", "Til hvilken knude"),
    "explore-path-strict": ("Only a pure reporting line", "Kun en ren rapporteringslinje"),
    "explore-path-swap": ("Swap", "Byt om"),
    "explore-path-clear": ("Clear", "Ryd"),
    "explore-also": ("Also between the two: {count}", "Desuden mellem de to: {count}"),
    "explore-backwards": ("read backwards", "læst baglæns"),
    "explore-from": ("From", "Fra"),
    "explore-to": ("To", "Til"),
    "explore-relation": ("Relation", "Relation"),
    "explore-name": ("Name", "Navn"),
    "explore-kind": ("Kind", "Art"),
    # Checks, seats and evidence
    "explore-findings": ("Findings", "Fund"),
    "explore-findings-count": ("Findings: {count}.", "Fund: {count}."),
    "explore-no-findings": ("Nothing was found to be wrong.", "Der er ikke fundet fejl."),
    "explore-error": ("Error", "Fejl"),
    "explore-warning": ("Warning", "Advarsel"),
    "explore-note": ("Note", "Bemærkning"),
    "explore-evidence": ("Evidence", "Belæg"),
    "explore-no-evidence": ("no evidence given", "intet belæg angivet"),
    "explore-verified": ("Found in the source", "Fundet i kilden"),
    "explore-not-found": ("Not found", "Ikke fundet"),
    "explore-ambiguous": ("In several paragraphs", "I flere afsnit"),
    "explore-unchecked": ("Not checked", "Ikke kontrolleret"),
    "explore-paragraph": ("paragraph {number}", "afsnit {number}"),
    "explore-in-the-source": ("In the source", "I kilden"),
    "explore-derived-from": ("Follows from", "Følger af"),
    "explore-seats": ("Seats", "Pladser"),
    "explore-roster": ("Seats and members", "Pladser og medlemmer"),
    # Around a node
    "explore-around": ("Around", "Omkring"),
    "explore-around-this": ("Show what is around it", "Vis omgivelserne"),
    "explore-path-from": ("Path from here", "Sti herfra"),
    "explore-path-to": ("Path to here", "Sti hertil"),
    "explore-depth": ("Steps", "Trin"),
    "explore-side": ("Side", "Side"),
    "explore-both": ("above and below", "over og under"),
    "explore-above": ("above", "over"),
    "explore-below": ("below", "under"),
    "explore-whole": ("Show the whole", "Vis det hele"),
    "explore-to-start": ("Back to the start", "Tilbage til start"),
    # The picture and the list
    "explore-picture-name": (
        "The picture: Tab goes to cards and lines, arrows move it",
        "Billedet: Tab går til kort og linjer, piletaster flytter det",
    ),
    "explore-outline": ("In words", "Med ord"),
    "explore-zooming": ("Zoom in and out", "Zoom ind og ud"),
    "explore-zoom-in": ("Zoom in", "Zoom ind"),
    "explore-zoom-out": ("Zoom out", "Zoom ud"),
    "explore-fit": ("Show all of the picture", "Vis hele billedet"),
    "explore-as-of": ("As of", "Pr."),
    "explore-all-dates": ("all dates", "alle datoer"),
    "explore-as-of-date": ("as of {date}", "pr. {date}"),
    "explore-shown": (
        "Nodes: {nodes} · relations: {relations}",
        "Knuder: {nodes} · relationer: {relations}",
    ),
    # When something changes
    "explore-lost": (
        "The program that serves this page has stopped.",
        "Programmet, der serverer siden, er stoppet.",
    ),
    "explore-reloaded": (
        "The data changed; this is how it is now.",
        "Data er ændret; sådan er de nu.",
    ),
    "explore-unreadable": ("The data cannot be read", "Data kan ikke læses"),
    "explore-mended": (
        "The picture comes back when this is mended.",
        "Billedet kommer igen, når dette er rettet.",
    ),
    "explore-not-in-file": (
        "This file does not hold that; 'orggraph explore' shows all of it.",
        "Denne fil rummer det ikke; 'orggraph explore' viser det hele.",
    ),
    "explore-all-dates-told": (
        "What this file tells here is for all dates; only the picture, the list and paths are as "
        "of {date}.",
        "Det, som filen fortæller her, gælder alle datoer; kun billedet, listen og stier er "
        "pr. {date}.",
    ),
    # Help
    "explore-help-pointer": (
        "Drag to move the picture, and turn the wheel or pinch to zoom. Click a card, a member "
        "named in it or a line to see what is known of it; double-click a card to see what is "
        "around it.",
        "Træk for at flytte billedet, og zoom med hjulet eller to fingre. Klik på et kort, et "
        "medlem i kortet eller en linje for at se, hvad der vides om det; dobbeltklik på et kort "
        "for at se dets omgivelser.",
    ),
    "explore-help-search": ("Search", "Søg"),
    "explore-help-tab": ("Next card or line", "Næste kort eller linje"),
    "explore-help-arrows": (
        "Move the picture; on a card: to the card beside it",
        "Flyt billedet; på et kort: til kortet ved siden af",
    ),
    "explore-help-enter": ("Open the card or the line", "Åbn kortet eller linjen"),
    "explore-help-around": ("What is around the chosen card", "Omgivelserne for det valgte kort"),
    "explore-help-list": ("List or picture", "Liste eller billede"),
    "explore-help-escape": ("Close, or leave the picture", "Luk, eller forlad billedet"),
    "explore-help-link": (
        "The address of the page is a link to exactly this view.",
        "Sidens adresse er et link til præcis denne visning.",
    ),
}
