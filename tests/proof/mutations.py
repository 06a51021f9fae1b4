"""The generator of mutations: each operator changes one thing of a data file, or of its document.

An operator returns None where what it drew does not lend itself, and raises IndexError where there
is nothing to draw; the next draw of the same seed may do.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import Any

from tests.proof.draft import Draft, Mutation, member_id, remove
from tests.proof.facts import relation_id
from tests.proof.told import Same

Operator = Callable[[Draft], Mutation | None]
OPERATORS: dict[str, tuple[Operator, tuple[str, ...]]] = {}
"""Each operator by its name, with the bases that it is for."""

ALL = ("harbour", "python", "govtech")
SEATED = ("harbour", "govtech")
MADE_UP = "kvægtorv"  # a word that no document has


def operator(*bases: str) -> Callable[[Operator], Operator]:
    def register(function: Operator) -> Operator:
        OPERATORS[function.__name__] = (function, bases or ALL)
        return function

    return register


# ------------------------------------------------------------------------------------ left out


@operator()
def drop_relation(draft: Draft) -> Mutation:
    draft.drop_line(draft.pick(draft.lines()))
    return draft.done()


@operator()
def drop_member(draft: Draft) -> Mutation:
    body, member = draft.pick(draft.members())
    remove(draft.nodes[body]["members"], member)
    return draft.done()


@operator()
def drop_seat(draft: Draft) -> Mutation:
    body, key, _ = draft.pick(draft.seats())
    for member in draft.holders(body, key):
        remove(draft.nodes[body]["members"], member)
    del draft.nodes[body]["seats"][key]
    draft.replace_subject(lambda id_: None if id_ == f"{body}/{key}" else id_)
    return draft.done()


@operator()
def drop_node(draft: Draft) -> Mutation | None:
    """A node, and all that names it."""
    node = draft.pick(draft.ids())
    if any(seat.get("count", "").endswith(f" per {node}") for _, _, seat in draft.seats()):
        return None
    draft.replace_node(lambda id_: None if id_ == node else id_)
    return draft.done()


@operator()
def drop_evidence(draft: Draft) -> Mutation:
    quotes, at = draft.pick(draft.quotes())
    del quotes[at]
    return draft.done()


@operator()
def drop_purpose(draft: Draft) -> Mutation:
    entry = draft.pick(e for e in draft.nodes.values() if e.get("purposes"))
    del entry["purposes"][draft.rng.randrange(len(entry["purposes"]))]
    return draft.done()


# ---------------------------------------------------------------------------- said of another


@operator()
def retarget(draft: Draft) -> Mutation | None:
    """A relation leads to another node: by its source it is the same one."""
    line = draft.pick(draft.lines())
    other = draft.pick(draft.ids(draft.kinds[line.other]))
    if other in (line.other, line.owner) or other in draft.nodes[line.owner][line.label]:
        return None
    draft.drop_line(line)
    draft.add_line(line.owner, line.label, other, line.attributes)
    source, type_, target = line.ends
    if target == line.owner:
        return draft.done()
    new = relation_id({**line.attributes, "source": source, "type": type_, "target": other})
    return draft.done(Same(relations={line.id: new}))


@operator()
def change_type(draft: Draft) -> Mutation | None:
    line = draft.pick(draft.lines())
    label = draft.pick(["reports to", "informs", "advises", "supports", "coordinates", "oversees"])
    if draft.terms.types[label][0] == line.ends[1]:
        return None
    draft.drop_line(line)
    draft.add_line(line.owner, label, line.other, line.attributes)
    return draft.done()


@operator()
def swap_appointer(draft: Draft) -> Mutation | None:
    body, _, seat = draft.pick(draft.seats())
    label = draft.pick(label for label in seat if label.endswith(" by"))
    by = draft.pick(draft.ids("body", "organisation"))
    if by in (*seat[label], body):
        return None
    seat[label][draft.rng.randrange(len(seat[label]))] = by
    return draft.done()


# ----------------------------------------------------------------------------- called otherwise


@operator()
def rename_name(draft: Draft) -> Mutation:
    entry = draft.pick(draft.nodes.values())
    entry["name"] = f"Noget helt andet {draft.rng.randrange(100)}"
    return draft.done()


@operator()
def rename_id(draft: Draft) -> Mutation:
    old = draft.pick(draft.ids())
    new = f"omdøbt-{draft.rng.randrange(100)}"
    draft.replace_node(lambda id_: new if id_ == old else id_)
    return draft.done(Same(nodes={old: new}))


@operator()
def rename_seat_key(draft: Draft) -> Mutation:
    body, key, _ = draft.pick(draft.seats())
    new = f"plads-{draft.rng.randrange(100)}"
    for member in draft.holders(body, key):
        member["seat"] = new
    seats = draft.nodes[body]["seats"]
    draft.replace_subject(lambda id_: f"{body}/{new}" if id_ == f"{body}/{key}" else id_)
    draft.nodes[body]["seats"] = {new if k == key else k: seat for k, seat in seats.items()}
    return draft.done(Same(seats={f"{body}/{key}": f"{body}/{new}"}))


@operator()
def change_note(draft: Draft) -> Mutation:
    entry = draft.pick(draft.quoting())
    if "text" in entry:  # a purpose has no note
        entry["text"] += ", altid"
    else:
        entry["note"] = f"Set efter den {draft.rng.randrange(1, 29)}."
    return draft.done()


# ---------------------------------------------------------------------------- words of a quotation


def _words(draft: Draft, at: Any) -> tuple[str, str]:
    source, _, words = at.partition(": ")
    return source, words


@operator()
def change_word(draft: Draft) -> Mutation:
    quotes, at = draft.pick(draft.quotes())
    source, words = _words(draft, quotes[at])
    place = draft.pick(re.finditer(r"\w+", words))
    quotes[at] = f"{source}: {words[: place.start()]}{MADE_UP}{words[place.end() :]}"
    return draft.done()


@operator()
def change_letter(draft: Draft) -> Mutation | None:
    quotes, at = draft.pick(draft.quotes())
    source, words = _words(draft, quotes[at])
    place = draft.rng.randrange(len(words))
    if not words[place].isalpha():
        return None
    letter = draft.pick([c for c in "aeioåxq" if c != words[place].lower()])
    quotes[at] = f"{source}: {words[:place]}{letter}{words[place + 1 :]}"
    return draft.done()


@operator()
def shorten_quote(draft: Draft) -> Mutation | None:
    """A word of a quotation is left alone, which may stand in many places."""
    quotes, at = draft.pick(draft.quotes())
    source, words = _words(draft, quotes[at])
    word = draft.pick(re.findall(r"\w+", words))
    if word == words:
        return None
    quotes[at] = f"{source}: {word}"
    return draft.done()


@operator(*SEATED)
def swap_ends(draft: Draft) -> Mutation | None:
    quotes, at = draft.pick((q, n) for q, n in draft.quotes() if "…" in q[n])
    source, words = _words(draft, quotes[at])
    quotes[at] = f"{source}: {' … '.join(reversed(words.split(' … ')))}"
    return draft.done()


def _fold_only(draft: Draft, change: Callable[[str], str]) -> Mutation | None:
    quotes, at = draft.pick(draft.quotes())
    source, words = _words(draft, quotes[at])
    changed = change(words)
    if changed == words:
        return None
    quotes[at] = f"{source}: {changed}"
    return draft.done()


@operator()
def fold_case(draft: Draft) -> Mutation | None:
    return _fold_only(draft, str.upper)


@operator()
def fold_spaces(draft: Draft) -> Mutation | None:
    space = draft.pick(["\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", "\N{EM SPACE}"])
    return _fold_only(draft, lambda words: words.replace(" ", space))


@operator()
def fold_invisible(draft: Draft) -> Mutation | None:
    mark = draft.pick(["\N{SOFT HYPHEN}", "\N{ZERO WIDTH SPACE}", "\N{WORD JOINER}"])
    return _fold_only(draft, lambda words: re.sub(r"(?<=\w\w)(?=\w\w)", mark, words, count=2))


@operator(*SEATED)
def fold_form(draft: Draft) -> Mutation | None:
    return _fold_only(draft, lambda words: unicodedata.normalize("NFD", words))


@operator()
def fold_dashes(draft: Draft) -> Mutation | None:
    dash = draft.pick("–—‐")
    return _fold_only(draft, lambda words: words.replace("-", dash))


@operator("harbour")
def fold_quote_marks(draft: Draft) -> Mutation | None:
    first, last = draft.pick(["„“", "«»", "''", "’’"])
    return _fold_only(draft, lambda words: words.replace("“", first).replace("”", last))


# ---------------------------------------------------------------------------------- the order


@operator()
def reorder(draft: Draft) -> Mutation:
    draft.data = _shuffled(draft, draft.data)
    return draft.done()


def _shuffled(draft: Draft, entry: Any) -> Any:
    """Return mappings, and the members of a body, in another order."""
    if not isinstance(entry, dict):
        return entry
    keys = draft.rng.sample(list(entry), len(entry))
    found = {key: _shuffled(draft, entry[key]) for key in keys}
    if "members" in found and isinstance(found["members"], list):
        found["members"] = draft.rng.sample(found["members"], len(found["members"]))
    # The language that a text was written in stands first, by its order.
    return entry if entry.keys() <= {"da", "en"} else found


# ------------------------------------------------------------------------------ rules and title


@operator()
def set_rule_aside(draft: Draft) -> Mutation:
    """A rule is set for a node of which it finds nothing: that is told."""
    node = draft.pick(draft.ids())
    setting = {"severity": draft.pick(["off", "error"]), "for": [node], "reason": "En prøve"}
    draft.data.setdefault("rules", {}).setdefault("mutual-oversight", []).append(setting)
    return draft.done(breaks=(("G901", (node,)),))


@operator()
def change_title(draft: Draft) -> Mutation:
    draft.data["title"] = f"En anden titel {draft.rng.randrange(9)}"
    return draft.done()


# --------------------------------------------------------------------------------- the document


def _lines(draft: Draft) -> list[str]:
    return [line for line in draft.document.split("\n") if line.strip()]


def _put_lines(draft: Draft, lines: list[str]) -> Mutation:
    draft.document = "\n\n".join(lines) + "\n"
    return draft.done()


@operator()
def add_paragraph(draft: Draft) -> Mutation:
    lines = _lines(draft)
    lines.insert(draft.rng.randrange(len(lines) + 1), f"Et {MADE_UP} åbner hver torsdag.")
    return _put_lines(draft, lines)


@operator()
def drop_paragraph(draft: Draft) -> Mutation:
    lines = _lines(draft)
    del lines[draft.rng.randrange(len(lines))]
    return _put_lines(draft, lines)


@operator()
def repeat_paragraph(draft: Draft) -> Mutation:
    lines = _lines(draft)
    lines.append(draft.pick(lines))
    return _put_lines(draft, lines)


@operator()
def change_document_word(draft: Draft) -> Mutation:
    lines = _lines(draft)
    at = draft.rng.randrange(len(lines))
    place = draft.pick(list(re.finditer(r"\w+", lines[at])))
    lines[at] = lines[at][: place.start()] + MADE_UP + lines[at][place.end() :]
    return _put_lines(draft, lines)


@operator()
def fold_document(draft: Draft) -> Mutation:
    """Nothing that matters of the words changes, but the file does."""
    lines = [unicodedata.normalize("NFD", line).replace("-", "–") for line in _lines(draft)]
    return _put_lines(draft, [line.replace(" ", "\N{NO-BREAK SPACE}") for line in lines])


@operator()
def record_other_hash(draft: Draft) -> Mutation:
    draft.data["sources"][draft.source]["sha256"] = f"{draft.rng.getrandbits(256):064x}"
    return draft.done()


@operator()
def set_aside(draft: Draft) -> Mutation:
    """A paragraph is set aside, though something rests on it, or that does not exist."""
    words = draft.pick([draft.pick(_lines(draft)).split("…")[0], f"et {MADE_UP} som dette"])
    entry = {
        "quote": words.strip(" \N{NO-BREAK SPACE}•"),
        "reason": {"da": "Prøve", "en": "A trial"},
    }
    draft.data["sources"][draft.source].setdefault("set aside", []).append(entry)
    return draft.done()


# ------------------------------------------------------------------------------------- members


@operator()
def give_member_role(draft: Draft) -> Mutation | None:
    _, member = draft.pick(draft.members())
    role = draft.pick(["secretary", "observer", "member", "vice_chair", "stedfortræder"])
    if member.get("role") == role:
        return None
    member["role"] = role
    return draft.done()


@operator(*SEATED)
def move_to_another_seat(draft: Draft) -> Mutation | None:
    body, member = draft.pick(draft.members())
    key = draft.pick(draft.nodes[body].get("seats", {}).keys())
    if member.get("seat") == key:
        return None
    old = member_id(body, member)
    member["seat"] = key
    return draft.done(Same(relations={old: member_id(body, member)}))
