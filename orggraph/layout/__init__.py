"""From content to a scene: text is measured, cards are placed, lines are routed."""

from orggraph.layout.arrange import Progress
from orggraph.layout.compose import LaidOut, lay_out

__all__ = ["LaidOut", "Progress", "lay_out"]
