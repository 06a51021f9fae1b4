"""The parts of a Word document beside its words: settings, lists and theme."""

from typing import Any

from orggraph.documents.docx.xml import rooted, tag
from orggraph.documents.paper import LOCALES
from orggraph.themes.theme import Theme

_WORD = "http://schemas.microsoft.com/office/word"
_ACCENTS = 6
_BULLET = "•"

# The settings that may come after those of endnotes (ISO/IEC 29500-1, 17.15.1.78).
_AFTER_NOTES = (
    *("compat", "docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang"),
    *("clrSchemeMapping", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures"),
    *("forceUpgrade", "captions", "readModeInkLockDown", "smartTagType", "schemaLibrary"),
    *("shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator"),
)


def own_settings(language: str) -> str:
    """Return the settings of a document without a template."""
    code, region = LOCALES.get(language, (language, ""))
    compatible = tag("compatSetting", name="compatibilityMode", uri=_WORD, val=15)
    return rooted(
        tag(
            "settings",
            tag("zoom", percent=100),
            tag("defaultTabStop", val=720),
            tag("characterSpacingControl", val="doNotCompress"),
            _notes(),
            tag("compat", compatible),
            tag("themeFontLang", val=f"{code}-{region}" if region else code),
            tag("decimalSymbol", val="," if language == "da" else "."),
            tag("listSeparator", val=";" if language == "da" else ","),
        )
    )


def own_numbering(number: int) -> str:
    """Return the lists of a document without a template: one of bullets."""
    return rooted(tag("numbering", _list(0), _use(number, 0)))


def own_theme(theme: bytes, look: Theme) -> bytes:
    """Return Word's theme with the first font of ours, and its colours as accents."""
    from docx.opc.oxml import serialize_part_xml
    from docx.oxml import parse_xml

    tree = parse_xml(theme)
    names = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
    font = look.font.family.split(",")[0].strip(" '\"")
    for place in ("majorFont", "minorFont"):
        for latin in tree.iterfind(f".//a:{place}/a:latin", names):
            latin.set("typeface", font)
    colours = [style.bar for style in look.kinds.values()]
    colours += [style.colour for style in look.families.values()]
    for at, colour in enumerate(dict.fromkeys(colours[:_ACCENTS]), start=1):
        for accent in tree.iterfind(f".//a:accent{at}/a:srgbClr", names):
            accent.set("val", colour.removeprefix("#").upper())
    made: bytes = serialize_part_xml(tree)
    return made


def set_notes(settings: Any) -> None:
    """Have the endnotes of a template numbered as ours, after all that is written."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    for told in settings.findall(qn("w:endnotePr")):
        settings.remove(told)
    after = {qn(f"{'m' if name == 'mathPr' else 'w'}:{name}") for name in _AFTER_NOTES}
    place = next((at for at, told in enumerate(settings) if told.tag in after), len(settings))
    settings.insert(place, parse_xml(rooted(_notes())))


def add_bullets(part: Any) -> int:
    """Add a list of bullets to a template that has no style for one; return its number."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn
    from docx.parts.numbering import NumberingPart

    try:
        numbering = part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
    except KeyError:
        place = PackURI("/word/report-numbering.xml")
        root = parse_xml(rooted(tag("numbering")))
        numbering = NumberingPart(place, CONTENT_TYPE.WML_NUMBERING, root, part.package)
        part.relate_to(numbering, RELATIONSHIP_TYPE.NUMBERING)
    root = numbering._element
    lists, uses = root.findall(qn("w:abstractNum")), root.findall(qn("w:num"))
    list_ = 1 + max((int(each.get(qn("w:abstractNumId"))) for each in lists), default=0)
    use = 1 + max((int(each.get(qn("w:numId"))) for each in uses), default=0)
    # Lists come before what uses them.
    first = root.index(uses[0]) if uses else len(root)
    root.insert(first, parse_xml(rooted(_list(list_))))
    last = root.findall(qn("w:num")) or root.findall(qn("w:abstractNum"))
    last[-1].addnext(parse_xml(rooted(_use(use, list_))))
    return use


def _notes() -> str:
    # The two that are named here are lines, which Word asks for.
    lines = (tag("endnote", id=-1), tag("endnote", id=0))
    return tag("endnotePr", tag("pos", val="docEnd"), tag("numFmt", val="decimal"), *lines)


def _list(number: int) -> str:
    level = tag(
        "lvl",
        tag("start", val=1),
        tag("numFmt", val="bullet"),
        tag("lvlText", val=_BULLET),
        tag("lvlJc", val="left"),
        tag("pPr", tag("ind", left=340, hanging=227)),
        ilvl=0,
    )
    kind = tag("multiLevelType", val="hybridMultilevel")
    return tag("abstractNum", kind, level, abstractNumId=number)


def _use(number: int, list_: int) -> str:
    return tag("num", tag("abstractNumId", val=list_), numId=number)
