"""Signs of what became of things between two versions."""

from orggraph.scene import Box, Change, Sign
from orggraph.themes.theme import Theme


def make_sign(change: Change, x: float, y: float, side: float, theme: Theme) -> Sign:
    """Return a sign with its middle at ``x`` and ``y``."""
    box = Box(round(x - side / 2, 2), round(y - side / 2, 2), side, side)
    return Sign(change, box, theme.change(change), theme.background)
