"""What is said of slides, and on them."""

from orggraph.words.entries import Phrase, ProblemText, warning

PHRASES: dict[str, Phrase] = {
    # The names of shapes, as the selection pane lists them
    "slide-title": ("Title", "Titel"),
    "slide-legend": ("Legend", "Signaturforklaring"),
    "slide-footnote": ("Footnote", "Fodnote"),
    "slide-text": ("Text", "Tekst"),
    # Notes
    "slide-evidence": ("The words it rests on", "Ordene, det hviler på"),
    "slide-quote": ("“{quote}” ({source})", "“{quote}” ({source})"),
    # Templates
    "slides-extra-missing": (
        "PowerPoint needs one more package: pip install 'orggraph[slides]'",
        "PowerPoint kræver en pakke mere: pip install 'orggraph[slides]'",
    ),
    "template-unreadable": (
        "the template '{path}' cannot be read: {reason}",
        "skabelonen '{path}' kan ikke læses: {reason}",
    ),
    "template-no-deck": (
        "the template '{path}' is no PowerPoint file, is damaged or is locked with a password; "
        "name a .pptx or .potx that PowerPoint opens",
        "skabelonen '{path}' er ikke en PowerPoint-fil, er beskadiget eller er låst med en "
        "adgangskode; angiv en .pptx eller .potx, som PowerPoint kan åbne",
    ),
    "template-too-large": (
        "the template '{path}' is more than {size} MB when unpacked; take out its slides and large "
        "pictures",
        "skabelonen '{path}' fylder mere end {size} MB, når den er pakket ud; fjern dens slides "
        "og store billeder",
    ),
    "template-is-output": (
        "'{path}' is the template itself, and its own slides would be lost; write to another file",
        "'{path}' er selve skabelonen, og dens egne slides ville gå tabt; skriv til en anden fil",
    ),
    "deck-no-slides": (
        "'{path}' is no name for slides; let it end in .pptx",
        "'{path}' er ikke et navn til en præsentation; lad det ende på .pptx",
    ),
    "deck-is-picture": (
        "the view '{view}' makes '{path}' itself; give the deck another name",
        "visningen '{view}' laver selv '{path}'; giv præsentationen et andet navn",
    ),
    "template-without-slides": (
        "--template is for slides only; leave it out, or write a file that ends in .pptx",
        "--template gælder kun præsentationer; udelad det, eller skriv en fil, der ender på .pptx",
    ),
}
PROBLEMS: dict[str, ProblemText] = {
    "small-on-slides": warning(
        "D204",
        "the smallest text on a slide is {size} pt, which is hard to read; show less with "
        "--around and --depth, or spread it over more slides with --pages",
        "den mindste tekst på et slide er {size} pt, hvilket er svært at læse; vis mindre med "
        "--around og --depth, eller fordel det på flere slides med --pages",
    ),
}
