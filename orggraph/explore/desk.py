"""Where the questions of a page are answered, by their names."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from orggraph.errors import OrgGraphError
from orggraph.explore.ground import Ground
from orggraph.explore.head import tell_head
from orggraph.explore.questions import tell_checks, tell_list, tell_node, tell_path, tell_relation
from orggraph.explore.scenes import Scenes
from orggraph.explore.search import tell_search
from orggraph.explore.spec import Spec, parse_spec
from orggraph.render.markup import token

SAVED = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
"""The formats that what is shown is saved in, with what browsers call them."""

Said = Mapping[str, str]


class Saved(NamedTuple):
    """A picture as a file: what browsers call its format, its name, and what it holds."""

    media: str
    name: str
    data: bytes


class Desk:
    """Answers the questions that pages ask of one version of the data, several at a time."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.scenes = Scenes(ground)

    def spec(self, said: Said) -> Spec:
        """Return what a page shows; raises OrgGraphError for what it cannot be."""
        setup = self.ground.setup
        spec = parse_spec(said, theme=setup.theme, lang=self.language)
        setup.find_theme(spec.theme)
        return spec

    @property
    def language(self) -> str:
        """The language of answers where a page does not say."""
        return self.ground.setup.language_for(self.ground.graph)

    def answer(self, name: str, said: Said) -> Any:
        """Return the answer to a question, which goes into JSON.

        Raises OrgGraphError for what cannot be answered, and KeyError for what is no question.
        """
        if name == "scene":  # it takes the longest, and keeps no other question waiting
            return self.scenes.find(self.spec(said)).info
        answer, spec = _ANSWERS[name], self.spec(said)
        with self.ground.lock:
            return answer(self, spec, said)

    def save(self, said: Said) -> Saved:
        """Return what is shown as a file, laid out for a slide where it is one.

        Raises OrgGraphError for what cannot be drawn so.
        """
        suffix = said.get("format", "svg")
        if suffix not in SAVED:
            choices = ", ".join(SAVED)
            raise OrgGraphError("explore-bad-value", what="format", value=suffix, choices=choices)
        spec, scenes = self.spec(said), self.scenes
        drawing = scenes.draw_slide(spec) if suffix == "pptx" else scenes.find(spec).drawing
        name = token(drawing.scenes[0].id)
        return Saved(SAVED[suffix], f"{name}.{suffix}", drawing.to_bytes(suffix))


def _need(said: Said, key: str) -> str:
    if not said.get(key):
        raise OrgGraphError("explore-missing", what=key)
    return said[key]


def _head(desk: Desk, spec: Spec, said: Said) -> Any:
    return tell_head(desk.ground, spec)


def _node(desk: Desk, spec: Spec, said: Said) -> Any:
    return tell_node(desk.ground, spec, _need(said, "id"))


def _relation(desk: Desk, spec: Spec, said: Said) -> Any:
    return tell_relation(desk.ground, spec, _need(said, "id"))


def _path(desk: Desk, spec: Spec, said: Said) -> Any:
    strict = said.get("strict", "") in ("1", "true", "yes")
    source, target = _need(said, "source"), _need(said, "target")
    return tell_path(desk.ground, spec, source, target, strict=strict)


def _search(desk: Desk, spec: Spec, said: Said) -> Any:
    return tell_search(desk.ground, spec, said.get("q", ""), desk.scenes.kept(spec))


def _checks(desk: Desk, spec: Spec, said: Said) -> Any:
    return tell_checks(desk.ground, spec)


def _list(desk: Desk, spec: Spec, said: Said) -> Any:
    return tell_list(desk.ground, spec)


_ANSWERS: Mapping[str, Callable[[Desk, Spec, Said], Any]] = {
    "head": _head,
    "node": _node,
    "relation": _relation,
    "path": _path,
    "search": _search,
    "checks": _checks,
    "list": _list,
}
"""The questions, but for ``scene``, and those that are asked of a server: ``version``, ``save``."""
