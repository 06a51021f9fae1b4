"""What the legend of a workbook says of its tables and columns."""

from orggraph.words.entries import Phrase

PHRASES: dict[str, Phrase] = {
    # The legend of a workbook
    "legend-title": ("legend", "forklaring"),
    "legend-table": ("sheet", "ark"),
    "legend-column": ("column", "kolonne"),
    "legend-meaning": ("what it holds", "hvad der står i den"),
    "legend-words": ("words of", "værdier i"),
    "legend-local": (
        "; other languages beside it, such as '{heading} en', and in '{heading} language' the "
        "language of the text itself where it is not the main one",
        "; andre sprog ved siden af, for eksempel '{heading} en', og i '{heading} language' "
        "tekstens eget sprog, hvor det ikke er hovedsproget",
    ),
    "table.nodes": (
        "persons, organisations, bodies and posts",
        "personer, organisationer, organer og poster",
    ),
    "table.relations": ("how two of them relate", "hvordan to af dem forholder sig til hinanden"),
    "table.seats": ("the rule for who sits in a body", "reglen for, hvem der sidder i et organ"),
    "table.members": ("who sits in a body", "hvem der sidder i et organ"),
    "table.purposes": ("purposes and duties in words", "formål og opgaver i ord"),
    "table.sources": ("documents that statements rest on", "dokumenter, som udsagn bygger på"),
    "table.set": (
        "paragraphs of the sources that nothing is to rest on",
        "afsnit i kilderne, som intet skal bygge på",
    ),
    "table.rules": ("how the rules of checks are set", "hvordan kontrolreglerne er indstillet"),
    "table.families": ("groups of relation types, added", "tilføjede grupper af relationstyper"),
    "table.types": ("relation types, added", "tilføjede relationstyper"),
    "table.roles": ("roles, added", "tilføjede roller"),
    "table.graph": ("the whole: title and main language", "det hele: titel og hovedsprog"),
    "column.id": (
        "the id that others refer to it by: letters, digits, - _ and .",
        "det id, som andre henviser til: bogstaver, tal, - _ og .",
    ),
    "column.kind": ("what it is, from the list below", "hvad det er, fra listen nedenfor"),
    "column.name": ("what it is called in diagrams", "hvad det hedder i diagrammer"),
    "column.title": ("a person's title", "en persons titel"),
    "column.classification": (
        "what it is more closely: network, municipality …",
        "hvad det nærmere er: netværk, kommune …",
    ),
    "column.aliases": (
        "other words for it, with semicolons between them",
        "andre ord for det, med semikolon imellem",
    ),
    "column.identifiers": (
        "what registers know it by; the register's name is in the heading, such as "
        "'identifier cvr'",
        "det, som registre kender det ved; registrets navn står i overskriften, for eksempel "
        "'identifier cvr'",
    ),
    "column.collective": (
        "yes where it stands for several, such as all municipalities",
        "yes, hvor det står for flere, for eksempel alle kommuner",
    ),
    "column.roster": (
        "whether the members written down are all there are",
        "om de medlemmer, der er skrevet ned, er alle",
    ),
    "column.start": (
        "the first day it holds: 2025, 2025-03 or 2025-03-01",
        "den første dag, det gælder: 2025, 2025-03 eller 2025-03-01",
    ),
    "column.end": (
        "the last day it holds: 2025, 2025-03 or 2025-03-01",
        "den sidste dag, det gælder: 2025, 2025-03 eller 2025-03-01",
    ),
    "column.status": (
        "inferred where no source states it",
        "inferred, hvor ingen kilde siger det",
    ),
    "column.note": ("a remark for readers", "en bemærkning til læseren"),
    "column.evidence": (
        "what it rests on: the source's id, a colon and words of the source; semicolons between "
        "several, and a backslash before a semicolon within words",
        "det, som det bygger på: kildens id, et kolon og ord fra kilden; semikolon mellem flere, "
        "og omvendt skråstreg foran et semikolon inde i ordene",
    ),
    "column.source": (
        "the id of the node that the sentence is about",
        "id for den knude, som sætningen handler om",
    ),
    "column.type": ("how it relates, from the list below", "relationen, fra listen nedenfor"),
    "column.target": (
        "the id of the node at the other end",
        "id for knuden i den anden ende",
    ),
    "column.role": ("from the list below, or other words", "fra listen nedenfor eller andre ord"),
    "column.seat": (
        "the seat that the member holds; outside its body as body/seat",
        "den plads, som medlemmet har; uden for organet som organ/plads",
    ),
    "column.vote": (
        "yes or no: whether it comes with a vote",
        "yes eller no: om der følger stemmeret med",
    ),
    "column.represents": (
        "the id of the node that the holder stands for",
        "id for den knude, som indehaveren repræsenterer",
    ),
    "column.line": ("dotted for a secondary line", "dotted for en sekundær linje"),
    "column.inferred": (
        "why the column of this name is set though no source states it",
        "hvorfor kolonnen af det navn er udfyldt, selv om ingen kilde siger det",
    ),
    "column.body": ("the id of the body", "organets id"),
    "column.member": ("the id of the member", "medlemmets id"),
    "column.key": ("the seat's name within the body", "pladsens navn i organet"),
    "column.count": (
        "how many: 1, 4-6, 2+ or 1 per id of a collective; empty for one",
        "hvor mange: 1, 4-6, 2+ eller 1 per id for et kollektiv; tom for én",
    ),
    "column.fillings": (
        "the ids of those who fill the seat so; the way is the heading, such as 'appointed by'",
        "id for dem, der besætter pladsen sådan; måden er overskriften, for eksempel "
        "'appointed by'",
    ),
    "column.term": (
        "how long a holder sits: 3 years, 18 months",
        "hvor længe indehaveren sidder: 3 years, 18 months",
    ),
    "column.node": ("the id of the node that has it", "id for den knude, der har det"),
    "column.text": ("the purpose or duty in words", "formålet eller opgaven i ord"),
    "column.caption": ("the title", "titlen"),
    "column.publisher": ("who published it", "hvem der har udgivet det"),
    "column.date": ("when it was published or read", "hvornår det er udgivet eller læst"),
    "column.url": ("where it can be read", "hvor det kan læses"),
    "column.file": ("the document itself", "selve dokumentet"),
    "column.checksum": (
        "the SHA-256 of the document when the data was last held against it",
        "dokumentets SHA-256, da data sidst blev holdt op mod det",
    ),
    "column.document": ("the id of the source", "kildens id"),
    "column.quote": ("words that only this paragraph has", "ord, som kun dette afsnit har"),
    "column.reason": ("why", "hvorfor"),
    "column.code": ("the rule's code or name", "reglens kode eller navn"),
    "column.severity": (
        "what its findings count as: off, note, warning or error",
        "hvad dens fund tæller som: off, note, warning eller error",
    ),
    "column.for": (
        "the ids that it is for, with semicolons between them; empty for all",
        "de id'er, den gælder for, med semikolon imellem; tom for alle",
    ),
    "column.label": ("what it is called", "hvad det hedder"),
    "column.family": ("the family that it belongs to", "den familie, den hører til"),
    "column.inverse": ("the label read backwards", "betegnelsen læst baglæns"),
    "column.sources": ("the kinds it may start from", "de arter, den kan udgå fra"),
    "column.targets": ("the kinds it may lead to", "de arter, den kan føre til"),
    "column.traits": ("how it behaves", "hvordan den opfører sig"),
    "column.inverses": (
        "other words for the label read backwards",
        "andre ord for betegnelsen læst baglæns",
    ),
    "column.iri": (
        "the term of another standard that means the same",
        "det udtryk i en anden standard, der betyder det samme",
    ),
    "column.language": (
        "the main language: that of texts where nothing else is said",
        "hovedsproget: det, som tekster er på, hvor intet andet er sagt",
    ),
    # What the words of the lists mean
    "choice.yes": ("yes", "ja"),
    "choice.no": ("no", "nej"),
    "choice.complete": ("every member is written down", "alle medlemmer er skrevet ned"),
    "choice.partial": ("members may be missing", "der kan mangle medlemmer"),
    "choice.unknown": ("nobody has said which", "det er ikke oplyst"),
    "choice.stated": ("a source says so", "en kilde siger det"),
    "choice.inferred": ("no source says so", "ingen kilde siger det"),
    "choice.solid": ("an ordinary line", "en almindelig linje"),
    "choice.dotted": ("a secondary line", "en sekundær linje"),
}
