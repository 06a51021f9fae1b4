"""Words of evidence: what became of quotations, documents and their paragraphs."""

from orggraph.words.entries import Phrase, ProblemText, error, warning

PHRASES: dict[str, Phrase] = {
    # Coverage
    "paragraph-covered": ("quoted: {percent}%", "citeret: {percent} %"),
    "paragraph-set_aside": ("set aside", "lagt til side"),
    "paragraph-uncovered": ("nothing rests on it", "intet hviler på det"),
    "at-characters": ("characters {places}", "tegn {places}"),
    "claim-purpose": ("{node}, purpose: {text}", "{node}, formål: {text}"),
    "candidate": (
        "perhaps, since other paragraphs have the words too: {what}",
        "måske, for andre afsnit har også ordene: {what}",
    ),
    "coverage": (
        "{source}: {covered} of {total} paragraphs covered, {aside} set aside, {left} left. "
        "Accounted for: {percent}%.",
        "{source}: {covered} af {total} afsnit dækket, {aside} lagt til side, {left} tilbage. "
        "Gjort rede for: {percent} %.",
    ),
    "bad-percent": (
        "'{text}' is no percentage from 0 to 100",
        "'{text}' er ikke en procentsats fra 0 til 100",
    ),
    "coverage-empty": (
        "{source}: the document has no text.",
        "{source}: dokumentet har ingen tekst.",
    ),
    "hash-not-recorded": (
        "No hash of the document is recorded; to be told when it changes, write under the source: "
        "sha256: {present}",
        "Dokumentets hashværdi er ikke noteret; for at få besked, når dokumentet ændres, skriv "
        "under kilden: sha256: {present}",
    ),
    "hash-changed": (
        "The document has changed since it was recorded; once its quotations are gone through, "
        "write under the source: sha256: {present}",
        "Dokumentet er ændret, siden det blev noteret; når citaterne er gået igennem, skriv under "
        "kilden: sha256: {present}",
    ),
    # What comes nearest to a quotation that is not found
    "document-empty": ("the document has no text", "dokumentet har ingen tekst"),
    "closest-paragraph": (
        "closest is paragraph {paragraph}: {start}",
        "nærmest er afsnit {paragraph}: {start}",
    ),
    "no-paragraph-near": (
        "no paragraph has half of its words, the closest being {paragraph}: {start}",
        "intet afsnit har halvdelen af ordene; nærmest er {paragraph}: {start}",
    ),
    "words-differ": (
        "the quotation has “{quoted}”, the paragraph “{document}”",
        "citatet har “{quoted}”, afsnittet “{document}”",
    ),
    "only-quoted": (
        "only the quotation has “{quoted}”",
        "kun citatet har “{quoted}”",
    ),
    "only-in-document": (
        "only the paragraph has “{document}”",
        "kun afsnittet har “{document}”",
    ),
    "more-differences": ("and more", "med mere"),
    "parts-in-another-order": (
        "paragraph {paragraph} has its parts, but not one after the other",
        "afsnit {paragraph} har citatets dele, men ikke efter hinanden",
    ),
    "parts-stand-apart": (
        "its parts stand in different paragraphs: {places}",
        "citatets dele står i forskellige afsnit: {places}",
    ),
    "part-stands": (
        "“{words}” in paragraph {paragraphs}",
        "“{words}” i afsnit {paragraphs}",
    ),
}

PROBLEMS: dict[str, ProblemText] = {
    "document-library-missing": warning(
        "R231",
        "{path} needs a library to be read; install it with: pip install 'orggraph[documents]'",
        "{path} kræver et programbibliotek for at kunne læses; installér det med: "
        "pip install 'orggraph[documents]'",
    ),
    "document-broken": warning(
        "R232",
        "{path} cannot be read as {form}; open it, save it again, or give its text",
        "{path} kan ikke læses som {form}; åbn filen og gem den igen, eller brug dens tekst",
    ),
    "document-encrypted": warning(
        "R233",
        "{path} is protected by a password; save it without, or give its text",
        "{path} er beskyttet med adgangskode; gem filen uden, eller brug dens tekst",
    ),
    "document-without-text": warning(
        "R234",
        "{path} has no text, as when it is scanned; give its text, such as from OCR",
        "{path} har ingen tekst, som når noget er skannet; brug en tekst, for eksempel fra OCR",
    ),
    "document-too-large": warning(
        "R235",
        "{path} is larger than {limit} MB; give only the part that is quoted, or its text",
        "{path} er større end {limit} MB; brug kun den del, der citeres, eller dens tekst",
    ),
    "bad-hash": error(
        "R230",
        "'{text}' is no SHA-256; write its 64 hexadecimal digits, as coverage and sha256sum do",
        "'{text}' er ikke en SHA-256; skriv dens 64 hexadecimale cifre, som coverage og sha256sum "
        "gør",
    ),
    "quote-not-found": error(
        "E101",
        "not in the source '{source}': \"{quote}\"; {nearest}",
        "ikke i kilden '{source}': \"{quote}\"; {nearest}",
    ),
    "quote-ambiguous": error(
        "E102",
        "\"{quote}\" stands in several paragraphs of '{source}'; quote more words to say which: "
        "{paragraphs}",
        "\"{quote}\" står i flere afsnit af '{source}'; citér flere ord for at vise hvilket: "
        "{paragraphs}",
    ),
    "source-not-at-hand": warning(
        "E103",
        "the source '{source}' is not at hand, so quotations are unchecked: {count} ({reason}); "
        "name it with --source {source}=FILE",
        "kilden '{source}' er ikke ved hånden, så citater er ukontrollerede: {count} ({reason}); "
        "angiv den med --source {source}=FIL",
    ),
    "document-changed": warning(
        "E104",
        "the document of '{source}' has changed since it was recorded (SHA-256 was {recorded}, is "
        "now {present}); what rests on it: {count}, quotations that no longer stand: {lost}; go "
        "through them, and write the new hash under the source",
        "dokumentet til '{source}' er ændret, siden det blev noteret (SHA-256 var {recorded}, er "
        "nu {present}); det, der hviler på det: {count}, citater, der ikke længere findes: {lost}; "
        "gå dem igennem, og skriv den nye hashværdi under kilden",
    ),
    "aside-not-found": warning(
        "E105",
        "set aside from '{source}' is \"{quote}\", which no paragraph has; {nearest}",
        "lagt til side i '{source}': \"{quote}\", som ikke står i noget afsnit; {nearest}",
    ),
    "aside-ambiguous": warning(
        "E106",
        "set aside from '{source}' is \"{quote}\", which several paragraphs have; quote more words "
        "to say which: {paragraphs}",
        "lagt til side i '{source}': \"{quote}\", som står i flere afsnit; citér flere ord for at "
        "vise hvilket: {paragraphs}",
    ),
    "aside-covered": warning(
        "E107",
        "set aside from '{source}' is \"{quote}\", in paragraph {paragraph}, that something rests "
        "on after all: {resting}; take one of them out",
        "lagt til side i '{source}': \"{quote}\" i afsnit {paragraph}, som noget alligevel hviler "
        "på: {resting}; fjern det ene",
    ),
}
