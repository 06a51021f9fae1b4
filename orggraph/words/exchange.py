"""What is said of conversions: what formats cannot carry, and what readers do not understand."""

from orggraph.words.entries import Phrase, ProblemText

PHRASES: dict[str, Phrase] = {
    "no-such-format": (
        "'{name}' is no format; formats: {known}",
        "'{name}' er ikke et format; formater: {known}",
    ),
    "format-unknown": (
        "'{path}' is in none of these formats: {formats}; where it should be, say so with --from",
        "'{path}' er ikke i noget af disse formater: {formats}; hvis den burde være det, så angiv "
        "formatet med --from",
    ),
    "no-format-suffix": (
        "the name '{path}' says no format; let it end in one of: {known}; or give --to",
        "navnet '{path}' angiver ikke noget format; lad det ende på en af: {known}; eller angiv "
        "--to",
    ),
    "two-formats": (
        "'{path}' has both data files and tables ('{table}'); move one kind elsewhere",
        "'{path}' har både datafiler og tabeller ('{table}'); flyt den ene slags et andet sted hen",
    ),
    "not-read": (
        "{format} is only written, not read; formats that are read: {known}",
        "{format} kan kun skrives, ikke læses; formater, der kan læses: {known}",
    ),
    "not-written": (
        "{format} is only read, not written; formats that are written: {known}",
        "{format} kan kun læses, ikke skrives; formater, der kan skrives: {known}",
    ),
    "option-not-for": (
        "{option} means nothing to {format}; leave it out",
        "{option} har ingen betydning for {format}; udelad den",
    ),
    "several-files": (
        "{format} is several files; name a directory for them",
        "{format} består af flere filer; angiv en mappe til dem",
    ),
    "lossy": (
        "nothing was written, since something would be lost; leave out --strict to convert all "
        "the same",
        "intet er skrevet, fordi noget ville gå tabt; udelad --strict for at konvertere alligevel",
    ),
    # What a reader did not understand; each stands before a number and an example
    "gap.property": ("property '{name}'", "egenskaben '{name}'"),
    "gap.column": ("column '{name}'", "kolonnen '{name}'"),
    "gap.class": ("things of the type '{name}'", "elementer af typen '{name}'"),
    "gap.reference": (
        "'{name}' of something that is not in the file",
        "'{name}' til noget, der ikke er i filen",
    ),
    "gap.value": ("value of '{name}'", "værdi af '{name}'"),
    # What a format could not carry: the features of `orggraph.formats.features`
    "gap.title": ("the title", "titlen"),
    "gap.translations": ("translations of texts", "oversættelser af tekster"),
    "gap.sources": ("sources", "kilder"),
    "gap.rules": ("how rules of checking are set", "indstillinger af kontrolregler"),
    "gap.vocabulary": ("terms of the data's own", "egne begreber i dataene"),
    "gap.seats": ("seats", "pladser"),
    "gap.relation.id": ("ids of relations", "id'er på relationer"),
    "gap.node.identifiers": ("identifiers of nodes", "identifikatorer på knuder"),
    "gap.node.aliases": ("other names of nodes", "andre navne på knuder"),
    "gap.node.title": ("titles of nodes", "titler på knuder"),
    "gap.node.classification": ("classifications of nodes", "klassifikationer af knuder"),
    "gap.node.collective": ("that nodes are collectives", "at knuder er kollektiver"),
    "gap.node.roster": ("how complete rosters are", "hvor komplette medlemslister er"),
    "gap.node.purposes": ("purposes of nodes", "formål med knuder"),
    "gap.node.dates": ("dates of nodes", "datoer for knuder"),
    "gap.node.status": ("that nodes are inferred", "at knuder er udledt"),
    "gap.node.note": ("notes on nodes", "noter til knuder"),
    "gap.node.evidence": ("evidence for nodes", "belæg for knuder"),
    "gap.relation.role": ("roles in relations", "roller i relationer"),
    "gap.relation.vote": ("votes of members", "medlemmers stemmeret"),
    "gap.relation.seat": ("seats that members hold", "pladser, som medlemmer har"),
    "gap.relation.represents": ("whom members represent", "hvem medlemmer repræsenterer"),
    "gap.relation.dates": ("dates of relations", "datoer for relationer"),
    "gap.relation.line": ("dotted lines", "stiplede linjer"),
    "gap.relation.status": ("that relations are inferred", "at relationer er udledt"),
    "gap.relation.inferred": ("why attributes are inferred", "hvorfor oplysninger er udledt"),
    "gap.relation.note": ("notes on relations", "noter til relationer"),
    "gap.relation.evidence": ("evidence for relations", "belæg for relationer"),
    "gap.seat.name": ("names of seats", "navne på pladser"),
    "gap.seat.count": ("how many a seat is for", "hvor mange en plads gælder for"),
    "gap.seat.role": ("roles of seats", "pladsers roller"),
    "gap.seat.fillings": ("who fills seats", "hvem der besætter pladser"),
    "gap.seat.term": ("terms of seats", "pladsers funktionsperioder"),
    "gap.seat.vote": ("votes of seats", "pladsers stemmeret"),
    "gap.seat.represents": ("whom seats represent", "hvem pladser repræsenterer"),
    "gap.seat.dates": ("dates of seats", "datoer for pladser"),
    "gap.seat.status": ("that seats are inferred", "at pladser er udledt"),
    "gap.seat.note": ("notes on seats", "noter til pladser"),
    "gap.seat.evidence": ("evidence for seats", "belæg for pladser"),
    # The report
    "gap": ("{thing}: {times} (such as {example})", "{thing}: {times} (for eksempel {example})"),
    "converted": (
        "{source} → {target}; nodes: {nodes}, relations: {relations} (members: {members}), seats: "
        "{seats}, sources: {sources}",
        "{source} → {target}; knuder: {nodes}, relationer: {relations} (medlemmer: {members}), "
        "pladser: {seats}, kilder: {sources}",
    ),
    "nothing-lost": ("Nothing was lost.", "Intet gik tabt."),
    "not-understood": ("Not understood, and left out", "Ikke forstået og udeladt"),
    "lost": ("Lost, since {target} cannot carry it", "Tabt, fordi {target} ikke kan rumme det"),
    "col-gap": ("what", "hvad"),
    "col-times": ("times", "antal"),
    "col-example": ("for example", "for eksempel"),
    "same-file": (
        "'{path}' is what is read; name another file to write",
        "'{path}' er det, der læses; angiv en anden fil at skrive",
    ),
    "within-source": (
        "'{path}' would be read as part of '{source}'; write it elsewhere",
        "'{path}' ville blive læst som en del af '{source}'; skriv den et andet sted",
    ),
    "strays": (
        "'{path}' has files that would be read with what is written there: {names}; delete them, "
        "or name another place",
        "'{path}' har filer, der ville blive læst sammen med det, der skrives: {names}; slet dem, "
        "eller angiv et andet sted",
    ),
    "overwrites": (
        "'{path}' is there already; to read it, name OUT too; to replace it with '{source}', say: "
        "convert {source} {path}",
        "'{path}' findes allerede; angiv også OUT for at læse den; for at erstatte den med "
        "'{source}', skriv: convert {source} {path}",
    ),
    "no-name": ("{name} is empty; name a file", "{name} er tom; angiv en fil"),
    "report-is-output": (
        "'{path}' cannot be both OUT and the report; name another file for the report",
        "'{path}' kan ikke være både OUT og rapporten; angiv en anden fil til rapporten",
    ),
    "report-and-output": (
        "standard output cannot take both OUT and the report; name a file for one of them",
        "standard output kan ikke bruges til både OUT og rapporten; angiv en fil til den ene",
    ),
    "more-gaps": (
        "Further kinds: {count}, {times} in all; 'orggraph convert IN OUT --report FILE' lists "
        "every one.",
        "Flere slags: {count}, i alt {times}; 'orggraph convert IN OUT --report FILE' viser dem "
        "alle.",
    ),
    "output-needs-format": (
        "standard output has no ending that says the format; give it with --to",
        "standard output har ingen endelse, der angiver formatet; angiv det med --to",
    ),
    "bad-column": (
        "'{words}' names no column; write NAME=HEADING, such as manager=Boss",
        "'{words}' angiver ingen kolonne; skriv NAVN=OVERSKRIFT, for eksempel manager=Leder",
    ),
    "no-input": ("standard input is closed", "standard input er lukket"),
}
PROBLEMS: dict[str, ProblemText] = {}
