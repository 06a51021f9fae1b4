"""Words of reports: their chapters, summary, tables and notes, and what is wrong with them."""

from orggraph.words.entries import Phrase

PHRASES: dict[str, Phrase] = {
    # The title and what stands under it
    "report-title": ("Organisation and governance", "Organisation og styring"),
    "report-subtitle": (
        "Report on organisation and governance",
        "Rapport om organisation og styring",
    ),
    "fact-date": ("Date", "Dato"),
    "fact-as-of": ("As of", "Gælder pr."),
    "fact-data": ("Data", "Data"),
    "fact-version": ("Data version", "Dataversion"),
    "month-names": (
        "January February March April May June July August September October November December",
        "januar februar marts april maj juni juli august september oktober november december",
    ),
    "date-in-words": ("{day} {month} {year}", "{day}. {month} {year}"),
    # Words that writers need
    "label-contents": ("Contents", "Indhold"),
    "label-figure": ("Figure", "Figur"),
    "label-table": ("Table", "Tabel"),
    "label-notes": ("Notes", "Noter"),
    "label-page": ("Page", "Side"),
    "label-of": ("of", "af"),
    "label-back": ("Back to the text", "Tilbage til teksten"),
    "label-outline": ("The figure in words", "Figuren i ord"),
    # Chapters
    "summary": ("Summary", "Sammenfatning"),
    "chapter-figures": ("Figures", "Figurer"),
    "chapter-bodies": ("Bodies and organisations", "Organer og organisationer"),
    "chapter-relations": ("Relations", "Relationer"),
    "chapter-nodes": ("Who is who", "Hvem er hvem"),
    "chapter-checks": ("Checks", "Kontrol"),
    "chapter-sources": ("Sources", "Kilder"),
    # Lists and numbers
    "list-and": ("and", "og"),
    "and-more": ("{number} more", "{number} til"),
    "and-more-bodies": ("places in {number} further bodies", "pladser i {number} organer til"),
    "any-number": ("any number of", "et frit antal"),
    "up-to": ("up to {number}", "op til {number}"),
    "at-least": ("at least {number}", "mindst {number}"),
    # The summary
    "contents": ("This report covers {things}.", "Rapporten omfatter {things}."),
    "contents-collective": (
        "This report covers {things}. Besides, it has a collective name that stands for several: "
        "{example}",
        "Rapporten omfatter {things}. Dertil kommer en fællesbetegnelse, der står for flere: "
        "{example}",
    ),
    "contents-collectives": (
        "This report covers {things}. Besides, it has {number} collective names that each stand "
        "for several, such as {example}",
        "Rapporten omfatter {things}. Dertil kommer {number} fællesbetegnelser, der hver står for "
        "flere, for eksempel {example}",
    ),
    "counted-organisation": ("{number} organisation", "{number} organisation"),
    "counted-organisations": ("{number} organisations", "{number} organisationer"),
    "counted-body": ("{number} body", "{number} organ"),
    "counted-bodys": ("{number} bodies", "{number} organer"),
    "counted-post": ("{number} post", "{number} post"),
    "counted-posts": ("{number} posts", "{number} poster"),
    "counted-person": ("{number} person", "{number} person"),
    "counted-persons": ("{number} persons", "{number} personer"),
    "counted-nothing": ("nothing as yet", "endnu intet"),
    "lead-reporting": ("Who reports to whom.", "Hvem refererer til hvem."),
    "lead-reporting-none": (
        "Nothing is written down about it.",
        "Det er der ikke skrevet noget ned om.",
    ),
    "lead-appointment": ("Who appoints whom.", "Hvem udpeger hvem."),
    "lead-appointment-none": (
        "Nothing is written down about it.",
        "Det er der ikke skrevet noget ned om.",
    ),
    "lead-seats": ("Seats.", "Pladser."),
    "lead-evidence": ("Evidence.", "Belæg."),
    "at-the-top": ("At the top is {names}", "Øverst står {names}"),
    "at-the-tops": ("At the top are {names}", "Øverst står {names}"),
    "told-of": ("{subject} – {label}: {object}", "{subject} – {label}: {object}"),
    "place-in": ("{number} member of {body}", "{number} medlem af {body}"),
    "places-in": ("{number} members of {body}", "{number} medlemmer af {body}"),
    "for-each-of": ("{places} for each of {collective}", "{places} for hver af {collective}"),
    "summary-cut": (
        "More of it stands in the tables below.",
        "Mere herom står i tabellerne nedenfor.",
    ),
    "seats-all-filled": ("all seats are filled in {bodies}", "alle pladser er besat i {bodies}"),
    "seat-is-vacant": (
        "{number} seat is vacant in {body}: {seats}",
        "{number} plads er ledig i {body}: {seats}",
    ),
    "seats-vacant": (
        "{number} seats are vacant in {body}: {seats}",
        "{number} pladser er ledige i {body}: {seats}",
    ),
    "seats-empty": (
        "in {body} nobody is known to hold what may stand empty: {seats}",
        "i {body} står ingen opført på det, der må stå tomt: {seats}",
    ),
    "seats-expired": (
        "in {body} the term is over for {members}",
        "i {body} er funktionsperioden udløbet for {members}",
    ),
    "seats-over-filled": (
        "there are more members than places in {body}: {seats}",
        "der er flere medlemmer end pladser i {body}: {seats}",
    ),
    "seats-unknown": (
        "for {bodies} it is not written down who holds every seat",
        "for {bodies} er det ikke skrevet ned, hvem der sidder på alle pladser",
    ),
    "no-quotes": (
        "The data quotes no words of a source.",
        "Dataene citerer ingen ord fra nogen kilde.",
    ),
    "quotes-all-found": (
        "Every quotation was found in its source ({number} in all).",
        "Hvert citat er fundet i sin kilde (i alt {number}).",
    ),
    "quotes-mixed": (
        "Quotations: {number} in all, of which {told}.",
        "Citater: {number} i alt, heraf {told}.",
    ),
    "quotes-verified": ("{number} found in the source", "{number} fundet i kilden"),
    "quotes-not_found": ("{number} not found", "{number} ikke fundet"),
    "quotes-ambiguous": (
        "{number} found in several places",
        "{number} fundet flere steder",
    ),
    "quotes-unchecked": ("{number} not checked", "{number} ikke kontrolleret"),
    "inferred-count": (
        "Statements that are inferred, and that no source makes: {number}; they are marked so.",
        "Udsagn, som er udledt og ikke står i nogen kilde: {number}; de er mærket sådan.",
    ),
    "found-error": ("{number} error", "{number} fejl"),
    "found-errors": ("{number} errors", "{number} fejl"),
    "found-warning": ("{number} warning", "{number} advarsel"),
    "found-warnings": ("{number} warnings", "{number} advarsler"),
    "found-note": ("{number} note", "{number} bemærkning"),
    "found-notes": ("{number} notes", "{number} bemærkninger"),
    "found-these": ("The checks found {found}.", "Kontrollen fandt {found}."),
    "found-only-notes": (
        "The checks found no errors and no warnings, but {found}.",
        "Kontrollen fandt hverken fejl eller advarsler, men {found}.",
    ),
    "found-nothing": ("The checks found nothing wrong.", "Kontrollen fandt intet galt."),
    "how-to-read": (
        "The words of this report are made from the data. Raised numbers lead to the notes, which "
        "quote the sources. Inferred means that no source states it; derived, that it follows from "
        "a seat and whoever holds it.",
        "Ordene i rapporten er dannet af dataene. De hævede tal henviser til noterne, som citerer "
        "kilderne. Udledt betyder, at ingen kilde siger det; afledt, at det følger af en plads og "
        "den, der har den.",
    ),
    "past-in-tables": (
        "What is over on the day, or to come, stands in the tables alone.",
        "Det, der er forbi på dagen eller først kommer, står kun i tabellerne.",
    ),
    # Figures
    "figure-untitled": ("The organisation", "Organisationen"),
    "figure-shows": (
        "{title} The picture has {cards} and {lines}. It shows {names}",
        "{title} Billedet har {cards} og {lines}. Det viser {names}",
    ),
    "picture-card": ("{number} card", "{number} kort"),
    "picture-cards": ("{number} cards", "{number} kort"),
    "picture-line": ("{number} line", "{number} linje"),
    "picture-lines": ("{number} lines", "{number} linjer"),
    "figure-is-part": (
        "Of {number} nodes only those next to the top are drawn. Views say what else to draw: "
        "orggraph report --view.",
        "Af {number} knuder er kun de nærmeste omkring toppen tegnet. Visninger siger, hvad der "
        "ellers skal tegnes: orggraph report --view.",
    ),
    # Bodies
    "no-bodies": (
        "Neither seats, members nor purposes are written down.",
        "Hverken pladser, medlemmer eller formål er skrevet ned.",
    ),
    "bodies-left-out": (
        "Further bodies, which are not shown: {number}. Each is told by: orggraph members BODY",
        "Yderligere organer, som ikke vises: {number}. Hvert af dem vises af: orggraph members "
        "BODY",
    ),
    "its-purposes": ("Purposes:", "Formål:"),
    "its-remarks": ("Remarks:", "Bemærkninger:"),
    "roster-of": ("Seats and members: {body}", "Pladser og medlemmer: {body}"),
    "rows-left-out": (
        "Further rows, which are not shown: {number}. orggraph members has them all.",
        "Yderligere rækker, som ikke vises: {number}. orggraph members har dem alle.",
    ),
    # Relations
    "no-relations": (
        "No relations are written down besides memberships.",
        "Ud over medlemskaber er der ikke skrevet relationer ned.",
    ),
    "family-table": ("{family}, relations: {number}", "{family}, relationer: {number}"),
    "col-remarks": ("remarks", "bemærkninger"),
    "relations-left-out": (
        "Further relations, which are not shown: {number}. All are listed by: orggraph relations "
        "--family {family}",
        "Yderligere relationer, som ikke vises: {number}. Alle vises af: orggraph relations "
        "--family {family}",
    ),
    # Nodes
    "nodes-table": ("All that is named: {number}", "Alle nævnte: {number}"),
    "nodes-left-out": (
        "Further ones, which are not shown: {number}. All are listed by: orggraph nodes",
        "Yderligere, som ikke vises: {number}. Alle vises af: orggraph nodes",
    ),
    # Checks and sources
    "findings-table": ("What the checks found", "Kontrollens fund"),
    "col-finding": ("finding", "fund"),
    "col-place": ("place", "sted"),
    "in-file-line": ("{file}, line {line}", "{file}, linje {line}"),
    "no-sources-named": ("The data names no sources.", "Dataene nævner ingen kilder."),
    "sources-table": ("Sources of the statements", "Udsagnenes kilder"),
    "col-source-title": ("title", "titel"),
    "col-publisher": ("publisher", "udgiver"),
    "col-source-date": ("date", "dato"),
    "col-address": ("address", "adresse"),
    "col-quotes-found": ("quotations found", "citater fundet"),
    "col-document": ("document", "dokument"),
    "so-many-of": ("{found} of {total}", "{found} af {total}"),
    "document-away": ("not at hand", "ikke ved hånden"),
    "document-there": ("at hand", "ved hånden"),
    "document-same": ("unchanged since it was quoted", "uændret, siden det blev citeret"),
    "document-changed": ("changed since it was quoted", "ændret, siden det blev citeret"),
    "quotes-left-out": (
        "Further quotations, which are not counted by source here: {number}.",
        "Yderligere citater, som ikke er talt med for hver kilde her: {number}.",
    ),
    # Notes
    "note-verified": (
        "paragraph {paragraph}: “{quote}” (verified)",
        "afsnit {paragraph}: »{quote}« (bekræftet)",
    ),
    "note-doubtful": ("“{quote}” ({state})", "»{quote}« ({state})"),
    "note-not_found": ("not found in the source", "ikke fundet i kilden"),
    "note-ambiguous": ("in several paragraphs of the source", "i flere af kildens afsnit"),
    "note-unchecked": (
        "not checked: the source is not at hand",
        "ikke kontrolleret: kilden er ikke ved hånden",
    ),
    # What cannot be written
    "view-left-out": (
        "The view '{view}' does not fit this data and is left out: {reason}",
        "Visningen '{view}' passer ikke til disse data og er udeladt: {reason}",
    ),
    "figure-written": ("{first}: the figure of the report", "{first}: rapportens figur"),
    "figures-written": (
        "{first} to {last}: figures of the report, {figures} in all",
        "{first} til {last}: rapportens figurer, i alt {figures}",
    ),
    "making-report": ("Writing the report", "Skriver rapporten"),
    "no-document-writer": (
        "'{suffix}' is no format of reports; formats: {known}",
        "'{suffix}' er ikke et rapportformat; formater: {known}",
    ),
    "no-document-writer-but": (
        "'{suffix}' is no format of reports; did you mean '{suggestion}'? Formats: {known}",
        "'{suffix}' er ikke et rapportformat; mente du '{suggestion}'? Formater: {known}",
    ),
    "template-not-taken": (
        "'{template}' is no template for {format}, which takes {takes}; name such a file",
        "'{template}' er ikke en skabelon til {format}, som bruger {takes}; angiv en sådan fil",
    ),
    "template-broken": (
        "'{template}' cannot be used as a template: {reason}",
        "'{template}' kan ikke bruges som skabelon: {reason}",
    ),
    "not-in-utf-8": ("it is not in UTF-8", "den er ikke i UTF-8"),
    "no-templates-for": (
        "{format} takes no template; leave '{template}' out, and see --theme",
        "{format} bruger ingen skabelon; udelad '{template}', og se --theme",
    ),
}
