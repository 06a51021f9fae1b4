"""A tab of the browser, and what is done in it."""

import re
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page

READY = ".picture:not(.leaving), .listing .page, .trouble h2"


class Tab:
    """A tab in which the page is used as people use it."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._contexts: list[Any] = []
        self.complaints: list[str] = []
        self.page: Page = self.another()

    def another(self, **how: Any) -> Page:
        """Go on in a tab of another kind, such as on a small screen."""
        how = {"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce", **how}
        context = self._browser.new_context(**how)
        context.set_default_timeout(8_000)
        self._contexts.append(context)
        self.page = context.new_page()
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", self._listen)
        return self.page

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
        """Close all that was opened."""
        for context in self._contexts:
            context.close()
