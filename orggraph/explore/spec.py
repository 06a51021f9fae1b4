"""What a page shows: the part of its state that the answers depend on."""

from collections.abc import Mapping
from typing import Any, NamedTuple, get_args
from urllib.parse import quote

from orggraph.errors import OrgGraphError
from orggraph.model import PartialDate
from orggraph.queries.times import parse_date
from orggraph.text import shorten
from orggraph.views.view import Members, Side
from orggraph.words import LANGUAGES

DEEPEST = 5
"""How many relations away from a node a page shows at most."""

_AS_IN_JAVASCRIPT = "!'()*~-_."


class Spec(NamedTuple):
    """What is shown, as the address of the page says it; ids where it names things of the data.

    `families` None is all of them; `without_types` are those that are left out. `depth` is that
    around the node `around`, which has one then.
    """

    theme: str
    lang: str
    around: str | None = None
    depth: int | None = None
    side: str = "both"
    families: tuple[str, ...] | None = None
    without_types: tuple[str, ...] = ()
    members: str = "inside"
    as_of: PartialDate | None = None
    path: tuple[str, str] | None = None

    @property
    def is_filtered(self) -> bool:
        """Whether relations of some types are left out."""
        return self.families is not None or bool(self.without_types)

    @property
    def unfiltered(self) -> "Spec":
        """The same with relations of every type."""
        return self._replace(families=None, without_types=())


def parse_spec(said: Mapping[str, str], *, theme: str, lang: str) -> Spec:
    """Return what an address says; ``theme`` and ``lang`` are for one that does not say.

    Raises OrgGraphError for a value that a key cannot have. Whether the data has what is named is
    found out when it is asked.
    """
    around = said.get("around") or None
    return Spec(
        theme=said.get("theme") or theme,
        lang=_one_of("lang", said.get("lang") or lang, LANGUAGES),
        around=around,
        depth=_depth(said.get("depth") or "1") if around else None,
        side=_one_of("side", said.get("side") or "both", get_args(Side)) if around else "both",
        families=_list(said["families"]) if "families" in said else None,
        without_types=_list(said.get("without_types", "")),
        members=_one_of("members", said.get("members") or "inside", get_args(Members)),
        as_of=parse_date(said["as_of"]) if said.get("as_of") else None,
        path=_path(said["path"]) if said.get("path") else None,
    )


def key_of(spec: Spec) -> str:
    """Return the name of a scene in a file: of what is shown, without filters and marks."""
    said: Mapping[str, Any] = {
        "around": spec.around,
        "depth": spec.depth,
        "as_of": spec.as_of,
        "theme": spec.theme,
        "lang": spec.lang,
    }
    told = ((name, value) for name, value in said.items() if value is not None)
    return "&".join(f"{name}={quote(str(value), safe=_AS_IN_JAVASCRIPT)}" for name, value in told)


def _one_of(key: str, value: str, choices: tuple[str, ...]) -> str:
    if value not in choices:
        facts = {"what": key, "value": shorten(value), "choices": ", ".join(choices)}
        raise OrgGraphError("explore-bad-value", **facts)
    return value


def _depth(text: str) -> int:
    choices = tuple(map(str, range(1, DEEPEST + 1)))
    return int(_one_of("depth", text, choices))


def _list(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for part in text.split(",") if part))


def _path(text: str) -> tuple[str, str]:
    ends = text.split(",")
    if len(ends) != 2 or not all(ends):
        raise OrgGraphError("explore-bad-path", value=shorten(text))
    return ends[0], ends[1]
