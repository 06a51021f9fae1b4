"""Lengths of the screen and of paper."""

PIXELS_PER_INCH = 96.0
"""A pixel of a scene is that of CSS."""

POINTS_PER_INCH = 72.0
"""The points in which print measures letters."""

MM_PER_INCH = 25.4
