"""Read a file of Word back."""

import io
import zipfile
from xml.etree.ElementTree import Element

import docx
from defusedxml.ElementTree import fromstring

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


class Read:
    """A written document: by python-docx, and its parts as XML."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.docx = docx.Document(io.BytesIO(data))
        self.archive = zipfile.ZipFile(io.BytesIO(data))

    def part(self, name: str) -> Element:
        return fromstring(self.archive.read(f"word/{name}.xml"))

    def texts(self, style: str) -> list[str]:
        """The paragraphs in a style, those of tables with them."""
        ids = {each.style_id: each.name for each in self.docx.styles}
        found = []
        for each in self.part("document").iter(f"{W}p"):
            used = each.find(f"{W}pPr/{W}pStyle")
            if used is not None and ids[used.get(f"{W}val")] == style:
                found.append("".join(text.text or "" for text in each.iter(f"{W}t")))
        return found

    def targets(self, part: str = "document") -> dict[str, str]:
        """Where the relations of a part lead, by their ids."""
        root = fromstring(self.archive.read(f"word/_rels/{part}.xml.rels"))
        return {each.get("Id"): each.get("Target") for each in root}
