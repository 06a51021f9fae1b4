"""What can be wrong, each with a code, a severity and a sentence in English and Danish.

Codes: R0 files, R1 YAML, R2 what a field holds, M the model's laws, V the vocabulary, E evidence,
S seats, T themes, D diagrams.
"""

from typing import Literal, NamedTuple


class ProblemText(NamedTuple):
    """A kind of problem. The sentences are templates of `str.format` over the same facts."""

    code: str
    severity: Literal["error", "warning"]
    en: str
    da: str


def _error(code: str, en: str, da: str) -> ProblemText:
    return ProblemText(code, "error", en, da)


def _warning(code: str, en: str, da: str) -> ProblemText:
    return ProblemText(code, "warning", en, da)


PROBLEMS: dict[str, ProblemText] = {
    # Files
    "file-missing": _error(
        "R001",
        "there is no file or directory '{path}'; name another with -d, or write one with "
        "'orggraph init'",
        "der er ingen fil eller mappe '{path}'; angiv en anden med -d, eller skriv en med "
        "'orggraph init'",
    ),
    "file-unreadable": _error(
        "R002", "cannot read '{path}': {reason}", "kan ikke læse '{path}': {reason}"
    ),
    "file-too-large": _error(
        "R003",
        "'{path}' is larger than {limit} MB; divide it into several files in one directory",
        "'{path}' er større end {limit} MB; del den i flere filer i én mappe",
    ),
    "not-utf8": _error(
        "R004",
        "not UTF-8; the file looks like {encoding}: save it again as UTF-8",
        "ikke UTF-8; filen ligner {encoding}: gem den igen som UTF-8",
    ),
    "control-character": _error(
        "R005",
        "the character {character} does not belong in text; remove it",
        "tegnet {character} hører ikke til i tekst; fjern det",
    ),
    "no-files": _error(
        "R006",
        "there is no *.yaml file in '{path}'; write one with 'orggraph init'",
        "der er ingen *.yaml-fil i '{path}'; skriv en med 'orggraph init'",
    ),
    "empty-file": _error(
        "R007",
        "'{path}' is empty; 'orggraph init' shows what a data file looks like",
        "'{path}' er tom; 'orggraph init' viser, hvordan en datafil ser ud",
    ),
    # YAML
    "syntax": _error("R101", "not YAML: {detail}", "ikke YAML: {detail}"),
    "syntax-colon": _error(
        "R102",
        "a colon followed by a space does not belong here; put the text in quotes, or check the "
        "indentation",
        "et kolon fulgt af mellemrum hører ikke til her; sæt teksten i anførselstegn, eller se på "
        "indrykningen",
    ),
    "syntax-start": _error(
        "R103",
        "nothing can start with this character; indent with spaces, not tabs, and put text that "
        "starts with % @ ` in quotes",
        "intet kan begynde med dette tegn; ryk ind med mellemrum, ikke tabulator, og sæt tekst, "
        "der begynder med % @ `, i anførselstegn",
    ),
    "syntax-alias": _error(
        "R104",
        "this alias has no anchor above it; text that starts with * belongs in quotes",
        "dette alias har intet anker ovenfor; tekst, der begynder med *, skal i anførselstegn",
    ),
    "syntax-bracket": _error(
        "R105",
        "a comma or a closing bracket is missing before this",
        "her foran mangler et komma eller en slutparentes",
    ),
    "syntax-indent": _error(
        "R106",
        "this line is indented differently from those it belongs to",
        "linjen er rykket anderledes ind end dem, den hører til",
    ),
    "syntax-no-colon": _error(
        "R107",
        "a colon is missing after the key, above this place",
        "der mangler et kolon efter nøglen, oven for dette sted",
    ),
    "syntax-quote": _error(
        "R108", "a quotation mark is never closed", "et anførselstegn bliver aldrig lukket"
    ),
    "syntax-escape": _error(
        "R109",
        "in double quotes a backslash must be written twice; single quotes avoid that",
        "i dobbelte anførselstegn skal omvendt skråstreg skrives to gange; enkelte undgår det",
    ),
    "tag": _error(
        "R213",
        "the tag {tag} is not allowed; text that starts with ! belongs in quotes",
        "mærket {tag} er ikke tilladt; tekst, der begynder med !, skal i anførselstegn",
    ),
    "too-deep": _error(
        "R110", "nested more than {limit} levels deep", "indlejret mere end {limit} niveauer"
    ),
    "alias-bomb": _error(
        "R111",
        "following its aliases would make the file more than {times} times as large",
        "følges aliasserne, bliver filen mere end {times} gange så stor",
    ),
    "several-documents": _error(
        "R112",
        "a second document begins here; put it in a file of its own in the same directory",
        "her begynder et dokument mere; læg det i sin egen fil i samme mappe",
    ),
    "not-a-mapping": _error(
        "R113",
        "a data file is made of headings such as 'bodies:' and 'persons:'",
        "en datafil består af overskrifter som 'bodies:' og 'persons:'",
    ),
    "key-not-text": _error("R214", "a key must be text", "en nøgle skal være tekst"),
    "repeated-key": _error(
        "R215",
        "the key '{key}' stands here already, on line {line}; put both together",
        "nøglen '{key}' står her allerede, på linje {line}; saml de to",
    ),
    "syntax-goes-on": _error(
        "R114",
        "the text goes on after a closing quotation mark or bracket; put quotes around all of it",
        "teksten fortsætter efter et sluttende anførselstegn eller en slutparentes; sæt "
        "anførselstegn om det hele",
    ),
    # Fields
    "unknown-key": _error("R201", "unknown key '{key}'", "ukendt nøgle '{key}'"),
    "missing-key": _error("R202", "'{key}' is missing here", "'{key}' mangler her"),
    "wrong-shape": _error(
        "R203",
        "expected {expected}, found {found}",
        "ventede {expected}, fandt {found}",
    ),
    "not-a-choice": _error(
        "R204", "'{text}' is none of: {choices}", "'{text}' er ikke en af: {choices}"
    ),
    "bad-date": _error(
        "R205",
        "'{text}' is no date; write 2025, 2025-03 or 2025-03-01",
        "'{text}' er ingen dato; skriv 2025, 2025-03 eller 2025-03-01",
    ),
    "bad-count": _error(
        "R206",
        "'{text}' is no number of seats; write 1, 4-6, 2+ or 1 per <collective>",
        "'{text}' er intet antal pladser; skriv 1, 4-6, 2+ eller 1 per <kollektiv>",
    ),
    "bad-term": _error(
        "R207",
        "'{text}' is no length of time; write 3 years or 18 months",
        "'{text}' er ingen periode; skriv 3 år eller 18 måneder",
    ),
    "bad-id": _error(
        "R208",
        "'{text}' cannot be an id; use letters, digits, - _ and . without spaces",
        "'{text}' kan ikke være et id; brug bogstaver, tal, - _ og . uden mellemrum",
    ),
    "bad-language": _error(
        "R209",
        "'{code}' is no language code; write da or en",
        "'{code}' er ingen sprogkode; skriv da eller en",
    ),
    "bad-evidence": _error(
        "R210",
        "'{text}' is no evidence; write a source's id, a colon and words of the source",
        "'{text}' er intet belæg; skriv en kildes id, et kolon og ord fra kilden",
    ),
    "one-member": _error(
        "R211",
        "a member is named once, by one of: {kinds}",
        "et medlem nævnes én gang, med en af: {kinds}",
    ),
    "second-title": _error(
        "R212",
        "the graph has the title '{title}' already, in another file; keep one",
        "grafen har allerede titlen '{title}' i en anden fil; behold én",
    ),
    "repeated-language": _error(
        "R216",
        "the text in the language '{code}' is given already, on line {line}; keep one",
        "teksten på sproget '{code}' er angivet allerede, på linje {line}; behold én",
    ),
    # The model
    "unknown-node": _error("M101", "unknown node '{node}'", "ukendt knude '{node}'"),
    "repeated-node": _error(
        "M102",
        "the node '{id}' is described already, at {first}; put both together",
        "knuden '{id}' er beskrevet allerede, i {first}; saml de to",
    ),
    "repeated-seat": _error(
        "M103",
        "the seat '{id}' is described already, at {first}",
        "pladsen '{id}' er beskrevet allerede, i {first}",
    ),
    "repeated-source": _error(
        "M104",
        "the source '{id}' is described already, at {first}",
        "kilden '{id}' er beskrevet allerede, i {first}",
    ),
    "repeated-relation": _error(
        "M105",
        "the same relation is stated already, at {first}; where both hold, tell them apart by "
        "'from' or give one an 'id'",
        "den samme relation står allerede, i {first}; gælder begge, så skil dem ad med 'from', "
        "eller giv den ene et 'id'",
    ),
    "wrong-source-kind": _error(
        "M106",
        "'{node}' is a {kind}; '{type}' starts from: {allowed}",
        "'{node}' er af arten {kind}; '{type}' udgår fra: {allowed}",
    ),
    "wrong-target-kind": _error(
        "M107",
        "'{node}' is a {kind}; '{type}' leads to: {allowed}",
        "'{node}' er af arten {kind}; '{type}' fører til: {allowed}",
    ),
    "self-relation": _error(
        "M108",
        "'{node}' cannot relate to itself ({type})",
        "'{node}' kan ikke have en relation til sig selv ({type})",
    ),
    "cycle": _error(
        "M109", "a circle where there can be none: {nodes}", "en ring, hvor ingen kan være: {nodes}"
    ),
    "unknown-seat": _error(
        "M110",
        "'{body}' has no seat '{seat}'; it has: {seats}",
        "'{body}' har ingen plads '{seat}'; den har: {seats}",
    ),
    "seat-outside-roster": _error(
        "M111",
        "name the body of the seat '{seat}' too: body/{seat}",
        "nævn også organet, som pladsen '{seat}' hører til: organ/{seat}",
    ),
    "unknown-source": _error("M112", "unknown source '{source}'", "ukendt kilde '{source}'"),
    "ends-before-start": _error(
        "M113",
        "it ends ({end}) before it starts ({start})",
        "det slutter ({end}), før det begynder ({start})",
    ),
    "not-a-collective": _error(
        "M114",
        "'{id}' must be a collective to be counted by; add 'collective: yes' to it",
        "'{id}' skal være et kollektiv for at tælles efter; skriv 'collective: yes' under den",
    ),
    "announced-kind": _error(
        "M115",
        "'{node}' is a {kind}, not a {announced}",
        "'{node}' er af arten {kind}, ikke {announced}",
    ),
    "unknown-type": _error(
        "M116", "unknown relation type '{type}'", "ukendt relationstype '{type}'"
    ),
    "unknown-kind": _error("M117", "unknown kind '{kind}'", "ukendt art '{kind}'"),
    # The vocabulary
    "term-taken": _error(
        "V101",
        "'{words}' already means the relation type {type}; choose other words",
        "'{words}' betyder allerede relationstypen {type}; vælg andre ord",
    ),
    "term-reserved": _error(
        "V102",
        "'{words}' is a key of every node already; choose other words",
        "'{words}' er allerede en nøgle på enhver knude; vælg andre ord",
    ),
    # Evidence
    "quote-not-found": _error(
        "E101",
        "not in the source '{source}': \"{quote}\"; closest is paragraph {paragraph}: {closest}",
        "ikke i kilden '{source}': \"{quote}\"; nærmest er afsnit {paragraph}: {closest}",
    ),
    "quote-ambiguous": _error(
        "E102",
        "\"{quote}\" stands in several paragraphs of '{source}' ({paragraphs}); quote more words",
        "\"{quote}\" står i flere afsnit af '{source}' ({paragraphs}); citér flere ord",
    ),
    "source-not-at-hand": _warning(
        "E103",
        "the source '{source}' is not at hand, so quotations are unchecked: {count} ({reason}); "
        "name it with --source {source}=FILE",
        "kilden '{source}' er ikke ved hånden, så citater er ukontrollerede: {count} ({reason}); "
        "angiv den med --source {source}=FIL",
    ),
    # Seats
    "seat-over-filled": _error(
        "S101",
        "{seat}: more members ({filled}) than places ({count})",
        "{seat}: flere medlemmer ({filled}) end pladser ({count})",
    ),
    "seat-vacant": _warning(
        "S102",
        "{seat}: filled are {filled} of {count}, and the roster is said to be complete",
        "{seat}: besat er {filled} af {count}, og medlemslisten siges at være fuldstændig",
    ),
    # Themes
    "theme-empty": _error(
        "T101",
        "a theme is made of keys such as 'ink:' and 'kinds:'",
        "et tema består af nøgler som 'ink:' og 'kinds:'",
    ),
    "theme-missing": _error(
        "T102",
        "there is no theme file '{path}'; name a file, or one of: {known}",
        "der er ingen temafil '{path}'; angiv en fil eller et af temaerne: {known}",
    ),
    "theme-circle": _error(
        "T103",
        "the theme builds on itself: {files}; let one of them extend: {known}",
        "temaet bygger på sig selv: {files}; lad et af dem bygge på: {known}",
    ),
    "no-colour": _error(
        "T104",
        "'{key}' has no colour; put it in quotes, \"#2c4a8e\", since # begins a remark in YAML",
        "'{key}' har ingen farve; sæt den i anførselstegn, \"#2c4a8e\", da # begynder en "
        "bemærkning i YAML",
    ),
    "bad-colour": _error(
        "T105",
        '\'{text}\' is no colour; write it as "#2c4a8e" or "#24e", in quotes',
        '\'{text}\' er ingen farve; skriv den som "#2c4a8e" eller "#24e", i anførselstegn',
    ),
    "bad-width": _error(
        "T106",
        "'{text}' is no width of a line; write pixels from 0.5 to 6, such as 1.8",
        "'{text}' er ingen stregbredde; skriv pixel fra 0.5 til 6, for eksempel 1.8",
    ),
    "bad-dash": _error(
        "T107",
        "'{text}' is no pattern; write solid, or the lengths of dash and gap in turn, two to eight "
        "of them from 0.5 to 100 pixels: [8, 5]",
        "'{text}' er intet mønster; skriv solid, eller længden af streg og mellemrum på skift, to "
        "til otte længder fra 0.5 til 100 pixel: [8, 5]",
    ),
    "bad-font-family": _error(
        "T108",
        "'{text}' is no list of font families; write names with commas between: Arial, sans-serif",
        "'{text}' er ingen liste af skrifttyper; skriv navne med komma imellem: Arial, sans-serif",
    ),
    "font-missing": _error(
        "T109",
        "there is no font file '{path}'; paths start from where the theme is",
        "der er ingen skriftfil '{path}'; stier regnes fra temaets mappe",
    ),
    "font-unreadable": _error(
        "T110",
        "'{path}' cannot be used as a font; give a TrueType or OpenType file (.ttf, .otf)",
        "'{path}' kan ikke bruges som skrift; angiv en TrueType- eller OpenType-fil (.ttf, .otf)",
    ),
    "low-contrast": _warning(
        "T201",
        "the theme '{theme}': {part}, {colour} on {ground}, has a contrast of {ratio}; WCAG AA "
        "asks for {least} or more",
        "temaet '{theme}': {part}, {colour} på {ground}, har en kontrast på {ratio}; WCAG AA "
        "kræver mindst {least}",
    ),
    # Diagrams
    "not-a-view": _error(
        "D101",
        "a view is made of keys such as 'title:' and 'families:'",
        "en visning består af nøgler som 'title:' og 'families:'",
    ),
    "view-missing": _error(
        "D102",
        "there is no view file '{path}'; write one, or name another",
        "der er ingen visningsfil '{path}'; skriv en, eller angiv en anden",
    ),
    "bad-depth": _error(
        "D103",
        "'{text}' is no depth; write a whole number, 1 or more",
        "'{text}' er ingen dybde; skriv et helt tal, 1 eller mere",
    ),
    "not-two-ends": _error(
        "D104",
        "a path has two ends; write [from, to]",
        "en sti har to ender; skriv [fra, til]",
    ),
    "same-ends": _error(
        "D105",
        "both ends of the path are '{node}'; name two nodes",
        "begge ender af stien er '{node}'; nævn to knuder",
    ),
    "empty-list": _error(
        "D106",
        "the list is empty; name something, or leave the key out",
        "listen er tom; nævn noget, eller udelad nøglen",
    ),
    "needs-around": _error(
        "D107",
        "'{key}' is reckoned from a node; name it with 'around'",
        "'{key}' regnes fra en knude; angiv den med 'around'",
    ),
    "needed-and-left-out": _error(
        "D108",
        "'{node}' is left out here, and needed by '{key}'; keep one",
        "'{node}' er udeladt her, men '{key}' kræver den; behold én af delene",
    ),
    "missing-characters": _warning(
        "D109",
        "no font at hand has: {characters}; PNG and PDF show a mark instead, which a theme with "
        "another font may prevent",
        "ingen skrift ved hånden har: {characters}; PNG og PDF viser et mærke i stedet, hvilket et "
        "tema med en anden skrift kan forhindre",
    ),
    "engine-replaced": _warning(
        "D201",
        "{reason}; our own layout for trees was used instead",
        "{reason}; vores eget layout for træer blev brugt i stedet",
    ),
    "too-large-for-paper": _warning(
        "D202",
        "the picture is too large for its paper ({paper}): its smallest text would be {size} pt; "
        "show less with --around NODE --depth 2, choose a larger paper, or use --pages",
        "billedet er for stort til papiret ({paper}): den mindste tekst ville blive {size} pt; "
        "vis mindre med --around KNUDE --depth 2, vælg større papir, eller brug --pages",
    ),
    "page-too-large": _warning(
        "D203",
        "page {page} is too large for its paper ({paper}) still: its smallest text would be {size} "
        "pt; choose a larger paper, or show less, as with --members hidden",
        "side {page} er stadig for stor til papiret ({paper}): den mindste tekst ville blive "
        "{size} pt; vælg større papir, eller vis mindre, for eksempel med --members hidden",
    ),
}
