"""The help of the command line in Danish; in English it stands with each command and option."""

COMMANDS: dict[str, str] = {
    "app": """Undersøg, hvordan en organisation styres.

Spørg, hvem der refererer til hvem, hvem der udpeger hvem, og hvordan ét organ når et andet; \
kontrollér det skrevne mod kilderne. Navne kan staves på enhver gængs måde.

Afslutningskoder: 0 besvaret, 1 svaret er nej, eller der er problemer, 2 forkert brug eller \
ulæselige data.""",
    "check": """Kontrollér data, citater, pladser og reglerne for god styring.

Hvert citat slås op i sin kilde; hvad en regel betyder, fortæller explain. Afslutningskode 1, hvor \
der er fejl, eller med --strict advarsler. Formaterne github og sarif er til gennemgang af en \
ændring.""",
    "explain": """Forklar et fund: hvad det betyder, hvorfor det betyder noget, hvad man gør.

CODE er dets kode eller navn, som G001 eller no-superior. Uden CODE: en tabel over alle.""",
    "convert": """Konvertér IN til OUT, og sig, hvad der gik tabt.

For eksempel: convert data organisation.xlsx.

Formater kendes på filernes endelser og indhold; --from og --to angiver dem. - er standard input \
eller output. Er der kun én fil, er den OUT, som skal være ny, og data er IN. Tabeller skrives i \
en mappe eller side om side: x.csv bliver til x-nodes.csv og så videre; ældre tabeller, der ville \
blive læst sammen med dem, afvises.

Afslutningskode 1, hvor --strict afviser.""",
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
    "terms": """Vis, hvem der sidder til hvornår, i NODE eller overalt.

For eksempel: terms styregruppe --within "6 måneder".

NODE er et organ, en post eller en, der sidder. En slutdato, som ingen har skrevet, beregnes af \
starten og pladsens funktionsperiode. Poster, der beklædes, er også med.""",
    "history": """Vis, hvad der skete hvornår, for NODE.

Dens egne datoer, dens pladser og dens relationer begge veje, ordnet efter tid; derefter det, der \
ingen dato har. Med --as-of, som det kunne fortælles på den dato.""",
    "diff": """Vis, hvad der er ændret fra OLD til NEW.

For eksempel: diff HEAD~1:data.

Hver af dem er en fil, en mappe eller REVISION:STI i git; uden NEW sammenlignes med dataene. \
Omdøbte knuder genkendes. Kilderne i en revision er dem, den har, ellers dem, der ligger her nu.

Afslutningskode 0, hvor der ingen forskel er, 1, hvor der er.""",
    "init": """Skriv en kommenteret datafil at begynde med.

Uden FILE skrives organisation.yaml i den mappe, hvor data ligger; en fil, der findes, erstattes \
aldrig.""",
    "draw": """Tegn et billede af alt, eller af det nærmeste omkring NODE.

For eksempel: draw styregruppe --depth 1 -o billede.svg.

Uden -o går SVG til standard output; en terminal viser i stedet billedet i ord. Billedet er på \
sproget fra --lang, ellers visningens, ellers dataenes. Med -o x.pptx alene lægges det ud til et \
slide, medmindre --paper eller visningen siger andet; med --template er skrifttyper og farver \
skabelonens.""",
    "build": """Lav billederne af alle visninger i DIRECTORY.

Kun det, der er ændret, skrives. DIRECTORY er ./diagrams; hver *.yaml i den er en visning, som \
siger, på hvilke sprog og i hvilke formater den tegnes. Med --lang er kun beskederne her på det \
sprog. Med --as-of viser hvert billede, hvad der gælder den dato, uanset hvad visningen siger.""",
    "explore": """Undersøg data i en browser.

For eksempel: explore -o organisation.html.

Uden -o serveres siden på denne maskine, og ikke for andre, indtil Ctrl-C; den følger ændringer i \
data og dokumenter. Med -o er den én fil, som kan sendes med mail og ikke kræver netværk.""",
    "report": """Skriv en rapport: sammenfatning, figurer, medlemslister, relationer, kontrol og \
noter.

For eksempel: report -o styring.docx.

FILE ender på .docx, .html, .md eller .pdf. Figurerne er visningerne i ./diagrams, \
den der siger mest først, ellers ét billede af det hele; til Markdown er de SVG-filer ved siden \
af. Uden -o går Markdown til standard output og fortæller figurerne i ord. Rapporten er på sproget \
fra --lang, ellers dataenes.""",
    "schema": "Udskriv JSON Schema for datafiler, visninger eller temaer, til editorer.",
}

# By their English: some commands use one word for different things.
OPTIONS: dict[str, str] = {
    "Format of IN; else it is found out.": "Formatet på IN; ellers afgøres det af filen.",
    "Format of OUT; else its ending says it.": "Formatet på OUT; ellers afgøres det af endelsen.",
    "The heading of a column, such as name=Navn; may be repeated.": (
        "Overskriften på en kolonne, som name=Navn; kan gentages."
    ),
    "Encoding of a CSV file, such as windows-1252.": "En CSV-fils tegnsæt, som windows-1252.",
    "What separates the cells of a CSV file; tab is a tabulator.": (
        "Hvad der adskiller celler i en CSV-fil; tab er et tabulatortegn."
    ),
    "The sheet of a workbook that is a list of people.": "Det ark, der er en personliste.",
    "Language of plain text in IN, where it does not say.": (
        "Sproget i IN's tekster, hvor det ikke fremgår."
    ),
    "IRI that ids of nodes are put behind, in RDF.": "IRI, som knuders id'er sættes efter i RDF.",
    "Write nothing where anything would be lost.": "Skriv intet, hvis noget ville gå tabt.",
    "Write what was carried and what was lost to FILE, as JSON; - is standard output.": (
        "Skriv, hvad der kom med, og hvad der gik tabt, til FILE som JSON; - er standard output."
    ),
    "Exit code 1 only where less of the paragraphs is accounted for.": (
        "Afslutningskode 1 kun, hvor der er gjort rede for en mindre del af afsnittene."
    ),
    "Format of standard output, and of files without a suffix (md).": (
        "Format for standard output og for filer uden endelse (md)."
    ),
    "A figure: a view file, or the name of one; may be repeated (all in ./diagrams).": (
        "En figur: en visningsfil eller navnet på en; kan gentages (alle i ./diagrams)."
    ),
    "The title of the report.": "Rapportens titel.",
    "The date of the report (today).": "Rapportens dato (i dag).",
    "Your own style: a .docx or .dotx for DOCX, a .css for HTML.": (
        "Egen stil: en .docx eller .dotx til DOCX, en .css til HTML."
    ),
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
    "Write to FILE, whose suffix names the format; may be repeated. - is standard output.": (
        "Skriv til FILE, hvis endelse angiver formatet; kan gentages. - er standard output."
    ),
    "Format of standard output, and of files without a suffix (svg).": (
        "Format for standard output og for filer uden endelse (svg)."
    ),
    "A view file, or the name of one in ./diagrams; other options go before it. May be "
    "repeated: each is a page.": (
        "En visningsfil eller navnet på en i ./diagrams; andre tilvalg går forud for den. Kan "
        "gentages: hver bliver en side."
    ),
    "A deck of your own (.pptx, .potx) to put slides in: its look, without its slides.": (
        "En præsentation (.pptx, .potx), som slides sættes ind i: dens udseende uden dens slides."
    ),
    "All views as the slides of one .pptx, too, each in its first language.": (
        "Også alle visninger som slides i én .pptx, hver på sit første sprog."
    ),
    "A view file, or the name of one in ./diagrams; other options go before it.": (
        "En visningsfil eller navnet på en i ./diagrams; andre tilvalg går forud for den."
    ),
    "Only nodes of this kind; may be repeated.": "Kun knuder af denne art; kan gentages.",
    "Only this node; may be repeated.": "Kun denne knude; kan gentages.",
    "Leave this node out; may be repeated.": "Udelad denne knude; kan gentages.",
    "Only what is near this node; the same as NODE.": (
        "Kun det nærmeste omkring denne knude; det samme som NODE."
    ),
    "How many levels down; the rest is counted (all).": (
        "Hvor mange niveauer ned; resten tælles (alle)."
    ),
    "How many relations away from NODE (any).": "Hvor mange relationer fra NODE (alle).",
    "Which side of NODE (both).": "Hvilken side af NODE (both).",
    "Mark the path from one node to another.": "Markér stien fra én knude til en anden.",
    "Members inside the card of their body, as nodes, or hidden.": (
        "Medlemmer i deres organs kort, som knuder eller skjult."
    ),
    "Draw relations that follow from seats and members, or do not.": (
        "Tegn relationer, der følger af pladser og medlemmer, eller lad være."
    ),
    "Superiors above, or to the left (down).": "Overordnede øverst eller til venstre (down).",
    "Write the page to FILE, which needs nothing else, and serve nothing.": (
        "Skriv siden i FILE, som ikke kræver andet, og servér intet."
    ),
    "The port to serve at (any that is free).": "Porten at servere på (en, der er ledig).",
    "Only say the address; open no browser.": "Sig kun adressen; åbn ingen browser.",
    "Begin with what is near NODE; with -o, only that is in the page.": (
        "Begynd med det nærmeste omkring NODE; med -o er kun det på siden."
    ),
    "How many relations away from NODE (1).": "Hvor mange relationer fra NODE (1).",
    "Begin with this date.": "Begynd med denne dato.",
    "light, dark, print, or a theme file (light).": "light, dark, print eller en temafil (light).",
    "The page to fit on (free).": "Papiret, som billedet skal være på (free).",
    "Several pages with references, where one is too small, or not.": (
        "Flere sider med henvisninger, hvor én er for lille, eller ej."
    ),
    "What to call the old version.": "Hvad den gamle udgave skal kaldes.",
    "What to call the new version.": "Hvad den nye udgave skal kaldes.",
    "Draw both versions in one picture, too; FILE's suffix names the format.": (
        "Tegn også begge udgaver i ét billede; endelsen på FILE angiver formatet."
    ),
    "Draw what changed and what is next to it, or all (as it fits).": (
        "Tegn det ændrede og dets naboer, eller alt (efter pladsen)."
    ),
    "How fine PNG is (192).": "Opløsning af PNG (192).",
    "Relations of a family between two nodes as one line, or apart.": (
        "Relationer af én familie mellem to knuder som én linje eller hver for sig."
    ),
    "Which lines have words (auto).": "Hvilke linjer der har ord (auto).",
    "Nodes with none below them stacked or side by side (auto).": (
        "Knuder uden nogen under sig stablet eller side om side (auto)."
    ),
    "embedded, dot or tidy (as it fits).": "embedded, dot eller tidy (efter størrelsen).",
    "What stands above the picture.": "Det, der står over billedet.",
    "What stands below the picture.": "Det, der står under billedet.",
    "Directory to put the pictures in (beside the views).": (
        "Mappe til billederne (ved siden af visningerne)."
    ),
    "Write nothing; exit code 1 where something changed.": (
        "Skriv intet; afslutningskode 1, hvor noget er ændret."
    ),
    "Let warnings count as problems.": "Regn advarsler for problemer.",
    'Only terms that run out within this time, such as "6 months", or have.': (
        'Kun funktionsperioder, der udløber inden for dette tidsrum, såsom "6 måneder", eller er '
        "udløbet."
    ),
    "Those who have left, too.": "Også dem, der er fratrådt.",
    "Only a reporting line will do.": "Kun en rapporteringslinje duer.",
    "List every shortest path.": "Vis hver af de korteste stier.",
    "Show the version and exit.": "Vis versionen.",
    "Show this message and exit.": "Vis denne hjælp.",
}
