"""How colours look to people who are colour-blind, and how far apart two colours are.

The simulation is that of G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, "A
Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009: its
matrices at full severity, on linear RGB. The distance is CIEDE2000, after G. Sharma, W. Wu and
E. N. Dalal, "The CIEDE2000 Color-Difference Formula", Color Research & Application 30(1), 2005.
"""

from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt
from typing import NamedTuple

from orggraph.themes.contrast import linear, relative_luminance

Rgb = tuple[float, float, float]
Matrix = tuple[Rgb, Rgb, Rgb]

MACHADO: dict[str, Matrix] = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
VISIONS = ("normal", *MACHADO, "greyscale")

_TO_XYZ: Matrix = (  # sRGB under D65, IEC 61966-2-1
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE: Rgb = (0.95047, 1.0, 1.08883)


class Lab(NamedTuple):
    """A colour in CIELAB."""

    l: float  # noqa: E741
    a: float
    b: float


def seen(colour: str, vision: str) -> Lab:
    """Return a ``#rrggbb`` colour as it looks to a kind of vision, or copied in greyscale."""
    red, green, blue = (linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    light: Rgb = (red, green, blue)
    if vision == "greyscale":
        grey = relative_luminance(colour)
        light = (grey, grey, grey)
    elif vision != "normal":
        red, green, blue = (min(max(c, 0.0), 1.0) for c in _times(MACHADO[vision], light))
        light = (red, green, blue)
    x, y, z = (_f(c / white) for c, white in zip(_times(_TO_XYZ, light), _WHITE, strict=True))
    return Lab(116 * y - 16, 500 * (x - y), 200 * (y - z))


def _times(matrix: Matrix, vector: Rgb) -> Rgb:
    x, y, z = (sum(m * v for m, v in zip(row, vector, strict=True)) for row in matrix)
    return x, y, z


def _f(t: float) -> float:
    return float(t ** (1 / 3)) if t > (6 / 29) ** 3 else t / (3 * (6 / 29) ** 2) + 4 / 29


def distance(one: Lab, other: Lab) -> float:
    """Return the CIEDE2000 difference of two colours: about 1 is just seen, 10 at a glance."""
    mean7 = ((hypot(one.a, one.b) + hypot(other.a, other.b)) / 2) ** 7
    stretch = 1 + 0.5 * (1 - sqrt(mean7 / (mean7 + 25**7)))
    (c1, h1), (c2, h2) = (_polar(lab.a * stretch, lab.b) for lab in (one, other))
    apart = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    if c1 * c2 and abs(h2 - h1) > 180:
        mean_hue = (h1 + h2 + (360 if h1 + h2 < 360 else -360)) / 2
    else:
        mean_hue = (h1 + h2) / 2 if c1 * c2 else h1 + h2
    mean_l, mean_c = (one.l + other.l) / 2, (c1 + c2) / 2
    waves = ((-0.17, 1, -30), (0.24, 2, 0), (0.32, 3, 6), (-0.20, 4, -63))
    t = 1 + sum(size * cos(radians(times * mean_hue + turn)) for size, times, turn in waves)
    s_l = 1 + 0.015 * (mean_l - 50) ** 2 / sqrt(20 + (mean_l - 50) ** 2)
    s_c, s_h = 1 + 0.045 * mean_c, 1 + 0.015 * mean_c * t
    turn = 60 * exp(-(((mean_hue - 275) / 25) ** 2))
    r_t = -2 * sqrt(mean_c**7 / (mean_c**7 + 25**7)) * sin(radians(turn))
    d_l, d_c = (other.l - one.l) / s_l, (c2 - c1) / s_c
    d_h = 2 * sqrt(c1 * c2) * sin(radians(apart / 2)) / s_h
    return sqrt(d_l**2 + d_c**2 + d_h**2 + r_t * d_c * d_h)


def _polar(a: float, b: float) -> tuple[float, float]:
    return hypot(a, b), degrees(atan2(b, a)) % 360 if a or b else 0.0
