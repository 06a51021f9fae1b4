"""Options mean what the same words mean in a view file."""

import pytest

from orggraph.model import PartialDate
from orggraph.source import ReadError
from orggraph.text import LocalText
from orggraph.views.options import with_options
from orggraph.views.view import View

BASE = View(id="v", around="board", depth=2, families=("reporting",), title=LocalText.of("T"))


@pytest.mark.parametrize(
    ("name", "said", "meant"),
    [
        ("families", "contact", ("contact",)),
        ("families", ["contact", "advice"], ("contact", "advice")),
        ("families", (), ()),
        ("families", None, ()),
        ("depth", 3, 3),
        ("depth", "3", 3),
        ("depth", None, None),
        ("derived", False, False),
        ("derived", "no", False),
        ("as_of", "2025-06", PartialDate(2025, 6)),
        ("as_of", PartialDate(2025, 6, 1), PartialDate(2025, 6, 1)),
        ("title", "Ny", LocalText.of("Ny")),
        ("title", {"da": "Ny", "en": "New"}, LocalText.of("New", "en", da="Ny")),
        ("title", LocalText.of("Ny", "da", en="New"), LocalText.of("Ny", "da", en="New")),
        ("path", ("a", "b"), ("a", "b")),
        ("path", None, None),
        ("paper", None, "free"),
        ("theme", "./mine.yaml", "./mine.yaml"),
    ],
    ids=str,
)
def test_an_option_goes_before_the_view(name: str, said: object, meant: object) -> None:
    assert with_options(BASE, {name: said}) == BASE._replace(**{name: meant})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"arund": "x"}, "unknown key 'arund'; did you mean 'around'"),
        ({"outputs": "png"}, "unknown key 'outputs'"),
        ({"languages": "da"}, "unknown key 'languages'"),
        ({"id": "x"}, "unknown key 'id'"),
        ({"depth": 0}, "'0' is no depth"),
        ({"depth": True}, "'yes' is no depth"),
        ({"side": "left"}, "none of: above, below, both"),
        ({"path": ("a",)}, "two ends"),
        ({"path": "ab"}, "two ends"),
        ({"title": ""}, "expected text"),
        ({"around": None}, "'depth' is reckoned from a node"),
        ({"without": ["board"]}, "'board' is left out here"),
        ({"derived": "perhaps"}, "expected yes or no"),
    ],
    ids=str,
)
def test_an_option_that_makes_no_sense_is_refused(options: dict[str, object], message: str) -> None:
    with pytest.raises(ReadError, match=message) as caught:
        with_options(BASE, options)
    assert all(problem.location is None for problem in caught.value.problems)


def test_a_view_made_by_hand_must_make_sense_too() -> None:
    with pytest.raises(ReadError, match="reckoned from a node"):
        with_options(View(depth=1), {})
    assert with_options(View(), {}) == View()
