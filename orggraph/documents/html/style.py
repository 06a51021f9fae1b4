"""The style sheet of a report in HTML, for the screen and for paper."""

from orggraph.documents.document import Document, Table
from orggraph.documents.paper import inks_of

_SHEET = """
:root { color: @ink@; background: @background@; font-family: @font@; line-height: 1.5 }
body { max-width: 60rem; margin: 0 auto; padding: 2rem 1.5rem 4rem; overflow-wrap: break-word }
h1, h2, h3, h4 { line-height: 1.25; margin: 2rem 0 .6rem }
h1 { font-size: 2.2rem; margin: 0 }
h2 { font-size: 1.55rem; border-bottom: 2px solid @line@; padding-bottom: .25rem; margin-top: 3rem }
h3 { font-size: 1.2rem }
p, ul, ol { margin: .6rem 0 }
li { margin: .2rem 0 }
a { color: inherit; text-decoration: underline; text-underline-offset: .15em }
a:focus-visible, summary:focus-visible { outline: 3px solid @line@; outline-offset: 2px }
svg a { text-decoration: none }
sup { line-height: 0; font-size: .72em; margin-left: .12em; white-space: nowrap }
sup.many { white-space: normal }
sup a { text-decoration: none; padding: 0 .08em }
sup a:hover, sup a:focus { text-decoration: underline }
p.quiet, span.quiet, p.subtitle, caption, figcaption, dt { color: @quiet@ }
p.subtitle { font-size: 1.2rem; margin: .3rem 0 1rem }
header.title { border-bottom: 4px solid @line@; padding-bottom: 1rem }
header.title dl { display: flex; flex-wrap: wrap; gap: .4rem 2.5rem; margin: 1rem 0 0 }
header.title dt { font-size: .85rem }
header.title dd { margin: 0 }
nav ul { padding-left: 1.2rem; list-style: none }
figure { margin: 1.8rem 0 }
figure svg { display: block; width: 100%; height: auto; max-height: 90vh; border: 1px solid @rule@ }
figcaption { margin-top: .5rem }
figcaption strong, caption strong { color: @ink@ }
details { margin-top: .4rem; font-size: .92rem }
div.table { margin: 1.2rem 0 }
table { border-collapse: collapse; table-layout: fixed; width: 100%; font-size: .88rem;
  line-height: 1.4 }
caption { text-align: left; padding-bottom: .4rem; font-size: 1rem }
th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; overflow-wrap: anywhere }
th { border-bottom: 2px solid @line@; font-weight: 600; overflow-wrap: break-word; hyphens: auto }
td { border-bottom: 1px solid @rule@; hyphens: auto }
section[role=doc-endnotes] { font-size: .9rem }
section li { padding-left: .4rem }
@media screen {
  div.wide { --room: min(76rem, 100vw - 3rem); width: var(--room); overflow-x: auto;
    margin-left: calc((100% - var(--room)) / 2) }
  div.wide table { min-width: 64rem }
}
@media screen and (max-width: 40rem) {
  div.table { overflow-x: auto }
  table { min-width: 44rem }
}
@media print {
  @page { size: A4; margin: 20mm 18mm 22mm; @bottom-center { content: @pages@; font: 8.5pt @font@;
    color: @paper-quiet@ } }
  @page wide { size: A4 landscape }
  div.wide { page: wide }
  :root { font-size: 10.5pt; background: none; color: @paper-ink@ }
  p.quiet, span.quiet, p.subtitle, caption, figcaption, dt { color: @paper-quiet@ }
  figcaption strong, caption strong { color: @paper-ink@ }
  body { max-width: none; padding: 0 }
  h1, h2, h3, h4, p.lead { break-after: avoid }
  h2 { margin-top: 1.6rem }
  figure, tr, li, dl { break-inside: avoid }
  figure svg { max-height: 200mm }
  figcaption { break-before: avoid }
  caption { break-after: avoid }
  thead { display: table-header-group }
  table { font-size: 8.5pt }
  th, td { padding: .2rem .25rem }
  details, a.back { display: none }
  a { text-decoration: none }
  p { orphans: 3; widows: 3 }
  section[role=doc-endnotes] { font-size: .8rem }
  section[role=doc-endnotes] ol { columns: 2; column-gap: 8mm }
}
"""


def style_of(document: Document) -> str:
    """Return the style sheet of a document, in the colours and the font of its theme."""
    theme, labels, paper = document.theme, document.labels, inks_of(document.theme)
    facts = {
        "ink": theme.ink,
        "quiet": theme.quiet,
        "rule": theme.rule,
        "background": theme.background,
        "line": theme.quiet,
        "paper-ink": paper.ink,
        "paper-quiet": paper.quiet,
        "font": theme.font.family,
        "pages": f'"{_text(labels.page)} " counter(page) " {_text(labels.of)} " counter(pages)',
    }
    sheet = _SHEET
    for name, value in facts.items():
        sheet = sheet.replace(f"@{name}@", value)
    return sheet + "".join(f"{rule}\n" for rule in _widths(document)).replace("</", "<\\/")


def _widths(document: Document) -> list[str]:
    tables = (block for block in document.blocks if isinstance(block, Table))
    used = {round(width * 1000) for table in tables for width in table.widths}
    return [f"col.w{share} {{ width: {share / 10:g}% }}" for share in sorted(used)]


def _text(words: str) -> str:
    """Return words for a string of CSS, with no character that means anything to it."""
    return "".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in words)
