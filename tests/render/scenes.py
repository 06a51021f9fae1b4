"""Scenes made by hand, so that writers are tested apart from any layout."""

from orggraph.scene import (
    Box,
    Card,
    Label,
    LegendEntry,
    LineStyle,
    OutlineItem,
    Point,
    Route,
    Rule,
    Scene,
    Text,
)

INK, QUIET = "#16213a", "#4a5670"
BLUE, GREEN, BROWN = "#2c4a8e", "#0f5f68", "#7a5a12"
REPORTING = LineStyle("#1f2f4f", 2.4)
APPOINTMENT = LineStyle("#a63f12", 2.0, (8.0, 5.0))
CONTACT = LineStyle("#3f6b1d", 2.2, (2.0, 4.0))


def text(x: float, y: float, words: str, size: float = 12.0, **more: object) -> Text:
    facts = {"colour": INK, "role": "name", "width": len(words) * size * 0.55}
    return Text(x, y, words, size, **{**facts, **more})  # type: ignore[arg-type]


def card(id_: str, box: Box, *lines: str, colour: str = BLUE, **more: object) -> Card:
    """A card with a name and, below it, other lines."""
    left = box.x + 38
    texts = [text(left, box.y + 24, line, 15.0, weight="semibold") for line in lines[:1]]
    texts += [
        text(left, box.y + 44 + 17 * at, line, colour=QUIET, role="subtitle")
        for at, line in enumerate(lines[1:])
    ]
    made = Card(
        id=id_,
        kind="body",
        box=box,
        fill="#eef2fb",
        line=colour,
        bar=colour,
        bar_ink="#ffffff",
        bar_width=26.0,
        icon="group",
        icon_box=Box(box.x + 5.5, box.y + box.height / 2 - 7.5, 15.0, 15.0),
        label=", ".join(lines),
        texts=tuple(texts),
    )
    return made._replace(**more)


def route(
    id_: str,
    source: str,
    target: str,
    points: list[tuple[float, float]],
    style: LineStyle = REPORTING,
    *,
    family: str = "reporting",
    label: str = "",
    at: tuple[float, float] | None = None,
    **more: object,
) -> Route:
    found = None
    if at:
        width = len(label) * 6.8 + 8
        box = Box(at[0] - width / 2, at[1] - 10, width, 20.0)
        words = text(at[0], at[1] + 4, label, anchor="middle", role="label", colour=style.colour)
        found = Label(box, (words,))
    made = Route(
        id=id_,
        source=source,
        target=target,
        family=family,
        types=("reports-to",),
        relations=(id_,),
        points=tuple(Point(*point) for point in points),
        style=style,
        description=f"{source} {label} {target}",
        label=found,
    )
    return made._replace(**more)  # type: ignore[arg-type]


def scene(**more: object) -> Scene:
    """Six cards, with all that a scene can have."""
    cards = (
        card("network", Box(80, 110, 250, 76), "KD-Net", "Kommunaldirektørnetværket", colour=GREEN),
        card("region", Box(420, 120, 200, 46), "Region Midtjylland", colour=BROWN, kind="other"),
        card("towns", Box(680, 120, 170, 46), "19 kommuner", colour=BROWN, layers=3, kind="other"),
        card(
            "steering",
            Box(80, 300, 290, 140),
            "Strategisk styregruppe",
            "5 pladser, 1 ledig",
            "Sofie Fast · formand",
            "Mette Nørgård · næstformand",
            "Anders Åkjær · medlem",
            rules=(Rule(Point(118, 350), Point(356, 350), "#d9dee7"),),
            halo="#ffe7a3",
        ),
        card("forum", Box(560, 320, 170, 46), "Følgegruppe"),
        card("board", Box(110, 540, 220, 46), "Forretningsudvalg"),
    )
    routes = (
        route("r1", "steering", "network", [(140, 300), (140, 186)], label="rapporterer til",
              at=(140, 240), halo="#ffe7a3"),
        route("r2", "network", "steering", [(270, 186), (270, 300)], APPOINTMENT,
              family="appointment", label="udpeger 3", at=(270, 240)),
        route("r3", "region", "steering", [(500, 166), (500, 270), (340, 270), (340, 300)],
              APPOINTMENT, family="appointment", label="udpeger 1", at=(500, 220)),
        route("r4", "forum", "region", [(600, 320), (600, 166)], CONTACT, family="contact",
              label="kontakt", at=(600, 220), end="none"),
        route("r5", "forum", "towns", [(690, 320), (690, 280), (760, 280), (760, 176)], CONTACT,
              family="contact", label="kontakt", at=(760, 220), start="arrow", dash_from="target"),
        route("r6", "board", "steering", [(220, 540), (220, 440)], label="rapporterer til",
              at=(220, 490)),
    )  # fmt: skip
    legend = (
        LegendEntry(
            Box(80, 655, 24, 18), text(112, 669, "Organ", role="legend"),
            card=card("legend", Box(80, 655, 24, 18), bar_width=8.0, icon=""),
        ),
        LegendEntry(
            Box(190, 655, 44, 18), text(242, 669, "Rapporterer til", role="legend"),
            style=REPORTING, mark="arrow",
        ),
        LegendEntry(
            Box(370, 655, 44, 18), text(422, 669, "Udpeger", role="legend"),
            style=APPOINTMENT, mark="arrow",
        ),
        LegendEntry(
            Box(510, 655, 44, 18), text(562, 669, "Kontakt", role="legend"), style=CONTACT
        ),
    )  # fmt: skip
    made = Scene(
        id="overview",
        title="Governance: KD-Net, styregruppe og følgegruppe",
        language="da",
        description="Seks enheder og seks linjer",
        width=960.0,
        height=720.0,
        background="#ffffff",
        font="'Open Sans', 'Segoe UI', Helvetica, Arial, sans-serif",
        corner=8.0,
        cards=cards,
        routes=routes,
        legend=legend,
        texts=(
            text(40, 62, "Governance: KD-Net, styregruppe og følgegruppe", 24.0,
                 weight="semibold", role="title"),
            text(40, 702, "Kilde: kommissoriet, 2026", 11.0, colour=QUIET, role="footnote"),
        ),
        rules=(Rule(Point(40, 640), Point(920, 640), "#d9dee7"),),
        outline=(
            OutlineItem(0, "KD-Net"),
            OutlineItem(1, "Strategisk styregruppe rapporterer til KD-Net"),
            OutlineItem(2, "Sofie Fast er formand"),
            OutlineItem(0, "Følgegruppe"),
        ),
    )  # fmt: skip
    return made._replace(**more)  # type: ignore[arg-type]


HOSTILE = (
    "<script>alert(1)</script>",
    '"quoted" \\"half\\',
    "& Søn &amp; &lt;b&gt;",
    "]]>",
    "<!-- --> -- ->",
    "end",
    "subgraph",
    "\\N \\G \\E",
    "<b>bold</b>",
    "line\nbreak\r\nand\ttab",
    "x" * 200,
    "emoji 😀👩‍💻",
    "שלום עולם (123)!",
    "مرحبا",
    "${x} {{y}} %%{init} %d",
    "--",
    "1. first",
    "- item",
    "`code` **bold** _under_ #35; #quot;",
    "$$x^2$$ fa:fa-ban",
    "null \x00 bell \x07 escape \x1b[31m next \x85 bad \ufffe lone \ud800",
    "'single'",
    "n1:port",
)
"""Names as nobody should write them, and somebody does."""


def hostile_scene() -> Scene:
    """A scene with each of `HOSTILE` wherever there can be words: names, labels, ids, kinds."""
    cards, routes = [], []
    for at, words in enumerate(HOSTILE):
        cards.append(card(words, Box(40, 100 + 80 * at, 250, 50), words, words, kind=words))
        points = [(290.0, 120.0 + 80 * at), (500.0, 120.0 + 80 * at)]
        routes.append(
            route(words, words, "goal", points, family=words, types=(words,),
                  label=words, at=(400.0, 120.0 + 80 * at))
        )  # fmt: skip
    cards.append(card("goal", Box(500, 100, 200, 80.0 * len(HOSTILE)), "Goal"))
    every = " ".join(HOSTILE)
    return scene(
        id=every,
        title=every,
        description=every,
        width=800.0,
        height=140 + 80.0 * len(HOSTILE),
        cards=tuple(cards),
        routes=tuple(routes),
        texts=(text(40, 60, every, role=every), text(40, 80, every, role="footnote")),
        legend=(LegendEntry(Box(0, 0, 40, 20), text(50, 14, every), style=REPORTING),),
        outline=tuple(OutlineItem(at % 3, words) for at, words in enumerate(HOSTILE)),
    )
