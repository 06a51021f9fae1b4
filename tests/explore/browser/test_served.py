"""The page that is served, in a real browser."""

import json
from pathlib import Path

import pytest

from tests.explore.browser.tabs import Tab
from tests.explore.helpers import ISLAND, MARKUP

STATES = {
    "node": "select=node:rådet",
    "relation": "select=relation:rådet:reports_to:kommunen&panel=checks",
    "around": "around=udvalget&depth=2&panel=path&path=udvalget,kommunen&theme=dark",
    "list": "show=list",
    "trouble": "families=",
}


def test_what_is_typed_finds_a_node_and_goes_there(tab: Tab, island_page: str) -> None:
    page = tab.open(island_page)
    page.keyboard.press("/")
    page.keyboard.type("oeraad")  # as one types it without Danish keys
    page.wait_for_selector("#find-list [role=option]")
    assert "Ørådet" in page.inner_text("#find-list [role=option][aria-selected=true]")
    page.keyboard.press("Enter")
    page.wait_for_selector("#details h2")
    assert page.inner_text("#details h2") == "Ørådet"
    assert "select=node%3Ar%C3%A5det" in page.url
    assert "chosen" in (tab.card("Ørådet").get_attribute("class") or "")


def test_what_is_in_no_picture_is_shown_with_what_is_around_it(tab: Tab, island_page: str) -> None:
    page = tab.open(island_page)
    page.fill("#find", "Bo")
    page.wait_for_selector("#find-list [role=option]")
    page.keyboard.press("Enter")
    page.wait_for_selector("#details h2")
    assert page.inner_text("#details h2") == "Bo"
    page.fill("#find", "qqqqqq")
    page.wait_for_selector("#find-list .none")


def test_a_click_tells_what_is_known_of_a_card_and_of_a_line(tab: Tab, island_page: str) -> None:
    page = tab.open(island_page)
    tab.card("Ørådet").locator(".name").click()
    page.wait_for_selector("#details h2")
    told = page.inner_text("#details")
    assert "Ørådet" in told
    assert "Åse Møller" in told
    page.locator("#details .relations button", has_text="Ørådet refererer til").click()
    page.wait_for_selector("#details .evidence")
    assert page.inner_text("#details blockquote") == "“Rådet … til kommunen”"
    assert page.inner_text("#details .status") == "✓ fundet i kilden"
    # The marks are counted as browsers count: a palm tree is two.
    assert page.locator("#details mark").all_inner_texts()[0].startswith("Rådet")
    assert page.locator("#details mark").all_inner_texts()[-1].endswith("til kommunen")
    link = page.locator("#details .evidence a")
    assert (link.get_attribute("href") or "").startswith("https://example.org/vedtaegt")
    page.locator("#details .close").click()
    page.wait_for_selector("#details", state="hidden")
    line = page.locator(".route.family-reporting .reach").first
    line.dispatch_event("click")
    page.wait_for_selector("#details .evidence")


def test_a_line_of_a_card_leads_to_the_member_that_it_names(tab: Tab, island_page: str) -> None:
    page = tab.open(island_page)
    tab.card("Ørådet").locator("text", has_text="Åse Møller").click()
    page.wait_for_selector("#details h2")
    assert page.inner_text("#details h2") == "Åse Møller"
    assert "chosen" in (tab.card("Ørådet").get_attribute("class") or "")  # which lists her
    tab.card("Ørådet").locator("text", has_text="Åse Møller").dblclick()
    tab.until("location.hash.includes('around=r%C3%A5det')")


def test_what_cannot_be_shown_around_a_node_leaves_a_way_out(tab: Tab, island_page: str) -> None:
    page = tab.open(island_page, "around=rådet&depth=2&families=xyz")
    page.wait_for_selector("#whole")
    assert "Ørådet" in page.inner_text("#around")
    assert tab.status() == ""


def test_any_date_has_a_place_among_those_of_changes(tab: Tab, island_page: str) -> None:
    page = tab.open(island_page, "as_of=2025-01-15&panel=checks")
    assert page.inner_text("#dates output") == "2025-01-15"
    tab.until("document.querySelector('#panel-checks').innerText.includes('besat: 1 af 2')")
    page.focus("#as-of")
    page.keyboard.press("ArrowRight")
    tab.until("location.hash.includes('as_of=2025-07-01')")
    tab.until("document.querySelector('#panel-checks').innerText.includes('besat: 0 af 2')")
    assert page.evaluate("document.activeElement.id") == "as-of"
    assert page.inner_text("#dates output") == "2025-07-01"


def test_a_script_in_a_link_is_no_link(tab: Tab, island_page: str) -> None:
    page = tab.open(island_page, "select=relation:udvalget:reports_to:rådet:2022")
    page.wait_for_selector("#details .evidence")
    assert "Brevet" in page.inner_text("#details .evidence")
    assert page.locator("#details .evidence a").count() == 0


def test_filters_draw_anew_and_tell_how_many_there_are(tab: Tab, island_page: str) -> None:
    page = tab.open(island_page)
    before, lines = tab.shown(), tab.lines()
    assert page.inner_text("label[for=family-reporting] .count") == "2"
    page.uncheck("#family-reporting")
    tab.until("location.hash.includes('families=')")
    tab.settle()
    assert tab.lines() < lines
    assert "reporting" not in page.url
    assert page.inner_text("label[for=family-reporting] .count") == "2"  # as many as there were
    page.click("#filter-all")
    tab.settle()
    assert (tab.shown(), tab.lines()) == (before, lines)
    page.click("#types-contact")
    page.uncheck("#type-informs")
    tab.until("location.hash.includes('without_types=informs')")
    tab.settle()
    assert tab.lines() == lines - 1
    assert MARKUP not in tab.shown()  # nothing else leads to it
    page.go_back()
    tab.settle()
    assert tab.lines() == lines


def test_members_are_drawn_as_cards_where_that_is_chosen(tab: Tab, island_page: str) -> None:
    page = tab.open(island_page)
    assert "Bo" not in tab.shown()
    page.select_option("#members", "nodes")
    tab.until("location.hash.includes('members=nodes')")
    tab.settle()
    assert {"Bo", "Åse Møller"} <= tab.shown()


def test_one_looks_around_a_node_to_a_depth(tab: Tab, island_page: str) -> None:
    page = tab.open(island_page)
    tab.card("Ørådet").dblclick()
    tab.until("location.hash.includes('around=r%C3%A5det')")
    tab.settle()
    assert "Ørådet" in page.inner_text("#around")
    near = tab.shown()
    page.select_option("#side-of", "above")
    tab.until("location.hash.includes('side=above')")
    tab.settle()
    above = tab.shown()
    assert above < near
    page.select_option("#depth", "2")
    tab.until("location.hash.includes('depth=2')")
    tab.settle()
    assert above <= tab.shown()
    page.click("#whole")
    tab.settle()
    assert near < tab.shown()
    assert not page.is_visible("#around")


def test_a_path_is_asked_for_and_told(tab: Tab, island_page: str) -> None:
    page = tab.open(island_page)
    page.click("#tab-path")
    for end, words in (("source", "drift"), ("target", "byen")):
        page.fill(f"#path-{end}", words)
        page.wait_for_selector(f"#path-{end}-list [role=option]")
        page.keyboard.press("Enter")
    page.wait_for_selector(".verdict")
    assert "Driftsudvalget → Ø Kommune: en rapporteringslinje" in page.inner_text(".verdict")
    hops = page.locator(".hops > li").all_inner_texts()
    assert hops[0] == "Driftsudvalget"
    assert hops[1].split()[:3] == ["refererer", "til", "Ørådet"]
    assert len(hops) == 3
    tab.settle()
    assert page.locator(".picture .halo").count() > 0  # marked as `draw --path` does
    page.click("#path-swap")
    tab.until("document.querySelector('.verdict').innerText.includes('Ø Kommune →')")
    assert "kun forbundet" in page.inner_text(".verdict")
    tab.settle()
    page.check("#path-strict")
    tab.until("document.querySelector('.verdict').innerText.includes('ingen')")
    tab.settle()
    assert page.locator(".picture:not(.leaving) .halo").count() == 0
    page.click("#path-clear")
    page.wait_for_selector(".verdict", state="detached")


def test_the_slider_goes_through_the_days_on_which_something_changes(
    tab: Tab, island_page: str
) -> None:
    page = tab.open(island_page, "select=node:rådet")
    page.wait_for_selector("#details h2")
    slider = page.locator("#as-of")
    assert slider.get_attribute("aria-valuetext") == "alle datoer"
    assert "Bo" in page.inner_text("#details")
    slider.focus()
    page.keyboard.press("End")
    tab.until("location.hash.includes('as_of=')")
    tab.settle()
    date = slider.get_attribute("aria-valuetext") or ""
    assert date >= "2025-06-30"
    assert f"pr. {date}" in tab.status()
    tab.until("!document.querySelector('#details').innerText.includes('Bo')")


def test_checks_lead_to_the_nodes_that_they_concern(tab: Tab, island_page: str) -> None:
    page = tab.open(island_page, "panel=checks")
    page.wait_for_selector("#panel-checks .findings li")
    assert "Fejl" in page.inner_text("#panel-checks .findings")
    assert page.locator(".card .badge").count() > 0
    seats = page.inner_text("#panel-checks .seats")
    assert "Ørådet" in seats
    assert "0 / 2" in seats
    assert "ledig" in seats
    page.locator("#panel-checks .findings button.row").first.click()
    page.wait_for_selector("#details .findings")
    assert "Fund:" in (page.locator(".card:has(.badge)").first.get_attribute("aria-label") or "")


def test_the_page_speaks_english_too_and_has_themes(tab: Tab, island_page: str) -> None:
    page = tab.open(island_page, "select=node:rådet")
    assert page.get_attribute("html", "lang") == "da"
    page.select_option("#language", "en")
    tab.until("document.documentElement.lang === 'en'")
    tab.until("document.querySelector('#details h2')?.innerText === 'The island council'")
    tab.settle()
    assert page.get_attribute("#find", "placeholder") == "Search for a name"
    assert "The island council" in tab.shown()
    assert "explore-" not in page.inner_text("body")
    page.select_option("#theme", "dark")
    tab.until("document.documentElement.dataset.tone === 'dark'")
    assert "theme=dark" in page.url


def test_a_dark_desktop_gets_a_dark_page(tab: Tab, island_page: str) -> None:
    tab.another(color_scheme="dark")
    page = tab.open(island_page)
    assert page.get_attribute("html", "data-tone") == "dark"
    assert "theme=dark" in page.url


def test_one_pans_and_zooms_by_pointer_and_keys(tab: Tab, island_page: str) -> None:
    page = tab.open(island_page)
    fitting = tab.scale()
    box = tab.box("#stage")
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(*middle)
    page.mouse.wheel(0, -300)
    tab.until(f"parseInt(document.querySelector('#zoom-fit').innerText) > {100 * fitting + 10}")
    tab.until("location.hash.includes('zoom=')")
    before = tab.box(".picture .background")
    page.mouse.down()
    page.mouse.move(middle[0] + 80, middle[1] + 50, steps=4)
    page.mouse.up()
    page.wait_for_timeout(60)
    after = tab.box(".picture .background")
    assert (after["x"] - before["x"], after["y"] - before["y"]) == pytest.approx((80, 50), abs=1)
    assert not page.is_visible("#details")  # a drag is no click
    page.keyboard.press("0")
    page.wait_for_timeout(60)
    assert tab.scale() == pytest.approx(fitting, rel=1e-3)
    page.keyboard.press("+")
    page.wait_for_timeout(60)
    assert tab.scale() == pytest.approx(fitting * 1.25, rel=1e-3)
    page.focus("#stage")
    before = tab.box(".picture .background")
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(60)
    assert tab.box(".picture .background")["x"] < before["x"] - 20


def test_two_fingers_pinch(tab: Tab, island_page: str) -> None:
    tab.another(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 844})
    page = tab.open(island_page)
    before = tab.scale()
    touch = page.context.new_cdp_session(page)
    for kind, apart in (("touchStart", 40), ("touchMove", 60), ("touchMove", 120), ("touchEnd", 0)):
        points = [{"x": 200 - apart, "y": 400, "id": 0}, {"x": 200 + apart, "y": 400, "id": 1}]
        touch.send(
            "Input.dispatchTouchEvent", {"type": kind, "touchPoints": points if apart else []}
        )
    page.wait_for_timeout(100)
    assert tab.scale() > before * 2
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_picture_is_reached_by_keys_alone(tab: Tab, island_page: str) -> None:
    page = tab.open(island_page)
    page.focus("#stage")
    page.keyboard.press("Tab")
    names = []
    for _ in range(tab.lines() + len(tab.shown())):
        names.append(page.evaluate("document.activeElement.getAttribute('aria-label')"))
        page.keyboard.press("Tab")
    assert names[0].startswith(("Ø Kommune", "<")) or MARKUP in names[0]
    assert any("Ørådet refererer til Ø Kommune" in name for name in names)
    assert len(set(names)) == len(names)
    assert not page.evaluate("!!document.activeElement.closest('#stage')")  # and out again
    page.focus(".picture .card[aria-label^='Ørådet']")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')").startswith(
        "Ø Kommune"
    )
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')").startswith("Ørådet")
    page.keyboard.press("Enter")
    page.wait_for_selector("#details h2")
    page.keyboard.press("o")
    tab.until("location.hash.includes('around=')")
    tab.settle()
    page.keyboard.press("Escape")
    page.wait_for_selector("#details", state="hidden")
    page.keyboard.press("l")
    page.wait_for_selector("#listing .page")
    page.keyboard.press("l")
    page.wait_for_selector("#stage .picture")
    page.keyboard.press("?")
    page.wait_for_selector("#help[open]")
    page.keyboard.press("Escape")
    page.keyboard.press("f")
    tab.until("document.fullscreenElement")


def test_the_list_tells_what_the_picture_shows(tab: Tab, island_page: str) -> None:
    page = tab.open(island_page)
    shown = tab.shown()
    page.click("#as-list")
    page.wait_for_selector("#listing table")
    words = page.inner_text("#listing")
    assert all(" ".join(name.split()) in " ".join(words.split()) for name in shown)
    assert not page.is_visible("#stage")
    page.locator("#listing button.ref", has_text="Ørådet").first.click()
    page.wait_for_selector("#details h2")


def test_a_link_restores_exactly_the_view(tab: Tab, island_page: str) -> None:
    view = (
        "around=udvalget&depth=2&families=reporting,appointment&without_types=informs"
        "&theme=dark&lang=en&path=udvalget,kommunen&panel=path&select=node:rådet&zoom=200,150,1.5"
    )
    page = tab.open(island_page, view)
    page.wait_for_selector("#details h2")

    def seen() -> dict[str, object]:
        place = page.evaluate("document.querySelector('.picture:not(.leaving)').style.transform")
        told = page.inner_text("#details h2"), page.inner_text(".verdict"), tab.status()
        return {"place": place, "told": told, "cards": tab.shown(), "hash": page.url.split("#")[1]}

    page.wait_for_timeout(400)
    first = seen()
    assert tab.scale() == 1.5
    address = page.url
    tab.open(address.split("#")[0], address.split("#")[1])
    page.wait_for_selector("#details h2")
    page.wait_for_timeout(400)
    assert seen() == first
    page.evaluate("location.hash = location.hash.replace(/zoom=[^&]*/, 'zoom=90,80,2')")
    tab.until("document.querySelector('#zoom-fit').innerText === '200 %'")
    page.wait_for_timeout(60)
    assert tab.scale() == 2


def test_what_is_shown_is_saved(tab: Tab, island_page: str, tmp_path: Path) -> None:
    page = tab.open(island_page)
    for format_, begins in (("svg", b"<svg"), ("png", b"\x89PNG"), ("pptx", b"PK")):
        page.click("#save summary")
        with page.expect_download() as saved:
            page.click(f"#save-{format_}")
        assert saved.value.suggested_filename == f"Øen-1.{format_}"
        saved.value.save_as(tmp_path / "x")
        assert (tmp_path / "x").read_bytes().startswith(begins)


def test_paper_has_the_picture_alone(tab: Tab, island_page: str) -> None:
    page = tab.open(island_page, "select=node:rådet&zoom=10,10,3")
    page.emulate_media(media="print")
    for part in (".bar", ".side", "#details", ".foot"):
        assert not page.is_visible(part)
    box = tab.box(".picture")
    assert box["x"] >= 0
    assert box["width"] <= 1280


def test_a_change_of_the_data_is_shown_and_what_cannot_be_read_in_its_place(
    tab: Tab, island_page: str, island_folder: Path
) -> None:
    page = tab.open(island_page)
    data = island_folder / "o.yaml"
    try:
        data.write_text(ISLAND.replace("Driftsudvalget", "Havneudvalget"), encoding="utf-8")
        page.wait_for_selector(".card[aria-label^='Havneudvalget']")
        data.write_text("bodies: {a: {reports to: nobody-knows}}", encoding="utf-8")
        page.wait_for_selector("#trouble li")
        assert "nobody-knows" in page.inner_text("#trouble")
        assert not page.is_visible("#stage")  # no stale picture
    finally:
        data.write_text(ISLAND, encoding="utf-8")
    page.wait_for_selector(".card[aria-label^='Driftsudvalget']")
    assert not page.is_visible("#trouble")


def test_names_with_markup_in_them_stay_text(tab: Tab, island_page: str) -> None:
    page = tab.open(island_page, "select=node:markup&panel=path&path=markup,kommunen")
    page.wait_for_selector("#details h2")
    assert page.inner_text("#details h2") == MARKUP
    assert MARKUP in page.inner_text(".verdict")
    page.fill("#find", "img src")
    page.wait_for_selector("#find-list [role=option]")
    assert page.inner_text("#find-list .name") == MARKUP
    page.click("#as-list")
    page.wait_for_selector("#listing table")
    assert MARKUP in page.inner_text("#listing")
    assert page.locator("img, body > b, main b").count() == 0


def test_cards_that_stay_glide_to_their_new_place(tab: Tab, island_page: str) -> None:
    tab.another(reduced_motion="no-preference")
    page = tab.open(island_page)
    page.wait_for_timeout(450)
    page.evaluate(
        "() => { window.glides = []; const animate = Element.prototype.animate;"
        "Element.prototype.animate = function (frames, how) {"
        "if (frames[0].transform) window.glides.push(this.getAttribute('aria-label'));"
        "return animate.call(this, frames, how); }; }"
    )
    tab.card("Driftsudvalget").dblclick()
    tab.until("location.hash.includes('around=')")
    tab.settle()
    assert any(name.startswith("Ørådet") for name in page.evaluate("window.glides"))
    page.wait_for_selector(".picture.leaving", state="detached")
    assert page.locator(".picture").count() == 1


def test_nobody_is_kept_out(tab: Tab, island_page: str) -> None:
    found = {}
    for state, view in STATES.items():
        page = tab.open(island_page, view)
        if "select" in view:
            page.wait_for_selector("#details h2")
        if state == "node":
            page.fill("#find", "ø")
            page.wait_for_selector("#find-list [role=option]")
        found[state] = tab.refuse_nobody()
    page.keyboard.press("?")
    found["help"] = tab.refuse_nobody()
    assert {state: each for state, each in found.items() if each} == {}, json.dumps(found, indent=1)


def test_nobody_is_kept_out_on_a_small_screen(tab: Tab, island_page: str) -> None:
    tab.another(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 844})
    page = tab.open(island_page)
    assert not page.is_visible("#side")  # the picture first
    page.click("#side-open")
    page.wait_for_selector("#panel-filter h2")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert tab.refuse_nobody() == []
    page.click("#side-close")
    tab.card("Ørådet").locator(".name").click()
    page.wait_for_selector("#details h2")


def test_a_page_that_is_opened_on_broken_data_says_so_and_mends(
    tab: Tab, island_page: str, island_folder: Path
) -> None:
    data = island_folder / "o.yaml"
    try:
        data.write_text("bodies: {a: {reports to: nobody-knows}}", encoding="utf-8")
        page = tab.open(island_page)
        assert "nobody-knows" in page.inner_text("#trouble")
        assert "explore-" not in page.inner_text("body")
        assert page.get_attribute("html", "lang") in ("da", "en")
    finally:
        data.write_text(ISLAND, encoding="utf-8")
    page.wait_for_selector(".card[aria-label^='Driftsudvalget']")
    assert "theme=light" in page.url
