"""A page as one file: everything that it may be asked is answered beforehand."""

import json
import zlib
from base64 import b64encode
from collections import Counter
from hashlib import sha256
from typing import Any, NamedTuple

from orggraph.errors import OrgGraphError
from orggraph.explore.desk import Desk
from orggraph.explore.fonts import embedded_faces
from orggraph.explore.ground import Ground, Setup
from orggraph.explore.head import dates_of, tell_head
from orggraph.explore.net import tell_net
from orggraph.explore.page import file_page, page_style
from orggraph.explore.part import Part, find_part
from orggraph.explore.plan import plan_scenes
from orggraph.explore.questions import relation_answer, tell_checks, tell_node
from orggraph.explore.scenes import draw_picture
from orggraph.explore.search import search_row
from orggraph.explore.spec import Spec, key_of
from orggraph.layout import Progress
from orggraph.model import Graph, PartialDate
from orggraph.model.names import names_of
from orggraph.text import fold
from orggraph.words import LANGUAGES

MOST_BYTES = 12_000_000
"""How much the pictures of a file take at most, unpacked; the first ones are in any case."""

MOST_SCENES = 2_500

_ANSWERED = 0.1  # the share of the work that is not to draw
_LETTERS = 12
_RAW = -15  # deflate without a header, with the largest window (RFC 1951)


class Made(NamedTuple):
    """A page as the bytes of a file, and how much is in it."""

    data: bytes
    nodes: int
    scenes: int


def make_file(graph: Graph, setup: Setup, progress: Progress = lambda done: None) -> Made:
    """Return the page of a graph, or of what is around a node where it is set up so.

    The same data gives the same bytes. Raises OrgGraphError where it would be too large, or cannot
    be drawn.
    """
    desk = Desk(Ground(graph, setup))
    first = desk.spec(desk.ground.start)
    is_part = "around" in setup.start
    part = find_part(desk.ground, first if is_part else Spec(first.theme, first.lang))
    ground = Ground(graph, setup, cards=part.cards)
    languages = sorted(LANGUAGES, key=lambda language: language != first.lang)
    dates = dates_of(ground)
    data = _answers(ground, first, part, dates, languages)
    progress(_ANSWERED)
    data["scenes"] = _scenes(ground, part, first, dates, languages, progress)
    packed, letters = _pack(data, languages)
    title = graph.title.in_language(first.lang) if graph.title else "orggraph"
    style = embedded_faces(letters) + page_style()
    page = file_page(" ".join(title.split()), first.lang, style, packed)
    progress(1)
    return Made(page.encode(errors="replace"), len(part.nodes), len(data["scenes"]))


def _answers(
    ground: Ground, first: Spec, part: Part, dates: list[PartialDate], languages: list[str]
) -> dict[str, Any]:
    specs = {language: Spec(first.theme, language) for language in languages}
    tells = {language: ground.tell(spec) for language, spec in specs.items()}
    nodes = [ground.graph.nodes[node] for node in part.nodes]
    return {
        "head": {language: _head(ground, spec, part) for language, spec in specs.items()},
        "nodes": {
            language: {node: tell_node(ground, spec, node) for node in part.nodes}
            for language, spec in specs.items()
        },
        "relations": {
            language: {each.id: relation_answer(tell, each) for each in part.relations}
            for language, tell in tells.items()
        },
        "search": {
            language: [
                [
                    *search_row(tell, node).values(),
                    list(dict.fromkeys(map(fold, names_of(node)))),
                    [value for _, value in node.identifiers],
                ]
                for node in nodes
            ]
            for language, tell in tells.items()
        },
        "checks": {language: _checks(ground, spec, part) for language, spec in specs.items()},
        "graph": tell_net(ground, part, dates),
    }


def _head(ground: Ground, spec: Spec, part: Part) -> dict[str, Any]:
    """Return the head of a file, which counts what is in it."""
    head = tell_head(ground, spec)
    counts = Counter(relation.type for relation in part.relations)
    for family in head["families"]:
        for type_ in family["types"]:
            type_["count"] = counts[type_["id"]]
        family["count"] = sum(type_["count"] for type_ in family["types"])
    kinds = Counter(ground.graph.nodes[node].kind for node in part.nodes)
    for kind in head["kinds"]:
        kind["count"] = kinds[kind["id"]]
    head["counts"] = {"nodes": len(part.nodes), "relations": len(part.relations)}
    head["can"] = {"pptx": False, "search_all": True}
    head["is_part"] = part.cards is not None
    return head


def _checks(ground: Ground, spec: Spec, part: Part) -> dict[str, Any]:
    """Return what checks find of the nodes in a file, and what concerns none."""
    found = tell_checks(ground, spec)
    known = set(part.nodes)
    if part.cards is not None:
        findings = found["findings"]
        found["findings"] = [each for each in findings if known.intersection(each["subjects"])]
        found["seats"] = [seat for seat in found["seats"] if seat["body"] in known]
    return found


def _scenes(
    ground: Ground,
    part: Part,
    first: Spec,
    dates: list[PartialDate],
    languages: list[str],
    progress: Progress,
) -> dict[str, Any]:
    scenes: dict[str, Any] = {}
    planned = list(plan_scenes(ground, part, first, dates, languages))[:MOST_SCENES]
    size = 0
    for at, spec in enumerate(planned):
        try:
            scene = draw_picture(ground, spec).info
        except OrgGraphError:
            if not scenes:
                raise
            continue  # such as a date on which there is nothing of a node
        size += len(scene["svg"]) + len(json.dumps(scene["cards"]))
        if size > MOST_BYTES and at >= len(languages):
            break
        scenes[key_of(spec)] = scene
        progress(_ANSWERED + (1 - _ANSWERED) * max(at / len(planned), size / MOST_BYTES))
    return scenes


def _pack(data: dict[str, Any], languages: list[str]) -> tuple[str, str]:
    """Return the data packed, and the letters in it; its version is what it says."""
    said = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    version = sha256(said.encode(errors="replace")).hexdigest()[:_LETTERS]
    for language in languages:
        data["head"][language]["version"] = version
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    packer = zlib.compressobj(9, zlib.DEFLATED, _RAW)
    packed = packer.compress(text.encode(errors="replace")) + packer.flush()
    return b64encode(packed).decode(), "".join(sorted(set(text)))
