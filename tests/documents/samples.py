"""Documents made by hand, so that writers are tested apart from what composes them."""

from orggraph.documents.document import (
    Bullets,
    Document,
    Fact,
    Figure,
    Heading,
    Labels,
    Note,
    Paragraph,
    Run,
    Table,
)
from orggraph.model import PartialDate
from orggraph.themes.reading import find_theme
from tests.render.scenes import HOSTILE, hostile_scene, scene

DANISH = Labels(
    contents="Indhold",
    figure="Figur",
    table="Tabel",
    notes="Noter",
    page="Side",
    of="af",
    back="Tilbage til teksten",
    outline="Figuren i ord",
)

LONG_WORD = "Speciallægepraksisplanlægningsstabiliseringsperiodeforhandlingsgruppen"


def small_scene():
    """A scene that has room on an upright page, with one card and no line."""
    whole = scene()
    return whole._replace(id="small", width=400.0, height=300.0, cards=whole.cards[:1], routes=(),
                          legend=(), rules=())  # fmt: skip


def roster(rows: int, number: int = 1) -> Table:
    """A table of people who are not: each with a note of its own source, three in all."""
    return Table(
        number=number,
        caption="Styregruppens medlemmer",
        headings=("Plads", "Medlem", "Udpeget af", "Periode"),
        rows=tuple(
            (
                (Run(f"Plads {at}"),),
                (Run(f"Åse Ærlig Ø{at}", notes=(1 + at % 3,), strong=at == 1),),
                (Run("KD-Net"), Run(" (udledt)", quiet=True)),
                (Run("2024–2027"),),
            )
            for at in range(1, rows + 1)
        ),
        widths=(0.15, 0.35, 0.3, 0.2),
    )


def document(**more: object) -> Document:
    """A document with all that one can have."""
    facts = (Fact("Dato", "23. november 2026"), Fact("Dataversion", "a1b2c3d4"))
    blocks = (
        Heading(1, "Sammenfatning", "summary"),
        Paragraph((
            Run("Styregruppen", strong=True),
            Run(" refererer til KD-Net", notes=(1, 2)),
            Run(". Se "),
            Run("kommissoriet", href="https://example.org/kommissorium?a=1&b=2"),
            Run("."),
        )),
        Bullets(((Run("Én plads er ledig", notes=(1,)),), (Run("Intet er bestridt"),))),
        Heading(1, "Figurer", "figures"),
        Paragraph((Run("Figuren viser det hele."),)),
        Figure(1, scene(), "Hele styringen", "Seks enheder og seks linjer.",
               ("KD-Net", "  Strategisk styregruppe rapporterer til KD-Net")),
        Figure(2, small_scene(), "Kun KD-Net", "Et enkelt kort.", ("KD-Net",)),
        Heading(1, "Organer", "bodies"),
        Heading(2, "Styregruppen", "body-steering"),
        roster(4),
    )  # fmt: skip
    notes = (
        Note(1, (Run("Kommissorium, afsnit 3: »refererer til KD-Net«."),), "https://example.org/k"),
        Note(2, (Run("Mødereferat, afsnit 7: »KD-Net følger op«."),)),
        Note(3, (Run("Vedtægt, afsnit 1: »"), Run("vælges", strong=True), Run("«.")), None),
    )
    made = Document(
        title="Styringen af GovTech",
        subtitle="Rapport om organisation og styring",
        language="da",
        facts=facts,
        blocks=blocks,
        notes=notes,
        labels=DANISH,
        theme=find_theme("light"),
        date=PartialDate(2026, 11, 23),
    )
    return made._replace(**more)


MARKUP = (
    *HOSTILE,
    "#strong[x] #include \"/etc/passwd\" #sys.inputs",
    "*star* _under_ $math$ @ref <label> = head",
    "\\u{41} // comment /* block */ `raw`",
    LONG_WORD,
)  # fmt: skip


def hostile_document() -> Document:
    """A document with each of `MARKUP` wherever there can be words."""
    every = " ".join(MARKUP)
    rows = tuple(((Run(words, notes=(1,)),), (Run(words, strong=True),)) for words in MARKUP)
    blocks = (
        Heading(1, every, "one"),
        *(Paragraph((Run(words, quiet=True), Run("."))) for words in MARKUP),
        Bullets(tuple((Run(words),) for words in MARKUP)),
        Figure(1, hostile_scene(), every, every, MARKUP),
        Table(1, every, (MARKUP[0], MARKUP[1]), rows, (0.5, 0.5)),
    )
    return document(
        title=every,
        subtitle=every,
        facts=tuple(Fact(words, words) for words in MARKUP),
        blocks=blocks,
        notes=(Note(1, tuple(Run(words) for words in MARKUP), "https://example.org/"),),
    )
