"""The same picture for other tools: what one would write for them by hand."""

import json

from orggraph.views.content import CardContent, Content


def as_dot(content: Content) -> str:
    """Return a picture for Graphviz: boxes, labels, superiors above."""
    lines = ["digraph {", "rankdir=BT node [shape=box]"]
    for card in content.cards:
        lines.append(f"{_quoted(card.id)} [label={_quoted(_words(card))}]")
    for link in content.links:
        ends = f"{_quoted(link.source)} -> {_quoted(link.target)}"
        mark = "" if link.arrow else " dir=none"
        lines.append(f"{ends} [label={_quoted(link.label)}{mark}]")
    return "\n".join([*lines, "}"])


def as_mermaid(content: Content) -> str:
    """Return a picture for Mermaid: a flowchart, superiors above."""
    names = {card.id: f"n{number}" for number, card in enumerate(content.cards)}
    lines = ["flowchart BT"]
    for card in content.cards:
        words = _words(card).replace('"', "#quot;").replace("\n", "<br>")
        lines.append(f'{names[card.id]}["{words}"]')
    for link in content.links:
        line = "-->" if link.arrow else "---"
        words = f'|"{link.label}"|' if link.label else ""
        lines.append(f"{names[link.source]} {line}{words} {names[link.target]}")
    return "\n".join(lines)


def as_page(content: Content, library: str) -> str:
    """Return a web page that draws with Mermaid, and then holds nothing but what came of it."""
    options = {"startOnLoad": False, "maxTextSize": 10**9, "maxEdges": 10**6}
    return f"""<!doctype html><meta charset="utf-8"><script src="{library}"></script>
<body><script type="module">
mermaid.initialize({json.dumps(options)});
const {{svg}} = await mermaid.render("drawing", {json.dumps(as_mermaid(content))});
const found = svg.matchAll(/<path[^>]* d="([^"]*)"[^>]*flowchart-link/g);
const lines = [...found].map(path => path[1]);
const bytes = new TextEncoder().encode(svg).length;
document.body.innerHTML = `<pre id="drawn">${{JSON.stringify({{bytes, lines}})}}</pre>`;
</script></body>"""


def _words(card: CardContent) -> str:
    rows = [" ".join(filter(None, (row.words, row.beside))) for row in card.rows]
    return "\n".join(filter(None, [card.name, *card.subtitles, *rows, card.summary]))


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
