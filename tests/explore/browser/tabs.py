"""A tab of the browser, and what is done in it."""

import re
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page

READY = ".picture:not(.leaving), .listing .page, .trouble h2"


class Tabs:
    """Tabs of each kind that is needed, each opened once: that takes longer than most tests."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._pages: dict[str, Page] = {}

    def of_kind(self, how: dict[str, Any]) -> Page:
        """Return the tab of a kind, as `Browser.new_context` has it, empty."""
        kind = repr(sorted(how.items()))
        if kind not in self._pages:
            context = self._browser.new_context(**how)
            context.set_default_timeout(8_000)
            self._pages[kind] = context.new_page()
        page = self._pages[kind]
        page.goto("about:blank")
        return page


class Tab:
    """A tab in which the page is used as people use it."""

    def __init__(self, tabs: Tabs) -> None:
        self._tabs = tabs
        self._heard: list[Page] = []
        self.complaints: list[str] = []
        self.page: Page = self.another()

    def another(self, **how: Any) -> Page:
        """Go on in a tab of another kind, such as on a small screen."""
        how = {"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce", **how}
        self.page = self._tabs.of_kind(how)
        if self.page not in self._heard:
            self._heard.append(self.page)
            self.page.on("pageerror", self._fail)
            self.page.on("console", self._listen)
        return self.page

    def _fail(self, error: Any) -> None:
        self.complaints.append(str(error))

    def _listen(self, message: Any) -> None:
        # That a question was refused is told by the browser too.
        if message.type in ("error", "warning") and "status of 4" not in message.text:
            self.complaints.append(message.text)

    def open(self, address: str, view: str = "") -> Page:
        """Open a view of a page."""
        self.page.goto("about:blank")
        self.page.goto(f"{address}{f'#{view}' if view else ''}")
        self.page.wait_for_selector(READY)
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until nothing is asked any more."""
        self.until("!document.querySelector('#main[aria-busy]')")

    def until(self, truth: str) -> None:
        """Wait until something is true in the page; its policy forbids Playwright to wait so."""
        for _ in range(300):
            if self.page.evaluate(truth):
                return
            self.page.wait_for_timeout(20)
        raise AssertionError(f"never true: {truth}")

    def card(self, name: str) -> Locator:
        """The card that is called ``name``."""
        return self.page.locator(f'.picture:not(.leaving) .card[aria-label^="{name}"]')

    def shown(self) -> set[str]:
        """The titles of the cards that are shown."""
        cards = self.page.locator(".picture:not(.leaving) .card:not(.away)").all()
        labels = [card.get_attribute("aria-label") or "" for card in cards]
        return {re.split(", (?:organ|body|person|post)", label)[0] for label in labels}

    def box(self, selector: str) -> dict[str, float]:
        """Where something is on the screen."""
        found = self.page.locator(selector).bounding_box()
        assert found is not None
        return dict(found)  # type: ignore[arg-type]

    def lines(self) -> int:
        """How many lines are shown."""
        return self.page.locator(".picture:not(.leaving) .route:not(.away)").count()

    def status(self) -> str:
        """What the line of status says."""
        return self.page.inner_text("#status")

    def scale(self) -> float:
        """How large the picture is shown."""
        found = self.page.evaluate(
            "new DOMMatrix(getComputedStyle(document.querySelector('.picture:not(.leaving)'))"
            ".transform).a"
        )
        return float(found)

    def refuse_nobody(self) -> list[str]:
        """What keeps people out, as axe finds it."""
        found = Axe().run(
            self.page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "best-practice"]}
        )
        return [
            f"{each['id']}: {node['target']} {node.get('failureSummary', '')[:300]}"
            for each in found.response["violations"]
            for node in each["nodes"][:3]
        ]

    def close(self) -> None:
        """Leave the tabs as they were found."""
        for page in self._heard:
            page.goto("about:blank")
            page.emulate_media(media="null")
            page.remove_listener("pageerror", self._fail)
            page.remove_listener("console", self._listen)
