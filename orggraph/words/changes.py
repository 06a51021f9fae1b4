"""Words of what changed between two versions."""

from orggraph.words.entries import Phrase, ProblemText

PHRASES: dict[str, Phrase] = {
    # Reading a version
    "git-missing": (
        "git is not installed; install it, or name two files in place of a revision",
        "git er ikke installeret; installér det, eller angiv to filer i stedet for en revision",
    ),
    "git-no-repository": (
        "this directory is in no git repository; go to one, or name a file that is there",
        "denne mappe er ikke i et git-arkiv; gå til et, eller angiv en fil, der findes",
    ),
    "git-no-revision": (
        "'{revision}' is no file here, and no revision in git; see 'git log' and 'git tag'",
        "'{revision}' er ikke en fil her og ikke en revision i git; se 'git log' og 'git tag'",
    ),
    "git-shallow": (
        "'{revision}' is no revision in git here, where only the latest are; get the others with "
        "'git fetch --unshallow'",
        "'{revision}' er ikke en revision i git her, hvor kun de nyeste er; hent de øvrige med "
        "'git fetch --unshallow'",
    ),
    "no-version": (
        "there is no file or directory '{words}'; name one, or a path in a revision of git, such "
        "as HEAD:data",
        "der er ingen fil eller mappe '{words}'; angiv en, eller en sti i en revision i git, "
        "såsom HEAD:data",
    ),
    "git-no-path": (
        "'{path}' is not in revision {revision}; paths go from the directory that you are in",
        "'{path}' findes ikke i revisionen {revision}; stier går ud fra den mappe, du står i",
    ),
    "git-failed": ("git could not read it: {reason}", "git kunne ikke læse det: {reason}"),
    "git-slow": (
        "git did not answer within {seconds} seconds; try again, or name a file",
        "git svarede ikke inden for {seconds} sekunder; prøv igen, eller angiv en fil",
    ),
    "cannot-compare": (
        "Cannot compare. Errors in the data: {count}.",
        "Kan ikke sammenligne. Fejl i data: {count}.",
    ),
    # What changed
    "change-versions": ("From {old} to {new}.", "Fra {old} til {new}."),
    "change-none": ("No difference.", "Ingen forskel."),
    "change-day": ("As of {date}.", "Pr. {date}."),
    "change-finding-counts": (
        "New findings of the check: {added}. Gone: {removed}. Changed: {changed}.",
        "Nye fund ved kontrollen: {added}. Bortfaldne: {removed}. Ændrede: {changed}.",
    ),
    "change-counts": (
        "New: {added}. Removed: {removed}. Changed: {changed}.",
        "Nye: {added}. Udgåede: {removed}. Ændrede: {changed}.",
    ),
    "change-added": ("New", "Ny"),
    "change-removed": ("Removed", "Udgået"),
    "change-changed": ("Changed", "Ændret"),
    "change-gone": ("Gone", "Bortfaldet"),
    "change-unset": ("not given", "ikke angivet"),
    "change-nodes": (
        "Organisations, bodies, posts and persons",
        "Organisationer, organer, poster og personer",
    ),
    "change-relations": ("Relations", "Relationer"),
    "change-seats": ("Seats", "Pladser"),
    "change-members": ("Members", "Medlemmer"),
    "change-evidence": ("Evidence", "Belæg"),
    "change-problems": ("Findings of the check", "Kontrollens fund"),
    "change-sources": ("Sources", "Kilder"),
    "change-settings": ("Settings of rules", "Indstillinger for regler"),
    "change-general": ("The data as a whole", "Data som helhed"),
    "change-before": ("before: {text}", "før: {text}"),
    "change-order": ("another order", "en anden rækkefølge"),
    "change-status-stated": ("stated", "oplyst"),
    "change-status-inferred": ("inferred", "udledt"),
    "change-status-verified": ("verified", "fundet i kilden"),
    "change-status-not_found": ("not found", "ikke fundet"),
    "change-status-ambiguous": ("in several paragraphs", "i flere afsnit"),
    "change-status-unchecked": ("unchecked", "ikke kontrolleret"),
    # What the attributes are called
    "field-identifiers": ("identifiers", "identifikatorer"),
    "field-aliases": ("other names", "andre navne"),
    "field-classification": ("classification", "klassifikation"),
    "field-collective": ("collective", "kollektiv"),
    "field-count": ("places", "antal pladser"),
    "field-date": ("date", "dato"),
    "field-derived_from": ("follows from", "følger af"),
    "field-evidence": ("evidence", "belæg"),
    "field-file": ("file", "fil"),
    "field-filled_by": ("filled", "besættes"),
    "field-from": ("start", "start"),
    "field-id": ("id", "id"),
    "field-inferred": ("reason for the inferred {what}", "begrundelse for udledt {what}"),
    "field-kind": ("kind", "art"),
    "field-language": ("language", "sprog"),
    "field-line": ("line", "linje"),
    "field-name": ("name", "navn"),
    "field-note": ("note", "bemærkning"),
    "field-period": ("dates", "datoer"),
    "field-publisher": ("publisher", "udgiver"),
    "field-purposes": ("purpose", "formål"),
    "field-quote": ("words", "ordlyd"),
    "field-reason": ("reason", "begrundelse"),
    "field-represents": ("represents", "repræsenterer"),
    "field-role": ("role", "rolle"),
    "field-roster": ("roster", "medlemsliste"),
    "field-seat": ("seat", "plads"),
    "field-seat_body": ("body of the seat", "pladsens organ"),
    "field-set_aside": ("set aside", "lagt til side"),
    "field-severity": ("counts as", "regnes for"),
    "field-sha256": ("hash of the document", "dokumentets hashværdi"),
    "field-source": ("from", "fra"),
    "field-status": ("status", "status"),
    "field-target": ("to", "til"),
    "field-term": ("term", "funktionsperiode"),
    "field-title": ("title", "titel"),
    "field-type": ("relation", "relation"),
    "field-until": ("end", "slut"),
    "field-url": ("address", "adresse"),
    "field-vocabulary": ("vocabulary, {term}", "ordforråd, {term}"),
    "field-vote": ("vote", "stemmeret"),
}

PROBLEMS: dict[str, ProblemText] = {}
