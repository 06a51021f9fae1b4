"""How well colours are read on each other, as WCAG 2.2 counts it.

Relative luminance and contrast ratio are those of https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
and https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio.
"""

TEXT_LEAST = 4.5
"""The least contrast of text at level AA (success criterion 1.4.3)."""

GRAPHICS_LEAST = 3.0
"""The least contrast of lines, borders and icons at level AA (success criterion 1.4.11)."""

_WEIGHTS = (0.2126, 0.7152, 0.0722)  # of red, green and blue
_FLARE = 0.05  # light that a screen reflects


def relative_luminance(colour: str) -> float:
    """Return how light a ``#rrggbb`` colour is, from 0 for black to 1 for white."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return sum(w * linear(channel) for w, channel in zip(_WEIGHTS, channels, strict=True))


def linear(channel: float) -> float:
    """Return the light of one channel of sRGB, both from 0 to 1."""
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def mixed(colour: str, other: str, share: float) -> str:
    """Return a colour with a ``share`` of another in it, from 0 to 1, channel by channel."""
    pairs = ((int(colour[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in pairs)


def contrast_ratio(colour: str, other: str) -> float:
    """Return the contrast of two colours, from 1 for the same to 21 for black on white."""
    dark, light = sorted((relative_luminance(colour), relative_luminance(other)))
    return (light + _FLARE) / (dark + _FLARE)
