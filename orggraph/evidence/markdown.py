"""The paragraphs of Markdown, with the words as they read: without its marks.

Only marks go that CommonMark (or GitHub's tables and struck-out words) would take for such; what is
struck out is no text. A parser would bring a library for a few expressions.
"""

import html
import re

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_WIDE = re.compile(r"\s{4,}")  # no line means another thing for more space than four characters
_QUOTED = re.compile(r"(?: {0,3}> ?)+")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*")
# A line below a heading, between sections, or about code: it divides, and is no text.
_DIVIDER = re.compile(r" {0,3}(?:=+|-+|([-*_])(?:[ \t]*\1){2,}|(?:```|~~~)[^`]*)[ \t]*")
_ROW = re.compile(r"\s*\|(.*?)\|?\s*")
_RULE_OF_TABLE = re.compile(r"[\s|:-]+")
_ADDRESS = re.compile(r" {0,3}\[(?!\^)[^\]]+\]:[ \t]+\S.*")
_NOTE = re.compile(r"\[\^[^\]\s]{1,90}\]:?")
# They look no further than so far, lest marks that nothing ends cost time.
_MARKS = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<tick>`{1,3})(?!`)(?P<code>[^`].{0,300}?)(?<!`)(?P=tick)(?!`)"
    r"|~~(?P<struck>[^~]{1,300})~~"
    r"|!?\[(?P<link>[^\[\]]{1,300})\](?:\([^()]{0,900}(?:\([^()]{0,90}\)[^()]{0,90})?\)|\[[^\[\]]{0,90}\])"
    r"|<(?P<address>(?:https?:|mailto:)[^<>\s]+)>"
    r"|</?[a-zA-Z][^<>]{0,900}>|<!--.{0,900}?-->"
    r"|(?P<star>\*{1,3})(?=[^\s*])(?P<starred>.{1,600}?)(?<=[^\s*])(?P=star)"
    r"|(?<!\w)(?P<line>_{1,3})(?=[^\s_])(?P<lined>.{1,600}?)(?<=[^\s_])(?P=line)(?!\w)"
)


def split_markdown(text: str) -> tuple[str, ...]:
    """Return the paragraphs of Markdown; a cell of a table is one, too."""
    from orggraph.evidence.documents import split_text

    lines: list[str] = []
    for line in _FRONT_MATTER.sub("", text).splitlines():
        line = _WIDE.sub(" " * 4, line)
        line = _QUOTED.sub("", line, count=1) if _QUOTED.match(line) else line
        if found := _HEADING.fullmatch(line):
            lines += ["", found[1] or "", ""]
        elif _DIVIDER.fullmatch(line) or _ADDRESS.fullmatch(line):
            lines.append("")
        elif found := _ROW.fullmatch(line):
            cells = [] if _RULE_OF_TABLE.fullmatch(line) else re.split(r"(?<!\\)\|", found[1])
            lines += ["", *(part for cell in cells for part in (cell, ""))]
        else:
            lines.append(line)
    read = (" ".join(_unmark(paragraph).split()) for paragraph in split_text("\n".join(lines)))
    return tuple(filter(None, read))


def _unmark(text: str) -> str:
    """Return text without the marks in its lines."""
    return html.unescape(_MARKS.sub(_words, _NOTE.sub("", text)))


def _words(match: re.Match[str]) -> str:
    found = match.groupdict()
    if literal := found["escaped"] or found["code"] or found["address"]:
        return html.escape(literal, quote=False)  # what looks like an entity is none here
    inner = found["link"] or found["starred"] or found["lined"] or ""
    return _MARKS.sub(_words, inner)
