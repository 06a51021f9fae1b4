"""The skeleton of the page, filled."""

import json

from orggraph.explore.page import file_page, hash_of, script_json, served_page

NASTY = "</script><!--<script>&amp;\u2028'\""


def test_json_within_html_has_no_markup_and_says_the_same() -> None:
    told = script_json({"a": NASTY})
    assert not set("<>&") & set(told)
    assert json.loads(told) == {"a": NASTY}


def test_what_is_filled_in_is_never_taken_for_a_place() -> None:
    title = "{{lang}}<!--orggraph:script--><!--orggraph:data-->{{title}}"
    page = served_page(title, "da", "token")
    escaped = title.replace("<", "&lt;").replace(">", "&gt;")
    assert f"<title>{escaped}</title>" in page
    assert page.count('<script src="script.js" defer></script>') == 1
    assert page.count('id="orggraph-data"') == 1
    assert '<html lang="da">' in page


def test_a_served_page_has_its_token_and_nothing_inline() -> None:
    page = served_page("x", "en", "token")
    assert '{"mode":"served","token":"token"}' in page
    assert "<style" not in page
    assert "style=" not in page
    assert "Content-Security-Policy" not in page


def test_a_hash_is_as_browsers_compute_it() -> None:
    # W3C CSP 3, 8.2 has this example, made with openssl.
    assert hash_of("doSomething();") == "'sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc='"


def test_a_file_carries_its_policy_before_what_it_guards() -> None:
    page = file_page("x", "en", "p {}", "DATA")
    assert page.index("Content-Security-Policy") < page.index("<style>") < page.index("<script>")
    assert '{"mode":"file","data":"DATA","needs":' in page
