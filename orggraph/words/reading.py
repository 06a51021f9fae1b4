"""What is wrong with files, and with the names and words that people use of the data."""

from orggraph.words.entries import Phrase, ProblemText, error

PHRASES: dict[str, Phrase] = {
    "did-you-mean": ("; did you mean '{suggestion}'?", "; mente du '{suggestion}'?"),
    "a-mapping": ("keys with values", "nøgler med værdier"),
    "a-list": ("a list", "en liste"),
    "a-text": ("text", "tekst"),
    "a-truth": ("yes or no", "ja eller nej"),
    "cannot-read": (
        "the data cannot be read; errors: {count}",
        "data kan ikke læses; fejl: {count}",
    ),
    # Nodes, words and sources that the data does not have
    "unknown-node-id": ("there is no node '{query}'", "der er ingen knude '{query}'"),
    "unknown-node": (
        "no node is called '{query}'; closest: {shown}",
        "ingen knude hedder '{query}'; nærmest: {shown}",
    ),
    "no-node-like": (
        "no node is called '{query}', or anything like it; 'orggraph nodes' lists them",
        "ingen knude hedder '{query}' eller noget lignende; 'orggraph nodes' viser dem",
    ),
    "node-not-then": (
        "not there at the date {date}: {shown}; choose another date",
        "findes ikke pr. {date}: {shown}; vælg en anden dato",
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
    "source-no-file": (
        "--source {source}: '{path}' is no ordinary file; name the document itself",
        "--source {source}: '{path}' er ikke en almindelig fil; angiv selve dokumentet",
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
    # What other packages add
    "plugin-broken": (
        "the {kind} '{name}' of the package '{package}' cannot be loaded ({reason}); update the "
        "package or uninstall it",
        "{kind} '{name}' fra pakken '{package}' kan ikke indlæses ({reason}); opdatér pakken, "
        "eller afinstallér den",
    ),
    "plugin-is-none": (
        "the package '{package}' announces '{what}' as '{name}', which is no {kind} of {home}; "
        "update the package or uninstall it",
        "pakken '{package}' angiver '{what}' som '{name}', men det er ikke en {kind} fra {home}; "
        "opdatér pakken, eller afinstallér den",
    ),
    # Why the operating system refuses
    "os-error": ("cannot use '{path}': {reason}", "kan ikke bruge '{path}': {reason}"),
    "os-missing": ("there is no such file or directory", "der er ingen sådan fil eller mappe"),
    "os-denied": ("permission denied", "adgang nægtet"),
    "os-exists": ("it exists already", "den findes allerede"),
    "os-no-directory": ("part of the path is no directory", "en del af stien er ingen mappe"),
    "os-directory": ("it is a directory", "det er en mappe"),
    "os-full": ("no space left on the device", "der er ikke plads på enheden"),
    "os-read-only": ("the file system is read-only", "filsystemet kan kun læses"),
    "os-long-name": ("the name is too long", "navnet er for langt"),
}

PROBLEMS: dict[str, ProblemText] = {
    # Files
    "file-missing": error(
        "R001",
        "there is no file or directory '{path}'; name another, or write one with 'orggraph init'",
        "der er ingen fil eller mappe '{path}'; angiv en anden, eller skriv en med 'orggraph init'",
    ),
    "file-unreadable": error(
        "R002", "cannot read '{path}': {reason}", "kan ikke læse '{path}': {reason}"
    ),
    "file-too-large": error(
        "R003",
        "'{path}' is larger than {limit} MB; divide it into several files in one directory",
        "'{path}' er større end {limit} MB; del den i flere filer i én mappe",
    ),
    "not-utf8": error(
        "R004",
        "not UTF-8; the file looks like {encoding}: save it again as UTF-8",
        "ikke UTF-8; filen ligner {encoding}: gem den igen som UTF-8",
    ),
    "control-character": error(
        "R005",
        "the character {character} does not belong in text; remove it",
        "tegnet {character} hører ikke til i tekst; fjern det",
    ),
    "no-files": error(
        "R006",
        "there is no *.yaml file in '{path}'; write one with 'orggraph init'",
        "der er ingen *.yaml-fil i '{path}'; skriv en med 'orggraph init'",
    ),
    "empty-file": error(
        "R007",
        "'{path}' is empty; 'orggraph init' shows what a data file looks like",
        "'{path}' er tom; 'orggraph init' viser, hvordan en datafil ser ud",
    ),
    "not-text": error(
        "R008",
        "no text, but the bytes of another format; save it as text in UTF-8, or let a document "
        "keep its own suffix, such as .pdf or .docx",
        "ikke tekst, men et andet format; gem den som tekst i UTF-8, eller lad et dokument beholde "
        "sin egen filendelse, for eksempel .pdf eller .docx",
    ),
    # YAML
    "syntax": error("R101", "not YAML: {detail}", "ikke YAML: {detail}"),
    "syntax-colon": error(
        "R102",
        "a colon followed by a space does not belong here; put the text in quotes, or check the "
        "indentation",
        "et kolon fulgt af mellemrum hører ikke til her; sæt teksten i anførselstegn, eller se på "
        "indrykningen",
    ),
    "syntax-start": error(
        "R103",
        "nothing can start with this character; indent with spaces, not tabs, and put text that "
        "starts with % @ ` in quotes",
        "intet kan begynde med dette tegn; ryk ind med mellemrum, ikke tabulator, og sæt tekst, "
        "der begynder med % @ `, i anførselstegn",
    ),
    "syntax-alias": error(
        "R104",
        "this alias has no anchor above it; text that starts with * belongs in quotes",
        "dette alias har intet anker ovenfor; tekst, der begynder med *, skal i anførselstegn",
    ),
    "syntax-bracket": error(
        "R105",
        "a comma or a closing bracket is missing before this",
        "her foran mangler et komma eller en slutparentes",
    ),
    "syntax-indent": error(
        "R106",
        "this line is indented differently from those it belongs to",
        "linjen er rykket anderledes ind end dem, den hører til",
    ),
    "syntax-no-colon": error(
        "R107",
        "a colon is missing after the key, above this place",
        "der mangler et kolon efter nøglen, oven for dette sted",
    ),
    "syntax-quote": error(
        "R108", "a quotation mark is never closed", "et anførselstegn bliver aldrig lukket"
    ),
    "syntax-escape": error(
        "R109",
        "in double quotes a backslash must be written twice; single quotes avoid that",
        "i dobbelte anførselstegn skal omvendt skråstreg skrives to gange; enkelte undgår det",
    ),
    "tag": error(
        "R213",
        "the tag {tag} is not allowed; text that starts with ! belongs in quotes",
        "mærket {tag} er ikke tilladt; tekst, der begynder med !, skal i anførselstegn",
    ),
    "problems-untold": error(
        "R115",
        "the file has more problems, beyond these {limit}, which are not shown",
        "filen har flere problemer end disse {limit}; de vises ikke",
    ),
    "too-deep": error(
        "R110", "nested more than {limit} levels deep", "indlejret mere end {limit} niveauer"
    ),
    "alias-bomb": error(
        "R111",
        "following its aliases would make the file more than {times} times as large",
        "følges aliasserne, bliver filen mere end {times} gange så stor",
    ),
    "several-documents": error(
        "R112",
        "a second document begins here; put it in a file of its own in the same directory",
        "her begynder et dokument mere; læg det i sin egen fil i samme mappe",
    ),
    "not-a-mapping": error(
        "R113",
        "a data file is made of headings such as 'bodies:' and 'persons:'",
        "en datafil består af overskrifter som 'bodies:' og 'persons:'",
    ),
    "key-not-text": error("R214", "a key must be text", "en nøgle skal være tekst"),
    "repeated-key": error(
        "R215",
        "the key '{key}' stands here already, on line {line}; put both together",
        "nøglen '{key}' står her allerede, på linje {line}; saml de to",
    ),
    "syntax-goes-on": error(
        "R114",
        "the text goes on after a closing quotation mark or bracket; put quotes around all of it",
        "teksten fortsætter efter et sluttende anførselstegn eller en slutparentes; sæt "
        "anførselstegn om det hele",
    ),
    # Fields
    "unknown-key": error("R201", "unknown key '{key}'", "ukendt nøgle '{key}'"),
    "missing-key": error("R202", "'{key}' is missing here", "'{key}' mangler her"),
    "wrong-shape": error(
        "R203",
        "expected {expected}, found {found}",
        "ventede {expected}, fandt {found}",
    ),
    "not-a-choice": error(
        "R204", "'{text}' is none of: {choices}", "'{text}' er ikke en af: {choices}"
    ),
    "bad-date": error(
        "R205",
        "'{text}' is no date; write 2025, 2025-03 or 2025-03-01",
        "'{text}' er ingen dato; skriv 2025, 2025-03 eller 2025-03-01",
    ),
    "bad-count": error(
        "R206",
        "'{text}' is no number of seats; write 1, 4-6, 2+ or 1 per <collective>",
        "'{text}' er intet antal pladser; skriv 1, 4-6, 2+ eller 1 per <kollektiv>",
    ),
    "bad-term": error(
        "R207",
        "'{text}' is no length of time; write 3 years or 18 months",
        "'{text}' er ingen periode; skriv 3 år eller 18 måneder",
    ),
    "bad-id": error(
        "R208",
        "'{text}' cannot be an id; use letters, digits, - _ and . without spaces",
        "'{text}' kan ikke være et id; brug bogstaver, tal, - _ og . uden mellemrum",
    ),
    "bad-language": error(
        "R209",
        "'{code}' is no language code; write da or en",
        "'{code}' er ingen sprogkode; skriv da eller en",
    ),
    "bad-evidence": error(
        "R210",
        "'{text}' is no evidence; write a source's id, a colon and words of the source",
        "'{text}' er intet belæg; skriv en kildes id, et kolon og ord fra kilden",
    ),
    "one-member": error(
        "R211",
        "a member is named once, by one of: {kinds}",
        "et medlem nævnes én gang, med en af: {kinds}",
    ),
    "second-title": error(
        "R212",
        "the graph has the title '{title}' already, in another file; keep one",
        "grafen har allerede titlen '{title}' i en anden fil; behold én",
    ),
    "repeated-language": error(
        "R216",
        "the text in the language '{code}' is given already, on line {line}; keep one",
        "teksten på sproget '{code}' er angivet allerede, på linje {line}; behold én",
    ),
    # Settings of rules
    "unknown-rule": error(
        "R217",
        "'{rule}' cannot be set: it is no rule of evidence (E), seats (S) or governance (G); "
        "orggraph explain lists them",
        "'{rule}' kan ikke indstilles: det er ingen regel for belæg (E), pladser (S) eller styring "
        "(G); orggraph explain viser dem",
    ),
    "unknown-subject": error(
        "R218",
        "'{subject}' is the id of no node, seat, relation or source",
        "'{subject}' er ikke id for nogen knude, plads, relation eller kilde",
    ),
    "repeated-setting": error(
        "R219",
        "the rule {rule} is set for the same already, at {first}; put both together",
        "reglen {rule} er allerede indstillet for det samme i {first}; saml de to",
    ),
}
