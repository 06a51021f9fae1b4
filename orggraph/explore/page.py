"""The page: its skeleton filled with style, script and data, and the policy that guards it."""

import json
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from html import escape
from typing import Any

from orggraph.explore.bundle import bundle, read_page_file
from orggraph.words import say

SERVED_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
"""The content-security policy of a page that is served (W3C CSP level 3)."""

FILE_POLICY = (
    "default-src 'none'; script-src {script}; style-src {style}; img-src data: blob:; "
    "font-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'"
)
"""That of a file, which allows its one script and its one style, known by their hashes."""

# What would end a script, or begin a comment in one, in what HTML reads before JSON is read.
_ESCAPED = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def served_page(title: str, language: str, token: str) -> str:
    """Return the page that asks a server; its style and script are files beside it."""
    return _fill(
        title,
        language,
        meta="",
        style='<link rel="stylesheet" href="style.css">',
        data={"mode": "served", "token": token},
        script='<script src="script.js" defer></script>',
    )


def file_page(title: str, language: str, style: str, data: str) -> str:
    """Return the page that has all in itself: its style, its script, and ``data`` packed."""
    script = "\n" + bundle()
    style = f"\n{style}"
    policy = FILE_POLICY.format(script=hash_of(script), style=hash_of(style))
    return _fill(
        title,
        language,
        meta=f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">',
        style=f"<style>{style}</style>",
        data={"mode": "file", "data": data, "needs": say("explore-needs", language)},
        script=f"<script>{script}</script>",
    )


def hash_of(text: str) -> str:
    """Return how a policy names an inline script or style: by its SHA-256."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def page_style() -> str:
    """Return the style of the page, without its fonts."""
    return read_page_file("style.css")


def script_json(value: object) -> str:
    """Return JSON that can stand in HTML within a script: nothing in it is markup."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPED)


def _fill(title: str, language: str, *, data: Mapping[str, Any], **parts: str) -> str:
    told = f'<script type="application/json" id="orggraph-data">{script_json(data)}</script>'
    filled = {
        "{{lang}}": escape(language),
        "{{title}}": escape(title),
        "{{needs}}": escape(say("explore-needs", language)),
        **{f"<!--orggraph:{name}-->": part for name, part in parts.items()},
        "<!--orggraph:data-->": told,
    }
    # In one go, so that nothing that is filled in is taken for a place.
    pieces = [read_page_file("index.html")]
    for place, words in filled.items():
        pieces = _put(pieces, place, words)
    return "".join(pieces)


def _put(pieces: list[str], place: str, words: str) -> list[str]:
    """Return the pieces with ``words`` at a place; what was filled in has every second piece."""
    put: list[str] = []
    for at, piece in enumerate(pieces):
        if at % 2:
            put.append(piece)
            continue
        first, *rest = piece.split(place)
        put.append(first)
        for part in rest:
            put += [words, part]
    return put
