"""What is said of tables: CSV files and workbooks."""

from orggraph.words.entries import Phrase, ProblemText, error, note

PHRASES: dict[str, Phrase] = {
    "gap.two-of-name": (
        "managers whose name several people in the list have",
        "ledere, hvis navn flere på listen har",
    ),
    "gap.other-manager": (
        "managers whose name is not that of the number beside it, which counts",
        "ledere, hvis navn ikke passer til nummeret ved siden af, som gælder",
    ),
    "gap.sum-row": ("rows that sum up and name nobody", "sumrækker, der ikke nævner nogen"),
    "gap.vacant-row": ("vacant posts in a list of people", "ubesatte stillinger i en personliste"),
    "gap.nameless-row": (
        "rows without a name in a list of people",
        "rækker uden navn i en personliste",
    ),
    "gap.headings-again": ("headings that are repeated", "gentagne overskrifter"),
    "sign-semicolon": ("a semicolon", "semikolon"),
    "sign-tab": ("a tab", "tabulator"),
    "sign-bar": ("a vertical bar", "en lodret streg"),
    "gap.long-cell": (
        "text under '{name}' beyond the 32,767 characters of a cell",
        "tekst under '{name}' ud over de 32.767 tegn i en celle",
    ),
}
PROBLEMS: dict[str, ProblemText] = {
    # Encodings
    "unknown-encoding": error(
        "X101",
        "'{encoding}' is no encoding that text can be read in; try utf-8 or windows-1252",
        "'{encoding}' er ikke et tegnsæt, som tekst kan læses i; prøv utf-8 eller windows-1252",
    ),
    "encoding-unclear": error(
        "X102",
        "neither UTF-8 nor Windows-1252; say what it is with --encoding, such as cp850 or "
        "mac-roman, or save it again as UTF-8",
        "hverken UTF-8 eller Windows-1252; angiv tegnsættet med --encoding, for eksempel cp850 "
        "eller mac-roman, eller gem filen igen som UTF-8",
    ),
    "wrong-encoding": error(
        "X103",
        "not {encoding}: the byte at position {at} makes no sense; name another with --encoding",
        "ikke {encoding}: byten på plads {at} giver ingen mening; angiv et andet tegnsæt med "
        "--encoding",
    ),
    "encoding-found": note("X104", "read as {encoding}", "læst som {encoding}"),
    # CSV as such
    "delimiter-found": note(
        "X105",
        "{sign} stands between the cells, by the evidence of the rows",
        "cellerne er adskilt af {sign}, at dømme efter rækkerne",
    ),
    "bad-delimiter": error(
        "X106",
        "'{text}' cannot stand between cells; write comma, semicolon, tab or bar",
        "'{text}' kan ikke skille celler ad; skriv comma, semicolon, tab eller bar",
    ),
    "unclosed-quote": error(
        "X107",
        "this quotation mark is never closed; write a mark within a cell twice",
        "dette anførselstegn bliver aldrig lukket; hører det til cellens tekst, så skriv det to "
        "gange",
    ),
    "row-too-long": error(
        "X108",
        "a row of more than {limit} characters; no cell is meant to hold that much",
        "en række på over {limit} tegn; så meget er ingen celle beregnet til",
    ),
    "too-many-columns": error(
        "X109",
        "more than {limit} columns; is another sign meant to stand between the cells? Say so with "
        "--delimiter",
        "over {limit} kolonner; er cellerne adskilt af et andet tegn? Angiv det med --delimiter",
    ),
    "empty-table": error(
        "X110",
        "'{path}' has no headings and no rows",
        "'{path}' har hverken overskrifter eller rækker",
    ),
    "ragged-row": error(
        "X111",
        "the row goes on after the last heading: cells {cells}, headings {headings}; give them "
        "headings, or put quotation marks around a cell in which the sign between cells stands",
        "rækken fortsætter efter den sidste overskrift: celler {cells}, overskrifter {headings}; "
        "giv dem overskrifter, eller sæt anførselstegn om en celle, hvor skilletegnet indgår",
    ),
    "no-tables": error(
        "X112",
        "there is no *{suffix} file in '{path}'; name one nodes{suffix}",
        "der er ingen *{suffix}-fil i '{path}'; kald en af dem nodes{suffix}",
    ),
    "read-beside": note(
        "X113",
        "'{path}' is beside it and was read too",
        "'{path}' ligger ved siden af og er læst med",
    ),
    # Headings and cells
    "no-table": error(
        "X114",
        "these headings are those of no table: {headings}; tables: {known}",
        "disse overskrifter hører til ingen tabel: {headings}; tabeller: {known}",
    ),
    "repeated-heading": error(
        "X115",
        "the heading '{heading}' stands here twice, or means the same as another; keep one",
        "overskriften '{heading}' står her to gange eller betyder det samme som en anden; behold "
        "én",
    ),
    "missing-column": error(
        "X116",
        "the table {table} needs the column '{heading}'",
        "tabellen {table} mangler kolonnen '{heading}'",
    ),
    "no-such-column": error(
        "X117",
        "--column: '{column}' is no column; columns: {known}",
        "--column: '{column}' er ikke en kolonne; kolonner: {known}",
    ),
    "no-such-heading": error(
        "X118",
        "--column: no column has the heading '{heading}'",
        "--column: ingen kolonne har overskriften '{heading}'",
    ),
    "empty-cell": error(
        "X119",
        "the cell under '{heading}' is empty, and the row means nothing without it",
        "cellen under '{heading}' er tom, og uden den giver rækken ingen mening",
    ),
    "two-texts": error(
        "X120",
        "two different texts in the language '{code}'; keep one, or say with 'convert --text-lang' "
        "what language texts are in where nothing says so",
        "to forskellige tekster på sproget '{code}'; behold én, eller angiv med 'convert "
        "--text-lang', hvilket sprog tekster er på, når det ikke fremgår",
    ),
    "bad-cell-date": error(
        "X121",
        "'{text}' is no date, or may be two; write 2025, 2025-03 or 2025-03-01",
        "'{text}' er ikke en dato eller kan være to; skriv 2025, 2025-03 eller 2025-03-01",
    ),
    "nodes-made": note(
        "X122",
        "only relations here; nodes made of what they lead between: {count}",
        "her er kun relationer; knuder oprettet for det, de forbinder: {count}",
    ),
    "second-row": error(
        "X129",
        "the table graph has one row, for the whole; this is another, delete it",
        "tabellen graph har kun én række, for det hele; her er en til, slet den",
    ),
    "rows-above": note(
        "X130",
        "the headings stand in row {row}; above them: {text}",
        "overskrifterne står i række {row}; over dem står: {text}",
    ),
    "names-for-ids": note(
        "X143",
        "names in place of ids, and the nodes that have them: {count} ({names})",
        "navne i stedet for id'er og de knuder, der har dem: {count} ({names})",
    ),
    # Lists of people
    "no-staff": error(
        "X123",
        "no table of a graph, and no column of managers can be told among: {headings}; name the "
        "columns, such as --column name=HEADING --column manager=HEADING",
        "overskrifterne hører ikke til nogen tabel, og det kan ikke ses, hvilken kolonne lederne "
        "står i: {headings}; angiv kolonnerne, for eksempel --column name=OVERSKRIFT --column "
        "manager=OVERSKRIFT",
    ),
    "columns-found": note(
        "X124",
        "read as a list of people: {columns}",
        "læst som en liste over personer: {columns}",
    ),
    "columns-guessed": note(
        "X125",
        "read as a list of people, by what is in the columns: {columns}; other columns are named "
        "with --column",
        "læst som en liste over personer, at dømme efter indholdet: {columns}; andre kolonner "
        "angives med --column",
    ),
    "own-manager": note(
        "X126",
        "people who are their own manager, and report to nobody here: {count}",
        "personer, der er deres egen leder og her ikke refererer til nogen: {count}",
    ),
    "manager-not-listed": note(
        "X127",
        "managers who are not in the list themselves and were added: {count} ({names})",
        "ledere, der ikke selv står på listen og er tilføjet: {count} ({names})",
    ),
    "managers-taken": note(
        "X142",
        "managers written another way than in the list, and who they are taken for: {count} "
        "({names})",
        "ledere, der er skrevet anderledes end på listen, og hvem de er opfattet som: {count} "
        "({names})",
    ),
    "several-managers": note(
        "X128",
        "people with several managers, all of them kept: {count}",
        "personer med flere ledere, som alle er taget med: {count}",
    ),
    # Workbooks
    "workbook-old": error(
        "X131",
        "'{path}' is an old .xls file or has a password; save it as .xlsx without a password",
        "'{path}' er en gammel .xls-fil eller har adgangskode; gem den som .xlsx uden adgangskode",
    ),
    "workbook-broken": error(
        "X132",
        "'{path}' cannot be opened as a workbook; open it in a spreadsheet and save it again",
        "'{path}' kan ikke åbnes som projektmappe; åbn den i et regneark, og gem den igen",
    ),
    "workbook-too-large": error(
        "X133",
        "'{path}' would unpack to far more than it is, or to over {limit} MB, and is not opened; "
        "save it as CSV",
        "'{path}' ville udpakket fylde uforholdsmæssigt meget eller over {limit} MB og åbnes ikke; "
        "gem den som CSV",
    ),
    "workbook-entities": error(
        "X134",
        "'{part}' in the workbook declares entities, which no spreadsheet writes; it is not opened",
        "'{part}' i projektmappen erklærer entiteter, som intet regneark skriver; den åbnes ikke",
    ),
    "no-such-sheet": error(
        "X135",
        "--sheet: there is no sheet '{sheet}'; sheets: {known}",
        "--sheet: der er intet ark '{sheet}'; ark: {known}",
    ),
    "sheets-hidden": note(
        "X136",
        "hidden sheets were not read: {sheets}; name one with --sheet to read it",
        "skjulte ark er ikke læst: {sheets}; angiv et med --sheet for at læse det",
    ),
    "sheets-skipped": note(
        "X137",
        "these sheets were not read, being no table of a graph: {sheets}; name a list of people "
        "with --sheet",
        "disse ark er ikke læst, da deres overskrifter ikke hører til nogen tabel: {sheets}; angiv "
        "en personliste med --sheet",
    ),
    "merged-cells": note(
        "X138",
        "cells are merged; what they hold counts for every row that they go over",
        "nogle celler er flettet; indholdet tæller for hver række, de dækker",
    ),
    "formula-unknown": error(
        "X139",
        "the cell has a formula whose result is not in the file; open it in a spreadsheet and save "
        "it again",
        "cellen har en formel, hvis resultat ikke er i filen; åbn den i et regneark, og gem den "
        "igen",
    ),
    "cell-error": error(
        "X140",
        "the cell shows {text}, an error of its formula; mend the formula",
        "cellen viser {text}, en fejl i dens formel; ret formlen",
    ),
    "too-many-rows": error(
        "X141",
        "more than {limit} rows, which no spreadsheet has",
        "over {limit} rækker, og så mange har intet regneark",
    ),
    "too-many-cells": error(
        "X148",
        "more than {limit} cells, most of them empty: a cell stands far to the right; delete the"
        " columns that are not used",
        "over {limit} celler, de fleste tomme: en celle står langt ude til højre; slet de kolonner,"
        " der ikke bruges",
    ),
}
