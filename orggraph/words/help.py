"""The help of the command line in Danish; in English it stands with each command and option."""

COMMANDS: dict[str, str] = {
    "app": """Undersøg, hvordan en organisation styres.

Spørg, hvem der refererer til hvem, hvem der udpeger hvem, og hvordan ét organ når et andet; \
kontrollér det skrevne mod kilderne. Navne kan staves på enhver gængs måde.

Afslutningskoder: 0 besvaret, 1 svaret er nej, eller der er problemer, 2 forkert brug eller \
ulæselige data.""",
    "check": """Kontrollér data, citater og pladser.

Hvert citat slås op i sin kilde. Afslutningskode 1, hvor der er fejl, eller med --strict \
advarsler.""",
    "coverage": """Vis, hvad der hviler på hvert afsnit af en kilde.

Afslutningskode 1, hvor intet hviler på et afsnit, og det ikke er lagt til side.""",
    "show": "Vis alt, hvad der vides om NODE.",
    "nodes": "Vis knuderne.",
    "relations": """Vis relationerne for NODE eller alle.

Relationer, der følger af pladser, er med og er mærket.""",
    "path": """Vis, hvordan FROM når TO, og hvilken slags linje det er.

Først søges en rapporteringslinje, så en sti med andre relationer, så blot en forbindelse. Hvert \
led viser sin type og de ord, det hviler på.""",
    "who": """Vis, hvem der gør RELATION ved NODE.

For eksempel: who udpeger styregruppe.

RELATION er en type eller en familie, på dansk eller engelsk. Uden NODE: alle, der gør det.""",
    "whom": """Vis, hvem NODE gør RELATION ved.

For eksempel: whom kd-net udpeger.

RELATION er en type eller en familie, på dansk eller engelsk. Uden NODE: alle, det gøres ved.""",
    "chain": "Vis rapporteringslinjen fra NODE helt til tops.",
    "tree": "Vis, hvem der refererer til NODE, på alle niveauer, eller alle linjer.",
    "common": "Vis de laveste fælles overordnede for to knuder eller flere.",
    "members": """Vis, hvem der sidder i BODY, og på hvilken plads.

Pladser, der er ledige, eller hvis indehavere ikke er skrevet ned, har deres egne linjer.""",
    "init": """Skriv en kommenteret datafil at begynde med.

Uden FILE skrives organisation.yaml i den mappe, hvor data ligger; en fil, der findes, erstattes \
aldrig.""",
    "schema": "Udskriv JSON Schema for datafiler, til editorer.",
}

# By their English: some commands use one word for different things.
OPTIONS: dict[str, str] = {
    "Data file or directory; else $ORGGRAPH_DATA, else ./data.": (
        "Datafil eller mappe; ellers $ORGGRAPH_DATA, ellers ./data."
    ),
    "Language of the answer.": "Svarets sprog.",
    "Show the traceback of an error.": "Vis, hvor i programmet en fejl opstod.",
    "Form of the answer (text).": "Svarets form (text).",
    "Leave out what does not hold on this date.": "Udelad det, der ikke gælder på datoen.",
    "The document of a source; may be repeated.": "Dokumentet bag en kilde; kan gentages.",
    "Only relations of this family; may be repeated.": (
        "Kun relationer af denne familie; kan gentages."
    ),
    "Only relations of this type; may be repeated.": "Kun relationer af denne type; kan gentages.",
    "Only nodes of this kind, such as body or person.": (
        "Kun knuder af denne art, som organ eller person."
    ),
    "Let warnings count as problems.": "Regn advarsler for problemer.",
    "Only a reporting line will do.": "Kun en rapporteringslinje duer.",
    "List every shortest path.": "Vis hver af de korteste stier.",
    "Show the version and exit.": "Vis versionen.",
    "Show this message and exit.": "Vis denne hjælp.",
}
