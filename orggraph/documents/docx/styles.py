"""The styles of a report in Word: all of them where it has no template, what that lacks otherwise.

Fonts are those of the document's theme, so that they are changed in one place.
"""

from types import MappingProxyType
from typing import Any

from orggraph.documents.docx.style_specs import (
    DEFAULTS,
    SPECS,
    Base,
    Ids,
    colour_of,
    margins_of,
    size_of,
)
from orggraph.documents.docx.xml import rooted, tag
from orggraph.documents.paper import LOCALES

_MINOR = tag("rFonts", asciiTheme="minorHAnsi", hAnsiTheme="minorHAnsi", cstheme="minorBidi")

# Word writes the names of its own styles in any case.
_NAMES = MappingProxyType({name.lower(): name for name in (*DEFAULTS, *SPECS)})

_AFTER_LANGUAGE = ("w:eastAsianLayout", "w:specVanish", "w:oMath")


def own_styles(base: Base) -> str:
    """Return the whole part of styles for a document without a template."""
    ids = {**DEFAULTS, **{name: _id(name) for name in SPECS}}
    normal = tag(
        "style",
        tag("name", val="Normal"),
        tag("qFormat"),
        type="paragraph",
        default=1,
        styleId=ids["Normal"],
    )
    # Every document has these three, whether or not anything is in them.
    font = _plain("character", "Default Paragraph Font", ids)
    table = _plain("table", "Normal Table", ids, tag("tblPr", margins_of(0, 108)))
    none = _plain("numbering", "No List", ids)
    specs = (spec(ids, base) for spec in SPECS.values())
    defaults = tag(
        "docDefaults",
        tag(
            "rPrDefault",
            tag("rPr", _MINOR, colour_of(base.inks.ink), *size_of(10), _language(base.language)),
        ),
        tag("pPrDefault", tag("pPr", tag("spacing", after=120, line=276, lineRule="auto"))),
    )
    inside = "".join((defaults, normal, font, table, none, *specs))
    return rooted(tag("styles", inside))


def complete_styles(styles: Any, base: Base) -> Ids:
    """Add what the styles of a template lack, and set the language; return the ids by name.

    ``styles`` is the root element of that part, as lxml has it.
    """
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    ids = dict(DEFAULTS)
    for style in styles.findall(qn("w:style")):
        name = style.find(qn("w:name"))
        if name is not None:
            told = name.get(qn("w:val"))
            ids[_NAMES.get(told.lower(), told)] = style.get(qn("w:styleId"))
    for name, spec in SPECS.items():
        if name not in ids:
            ids[name] = _free(_id(name), ids)
            styles.append(parse_xml(rooted(spec(ids, base))))
    _set_language(styles, base.language)
    return ids


def has_style(styles: Any, name: str) -> bool:
    """Whether a template has a style; ``styles`` is as `complete_styles` takes it."""
    from docx.oxml.ns import qn

    found = (told.get(qn("w:val")) or "" for told in styles.iter(qn("w:name")))
    return name.lower() in map(str.lower, found)


def _set_language(styles: Any, language: str) -> None:
    """Put the language into the defaults of a template, and take others out of its base style."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    defaults = parse_xml(rooted(tag("docDefaults", tag("rPrDefault", tag("rPr")))))
    found = styles.find(qn("w:docDefaults"))
    if found is None:
        styles.insert(0, defaults)
    elif found.find(qn("w:rPrDefault")) is None:
        found.insert(0, defaults[0])
    elif found[0].find(qn("w:rPr")) is None:
        found[0].append(defaults[0][0])
    looks = [styles.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))]
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:default")) in ("1", "true", "on"):
            looks += style.findall(qn("w:rPr"))
    for look in looks:
        for told in look.findall(qn("w:lang")):
            look.remove(told)
    last = [each for each in looks[0] if each.tag in map(qn, _AFTER_LANGUAGE)]
    place = looks[0].index(last[0]) if last else len(looks[0])
    looks[0].insert(place, parse_xml(rooted(_language(language))))


def _id(name: str) -> str:
    return "".join(word[:1].upper() + word[1:] for word in name.split())


def _free(id_: str, ids: Ids) -> str:
    taken, number = set(ids.values()), 2
    while id_ in taken:
        id_, number = f"{id_.rstrip('0123456789')}{number}", number + 1
    return id_


def _language(language: str) -> str:
    code, region = LOCALES.get(language, (language, ""))
    return tag("lang", val=f"{code}-{region}" if region else code)


def _plain(type_: str, name: str, ids: Ids, more: str = "") -> str:
    return tag(
        "style",
        tag("name", val=name),
        tag("uiPriority", val=99),
        tag("semiHidden"),
        tag("unhideWhenUsed"),
        more,
        type=type_,
        default=1,
        styleId=ids[name],
    )
