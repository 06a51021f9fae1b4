"""From content to a scene: text is measured, cards are placed, lines are routed.

`compose` tries the ways to lay a picture out and takes the best; `arrange` does one of them. First
it decides who stands above whom (`orient`) and asks an engine for ranks (`engines`, `dot_engine`,
`tidy_engine`). Then it plans what lines leave cards together (`plan`), sets the cards (`cards`,
`metrics`), and asks the engine for the order in each rank (`places`). The rest is our own: lines
get their ends (`pins`), their turns (`channels`, `flows`) and their ways (`routing`). `page` puts a
title, legend and footnote around it all.
"""

from orggraph.layout.arrange import Progress
from orggraph.layout.compose import LaidOut, lay_out

__all__ = ["LaidOut", "Progress", "lay_out"]
