"""The arithmetic of colours, against figures that others published."""

import pytest

from orggraph.themes.contrast import contrast_ratio, relative_luminance
from tests.themes.colour_vision import MACHADO, Lab, distance, seen


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21),
        ("#ffffff", "#ffffff", 1),
        ("#767676", "#ffffff", 4.54),  # the lightest grey of AA text on white, #777777 is not
        ("#777777", "#ffffff", 4.48),
        ("#949494", "#ffffff", 3.03),
        ("#ff0000", "#ffffff", 4.00),
        ("#0000ff", "#ffffff", 8.59),
    ],
)
def test_contrast_is_that_of_other_calculators(one: str, other: str, ratio: float) -> None:
    assert contrast_ratio(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast_ratio(other, one) == contrast_ratio(one, other)


def test_luminance_goes_from_black_to_white() -> None:
    assert relative_luminance("#000000") == 0
    assert relative_luminance("#ffffff") == pytest.approx(1)
    assert relative_luminance("#00ff00") == pytest.approx(0.7152)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        # From the test data of Sharma, Wu and Dalal.
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, -1.3802, -84.2814), (50, 0, -82.7485), 1.0000),
        ((50, 0, 0), (50, -1, 2), 2.3669),
        ((50, 2.49, -0.001), (50, -2.49, 0.0009), 7.1792),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((50, 2.5, 0), (61, -5, 29), 22.8977),
        ((50, 2.5, 0), (58, 24, 15), 19.4535),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_distance_is_that_of_the_published_pairs(
    one: tuple[float, float, float], other: tuple[float, float, float], expected: float
) -> None:
    assert distance(Lab(*one), Lab(*other)) == pytest.approx(expected, abs=5e-5)
    assert distance(Lab(*other), Lab(*one)) == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize("vision", MACHADO)
def test_grey_looks_the_same_to_everybody(vision: str) -> None:
    assert distance(seen("#808080", vision), seen("#808080", "normal")) < 0.01


def test_the_colour_blind_mix_up_what_they_are_known_to() -> None:
    red, green = "#b04a3a", "#6f7a2e"
    assert distance(seen(red, "normal"), seen(green, "normal")) > 30
    assert distance(seen(red, "deuteranopia"), seen(green, "deuteranopia")) < 12
    blue, teal = "#2f6fd0", "#1c8792"
    assert distance(seen(blue, "normal"), seen(teal, "normal")) > 15
    assert distance(seen(blue, "tritanopia"), seen(teal, "tritanopia")) < 12


def test_a_known_colour_has_its_known_lab() -> None:
    assert seen("#ff0000", "normal") == pytest.approx((53.24, 80.09, 67.20), abs=0.02)
