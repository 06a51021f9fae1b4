"""What is said of RDF and W3C ORG."""

from orggraph.words.entries import Phrase, ProblemText, error, note

PHRASES: dict[str, Phrase] = {
    "rdf-base": (
        "no IRI can begin with '{base}'; give --base something like https://example.org/id/",
        "ingen IRI kan begynde med '{base}'; angiv en --base som https://example.org/id/",
    ),
}
PROBLEMS: dict[str, ProblemText] = {
    "rdf-syntax": error(
        "X301",
        "the file breaks the syntax: {detail}",
        "filen overholder ikke syntaksen: {detail}",
    ),
    "rdf-too-deep": error(
        "X302",
        "lists or blank nodes are nested too deeply; give the things in them IRIs",
        "lister eller navnløse knuder står for dybt inde i hinanden; giv tingene i dem IRI'er",
    ),
    "rdf-too-much": error(
        "X303",
        "the file is more than {triples} triples, or {limit} million characters with its prefixes "
        "written out; divide it",
        "filen har over {triples} tripler, eller over {limit} millioner tegn, når præfikserne "
        "skrives ud; del den",
    ),
    "rdf-half-character": error(
        "X304",
        "the file has half of a character, a lone surrogate; write the character in full",
        "filen har et halvt tegn, et enligt surrogat; skriv tegnet helt ud",
    ),
    "rdf-remote-context": error(
        "X305",
        "the context '{iri}' is not in the file, and nothing is fetched; put it into the file",
        "konteksten '{iri}' er ikke i filen, og der hentes intet; læg den ind i filen",
    ),
    "rdf-large-context": error(
        "X312",
        "a context is too large: more than {terms} terms, an IRI of more than {length} characters, "
        "or terms that stand for each other more than {depth} times; make it smaller",
        "en kontekst er for stor: mere end {terms} udtryk, en IRI på mere end {length} tegn, eller "
        "udtryk, der står for hinanden mere end {depth} gange; gør den mindre",
    ),
    "rdf-repeated-key": error(
        "X306",
        "the key '{key}' stands twice in one object; keep one",
        "nøglen '{key}' står to gange i samme objekt; behold én",
    ),
    "rdf-nothing": error(
        "X307",
        "the file tells of no organisation, post or person in terms that are understood; "
        "W3C ORG, FOAF, vCard and schema.org are",
        "filen nævner ingen organisation, stilling eller person med udtryk, der forstås; det gør "
        "udtryk fra W3C ORG, FOAF, vCard og schema.org",
    ),
    "rdf-long-number": error(
        "X310",
        "a number has thousands of digits; put it in quotes to make it text",
        "et tal har tusindvis af cifre; sæt det i anførselstegn, så det er tekst",
    ),
    "rdf-breaks-off": error(
        "X313",
        "the file ends in the middle of a statement; is it whole?",
        "filen slutter midt i et udsagn; er den hel?",
    ),
    "rdf-wrong-shape": error(
        "X311",
        "the file is JSON, but not JSON-LD: a keyword such as @id or @context has a value of the "
        "wrong type",
        "filen er JSON, men ikke JSON-LD: et nøgleord som @id eller @context har en værdi af "
        "forkert type",
    ),
    "rdf-named": note(
        "X308",
        "nodes without a name are called after the end of their IRI: {count}, such as '{example}'",
        "knuder uden navn er opkaldt efter slutningen af deres IRI: {count}, for eksempel "
        "'{example}'",
    ),
    "rdf-several-people": note(
        "X309",
        "persons with several family names are probably several people: {names}",
        "personer med flere efternavne er formentlig flere mennesker: {names}",
    ),
}
