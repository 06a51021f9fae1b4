"""Words of answers: small ones, headings, paths, lines, lists and checks."""

from orggraph.words.entries import Phrase

PHRASES: dict[str, Phrase] = {
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
    "thousands-sign": (",", "."),
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
    "mark-below": (
        "+n: n further down, at all levels, not shown",
        "+n: n længere nede, på alle niveauer, ikke vist",
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
}
