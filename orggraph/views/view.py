"""A view: what to show of a graph, and how."""

from typing import Literal, NamedTuple

from orggraph.model import PartialDate
from orggraph.text import LocalText

Side = Literal["above", "below", "both"]
Members = Literal["inside", "nodes", "hidden"]
Direction = Literal["down", "right"]
Paper = Literal["slide", "a4", "a4-portrait", "a3", "a3-portrait", "free"]
Parallel = Literal["merged", "apart"]
Labels = Literal["all", "auto", "none"]
Leaves = Literal["auto", "stacked", "spread"]


class View(NamedTuple):
    """What to show of a graph, and how.

    Nodes, types and families are named as people name them; they are looked up when the view is
    used on a graph. Empty choices choose everything.

    - `families`, `types`: the relations that are drawn.
    - `kinds`, `nodes`: the nodes that are drawn; `without` leaves nodes out.
    - `around`, `depth`, `side`: only what is within `depth` relations of a node, above it, below it
      or both; None for any depth.
    - `path`: two nodes; the path from the first to the second is marked.
    - `members`: listed inside the card of their body, drawn as nodes, or hidden (seats are
      counted in any case).
    - `derived`: whether relations that follow from seats and members are drawn.
    - `parallel`: relations of one family between the same two nodes are one line, or each its own.
    - `labels`: the words on lines: all, none, or without those that the legend tells (`auto`).
    - `pages`: whether what is too large for its paper goes on several pages.
    - `leaves`: whether nodes without any below them are stacked under their superior.
    - `languages`: one picture each; empty for the language of the data.
    - `outputs`: the suffixes of the files to make, such as ``svg``.
    """

    id: str = "orggraph"
    title: LocalText | None = None
    footnote: LocalText | None = None
    families: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    nodes: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    around: str | None = None
    depth: int | None = None
    side: Side = "both"
    path: tuple[str, str] | None = None
    as_of: PartialDate | None = None
    members: Members = "inside"
    derived: bool = True
    direction: Direction = "down"
    languages: tuple[str, ...] = ()
    theme: str = "light"
    paper: Paper = "free"
    pages: bool = False
    parallel: Parallel = "merged"
    labels: Labels = "auto"
    leaves: Leaves = "auto"
    engine: str | None = None
    outputs: tuple[str, ...] = ("svg",)
