"""The blocks of a document in Word: headings, tables, figures, and the table of contents."""

from collections.abc import Iterable, Sequence
from typing import Any

from orggraph.documents import paper
from orggraph.documents.document import (
    Block,
    Bullets,
    Document,
    Figure,
    Heading,
    Paragraph,
    Run,
    Table,
    Words,
)
from orggraph.documents.docx.package import OFFICE
from orggraph.documents.docx.writing import Writing
from orggraph.documents.docx.xml import PICTURE_URI, field, other, paragraph, run, tag, twips
from orggraph.documents.fitting import Fitting
from orggraph.documents.paper import Area
from orggraph.render.writer import Settings
from orggraph.render.writers import write

_EMU_PER_MM = 36_000
_MOST_IN_CELL = 1500
_DEPTH = 2
_SVG = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_KEPT = tag("keepNext")


class Blocks:
    """Writes the blocks of one document."""

    def __init__(self, document: Document, part: Any, writing: Writing) -> None:
        self._document = document
        self._part = part
        self._writing = writing
        self._ids = writing.ids
        self._figures = 0
        # Word itself breaks what has no syllables.
        self._fitting = Fitting(document, anywhere=False)
        self._names: dict[str, str] = {}

    def write(self, blocks: Sequence[Block], area: Area, *, turned: bool) -> str:
        """Return the blocks of a section whose pages have room for ``area``."""
        told = []
        for place, block in enumerate(blocks):
            match block:
                case Heading():
                    told.append(self.heading(block))
                case Paragraph(words):
                    leads = _KEPT if paper.leads(blocks, place) else ""
                    told.append(paragraph(self._writing.words(words), settings=leads))
                case Bullets(items):
                    style = self._ids["List Bullet"]
                    told += [paragraph(self._writing.words(i), style=style) for i in items]
                case Table():
                    told.append(self._table(block, area.width))
                case Figure():
                    above = paper.lead_of(blocks, place) if turned else ()
                    told.append(self._figure(block, paper.picture_size(block, area, above)))
        return "".join(told)

    def heading(self, heading: Heading) -> str:
        """Return a heading, named so that the table of contents can lead to it."""
        words = self._writing.named(self._name(heading), run(heading.text))
        style = self._ids[f"heading {heading.level}"]
        return paragraph(words, style=style)

    def contents(self, headings: Iterable[Heading]) -> str:
        """Return the table of contents: a field of Word, filled in.

        It has no numbers of pages before Word brings it up to date, since only Word knows them.
        """
        shown = [heading for heading in headings if heading.level <= _DEPTH]
        title = run(self._document.labels.contents)
        told = [paragraph(title, style=self._ids["TOC Heading"])]
        code = f'<w:instrText xml:space="preserve"> TOC \\o "1-{_DEPTH}" \\h \\z \\u </w:instrText>'
        start = _mark("begin") + tag("r", code) + _mark("separate")
        for heading in shown:
            link = tag("hyperlink", run(heading.text), anchor=self._name(heading), history=1)
            style = self._ids[f"toc {heading.level}"]
            told.append(paragraph(start, link, style=style))
            start = ""
        told.append(paragraph(start, _mark("end")))
        gallery = tag("docPartGallery", val="Table of Contents")
        about = tag("sdtPr", tag("docPartObj", gallery, tag("docPartUnique")))
        return tag("sdt", about, tag("sdtContent", *told))

    def _name(self, heading: Heading) -> str:
        """Return the name that a heading has within the document, by which links find it."""
        return self._names.setdefault(heading.id, f"_Toc{len(self._names) + 1:08}")

    def _table(self, table: Table, width: float) -> str:
        columns = [twips(share * width) for share in table.widths]
        fit = self._fitting
        sides = [share * width for share in table.widths]
        heads = zip(table.headings, sides, strict=True)
        head = [(Run(fit.fit_heading(words, side)),) for words, side in heads]
        look = (
            tag("tblStyle", val=self._ids["Report Table"]),
            tag("tblW", w=sum(columns), type="dxa"),
            tag("tblLayout", type="fixed"),
            tag("tblLook", val="0420", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0,
                noHBand=0, noVBand=1),
            tag("tblCaption", val=table.caption),
        )  # fmt: skip
        rows = [self._row(head, columns, heads=True)]
        for row in table.rows:
            pairs = zip(row, sides, strict=True)
            fits = [tuple(r._replace(text=fit.fit(r, side)) for r in cell) for cell, side in pairs]
            rows.append(self._row(fits, columns))
        grid = tag("tblGrid", *(tag("gridCol", w=column) for column in columns))
        above = _KEPT + tag("spacing", before=200)
        caption = self._caption(self._document.labels.table, table.number, table.caption, above)
        # Tables that touch would be one.
        gap = tag("spacing", before=0, after=0, line=160, lineRule="exact")
        after = paragraph(style=self._ids["Report Table Text"], settings=gap)
        return caption + tag("tbl", tag("tblPr", *look), grid, *rows) + after

    def _row(self, row: Sequence[Words], columns: Sequence[int], *, heads: bool = False) -> str:
        fits = all(len(paper.plain_words(cell)) <= _MOST_IN_CELL for cell in row)
        about = (tag("cantSplit") if fits else "") + (tag("tblHeader") if heads else "")
        cells = (
            tag(
                "tc",
                tag("tcPr", tag("tcW", w=column, type="dxa")),
                paragraph(
                    self._writing.words(cell),
                    style=self._ids["Report Table Text"],
                    settings=_KEPT if heads else "",
                ),
            )
            for cell, column in zip(row, columns, strict=True)
        )
        return tag("tr", tag("trPr", about) if about else "", *cells)

    def _caption(self, label: str, number: int, words: str, settings: str = "") -> str:
        counted = field(rf"SEQ {label} \* ARABIC", run(str(number)))
        style = self._ids["caption"]
        return paragraph(
            run(f"{label} "), counted, run(f": {words}"), style=style, settings=settings
        )

    def _figure(self, figure: Figure, size: Area) -> str:
        self._figures += 1
        name = f"{self._document.labels.figure} {figure.number}"
        told = "\n".join((figure.alternative, *figure.outline))
        dpi = paper.picture_dpi(figure, size)
        settings = Settings(dpi, self._document.theme.font.files)
        scene = figure.scene._replace(description=figure.alternative)
        png, svg = (write([scene], suffix, settings) for suffix in ("png", "svg"))
        drawing = _drawing(
            self._figures,
            name,
            told,
            size,
            png=self._picture(png, "png", "image/png"),
            svg=self._picture(svg, "svg", "image/svg+xml"),
        )
        caption = self._caption(self._document.labels.figure, figure.number, figure.caption)
        style = self._ids["Report Figure"]
        return paragraph(tag("r", drawing), style=style) + caption

    def _picture(self, data: bytes, suffix: str, kind: str) -> str:
        """Put a picture into the document; return the id by which the main part knows it."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        place = PackURI(f"/word/media/report-figure{self._figures}.{suffix}")
        id_: str = self._part.relate_to(
            Part(place, kind, data, self._part.package), f"{OFFICE}/image"
        )
        return id_


def _mark(kind: str) -> str:
    return tag("r", tag("fldChar", fldCharType=kind))


def _drawing(number: int, name: str, told: str, size: Area, *, png: str, svg: str) -> str:
    """Return a picture in a line of text: PNG, and SVG for programs that know it."""
    sides = {"cx": round(size.width * _EMU_PER_MM), "cy": round(size.height * _EMU_PER_MM)}
    better = other("a:ext", other("asvg:svgBlip", **{"r:embed": svg}), uri=_SVG)
    blip = other("a:blip", other("a:extLst", better), **{"r:embed": png})
    shape = other(
        "pic:spPr",
        other("a:xfrm", other("a:off", x=0, y=0), other("a:ext", **sides)),
        other("a:prstGeom", other("a:avLst"), prst="rect"),
    )
    picture = other(
        "pic:pic",
        other("pic:nvPicPr", other("pic:cNvPr", id=number, name=name), other("pic:cNvPicPr")),
        other("pic:blipFill", blip, other("a:stretch", other("a:fillRect"))),
        shape,
    )
    about = _told(number, name, told)
    data = other("a:graphicData", picture, uri=PICTURE_URI)
    inline = other(
        "wp:inline",
        other("wp:extent", **sides),
        about,
        other("wp:cNvGraphicFramePr", other("a:graphicFrameLocks", noChangeAspect=1)),
        other("a:graphic", data),
        distT=0,
        distB=0,
        distL=0,
        distR=0,
    )
    return tag("drawing", inline)


def _told(number: int, name: str, told: str) -> str:
    lines = [paper.plain(line) for line in told.split("\n")]
    return other("wp:docPr", id=number, name=name, descr="; ".join(filter(None, lines)))
