"""The pages of a Word document: their size and margins, turned ones, and what is at their feet."""

from copy import deepcopy
from typing import Any

from orggraph.documents.document import Document
from orggraph.documents.docx.package import CONTENT, OFFICE
from orggraph.documents.docx.style_specs import Ids
from orggraph.documents.docx.xml import field, paragraph, rooted, run, tag, twips
from orggraph.documents.paper import Area

_A4 = (210.0, 297.0)
_MARGIN = 22.0
_FOOT = 25.0
_HAIR = 20  # twips: a paragraph that nobody sees
_FIRST = ("headerReference", "footerReference", "footnotePr")


class Pages:
    """The pages of a document without a template, or of one that has ``section`` at its end."""

    def __init__(self, section: Any = None) -> None:
        from docx.oxml import parse_xml

        made = parse_xml(rooted(_own())) if section is None else deepcopy(section)
        self._upright = _settled(made)
        self._turned = _turn(self._upright)
        self.upright, self.turned = _area(self._upright), _area(self._turned)
        self._is_first = True

    def add_feet(self, part: Any, ids: Ids, document: Document) -> None:
        """Put the title and the number of the page at the feet, unless the template has its own."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part
        from docx.oxml import parse_xml
        from docx.oxml.ns import qn

        if self._upright.find(qn("w:footerReference")) is not None:
            return
        pages = ((self._upright, self.upright), (self._turned, self.turned))
        for at, (section, area) in enumerate(pages, start=1):
            data = rooted(tag("ftr", _foot(document, ids, area))).encode()
            place = PackURI(f"/word/report-footer{at}.xml")
            foot = Part(place, f"{CONTENT}.footer+xml", data, part.package)
            id_ = part.relate_to(foot, f"{OFFICE}/footer")
            reference = f'<w:footerReference w:type="default" r:id="{id_}"/>'
            section.insert(0, parse_xml(rooted(reference)))

    def end(self, turned: bool) -> str:
        """Return a paragraph that nobody sees, with which a section ends."""
        from docx.opc.oxml import serialize_part_xml

        written = serialize_part_xml(self.final(turned)).decode()
        _, _, section = written.partition("?>")
        line = tag("spacing", before=0, after=0, line=_HAIR, lineRule="exact")
        return paragraph(settings=line + section)

    def final(self, turned: bool) -> Any:
        """Return the settings of the next section, upright or turned."""
        from docx.oxml.ns import qn

        found = deepcopy(self._turned if turned else self._upright)
        if not self._is_first:
            # A first page of its own, and where pages begin to count, are for the first one.
            for name in ("titlePg", "pgNumType"):
                for told in found.findall(qn(f"w:{name}")):
                    found.remove(told)
        self._is_first = False
        return found


def _own() -> str:
    size = {"w": twips(_A4[0]), "h": twips(_A4[1])}
    side, foot = twips(_MARGIN), twips(_FOOT)
    margin = {"top": side, "right": side, "bottom": foot, "left": side}
    return tag(
        "sectPr",
        tag("pgSz", **size),
        tag("pgMar", **margin, header=twips(11), footer=twips(12), gutter=0),
    )


def _settled(section: Any) -> Any:
    """Return the settings of a section that begins a page, and numbers notes with digits."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    for name in ("endnotePr", "type"):
        for told in section.findall(qn(f"w:{name}")):
            section.remove(told)
    first = {qn(f"w:{name}") for name in _FIRST}
    place = sum(child.tag in first for child in section)
    section.insert(place, parse_xml(rooted(tag("type", val="nextPage"))))
    section.insert(place, parse_xml(rooted(tag("endnotePr", tag("numFmt", val="decimal")))))
    return section


def _turn(section: Any) -> Any:
    """Return the section with its pages across; as it is where they lie across already."""
    from docx.oxml.ns import qn

    turned = deepcopy(section)
    size = turned.find(qn("w:pgSz"))
    width, height = (int(size.get(qn(f"w:{side}"))) for side in ("w", "h"))
    if width < height:
        size.set(qn("w:w"), str(height))
        size.set(qn("w:h"), str(width))
        size.set(qn("w:orient"), "landscape")
    return turned


def _area(section: Any) -> Area:
    from docx.oxml.ns import qn

    size, margin = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))

    def length(element: Any, name: str) -> float:
        return abs(float(element.get(qn(f"w:{name}"), 0))) / 1440 * 25.4

    width = length(size, "w") - length(margin, "left") - length(margin, "right")
    height = length(size, "h") - length(margin, "top") - length(margin, "bottom")
    return Area(width, height)


def _foot(document: Document, ids: Ids, area: Area) -> str:
    labels = document.labels
    stop = tag("tabs", tag("tab", val="right", pos=twips(area.width)))
    numbered = (
        run(f"{labels.page} "),
        field("PAGE", run("1")),
        run(f" {labels.of} "),
        field("NUMPAGES", run("1")),
    )
    words = run(document.title), tag("r", tag("tab")), *numbered
    return paragraph(*words, style=ids["Report Foot"], settings=stop)
