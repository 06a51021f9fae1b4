"""Put a picture on as many pages as it needs to be readable on its paper."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from orggraph.layout import LaidOut, Progress
from orggraph.source import Problem
from orggraph.views.content import Content
from orggraph.views.page_plan import PagePlan, Room, plan_pages
from orggraph.views.pages import tell_pages

MOST: Mapping[str, int] = MappingProxyType(
    {"slide": 18, "a4": 24, "a4-portrait": 24, "a3": 45, "a3-portrait": 45, "free": 60}
)
"""How many cards a page begins with, by its paper; those with much text turn out to need fewer."""

_DIVISIONS, _FEWER = 5, 2 / 3
"""How often a page that is too full is divided, and what share of its cards it then keeps."""

_HOPEFUL = 3
"""A picture of up to this many times the cards of a page is first tried on one."""

_TOO_LARGE = "too-large-for-paper"

LayOut = Callable[[Content], LaidOut]


def lay_out_pages(
    content: Content, paper: str, lay_out: LayOut, progress: Progress
) -> tuple[LaidOut, ...]:
    """Return the pages of a picture: one where that can be read, else as few as can.

    ``lay_out`` lays out one page; ``progress`` is told how much is done, from 0 to 1. A page that
    is found too full is divided, and that is tried a few times.
    """
    most = MOST[paper]
    if paper != "free" and len(content.cards) <= most * _HOPEFUL:
        whole = lay_out(content)
        if not _is_too_large(whole):
            return (whole,)
    rooms: dict[str, Room] = {}
    tried: set[PagePlan] = set()
    for _ in range(_DIVISIONS + 1):
        plans = plan_pages(content, most=most, rooms=rooms)
        pages = tell_pages(content, plans)
        made: dict[PagePlan, LaidOut] = {}
        for number, (plan, page) in enumerate(zip(plans, pages, strict=True)):
            progress(number / len(plans) / 2)
            if plan not in tried:
                made[plan] = lay_out(page)
        tried |= made.keys()
        full = [plan for plan, page in made.items() if _is_too_large(page)]
        if not full:
            break
        for plan in full:
            fewer = int(len(plan.cards) * _FEWER)
            for top in plan.tops:
                # Of several trees on a page, each first gets more room to itself.
                alone = rooms[top].alone if top in rooms else most
                rooms[top] = Room(fewer if len(plan.tops) == 1 else alone, fewer)
    # What was laid out earlier refers to pages that have other numbers by now.
    done = []
    for plan, page in zip(plans, pages, strict=True):
        done.append(made.get(plan) or lay_out(page))
        progress((1 + len(done) / len(plans)) / 2)
    return tuple(done)


def tell_notices(pages: tuple[LaidOut, ...]) -> Iterator[Problem]:
    """Yield what is to be said about pages, each once; of those that are too full, which."""
    told: list[str] = []
    for number, page in enumerate(pages, start=1):
        for notice in page.notices:
            if notice.name == _TOO_LARGE:
                notice = Problem("page-too-large", facts={**notice.facts, "page": number})
            if notice.message() not in told:
                told.append(notice.message())
                yield notice


def _is_too_large(page: LaidOut) -> bool:
    return any(notice.name == _TOO_LARGE for notice in page.notices)
